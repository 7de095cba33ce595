import { z } from "zod";
import { handlings } from "../../access/index.js";
import { type Judgement, makeJudgement } from "../../ledger/index.js";
import { account } from "../account.js";
import { handlingTarget, marksOf } from "../handling.js";
import { keeperOf } from "../keeper/index.js";
import { useCase } from "../use-case.js";
import { judgementSchema } from "./judge.js";
import { linesOf, statementOf } from "./resolve.js";

interface Output {
  readonly items: readonly Judgement[];
  readonly next: null;
}

/** Says how sources and lines may be handled: who is not cleared for that sees neither them nor that there is anything. */
export const mark = useCase({
  name: "mark",
  summary: "Say how a source or a line may be handled: public, limited, restricted",
  group: "record",
  writes: true,
  input: z.object({
    handling: z
      .enum(handlings)
      .describe("public is for every reader, limited and restricted for who is cleared"),
    ids: z
      .array(z.string())
      .min(1)
      .describe("a document's id marks the article in all its versions; a line's id marks all its reports"),
    who: z.string().optional().describe("who decides (default: the name of the account)"),
    why: z.string().default("").describe("the reason, kept with the decision"),
  }),
  positional: ["handling", "ids"],
  output: z.strictObject({
    items: z.array(judgementSchema),
    next: z.null(),
  }) as unknown as z.ZodType<Output>,
  example: "rapporteur mark limited ID --why 'given in confidence'",
  async run({ handling, ids, who, why }, context) {
    const store = await context.store();
    const targets = new Set<string>();
    for (const id of ids) {
      const version = await store.document(id);
      if (version !== null) {
        targets.add(handlingTarget("source", version.source));
        continue;
      }
      const statement = await statementOf(store, id);
      targets.add(handlingTarget("statement", statement.id));
      for (const { line } of await linesOf(store, statement))
        for (const r of line) targets.add(handlingTarget("statement", r.statement));
    }
    const items: Judgement[] = [];
    const decided = { who: who ?? account(), when: context.now(), why };
    for (const target of targets) {
      const judgement = makeJudgement({ ...decided, decision: { type: "annotate", target, note: handling } });
      await store.addJudgement(judgement);
      items.push(judgement);
    }
    await (await keeperOf(store)).settle();
    return { items, next: null };
  },
  render: ({ items }) => ({
    columns: ["marked", "as", "who", "when", "id"],
    rows: items.map((j) => [
      j.decision.type === "annotate" ? j.decision.target.replace("handling/", "") : "",
      j.decision.type === "annotate" ? j.decision.note : "",
      j.who,
      j.when,
      j.id.slice(0, 8),
    ]),
    tail: [`${items.length} marked. \`rapporteur marks\` lists them.`],
  }),
});

interface Marked {
  readonly kind: "source" | "statement";
  readonly id: string;
  readonly handling: string;
  /** Of a source: its versions, as evidence and the Reader name them. */
  readonly documents: readonly string[];
}

export const marks = useCase({
  name: "marks",
  summary: "List what is marked limited or restricted",
  group: "record",
  input: z.object({}),
  positional: [],
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        kind: z.enum(["source", "statement"]),
        id: z.string(),
        handling: z.enum(handlings),
        documents: z.array(z.string()).describe("of a source: its versions, as evidence names them"),
      }),
    ),
    next: z.null(),
  }) as unknown as z.ZodType<{ items: readonly Marked[]; next: null }>,
  example: "rapporteur marks",
  async run(_, context) {
    const store = await context.store();
    const found = marksOf(await store.judgements());
    const items: Marked[] = [];
    for (const [id, handling] of found.sources) {
      if (handling === "public") continue;
      const documents = (await store.versionsOf(id)).map((v) => v.document.id);
      items.push({ kind: "source", id, handling, documents });
    }
    for (const [id, handling] of found.statements)
      if (handling !== "public") items.push({ kind: "statement", id, handling, documents: [] });
    return { items, next: null };
  },
  render: ({ items }) => ({
    columns: ["what", "id", "handling"],
    rows: items.map((m) => [m.kind, m.id, m.handling]),
    tail: [`${items.length} marked`],
  }),
});
