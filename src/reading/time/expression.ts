import type { Sentence } from "../../language/index.js";
import type { TimeExpression } from "../types.js";
import type { Look, Match } from "./match.js";
import type { Resolved } from "./resolved.js";

const CONTENT = /^(NOUN|PROPN|NUM|ADJ)$/;
const OWNED = /^(nummod|compound|amod|nmod|dep|flat)/;

/** Last token of a stretch that hangs on a token outside it, content words first. */
export function headOf(s: Sentence, from: number, to: number): number {
  let adverb = -1;
  let other = -1;
  for (let t = to - 1; t >= from; t--) {
    if (s.heads[t] >= from && s.heads[t] < to) continue;
    if (CONTENT.test(s.upos[t])) return t;
    if (adverb < 0 && s.upos[t] === "ADV") adverb = t;
    if (other < 0) other = t;
  }
  return adverb >= 0 ? adverb : other < 0 ? to - 1 : other;
}

export function expression(
  look: Look,
  m: Match,
  head: number,
  r: Resolved,
  cue: TimeExpression["role"] | null,
  index: number,
): TimeExpression {
  const { s } = look;
  return {
    index,
    sentence: s.index,
    from: m.from,
    to: m.to,
    head,
    start: s.starts[m.from],
    end: s.ends[m.to - 1],
    earliest: r.dated?.earliest ?? null,
    latest: r.dated?.latest ?? null,
    precision: r.dated?.precision ?? "period",
    edtf: r.dated?.edtf ?? null,
    role: roleOf(look, m, head, r, cue),
    known: r.known,
    implied: r.implied,
    anchor: r.anchor,
    quantity: r.quantity,
    recalls: null,
    occurrences: r.occurrences,
    eventHead: r.anchor === "event" && m.to < s.size ? phraseHead(s, m.to) : -1,
    unresolved: r.unresolved,
    rule: m.rule.id,
  };
}

function roleOf(
  look: Look,
  m: Match,
  head: number,
  r: Resolved,
  cue: TimeExpression["role"] | null,
): TimeExpression["role"] {
  if (m.rule.role !== undefined) return m.rule.role;
  // "parted by the 1950-1953 war" names a war.
  if (r.role === "span" && cue !== null && r.known[0] === "year" && inName(look, m, head)) return "name";
  if (r.role !== null) return r.role === "span" && cue === "deadline" ? cue : r.role;
  const due = look.due;
  const { s } = look;
  const of = m.from > 1 && look.genitive.has(s.norms[m.from - 1]);
  if ((m.to < s.size && due.has(s.lemmas[m.to])) || (of && due.has(s.lemmas[m.from - 2]))) return "deadline";
  // "the Joint Declaration of 1956".
  if (of && r.known.length === 1 && r.known[0] === "year" && /^\p{Lu}/u.test(s.forms[m.from - 2]))
    return "name";
  const named = inName(look, m, head);
  if (named && r.known[0] === "year") return "name";
  // "after the May meeting": the preposition is the meeting's.
  return named && r.anchor === "publication" && m.rule.means.is === "calendar" ? "point" : (cue ?? "point");
}

/** A year or date before the noun it belongs to: "the 1956 Declaration", "Ankara's 2015 deal". */
function inName({ s, at }: Look, m: Match, head: number): boolean {
  const next = m.to;
  if (next >= s.size) return false;
  const noun =
    s.upos[next] === "NOUN" ||
    s.upos[next] === "PROPN" ||
    (s.upos[next] === "ADJ" && /^(NOUN|PROPN)$/.test(s.upos[next + 1] ?? ""));
  if (!noun) return false;
  const before = m.from - 1;
  if (
    before >= 0 &&
    (at[before]?.word.article !== undefined ||
      s.upos[before] === "DET" ||
      s.xpos[before] === "POS" ||
      s.xpos[before] === "PRP$")
  )
    return true;
  return s.heads[head] >= next && OWNED.test(s.deprels[head]);
}

const PHRASE = /^(DET|ADJ|NOUN|PROPN|NUM|PRON|ADV|PART|AUX)$/;
const FINITE = /^VB[DPZ]$/;

/**
 * What the phrase or clause that begins at a token is about: its verb where one follows its subject, else its noun. Reads words, as
 * parsers often hang "three days after the vote" wrongly.
 */
function phraseHead(s: Sentence, at: number): number {
  let noun = -1;
  let auxiliary = false;
  for (let t = at; t < s.size; t++) {
    if (s.upos[t] === "VERB") return noun < 0 || auxiliary || FINITE.test(s.xpos[t]) ? t : noun;
    if ((!PHRASE.test(s.upos[t]) && s.forms[t] !== "-") || s.xpos[t].startsWith("W")) break;
    if (s.upos[t] === "AUX") auxiliary = true;
    if (s.upos[t] === "NOUN" || s.upos[t] === "PROPN") noun = t;
  }
  return noun < 0 ? at : noun;
}
