import { z } from "zod";
import { type Moved, movedKinds, whatMoved } from "../../analysis/index.js";
import { activeJudgements, type Statement } from "../../ledger/index.js";
import { whatOf } from "../../record/index.js";
import { type Answer, answer, type Evidence } from "../answer.js";
import type { Context } from "../context.js";
import { day, evidenceSchema, negotiation, times } from "../schema/common.js";
import { useCase } from "../use-case.js";
import { short } from "./lines.js";

export interface MovedLine extends Omit<Moved, "statements"> {
  readonly evidence: readonly Evidence[];
}

interface Output {
  readonly negotiation: string;
  readonly since: string;
  readonly asKnownOn: string;
  readonly items: readonly MovedLine[];
  readonly next: null;
}

/** What is new, changed, corrected or withdrawn between two days of knowledge. */
export const moved = useCase({
  name: "moved",
  summary: "Say what moved since a day: new, changed, corrected, withdrawn",
  group: "answers",
  input: z.object({ negotiation, since: day.describe("the day of knowledge to compare with"), ...times }),
  positional: ["negotiation"],
  output: z.strictObject({
    negotiation: z.string(),
    since: z.string(),
    asKnownOn: z.string(),
    items: z.array(
      z.strictObject({
        change: z.enum(["new", "changed", "corrected", "withdrawn"]),
        track: z.string(),
        kind: z.string(),
        item: z.string(),
        text: z.string(),
        field: z.string().nullable(),
        before: z.string().nullable(),
        after: z.string().nullable(),
        evidence: z.array(evidenceSchema),
      }),
    ),
    next: z.null(),
  }) as unknown as z.ZodType<Output>,
  example: "rapporteur moved japan-russia --since 2019-09-01 --as-known-on 2019-12-15",
  async run(input, context) {
    const got = await answer(input, context);
    return {
      negotiation: got.negotiation.id,
      since: input.since,
      asKnownOn: got.asOf.asKnownOn,
      items: [...movedSince(got, input.since), ...(await decidedSince(got, input.since, context))],
      next: null,
    };
  },
  render: (out) => ({
    lead: [`between ${out.since} and ${out.asKnownOn}, as known on each`],
    columns: ["change", "track", "what", "says", "words", "reported by", "id"],
    rows: out.items.map((m) => [
      m.change,
      m.track,
      m.kind,
      m.field === null ? m.text : `${m.text}: ${m.field} ${m.before || "none"} → ${m.after || "none"}`,
      m.evidence[0] ? `“${short(m.evidence[0].quote)}”` : "",
      m.evidence[0]?.publisher ?? "",
      m.evidence[0]?.statement.slice(0, 8) ?? "",
    ]),
    tail: [`${out.items.length} change${out.items.length === 1 ? "" : "s"}`],
  }),
});

/** Lines of the difference between the record as known on `since` and now, with their words. */
export function movedSince(got: Answer, since: string): MovedLine[] {
  const before = got.at({ asKnownOn: since, about: since });
  const { negotiation } = got;
  const [old, now] = got.differing(before, movedKinds);
  return whatMoved({ negotiation, items: old }, { negotiation, items: now }).map(({ statements, ...m }) => ({
    ...m,
    evidence: got.evidence(statements),
  }));
}

/** What people rejected or corrected between the two days, by decisions still in force: no source says it, so no line shows it. */
async function decidedSince(got: Answer, since: string, context: Context): Promise<MovedLine[]> {
  const store = await context.store();
  const own = new Set(got.book.entries.map((e) => e.statement.document));
  const out: MovedLine[] = [];
  for (const j of activeJudgements(await store.judgements())) {
    const day = j.when.slice(0, 10);
    const d = j.decision;
    if (day <= since || day > got.asOf.asKnownOn || (d.type !== "reject" && d.type !== "correct")) continue;
    const s = await store.statement(d.statement);
    if (s === null || !own.has(s.document) || s.known > got.asOf.asKnownOn) continue;
    const why = j.why === "" ? "" : `: ${j.why}`;
    out.push({
      change: d.type === "reject" ? "withdrawn" : "corrected",
      track: got.book.entry(s.id)?.track ?? s.item.track,
      kind: s.item.kind,
      item: s.id,
      text: `${whatOf(s.item)} (${d.type === "reject" ? "rejected" : "corrected"} by ${j.who}${why})`,
      field: d.type === "correct" ? d.field : null,
      before: d.type === "correct" ? shownValue(valueAt(s.item, d.field)) : null,
      after: d.type === "correct" ? shownValue(d.value) : null,
      evidence: [evidenceOf(s, (await store.document(s.document))?.document.title ?? null)],
    });
  }
  return out;
}

function valueAt(item: unknown, field: string): unknown {
  let at = item;
  for (const key of field.split("."))
    at = at !== null && typeof at === "object" ? (at as Record<string, unknown>)[key] : null;
  return at;
}

/** A value as a person reads it: a time by its days, a place or party by its name. */
function shownValue(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value);
  const { edtf, name } = value as { edtf?: unknown; name?: unknown };
  return typeof edtf === "string" ? edtf : typeof name === "string" ? name : JSON.stringify(value);
}

function evidenceOf(s: Statement, title: string | null): Evidence {
  const { span, quote } = s.evidence[0];
  const { id, document, publisher, published } = s;
  return { statement: id, quote, document, start: span.start, end: span.end, publisher, published, title };
}
