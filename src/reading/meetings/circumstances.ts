import type { Sentence } from "../../language/index.js";
import { makeSpan } from "../../text/index.js";
import { itemTime, NO_TIME } from "../attach/index.js";
import type { Layers } from "../layers.js";
import { slice } from "../phrases/index.js";
import type { Clause, Entity, ItemTime, Place } from "../types.js";
import type { Bench } from "./candidate.js";
import type { Participants } from "./participants.js";
import type { Piece } from "./tail.js";
import { frontOf } from "./who.js";
import type { Level, MeetingWords } from "./words.js";

/** Roles of times that say when a thing is held; a deadline or a length does not. */
const DATING = new Set(["point", "span", "since", "after"]);

/** When: what the clause layer says, else an expression among the word's own complements. */
export function whenOf(layers: Layers, clause: Clause | null, pieces: readonly Piece[]): ItemTime {
  const told = clause === null ? NO_TIME : layers.facts.time(clause.index);
  if (told.earliest !== null || told.latest !== null) return told;
  const own = ownTime(layers, pieces);
  return own ?? told;
}

/** A time that stands among the complements themselves. */
export function ownTime(layers: Layers, pieces: readonly Piece[]): ItemTime | null {
  for (const p of pieces)
    for (const x of p.times)
      if (DATING.has(x.role) && x.earliest !== null) return itemTime(layers, x, "meetings/own-time");
  return null;
}

/** What places are read with. */
type Wherein = Pick<Bench, "layers" | "words">;

const TOWNS = new Set<Entity["kind"]>(["place", "state", "territory"]);

/** Where: a place among the word's complements, else what the clause layer says. */
export function whereOf(
  { layers, words }: Wherein,
  clause: Clause | null,
  pieces: readonly Piece[],
  preps: ReadonlySet<string> = words.class("place-of"),
  s?: Sentence,
): Place | null {
  for (const [k, p] of pieces.entries()) {
    // "in the Turkish city of Antalya".
    const before = pieces[k - 1];
    const apart =
      words.class("of").has(p.prep) &&
      before !== undefined &&
      preps.has(before.prep) &&
      before.nouns.length > 0;
    if (!apart && !preps.has(p.prep)) continue;
    for (const m of p.mentions) {
      const e = layers.entities[m.entity];
      // "in Luxembourg yesterday": trees hang the state on the day.
      const lost = m.use === "modifier" && m.from === p.from + 1 && p.times.some((x) => x.from === m.to);
      if ((m.use !== "place" && !lost) || !TOWNS.has(e.kind) || isWater(words, s, m.to - 1)) continue;
      return {
        name: e.name,
        country: e.country,
        words: makeSpan(layers.parsed.document, m.start, m.end),
        basis: "meetings/own-place",
      };
    }
    const house = words.class("place-of").has(p.prep)
      ? p.mentions.find((m) => m.rule === "entities/government")
      : undefined;
    if (house !== undefined) {
      const span = makeSpan(layers.parsed.document, house.start, house.end);
      const e = layers.entities[house.entity];
      return { name: e.name, country: e.country ?? e.code, words: span, basis: "meetings/house" };
    }
    const unknown = s === undefined ? null : unknownTown({ layers, words }, s, p, apart);
    if (unknown !== null) return unknown;
  }
  const there = s === undefined ? null : thereIn({ layers, words }, s, pieces);
  if (there !== null) return there;
  const told = clause === null ? null : layers.facts.place(clause.index);
  return told !== null && clause !== null && isIn({ layers, words }, clause.sentence, told) ? told : null;
}

/** "in the South China Sea" is not where people meet. */
const isWater = (words: MeetingWords, s: Sentence | undefined, t: number): boolean =>
  s !== undefined && words.class("water").has(s.norms[t]);

