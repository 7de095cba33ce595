import { userInfo } from "node:os";
import { z } from "zod";
import { type Decision, type Judgement, makeJudgement, type Statement } from "../../ledger/index.js";
import type { Context } from "../context.js";
import { AppError } from "../errors.js";
import { isHandling } from "../handling.js";
import { keeperOf } from "../keeper.js";
import { useCase } from "../use-case.js";
import { judgementOf, linesOf, statementOf } from "./resolve.js";

export const judgementSchema = z.strictObject({
  id: z.string(),
  who: z.string(),
  when: z.string(),
  why: z.string(),
  decision: z.looseObject({ type: z.string() }),
});

interface Output {
  readonly items: readonly Judgement[];
  readonly next: null;
}

const output = z.strictObject({
  items: z.array(judgementSchema),
  next: z.null(),
}) as unknown as z.ZodType<Output>;

const who = z.string().optional().describe("who decides (default: the name of the account)");
const why = z.string().default("").describe("the reason, kept with the decision");

const input = z.object({
  action: z
    .enum(["accept", "reject", "correct", "merge", "split", "annotate", "same", "different", "unsure"])
    .describe("what is decided"),
  ids: z
    .array(z.string())
    .describe("ids at the end of lines, or their first characters; two names for same, different, unsure"),
  who,
  why,
  field: z.string().optional().describe("for correct: which field, e.g. place.name, time, status"),
  value: z
    .string()
    .optional()
    .describe("for correct: its right value, a word or JSON; a day or DAY/DAY for a time"),
  note: z.string().optional().describe("for annotate: the note"),
});

/** Keeps what a person decided about lines of the record. What was read stays as it was; every decision can be undone. */
export const judge = useCase({
  name: "judge",
  summary:
    "Decide about a line: accept, reject, correct, merge, split, annotate; or whether two names are one",
  group: "record",
  writes: true,
  input,
  positional: ["action", "ids"],
  output,
  example: "rapporteur judge accept ID --why 'checked against the communique'",
  async run(asked, context) {
    const store = await context.store();
    const when = context.now();
    const by = asked.who ?? account();
    const items: Judgement[] = [];
    for (const decision of await decisions(asked, context)) {
      const judgement = makeJudgement({ who: by, when, why: asked.why, decision });
      await store.addJudgement(judgement);
      items.push(judgement);
    }
    await (await keeperOf(store)).settle();
    return { items, next: null };
  },
  render,
});

/** Takes a decision back. The decision and its undoing both stay in the list. */
export const undo = useCase({
  name: "undo",
  summary: "Take a decision back; it stays in the history, and the undoing can be undone",
  group: "record",
  writes: true,
  input: z.object({
    id: z.string().optional().describe("the decision's id, or its first characters (default: the last one)"),
    who,
    why,
  }),
  positional: ["id"],
  output,
  example: "rapporteur undo --why 'wrong line'",
  async run(asked, context) {
    const store = await context.store();
    const all = await store.judgements();
    const undone = new Set(all.flatMap((j) => (j.decision.type === "undo" ? [j.decision.judgement] : [])));
    const last = all
      .filter((j) => j.decision.type !== "undo" && !undone.has(j.id) && !marks(j.decision))
      .at(-1);
    const target = asked.id === undefined ? last : await judgementOf(store, asked.id);
    if (target === undefined)
      throw new AppError("JUDGEMENT_UNKNOWN", "There is no decision that could be undone.");
    // Whoever may decide about lines need not be the one who may open what is marked.
    if (marks(target.decision) || all.some((j) => marks(j.decision) && undoes(target, j)))
      throw new AppError("JUDGEMENT_BAD", "A mark is changed with `rapporteur mark`, not taken back.", {
        id: target.id,
      });
    const judgement = makeJudgement({
      who: asked.who ?? account(),
      when: context.now(),
      why: asked.why,
      decision: { type: "undo", judgement: target.id },
    });
    await store.addJudgement(judgement);
    await (await keeperOf(store)).settle();
    return { items: [judgement], next: null };
  },
  render,
});

function render({ items }: Output) {
  return {
    columns: ["decision", "about", "who", "when", "why", "id"],
    rows: items.map((j) => [j.decision.type, aboutOf(j.decision), j.who, j.when, j.why, j.id.slice(0, 8)]),
    tail: [`${items.length} kept. \`rapporteur undo ID\` takes one back.`],
  };
}

/** What a decision is about, in short. */
export function aboutOf(d: Decision): string {
  const short = (id: string): string => (/^[0-9a-f]{24}$/.test(id) ? id.slice(0, 8) : id);
  switch (d.type) {
    case "merge":
    case "split":
      return d.statements.map(short).join(" ");
    case "undo":
      return short(d.judgement);
    case "annotate":
      return `${short(d.target)}: ${d.note}`;
    case "same":
      return `${d.left} / ${d.right}: ${d.answer}`;
    case "correct":
      return `${short(d.statement)} ${d.field} = ${JSON.stringify(d.value)}`;
    default:
      return short(d.statement);
  }
}

