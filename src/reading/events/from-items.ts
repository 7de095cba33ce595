import type { Lexicon, Sentence } from "../../language/index.js";
import { canonicalJson, contentHash, makeSpan } from "../../text/index.js";
import { sameSide } from "../acts/index.js";
import type { Layers } from "../layers.js";
import type { EventItem, Item, MeasureItem, MeetingItem } from "../types.js";
import { createAdmissions } from "./admitted.js";

/** Events that other items tell: meetings, and joint work that is carried out; and those that a visit tells of somebody else. */
export function createItemEvents(lexicon: Lexicon): (layers: Layers, items: readonly Item[]) => Item[] {
  const nouns = lexicon.list("meetings/nouns");
  const withAdmissions = createAdmissions(lexicon);
  return (layers, items) =>
    withAdmissions(layers, withMeasures(layers, retold(layers, withMeetings(items), nouns)));
}

/**
 * Every meeting is a CONSULT event: one that no event tells gets its own, and one that an event tells by the same word with fewer
 * parties lends it those. Journeys are told by their own event.
 */
function withMeetings(items: readonly Item[]): Item[] {
  const out = [...items];
  const told = eventsBySentence(items);
  for (const m of items) {
    if (m.kind !== "meeting" || !isReal(m)) continue;
    let at = -1;
    for (const i of m.sentences)
      for (const k of told.get(i) ?? []) if ((at < 0 || k < at) && isOf(out[k], m)) at = k;
    if (at < 0) {
      const near = told.get(m.sentences[0]) ?? [];
      if (m.parties.length < 2 || m.mode === "visit" || near.some((k) => isEnd(items[k], m))) continue;
      // "will hold talks": what is announced is the meeting itself.
      const announced = near.find((k) => announces(out[k], m));
      if (announced === undefined) out.push(eventOf(m));
      else out[announced] = eventOf(m);
      continue;
    }
    const e = out[at] as EventItem;
    if (e.trigger.start !== m.trigger.start) {
      if (e.time.class === "unknown" && m.time.class !== "unknown") out[at] = { ...e, time: m.time };
      continue;
    }
    const timed = e.time.class === "unknown" && m.time.class !== "unknown" ? { ...e, time: m.time } : e;
    const placed = timed.place === null ? { ...timed, place: m.place } : timed;
    out[at] = lacks(e, m) ? { ...placed, actors: m.parties, recipients: [], reciprocal: true } : placed;
  }
  return out;
}

/** Where in the list the events of each sentence stand. */
function eventsBySentence(items: readonly Item[]): ReadonlyMap<number, readonly number[]> {
  const out = new Map<number, number[]>();
  for (const [k, e] of items.entries()) {
    if (e.kind !== "event") continue;
    for (const i of e.sentences) {
      const list = out.get(i);
      if (list === undefined) out.set(i, [k]);
      else list.push(k);
    }
  }
  return out;
}

const isReal = (m: MeetingItem): boolean =>
  (m.status === "held" || m.status === "scheduled") &&
  (m.factuality.status === "happened" ||
    m.factuality.status === "ongoing" ||
    m.factuality.status === "scheduled");

/** Whether an event of a meeting's sentence tells of it: between none but its parties. */
const isOf = (e: Item, m: MeetingItem): boolean =>
  e.kind === "event" &&
  e.class === "CONSULT" &&
  [...e.actors, ...e.recipients].every((a) => m.parties.some((p) => sameSide(a, p)));

const announces = (e: Item, m: MeetingItem): boolean =>
  e.kind === "event" &&
  e.class === "AGREE" &&
  e.origin.rule === "event/will" &&
  m.status === "scheduled" &&
  e.sentences[0] === m.sentences[0] &&
  e.time.edtf === m.time.edtf &&
  (e.actors.every((a) => m.parties.some((p) => sameSide(a, p))) ||
    m.parties.every((p) => e.actors.some((a) => sameSide(a, p))));

/** "Negotiations between X and Y collapsed", "X broke off the talks with Y": told of the same parties, and as a no. */
const isEnd = (e: Item, m: MeetingItem): boolean =>
  e.kind === "event" &&
  (e.class === "REJECT" || e.class === "SANCTION") &&
  e.sentences[0] === m.sentences[0] &&
  m.parties.every((p) =>
    [...e.actors, ...e.recipients].some((a) => sameSide(a, p) && a.basis !== "counterpart"),
  );

