import { z } from "zod";
import type { StoreCheck } from "../../store/index.js";
import { useCase } from "../use-case.js";

type Output = StoreCheck & { readonly exit: number };

/** Reads the whole store back: the file's own integrity, and every piece of evidence against its source. */
export const check = useCase({
  name: "check",
  summary: "Check the store: the file itself, and every quoted word against its source",
  group: "upkeep",
  input: z.object({}),
  positional: [],
  output: z.looseObject({
    ok: z.boolean(),
    anchors: z.number(),
    problems: z.array(z.looseObject({ code: z.string(), message: z.string() })),
    exit: z.number(),
  }) as unknown as z.ZodType<Output>,
  example: "rapporteur check",
  async run(_, context) {
    const result = await (await context.store()).check();
    return { ...result, exit: result.ok ? 0 : 5 };
  },
  render: (out) => ({
    lead: [out.ok ? "The store is whole." : `The store has ${out.problems.length} problems.`],
    ...(out.problems.length > 0
      ? {
          columns: ["code", "problem", "where"],
          rows: out.problems.map((p) => [p.code, p.message, JSON.stringify(p.where)]),
        }
      : {}),
    tail: [
      `${out.counts.documents} documents, ${out.counts.statements} statements, ${out.anchors} quotes read back at their places, ${out.counts.judgements} judgements`,
    ],
  }),
});
