import type { Item, ItemKind } from "../../src/reading/index.js";
import { addDays, dayNumber, isoDate } from "../../src/text/index.js";
import type { Random } from "./random.js";
import { nouns, surnames, towns, verbs } from "./words.js";

/** One thing that is true in a world: what all its reports are about. */
export interface Occurrence {
  readonly id: string;
  readonly kind: Exclude<ItemKind, "anniversary">;
  readonly day: string;
  readonly parties: readonly string[];
  readonly by: string;
  /** Content words: reports use most of them. */
  readonly content: readonly string[];
  readonly town: string;
  readonly host: string;
  readonly level: "leader" | "minister" | "senior-official";
  readonly mode: "bilateral" | "phone" | "negotiations";
  readonly people: readonly { readonly name: string; readonly code: string }[];
  /** For meetings: what became of them. Reports before the day announce it. */
  readonly fate: "held" | "cancelled" | "postponed" | "unreported";
  /** First day planned, where it was postponed. */
  readonly planned: string | null;
  readonly due: string | null;
  readonly variant: string;
}

export interface World {
  readonly id: string;
  readonly parties: readonly [string, string];
  readonly start: string;
  readonly days: number;
  readonly people: ReadonlyMap<string, readonly { readonly name: string; readonly code: string }[]>;
  readonly occurrences: readonly Occurrence[];
}

const shares: readonly (readonly [Occurrence["kind"], number])[] = [
  ["meeting", 0.2],
  ["event", 0.2],
  ["quote", 0.2],
  ["position", 0.12],
  ["proposal", 0.06],
  ["commitment", 0.06],
  ["agreement", 0.04],
  ["measure", 0.05],
  ["assessment", 0.05],
  ["condition", 0.02],
];

/** A world of so many true things, spread over its days as news is: in bursts about meetings. */
export function makeWorld(
  id: string,
  parties: readonly [string, string],
  count: number,
  random: Random,
): World {
  const start = isoDate(dayNumber("2012-01-01") + random.int(0, 700));
  const days = Math.max(200, Math.min(4000, count * 2));
  const people = new Map(
    parties.map((code) => [code, random.some(surnames, 5).map((name) => ({ name, code }))] as const),
  );
  const occurrences: Occurrence[] = [];
  let burst = start;
  for (let i = 0; i < count; i++) {
    if (i % 6 === 0) burst = addDays(start, random.int(0, days));
    const kind = kindOf(random.next());
    const day = addDays(burst, random.int(-2, 9));
    const fate = random.next();
    const by = random.pick(parties);
    const level = random.pick(["leader", "minister", "minister", "senior-official"] as const);
    const rank = level === "leader" ? 0 : level === "minister" ? 1 : 2;
    occurrences.push({
      id: `${id}/${i}`,
      kind,
      day,
      parties,
      by,
      content: [...random.some(verbs, 1), ...random.some(nouns, 5)],
      town: random.pick(towns),
      host: random.pick(parties),
      level,
      mode: random.pick(["bilateral", "bilateral", "negotiations", "phone"] as const),
      people: parties.map((code) => (people.get(code) as readonly { name: string; code: string }[])[rank]),
      fate: fate < 0.8 ? "held" : fate < 0.87 ? "cancelled" : fate < 0.94 ? "postponed" : "unreported",
      planned: fate >= 0.87 && fate < 0.94 ? addDays(day, -random.int(10, 40)) : null,
      due: random.chance(0.5) ? addDays(day, random.int(60, 400)) : null,
      variant: random.pick(["a", "b", "c"]),
    });
  }
  return {
    id,
    parties,
    start,
    days,
    people,
    occurrences: occurrences.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
  };
}

function kindOf(x: number): Occurrence["kind"] {
  let sum = 0;
  for (const [kind, share] of shares) {
    sum += share;
    if (x < sum) return kind;
  }
  return "event";
}

type Loose = { readonly kind: Item["kind"] } & Record<string, unknown>;

const actor = (code: string, name = code) => ({ entity: 0, name, code, words: null, basis: "stated" });

/** A day, its month, or nothing, as reports name it. */
export function timeOf(day: string | null, precision: "day" | "month" | "none", published: string) {
  const none = {
    earliest: null,
    latest: null,
    precision: null,
    edtf: null,
    words: null,
    class: "unknown",
    rule: "world",
  };
  if (day === null || precision === "none") return none;
  const when = day <= published ? "past" : "future";
  if (precision === "day") return { ...none, earliest: day, latest: day, precision, edtf: day, class: when };
  const month = day.slice(0, 7);
  const next = isoDate(dayNumber(`${month}-28`) + 4).slice(0, 7);
  return {
    ...none,
    earliest: `${month}-01`,
    latest: addDays(`${next}-01`, -1),
    precision,
    edtf: month,
    class: when,
  };
}

