import { z } from "zod";
import { activeJudgements, type Judgement } from "../../ledger/index.js";
import { label } from "../formats/marked.js";
import { useCase } from "../use-case.js";
import { aboutOf, judgementSchema } from "./judge.js";
import { linesOf, statementOf } from "./resolve.js";

interface Happening {
  readonly when: string;
  readonly what: string;
  readonly why: string;
  readonly id: string;
}

interface Output {
  readonly statement: string;
  readonly label: string;
  readonly items: readonly Happening[];
  readonly judgements: readonly (Judgement & { readonly inForce: boolean })[];
  readonly next: null;
}

/** Everything that happened to a line: its reports as they came in with the reason they joined, and every decision about them. */
export const history = useCase({
  name: "history",
  summary:
    "Show what happened to a line: reports as they came in, why they joined, every decision and undoing",
  group: "record",
  input: z.object({ id: z.string().min(4).describe("id at the end of a line, or its first characters") }),
  positional: ["id"],
  output: z.strictObject({
    statement: z.string(),
    label: z.string(),
    items: z.array(z.strictObject({ when: z.string(), what: z.string(), why: z.string(), id: z.string() })),
    judgements: z.array(judgementSchema.extend({ inForce: z.boolean() })),
    next: z.null(),
  }) as unknown as z.ZodType<Output>,
  example: "rapporteur history ID",
  async run({ id }, context) {
    const store = await context.store();
    const statement = await statementOf(store, id);
    const held = await linesOf(store, statement);
    const ids = new Set([statement.id, ...held.flatMap((h) => h.line.map((r) => r.statement))]);
    const items = new Map<string, Happening>();
    for (const { book, line } of held) {
      for (const r of line) {
        const entry = book.entries.get(r.statement);
        if (entry === undefined) continue;
        const what = `reported by ${entry.statement.publisher ?? "an unnamed outlet"}`;
        const why = r.score === 1 ? r.reason : `${r.reason} (${r.score.toFixed(2)})`;
        items.set(r.statement, { when: entry.statement.known, what, why, id: r.statement });
      }
    }
    if (items.size === 0) {
      const what = "read, but in no negotiation's record";
      items.set(statement.id, { when: statement.known, what, why: statement.origin.rule, id: statement.id });
    }
    const all = await store.judgements();
    const inForce = new Set(activeJudgements(all).map((j) => j.id));
    const about = new Set<string>();
    // An undoing names a decision, and may come before it in no list: they are ordered by time.
    for (const j of all) {
      const d = j.decision;
      const direct =
        d.type === "merge" || d.type === "split"
          ? d.statements.some((s) => ids.has(s))
          : d.type === "undo"
            ? about.has(d.judgement)
            : d.type === "annotate" || d.type === "grade"
              ? ids.has(d.target)
              : d.type !== "same" && ids.has(d.statement);
      if (direct) about.add(j.id);
    }
    const judgements = all
      .filter((j) => about.has(j.id))
      .map((j) => ({ ...j, inForce: j.decision.type === "undo" ? true : inForce.has(j.id) }));
    const decided = judgements.map((j): Happening => {
      const undone = j.inForce ? "" : " (undone)";
      return {
        when: j.when,
        what: `${j.who}: ${j.decision.type} ${aboutOf(j.decision)}${undone}`,
        why: j.why,
        id: j.id,
      };
    });
    const sorted = [...items.values(), ...decided].sort((a, b) =>
      a.when < b.when ? -1 : a.when > b.when ? 1 : a.id < b.id ? -1 : 1,
    );
    return { statement: statement.id, label: label(statement.item), items: sorted, judgements, next: null };
  },
  render: (out) => ({
    lead: [out.label],
    columns: ["when", "what", "why", "id"],
    rows: out.items.map((i) => [i.when, i.what, i.why, i.id.slice(0, 8)]),
    tail: [`${out.judgements.length} decisions. \`rapporteur undo ID\` takes one back.`],
  }),
});
