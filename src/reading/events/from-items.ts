import { canonicalJson, contentHash } from "../../text/index.js";
import type { Actor, EventItem, Item, MeetingItem } from "../types.js";

/**
 * Every meeting is a CONSULT event: one that no event tells gets its own, and one that an event tells by the same word with fewer
 * parties lends it those. Journeys are told by their own event.
 */
export function withMeetings(items: readonly Item[]): Item[] {
  const out = [...items];
  for (const m of items) {
    if (m.kind !== "meeting" || !isReal(m)) continue;
    const at = out.findIndex((e) => isOf(e, m));
    if (at < 0) {
      if (m.parties.length > 1 && m.mode !== "visit" && !items.some((e) => isEnd(e, m))) out.push(eventOf(m));
      continue;
    }
    const e = out[at] as EventItem;
    if (e.trigger.start !== m.trigger.start) continue;
    const placed = e.place === null ? { ...e, place: m.place } : e;
    out[at] = lacks(e, m) ? { ...placed, actors: m.parties, recipients: [], reciprocal: true } : placed;
  }
  return out;
}

const isReal = (m: MeetingItem): boolean =>
  (m.status === "held" || m.status === "scheduled") &&
  (m.factuality.status === "happened" ||
    m.factuality.status === "ongoing" ||
    m.factuality.status === "scheduled");

/** Whether an event tells of the meeting: of one sentence with it, and between none but its parties. */
const isOf = (e: Item, m: MeetingItem): boolean =>
  e.kind === "event" &&
  e.class === "CONSULT" &&
  e.sentences.some((i) => m.sentences.includes(i)) &&
  [...e.actors, ...e.recipients].every((a) => m.parties.some((p) => same(a, p)));

/** "Negotiations between X and Y collapsed", "X broke off the talks with Y": told of the same parties, and as a no. */
const isEnd = (e: Item, m: MeetingItem): boolean =>
  e.kind === "event" &&
  (e.class === "REJECT" || e.class === "SANCTION") &&
  e.sentences[0] === m.sentences[0] &&
  m.parties.every((p) => [...e.actors, ...e.recipients].some((a) => same(a, p) && a.basis !== "counterpart"));

const lacks = (e: EventItem, m: MeetingItem): boolean =>
  e.mode !== "visit" &&
  m.parties.some((p) => !e.actors.some((a) => same(a, p)) && !e.recipients.some((a) => same(a, p)));

const same = (a: Actor, b: Actor): boolean => (a.code ?? a.name) === (b.code ?? b.name);

function eventOf(m: MeetingItem): EventItem {
  const { evidence, sentences, trigger, factuality, time, voice, track, place } = m;
  return {
    id: contentHash(canonicalJson({ meeting: m.id, class: "CONSULT" })),
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
