import type { Actor, EventItem, Reading } from "../../reading/index.js";
import type { Document } from "../../text/index.js";

/**
 * Events of a reading as PLOVER JSON Lines, one event a line, in text order. Field names follow PLOVER 2.0; places in the text are
 * UTF-16 offsets. Scheduled, negated and other non-events are marked by `status`, which PLOVER has no field for.
 */
export function ploverLines(document: Document, reading: Reading): string {
  const events = reading.items.filter((i): i is EventItem => i.kind === "event");
  return events.map((event) => `${JSON.stringify(ploverRecord(document, event))}\n`).join("");
}

function ploverRecord(document: Document, event: EventItem): Record<string, unknown> {
  const evidence = event.evidence[0];
  return {
    id: event.id,
    date: event.time.earliest,
    date_end: event.time.latest,
    event_type: event.class,
    event_mode: event.mode,
    contexts: event.contexts,
    source: event.actors.map(actorRecord),
    target: event.recipients.map(actorRecord),
    reciprocal: event.reciprocal,
    place: event.place === null ? null : { name: event.place.name, country: event.place.country },
    status: event.factuality.status,
    certainty: event.factuality.certainty,
    polarity: event.factuality.polarity,
    voice: event.voice.kind,
    event_text: document.text.slice(event.trigger.start, event.trigger.end),
    text: document.text.slice(evidence.start, evidence.end),
    span: [evidence.start, evidence.end],
    publication_date: document.published,
    publisher: document.publisher,
    rule: event.origin.rule,
  };
}

const actorRecord = (actor: Actor): Record<string, unknown> => ({
  name: actor.name,
  code: actor.code,
  basis: actor.basis,
});