/** "in Naqoura": a name after "in" that nobody knows is taken for a town, of no known country. */
function unknownTown({ layers, words }: Wherein, s: Sentence, p: Piece, apart: boolean): Place | null {
  if (
    !(words.class("toward").has(p.prep) || words.class("place-of").has(p.prep) || apart) ||
    p.mentions.length > 0 ||
    p.nouns.length > 0
  )
    return null;
  const end = p.times[0]?.from ?? p.to;
  let from = p.from + 1;
  while (from < end && s.upos[from] === "DET") from++;
  let to = from;
  while (to < end && (s.upos[to] === "PROPN" || (to > from && s.xpos[to] === "HYPH"))) to++;
  // "in Gitega and promised".
  if (to === from || (to < end && s.upos[to] !== "CCONJ")) return null;
  const span = makeSpan(layers.parsed.document, s.starts[from], s.ends[to - 1]);
  const name = layers.parsed.document.text.slice(span.start, span.end);
  return { name, country: null, words: span, basis: "meetings/unknown-town" };
}

/** Sentences back to which "there" points. */
const THERE = 3;

/** "met there again": the place named last. */
function thereIn({ layers, words }: Wherein, s: Sentence, pieces: readonly Piece[]): Place | null {
  const last = pieces.at(-1);
  if (last === undefined) return null;
  for (let t = pieces[0].from; t < last.to; t++) {
    if (s.xpos[t] !== "RB" || !words.class("there").has(s.norms[t])) continue;
    for (let i = s.index; i >= 0 && i > s.index - THERE; i--) {
      const mine = layers.mentionsBySentence[i] ?? [];
      for (let k = mine.length - 1; k >= 0; k--) {
        const m = layers.mentions[mine[k]];
        const e = layers.entities[m.entity];
        if (m.use !== "place" || !TOWNS.has(e.kind) || (i === s.index && m.from > t)) continue;
        const span = makeSpan(layers.parsed.document, s.starts[t], s.ends[t]);
        return { name: e.name, country: e.country, words: span, basis: "meetings/there" };
      }
    }
  }
  return null;
}

const BACK = 8;

/** Whether "in" or "at" stands in front of a place's phrase: "on a Nile dam" is not on the Nile. */
function isIn({ layers, words }: Wherein, sentence: number, place: Place): boolean {
  if (place.basis === "attach/here") return true;
  if (place.words === null) return false;
  const s = layers.parsed.sentences[sentence];
  let t = 0;
  while (t < s.size && s.starts[t] < place.words.start) t++;
  for (let k = t - 1; k >= 0 && k >= t - BACK; k--) {
    if (words.class("place-of").has(s.norms[k])) return true;
    if (s.upos[k] === "ADP" && !words.class("of").has(s.norms[k])) return false;
    if (!NAMING.has(s.upos[k])) return false;
  }
  return false;
}

const NAMING = new Set(["DET", "ADJ", "NOUN", "PROPN", "PUNCT", "ADP", "PART"]);

/** "on the sidelines of the G20 summit", "at the Munich Security Conference": the bigger event it happened at, or null. */
export function occasionOf(
  layers: Layers,
  s: Sentence,
  from: number,
  pieces: readonly Piece[],
  words: MeetingWords,
): string | null {
  const to = pieces.at(-1)?.to ?? from + 1;
  for (let t = from; t < to && t < s.size; t++) {
    if (!words.class("sidelines").has(s.lemmas[t])) continue;
    for (let k = t + 1; k < Math.min(t + 3, s.size); k++) {
      const name = words.class("of").has(s.norms[k]) ? gatheringFrom(layers, s, k + 1, words) : null;
      if (name !== null) return name;
    }
  }
  for (const p of pieces) {
    if (!words.class("occasion-of").has(p.prep)) continue;
    const m = p.mentions.find((x) => layers.entities[x.entity].kind === "occasion");
    if (m !== undefined) return layers.entities[m.entity].name;
    const hall = headFrom(s, p.from + 1);
    const last = hall < 0 ? -1 : lastOf(s, hall, words);
    if (last >= 0 && words.class("gathering").has(s.lemmas[last].toLowerCase()))
      return gatheringFrom(layers, s, p.from + 1, words);
  }
  return null;
}

