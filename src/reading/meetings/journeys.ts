import type { Sentence } from "../../language/index.js";
import { verbOf } from "../phrases/index.js";
import type { Clause, Place } from "../types.js";
import type { Bench } from "./candidate.js";
import { statusOf } from "./status.js";
import type { Status } from "./words.js";

/** "will visit Moscow to meet Lavrov": what is planned for a visit is as certain as the visit. `visit`: its candidate, or -1. */
export function purposeOf(
  bench: Bench,
  s: Sentence,
  clause: Clause,
): { readonly status: Status; readonly visit: number } | null {
  const { layers } = bench;
  const verb = verbOf(clause);
  if (
    verb < 1 ||
    s.norms[verb - 1] !== "to" ||
    (clause.relation !== "advcl" && clause.relation !== "acl" && clause.relation !== "xcomp")
  )
    return null;
  const visit = visitOver(bench, s, verb);
  if (visit < 0) return null;
  const over = bench.found[visit].clause;
  if (over === null) return null;
  const status = statusOf(bench, over, layers.facts.time(over.index), null);
  if (status === null) return null;
  const held = status === "held" && bench.found[visit].status !== null;
  return { status: held ? "held" : status === "held" ? "scheduled" : status, visit };
}

/** "visited Tehran and met the president": the visit that the verb stands beside, or -1. */
export function besideVisit(
  bench: Bench,
  s: Sentence,
  clause: Clause,
  status: Status,
  place: Place | null,
): number {
  const i = visitOver(bench, s, verbOf(clause));
  if (i < 0 || bench.found[i].status !== status) return -1;
  const visit = bench.found[i].clause;
  const beside = clause.relation === "conj" && visit?.index === clause.parent;
  // "During a visit to Cairo, X met Y."
  if (!beside && !(visit?.kind === "nominal" && visit.parent === clause.index)) return -1;
  const other = bench.found[i].place;
  return place === null || other === null || place.name === other.name ? i : -1;
}

const NEAR = 24;

/** The visit or journey told of just before in the same sentence, or -1. */
export function visitOver(bench: Bench, s: Sentence, token: number): number {
  for (let i = bench.found.length - 1; i >= 0 && bench.found[i].sentence === s.index; i--) {
    const c = bench.found[i];
    if (c.mode === "visit" && c.trigger < token && token - c.trigger < NEAR) return i;
  }
  return -1;
}
