import { type Sentence, subtreeRange } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { mentionAt } from "../phrases/index.js";
import type { ActWords } from "./words.js";

/** Where a content ends that the parser ends at `to`: not in the middle of a clause, before whoever is quoted, before circumstances. */
export function endOf(layers: Layers, s: Sentence, head: number, to: number, words: ActWords): number {
  const whole = withOwned(s, withNoun(s, completed(s, head, to, words)));
  return cut(s, head, beforeSpeaker(layers, s, head, whole), words);
}

/** "by the start of the season", "before the year is out": a day ahead that the text does not tell. */
export function hasDue(s: Sentence, from: number, to: number, words: ActWords): boolean {
  for (let t = from + 1; t + 1 < to && t + 1 < s.size; t++) {
    if (!words.due.has(s.norms[t]) || (s.upos[t] !== "ADP" && s.upos[t] !== "SCONJ")) continue;
    let noun = t + 1;
    while (noun < to - 1 && (s.upos[noun] === "DET" || s.upos[noun] === "ADJ" || s.upos[noun + 1] === "NOUN"))
      noun++;
    if (words.points.has(s.lemmas[noun].toLowerCase())) return true;
  }
  return false;
}

/** "launch direct, UN-sponsored talks": parsers break off at the comma between what is said of the same noun. */
function withNoun(s: Sentence, to: number): number {
  if (s.upos[to - 1] !== "ADJ" || s.norms[to] !== ",") return to;
  let end = to + 1;
  while (end < s.size && end < to + LONGEST && (MODIFYING.has(s.upos[end]) || s.norms[end] === "-")) end++;
  if (s.upos[end] !== "NOUN") return to;
  while (end < s.size && s.upos[end] === "NOUN") end++;
  return end;
}
const LONGEST = 8;
const MODIFYING: ReadonlySet<string> = new Set(["ADJ", "ADV", "VERB", "PROPN"]);

/** "defer their ministers' meeting": parsers break off behind the owner; what is owned belongs to it. */
function withOwned(s: Sentence, to: number): number {
  if (s.xpos[to - 1] !== "POS") return to;
  let end = to;
  while (end < s.size && OWNED.has(s.upos[end])) end++;
  return end;
}
const OWNED: ReadonlySet<string> = new Set(["ADJ", "NUM", "NOUN", "PROPN"]);

/** A clause cut off before its verb ("until a treaty" of "until a treaty is signed") is taken whole. */
function completed(s: Sentence, head: number, to: number, words: ActWords): number {
  if (to >= s.size || (s.upos[to] !== "AUX" && s.upos[to] !== "VERB")) return to;
  for (let t = to - 1; t > head; t--) {
    if (FINITE.has(s.xpos[t]) || s.upos[t] === "PUNCT") return to;
    if (s.upos[t] !== "SCONJ" && !words.dueClause.has(s.norms[t])) continue;
    let end = to;
    while (end < s.size && s.upos[end] !== "PUNCT") end++;
    return end;
  }
  return to;
}
const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"]);

/** Leaves out who is quoted for it at its end: ", the ministry said on Tuesday". */
function beforeSpeaker(layers: Layers, s: Sentence, head: number, to: number): number {
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const cue = layers.facts.voice(i).cue;
    if (cue === null) continue;
    for (let t = Math.min(to, s.size - 1); t > head; t--) {
      if (s.starts[t] !== cue.start) continue;
      for (let k = t; k > head; k--) if (s.norms[k] === ",") return k;
    }
  }
  return to;
}

/** Ends what is agreed before a circumstance set off by a comma: ", after talks in Vienna", ", the minister said". */
function cut(s: Sentence, head: number, to: number, words: ActWords): number {
  let end = beforeNewClause(s, head, to);
  for (let t = head + 1; t < end - 1; t++)
    if (s.norms[t] === "," && (words.circumstance.has(s.norms[t + 1]) || isNamedAgain(s, t + 1, words))) {
      end = t;
      break;
    }
  for (let t = head + 2; t < end - 2; t++)
    if (isStretch(s, t, words) || isOccasion(s, t, words) || opensClause(s, t)) end = t;
  while (end > head + 1 && s.upos[end - 1] === "PUNCT") end--;
  return end;
}

/** ", and Chad will send a team": a comma, "and", a name and a modal, wherever the tree hangs them. */
function opensClause(s: Sentence, comma: number): boolean {
  if (s.norms[comma] !== "," || s.upos[comma + 1] !== "CCONJ") return false;
  let t = comma + 2;
  while (t < comma + STRETCH + 2 && t < s.size && NAMING.has(s.upos[t])) t++;
  return t > comma + 2 && s.xpos[t] === "MD";
}
const NAMING: ReadonlySet<string> = new Set(["DET", "ADJ", "NOUN", "PROPN", "PRON"]);

