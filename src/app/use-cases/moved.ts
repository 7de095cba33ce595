import { z } from "zod";
import { type Moved, whatMoved } from "../../analysis/index.js";
import { type Answer, answer, type Evidence } from "../answer.js";
import { day, evidenceSchema, negotiation, times } from "../schema/common.js";
import { useCase } from "../use-case.js";
import { short } from "./lines.js";

export interface MovedLine extends Omit<Moved, "statements"> {
  readonly evidence: readonly Evidence[];
}

interface Output {
  readonly negotiation: string;
  readonly since: string;
  readonly asKnownOn: string;
  readonly items: readonly MovedLine[];
  readonly next: null;
}

/** What is new, changed, corrected or withdrawn between two days of knowledge. */
export const moved = useCase({
  name: "moved",
  summary: "Say what moved since a day: new, changed, corrected, withdrawn",
  group: "answers",
  input: z.object({ negotiation, since: day.describe("the day of knowledge to compare with"), ...times }),
  positional: ["negotiation"],
  output: z.strictObject({
    negotiation: z.string(),
    since: z.string(),
    asKnownOn: z.string(),
    items: z.array(
      z.strictObject({
        change: z.enum(["new", "changed", "corrected", "withdrawn"]),
        track: z.string(),
        kind: z.string(),
        item: z.string(),
        text: z.string(),
        field: z.string().nullable(),
        before: z.string().nullable(),
        after: z.string().nullable(),
        evidence: z.array(evidenceSchema),
      }),
    ),
    next: z.null(),
  }) as unknown as z.ZodType<Output>,
  example: "rapporteur moved japan-russia --since 2019-09-01 --as-known-on 2019-12-15",
  async run(input, context) {
    const got = await answer(input, context);
    return {
      negotiation: got.negotiation.id,
      since: input.since,
      asKnownOn: got.asOf.asKnownOn,
      items: movedSince(got, input.since),
      next: null,
    };
  },
  render: (out) => ({
    lead: [`between ${out.since} and ${out.asKnownOn}, as known on each`],
    columns: ["change", "track", "what", "says", "words", "reported by", "id"],
    rows: out.items.map((m) => [
      m.change,
      m.track,
      m.kind,
      m.field === null ? m.text : `${m.text}: ${m.field} ${m.before || "none"} → ${m.after || "none"}`,
      m.evidence[0] ? `“${short(m.evidence[0].quote)}”` : "",
      m.evidence[0]?.publisher ?? "",
      m.evidence[0]?.statement.slice(0, 8) ?? "",
    ]),
    tail: [`${out.items.length} change${out.items.length === 1 ? "" : "s"}`],
  }),
});

/** Lines of the difference between the record as known on `since` and now, with their words. */
export function movedSince(got: Answer, since: string): MovedLine[] {
  const before = got.at({ asKnownOn: since, about: since });
  const { negotiation } = got;
  const [old, now] = got.differing(before);
  return whatMoved({ negotiation, items: old }, { negotiation, items: now }).map(({ statements, ...m }) => ({
    ...m,
    evidence: got.evidence(statements),
  }));
}
