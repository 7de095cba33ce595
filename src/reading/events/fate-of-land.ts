import type { Lexicon, Sentence } from "../../language/index.js";
import { makeSpan } from "../../text/index.js";
import { mentionAt, nounPhrase } from "../phrases/index.js";
import type { Actor, Entity, Factuality, Place } from "../types.js";
import { OF, TO } from "./function-words.js";
import type { Meaning, Reader } from "./meaning.js";
import { groupsAt, nounAt } from "./nouns.js";
import { leaveOut, partiesAt } from "./parties.js";

/** Words of conditions, and of land that changes hands (`predicates/land-transfers`). */
export interface LandWords {
  readonly openers: readonly (readonly string[])[];
  /** "should the islands be returned": openers whose clause has its subject behind them. */
  readonly inverted: ReadonlySet<string>;
  readonly lost: ReadonlySet<string>;
  readonly gained: ReadonlySet<string>;
  readonly land: ReadonlySet<string>;
}

export function loadLandWords(lexicon: Lexicon): LandWords {
  const { rows } = lexicon.table("predicates/land-transfers");
  const of = (kind: string): string[] => rows.flatMap(([word, k]) => (k === kind ? [word] : []));
  return {
    openers: [...of("opener"), ...of("inverted")].map((x) => x.split(" ")),
    inverted: new Set(of("inverted")),
    lost: new Set(of("lost")),
    gained: new Set(of("gained")),
    land: new Set(of("land")),
  };
}

/** A condition under which land changes hands: "in the event the islands were returned to Japan", "if Armenia regained the corridor". */
interface Fate {
  readonly opener: number;
  /** Head of the words for the land. */
  readonly land: number;
  /** Head of the words for whoever would have it, or -1. */
  readonly heir: number;
}

/** Longest such condition. */
const SPAN = 16;

/** Read by the order of its words: trees hang such clauses anywhere. */
function fateIn(r: Reader): Fate | null {
  const { s } = r;
  const w = r.words.land;
  for (let t = 0; t < s.size; t++) {
    const opener = w.openers.find((x) => x.every((word, k) => s.norms[t + k] === word));
    if (opener === undefined) continue;
    const found = fateAfter(r, t, t + opener.length);
    if (found !== null) return found;
  }
  return null;
}

function fateAfter(r: Reader, opener: number, from: number): Fate | null {
  const { s } = r;
  const w = r.words.land;
  let to = from;
  while (to < s.size && to < from + SPAN && !(s.upos[to] === "PUNCT" && s.norms[to] !== "-")) to++;
  for (let v = from; v < to; v++) {
    const gained = w.gained.has(s.lemmas[v]);
    if (!gained && !w.lost.has(s.lemmas[v])) continue;
    // "the islands were returned", "Seoul returned the islands", "Armenia regained the corridor".
    const before = gained
      ? -1
      : last(from, v, (t) => isLand(r, t) && every(behindName(r, t), v, (k) => AUXILIARY.test(s.upos[k])));
    if (before < 0 && w.inverted.has(s.norms[opener])) return null;
    const land = before >= 0 ? before : objectOf(r, v, to);
    if (land < 0) continue;
    const party = (t: number): boolean =>
      t !== land && isHead(r, t) && partiesAt(r.layers, s.index, t).length > 0;
    const behind = first(Math.max(v, land) + 1, to, (t) => s.norms[t] === TO);
    const heir = gained
      ? last(from, v, party)
      : behind < 0
        ? -1
        : first(behind + 1, Math.min(to, behind + NEAR), party);
    return { opener, land, heir };
  }
  return null;
}

const AUXILIARY = /^(AUX|ADV|PART)$/;

/** Land right behind a verb or, with "of", behind a noun: "returned the islands", "the return of the islands", but no "returned to the islands". */
function objectOf(r: Reader, v: number, to: number): number {
  const { s } = r;
  const land = first(v + 1, Math.min(to, v + NEAR), (t) => isLand(r, t));
  if (land < 0) return -1;
  const noun = s.upos[v] === "NOUN";
  return every(v + 1, land, (t) => s.upos[t] !== "ADP" || (noun ? s.norms[t] === OF : s.xpos[t] === "RP")) &&
    (!noun || s.norms[v + 1] === OF)
    ? land
    : -1;
}