/** The name of a gathering that starts at a token: "G20 summit", "Group of 20 summit". */
function gatheringFrom(layers: Layers, s: Sentence, from: number, words: MeetingWords): string | null {
  const head = headFrom(s, from);
  if (head < 0) return null;
  const first = s.upos[from] === "DET" ? from + 1 : from;
  return slice(layers.parsed.document, s, Math.min(first, head), lastOf(s, head, words) + 1).text;
}

/** "Group of 20 summit" goes on behind its "of" to the gathering. */
function lastOf(s: Sentence, head: number, words: MeetingWords): number {
  const more = words.class("of").has(s.norms[head + 1]) ? headFrom(s, head + 2) : -1;
  const names = (n: number): boolean => words.class("gathering").has(s.lemmas[n].toLowerCase());
  return more >= 0 && (names(more) || names(head)) ? more : head;
}

/** The words up to a noun without its article: "Eastern Economic Forum". */
export function nameTo(layers: Layers, s: Sentence, head: number): string {
  let from = frontOf(s, head);
  if (s.upos[from] === "DET" || s.xpos[from] === "PRP$") from++;
  return slice(layers.parsed.document, s, Math.min(from, head), head + 1).text;
}

/** Last noun of the noun phrase that starts at a token, or -1. */
export function headFrom(s: Sentence, from: number): number {
  let head = -1;
  for (let t = from; t < s.size && t < from + 12; t++) {
    const u = s.upos[t];
    if (u === "NOUN" || u === "PROPN" || u === "NUM") head = t;
    else if (s.xpos[t] === "POS" && head >= 0) head = -1;
    else if (!(u === "DET" || u === "ADJ" || (u === "PUNCT" && s.norms[t] === "-"))) break;
  }
  return head;
}

const ORDER: readonly Level[] = ["working", "senior-official", "minister", "leader"];

/** Level: of the words beside the noun, else the lower of the two sides' highest offices. */
export function levelOf(
  layers: Layers,
  s: Sentence,
  own: Level | null,
  front: readonly [number, number],
  nouns: readonly number[],
  participants: Participants,
  words: MeetingWords,
): Level | null {
  const beside: Level[] = [];
  const look = (t: number): void => {
    // "prime minister" is one word in two.
    if (words.levels.get(s.norms[t - 1] ?? "") === "leader" && s.heads[t - 1] === t) return;
    // Over "a working dinner" ministers sit.
    if (words.class("meal").has(s.lemmas[t + 1] ?? "")) return;
    const level = words.levels.get(s.lemmas[t]) ?? words.levels.get(s.norms[t]);
    if (level !== undefined) beside.push(level);
  };
  for (let t = front[0]; t < front[1]; t++) look(t);
  const fronted = beside.length;
  for (const t of nouns) {
    look(t);
    for (let c = s.firstChild[t]; c >= 0 && c < t; c = s.nextSibling[c]) look(c);
  }
  const best = new Map<string, number>();
  for (const a of participants.people) {
    const level = ORDER.indexOf(layers.entities[a.entity].office?.level as Level);
    const key = layers.entities[a.entity].office?.of ?? a.code ?? a.name;
    if (level >= 0) best.set(key, Math.max(best.get(key) ?? 0, level));
  }
  if (best.size > 1) return ORDER[Math.min(...best.values())];
  if (own !== null) return own;
  if (fronted > 0) return lowest(beside.slice(0, fronted));
  if (best.size > 0) return ORDER[Math.min(...best.values())];
  return beside.length > 0 ? lowest(beside) : null;
}

const lowest = (levels: readonly Level[]): Level => ORDER[Math.min(...levels.map((l) => ORDER.indexOf(l)))];
