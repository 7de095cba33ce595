import { z } from "zod";
import type { Statement } from "../../ledger/index.js";
import { checkAnchor } from "../../text/index.js";
import { AppError } from "../errors.js";
import { label } from "../formats/marked.js";
import { gradeOf, gradesOf } from "../grades.js";
import { useCase } from "../use-case.js";

interface Output {
  readonly statement: Statement;
  /** On the Admiralty code, as the desk gave it: outlet's letter, report's number; null where nobody graded either. */
  readonly grade: string | null;
  readonly document: {
    readonly id: string;
    readonly publisher: string | null;
    readonly title: string | null;
    readonly url: string | null;
    readonly published: string | null;
  };
  /** The words with what stands before and after them. */
  readonly context: readonly {
    readonly before: string;
    readonly quote: string;
    readonly after: string;
    readonly start: number;
    readonly end: number;
  }[];
}

const AROUND = 200;

/** Opens what a line rests on: the exact words in their place, who says so, and the rule that read it. */
export const evidence = useCase({
  name: "evidence",
  summary: "Open the words behind a line: their place in the source, who says so, the rule that read it",
  group: "answers",
  input: z.object({ id: z.string().min(4).describe("id at the end of a line, or its first characters") }),
  positional: ["id"],
  output: z.object({
    statement: z.looseObject({ id: z.string(), document: z.string() }),
    grade: z.string().nullable(),
    document: z.object({
      id: z.string(),
      publisher: z.string().nullable(),
      title: z.string().nullable(),
      url: z.string().nullable(),
      published: z.string().nullable(),
    }),
    context: z.array(
      z.object({
        before: z.string(),
        quote: z.string(),
        after: z.string(),
        start: z.number(),
        end: z.number(),
      }),
    ),
  }) as unknown as z.ZodType<Output>,
  example: "rapporteur evidence ID",
  async run(input, context) {
    const store = await context.store();
    const ids = await store.statementIds(input.id, 6);
    if (ids.length === 0)
      throw new AppError("EVIDENCE_UNKNOWN", `Nothing begins with "${input.id}".`, { id: input.id });
    if (ids.length > 1 && !ids.includes(input.id))
      throw new AppError(
        "EVIDENCE_AMBIGUOUS",
        `"${input.id}" begins ${ids.map((i) => i.slice(0, 12)).join(", ")}.`,
        { id: input.id },
      );
    const statement = (await store.statement(ids.includes(input.id) ? input.id : ids[0])) as Statement;
    const version = await store.document(statement.document);
    if (version === null)
      throw new AppError("EVIDENCE_UNKNOWN", "The source of this statement is not in the store.", {
        document: statement.document,
      });
    const { id, text, publisher, title, url, published } = version.document;
    const grade = gradeOf(gradesOf(await store.judgements()), publisher, statement.id);
    return {
      grade,
      statement,
      document: { id, publisher, title, url, published },
      context: statement.evidence.map((anchor) => {
        checkAnchor(version.document, anchor);
        const { start, end } = anchor.span;
        return {
          before: text.slice(Math.max(0, start - AROUND), start),
          quote: anchor.quote,
          after: text.slice(end, end + AROUND),
          start,
          end,
        };
      }),
    };
  },
  render: ({ statement, document, context, grade }) => ({
    lead: [
      label(statement.item),
      `${document.publisher ?? "unnamed outlet"}, ${document.published ?? "undated"}${document.title ? `: ${document.title}` : ""}${document.url ? ` ${document.url}` : ""}`,
    ],
    text: context.map((c) => `…${c.before}⟦${c.quote}⟧${c.after}… (${c.start}–${c.end})`).join("\n\n"),
    columns: ["field", "value"],
    rows: [
      [
        "voice",
        [statement.voice.kind, statement.voice.speaker, statement.voice.party].filter(Boolean).join(", "),
      ],
      [
        "factuality",
        `${statement.factuality.status}: ${statement.factuality.certainty}, ${statement.factuality.polarity} (${statement.factuality.rule})`,
      ],
      ["time", `${statement.time.edtf ?? "not stated"}, ${statement.time.class} (${statement.time.rule})`],
      [
        "read by",
        `${statement.origin.component}, rule ${statement.origin.rule}, reader ${statement.origin.reader}`,
      ],
      ...(grade === null ? [] : [["grade", `${grade} (Admiralty code)`]]),
      ["known", statement.known],
      ["recorded", statement.recorded],
      ["statement", statement.id],
    ],
  }),
});
