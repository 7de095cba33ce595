import { dayNumber, daysToCivil, type IsoDate } from "../text/index.js";
import { defaultSettings } from "./settings.js";
import type { AnalysisSettings, Drift, Gap, Interval, PositionInput, TurningPoint } from "./types.js";

type Rungs = readonly [number, number];

/** Positions by start; what has none stood before everything else. */
function ordered(positions: readonly PositionInput[]): PositionInput[] {
  const start = (p: PositionInput): string => p.from?.earliest ?? "";
  return [...positions].sort(
    (a, b) => compare(start(a), start(b)) || compare(a.known, b.known) || compare(a.id, b.id),
  );
}

/** Where each party stands on a day: its last position that had begun. */
function standing(positions: readonly PositionInput[], at: IsoDate): Map<string, PositionInput> {
  const out = new Map<string, PositionInput>();
  for (const p of positions) if (p.from === null || p.from.earliest <= at) out.set(p.party, p);
  return out;
}

/**
 * Distance of two parties on an issue's ladder, as an interval: the least and greatest that their rungs allow. Null while one
 * of them has no known position.
 */
export function gapAt(
  positions: readonly PositionInput[],
  parties: readonly [string, string],
  at: IsoDate,
): Gap | null {
  const now = standing(ordered(positions), at);
  const [a, b] = parties.map((p) => now.get(p));
  return a === undefined || b === undefined
    ? null
    : { at, gap: distance(a.rung, b.rung), evidence: [a.id, b.id] };
}

/** How a party moved each time its rung changed: steps as new minus old, and toward or away from where the others stood. */
export function drift(
  positions: readonly PositionInput[],
  settings: Partial<AnalysisSettings> = {},
): Drift[] {
  const months = settings.retraction ?? defaultSettings.retraction;
  const out: Drift[] = [];
  const now = new Map<string, PositionInput>();
  const toward = new Map<string, IsoDate>();
  for (const p of ordered(positions)) {
    const old = now.get(p.party);
    now.set(p.party, p);
    if (old === undefined || p.from === null || same(old.rung, p.rung)) continue;
    const others = [...now.values()].filter((o) => o.party !== p.party);
    const direction = directionOf(old.rung, p.rung, others);
    const last = toward.get(p.party);
    let kind: Drift["kind"] = "shift";
    let why = "no other party's position is known, or the move neither closes nor widens the gap for certain";
    if (direction < 0) {
      kind = "accommodation";
      why = `moved toward ${others.map((o) => o.party).join(", ")}`;
      toward.set(p.party, p.from.earliest);
    } else if (direction > 0) {
      const after = last !== undefined && monthsBetween(last, p.from.earliest) <= months;
      kind = after ? "retraction" : "hardening";
      why = after
        ? `moved away within ${months} months of a move toward the other side (${last})`
        : "moved away from the other side";
    }
    const steps: Rungs = [p.rung[0] - old.rung[0], p.rung[1] - old.rung[1]];
    out.push({
      party: p.party,
      at: p.from,
      steps: [Math.min(...steps), Math.max(...steps)],
      kind,
      why,
      evidence: [old.id, p.id],
    });
  }
  return out;
}

/**
 * Moments at which the gap between two parties changed for certain or on balance (midpoint). `headwinds`: times at which outside
 * circumstances hurt; a turn toward impasse in one has an external background.
 */
export function turningPoints(
  positions: readonly PositionInput[],
  parties: readonly [string, string],
  headwinds: readonly (Interval & { readonly id: string })[] = [],
): TurningPoint[] {
  const list = ordered(positions).filter((p) => parties.includes(p.party));
  const starts = [
    ...new Map(list.flatMap((p) => (p.from === null ? [] : [[p.from.earliest, p.from] as const]))).values(),
  ];
  const out: TurningPoint[] = [];
  for (const at of starts) {
    const before = gapAt(
      list.filter((p) => (p.from?.earliest ?? "") < at.earliest),
      parties,
      at.earliest,
    );
    const after = gapAt(list, parties, at.earliest);
    if (before === null || after === null) continue;
    const change = after.gap[0] + after.gap[1] - before.gap[0] - before.gap[1];
    if (change === 0) continue;
    const outside =
      change > 0 ? headwinds.filter((h) => h.earliest <= at.latest && h.latest >= at.earliest) : [];
    out.push({
      at,
      consequence: change < 0 ? "toward agreement" : "toward impasse",
      precipitant: outside.length > 0 ? "substantive with external background" : "substantive",
      gap: { before: before.gap, after: after.gap },
      evidence: [
        ...list.filter((p) => p.from?.earliest === at.earliest).map((p) => p.id),
        ...outside.map((h) => h.id),
      ],
    });
  }
  return out;
}

/** Interval of |x - y| for x in a, y in b. */
function distance(a: Rungs, b: Rungs): Rungs {
  const least = Math.max(0, a[0] - b[1], b[0] - a[1]);
  return [least, Math.max(a[1] - b[0], b[1] - a[0])];
}

/** Below zero: nearer to the others on balance; above: farther; zero: cannot be said. */
function directionOf(old: Rungs, now: Rungs, others: readonly PositionInput[]): number {
  let sum = 0;
  for (const o of others) {
    const [a, b] = [distance(old, o.rung), distance(now, o.rung)];
    sum += Math.sign(b[0] + b[1] - a[0] - a[1]);
  }
  return Math.sign(sum);
}

function monthsBetween(a: IsoDate, b: IsoDate): number {
  const [x, y] = [daysToCivil(dayNumber(a)), daysToCivil(dayNumber(b))];
  return (y.year - x.year) * 12 + y.month - x.month;
}

const same = (a: Rungs, b: Rungs): boolean => a[0] === b[0] && a[1] === b[1];
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
