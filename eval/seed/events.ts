import type { Actor, EventItem } from "../../src/reading/types.js";
import type { Gold, GoldEntry } from "./gold.js";
import { at, decide, type Outcome, type Read, wrongDays, wrongIf, wrongPlace } from "./match.js";

interface GoldEvent {
  readonly type: string;
  readonly alt_type?: readonly string[];
  readonly status: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly date: string | null;
  readonly place: string | null;
}

/** Gold's statuses and those of a reader that mean the same. */
const STATUSES: Readonly<Record<string, readonly EventItem["factuality"]["status"][]>> = {
  happened: ["happened", "ongoing"],
  ongoing: ["ongoing", "happened"],
  scheduled: ["scheduled"],
  hypothetical: ["hypothetical", "conditional", "intended", "expected", "proposed", "feared"],
};

export function events(gold: Gold, read: Read): Outcome[] {
  const sentences = new Map(gold.sentences.map((s) => [s.id, s]));
  const out: Outcome[] = [];
  for (const group of gold.plover_events as readonly { sentence: string; events: readonly GoldEvent[] }[]) {
    const s = sentences.get(group.sentence) as { id: string; start: number; end: number };
    const here: GoldEntry = { evidence: [{ sentence: s.id, start: s.start, end: s.end }] };
    const candidates = at(read, here, "event").filter(
      (e) => e.trigger.start >= s.start && e.trigger.end <= s.end,
    );
    for (const e of group.events) {
      const classes = [e.type, ...(e.alt_type ?? [])];
      const named = candidates.filter((c) => classes.includes(c.class));
      out.push(
        decide(
          "plover_events",
          `${s.id} ${e.type} ${e.status} ${e.source.join("+")}>${e.target.join("+")}`,
          named,
          (c) => wrongEvent(e, c),
        ),
      );
    }
  }
  return out;
}

function wrongEvent(e: GoldEvent, c: EventItem): string[] {
  const sources = e.source.every((x) => has(c.actors, x) || (c.reciprocal && has(c.recipients, x)));
  const targets = e.target.every((x) => has(c.recipients, x) || (c.reciprocal && has(c.actors, x)));
  return [
    ...wrongIf(
      !STATUSES[e.status].includes(c.factuality.status),
      `status: want ${e.status}, got ${c.factuality.status}`,
    ),
    ...wrongIf(!sources, `source: want ${e.source.join(" ")}, got ${shown(c.actors)}`),
    ...wrongIf(!targets, `target: want ${e.target.join(" ")}, got ${shown(c.recipients)}`),
    // A visit announced "from" a day has only its first day.
    ...(e.status === "scheduled" && c.time.earliest === e.date ? [] : wrongDays("date", e.date, c.time)),
    ...wrongPlace(e.place, c.place),
  ];
}

const has = (actors: readonly Actor[], who: string): boolean =>
  actors.some((a) => a.code === who || a.name.toLowerCase().includes(who.toLowerCase()));
const shown = (actors: readonly Actor[]): string => actors.map((a) => a.code ?? a.name).join(" ") || "nobody";
