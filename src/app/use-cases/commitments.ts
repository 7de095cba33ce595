import { z } from "zod";
import type { CommitmentStatus } from "../../analysis/index.js";
import type { RecordCommitment, RecordProposal } from "../../record/index.js";
import { type Answer, answer } from "../answer.js";
import { pageInput } from "../page-input.js";
import { pageOf } from "../paging.js";
import { negotiation, times } from "../schema/common.js";
import { recordSchemas } from "../schema/record.js";
import { useCase } from "../use-case.js";
import { itemWhen, type Lines, linesSchema, shownOf, showWhen, tailOf, toLines, wordsLine } from "./lines.js";

interface Line {
  readonly item: RecordCommitment | RecordProposal;
  readonly status: CommitmentStatus;
}
type Output = Lines<Line>;

const states = [
  "pending",
  "dormant",
  "in progress",
  "partly fulfilled",
  "stalled",
  "fulfilled",
  "broken",
  "withdrawn",
  "superseded",
  "overdue",
  "lapsed",
] as const;
const line = z.strictObject({
  item: z.discriminatedUnion("kind", [recordSchemas.commitment, recordSchemas.proposal]),
  status: z.strictObject({
    commitment: z.string(),
    asKnownOn: z.string(),
    about: z.string(),
    state: z.enum(states),
    why: z.string(),
    evidence: z.array(z.string()),
    evidenceStatus: z.string(),
    scheduleStatus: z.string(),
    level: z.number(),
    history: z.array(
      z.strictObject({ state: z.enum(states), at: z.string(), evidence: z.string().nullable() }),
    ),
  }),
});

/** Promises, then proposals that bind until they are answered, each made as the walk comes to it. */
function* linesOf({ commitment, listed }: Answer, state: string | undefined): Generator<Line> {
  for (const listing of [...listed(["commitment"]), ...listed(["proposal"])]) {
    const line = commitment(listing.line());
    if (line !== null && (state === undefined || line.status.state === state)) yield line;
  }
}

/** What each side promised, with the clock. */
export const commitments = useCase({
  name: "commitments",
  summary: "List what each side promised or set itself, with the deadline clock",
  group: "answers",
  input: z.object({
    negotiation,
    ...times,
    state: z.enum(states).optional().describe("only this state"),
    ...pageInput,
  }),
  positional: ["negotiation"],
  output: linesSchema(line) as unknown as z.ZodType<Output>,
  example: "rapporteur commitments japan-russia --as-known-on 2019-12-15 --state lapsed",
  async run(input, context) {
    const got = await answer(input, context);
    return toLines<Line>(got, pageOf(linesOf(got, input.state), input), (line) => line.item);
  },
  render: (out) => ({
    lead: [`as known on ${out.asKnownOn}, about ${out.about}`],
    columns: ["made", "state", "by", "what", "due", "why"],
    rows: out.items.map(({ item, status }) => [
      itemWhen(item),
      status.state,
      item.by.join(" "),
      item.what,
      showWhen(item.deadline),
      status.why,
    ]),
    under: out.items.map(({ item }) => wordsLine(item, shownOf(item, out.evidence))),
    tail: tailOf(out),
  }),
});
