import { z } from "zod";

/** JSON shape of one reading. A test holds it against `Reading` and against real readings; the reference page is made from it. */

const isoDate = z
  .string()
  .regex(/^-?\d{4,6}-\d{2}-\d{2}$/)
  .describe("Calendar day YYYY-MM-DD");
const span = z
  .strictObject({ doc: z.string(), start: z.number().int(), end: z.number().int() })
  .describe("Place in the text: UTF-16 code units, half open");
const interval = z.strictObject({ earliest: isoDate, latest: isoDate });
const words = {
  sentence: z.number().int(),
  from: z.number().int().describe("First token"),
  to: z.number().int().describe("Token after the last"),
  head: z.number().int().describe("Syntactic head token"),
  start: z.number().int(),
  end: z.number().int(),
};
const precision = z.enum([
  "day",
  "week",
  "part-month",
  "month",
  "season",
  "quarter",
  "half",
  "year",
  "decade",
  "century",
  "period",
]);
const timePart = z.enum([
  "year",
  "month",
  "day",
  "weekday",
  "season",
  "week",
  "quarter",
  "half",
  "decade",
  "century",
]);

const time = z
  .strictObject({
    ...words,
    index: z.number().int(),
    earliest: isoDate.nullable(),
    latest: isoDate.nullable(),
    precision,
    edtf: z.string().nullable().describe("Extended Date/Time Format, ISO 8601-2"),
    role: z.enum([
      "point",
      "span",
      "deadline",
      "since",
      "until",
      "before",
      "after",
      "duration",
      "frequency",
      "anniversary",
      "name",
    ]),
    known: z.array(timePart),
    implied: z.array(timePart),
    anchor: z.enum(["absolute", "publication", "narrative", "event", "none"]),
    quantity: z
      .strictObject({ count: z.number(), unit: z.union([timePart, z.enum(["hour", "minute"])]) })
      .nullable(),
    recalls: interval.nullable(),
    occurrences: z.array(interval),
    eventHead: z.number().int(),
    unresolved: z
      .enum(["PUBLICATION_DATE_MISSING", "EVENT_UNKNOWN", "REFERENCE_UNKNOWN", "NOT_A_DATE"])
      .nullable(),
    rule: z.string(),
  })
  .describe("A time expression, resolved as far as the text and the publication date allow");

const entity = z.strictObject({
  index: z.number().int(),
  kind: z.enum([
    "state",
    "historical-state",
    "territory",
    "organisation",
    "ministry",
    "legislature",
    "court",
    "armed-group",
    "military",
    "police",
    "party",
    "media",
    "company",
    "person",
    "group",
    "place",
    "document",
    "occasion",
    "plural",
  ]),
  name: z.string(),
  code: z
    .string()
    .nullable()
    .describe("ISO 3166-1 alpha-3, withdrawn codes for historical states, or IGO, NGO ..."),
  party: z
    .string()
    .nullable()
    .describe(
      "which party of a negotiation it is or speaks for; two sides of one country have one code and two parties",
    ),
  sector: z.string().nullable(),
  office: z
    .strictObject({
      title: z.string(),
      of: z.string().nullable(),
      level: z.enum(["leader", "minister", "senior-official", "official", "other"]),
      former: z.boolean(),
      from: isoDate.nullable(),
      to: isoDate.nullable(),
      basis: z.enum(["stated", "counterpart", "table", "implied"]),
    })
    .nullable(),
  members: z.array(z.number().int()),
  country: z.string().nullable(),
  lexiconKey: z.string().nullable(),
});

const mention = z.strictObject({
  ...words,
  index: z.number().int(),
  entity: z.number().int(),
  form: z.enum(["name", "nominal", "pronoun", "demonym", "acronym", "implied"]),
  use: z.enum(["actor", "place", "modifier"]),
  rule: z.string(),
});

