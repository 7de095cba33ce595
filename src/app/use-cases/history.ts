import { z } from "zod";
import { activeJudgements, type Judgement } from "../../ledger/index.js";
import type { Store } from "../../store/index.js";
import { label } from "../formats/marked.js";
import { type Standing, standings, statementsIn } from "../standing.js";
import { useCase } from "../use-case.js";
import { aboutOf, judgementSchema } from "./judge.js";
import { linesOf, statementOf } from "./resolve.js";

interface Happening {
  readonly when: string;
  readonly what: string;
  readonly why: string;
  readonly id: string;
}

type Decided = Judgement & Standing & { readonly inForce: boolean };

interface Output {
  /** Null where all decisions were asked for. */
  readonly statement: string | null;
  readonly label: string;
  readonly items: readonly Happening[];
  readonly judgements: readonly Decided[];
  readonly next: null;
}

/** Everything that happened to a line: its reports as they came in with the reason they joined, and every decision about them. */
export const history = useCase({
  name: "history",
  summary:
    "Show what happened to a line: reports, why they joined, every decision and undoing; without an id, all decisions",
  group: "record",
  input: z.object({
    id: z
      .string()
      .min(4)
      .optional()
      .describe("id at the end of a line, or its first characters (default: every decision in the store)"),
    orphaned: z
      .boolean()
      .optional()
      .describe("only decisions in force whose line is no longer read from its article"),
  }),
  positional: ["id"],
  output: z.strictObject({
    statement: z.string().nullable(),
    label: z.string(),
    items: z.array(z.strictObject({ when: z.string(), what: z.string(), why: z.string(), id: z.string() })),
    judgements: z.array(
      judgementSchema.extend({
        inForce: z.boolean(),
        footing: z.enum(["stands", "handed-on", "orphaned", "missing"]),
        heirs: z.array(z.string()),
      }),
    ),
    next: z.null(),
  }) as unknown as z.ZodType<Output>,
  example: "rapporteur history ID",
  async run({ id, orphaned }, context) {
    const store = await context.store();
    const all = await store.judgements();
    const line = id === undefined ? null : await lineOf(store, id);
    const about = line === null ? all : concerning(all, line.ids);
    const inForce = new Set(activeJudgements(all).map((j) => j.id));
    const standingOf = standings(store);
    const judgements: Decided[] = [];
    for (const j of about) {
      const decided = {
        ...j,
        ...(await standingOf(j)),
        inForce: j.decision.type === "undo" ? true : inForce.has(j.id),
      };
      if (orphaned !== true || (decided.inForce && /^(orphaned|missing)$/.test(decided.footing)))
        judgements.push(decided);
    }
    const items = [...(line?.items ?? []), ...judgements.map(happening)].sort((a, b) =>
      a.when < b.when ? -1 : a.when > b.when ? 1 : a.id < b.id ? -1 : 1,
    );
    return {
      statement: line?.statement ?? null,
      label:
        line?.label ?? `All ${orphaned === true ? "decisions whose line is no longer read" : "decisions"}`,
      items,
      judgements,
      next: null,
    };
  },
  render: (out) => ({
    lead: [out.label],
    columns: ["when", "what", "why", "id"],
    rows: out.items.map((i) => [i.when, i.what, i.why, i.id.slice(0, 8)]),
    tail: [
      `${out.judgements.length} decisions. \`rapporteur undo ID\` takes one back; \`rapporteur evidence ID\` opens the words of a line.`,
    ],
  }),
});

function happening(j: Decided): Happening {
  const notes = [
    ...(j.inForce ? [] : ["undone"]),
    ...(j.footing === "handed-on" ? [`handed on to ${j.heirs.map((h) => h.slice(0, 8)).join(", ")}`] : []),
    ...(j.footing === "orphaned" ? ["orphaned: no reading says it now"] : []),
    ...(j.footing === "missing" ? ["its line is not in the store"] : []),
  ];
  const note = notes.length === 0 ? "" : ` (${notes.join("; ")})`;
  return {
    when: j.when,
    what: `${j.who}: ${j.decision.type} ${aboutOf(j.decision)}${note}`,
    why: j.why,
    id: j.id,
  };
}

/** Reports of the lines that a statement stands in, and the statements that decisions about them name. */
async function lineOf(
  store: Store,
  id: string,
): Promise<{ statement: string; label: string; ids: ReadonlySet<string>; items: readonly Happening[] }> {
  const statement = await statementOf(store, id);
  const held = await linesOf(store, statement);
  const ids = new Set([statement.id]);
  const items = new Map<string, Happening>();
  for (const { book, line } of held) {
    for (const r of line) {
      ids.add(r.statement);
      const entry = book.entry(r.statement);
      if (entry === undefined) continue;
      // What was decided about an earlier reading or version holds for it.
      for (const alias of entry.aliases) ids.add(alias);
      const what = `reported by ${entry.statement.publisher ?? "an unnamed outlet"}`;
      const why = r.score === 1 ? r.reason : `${r.reason} (${r.score.toFixed(2)})`;
      items.set(r.statement, { when: entry.statement.known, what, why, id: r.statement });
    }
  }
  if (items.size === 0) {
    const what = "read, but in no negotiation's record";
    items.set(statement.id, { when: statement.known, what, why: statement.origin.rule, id: statement.id });
  }
  return { statement: statement.id, label: label(statement.item), ids, items: [...items.values()] };
}

/** Decisions about statements, with their undoings and the undoings of those. */
function concerning(all: readonly Judgement[], ids: ReadonlySet<string>): Judgement[] {
  const about = new Set<string>();
  // An undoing may stand before what it undoes where both bear one instant.
  for (let size = -1; size !== about.size; ) {
    size = about.size;
    for (const { id, decision: d } of all) {
      if (d.type === "undo" ? about.has(d.judgement) : statementsIn(d).some((s) => ids.has(s))) about.add(id);
    }
  }
  return all.filter((j) => about.has(j.id));
}
