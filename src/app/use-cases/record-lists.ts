import { z } from "zod";
import {
  type Listed,
  listedLine,
  type RecordAgreement,
  type RecordAssessment,
  type RecordCondition,
  type RecordEvent,
  type RecordItem,
  type RecordLinkage,
  type RecordMeasure,
  type RecordMeeting,
  type RecordPosition,
  type RecordProposal,
  type RecordQuote,
} from "../../record/index.js";
import type { Answer } from "../answer.js";
import { recordSchemas } from "../schema/record.js";
import { itemWhen, linesUseCase, showWhen, whose } from "./lines.js";

const example = (name: string, more = ""): string =>
  `rapporteur ${name} japan-russia --as-known-on 2019-12-15${more}`;
const track = { track: z.string().optional().describe("only this track") };
const onTrack = <T extends RecordItem>(
  items: readonly Listed<T>[],
  input: Record<string, unknown>,
): readonly Listed<T>[] => (input.track === undefined ? items : items.filter((i) => i.track === input.track));

export const meetings = linesUseCase<RecordMeeting>({
  name: "meetings",
  summary: "List who met whom, when and where: held, scheduled, postponed, cancelled, unreported",
  example: example("meetings", " --status scheduled"),
  item: recordSchemas.meeting,
  filters: {
    ...track,
    status: z
      .enum(["scheduled", "held", "postponed", "cancelled", "unreported", "proposed", "expected"])
      .optional()
      .describe("only this status"),
  },
  pick: ({ listed }, input) =>
    onTrack(listed(["meeting"]), input).filter(
      (m) => input.status === undefined || m.status === input.status,
    ),
  columns: ["when", "status", "meeting", "who", "where", "track"],
  row: (m) => [
    itemWhen(m),
    m.status + (m.asks === null ? "" : " (!)"),
    m.what + (m.count > 1 ? ` (${m.count}×)` : ""),
    m.representatives.length > 0 ? m.representatives.join(", ") : m.parties.join(" "),
    m.place ?? "",
    m.track,
  ],
});

export const agreements = linesUseCase<RecordAgreement>({
  name: "agreements",
  summary: "List what was agreed, with stipulations",
  example: example("agreements"),
  item: recordSchemas.agreement,
  filters: track,
  pick: ({ listed }, input) => onTrack(listed(["agreement"]), input),
  columns: ["when", "status", "agreement", "parties", "stipulates"],
  row: (a) => [
    itemWhen(a),
    a.status,
    a.instrument ?? a.what,
    a.parties.join(" "),
    a.stipulations.map((s) => s.what + (s.conditional ? " (conditional)" : "")).join("; "),
  ],
});

export const proposals = linesUseCase<RecordProposal>({
  name: "proposals",
  summary: "List proposals, requests, offers and concessions with each side's reply and lapse",
  example: example("proposals"),
  item: recordSchemas.proposal,
  filters: { ...track, open: z.boolean().optional().describe("only those still tabled") },
  pick({ listed }, input) {
    const all = onTrack(listed(["proposal"]), input);
    return input.open === true ? whose(all, (p) => p.status === "tabled") : all;
  },
  columns: ["when", "status", "type", "by", "to", "terms", "deadline"],
  row: (p) => [itemWhen(p), p.status, p.type, p.by.join(" "), p.to.join(" "), p.what, showWhen(p.deadline)],
});

/** The last positions of each party on each issue, made without the others; each once. */
export function lastPositions({ negotiation, latest }: Answer, count: number): readonly RecordPosition[] {
  const cells = negotiation.parties.flatMap(({ code: party }) =>
    negotiation.issues.flatMap(({ id: issue }) => latest({ count, kinds: ["position"], party, issue })),
  );
  return [...new Set(cells)].filter((i) => i.kind === "position");
}

export const positions = linesUseCase<RecordPosition>({
  name: "positions",
  summary: "List what each party holds on each issue, and how it moved",
  example: example("positions"),
  item: recordSchemas.position,
  filters: {
    party: z.string().optional().describe("only this party's code"),
    issue: z.string().optional().describe("only this issue's id"),
    last: z
      .number()
      .int()
      .min(1)
      .max(1000)
      .optional()
      .describe("only so many last ones of each party on each issue"),
  },
  pick(got, { party, issue, last }) {
    const all =
      typeof last === "number" ? lastPositions(got, last).map(listedLine) : got.listed(["position"]);
    return party === undefined && issue === undefined
      ? all
      : whose(
          all,
          (p) =>
            (party === undefined || p.holder === party) &&
            (issue === undefined || p.issues.includes(String(issue))),
        );
  },
  columns: ["when", "party", "move", "stance", "issue", "rung", "voice"],
  row: (p) => [
    itemWhen(p),
    p.holder,
    p.move + (p.force === "stated" ? "" : `, ${p.force}`),
    p.stance,
    p.issues.join(" ") || p.issue,
    p.rung?.join("-") ?? "",
    p.voice,
  ],
});

