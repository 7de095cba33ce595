import { z } from "zod";
import { type Decision, type Judgement, makeJudgement, type Statement } from "../../ledger/index.js";
import { isPost } from "../../record/index.js";
import { account } from "../account.js";
import type { Context } from "../context.js";
import { AppError } from "../errors.js";
import { admiralty, outletTarget } from "../grades.js";
import { isHandling } from "../handling.js";
import { keeperOf } from "../keeper/index.js";
import { day } from "../schema/common.js";
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
  /** Reports that keep a line which one of its reports was rejected from. */
  readonly left: number;
}

const output = z.strictObject({
  items: z.array(judgementSchema),
  next: z.null(),
  left: z.number(),
}) as unknown as z.ZodType<Output>;

const who = z.string().optional().describe("who decides (default: the name of the account)");
const why = z.string().default("").describe("the reason, kept with the decision");

const input = z.object({
  action: z
    .enum([
      "accept",
      "reject",
      "correct",
      "merge",
      "split",
      "annotate",
      "grade",
      "same",
      "different",
      "unsure",
    ])
    .describe("what is decided"),
  ids: z
    .array(z.string())
    .describe(
      "ids at the end of lines, or their first characters; two names for same, different, unsure; names of outlets for grade A to F",
    ),
  who,
  why,
  line: z
    .boolean()
    .optional()
    .describe("for accept, reject, correct, grade: all reports of the line, not only the one named"),
  from: day.optional().describe("for same with a post: the first day on which it means this person"),
  to: day.optional().describe("for same with a post: the last day"),
  field: z.string().optional().describe("for correct: which field, e.g. place.name, time, status"),
  value: z
    .string()
    .optional()
    .describe(
      "for correct: its right value, a word or JSON; a day or DAY/DAY for a time; for grade: A to F for an outlet, 1 to 6 for a report",
    ),
  note: z.string().optional().describe("for annotate: the note"),
});

/** Keeps what a person decided about lines of the record. What was read stays as it was; every decision can be undone. */
export const judge = useCase({
  name: "judge",
  summary:
    "Decide about a line (accept, reject, correct, merge, split, annotate), about names (same, different), or grade a source",
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
    const left = asked.action === "reject" ? await leftOf(asked.ids, asked.line === true, context) : 0;
    for (const decision of await decisions(asked, context)) {
      const judgement = makeJudgement({ who: by, when, why: asked.why, decision });
      await store.addJudgement(judgement);
      items.push(judgement);
    }
    await (await keeperOf(store)).settle();
    return { items, next: null, left };
  },
  render,
});

async function leftOf(ids: readonly string[], line: boolean, context: Context): Promise<number> {
  if (line) return 0;
  const store = await context.store();
  const named = new Set<string>();
  for (const id of ids) named.add((await statementOf(store, id)).id);
  const others = new Set<string>();
  for (const id of named) {
    const statement = await store.statement(id);
    if (statement === null) continue;
    for (const held of await linesOf(store, statement))
      for (const r of held.line) if (!named.has(r.statement)) others.add(r.statement);
  }
  return others.size;
}

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
    return { items: [judgement], next: null, left: 0 };
  },
  render,
});

function render({ items, left }: Output) {
  return {
    columns: ["decision", "about", "who", "when", "why", "id"],
    rows: items.map((j) => [j.decision.type, aboutOf(j.decision), j.who, j.when, j.why, j.id.slice(0, 8)]),
    tail: [
      `${items.length} kept. \`rapporteur undo ID\` takes one back.`,
      ...(left === 0
        ? []
        : [
            `${left} other report${left === 1 ? " keeps" : "s keep"} the line; with --line all of them are rejected.`,
          ]),
    ],
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
    case "grade":
      return `${short(d.target)}: ${d.grade}`;
    case "annotate":
      return `${short(d.target)}: ${d.note}`;
    case "same":
      return `${d.left} / ${d.right}: ${d.answer}${d.from === undefined ? "" : `, ${d.from} to ${d.to}`}`;
    case "correct":
      return `${short(d.statement)} ${d.field} = ${JSON.stringify(d.value)}`;
    default:
      return short(d.statement);
  }
}