const marks = (d: Decision): boolean => d.type === "annotate" && isHandling(d.target);
const undoes = (j: Judgement, other: Judgement): boolean =>
  j.decision.type === "undo" && j.decision.judgement === other.id;

export function account(): string {
  try {
    return userInfo().username;
  } catch {
    return "unnamed";
  }
}

async function decisions(asked: z.infer<typeof input>, context: Context): Promise<Decision[]> {
  const { action, ids } = asked;
  const store = await context.store();
  if (action === "same" || action === "different" || action === "unsure") {
    if (ids.length !== 2)
      throw new AppError("JUDGEMENT_BAD", `${action} takes two names, and got ${ids.length}.`);
    const [left, right] = [...ids].sort();
    return [{ type: "same", left, right, answer: action }];
  }
  if (action === "annotate") {
    const note = asked.note ?? asked.why;
    if (note === "") throw new AppError("JUDGEMENT_BAD", "annotate needs --note.");
    if (ids.some(isHandling))
      throw new AppError("JUDGEMENT_BAD", "How something may be handled is decided with `rapporteur mark`.");
    return Promise.all(
      ids.map(async (id): Promise<Decision> => {
        const target = id.includes("/") ? id : (await statementOf(store, id)).id;
        return { type: "annotate", target, note };
      }),
    );
  }
  const statements: Statement[] = [];
  for (const id of ids) statements.push(await statementOf(store, id));
  if (action === "accept" || action === "reject")
    return statements.map((s) => ({ type: action, statement: s.id }));
  if (action === "correct") return statements.map((s) => correction(s, asked.field, asked.value));
  return action === "merge" ? merge(statements, context) : split(statements, context);
}

/** All reports of the lines, so that later ones cannot fall back to where they were. */
async function merge(statements: readonly Statement[], context: Context): Promise<Decision[]> {
  if (statements.length < 2) throw new AppError("JUDGEMENT_BAD", "merge takes two lines or more.");
  const [kind] = statements.map((s) => s.item.kind);
  if (statements.some((s) => s.item.kind !== kind))
    throw new AppError("JUDGEMENT_BAD", "Only lines of one kind can be merged.", { kind });
  const store = await context.store();
  const all = new Set<string>();
  for (const s of statements) {
    all.add(s.id);
    for (const { line } of await linesOf(store, s)) for (const r of line) all.add(r.statement);
  }
  const [first, second, ...rest] = [...all].sort();
  return [{ type: "merge", statements: [first, second, ...rest] }];
}

/** One report is split from all others of its line; several are split from one another. */
async function split(statements: readonly Statement[], context: Context): Promise<Decision[]> {
  if (statements.length > 1) {
    const [first, second, ...rest] = statements.map((s) => s.id);
    return [{ type: "split", statements: [first, second, ...rest] }];
  }
  const [{ id }] = statements;
  const others = new Set<string>();
  for (const { line } of await linesOf(await context.store(), statements[0]))
    for (const r of line) if (r.statement !== id) others.add(r.statement);
  if (others.size === 0)
    throw new AppError("JUDGEMENT_BAD", "The line has no other report to split from.", { id });
  return [...others].sort().map((other) => ({ type: "split", statements: [id, other] }));
}

function correction(s: Statement, field: string | undefined, value: string | undefined): Decision {
  if (field === undefined || value === undefined)
    throw new AppError("JUDGEMENT_BAD", "correct needs --field and --value.");
  const [head] = field.split(".");
  const item = s.item as unknown as Record<string, unknown>;
  if (!(head in item) || ["id", "kind", "evidence", "sentences", "trigger", "origin"].includes(head)) {
    const known = Object.keys(item).filter(
      (k) => !["id", "kind", "evidence", "sentences", "trigger", "origin"].includes(k),
    );
    throw new AppError(
      "JUDGEMENT_BAD",
      `A ${s.item.kind} has no field "${field}"; it has ${known.join(", ")}.`,
      { field },
    );
  }
  const day = /^(\d{4}-\d{2}-\d{2})(?:\/(\d{4}-\d{2}-\d{2}))?$/.exec(value);
  if ((field === "time" || field === "deadline") && day !== null) {
    const [, earliest, latest = earliest] = day;
    const was = (item[field] ?? s.item.time) as Record<string, unknown>;
    const precision = earliest === latest ? "day" : "period";
    const time = { ...was, earliest, latest, precision, edtf: value, words: null, rule: "person" };
    return { type: "correct", statement: s.id, field, value: time };
  }
  return { type: "correct", statement: s.id, field, value: parsed(value) };
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
