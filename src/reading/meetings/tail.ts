import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { actorsAt } from "../phrases/index.js";
import type { Actor, Mention, TimeExpression } from "../types.js";

/** One complement to the right of a word: its preposition ("" for an object), who and when it names. */
export interface Piece {
  readonly prep: string;
  readonly from: number;
  readonly to: number;
  readonly mentions: readonly Mention[];
  readonly times: readonly TimeExpression[];
  /** Nouns outside mentions. */
  readonly nouns: readonly number[];
}

const FARTHEST = 32;
const QUOTE = /^["'\u201d\u2019]+$/u;

/**
 * Complements after a word, read from tags and mentions: trees hang them wrongly too often. Ends at the next verb, a subordinator, or a
 * comma that opens something else.
 */
export function piecesAfter(layers: Layers, s: Sentence, at: number, led?: ReadonlySet<string>): Piece[] {
  const out: Piece[] = [];
  let open = piece("", at + 1);
  const close = (to: number): void => {
    if (to > open.from) out.push({ ...open, to });
  };
  let t = at + 1;
  for (; t < s.size && t <= at + FARTHEST; ) {
    const time = timeAt(layers, s, t);
    if (time !== null) {
      open.times.push(time);
      t = Math.max(time.to, t + 1);
      continue;
    }
    const mention = mentionFrom(layers, s, t);
    if (mention !== null) {
      // "after talks in May Tokyo gave up": a name right behind a date is the subject of what follows.
      if (open.times.at(-1)?.to === t && mention.use === "actor") break;
      open.mentions.push(mention);
      t = mention.to;
      continue;
    }
    if (s.upos[t] === "PUNCT" && s.norms[t] === "," && !goesOn(layers, s, t)) break;
    // "had a "good meeting" with Saleh".
    const quoted = s.upos[t] === "PUNCT" && QUOTE.test(s.forms[t]) && s.upos[t + 1] === "ADP";
    if (s.upos[t] === "PUNCT" && s.norms[t] !== "," && s.norms[t] !== "-" && !quoted) break;
    // "left-wing rebels" leave nobody.
    const compound = isTight(s, t + 1) || isTight(s, t - 1);
    // "a team led by Saleh in Oslo": the place is where they met.
    const participle = led?.has(s.lemmas[t]) === true && s.upos[t + 1] === "ADP";
    if (
      s.upos[t] === "VERB" &&
      s.deprels[t] !== "amod" &&
      s.deprels[t] !== "compound" &&
      !compound &&
      !participle
    )
      break;
    const linking = s.upos[t] === "ADP" || (s.upos[t] === "SCONJ" && timeAt(layers, s, t + 1) !== null);
    if (s.upos[t] === "AUX" || (s.upos[t] === "SCONJ" && !linking) || s.xpos[t][0] === "W") break;
    if (s.upos[t] === "PART" && s.xpos[t] === "TO") break;
    if (linking) {
      close(t);
      open = piece(s.norms[t], t);
    } else if (s.upos[t] === "NOUN") open.nouns.push(t);
    t++;
  }
  close(t);
  return out;
}

/** A hyphen inside a word. */
export const isTight = (s: Sentence, t: number): boolean =>
  s.norms[t] === "-" && s.ends[t - 1] === s.starts[t] && s.ends[t] === s.starts[t + 1];

interface Open {
  prep: string;
  from: number;
  to: number;
  mentions: Mention[];
  times: TimeExpression[];
  nouns: number[];
}
const piece = (prep: string, from: number): Open => ({
  prep,
  from,
  to: from,
  mentions: [],
  times: [],
  nouns: [],
});

/** A comma inside the phrase: before an apposition, another party, or where and when it was. */
function goesOn(layers: Layers, s: Sentence, comma: number): boolean {
  const next = comma + 1;
  if (next >= s.size) return false;
  const listed = s.upos[next] === "DET" ? mentionFrom(layers, s, next + 1) : null;
  // ", the Polisario Front, and": one of a list.
  const named =
    listed !== null && (s.norms[listed.to] === "," || s.upos[listed.to] === "CCONJ") ? next + 1 : next;
  if (timeAt(layers, s, next) !== null || mentionFrom(layers, s, named) !== null)
    return !clauseStarts(layers, s, named);
  if (s.upos[next] === "CCONJ")
    return mentionFrom(layers, s, next + 1) !== null && !clauseStarts(layers, s, next + 1);
  // ", also in Brussels"
  const prep = s.upos[next] === "ADV" ? next + 1 : next;
  if (s.upos[prep] !== "ADP") return false;
  if (timeAt(layers, s, prep + 1) !== null) return true;
  const place = mentionFrom(layers, s, prep + 1);
  // ", in Victoria, on May 3": a town that nobody knows.
  return place === null ? s.upos[prep + 1] === "PROPN" && s.norms[prep + 2] === "," : place.use === "place";
}

/** Whether a verb follows right behind the mention: it is the subject of something else. */
function clauseStarts(layers: Layers, s: Sentence, at: number): boolean {
  let t = mentionFrom(layers, s, at)?.to ?? at;
  while (t < s.size && s.upos[t] === "ADV") t++;
  // ", Saleh on Tuesday went home".
  const day = timeAt(layers, s, t) ?? (s.upos[t] === "ADP" ? timeAt(layers, s, t + 1) : null);
  if (day !== null) t = day.to;
  return t < s.size && (s.upos[t] === "VERB" || s.upos[t] === "AUX");
}

export function timeAt(layers: Layers, s: Sentence, t: number): TimeExpression | null {
  for (const i of layers.timesBySentence[s.index] ?? []) {
    const x = layers.times[i];
    if (x.from === t) return x;
  }
  return null;
}

/** The longest mention that starts at a token; pronouns count. */
export function mentionFrom(layers: Layers, s: Sentence, t: number): Mention | null {
  let best: Mention | null = null;
  for (const i of layers.mentionsBySentence[s.index] ?? []) {
    const m = layers.mentions[i];
    if (m.from === t && (best === null || m.to > best.to)) best = m;
  }
  return best;
}

/** "the Afghan Taliban", "the Colombian FARC": the country of a movement that is named right behind takes no part itself. */
export function isHomeOf(layers: Layers, s: Sentence, m: Mention): boolean {
  if (m.form !== "demonym" && s.xpos[m.from] !== "JJ") return false;
  const code = layers.entities[m.entity].code;
  return (layers.mentionsBySentence[s.index] ?? []).some((i) => {
    const other = layers.mentions[i];
    if (other.from !== m.to) return false;
    const e = layers.entities[other.entity];
    return e.party !== null && e.code === code && e.party !== code && e.kind !== "person";
  });
}

/** Who a piece names as somebody who acts. */
export function actorsOf(layers: Layers, s: Sentence, p: Piece): Actor[] {
  const out: Actor[] = [];
  for (const m of p.mentions) {
    if (m.use === "place" || isHomeOf(layers, s, m)) continue;
    for (const a of actorsAt(layers, s.index, m.head))
      if (!out.some((x) => x.entity === a.entity)) out.push(a);
  }
  return out;
}
