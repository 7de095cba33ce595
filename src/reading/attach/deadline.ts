import { isRelation } from "../../language/index.js";
import type { Clause, ItemTime } from "../types.js";
import type { Bound } from "./bind.js";
import { itemTime } from "./item-time.js";
import type { Bench } from "./time.js";

const DEPTH = 3;
const RELATIONS_DOWN = /^(xcomp|ccomp|obj|acl|csubj|advcl|nmod|conj)/;

/**
 * By when what a clause tells of is due: its own "by" or "before", that of what it proposes, promises or tries, or of the verb it
 * completes. Null where nothing says so.
 */
export function deadlineOf(bench: Bench, clause: Clause): ItemTime | null {
  return own(bench, clause) ?? below(bench, clause, DEPTH) ?? above(bench, clause);
}

const dueOf = (list: readonly Bound[] | undefined): Bound | null =>
  list?.find((b) => b.bearing === "due" && b.x.role !== "until") ??
  list?.find((b) => b.bearing === "due") ??
  null;

function own(bench: Bench, clause: Clause): ItemTime | null {
  const due = dueOf(bench.bindings(clause.sentence).get(clause.index));
  if (due === null) return null;
  return itemTime(
    bench.input,
    due.x,
    due.rule === "attach/own" ? "attach/deadline" : "attach/deadline-occasion",
    due.x.anchor === "publication" ? clause.tense : "none",
  );
}

/** "proposed that they sign by May": the deadline is in what is proposed. */
function below(bench: Bench, clause: Clause, depth: number): ItemTime | null {
  // "..., the ministry said": what is reported is not due from the reporter.
  const reports = bench.words.speech.has(clause.lemma) && !bench.words.ahead.has(clause.lemma);
  if (depth === 0) return null;
  const { clauses, clausesBySentence } = bench.input;
  for (const i of clausesBySentence[clause.sentence]) {
    const c = clauses[i];
    if (
      c.parent !== clause.index ||
      !RELATIONS_DOWN.test(c.relation) ||
      (reports && !c.relation.startsWith("obj")) ||
      isRelation(c.relation, "acl:relcl") ||
      c.tense === "past"
    )
      continue;
    const found = own(bench, c) ?? below(bench, c, depth - 1);
    if (found !== null) return found;
  }
  return null;
}

/** "trying to reach a deal", with the deadline hung on the first verb. */
function above(bench: Bench, clause: Clause): ItemTime | null {
  const parent = clause.parent >= 0 ? bench.input.clauses[clause.parent] : null;
  if (parent === null || !/^(xcomp|obj|conj|nsubj:pass)/.test(clause.relation)) return null;
  if (clause.relation === "conj" && clause.tense !== parent.tense) return null;
  return own(bench, parent) ?? (parent.relation === "xcomp" ? above(bench, parent) : null);
}
