import { z } from "zod";
import {
  type Candidate,
  candidatesOf,
  createSpelling,
  decisionsOf,
  type Identity,
  type Named,
  namesOf,
} from "../../record/index.js";
import { answer } from "../answer.js";
import { negotiation, times } from "../schema/common.js";
import { useCase } from "../use-case.js";

interface Output {
  readonly negotiation: string;
  readonly items: readonly Candidate[];
  readonly next: null;
  readonly names: readonly Named[];
  readonly identities: readonly Identity[];
  /** What each party calls a contested thing, from the negotiation's description. */
  readonly contested: readonly {
    readonly of: string;
    readonly by: Readonly<Record<string, readonly string[]>>;
  }[];
}

const kind = z.enum(["person", "organisation", "place", "document"]);

/** Names that may mean one person, organisation, place or document, scored, with what people decided. */
export const identity = useCase({
  name: "identity",
  summary:
    "Show names that may mean one person, organisation, place or document, scored, and what was decided",
  group: "record",
  input: z.object({
    negotiation,
    ...times,
    kind: kind.optional().describe("only names of this kind"),
    open: z.boolean().optional().describe("only pairs that nobody decided"),
  }),
  positional: ["negotiation"],
  output: z.strictObject({
    negotiation: z.string(),
    items: z.array(
      z.strictObject({
        kind,
        left: z.string(),
        right: z.string(),
        score: z.number(),
        reason: z.string(),
        answer: z.enum(["same", "different", "unsure"]).nullable(),
        decided: z.enum(["by a person", "follows"]).nullable(),
      }),
    ),
    next: z.null(),
    names: z.array(
      z.strictObject({
        name: z.string(),
        kind,
        code: z.string().nullable(),
        reports: z.number(),
        first: z.string(),
        last: z.string(),
        statement: z.string(),
      }),
    ),
    identities: z.array(z.strictObject({ name: z.string(), names: z.array(z.string()) })),
    contested: z.array(z.strictObject({ of: z.string(), by: z.record(z.string(), z.array(z.string())) })),
  }) as unknown as z.ZodType<Output>,
  example: "rapporteur identity japan-russia --as-known-on 2019-12-22",
  async run(input, context) {
    const got = await answer(input, context);
    const { loadLexicon } = await import("../../resources/index.js");
    const judgements = await (await context.store()).judgements();
    const names = namesOf(got.book, got.asOf.asKnownOn).filter(
      (n) => input.kind === undefined || n.kind === input.kind,
    );
    const items = candidatesOf(names, got.book, judgements, createSpelling(loadLexicon()));
    return {
      negotiation: got.negotiation.id,
      items: input.open === true ? items.filter((c) => c.answer === null) : items,
      next: null,
      names,
      identities: decisionsOf(judgements).identities(),
      contested: got.negotiation.names,
    };
  },
  render: (out) => ({
    lead: [
      ...out.contested.map(
        (c) =>
          `${c.of}: ${Object.entries(c.by)
            .map(([p, names]) => `${p} says ${names.join(", ")}`)
            .join("; ")}`,
      ),
      ...out.identities.map((i) => `decided: ${i.names.join(" = ")}`),
    ],
    columns: ["kind", "name", "same as?", "score", "reason", "decided"],
    rows: out.items.map((c) => [
      c.kind,
      c.left,
      c.right,
      c.score.toFixed(2),
      c.reason,
      c.answer === null ? "" : `${c.answer} (${c.decided})`,
    ]),
    tail: [
      `${out.items.length} pairs. Decide: rapporteur judge same NAME NAME --why ..., or different, or unsure.`,
    ],
  }),
});
