/**
 * Lemmas by longest-suffix edit rules (after Chrupala 2006): for the tag "UPOS|XPOS", how a form is written (`caseOf`) and how its
 * lower-case letters end, in which case the lemma is written, how many characters to strip and what to add. Whole forms are rules
 * too: they begin with "^".
 */
export class Lemmatiser {
  private readonly rules = new Map<string, Edit>();
  private readonly caches = new Map<string, Map<string, string>>();
  private cached = 0;

  /** `table`: lines "tag case suffix mode strip add", tab-separated; see `applyEdit`. */
  constructor(table: string) {
    const known = new Map<string, Edit>();
    for (const line of table.split("\n")) {
      if (line === "") continue;
      const [tag, letters, suffix, mode, strip, add] = line.split("\t");
      const key = `${mode}\t${strip}\t${add}`;
      let edit = known.get(key);
      if (edit === undefined) {
        edit = { mode: mode as Edit["mode"], strip: Number(strip), add };
        known.set(key, edit);
      }
      this.rules.set(`${tag}\t${letters}\t${suffix}`, edit);
    }
  }

  /** Lemma of a form under its tag "UPOS|XPOS". Never empty for a form that is not. */
  lemma(form: string, tag: string): string {
    const cache = this.caches.get(tag);
    const found = cache?.get(form);
    if (found !== undefined) return found;
    const lemma = this.compute(form, tag);
    if (++this.cached > 100_000) {
      this.caches.clear();
      this.cached = 0;
    }
    if (cache !== undefined && this.cached > 0) cache.set(form, lemma);
    else this.caches.set(tag, new Map([[form, lemma]]));
    return lemma;
  }

  private compute(form: string, tag: string): string {
    const low = form.toLowerCase();
    const key = `${tag}\t${caseOf(form)}`;
    let edit = this.rules.get(`${key}\t^${low}`);
    for (let n = Math.min(LONGEST_SUFFIX, low.length); edit === undefined && n >= 0; n--)
      edit = this.rules.get(`${key}\t${low.slice(low.length - n)}`);
    return edit === undefined ? low : applyEdit(form, edit) || low;
  }
}

export const LONGEST_SUFFIX = 6;

export interface Edit {
  /** k: the form as it stands, l: in lower case, t: first letter upper case, the rest lower. */
  readonly mode: "k" | "l" | "t";
  readonly strip: number;
  readonly add: string;
}

export function applyEdit(form: string, { mode, strip, add }: Edit): string {
  const low = form.toLowerCase();
  const base = mode === "k" ? form : mode === "l" ? low : low.charAt(0).toUpperCase() + low.slice(1);
  return base.slice(0, Math.max(0, base.length - strip)) + add;
}

/** How a form is written: l without upper case, c with an upper-case first letter, u all upper case, m otherwise. */
export function caseOf(form: string): "l" | "c" | "u" | "m" {
  const low = form.toLowerCase();
  if (form === low) return "l";
  if (form.slice(1) === low.slice(1)) return "c";
  return form === form.toUpperCase() ? "u" : "m";
}