const actor = z.strictObject({
  entity: z.number().int(),
  name: z.string(),
  code: z.string().nullable(),
  party: z.string().nullable(),
  words: span.nullable(),
  basis: z.string(),
});
const place = z.strictObject({
  name: z.string(),
  country: z.string().nullable(),
  words: span.nullable(),
  basis: z.string(),
});
const itemTime = z.strictObject({
  earliest: isoDate.nullable(),
  latest: isoDate.nullable(),
  precision: precision.nullable(),
  edtf: z.string().nullable(),
  words: span.nullable(),
  class: z.enum(["past", "present", "future", "unknown"]),
  rule: z.string(),
});

const base = {
  id: z.string().describe("Hash of canonical content"),
  sentences: z.tuple([z.number().int()], z.number().int()),
  evidence: z.tuple([span], span).describe("Places that show it; never empty"),
  trigger: span,
  factuality: z.strictObject({
    certainty: z.enum(["certain", "probable", "possible", "uncommitted"]),
    polarity: z.enum(["positive", "negative", "unknown"]),
    status: z.enum([
      "happened",
      "ongoing",
      "scheduled",
      "hypothetical",
      "conditional",
      "negated",
      "requested",
      "proposed",
      "expected",
      "intended",
      "denied",
      "feared",
    ]),
    cues: z.array(span),
    rule: z.string(),
  }),
  time: itemTime,
  voice: z.strictObject({
    kind: z.enum([
      "outlet",
      "leader",
      "minister",
      "ministry",
      "official",
      "unnamed-official",
      "organisation",
      "media",
      "expert",
      "party",
      "other",
    ]),
    entity: z.number().int().nullable(),
    party: z.string().nullable(),
    cue: span.nullable(),
    rule: z.string(),
  }),
  origin: z.strictObject({ component: z.string(), rule: z.string() }),
  track: z.enum(["core", "confidence-building", "context"]),
};

const event = z.strictObject({
  ...base,
  kind: z.literal("event"),
  class: z.enum([
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
  ]),
  mode: z.string().nullable(),
  contexts: z.array(z.string()),
  actors: z.array(actor),
  recipients: z.array(actor),
  reciprocal: z.boolean(),
  place: place.nullable(),
});

const meeting = z.strictObject({
  ...base,
  kind: z.literal("meeting"),
  what: z.string(),
  mode: z.enum(["bilateral", "visit", "third-party", "multilateral", "phone", "negotiations"]),
  level: z.enum(["leader", "minister", "senior-official", "working", "unknown"]),
  status: z.enum(["scheduled", "held", "postponed", "cancelled", "proposed", "expected", "unreported"]),
  parties: z.array(actor),
  representatives: z.array(actor),
  place: place.nullable(),
  occasion: z.string().nullable(),
  count: z.number().int(),
  outcome: z.string().nullable(),
  partOf: z.string().nullable(),
});

const agreement = z.strictObject({
  ...base,
  kind: z.literal("agreement"),
  what: z.string(),
  instrument: z.string().nullable(),
  instrumentKind: z
    .enum(["treaty", "declaration", "memorandum", "joint-statement", "accord", "ceasefire", "understanding"])
    .nullable(),
  status: z.enum([
    "agreed",
    "signed",
    "adopted",
    "ratified",
    "in-force",
    "extended",
    "suspended",
    "withdrawn-from",
    "expired",
    "collapsed",
    "terminated",
    "referred-to",
    "draft",
  ]),
  parties: z.array(actor),
  place: place.nullable(),
  meeting: z.string().nullable(),
  refersTo: z.array(z.string()),
  stipulations: z.array(
    z.strictObject({ what: z.string(), words: span, conditional: z.boolean(), by: actor.nullable() }),
  ),
});