const lacks = (e: EventItem, m: MeetingItem): boolean =>
  e.mode !== "visit" &&
  m.parties.some((p) => !e.actors.some((a) => sameSide(a, p)) && !e.recipients.some((a) => sameSide(a, p)));

function eventOf(m: MeetingItem, key: object = {}): EventItem {
  const { evidence, sentences, trigger, factuality, time, voice, track, place } = m;
  return {
    id: contentHash(canonicalJson({ meeting: m.id, class: "CONSULT", ...key })),
    evidence,
    sentences,
    trigger,
    factuality,
    time,
    voice,
    track,
    origin: { component: "events", rule: "event/meeting" },
    kind: "event",
    class: "CONSULT",
    mode: m.mode === "third-party" ? "third-party" : null,
    contexts: [],
    actors: m.parties,
    recipients: [],
    reciprocal: true,
    place,
  };
}

/** "The meeting is to take place on Friday": a sentence that is about a meeting told before tells its event again. */
function retold(layers: Layers, items: readonly Item[], nouns: ReadonlySet<string>): Item[] {
  const out = [...items];
  const told = tellers(layers, items);
  for (const m of items) {
    if (m.kind !== "meeting" || !isReal(m) || m.parties.length < 2) continue;
    for (const i of m.sentences) {
      const s = layers.parsed.sentences[i];
      if (m.trigger.start >= s.start && m.trigger.start < s.end) continue;
      const t = subject(s, nouns);
      if (t < 0 || told.has(i)) continue;
      const { document } = layers.parsed;
      const over = layers.clausesBySentence[i]
        .map((k) => layers.clauses[k])
        .find((c) => c.relation === "root");
      // "A meeting could be held soon": one that may be is not the one that was.
      if (over !== undefined && over.modal !== null && m.factuality.status === "happened") continue;
      const e = eventOf(m, { sentence: i });
      out.push({
        ...e,
        voice: over === undefined ? e.voice : layers.facts.voice(over.index),
        origin: { component: "events", rule: "event/meeting-retold" },
        sentences: [i],
        evidence: [makeSpan(document, s.start, s.end)],
        trigger: makeSpan(document, s.starts[t], s.ends[t]),
      });
    }
  }
  return out;
}

/** Sentences that hold the word of an event. */
function tellers({ parsed }: Layers, items: readonly Item[]): ReadonlySet<number> {
  const out = new Set<number>();
  for (const e of items) {
    if (e.kind !== "event") continue;
    for (const i of e.sentences) {
      const s = parsed.sentences[i];
      if (e.trigger.start >= s.start && e.trigger.end <= s.end) out.add(i);
    }
  }
  return out;
}

/** Token of a meeting noun that is the subject of its sentence, or -1. */
function subject(s: Sentence, nouns: ReadonlySet<string>): number {
  for (let t = 0; t < s.size; t++) {
    const over = s.heads[t];
    if (!nouns.has(s.lemmas[t]) || !s.deprels[t].startsWith("nsubj") || over < 0) continue;
    if (s.heads[over] < 0) return t;
  }
  return -1;
}

const DONE: ReadonlySet<MeasureItem["status"]> = new Set(["carried-out", "started", "completed"]);

/** "A pilot project was held": of nobody named, right after what two parties do together, it is their joint work. */
function withMeasures(layers: Layers, items: readonly Item[]): Item[] {
  const out = [...items];
  const first = new Map<number, EventItem[]>();
  for (const e of items)
    if (e.kind === "event") first.set(e.sentences[0], [...(first.get(e.sentences[0]) ?? []), e]);
  for (const m of items) {
    if (m.kind !== "measure" || m.by.length > 0 || !DONE.has(m.status)) continue;
    if (m.factuality.status !== "happened" && m.factuality.status !== "ongoing") continue;
    const here = layers.parsed.sentences[m.sentences[0]];
    const before = layers.parsed.sentences[here.index - 1];
    if (before === undefined || before.paragraph !== here.paragraph) continue;
    const joint = first.get(before.index)?.find((e) => e.class === "COOPERATE" && e.reciprocal);
    if (joint === undefined || first.has(here.index)) continue;
    const { evidence, sentences, trigger, factuality, time, voice, track } = m;
    out.push({
      ...joint,
      id: contentHash(canonicalJson({ measure: m.id, class: "COOPERATE" })),
      evidence,
      sentences,
      trigger,
      factuality,
      time,
      voice,
      track,
      origin: { component: "events", rule: "event/joint-work" },
      mode: null,
      actors: joint.actors.map((a) => ({ ...a, words: null, basis: "story" })),
      place: null,
    });
  }
  return out;
}
