import { z } from "zod";
import type { AnalysisSettings, StateOfPlay } from "../../analysis/index.js";
import { addDays } from "../../text/index.js";
import { type Answer, answer, type Evidence } from "../answer.js";
import { evidenceSchema, negotiation, times } from "../schema/common.js";
import type { Rendering } from "../use-case.js";
import { useCase } from "../use-case.js";
import { short, shownFirst } from "./lines.js";

/** One sentence with the words it rests on. */
export interface Backed {
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

export interface TrackStatus {
  readonly track: string;
  readonly name: string;
  readonly kind: string;
  readonly state: StateOfPlay["state"];
  readonly since: { readonly earliest: string; readonly latest: string } | null;
  readonly confidence: StateOfPlay["confidence"];
  readonly support: StateOfPlay["support"];
  readonly outlook: { readonly value: string; readonly why: string };
  readonly nextMeeting: {
    readonly earliest: string;
    readonly latest: string;
    readonly place: string | null;
    readonly evidence: readonly Evidence[];
  } | null;
  readonly rule: {
    readonly id: string;
    readonly why: string;
    readonly tried: readonly { readonly rule: string; readonly why: string }[];
  };
  readonly signals: readonly {
    readonly signal: string;
    readonly why: string;
    readonly evidence: readonly Evidence[];
  }[];
  readonly explanation: readonly Backed[];
  readonly wouldChange: readonly string[];
  readonly tone: { readonly value: number; readonly events: number };
}

export interface Status {
  readonly negotiation: string;
  readonly name: string;
  readonly asKnownOn: string;
  readonly about: string;
  /** Strands of the talks. A track of kind `context` has no verdict: what it holds stands under `outside`. */
  readonly tracks: readonly TrackStatus[];
  /** Circumstances said to help or hurt, of the last twelve months, latest first. */
  readonly outside: readonly Backed[];
  readonly basis: {
    readonly statements: number;
    readonly sources: number;
    readonly outlets: number;
    readonly lastPublished: string | null;
    readonly reviewed: number;
  };
  readonly settings: AnalysisSettings;
}

const backed = z.strictObject({ text: z.string(), evidence: z.array(evidenceSchema) });
const output = z.strictObject({
  negotiation: z.string(),
  name: z.string(),
  asKnownOn: z.string(),
  about: z.string(),
  tracks: z.array(
    z.strictObject({
      track: z.string(),
      name: z.string(),
      kind: z.string(),
      state: z.enum([
        "concluded",
        "broken off",
        "suspended",
        "no recent evidence",
        "deadlocked",
        "stalled",
        "progressing",
        "slow",
        "insufficient evidence",
      ]),
      since: z.strictObject({ earliest: z.string(), latest: z.string() }).nullable(),
      confidence: z.enum(["high", "moderate", "low", "none"]),
      support: z.strictObject({ for: z.number(), of: z.number(), against: z.number(), sources: z.number() }),
      outlook: z.strictObject({ value: z.string(), why: z.string() }),
      nextMeeting: z
        .strictObject({
          earliest: z.string(),
          latest: z.string(),
          place: z.string().nullable(),
          evidence: z.array(evidenceSchema),
        })
        .nullable(),
      rule: z.strictObject({
        id: z.string(),
        why: z.string(),
        tried: z.array(z.strictObject({ rule: z.string(), why: z.string() })),
      }),
      signals: z.array(
        z.strictObject({ signal: z.string(), why: z.string(), evidence: z.array(evidenceSchema) }),
      ),
      explanation: z.array(backed),
      wouldChange: z.array(z.string()),
      tone: z.strictObject({ value: z.number(), events: z.number() }),
    }),
  ),
  outside: z.array(backed),
  basis: z.strictObject({
    statements: z.number(),
    sources: z.number(),
    outlets: z.number(),
    lastPublished: z.string().nullable(),
    reviewed: z.number(),
  }),
  settings: z.record(z.string(), z.number()),
});

/** Where the talks stand, per track, with the rule that decided, its evidence, and what would change it. */
export const status = useCase({
  name: "status",
  summary: "Say where the talks stand, per track, with evidence, confidence and what would change it",
  group: "answers",
  input: z.object({
    negotiation,
    ...times,
    why: z.boolean().optional().describe("also the rule trace and every signal"),
  }),
  positional: ["negotiation"],
  output: output as unknown as z.ZodType<Status>,
  example: "rapporteur status japan-russia --as-known-on 2019-12-15 --why",
  async run(input, context) {
    return statusOf(await answer(input, context));
  },
  render: (out, { why }) => renderStatus(out, why === true),
});

export function statusOf(got: Answer): Status {
  const words = evidenceOfItems(got);
  return {
    negotiation: got.negotiation.id,
    name: got.negotiation.name,
    asKnownOn: got.asOf.asKnownOn,
    about: got.asOf.about,
    tracks: got.analysis.tracks
      .filter((t) => t.kind !== "context")
      .map(({ id, name, kind, state, tone }) => ({
        track: id,
        name,
        kind,
        state: state.state,
        since: state.since,
        confidence: state.confidence,
        support: state.support,
        outlook: { value: state.outlook.value, why: state.outlook.why },
        nextMeeting: state.nextMeeting === null ? null : nextMeeting(state.nextMeeting, words),
        rule: { id: state.rule, why: state.why, tried: state.tried },
        signals: state.signals.map((s) => ({ signal: s.signal, why: s.why, evidence: words(s.evidence) })),
        explanation: state.explanation.map((e) => ({
          text: e.text,
          evidence: telling(got, e.evidence, words),
        })),
        wouldChange: state.wouldChange.map((w) => w.text),
        tone: { value: tone.value, events: tone.events },
      })),
    outside: outside(got, words),
    basis: got.view.basis,
    settings: got.analysis.settings,
  };
}

/** The words of a sentence's lines; of one line, those first that it shows. */
function telling(
  got: Answer,
  ids: readonly string[],
  words: (ids: readonly string[]) => Evidence[],
): Evidence[] {
  const all = words(ids);
  if (ids.length !== 1 || all.length < 2) return all;
  return shownFirst(all, got.item(ids[0])?.quote);
}

/** Days that an outside circumstance is shown for. */
const OUTSIDE = 365;

function outside(got: Answer, words: (ids: readonly string[]) => Evidence[]): Backed[] {
  const since = addDays(got.asOf.about, -OUTSIDE);
  return [...got.sinceDay("condition", since)]
    .sort((a, b) => (a.lastKnown < b.lastKnown ? 1 : -1))
    .map((c) => ({
      text: `${c.direction}${c.realised === "yes" ? "" : c.realised === "no" ? ", expected and not realised" : ", expected"}: ${c.what}, says ${c.claimedBy} (${c.lastKnown}).`,
      evidence: words([c.id]),
    }));
}

function nextMeeting(
  next: NonNullable<StateOfPlay["nextMeeting"]>,
  words: (ids: readonly string[]) => Evidence[],
): TrackStatus["nextMeeting"] {
  return { earliest: next.earliest, latest: next.latest, place: next.place, evidence: words([next.item]) };
}

/** From ids of record lines to the words of their reports, first reports first, each once. */
export function evidenceOfItems(got: Answer): (ids: readonly string[]) => Evidence[] {
  return (ids) => got.evidence(new Set(ids.flatMap((id) => got.statements(id) ?? [id])));
}

function renderStatus(out: Status, why: boolean): Rendering {
  const lines: string[] = [];
  for (const t of out.tracks) {
    const since =
      t.since === null
        ? ""
        : `, since ${t.since.earliest === t.since.latest ? t.since.earliest : `${t.since.earliest}..${t.since.latest}`}`;
    lines.push(`${t.name}: ${t.state.toUpperCase()}${since} (confidence ${t.confidence})`);
    for (const e of t.explanation) lines.push(`  - ${e.text}`, ...quoted(e.evidence, "      "));
    if (t.outlook.value !== "none") lines.push(`  Outlook: ${t.outlook.value}. ${t.outlook.why}`);
    if (why) {
      for (const s of t.signals)
        lines.push(`  signal ${s.signal}: ${s.why}`, ...quoted(s.evidence, "      "));
      for (const r of t.rule.tried) lines.push(`  tried ${r.rule}: ${r.why}`);
      lines.push(`  decided by ${t.rule.id}: ${t.rule.why}`);
    }
    if (t.wouldChange.length > 0) lines.push(`  Would change it: ${t.wouldChange.join(" ")}`);
    lines.push("");
  }
  if (out.outside.length > 0) {
    lines.push("Outside");
    for (const o of out.outside.slice(0, 6)) lines.push(`  - ${o.text}`, ...quoted(o.evidence, "      ", 1));
    lines.push("");
  }
  const { statements, sources, outlets, lastPublished } = out.basis;
  return {
    lead: [out.name, `as known on ${out.asKnownOn}, about ${out.about}`],
    text: lines.join("\n"),
    tail: [
      `From ${statements} statements in ${sources} sources of ${outlets} outlets, the last of ${lastPublished ?? "no known date"}.`,
    ],
  };
}

/** Evidence lines for a terminal: at most two of each claim, with the id that opens them. */
export function quoted(evidence: readonly Evidence[], indent: string, most = 2): string[] {
  const lines = evidence
    .slice(0, most)
    .map((e) => `${indent}“${short(e.quote)}” ${source(e)} [${e.statement.slice(0, 8)}]`);
  if (evidence.length > most) lines.push(`${indent}and ${evidence.length - most} more`);
  return lines;
}

export const source = (e: Evidence): string =>
  `${e.publisher ?? "unnamed outlet"}, ${e.published ?? "undated"}`;
