import { isRelation, type Sentence } from "../../language/index.js";
import type { WithClauses } from "../layers.js";
import type { TimeExpression } from "../types.js";
import { clauseAbove } from "./clauses-at.js";

const LEADS = /^(ADP|DET|SCONJ)$/;
const LATER = /^(conj|parataxis)/;

/**
 * Clause that an expression dates, or -1: the one above it in the tree, but for two arcs that parsers often get wrong. After "and" or a
 * semicolon it opens the next clause ("...; two days later they signed"); behind a verb's own adjunct it stays with that verb ("the
 * pact signed in Oslo last Monday").
 */
export function ownerOf(input: WithClauses, s: Sentence, at: Int32Array, x: TimeExpression): number {
  const owner = clauseAbove(s, at, x.head);
  if (owner < 0) return -1;
  let before = x.from - 1;
  while (before > 0 && LEADS.test(s.upos[before])) before--;
  if (before < 1) return owner;
  const top = topOf(input, owner);
  if (top >= x.from) return owner;
  if (s.forms[before] === ";" || s.upos[before] === "CCONJ") return nextConjunct(input, s, x, owner, top);
  return nearer(s, at, before, owner, top);
}

const topOf = (input: WithClauses, clause: number): number => {
  const c = input.clauses[clause];
  return c.support >= 0 ? c.support : c.head;
};

function nextConjunct(
  input: WithClauses,
  s: Sentence,
  x: TimeExpression,
  owner: number,
  top: number,
): number {
  for (const i of input.clausesBySentence[s.index]) {
    const head = topOf(input, i);
    if (head < x.to || s.upos[head] !== "VERB") continue;
    return LATER.test(s.deprels[head]) && s.heads[head] === top ? i : owner;
  }
  return owner;
}

/** Verb between the owner and the expression whose adjunct ends right before it. */
function nearer(s: Sentence, at: Int32Array, before: number, owner: number, top: number): number {
  let t = before;
  for (let steps = 0; steps <= s.size && t > top; steps++) {
    const above = s.heads[t];
    if (above <= top) return owner;
    if (at[above] >= 0 && s.upos[above] === "VERB" && above < before) {
      const own = t === before || !isRelation(s.deprels[t], "obl:agent");
      return isRelation(s.deprels[t], "obl") && own ? at[above] : owner;
    }
    t = above;
  }
  return owner;
}
