import {
  type AnalysisSettings,
  type SignalItem,
  stateOfPlay,
  trackHistory,
} from "../../src/analysis/index.js";
import type { VectorCase } from "./run.js";

interface Row {
  readonly id: string;
  readonly known: string;
  readonly lo: string;
  readonly hi: string;
  readonly track: string;
  readonly kind: SignalItem["kind"];
  readonly who: string;
  readonly effect: SignalItem["effect"];
  readonly quote: string;
}

interface Case {
  readonly state: string;
  readonly asKnownOn?: string;
  readonly about?: string;
  readonly track?: string;
  readonly signals?: unknown;
  readonly nextMeeting?: string | null;
  readonly since?: unknown;
  readonly support?: { readonly for: number; readonly of: number; readonly against: number };
  readonly confidence?: string;
  readonly confidenceOneSource?: string;
  readonly confidenceTwoSources?: string;
}

interface File {
  readonly parameters: {
    readonly T_recent: number;
    readonly T_stall: number;
    readonly T_contact: number;
    readonly K_attempts: number;
  };
  readonly ledger: readonly Row[];
  readonly cases: readonly Case[];
  readonly seedOnly: readonly Case[];
  readonly timelineWithHindsight: readonly {
    readonly asKnownOn: string;
    readonly about: string;
    readonly state: string;
  }[];
  readonly timelineAsItLooked: readonly {
    readonly asKnownOn: string;
    readonly about: string;
    readonly state: string;
  }[];
  readonly hypothetical: { readonly added: readonly Row[]; readonly result: Case };
}

const items = (rows: readonly Row[], sources: readonly string[]): SignalItem[] =>
  rows.map((r) => ({
    id: r.id,
    known: r.known,
    earliest: r.lo,
    latest: r.hi,
    track: r.track,
    kind: r.kind,
    effect: r.effect,
    who: r.who.split(","),
    sources,
    place: null,
    text: r.quote,
  }));

const ONE = ["one"];
const TWO = ["one", "two"];

export function playCases(file: File): VectorCase[] {
  const p = file.parameters;
  const settings = { recent: p.T_recent, stall: p.T_stall, contact: p.T_contact, attempts: p.K_attempts };
  const seedKnown = file.ledger
    .filter((r) => !r.id.startsWith("x"))
    .map((r) => ({ ...r, known: "2019-12-15" }));
  const out: VectorCase[] = [];
  for (const [i, c] of file.cases.entries()) out.push(...one(`cases[${i}]`, c, file.ledger, settings));
  for (const [i, c] of file.seedOnly.entries()) out.push(...one(`seedOnly[${i}]`, c, seedKnown, settings));
  out.push(
    ...one("hypothetical", file.hypothetical.result, [...file.ledger, ...file.hypothetical.added], settings),
  );
  for (const row of file.timelineWithHindsight) {
    const [history] = trackHistory(
      items(file.ledger, ONE),
      { track: "core", asKnownOn: row.asKnownOn, settings },
      [row.about],
    );
    out.push({ name: `hindsight ${row.about}`, expected: row.state, actual: history.state });
  }
  for (const row of file.timelineAsItLooked) {
    const actual = stateOfPlay(items(file.ledger, ONE), {
      track: "core",
      asKnownOn: row.asKnownOn,
      about: row.about,
      settings,
    });
    out.push({ name: `as it looked ${row.about}`, expected: row.state, actual: actual.state });
  }
  return out;
}

/** A row without track and dates asks about a ledger in which nothing bears on the track. */
function one(name: string, c: Case, rows: readonly Row[], settings: Partial<AnalysisSettings>): VectorCase[] {
  const { track = "none", asKnownOn = "2019-12-15", about = "2019-12-15" } = c;
  const out: VectorCase[] = [];
  const state = stateOfPlay(items(rows, ONE), { track, asKnownOn, about, settings });
  const add = (field: string, expected: unknown, actual: unknown): void => {
    if (expected !== undefined) out.push({ name: `${name} ${field}`, expected, actual });
  };
  add("state", c.state, state.state);
  add("signals", c.signals, state.signals);
  add("next meeting", c.nextMeeting, state.nextMeeting?.earliest ?? null);
  add("since", c.since ?? (c.track === undefined ? undefined : null), state.since);
  const { for: pro, of, against } = state.support;
  add("support", c.support, { for: pro, of, against });
  add("confidence", c.confidence, state.confidence);
  add("confidence, one source", c.confidenceOneSource, state.confidence);
  const two = stateOfPlay(items(rows, TWO), { track, asKnownOn, about, settings });
  add("confidence, two sources", c.confidenceTwoSources, two.confidence);
  return out;
}