/** What one article says of an occurrence on its publication day: true, but told more or less exactly, in other words. */
export function report(o: Occurrence, published: string, random: Random): { item: Loose; words: string } {
  const kept = o.content.filter((_, i) => i === 0 || random.chance(0.85));
  const words = [...kept, ...(random.chance(0.4) ? random.some(nouns, 1) : [])].join(" ");
  const late = dayNumber(published) - dayNumber(o.day) > 20;
  const precision = late
    ? random.chance(0.6)
      ? "day"
      : random.chance(0.8)
        ? "month"
        : "none"
    : random.chance(0.92)
      ? "day"
      : "month";
  const time = timeOf(o.day, precision, published);
  const other = o.parties.find((p) => p !== o.by) as string;
  const base = { time };
  switch (o.kind) {
    case "meeting": {
      const ahead = published < o.day;
      const status = ahead
        ? o.planned !== null && published < o.planned
          ? "scheduled"
          : o.planned !== null
            ? "postponed"
            : o.fate === "cancelled" && dayNumber(o.day) - dayNumber(published) < 3
              ? "cancelled"
              : "scheduled"
        : o.fate === "cancelled"
          ? "cancelled"
          : "held";
      const place = random.chance(0.75)
        ? { name: random.chance(0.9) ? o.town : o.host, country: o.host, words: null, basis: "stated" }
        : null;
      return {
        words: `${o.parties.join(" and ")} ${o.mode === "phone" ? "spoke by telephone" : "met"} on ${words}`,
        item: {
          ...base,
          kind: "meeting",
          what: `${o.mode === "phone" ? "call" : "meeting"} on ${words}`,
          mode: o.mode,
          level: random.chance(0.7) ? o.level : "unknown",
          status,
          parties: o.parties.map((p) => actor(p)),
          representatives: random.chance(0.6) ? o.people.map((p) => actor(p.code, p.name)) : [],
          place: o.mode === "phone" ? null : place,
        },
      };
    }
    case "event":
      return {
        words: `${o.by} turned to ${other} over ${words}`,
        item: {
          ...base,
          kind: "event",
          class: o.variant === "a" ? "REQUEST" : o.variant === "b" ? "ACCUSE" : "SUPPORT",
          mode: null,
          actors: [actor(o.by)],
          recipients: [actor(other)],
        },
      };
    case "quote": {
      const text = `“We will ${o.content.join(" ")} when the other side is ready,”`;
      const speaker = o.people.find((p) => p.code === o.by);
      return {
        words: `${text} said ${speaker?.name}`,
        item: { ...base, kind: "quote", text, speaker: actor(o.by, speaker?.name) },
      };
    }
    case "position":
      return {
        words: `${o.by} insists it must ${words}`,
        item: {
          ...base,
          kind: "position",
          holder: actor(o.by),
          issue: o.content[1],
          stance: words,
          move: o.variant === "a" ? "hardened" : o.variant === "b" ? "softened" : "holds",
        },
      };
    case "proposal":
      return {
        words: `${o.by} proposed to ${other} to ${words}`,
        item: {
          ...base,
          kind: "proposal",
          by: [actor(o.by)],
          to: [actor(other)],
          what: words,
          deadline: o.due === null ? null : timeOf(o.due, "day", published),
        },
      };
    case "commitment":
      return {
        words: `${o.by} promised to ${words}`,
        item: {
          ...base,
          kind: "commitment",
          type: "unilateral-undertaking",
          by: [actor(o.by)],
          to: [actor(other)],
          what: words,
          deadline: o.due === null ? null : timeOf(o.due, "day", published),
        },
      };
    case "agreement":
      return {
        words: `the two sides signed an accord to ${words}`,
        item: {
          ...base,
          kind: "agreement",
          what: words,
          instrument: null,
          status: "signed",
          parties: o.parties.map((p) => actor(p)),
        },
      };
    case "measure":
      return {
        words: `${o.by} began to ${words}`,
        item: {
          ...base,
          kind: "measure",
          what: words,
          by: [actor(o.by)],
          status: "started",
          track: "confidence-building",
        },
      };
    case "assessment":
      return {
        words: `the talks on ${words} ${o.variant === "a" ? "stand still" : "move on"}`,
        item: {
          ...base,
          time: timeOf(null, "none", published),
          kind: "assessment",
          judgement: o.variant === "a" ? "stalled" : "progressing",
          what: words,
        },
      };
    default:
      return {
        words: `a wish to ${words} would help`,
        item: {
          ...base,
          kind: "condition",
          what: words,
          direction: o.variant === "a" ? "helps" : "hurts",
          who: [actor(o.by)],
        },
      };
  }
}
