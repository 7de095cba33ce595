import { z } from "zod";
import { activeJudgements, makeVersion, statementsOf } from "../../ledger/index.js";
import { rowsOf } from "../../record/index.js";
import { contentHash } from "../../text/index.js";
import type { Context } from "../context.js";
import { keeperOf } from "../keeper/index.js";
import { standings } from "../standing.js";
import { useCase } from "../use-case.js";

interface Output {
  readonly before: string;
  readonly after: string;
  readonly same: boolean;
  readonly negotiations: number;
  readonly entries: number;
  readonly reread: number;
  /** Decisions in force whose line a newer reading says at the same words, and those whose line none says now. */
  readonly handedOn: number;
  readonly orphaned: number;
}

/** Makes the record again from sources, statements and judgements alone, and compares it with what was there. */
export const rebuild = useCase({
  name: "rebuild",
  summary:
    "Make the record again from sources and judgements alone, and say whether it is the same to the byte",
  group: "record",
  writes: true,
  input: z.object({
    reread: z
      .boolean()
      .optional()
      .describe("first read the texts again that an older reader read; decisions about their lines are kept"),
  }),
  positional: [],
  output: z.strictObject({
    before: z.string(),
    after: z.string(),
    same: z.boolean(),
    negotiations: z.number(),
    entries: z.number(),
    reread: z.number(),
    handedOn: z.number(),
    orphaned: z.number(),
  }),
  example: "rapporteur rebuild",
  async run(input, context): Promise<Output> {
    const store = await context.store();
    const keeper = await keeperOf(store);
    const reread = input.reread === true ? await readAgain(context) : 0;
    await keeper.placeAll();
    const before = await digest(context);
    await keeper.rebuild();
    const after = await digest(context);
    return {
      before: before.hash,
      after: after.hash,
      same: before.hash === after.hash,
      negotiations: after.negotiations,
      entries: after.entries,
      reread,
      ...(await footings(context)),
    };
  },
  render: (out) => ({
    lead: [
      out.same
        ? "The record made again is the same to the byte."
        : "The record made again is not the one that was there: the new one is kept.",
    ],
    tail: [
      `${out.negotiations} negotiations, ${out.entries} entries, digest ${out.after}${out.reread > 0 ? `, ${out.reread} texts read again` : ""}`,
      ...(out.handedOn + out.orphaned === 0
        ? []
        : [
            `Decisions on lines of older readings: ${out.handedOn} handed on, ${out.orphaned} orphaned. \`rapporteur history --orphaned\` lists these.`,
          ]),
    ],
  }),
});

async function footings(context: Context): Promise<{ handedOn: number; orphaned: number }> {
  const store = await context.store();
  const standingOf = standings(store);
  let [handedOn, orphaned] = [0, 0];
  for (const j of activeJudgements(await store.judgements())) {
    const { footing } = await standingOf(j);
    if (footing === "handed-on") handedOn++;
    else if (footing === "orphaned") orphaned++;
  }
  return { handedOn, orphaned };
}

/** Hash of all derived rows, in a fixed order. */
async function digest(context: Context): Promise<{ hash: string; negotiations: number; entries: number }> {
  const store = await context.store();
  let hash = "";
  let entries = 0;
  const negotiations = await store.negotiations();
  for (const n of negotiations) {
    const rows = rowsOf(await store.shelf.sheets(n.id));
    entries += rows.length;
    for (const r of rows) {
      const place = r.place === null ? [] : [r.place.cluster, r.place.score, r.place.reason];
      hash = contentHash(`${hash}${n.id} ${r.statement} ${r.known} ${r.origin} ${r.body} ${place.join(" ")}`);
    }
  }
  return { hash, negotiations: negotiations.length, entries };
}

async function readAgain(context: Context): Promise<number> {
  const store = await context.store();
  const reader = await context.reader();
  let count = 0;
  const ids: string[] = [];
  for await (const v of store.documents())
    if (v.reader !== null && v.reader !== reader.version) ids.push(v.document.id);
  for (const [i, id] of ids.entries()) {
    context.progress.step(i, ids.length, id);
    const version = await store.document(id);
    if (version === null) continue;
    const recorded = context.now();
    const reading = reader.read(version.document);
    const statements = statementsOf(version.document, reading, recorded);
    await store.addDocument(makeVersion(version.document, reading, recorded), statements);
    count++;
  }
  context.progress.step(ids.length, ids.length, "");
  return count;
}