const proposal = z.strictObject({
  ...base,
  kind: z.literal("proposal"),
  type: z.enum(["proposal", "request", "offer", "concession"]),
  by: z.array(actor),
  to: z.array(actor),
  what: z.string(),
  deadline: itemTime.nullable(),
  reply: z.enum(["accepted", "rejected", "countered", "none-reported", "withdrawn"]),
  place: place.nullable(),
  occasion: z.string().nullable(),
});

const commitment = z.strictObject({
  ...base,
  kind: z.literal("commitment"),
  type: z.enum([
    "joint-commitment",
    "unilateral-undertaking",
    "unilateral-target",
    "conditional-commitment",
    "scheduled-event",
    "intention",
  ]),
  by: z.array(actor),
  to: z.array(actor),
  what: z.string(),
  deadline: itemTime.nullable(),
  condition: z.strictObject({ what: z.string(), words: span }).nullable(),
  outcome: z.enum(["none-reported", "fulfilled", "partly-fulfilled", "missed", "withdrawn", "broken"]),
});

const position = z.strictObject({
  ...base,
  kind: z.literal("position"),
  holder: actor,
  issue: z.string(),
  stance: z.string(),
  move: z.enum(["holds", "hardened", "softened", "shelved", "adopted", "rejects"]),
  force: z.enum(["stated", "inferred", "red-line", "precondition"]),
});

const measure = z.strictObject({
  ...base,
  kind: z.literal("measure"),
  what: z.string(),
  by: z.array(actor),
  status: z.enum([
    "announced",
    "started",
    "carried-out",
    "progressed",
    "completed",
    "suspended",
    "cancelled",
    "no-progress",
  ]),
  occurrences: z.array(interval),
});

const condition = z.strictObject({
  ...base,
  kind: z.literal("condition"),
  what: z.string(),
  direction: z.enum(["helps", "hurts"]),
  expected: z.boolean(),
  realised: z.enum(["yes", "no", "unknown"]),
  who: z.array(actor),
});

const linkage = z.strictObject({
  ...base,
  kind: z.literal("linkage"),
  by: actor,
  issue: z.string(),
  to: z.string(),
});

const assessment = z.strictObject({
  ...base,
  kind: z.literal("assessment"),
  of: z.string(),
  judgement: z.enum([
    "progressing",
    "stalled",
    "positive",
    "negative",
    "difficult",
    "concluded",
    "suspended",
    "broken-off",
  ]),
  strength: z.enum(["plain", "hedged"]),
  what: z.string(),
});

const quoteItem = z.strictObject({
  ...base,
  kind: z.literal("quote"),
  mode: z.enum(["direct", "indirect", "mixed"]),
  content: z.tuple([span], span),
  text: z.string(),
  speaker: actor.extend({ entity: z.number().int().nullable() }).nullable(),
  occasion: z.string().nullable(),
  about: z.array(actor),
  continues: z.string().nullable(),
});

const anniversary = z.strictObject({
  ...base,
  kind: z.literal("anniversary"),
  date: itemTime,
  years: z.number(),
  of: z.string().nullable(),
});

export const itemSchema = z.discriminatedUnion("kind", [
  event,
  meeting,
  agreement,
  proposal,
  commitment,
  position,
  measure,
  condition,
  linkage,
  assessment,
  quoteItem,
  anniversary,
]);

export const readingSchema = z.strictObject({
  document: z.string().describe("Id of the text version that was read"),
  reader: z.string().describe("Version of the reader"),
  published: isoDate.nullable(),
  sentences: z.array(z.strictObject({ kind: z.string(), start: z.number().int(), end: z.number().int() })),
  times: z.array(time),
  entities: z.array(entity),
  mentions: z.array(mention),
  items: z.array(itemSchema),
  notices: z.array(
    z.strictObject({
      code: z.enum([
        "PUBLICATION_DATE_MISSING",
        "NOT_ENGLISH",
        "EMPTY",
        "TRUNCATED_SENTENCE",
        "TIME_UNRESOLVED",
      ]),
      message: z.string(),
      span: span.nullable(),
    }),
  ),
});
