import { intern } from "./intern.js";

/**
 * Lemmas by longest-suffix edit rules (after Chrupala 2006), in two steps. Letters: for the tag "UPOS|XPOS" and how the lower-case form
 * ends, how many characters to strip and what to add. Case: for the tag, how the form is written (`caseOf`) and how it ends, how the
 * lemma is written. Whole forms are rules too: they begin with "^".
 */
export class Lemmatiser {
  private readonly edits = new Map<string, Edit>();
  private readonly modes = new Map<string, Mode>();
  private readonly caches = new Map<string, Map<string, string>>();
  private cached = 0;

  /** `table`: lines "tag suffix strip add" and "tag case suffix mode" with a first column "e" and "m", tab-separated. */
  constructor(table: string) {
    for (const line of table.split("\n")) {
      if (line === "") continue;
      const [kind, tag, a, b, c] = line.split("\t");
      if (kind === "e") this.edits.set(`${tag}\t${a}`, { strip: Number(b), add: c });
      else this.modes.set(`${tag}\t${a}\t${b}`, c as Mode);
    }
  }

  /** Lemma of a form under its tag "UPOS|XPOS", interned. Never empty for a form that is not. */
  lemma(form: string, tag: string): string {
    const cache = this.caches.get(tag);
    const found = cache?.get(form);
    if (found !== undefined) return found;
    const lemma = intern(this.compute(form, tag));
    if (++this.cached > 100_000) {
      this.caches.clear();
      this.cached = 0;
    }
    if (cache !== undefined && this.cached > 0) cache.set(form, lemma);
    else this.caches.set(tag, new Map([[form, lemma]]));
    return lemma;
  }

  private compute(form: string, tag: string): string {
    if (tag === NUMBER && THOUSANDS.test(form)) return form.replaceAll(",", "");
    const low = form.toLowerCase();
    const edit = longest(this.edits, tag, low);
    const letters = edit === undefined ? low : applyEdit(low, edit);
    return recase(form, letters, longest(this.modes, `${tag}\t${caseOf(form)}`, low) ?? "l");
  }
}

/** The rule of the whole form, else of its longest suffix that has one. */
function longest<T>(rules: ReadonlyMap<string, T>, key: string, low: string): T | undefined {
  let rule = rules.get(`${key}\t^${low}`);
  for (let n = Math.min(LONGEST_SUFFIX, low.length); rule === undefined && n >= 0; n--)
    rule = rules.get(`${key}\t${low.slice(low.length - n)}`);
  return rule;
}

/** EWT writes the lemma of "1,500" as "1500". */
const NUMBER = "NUM|CD";
const THOUSANDS = /^\d{1,3}(,\d{3})+(\.\d+)?$/;

export const LONGEST_SUFFIX = 6;

export interface Edit {
  readonly strip: number;
  readonly add: string;
}

/** k: as the form is written, l: in lower case, t: first letter upper case, the rest lower. */
export type Mode = "k" | "l" | "t";

/** A rule that would leave no syllable of a form that has one ("wing" is of no verb "w") is not for that form. */
export function applyEdit(low: string, { strip, add }: Edit): string {
  if (strip === 0) return low + add;
  const out = low.slice(0, Math.max(0, low.length - strip)) + add;
  return SYLLABLE.test(out) || (out !== "" && !SYLLABLE.test(low)) ? out : low;
}

const SYLLABLE = /[aeiouyà-ÿ]/;

/** Writes the letters of a lemma of `form`. What the form has not ("child" of "CHILDREN" has all) is in capitals if all of the form is. */
export function recase(form: string, letters: string, mode: Mode): string {
  if (mode === "l") return letters;
  if (mode === "t") return letters.charAt(0).toUpperCase() + letters.slice(1);
  let same = 0;
  const low = form.toLowerCase();
  if (low.length !== form.length) return letters;
  while (same < letters.length && letters[same] === low[same]) same++;
  const rest = letters.slice(same);
  return form.slice(0, same) + (caseOf(form) === "u" ? rest.toUpperCase() : rest);
}

/** How a form is written: l without upper case, c with an upper-case first letter, u all upper case, m otherwise. */
export function caseOf(form: string): "l" | "c" | "u" | "m" {
  const low = form.toLowerCase();
  if (form === low) return "l";
  if (form.slice(1) === low.slice(1)) return "c";
  return form === form.toUpperCase() ? "u" : "m";
}
