import { type Statement, verifyStatement } from "../ledger/index.js";
import { CoreError, type Document } from "../text/index.js";
import type { StoreProblem } from "./types.js";

/** Problems told one by one; a thousand of one kind help nobody. */
const MOST_PROBLEMS = 100;

/** Reads a statement's anchors back against its text and notes what does not fit. Gives the number of anchors read. */
export function checkStatement(
  document: Document | null,
  statement: Statement,
  problems: StoreProblem[],
): number {
  const add = (code: StoreProblem["code"], message: string, where: StoreProblem["where"]): void => {
    if (problems.length < MOST_PROBLEMS) problems.push({ code, message, where });
  };
  if (document === null) {
    add("SOURCE_MISSING", "A statement's document is not in the store.", {
      statement: statement.id,
      document: statement.document,
    });
    return 0;
  }
  try {
    verifyStatement(document, statement);
  } catch (error) {
    const code =
      error instanceof CoreError && error.code === "ANCHOR_MISMATCH" ? "ANCHOR_MISMATCH" : "READING_MISMATCH";
    const message = error instanceof Error ? error.message : String(error);
    add(code, message, { statement: statement.id, document: document.id });
  }
  return statement.evidence.length;
}
