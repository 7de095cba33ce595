import type { Sentence } from "../../language/index.js";
import { preposition } from "../clauses/index.js";
import { clauseAt, clauseOver, nounPhrase, verbKeys, verbOf } from "../phrases/index.js";
import type { Actor, Clause, ItemTime } from "../types.js";
import type { Bench, Candidate } from "./candidate.js";
import { levelOf, occasionOf, ownTime, whenOf, whereOf } from "./circumstances.js";
import { frontOf, named, Participants, partners, subjectsOf } from "./participants.js";
import { statusOf } from "./status.js";
import { type Piece, piecesAfter } from "./tail.js";
import { visitOver } from "./verbs.js";
import type { Holding, MeetingNoun, Mode, Status } from "./words.js";

/** A meeting noun with what stands around it. */
export interface NounPhrase {
  readonly noun: number;
  readonly entry: MeetingNoun;
  readonly front: number;
  readonly prep: string;
  readonly pieces: readonly Piece[];
  readonly definite: boolean;
}

interface Held {
  readonly clause: Clause;
  readonly status: Status | null;
  readonly subject: Holding["subject"];
}

/** Meetings told by a noun: held, planned, put off, or named as the occasion of something else. */
export function fromNoun(bench: Bench, s: Sentence, noun: number): void {
  const { layers, words } = bench;
  if (s.upos[noun] !== "NOUN" || bench.taken.has(noun)) return;
  const phrase = phraseAt(bench, s, noun);
  if (phrase === null) return;
  const { pieces, front, entry, prep } = phrase;
  const own = clauseAt(layers, s.index, noun);
  const visit = entry.mode === "visit";
  const people = new Participants(layers).add(named(layers, s, front, noun));
  const partner = partners(layers, s, pieces, words);
  if (!visit) people.add(partner.actors);
  const gathered = pieces[0]?.prep === "of" && !visit ? partnersOf(bench, s, pieces[0]) : [];
  people.add(gathered);
  const whole = partner.among || gathered.length > 1;
  const held = heldBy(bench, s, noun, pieces);
  const governing = clauseOver(layers, s.index, noun, true);
  const agent = agentsOf(bench, s, noun, pieces);
  if (held !== null && !whole) {
    const subjects = subjectsOf(layers, s, held.clause, words);
    if (held.subject === "yes" || (held.subject === "host" && people.size < 2)) people.add(subjects);
  }
  const clause = held?.clause ?? own;
  let time = whenOf(layers, clause, pieces);
  const nearTime = ownTime(layers, pieces);
  if (time.earliest === null && own !== null) time = whenOf(layers, own, pieces);
  if (held === null && nearTime !== null && time.words === null) time = nearTime;
  let place = whereOf(layers, clause, pieces);
  let status: Status | null = null;
  let rule = "meeting/named";
  if (held !== null) {
    status = statusOf(bench, held.clause, time, held.status);
    rule =
      held.status === "postponed" || held.status === "cancelled"
        ? "meeting/put-off"
        : held.status === null
          ? "meeting/held"
          : "meeting/planned";
    if (status === null) {
      bench.miss(rule, s, noun, "its verb does not say that it is, or will be, held");
      return;
    }
  } else if (governing !== null) {
    const seen = occasion(bench, s, phrase, governing, time.earliest, time.latest);
    status = seen;
    rule = "meeting/occasion";
    if (prep !== "" && !whole && people.size < 2 && (people.size > 0 || !phrase.definite))
      people.add(
        subjectsOf(layers, s, governing, words).filter(
          (a) => layers.entities[a.entity].kind !== "organisation",
        ),
      );
  }
  const within = visit ? -1 : visitOver(bench, s, noun);
  if (within >= 0 && prep === "for" && bench.found[within].clause !== null) {
    const over = bench.found[within].clause as Clause;
    const goes = statusOf(bench, over, layers.facts.time(over.index), null);
    status = goes === "held" && bench.found[within].status === null ? "scheduled" : goes;
    rule = "meeting/visit-to-meet";
    people.add(bench.found[within].participants.people);
    place ??= bench.found[within].place;
  }
  if (visit) {
    const to = whereOf(layers, null, pieces, new Set(["to"])) ?? stateIn(bench, pieces);
    place = to ?? place;
    if (held !== null && held.subject === "yes") people.add(subjectsOf(layers, s, held.clause, words));
    people.add(partnersBy(bench, s, pieces));
    if (place?.country != null && people.size > 0) people.host(place.country, place.words);
  }
  const phone = entry.mode === "phone" || byPhone(bench, s, front, noun);
  const mode: Mode = phone ? "phone" : entry.mode;
  if (status === null && held === null && whole && isPast(bench, own, time)) {
    status = "held";
    rule = "meeting/named";
  }
  if (
    !entry.counts &&
    held !== null &&
    held.status !== "scheduled" &&
    status !== "held" &&
    nearTime === null
  ) {
    bench.miss(rule, s, noun, "a process that is to go on, no meeting");
    return;
  }
  if (status === null && !entry.counts && (isProcess(bench, s, front, noun) || prep === "")) return;
  if (
    !entry.counts &&
    status !== null &&
    held === null &&
    isProcess(bench, s, front, noun) &&
    nearTime === null &&
    place === null
  )
    status = null;
  if (people.size < 2 && !phrase.definite && status !== null && place === null && time.words === null)
    status = null;
  const nouns = pieces.flatMap((p) =>
    p.prep === "of" || words.class("among").has(p.prep) || p.prep === "with" ? p.nouns : [],
  );
  bench.taken.add(noun);
  const candidate: Candidate = {
    sentence: s.index,
    trigger: noun,
    clause,
    rule,
    what: nounPhrase(layers.parsed.document, s, noun).text,
    mode,
    level: levelOf(
      layers,
      s,
      entry.level ?? summitIn(bench, s, front, noun),
      [front, noun],
      nouns,
      people,
      words,
    ),
    status,
    participants: people,
    time,
    place,
    occasion: occasionOf(layers, s, noun, pieces.at(-1)?.to ?? noun + 1, words),
    count: 1,
    definite: phrase.definite,
    another: anotherIn(bench, s, front, noun),
    hosted: agent.length > 0,
    within: rule === "meeting/visit-to-meet" ? within : -1,
  };
  bench.found.push(candidate);
}

