import { childWith, type Sentence } from "../../language/index.js";

/** Relations of words before a noun that belong to its phrase. */
const BEFORE = new Set([
  "amod",
  "compound",
  "nummod",
  "nmod:poss",
  "nmod:desc",
  "advmod",
  "case",
  "punct",
  "det",
]);

/**
 * Tokens [from, to) of the words for somebody who has no name: the noun with what qualifies it, articles and what tells more of him
 * left out ("a senior official, who asked not to be named" gives "senior official"); null where only a pronoun stands for him.
 */
export function describedBy(s: Sentence, head: number): readonly [number, number] | null {
  if (s.upos[head] !== "NOUN" && s.upos[head] !== "PROPN") return null;
  const name = apposedName(s, head);
  if (name >= 0) {
    let first = name;
    while (first > head + 1 && s.upos[first - 1] === "PROPN" && s.heads[first - 1] === name) first--;
    return [first, nameEnd(s, name)];
  }
  let from = head;
  for (let t = head - 1; t >= 0; t--) {
    if (s.xpos[t] === "``" || s.xpos[t] === "''" || s.norms[t] === ",") break;
    if (!BEFORE.has(s.deprels[t]) || !hangsOn(s, t, head)) break;
    from = t;
  }
  while (from < head && (s.upos[from] === "PUNCT" || s.upos[from] === "ADV" || s.upos[from] === "DET"))
    from++;
  let to = nameEnd(s, head);
  for (let k = s.firstChild[head]; k >= 0; k = s.nextSibling[k]) {
    if (k < to || s.deprels[k] !== "nmod" || s.upos[k] === "VERB") continue;
    const end = joined(s, k, to);
    if (end < 0) break;
    to = end;
  }
  return [from, to];
}

/** "a spokeswoman for the group, Lway Yay Oo,": a name nobody knows, right behind what says who bears it; -1 for none. */
function apposedName(s: Sentence, head: number): number {
  // "the Special Envoy, Jane Doe,": a title with its article; a name without one is in apposition to nothing.
  if (s.upos[head] !== "NOUN" && childWith(s, head, "det") < 0) return -1;
  for (let k = s.firstChild[head]; k >= 0; k = s.nextSibling[k])
    if (k > head && s.upos[k] === "PROPN" && (s.deprels[k] === "appos" || betweenCommas(s, k))) return k;
  return -1;
}

/** A name that trees take for one more of a list, though nothing joins it: ", Jane Doe,". */
function betweenCommas(s: Sentence, name: number): boolean {
  if (s.deprels[name] !== "conj" || s.norms[name - 1] !== ",") return false;
  let to = name + 1;
  while (to < s.size && (s.deprels[to] === "flat" || s.norms[to] === "-")) to++;
  return s.norms[to] === ",";
}

/** End of a name of several words that begins at its head. */
function nameEnd(s: Sentence, head: number): number {
  let to = head + 1;
  while (
    to < s.size &&
    ((s.upos[to] === "PROPN" && s.deprels[to] === "flat" && s.heads[to] === head) ||
      // "Onanga-Anyanga"
      (s.xpos[to] === "HYPH" && to + 1 < s.size && s.deprels[to + 1] === "flat"))
  )
    to++;
  return to;
}

function hangsOn(s: Sentence, t: number, head: number): boolean {
  for (let h = s.heads[t], steps = 0; h >= 0 && steps < 4; h = s.heads[h], steps++)
    if (h === head) return true;
  return false;
}

/** End of a complement that goes on at once from `to` ("of the rebels", "at the ministry"), or -1 where a comma or a clause comes between. */
function joined(s: Sentence, k: number, to: number): number {
  for (let t = to; t <= k; t++)
    if (s.upos[t] === "VERB" || s.upos[t] === "AUX" || s.norms[t] === ",") return -1;
  return k + 1;
}
