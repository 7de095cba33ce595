import { applyEdit, caseOf, type Edit, LONGEST_SUFFIX } from "../../src/language/model/lemmatiser.js";

/** A word of the treebanks under a tag "UPOS|XPOS", counted `weight` times. */
export interface LemmaExample {
  readonly form: string;
  readonly tag: string;
  readonly lemma: string;
  readonly weight: number;
}

/** A suffix rule needs so many word types: one abbreviation ("Sept.") makes no rule. */
const TYPES = 2;

type Counts = Map<string, number>;

/**
 * Edit rules by tag, case and suffix, as the lemmatiser reads them. A suffix rule is the edit of most word types; a whole form is a
 * rule where the suffixes would give it another edit than most of its uses. Examples come with the right tag and with a predicted one,
 * so that the rules learn to live with the tagger's slips.
 */
export function lemmaTable(data: Iterable<LemmaExample>): string {
  const uses = new Map<string, Counts>();
  for (const { form, tag, lemma, weight } of data) {
    const key = `${tag}\t${caseOf(form)}\t${form.toLowerCase()}`;
    add(uses, key, editOf(form, lemma), weight);
  }
  const bySuffix = new Map<string, Counts>();
  for (const [key, edits] of uses) {
    const [tag, letters, low] = key.split("\t");
    const edit = top(edits);
    for (let n = 0; n <= Math.min(LONGEST_SUFFIX, low.length); n++)
      add(bySuffix, `${tag}\t${letters}\t${low.slice(low.length - n)}`, edit, 1);
  }
  const rules = new Map<string, string>();
  const inherited = (key: string, low: string, from: number): string | undefined => {
    for (let n = from; n >= 0; n--) {
      const r = rules.get(`${key}\t${low.slice(low.length - n)}`);
      if (r !== undefined) return r;
    }
    return undefined;
  };
  const keys = [...bySuffix.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  for (const k of keys) {
    const [tag, letters, suffix] = k.split("\t");
    const counts = bySuffix.get(k) as Counts;
    const edit = top(counts);
    if (suffix !== "" && (counts.get(edit) as number) < TYPES) continue;
    if (inherited(`${tag}\t${letters}`, suffix, suffix.length - 1) !== edit) rules.set(k, edit);
  }
  for (const [k, edits] of uses) {
    const [tag, letters, low] = k.split("\t");
    const edit = top(edits);
    const key = `${tag}\t${letters}`;
    if (inherited(key, low, Math.min(LONGEST_SUFFIX, low.length)) !== edit)
      rules.set(`${key}\t^${low}`, edit);
  }
  return `${[...rules]
    .map(([key, edit]) => `${key}\t${edit}`)
    .sort()
    .join("\n")}\n`;
}

/** The edit that keeps most of the form, as "mode strip add"; case is kept rather than changed. */
function editOf(form: string, lemma: string): string {
  let best: Edit | null = null;
  for (const mode of ["k", "l", "t"] as const) {
    const base = applyEdit(form, { mode, strip: 0, add: "" });
    let same = 0;
    while (same < base.length && same < lemma.length && base[same] === lemma[same]) same++;
    const edit = { mode, strip: base.length - same, add: lemma.slice(same) };
    if (best === null || edit.strip + edit.add.length < best.strip + best.add.length) best = edit;
  }
  const { mode, strip, add } = best as Edit;
  return `${mode}\t${strip}\t${add}`;
}

function add(counts: Map<string, Counts>, key: string, edit: string, weight: number): void {
  const of = counts.get(key) ?? new Map<string, number>();
  of.set(edit, (of.get(edit) ?? 0) + weight);
  counts.set(key, of);
}

const top = (counts: ReadonlyMap<string, number>): string =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];