/** Tokens that may stand between a verb and the head of its object. */
const NEAR = 6;

function isLand(r: Reader, t: number): boolean {
  const { s } = r;
  const kind = kindAt(r, t);
  if (kind === "place" || kind === "territory") return isHead(r, t);
  return (
    s.upos[t] === "NOUN" && (r.words.land.land.has(s.lemmas[t]) || groupsAt(r.words, s, t).has("territory"))
  );
}

/** First token behind a name, or behind a noun. */
function behindName(r: Reader, t: number): number {
  const m = mentionAt(r.layers, r.s.index, t);
  return m?.head === t ? m.to : t + 1;
}

const isHead = (r: Reader, t: number): boolean => mentionAt(r.layers, r.s.index, t)?.head === t;

function first(from: number, to: number, is: (t: number) => boolean): number {
  for (let t = from; t < to; t++) if (is(t)) return t;
  return -1;
}

function every(from: number, to: number, is: (t: number) => boolean): boolean {
  for (let t = from; t < to; t++) if (!is(t)) return false;
  return true;
}

function last(from: number, to: number, is: (t: number) => boolean): number {
  for (let t = to - 1; t >= from; t--) if (is(t)) return t;
  return -1;
}

const REAL: ReadonlySet<Factuality["status"]> = new Set([
  "happened",
  "ongoing",
  "scheduled",
  "negated",
  "denied",
]);

/** Where troops would be that are to come if a land changes hands, and of whom nothing else says where: on that land. */
export function placeByFate(r: Reader, m: Meaning, status: Factuality["status"]): Place | null {
  if (m.class !== "MOBILIZE" || REAL.has(status) || hasGoal(r, m)) return null;
  const fate = fateIn(r);
  return fate === null ? null : placeAt(r, fate.land);
}

/** "deployed to Mali": somewhere else. */
const hasGoal = (r: Reader, m: Meaning): boolean =>
  m.clause?.obliques.some((o) => o.prep !== "compound" && WHERE.has(kindAt(r, o.head))) === true;

const WHERE: ReadonlySet<Entity["kind"] | null> = new Set<Entity["kind"]>(["place", "territory", "state"]);

function kindAt(r: Reader, t: number): Entity["kind"] | null {
  const m = mentionAt(r.layers, r.s.index, t);
  return m === null ? null : r.layers.entities[m.entity].kind;
}

function placeAt(r: Reader, land: number): Place {
  const { document } = r.layers.parsed;
  const m = mentionAt(r.layers, r.s.index, land);
  const e = m === null ? null : r.layers.entities[m.entity];
  if (m !== null && e !== null && (e.kind === "place" || e.kind === "territory"))
    return { name: e.name, country: e.country, words: makeSpan(document, m.start, m.end), basis: BASIS };
  const p = nounPhrase(document, r.s, land);
  return { name: p.text, country: null, words: makeSpan(document, p.start, p.end), basis: BASIS };
}

const BASIS = "event/fate-of-land";

/**
 * "concern over a U.S. deployment in the event the islands were returned to Japan": of him too who would have the land and let the troops
 * onto it.
 */
export function withHeir(
  r: Reader,
  m: Meaning,
  actors: readonly Actor[],
  recipients: readonly Actor[],
): readonly Actor[] {
  if (m.class !== "ACCUSE" || m.mode !== DISAPPROVE || recipients.length === 0) return recipients;
  const fate = fateIn(r);
  if (fate === null || fate.heir < 0 || !deploysBefore(r, r.s, m.trigger, fate.opener)) return recipients;
  const heirs = leaveOut(r.layers, partiesAt(r.layers, r.s.index, fate.heir), [...actors, ...recipients]);
  const others = heirs.filter((x) => actors.every((a) => a.code !== x.code));
  return [...recipients, ...others.map((x) => ({ ...x, basis: "event/heir" }))];
}

const DISAPPROVE = "disapprove";

const deploysBefore = (r: Reader, s: Sentence, from: number, to: number): boolean =>
  first(from + 1, to, (t) => s.upos[t] === "NOUN" && nounAt(r.words, s, t)?.class === "MOBILIZE") >= 0;
