import { caseOf, type Edit, LONGEST_SUFFIX, type Mode, recase } from "../../src/language/model/lemmatiser.js";

/** A word of the treebanks under a tag "UPOS|XPOS", counted `weight` times. */
export interface LemmaExample {
  readonly form: string;
  readonly tag: string;
  readonly lemma: string;
  readonly weight: number;
}

/** A suffix rule needs so many word types: one abbreviation ("Sept.") makes no rule. */
const TYPES = 2;
/** Tags whose forms have endings. Elsewhere letters change in whole forms only: no rule for "stood" is one for "flood". */
const INFLECTED = /\|(VBD|VBN|VBG|VBZ|NNS|NNPS|JJR|JJS|RBR|RBS)$/;

type Counts = Map<string, number>;

/**
 * Rules for letters by tag and suffix, and for case by tag, case and suffix, as the lemmatiser reads them. A suffix rule is what most
 * word types want; a whole form is a rule where the suffixes would give it another result than most of its uses.
 */
export function lemmaTable(data: Iterable<LemmaExample>): string {
  const edits = new Rules((tag) => INFLECTED.test(tag));
  const modes = new Rules(() => true);
  for (const { form, tag, lemma, weight } of data) {
    const low = form.toLowerCase();
    edits.add(tag, low, editOf(low, lemma.toLowerCase()), weight);
    const mode = modeOf(form, lemma);
    if (mode !== null) modes.add(`${tag}\t${caseOf(form)}`, low, mode, weight);
  }
  return `${[...edits.lines("e"), ...modes.lines("m")].sort().join("\n")}\n`;
}

class Rules {
  private readonly uses = new Map<string, Map<string, Counts>>();

  /** `bySuffix`: whether a key has rules of suffixes. */
  constructor(private readonly bySuffix: (key: string) => boolean) {}

  add(key: string, low: string, result: string, weight: number): void {
    const words = this.uses.get(key) ?? new Map<string, Counts>();
    this.uses.set(key, words);
    count(words, low, result, weight);
  }

  *lines(kind: string): Generator<string> {
    for (const [key, words] of this.uses) {
      const rules = this.suffixes(key, words);
      for (const [low, results] of words) {
        const result = top(results);
        if (inherited(rules, low, Math.min(LONGEST_SUFFIX, low.length)) !== result)
          rules.set(`^${low}`, result);
      }
      for (const [suffix, result] of rules) yield `${kind}\t${key}\t${suffix}\t${result}`;
    }
  }

  private suffixes(key: string, words: ReadonlyMap<string, Counts>): Map<string, string> {
    const rules = new Map<string, string>();
    if (!this.bySuffix(key)) return rules.set("", SAME);
    const types = new Map<string, Counts>();
    for (const [low, results] of words)
      for (let n = 0; n <= Math.min(LONGEST_SUFFIX, low.length); n++)
        count(types, low.slice(low.length - n), top(results), 1);
    const order = [...types.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    for (const suffix of order) {
      const counts = types.get(suffix) as Counts;
      const result = top(counts);
      if (suffix !== "" && (counts.get(result) as number) < TYPES) continue;
      if (inherited(rules, suffix, suffix.length - 1) !== result) rules.set(suffix, result);
    }
    return rules;
  }
}

const SAME = "0\t";

function inherited(rules: ReadonlyMap<string, string>, low: string, from: number): string | undefined {
  for (let n = from; n >= 0; n--) {
    const r = rules.get(low.slice(low.length - n));
    if (r !== undefined) return r;
  }
  return undefined;
}

/** The edit that keeps most of the form, as "strip add". */
function editOf(low: string, lemma: string): string {
  let same = 0;
  while (same < low.length && same < lemma.length && low[same] === lemma[same]) same++;
  const edit: Edit = { strip: low.length - same, add: lemma.slice(same) };
  return `${edit.strip}\t${edit.add}`;
}

/** How the lemma is written; as the form is rather than otherwise. Null if it is written in no such way. */
function modeOf(form: string, lemma: string): Mode | null {
  return (["k", "l", "t"] as const).find((m) => recase(form, lemma.toLowerCase(), m) === lemma) ?? null;
}

function count(counts: Map<string, Counts>, key: string, value: string, weight: number): void {
  const of = counts.get(key) ?? new Map<string, number>();
  of.set(value, (of.get(value) ?? 0) + weight);
  counts.set(key, of);
}

const top = (counts: ReadonlyMap<string, number>): string =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];
