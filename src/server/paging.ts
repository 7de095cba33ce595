import { z } from "zod";
import { type Paged, pageOf } from "../app/index.js";

/** Whether a schema is that of a list: items, and a place for what comes next. */
export const isList = (output: z.ZodType): output is z.ZodObject =>
  output instanceof z.ZodObject && "items" in output.shape && "next" in output.shape;

export const pageOutput = (output: z.ZodObject): z.ZodObject =>
  output.extend({ next: z.string().nullable().describe("cursor of the next page; null on the last") });

interface Listed {
  readonly items: readonly unknown[];
  readonly evidence?: Readonly<Record<string, unknown>>;
}

/** One page of a list's answer, with the words of its lines alone. Errors: USAGE */
export function paged(answer: unknown, page: Paged): unknown {
  if (page.limit === undefined && page.cursor === undefined) return answer;
  const { items: all, evidence } = answer as Listed;
  const cut = { ...(answer as object), ...pageOf(all, page) };
  return evidence === undefined ? cut : { ...cut, evidence: evidenceOf(cut.items, evidence) };
}

function evidenceOf(items: readonly unknown[], evidence: Readonly<Record<string, unknown>>) {
  const out: Record<string, unknown> = {};
  const visit = (value: unknown): void => {
    if (typeof value === "string") {
      if (Object.hasOwn(evidence, value)) out[value] = evidence[value];
    } else if (Array.isArray(value)) for (const v of value) visit(v);
    else if (value !== null && typeof value === "object") for (const v of Object.values(value)) visit(v);
  };
  visit(items);
  return out;
}
