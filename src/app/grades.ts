import { activeJudgements, type Judgement } from "../ledger/index.js";

/** Grades on the Admiralty code that people gave, the last in force. */
export interface Grades {
  /** Reliability A to F by outlet, in lower case. */
  readonly outlets: ReadonlyMap<string, string>;
  /** Credibility 1 to 6 by statement. */
  readonly reports: ReadonlyMap<string, string>;
}

const OUTLET = "outlet/";

export const outletTarget = (name: string): string => OUTLET + name;

export function gradesOf(judgements: readonly Judgement[]): Grades {
  const outlets = new Map<string, string>();
  const reports = new Map<string, string>();
  for (const { decision } of activeJudgements(judgements)) {
    if (decision.type !== "grade") continue;
    const { target, grade } = decision;
    if (target.startsWith(OUTLET)) outlets.set(target.slice(OUTLET.length).toLowerCase(), grade);
    else reports.set(target, grade);
  }
  return { outlets, reports };
}

/** "B", "B2", "?2" or null where nobody graded either. */
export function gradeOf(grades: Grades, publisher: string | null, statement: string): string | null {
  const outlet = grades.outlets.get((publisher ?? "").toLowerCase()) ?? null;
  const report = grades.reports.get(statement) ?? null;
  return outlet === null && report === null ? null : `${outlet ?? "?"}${report ?? ""}`;
}

/** Meanings of the grades, from the word list. */
export async function admiralty(): Promise<
  readonly { readonly scale: string; readonly code: string; readonly meaning: string }[]
> {
  const { loadLexicon } = await import("../resources/index.js");
  return loadLexicon()
    .table("record/admiralty")
    .rows.map(([scale, code, meaning]) => ({ scale, code, meaning }));
}
