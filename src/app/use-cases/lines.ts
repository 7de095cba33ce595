import { z } from "zod";
import type { Listed, RecordItem, When } from "../../record/index.js";
import { type Answer, answer, type Evidence, idOf, support } from "../answer.js";
import { pageInput } from "../page-input.js";
import { type Page, type Paged, pageOf } from "../paging.js";
import { evidenceSchema, negotiation, times } from "../schema/common.js";
import { type UseCase, useCase } from "../use-case.js";

/** What every list answers. */
export interface Lines<T> {
  readonly negotiation: string;
  readonly asKnownOn: string;
  readonly about: string;
  readonly items: readonly T[];
  readonly next: string | null;
  /** Words of all reports of all items, by statement id. */
  readonly evidence: Readonly<Record<string, Evidence>>;
}

export const linesSchema = (item: z.ZodType): z.ZodType =>
  z.strictObject({
    negotiation: z.string(),
    asKnownOn: z.string(),
    about: z.string(),
    items: z.array(item),
    next: z.string().nullable().describe("cursor of the next page; null on the last"),
    evidence: z.record(z.string(), evidenceSchema),
  });

interface Definition<T extends RecordItem> {
  readonly name: string;
  readonly summary: string;
  readonly example: string;
  readonly item: z.ZodType;
  /** Its lines in order, walked as far as the page goes: those shown are made, the others only where words sort them out. */
  pick(answer: Answer, input: Record<string, unknown>): Iterable<Listed<T>>;
  readonly columns: readonly string[];
  row(item: T): readonly string[];
  readonly filters?: z.ZodRawShape;
}

/** Those whose line holds, each made as the walk comes to it. */
export function* whose<T extends RecordItem>(
  list: Iterable<Listed<T>>,
  holds: (line: T) => boolean,
): Generator<Listed<T>> {
  for (const listed of list) if (holds(listed.line())) yield listed;
}

/** A command that lists lines of the record: filters, a table, and the words of every line. */
export function linesUseCase<T extends RecordItem>(definition: Definition<T>): UseCase {
  return useCase({
    name: definition.name,
    summary: definition.summary,
    group: "answers",
    input: z.object({ negotiation, ...times, ...definition.filters, ...pageInput }),
    positional: ["negotiation"] as never,
    output: linesSchema(definition.item) as z.ZodType<Lines<T>>,
    example: definition.example,
    async run(input, context) {
      const got = await answer(input, context);
      const { items, next } = pageOf(definition.pick(got, input), input as Paged);
      return toLines<T>(got, { items: items.map((i) => i.line()), next }, (item) => item);
    },
    render: (output) => ({
      lead: [`as known on ${output.asKnownOn}, about ${output.about}`],
      columns: definition.columns,
      rows: output.items.map(definition.row),
      under: output.items.map((item) => wordsLine(item, shownOf(item, output.evidence))),
      tail: tailOf(output),
    }),
  });
}

/** How many, how to open one, and how to go on. */
export const tailOf = ({ items, next }: Pick<Lines<unknown>, "items" | "next">): string[] => [
  `${items.length} found. \`rapporteur evidence ID\` opens a line's sources.`,
  ...(next === null ? [] : [`There are more: --cursor ${next}`]),
];

/** Evidence of the report whose words a line shows. */
export const shownOf = (
  item: RecordItem,
  evidence: Readonly<Record<string, Evidence>>,
): Evidence | undefined =>
  item.reports.map((r) => evidence[r.statement]).find((e) => e?.quote === item.quote) ?? evidence[idOf(item)];

/** The words a line rests on, who reported it, and the id that opens all of it. */
export const wordsLine = (item: RecordItem, evidence: Evidence | undefined): string =>
  `“${short(evidence?.quote ?? item.quote, 240)}” ${support(item)}${item.withdrawn === null ? "" : `, no longer in its article since ${item.withdrawn}`} [${(evidence?.statement ?? idOf(item)).slice(0, 8)}]`;

/** Words are looked up for the lines of the page alone: those of a whole list are most of what it costs. */
export function toLines<T>(got: Answer, { items, next }: Page<T>, itemOf: (line: T) => RecordItem): Lines<T> {
  const statements = items.flatMap((line) => itemOf(line).reports.map((r) => r.statement));
  return {
    negotiation: got.negotiation.id,
    asKnownOn: got.asOf.asKnownOn,
    about: got.asOf.about,
    items,
    next,
    evidence: Object.fromEntries(got.evidence(new Set(statements)).map((e) => [e.statement, e])),
  };
}

/** Days of a line; what bears no date of its own was known by the day it was first reported. */
export const itemWhen = (item: RecordItem): string =>
  item.when.earliest === null && item.when.latest === null ? `by ${item.known}` : showWhen(item.when);

/** Days as a person reads them; "undated" where nothing was stated. */
export function showWhen(when: When | null): string {
  if (when === null) return "";
  const [from, to] = (when.edtf ?? "").split("/").map(season);
  if (from !== "" && to === undefined) return from;
  if (from !== "" && to !== undefined) return interval(from, to);
  if (when.earliest === null && when.latest === null) return "undated";
  return when.earliest === when.latest
    ? (when.earliest ?? "")
    : interval(when.earliest ?? "..", when.latest ?? "..");
}

const SEASONS: Readonly<Record<string, string>> = { 21: "spring", 22: "summer", 23: "autumn", 24: "winter" };
/** "2017-22" in EDTF is the summer of 2017. */
const season = (edtf: string): string =>
  edtf.replace(/^(\d{4})-(2[1-4])$/, (_, y, n) => `${SEASONS[n]} ${y}`);

/** ".." is an open end, as in EDTF. */
const interval = (from: string, to: string): string =>
  from === ".." ? `until ${to}` : to === ".." ? `from ${from}` : `${from} to ${to}`;

export function short(text: string, length = 160): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= length ? line : `${line.slice(0, line.lastIndexOf(" ", length - 1))} …`;
}

/** Evidence with the words that a line shows before those of its other reports. */
export const shownFirst = (evidence: readonly Evidence[], quote: string | undefined): Evidence[] => [
  ...evidence.filter((e) => e.quote === quote),
  ...evidence.filter((e) => e.quote !== quote),
];