const marks = (d: Decision): boolean => d.type === "annotate" && isHandling(d.target);
const undoes = (j: Judgement, other: Judgement): boolean =>
  j.decision.type === "undo" && j.decision.judgement === other.id;

async function decisions(asked: z.infer<typeof input>, context: Context): Promise<Decision[]> {
  const { action, ids } = asked;
  const store = await context.store();
  if (action === "same" || action === "different" || action === "unsure") {
    if (ids.length !== 2)
      throw new AppError("JUDGEMENT_BAD", `${action} takes two names, and got ${ids.length}.`);
    return [await sameness(action, ids, asked)];
  }
  if (action === "grade") return grading(asked, context);
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
  let statements: Statement[] = [];
  for (const id of ids) statements.push(await statementOf(store, id));
  if (asked.line === true && action !== "merge" && action !== "split")
    statements = await wholeLines(statements, context);
  if (action === "accept" || action === "reject")
    return statements.map((s) => ({ type: action, statement: s.id }));
  if (action === "correct") return statements.map((s) => correction(s, asked.field, asked.value));
  return action === "merge" ? merge(statements, context) : split(statements, context);
}

/** A post is held by one person after another: it means one of them only for some days. */
async function sameness(
  answer: "same" | "different" | "unsure",
  ids: readonly string[],
  { from, to }: z.infer<typeof input>,
): Promise<Decision> {
  const [left, right] = [...ids].sort();
  const base = { type: "same", left, right, answer } as const;
  if (from !== undefined && to !== undefined) {
    if (from > to) throw new AppError("JUDGEMENT_BAD", `${from} lies after ${to}.`, { from, to });
    return { ...base, from, to };
  }
  if (from !== undefined || to !== undefined)
    throw new AppError("JUDGEMENT_BAD", "Give both --from and --to, or neither.");
  const { loadLexicon } = await import("../../resources/index.js");
  const posts = loadLexicon()
    .table("actors/posts")
    .rows.map(([title]) => title);
  const names = (name: string): boolean =>
    isPost(name) && posts.some((t) => name.toLowerCase().endsWith(` ${t}`));
  const post = ids.find(names);
  if (answer === "same" && post !== undefined && !ids.every(names))
    throw new AppError(
      "JUDGEMENT_BAD",
      `"${post}" names a post, which one person holds after another: say in which days it means this one, with --from and --to.`,
      { name: post },
    );
  return base;
}

/** Reliability of outlets by letter, credibility of reports by number. */
async function grading(asked: z.infer<typeof input>, context: Context): Promise<Decision[]> {
  const grade = (asked.value ?? "").toUpperCase();
  const scale = await admiralty();
  const found = scale.find((s) => s.code === grade);
  if (found === undefined) {
    const codes = scale.map((s) => `${s.code} ${s.meaning}`).join("; ");
    throw new AppError("JUDGEMENT_BAD", `grade needs --value, one of the Admiralty code: ${codes}.`, {
      value: asked.value ?? null,
    });
  }
  if (found.scale === "reliability")
    return asked.ids.map((name) => ({ type: "grade", target: outletTarget(name), grade }));
  const store = await context.store();
  let statements: Statement[] = [];
  for (const id of asked.ids) statements.push(await statementOf(store, id));
  if (asked.line === true) statements = await wholeLines(statements, context);
  return statements.map((s) => ({ type: "grade", target: s.id, grade }));
}

/** The statements with all other reports of their lines. */
async function wholeLines(statements: readonly Statement[], context: Context): Promise<Statement[]> {
  const store = await context.store();
  const all = new Map(statements.map((s) => [s.id, s]));
  for (const s of statements) {
    for (const { line } of await linesOf(store, s)) {
      for (const r of line) {
        if (all.has(r.statement)) continue;
        const found = await store.statement(r.statement);
        if (found !== null) all.set(found.id, found);
      }
    }
  }
  return [...all.values()];
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