/** The noun with its surroundings, or null where it names no meeting ("news conference", "call for") or is part of a longer name. */
export function phraseAt(bench: Bench, s: Sentence, noun: number): NounPhrase | null {
  const { layers, words } = bench;
  let entry = words.nouns.get(s.lemmas[noun]);
  if (entry === undefined) return null;
  const next = s.upos[noun + 1] === "NOUN" ? s.lemmas[noun + 1] : "";
  if (next !== "" && (words.nouns.has(next) || s.deprels[noun] === "compound")) return null;
  const front = frontOf(s, noun);
  for (let t = front; t < noun; t++) if (words.class("not-meeting").has(s.norms[t])) return null;
  const part = words.class("part").has(s.lemmas[noun]);
  if (part && !(s.norms[noun + 1] === "of" && words.nouns.has(s.lemmas[lastNoun(s, noun + 2)] ?? "")))
    return null;
  if (part) entry = words.nouns.get(s.lemmas[lastNoun(s, noun + 2)]) ?? entry;
  if (!part && s.norms[noun - 1] === "of" && words.class("part").has(s.lemmas[noun - 2] ?? "")) return null;
  if (entry.mode === "phone" && s.lemmas[noun] === "call" && !byPhone(bench, s, front, noun)) {
    const after = s.norms[noun + 1];
    if (after !== "with" && after !== "between") return null;
  }
  const start = part ? lastNoun(s, noun + 2) : noun;
  const before = s.norms[front - 1] ?? "";
  const prep =
    s.upos[front - 1] === "ADP" || s.deprels[front - 1] === "case" || s.upos[front - 1] === "SCONJ"
      ? before
      : preposition(s, noun);
  return {
    noun,
    entry,
    front,
    prep: before === "of" && s.norms[front - 2] === "ahead" ? "ahead" : prep,
    pieces: piecesAfter(layers, s, start),
    definite: words.class("definite").has(s.norms[front]),
  };
}

function lastNoun(s: Sentence, from: number): number {
  let t = from;
  while (
    t + 1 < s.size &&
    (s.upos[t + 1] === "NOUN" || s.upos[t] === "DET" || s.upos[t] === "ADJ" || s.upos[t] === "PROPN")
  )
    t++;
  return Math.min(t, s.size - 1);
}

const PRIORITY: readonly (Status | null)[] = ["cancelled", "postponed", "proposed", "scheduled", null];

/** The verb that says that the meeting is held, planned, put off; the most telling one where there are several. */
function heldBy({ layers, words }: Bench, s: Sentence, noun: number, pieces: readonly Piece[]): Held | null {
  let best: Held | null = null;
  const behind = verbBehind(s, noun, pieces);
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const c = layers.clauses[i];
    const light = c.support >= 0 && c.head === noun;
    const about =
      light ||
      (behind >= 0 && verbOf(c) === behind) ||
      (c.kind !== "nominal" && (c.objects.includes(noun) || c.subjects.includes(noun))) ||
      (c.head !== noun && c.kind === "verbal" && c.relation.startsWith("acl") && s.heads[c.head] === noun);
    if (!about) continue;
    const keys = light ? [s.lemmas[c.support]] : verbKeys(layers, c).sort((a, b) => b.length - a.length);
    const key = keys.find((k) => words.holding.has(k));
    if (key === undefined) continue;
    const { status, subject } = words.holding.get(key) as Holding;
    // "The talks opened": its subject is the meeting itself.
    const found: Held = {
      clause: c,
      status,
      subject: c.subjects.includes(noun) || verbOf(c) === behind ? "no" : subject,
    };
    if (best === null || PRIORITY.indexOf(status) <= PRIORITY.indexOf(best.status)) best = found;
  }
  return best;
}

