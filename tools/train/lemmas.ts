import type { TreebankSentence } from "./conllu.js";

/**
 * Edit rules by tag and suffix, as the lemmatiser reads them. A suffix rule is the majority edit; a whole form stands where the
 * suffix rules would get it wrong and the treebank is of one mind.
 */
export function lemmaTable(data: readonly TreebankSentence[]): string {
  const uses = new Map<string, Map<string, number>>();
  for (const s of data) {
    for (let i = 0; i < s.forms.length; i++) {
      const proper = s.xpos[i] === "NNP" || s.xpos[i] === "NNPS";
      const form = proper ? s.forms[i] : s.forms[i].toLowerCase();
      const lemma = s.lemmas[i];
      const key = `${s.xpos[i]}\t${s.forms[i].toLowerCase()}`;
      const of = uses.get(key) ?? new Map<string, number>();
      const edit = editOf(form, lemma);
      of.set(edit, (of.get(edit) ?? 0) + 1);
      uses.set(key, of);
    }
  }
  const bySuffix = new Map<string, Map<string, number>>();
  for (const [key, edits] of uses) {
    const [tag, low] = key.split("\t");
    const edit = top(edits);
    for (let n = 0; n <= Math.min(6, low.length); n++) {
      const k = `${tag}\t${low.slice(low.length - n)}`;
      const of = bySuffix.get(k) ?? new Map<string, number>();
      of.set(edit, (of.get(edit) ?? 0) + 1);
      bySuffix.set(k, of);
    }
  }
  const rules = new Map<string, string>();
  const inherited = (tag: string, low: string, from: number): string | undefined => {
    for (let n = from; n >= 0; n--) {
      const r = rules.get(`${tag}\t${low.slice(low.length - n)}`);
      if (r !== undefined) return r;
    }
    return undefined;
  };
  const keys = [...bySuffix.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  for (const key of keys) {
    const [tag, suffix] = key.split("\t");
    const edit = top(bySuffix.get(key) as Map<string, number>);
    if (inherited(tag, suffix, suffix.length - 1) !== edit) rules.set(key, edit);
  }
  for (const [key, edits] of uses) {
    const [tag, low] = key.split("\t");
    const edit = top(edits);
    if (inherited(tag, low, Math.min(6, low.length)) !== edit) rules.set(`${tag}\t^${low}`, edit);
  }
  return `${[...rules]
    .map(([key, edit]) => `${key}\t${edit}`)
    .sort()
    .join("\n")}\n`;
}

/** "strip TAB add": characters to take off the end and what to put there. */
function editOf(form: string, lemma: string): string {
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++;
  return `${form.length - same}\t${lemma.slice(same)}`;
}

const top = (counts: ReadonlyMap<string, number>): string =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];
