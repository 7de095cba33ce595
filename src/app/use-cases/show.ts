import { z } from "zod";
import type { Negotiation } from "../../record/index.js";
import { answer } from "../answer.js";
import { negotiation } from "../schema/common.js";
import { useCase } from "../use-case.js";

interface Output {
  readonly negotiation: Negotiation;
}

const words = z.array(z.string());

/** How a negotiation is set up: what a page needs to call parties, tracks, issues and rungs by their names. */
export const show = useCase({
  name: "show",
  summary: "Show how a negotiation is set up: parties, tracks, issues with their ladders, names per party",
  group: "negotiations",
  input: z.object({ negotiation }),
  positional: ["negotiation"],
  output: z.object({
    negotiation: z.object({
      id: z.string(),
      name: z.string(),
      parties: z.array(
        z.object({ code: z.string(), name: z.string(), role: z.enum(["primary", "secondary", "third"]) }),
      ),
      tracks: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string(), words })),
      issues: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          words,
          ladder: z.array(z.object({ rung: z.number(), meaning: z.string(), words })),
        }),
      ),
      names: z.array(z.object({ of: z.string(), by: z.record(z.string(), words) })),
      aim: words,
    }),
  }) as unknown as z.ZodType<Output>,
  example: "rapporteur show japan-russia",
  async run(input, context) {
    return { negotiation: (await answer(input, context)).negotiation };
  },
  render: ({ negotiation: n }) => ({
    lead: [`${n.name} (${n.id})`],
    columns: ["what", "id", "name", "more"],
    rows: [
      ...n.parties.map((p) => ["party", p.code, p.name, p.role]),
      ...n.tracks.map((t) => ["track", t.id, t.name, t.kind]),
      ...n.issues.map((i) => [
        "issue",
        i.id,
        i.name,
        i.ladder.map((r) => `${r.rung} ${r.meaning}`).join("; "),
      ]),
    ],
    tail: n.aim.length > 0 ? [`aim: ${n.aim.join(", ")}`] : [],
  }),
});