export const quotes = linesUseCase<RecordQuote>({
  name: "quotes",
  summary: "List who was quoted saying what, on which occasion",
  example: example("quotes", " --speaker Putin"),
  item: recordSchemas.quote,
  filters: {
    speaker: z.string().optional().describe("part of the speaker's name"),
    indirect: z.boolean().optional().describe("also indirect speech"),
  },
  pick: ({ listed }, { speaker, indirect }) =>
    whose(
      listed(["quote"]),
      (q) =>
        (indirect === true || q.mode !== "indirect") &&
        (speaker === undefined || (q.speaker ?? "").toLowerCase().includes(String(speaker).toLowerCase())),
    ),
  columns: ["when", "speaker", "mode", "says", "occasion"],
  row: (q) => [itemWhen(q), q.speaker ?? "unnamed", q.mode, q.text, q.occasion ?? ""],
});

export const conditions = linesUseCase<RecordCondition>({
  name: "conditions",
  summary: "List outside circumstances said to help or hurt: expected, realised",
  example: example("conditions"),
  item: recordSchemas.condition,
  pick: ({ listed }) => listed(["condition"]),
  columns: ["since", "direction", "expected", "realised", "condition", "claimed by"],
  row: (c) => [itemWhen(c), c.direction, c.expected ? "yes" : "no", c.realised, c.what, c.claimedBy],
});

export const linkages = linesUseCase<RecordLinkage>({
  name: "linkages",
  summary: "List issues that a party made conditional on another",
  example: example("linkages"),
  item: recordSchemas.linkage,
  pick: ({ listed }) => listed(["linkage"]),
  columns: ["when", "by", "issue", "tied to"],
  row: (l) => [itemWhen(l), l.by, l.issue, l.to],
});

export const measures = linesUseCase<RecordMeasure>({
  name: "measures",
  summary: "List confidence-building and other measures, and how far they were carried out",
  example: example("measures"),
  item: recordSchemas.measure,
  filters: track,
  pick: ({ listed }, input) => onTrack(listed(["measure"]), input),
  columns: ["when", "status", "level", "measure", "by"],
  row: (m) => [itemWhen(m), m.status, String(m.level), m.what, m.by.join(" ")],
});

export const assessments = linesUseCase<RecordAssessment>({
  name: "assessments",
  summary: "List judgements about progress found in sources, with who made them",
  example: example("assessments"),
  item: recordSchemas.assessment,
  filters: track,
  pick: ({ listed }, input) => onTrack(listed(["assessment"]), input),
  columns: ["when", "judgement", "of", "strength", "voice", "track"],
  row: (a) => [itemWhen(a), a.judgement, a.what, a.strength, a.voice, a.track],
});

export const events = linesUseCase<RecordEvent>({
  name: "events",
  summary: "List political events by PLOVER class",
  example: example("events", " --class AGREE"),
  item: recordSchemas.event,
  filters: { ...track, class: z.string().optional().describe("only this PLOVER class") },
  pick: ({ listed }, input) =>
    onTrack(listed(["event"]), input).filter(
      (e) => input.class === undefined || e.class === String(input.class).toUpperCase(),
    ),
  columns: ["when", "class", "mode", "actors", "recipients", "status"],
  row: (e) => [itemWhen(e), e.class, e.mode ?? "", e.actors.join(" "), e.recipients.join(" "), e.status],
});

const dated: readonly RecordItem["kind"][] = [
  "meeting",
  "agreement",
  "proposal",
  "position",
  "measure",
  "condition",
  "commitment",
];

/** Everything dated, in order. */
export const timeline = linesUseCase<RecordItem>({
  name: "timeline",
  summary: "List what happened and what is scheduled, in order of time",
  example: example("timeline", " --from 2018-09-01 --to 2019-12-31"),
  item: z.discriminatedUnion("kind", [
    recordSchemas.meeting,
    recordSchemas.agreement,
    recordSchemas.proposal,
    recordSchemas.position,
    recordSchemas.measure,
    recordSchemas.condition,
    recordSchemas.commitment,
    recordSchemas.event,
  ]),
  filters: {
    ...track,
    from: z.string().optional().describe("from this day on"),
    to: z.string().optional().describe("up to this day"),
    kind: z.string().optional().describe("only this kind of line"),
    last: z.number().int().min(1).max(1000).optional().describe("look at no more than so many last lines"),
  },
  pick: ({ listed, latest }, input) =>
    onTrack<RecordItem>(
      typeof input.last === "number"
        ? latest({ count: input.last, kinds: dated }).map(listedLine)
        : listed(dated),
      input,
    ).filter(
      (i) =>
        i.when.earliest !== null &&
        (input.kind === undefined || i.kind === input.kind) &&
        (input.from === undefined || (i.when.latest ?? i.when.earliest) >= String(input.from)) &&
        (input.to === undefined || i.when.earliest <= String(input.to)),
    ),
  columns: ["when", "what", "track", "says", "status"],
  row: (i) => [itemWhen(i), i.kind, i.track, i.says, "status" in i ? i.status : i.certainty],
});