/** The verb of "talks that began in May", "a meeting scheduled for Friday", read from the words: trees hang it elsewhere. -1 where there is none. */
function verbBehind(s: Sentence, noun: number, pieces: readonly Piece[]): number {
  let t = Math.max(pieces.at(-1)?.to ?? 0, noun + 1);
  if (t >= s.size) return -1;
  if (s.xpos[t] === "VBN" || s.xpos[t] === "VBG") return t;
  if (s.norms[t] === "," && s.norms[t + 1] === "which") t++;
  if (s.norms[t] !== "that" && s.norms[t] !== "which") return -1;
  t++;
  while (t < s.size && (s.upos[t] === "AUX" || s.upos[t] === "ADV" || s.upos[t] === "PART")) t++;
  return t < s.size && s.upos[t] === "VERB" ? t : -1;
}

/** Status of a meeting that something else is told at, after or before. */
function occasion(
  bench: Bench,
  s: Sentence,
  { prep, definite }: NounPhrase,
  governing: Clause,
  earliest: string | null,
  latest: string | null,
): Status | null {
  const { layers, words } = bench;
  const { published } = layers;
  const ahead = earliest !== null && published !== null && earliest > published;
  const past = latest !== null && published !== null && latest < published;
  const f = layers.facts.factuality(governing.index);
  const told = (f.status === "happened" || f.status === "ongoing") && governing.tense !== "none";
  if (words.class("ahead").has(prep)) return ahead ? "scheduled" : past ? "unreported" : null;
  if (words.class("after").has(prep))
    return ahead ? "scheduled" : past || (told && governing.tense === "past") ? "held" : null;
  if (words.class("at").has(prep) || words.class("sidelines").has(prep))
    return ahead ? "scheduled" : past || (told && governing.tense === "past") ? "held" : null;
  if (ahead) return "scheduled";
  return past && definite && !s.norms.includes("if") ? "held" : null;
}

function partnersOf({ layers }: Bench, s: Sentence, p: Piece): Actor[] {
  return named(layers, s, p.from, p.to - 1);
}

/** "a visit by President Ruto". */
function partnersBy({ layers, words }: Bench, s: Sentence, pieces: readonly Piece[]): Actor[] {
  return pieces
    .filter((p) => words.class("agent").has(p.prep))
    .flatMap((p) => named(layers, s, p.from, p.to - 1));
}

/** Dated before publication, and nothing says that it did not take place. */
function isPast({ layers }: Bench, own: Clause | null, time: ItemTime): boolean {
  const f = own === null ? null : layers.facts.factuality(own.index).status;
  return time.class === "past" && time.words !== null && (f === null || f === "happened" || f === "ongoing");
}

/** Third parties that host or mediate: "hosted by Qatar", "under the mediation of Oman". */
function agentsOf({ layers, words }: Bench, s: Sentence, noun: number, pieces: readonly Piece[]): Actor[] {
  const end = pieces.at(-1)?.to ?? noun + 1;
  for (let t = noun; t < Math.min(end + 2, s.size); t++) {
    if (s.xpos[t] !== "VBN" || !words.class("agent-verb").has(s.lemmas[t])) continue;
    const by = piecesAfter(layers, s, t).find((p) => words.class("agent").has(p.prep));
    if (by !== undefined) return named(layers, s, by.from, by.to - 1);
  }
  for (let t = Math.max(0, noun - 4); t < noun; t++) {
    if (s.norms[t] !== "-" || !words.class("agent-verb").has(s.lemmas[t + 1] ?? "")) continue;
    return named(layers, s, Math.max(0, t - 2), t);
  }
  return [];
}

function stateIn({ layers }: Bench, pieces: readonly Piece[]): Candidate["place"] {
  for (const p of pieces) {
    if (p.prep !== "to") continue;
    for (const m of p.mentions) {
      const e = layers.entities[m.entity];
      if (e.kind !== "state") continue;
      const words = { doc: layers.parsed.document.id, start: m.start, end: m.end };
      return { name: e.name, country: e.country ?? e.code, words, basis: "visited" };
    }
  }
  return null;
}

function byPhone({ words }: Bench, s: Sentence, front: number, noun: number): boolean {
  for (let t = front; t < noun; t++) if (words.class("by-phone").has(s.norms[t])) return true;
  for (let t = noun + 1; t < Math.min(noun + 3, s.size); t++)
    if (words.class("by-phone").has(s.norms[t]) && s.upos[t - 1] === "ADP") return true;
  return false;
}

/** "peace talks", "the treaty negotiations": the process as a whole. */
function isProcess({ words }: Bench, s: Sentence, front: number, noun: number): boolean {
  for (let t = front; t < noun; t++) if (words.class("mass").has(s.norms[t])) return true;
  return front === noun;
}

function summitIn({ words }: Bench, s: Sentence, front: number, noun: number): Candidate["level"] {
  for (let t = front; t < noun; t++) {
    const level = words.nouns.get(s.lemmas[t])?.level;
    if (level !== undefined && level !== null) return level;
  }
  return null;
}

function anotherIn({ words }: Bench, s: Sentence, front: number, noun: number): boolean {
  for (let t = front; t < noun; t++) if (words.class("another").has(s.norms[t])) return true;
  return false;
}
