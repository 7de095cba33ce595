import type { Sentence } from "../../language/index.js";
import type { MeaningRule } from "./coreference.rules.js";
import type { Draft } from "./page.js";
import type { Registry } from "./registry.js";

/** "the front, National Action, said", "the rebel group MFDC", "the main opposition National Pact": the name set behind a noun for a movement or body, from its own draft; -1 where none is. */
export function apposedName(r: Registry, d: Draft, s: Sentence, next: Draft | undefined): number {
  if (next === undefined || next.entity < 0 || d.form !== "nominal" || !NAMELESS.has(d.rule)) return -1;
  if (!APPOSED.has(r.entities[next.entity].kind)) return -1;
  if (next.from === d.to) return isBody(r, d, s) ? next.entity : -1;
  if (s.norms[d.to] !== "," || next.from !== d.to + (s.xpos[d.to + 1] === "DT" ? 2 : 1)) return -1;
  const closed = s.norms[next.to] === "," || s.norms[next.to] === "(";
  return closed && s.xpos[d.to - 1] !== "NNS" ? next.entity : -1;
}

function isBody(r: Registry, d: Draft, s: Sentence): boolean {
  const { clues } = r.words;
  const noun = clues.get(s.norms[d.to - 1]);
  return (
    s.xpos[d.to - 1] !== "NNS" &&
    (noun?.has("movement-word") === true || noun?.has("movement-trait") === true)
  );
}

/** "between the government and the Chadian opposition": of the country of those it is named with, where the text speaks of that. */
export function faced(
  r: Registry,
  rule: MeaningRule,
  d: Draft,
  s: Sentence,
  next: Draft | undefined,
): number | null {
  if (!rule.kinds.includes("state") || next === undefined || next.entity < 0 || s.norms[d.to] !== "and")
    return null;
  if (next.from !== d.to + (s.xpos[d.to + 1] === "DT" ? 2 : 1)) return null;
  const e = r.entities[next.entity];
  const against =
    e.kind === "armed-group" || e.kind === "party" || (e.kind === "group" && FACING.has(e.sector ?? ""));
  return against && e.country !== null && r.stateCounts.has(e.country) ? r.state(e.country) : null;
}

/** Sectors of groups that stand against their own government. */
const FACING: ReadonlySet<string> = new Set(["OPP", "REB", "SEP"]);

/** Rules of a noun that names nobody itself. */
const NAMELESS: ReadonlySet<string> = new Set([
  "coreference/the-movement",
  "coreference/the-bloc",
  "entities/called-before",
  "entities/group",
]);

const APPOSED: ReadonlySet<string> = new Set(["armed-group", "party", "organisation", "military"]);
