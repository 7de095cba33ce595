import type { Sentence } from "../../language/index.js";

const BETWEEN = new Set(["ADV", "AUX", "PART"]);
const NAMING = new Set(["NOUN", "PROPN", "PRON"]);

/** Head of the noun group that begins at `from`: its last noun before anything that follows a noun ("sources | close to the talks"); -1 if none. */
export function nounGroup(s: Sentence, from: number, to: number): number {
  let head = -1;
  for (let t = from; t < to; t++) {
    // "the Saudi-owned channel": a name joined to a participle is no head.
    if (t > from && s.xpos[t - 1] === "HYPH" && !NAMING.has(s.upos[t])) head = -1;
    else if (NAMING.has(s.upos[t])) {
      head = t;
      if (s.upos[t] === "PRON" && s.xpos[t] === "PRP") return t;
    } else if (
      s.xpos[t] !== "POS" &&
      s.xpos[t] !== "HYPH" &&
      (head >= 0 || s.upos[t] === "PUNCT" || s.upos[t] === "ADP" || s.upos[t] === "SCONJ")
    ) {
      if (head >= 0 && isName(s, head) && isName(s, t)) continue;
      if (head >= 0 && joins(s, t, to)) continue;
      break;
    }
  }
  return head < 0 ? -1 : topOf(s, head, from);
}

/** The words between the last comma or quotation mark and a verb, where they begin with a noun group; null where there are none. */
export function phraseBefore(
  s: Sentence,
  v: number,
): { readonly from: number; readonly head: number } | null {
  let end = v;
  while (end > 0 && BETWEEN.has(s.upos[end - 1])) end--;
  // "dismissed the complaint and said": a verb behind "and" has the subject of the one before.
  if (end > 0 && s.upos[end - 1] === "CCONJ") return null;
  let from = end;
  while (from > 0 && !stops(s, from - 1)) from--;
  if (from === end) return null;
  const head = nounGroup(s, from, end);
  return head < 0 ? null : { from, head };
}

const stops = (s: Sentence, t: number): boolean =>
  s.norms[t] === "," ||
  s.norms[t] === ";" ||
  s.norms[t] === ":" ||
  s.xpos[t] === "``" ||
  s.xpos[t] === "''" ||
  s.upos[t] === "SCONJ" ||
  (s.upos[t] === "VERB" && s.deprels[t] !== "amod");

const isName = (s: Sentence, t: number): boolean => s.xpos[t].startsWith("NNP");

/** An adjective, number or participle inside a group: another noun follows at once. */
function joins(s: Sentence, t: number, to: number): boolean {
  return (
    t + 1 < to &&
    (s.upos[t] === "ADJ" || s.upos[t] === "NUM") &&
    NAMING.has(s.upos[t + 1]) &&
    isName(s, t + 1)
  );
}

/** The head that the tree gives the group, where it lies in the group. */
function topOf(s: Sentence, last: number, from: number): number {
  let t = last;
  for (let steps = 0; steps < 8; steps++) {
    const h = s.heads[t];
    const flat = s.deprels[t] === "flat" || s.deprels[t] === "compound" || s.deprels[t] === "nmod:desc";
    if (h < from || h > last || !flat) break;
    t = h;
  }
  return t;
}

/** Lemma of a noun for a speaker, also where the tagger takes its plural for another word. */
export function singular(s: Sentence, t: number): string {
  return s.upos[t] === "NOUN" || s.upos[t] === "PROPN"
    ? s.lemmas[t].toLowerCase()
    : s.norms[t].replace(/s$/, "");
}
