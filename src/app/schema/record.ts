import { z } from "zod";

/** JSON shape of the lines of the record. A test holds it against real answers; the reference pages are made from it. */

const when = z
  .strictObject({
    earliest: z.string().nullable(),
    latest: z.string().nullable(),
    precision: z.string().nullable(),
    edtf: z.string().nullable(),
  })
  .describe("days all reports leave possible; null bounds are open or not stated");
const report = z.strictObject({
  statement: z.string(),
  source: z.string(),
  publisher: z.string().nullable(),
  origin: z.string(),
  known: z.string(),
  voice: z.string(),
  orphaned: z.string().nullable(),
  score: z.number(),
  reason: z.string(),
});
const step = z.strictObject({
  state: z.string(),
  at: z.string().nullable(),
  known: z.string(),
  why: z.string(),
  statements: z.array(z.string()),
});

const base = {
  id: z.string(),
  track: z.string(),
  issues: z.array(z.string()),
  parties: z.array(z.string()),
  what: z.string(),
  when,
  reports: z.array(report).min(1),
  outlets: z.array(z.string()),
  independent: z.number(),
  known: z.string(),
  lastKnown: z.string(),
  certainty: z.enum(["certain", "probable", "possible", "uncommitted"]),
  quote: z.string(),
  reviewed: z.boolean(),
  withdrawn: z.string().nullable(),
};
const codes = z.array(z.string());

export const recordSchemas = {
  meeting: z.strictObject({
    ...base,
    kind: z.literal("meeting"),
    mode: z.string(),
    level: z.string(),
    status: z.enum(["scheduled", "held", "postponed", "cancelled", "unreported", "proposed", "expected"]),
    representatives: codes,
    place: z.string().nullable(),
    country: z.string().nullable(),
    occasion: z.string().nullable(),
    count: z.number(),
    outcome: z.string().nullable(),
    life: z.array(step),
    asks: z.string().nullable(),
    scheduledBy: z.array(z.string()),
  }),
  agreement: z.strictObject({
    ...base,
    kind: z.literal("agreement"),
    instrument: z.string().nullable(),
    instrumentKind: z.string().nullable(),
    status: z.string(),
    place: z.string().nullable(),
    stipulations: z.array(
      z.strictObject({ what: z.string(), conditional: z.boolean(), statement: z.string() }),
    ),
  }),
  proposal: z.strictObject({
    ...base,
    kind: z.literal("proposal"),
    type: z.string(),
    by: codes,
    to: codes,
    deadline: when.nullable(),
    status: z.enum(["tabled", "accepted", "rejected", "countered", "withdrawn", "lapsed"]),
    life: z.array(step),
  }),
  position: z.strictObject({
    ...base,
    kind: z.literal("position"),
    holder: z.string(),
    holderName: z.string(),
    issue: z.string(),
    stance: z.string(),
    move: z.string(),
    force: z.string(),
    rung: z.tuple([z.number(), z.number()]).nullable(),
    voice: z.string(),
  }),
  measure: z.strictObject({
    ...base,
    kind: z.literal("measure"),
    status: z.string(),
    level: z.number(),
    by: codes,
  }),
  condition: z.strictObject({
    ...base,
    kind: z.literal("condition"),
    direction: z.enum(["helps", "hurts"]),
    expected: z.boolean(),
    realised: z.enum(["yes", "no", "unknown"]),
    who: codes,
    claimedBy: z.string(),
  }),
  linkage: z.strictObject({
    ...base,
    kind: z.literal("linkage"),
    by: z.string(),
    issue: z.string(),
    to: z.string(),
  }),
  assessment: z.strictObject({
    ...base,
    kind: z.literal("assessment"),
    judgement: z.string(),
    strength: z.string(),
    voice: z.string(),
  }),
  quote: z.strictObject({
    ...base,
    kind: z.literal("quote"),
    mode: z.string(),
    text: z.string(),
    speaker: z.string().nullable(),
    speakerCode: z.string().nullable(),
    occasion: z.string().nullable(),
  }),
  event: z.strictObject({
    ...base,
    kind: z.literal("event"),
    class: z.string(),
    mode: z.string().nullable(),
    actors: codes,
    recipients: codes,
    status: z.string(),
    place: z.string().nullable(),
  }),
  commitment: z.strictObject({
    ...base,
    kind: z.literal("commitment"),
    type: z.string(),
    by: codes,
    to: codes,
    deadline: when.nullable(),
    condition: z.string().nullable(),
    evidence: z.array(
      z.strictObject({
        id: z.string(),
        effect: z.string(),
        known: z.string(),
        valid: z.string(),
        statements: z.array(z.string()),
        why: z.string(),
      }),
    ),
  }),
} as const;