/** "after five hours of talks": how it came about, whatever is said of these talks. */
function isStretch(s: Sentence, t: number, words: ActWords): boolean {
  if (s.upos[t] !== "ADP" || !words.circumstance.has(s.norms[t])) return false;
  let of = t + 2;
  while (of < t + STRETCH && of < s.size && !words.owning.has(s.norms[of])) of++;
  for (let k = of + 1; k < s.size && k < of + STRETCH && !s.upos[k].startsWith("V"); k++)
    if (words.owning.has(s.norms[of] ?? "") && words.talks.has(s.lemmas[k])) return of > t + 1;
  return false;
}
const STRETCH = 5;

/** "after long talks in Paris", "following a two-day meeting", "after coming close to war": what had gone before. "After the talks" may lie ahead. */
function isOccasion(s: Sentence, t: number, words: ActWords): boolean {
  if (!MARKS.has(s.upos[t]) || !words.bygone.has(s.norms[t])) return false;
  // "talks that stalled after a failed summit": of what is told in passing.
  for (let up = s.heads[t], n = 0; up >= 0 && n < 3; up = s.heads[up], n++)
    if (s.deprels[up].startsWith("acl")) return false;
  if (s.xpos[t + 1] === "VBG") return s.upos[t] === "SCONJ" || s.upos[t + 1] === "VERB";
  for (let k = t + 1; k < t + REACH && k < s.size; k++) {
    if (s.upos[k] === "NOUN" && words.sittings.has(s.lemmas[k])) return true;
    if (!LEADING.has(s.upos[k]) && s.norms[k] !== "-" && !words.indefinite.has(s.norms[k])) return false;
  }
  return false;
}
const REACH = 8;
/** "following" is a verb to taggers. */
const MARKS: ReadonlySet<string> = new Set(["ADP", "SCONJ", "VERB"]);
const LEADING: ReadonlySet<string> = new Set(["ADJ", "NUM", "NOUN", "PROPN", "VERB"]);

/** ", a demand that Oslo rejects": an aside that calls what was asked by its name. */
function isNamedAgain(s: Sentence, t: number, words: ActWords): boolean {
  if (!words.indefinite.has(s.norms[t])) return false;
  let noun = t + 1;
  while (noun < s.size && (s.upos[noun] === "ADJ" || s.upos[noun] === "ADV")) noun++;
  return words.nouns.has(s.lemmas[noun]);
}

/** Adjuncts hung on the verb above that follow the content without a break belong to it, but for occasions and dates. */
export function widened(layers: Layers, s: Sentence, over: number, to: number, words: ActWords): number {
  let end = to;
  for (let c = s.firstChild[over]; c >= 0; c = s.nextSibling[c]) {
    if (c < end) continue;
    const [from, after] = subtreeRange(s, c);
    if (from !== end || s.upos[from] === "PUNCT") break;
    const rel = s.deprels[c];
    if (!(rel.startsWith("obl") || rel === "advcl" || rel === "xcomp")) break;
    const due = words.due.has(s.norms[from]);
    if (!due && (words.occasions.has(s.lemmas[c]) || !isMatter(layers, s, c))) break;
    if (words.circumstance.has(s.norms[from]) && rel === "advcl") break;
    end = after;
  }
  return end;
}

/** "..., and no agreement was reached": a coordinated clause with a subject of its own is no part of it. */
function beforeNewClause(s: Sentence, head: number, to: number): number {
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) {
    if (c < head || c >= to || s.deprels[c] !== "conj") continue;
    for (let k = s.firstChild[c]; k >= 0 && k < c; k = s.nextSibling[k])
      if (s.deprels[k].startsWith("nsubj") || s.deprels[k] === "expl") return subtreeRange(s, c)[0];
  }
  return to;
}

/** Whether the phrase is somebody who acts, and nothing more: "asked Chad", not "asked for Chad's withdrawal". */
export function isParty(layers: Layers, s: Sentence, token: number): boolean {
  const m = mentionAt(layers, s.index, token);
  if (m === null || m.head !== token || m.use === "modifier") return false;
  const { kind } = layers.entities[m.entity];
  return kind !== "document" && kind !== "occasion" && kind !== "place";
}

/** Neither a party nor a date nor a place: something that can be agreed, asked or promised. */
export const isMatter = (layers: Layers, s: Sentence, token: number): boolean =>
  !isParty(layers, s, token) &&
  !isTime(layers, s, token) &&
  mentionAt(layers, s.index, token)?.use !== "place";

function isTime(layers: Layers, s: Sentence, token: number): boolean {
  return (layers.timesBySentence[s.index] ?? []).some((i) => {
    const x = layers.times[i];
    return token >= x.from && token < x.to;
  });
}
