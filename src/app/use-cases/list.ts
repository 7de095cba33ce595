import { z } from "zod";
import { useCase } from "../use-case.js";

interface Output {
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly parties: readonly string[];
    readonly tracks: readonly string[];
  }[];
  readonly next: null;
  readonly counts: { readonly documents: number; readonly statements: number };
}

/** The negotiations of the store. */
export const list = useCase({
  name: "list",
  summary: "List the negotiations in the store",
  group: "negotiations",
  input: z.object({}),
  positional: [],
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        parties: z.array(z.string()),
        tracks: z.array(z.string()),
      }),
    ),
    next: z.null(),
    counts: z.object({ documents: z.number(), statements: z.number() }),
  }) as unknown as z.ZodType<Output>,
  example: "rapporteur list",
  async run(_, context) {
    const store = await context.store();
    const { documents, statements } = await store.counts();
    const items = (await store.negotiations()).map((n) => ({
      id: n.id,
      name: n.name,
      parties: n.parties.map((p) => p.code),
      tracks: n.tracks.map((t) => t.name),
    }));
    return { items, next: null, counts: { documents, statements } };
  },
  render: ({ items, counts }) => ({
    columns: ["id", "negotiation", "parties", "tracks"],
    rows: items.map((n) => [n.id, n.name, n.parties.join(" "), n.tracks.join(", ")]),
    tail: [`${counts.documents} documents, ${counts.statements} statements in the store`],
  }),
});
