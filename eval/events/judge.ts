import type { EventItem } from "../../src/reading/index.js";

/** An event that a perfect reader finds. `class` and codes may give choices between "|"; an empty list is not judged. */
export interface Expected {
  readonly class: string;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
}

/** One text of our own. Classes in `maybe` may be found besides; `check` texts are not tuned on. */
export interface Passage {
  readonly id: string;
  readonly story: string;
  readonly published: string;
  readonly tier: 1 | 2 | 3;
  readonly text: string;
  readonly expect: readonly Expected[];
  readonly maybe?: readonly string[];
  readonly check?: boolean;
}

export interface Judged {
  readonly passage: Passage;
  /** Frozen lines: one an expected event (`right`, `parties`, `missed`), one for false classes (`right`: none). */
  readonly lines: readonly string[];
  readonly got: string;
  readonly found: number;
  readonly foundRight: number;
  readonly classesRight: number;
  readonly triplesRight: number;
}

/** Classes are judged over the text, triples (class, an actor of each side named) over expected events. */
export function judge(passage: Passage, events: readonly EventItem[]): Judged {
  const lines: string[] = [];
  let classesRight = 0;
  let triplesRight = 0;
  for (const [i, want] of passage.expect.entries()) {
    const same = events.filter((e) => choices(want.class).includes(e.class));
    const right = same.some((e) => takesPart(e, want));
    if (same.length > 0) classesRight++;
    if (right) triplesRight++;
    lines.push(
      `${passage.id}\t${i} ${want.class}\t${right ? "right" : same.length > 0 ? "parties" : "missed"}`,
    );
  }
  const wanted = new Set(passage.expect.flatMap((e) => choices(e.class)));
  const found = [...new Set(events.map((e) => e.class as string))].filter(
    (c) => wanted.has(c) || !(passage.maybe ?? []).includes(c),
  );
  const wrong = found.filter((c) => !wanted.has(c));
  lines.push(`${passage.id}\tnothing false\t${wrong.length === 0 ? "right" : wrong.sort().join(" ")}`);
  return {
    passage,
    lines,
    got: events.map(show).join("; "),
    found: found.length,
    foundRight: found.length - wrong.length,
    classesRight,
    triplesRight,
  };
}

function takesPart(e: EventItem, want: Expected): boolean {
  const both = [...e.actors, ...e.recipients];
  const sides = want.recipients.length === 0 && want.actors.length > 1;
  if (sides) return want.actors.every((c) => has(both, c));
  const actors = e.reciprocal ? both : e.actors;
  const recipients = e.reciprocal ? both : e.recipients;
  return (
    (want.actors.length === 0 || want.actors.some((c) => has(actors, c))) &&
    (want.recipients.length === 0 || want.recipients.some((c) => has(recipients, c)))
  );
}

/** Class precision, recall and F1; share of expected events with class and parties right; texts without a false class. */
export function summary(judged: readonly Judged[]): Record<string, number> {
  const sum = (f: (j: Judged) => number): number => judged.reduce((n, j) => n + f(j), 0);
  const wanted = sum((j) => j.passage.expect.length);
  const p = ratio(
    sum((j) => j.foundRight),
    sum((j) => j.found),
  );
  const r = ratio(
    sum((j) => j.classesRight),
    wanted,
  );
  return {
    texts: judged.length,
    events: wanted,
    classP: round(p),
    classR: round(r),
    classF1: round(ratio(2 * p * r, p + r)),
    tripleAccuracy: round(
      ratio(
        sum((j) => j.triplesRight),
        wanted,
      ),
    ),
  };
}

const choices = (want: string): string[] => want.split("|");
const has = (list: readonly { readonly code: string | null }[], want: string): boolean =>
  list.some((a) => a.code !== null && choices(want).includes(a.code.slice(0, 3)));
const ratio = (a: number, b: number): number => (b === 0 ? 0 : a / b);
const round = (x: number): number => Math.round(x * 1000) / 1000;
const who = (list: readonly { readonly code: string | null; readonly name: string }[]): string =>
  list.map((a) => a.code ?? a.name).join(",");
const show = (e: EventItem): string =>
  `${e.class} ${who(e.actors)} ${e.reciprocal ? "<>" : "->"} ${who(e.recipients)} [${e.origin.rule} ${e.factuality.status}]`;
