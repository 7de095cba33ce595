import { z } from "zod";
import type { Contradiction } from "../../record/index.js";
import { answer, type Evidence } from "../answer.js";
import { gradeOf, gradesOf } from "../grades.js";
import { evidenceSchema, negotiation, times } from "../schema/common.js";
import { useCase } from "../use-case.js";
import { short } from "./lines.js";

interface Output {
  readonly negotiation: string;
  readonly asKnownOn: string;
  readonly items: readonly Contradiction[];
  readonly next: null;
  readonly evidence: Readonly<Record<string, Evidence>>;
  /** Grades that the desk gave on the Admiralty code, by statement: outlet's letter, report's number. */
  readonly grades: Readonly<Record<string, string>>;
}

/** Accounts that cannot all be true, side by side, and which of them the record shows. */
export const contradictions = useCase({
  name: "contradictions",
  summary:
    "Show accounts that contradict one another, side by side with their owners, and which the record shows",
  group: "record",
  input: z.object({ negotiation, ...times }),
  positional: ["negotiation"],
  output: z.strictObject({
    negotiation: z.string(),
    asKnownOn: z.string(),
    items: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(["dates", "places", "happened", "deadlines", "readouts"]),
        items: z.array(z.string()),
        about: z.string(),
        accounts: z.array(
          z.strictObject({
            value: z.string(),
            owners: z.array(z.string()),
            origins: z.array(z.string()),
            statements: z.array(z.string()),
            known: z.string(),
            lastKnown: z.string(),
          }),
        ),
        chosen: z.strictObject({ value: z.string().nullable(), rule: z.string(), why: z.string() }),
      }),
    ),
    next: z.null(),
    evidence: z.record(z.string(), evidenceSchema),
    grades: z.record(z.string(), z.string()),
  }) as unknown as z.ZodType<Output>,
  example: "rapporteur contradictions japan-russia --as-known-on 2019-12-22",
  async run(input, context) {
    const got = await answer(input, context);
    const items = got.contradictions();
    const statements = items.flatMap((c) => c.accounts.flatMap((a) => a.statements));
    const grades = gradesOf(await (await context.store()).judgements());
    const evidence = got.evidence(new Set(statements));
    return {
      negotiation: got.negotiation.id,
      asKnownOn: got.asOf.asKnownOn,
      items,
      next: null,
      evidence: Object.fromEntries(evidence.map((e) => [e.statement, e])),
      grades: Object.fromEntries(
        evidence.flatMap((e) => {
          const grade = gradeOf(grades, e.publisher, e.statement);
          return grade === null ? [] : [[e.statement, grade]];
        }),
      ),
    };
  },
  render: (out) => ({
    lead: [
      `as known on ${out.asKnownOn}: ${out.items.length} contradiction${out.items.length === 1 ? "" : "s"}`,
    ],
    columns: ["what", "account", "of", "words", "id"],
    rows: out.items.flatMap((c) => [
      ...c.accounts.map((a, i) => [
        i === 0 ? `${c.kind}: ${short(c.about, 60)}` : "",
        a.value === c.chosen.value ? `${a.value} (shown)` : a.value,
        ownersOf(a, out.grades),
        `“${short(out.evidence[a.statements[0]]?.quote ?? "", 100)}”`,
        a.statements[0].slice(0, 8),
      ]),
      [
        "",
        c.chosen.value === null ? "none chosen" : `shown: ${c.chosen.value}`,
        "",
        `${c.chosen.rule}: ${c.chosen.why}`,
        "",
      ],
    ]),
    tail: [
      "`rapporteur judge merge ID ID` makes two lines one; `judge correct` and `judge reject` decide between accounts.",
    ],
  }),
});

/** Owners of an account, with the best grade among its reports. */
function ownersOf(
  { owners, statements }: Contradiction["accounts"][number],
  grades: Output["grades"],
): string {
  const best = statements.flatMap((s) => grades[s] ?? []).sort()[0];
  return best === undefined ? owners.join(", ") : `${owners.join(", ")} (${best})`;
}
