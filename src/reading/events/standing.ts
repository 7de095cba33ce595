import { preposition, relativeWord } from "../clauses/index.js";
import { verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { PURPOSE } from "./function-words.js";
import type { Reader } from "./meaning.js";
import { nobodyActs } from "./occurrence.js";

/** Where a clause stands to the events found above it. */
export type Standing = "free" | "emitted" | "inside" | "background";

/** "a charge that Chad dismissed", "jets, which had struck a town": told in passing, but told. */
export const isFiniteRelative = (c: Clause): boolean =>
  c.relation.startsWith("acl") && c.kind === "verbal" && c.mood === "indicative" && c.tense === "past";

export function standingOf(r: Reader, c: Clause, standing: ReadonlyMap<number, Standing>): Standing {
  const above = c.parent < 0 ? "free" : (standing.get(c.parent) ?? "free");
  // "met in Oran, where they agreed to ...": told as the next thing that happened, not as what is known of the place.
  // "the question of whether Chad apologised": nobody says so.
  if (asksWhether(r, c) || isFiction(r, c)) return "inside";
  // "any plane that violates its airspace": nobody says that one did.
  if (c.relation.startsWith("acl") && isGeneric(r, c)) return "inside";
  if (c.tense === "past" && relativeWord(r.s, verbOf(c), r.words.whereRelative) >= 0) return "free";
  // "a deal to free hostages": what it is for, and nobody has done yet.
  if (c.relation === "acl" && c.mood === "infinitive" && !isPast(c)) return "inside";
  if (above === "free")
    return c.relation.startsWith("acl") ||
      (c.relation === "advcl" && c.marker !== null && c.mood !== "gerund")
      ? "background"
      : "free";
  if (above === "background") return "background";
  if (isFiniteRelative(c) || (c.kind === "nominal" && c.support < 0 && isAside(r, c))) return "background";
  if (c.relation === "parataxis") return "free";
  if (c.relation === "conj") return above === "emitted" ? "free" : "inside";
  if (
    above === "emitted" &&
    c.relation === "advcl" &&
    c.mood === "gerund" &&
    (c.marker === null || c.marker === "")
  )
    return "free";
  if (c.relation === "advcl" && c.mood === "gerund" && PURPOSE.has(c.marker ?? "")) return "inside";
  if (c.relation.startsWith("acl") || c.relation === "advcl")
    return c.mood === "infinitive" ? "inside" : "background";
  return "inside";
}

const isPast = (c: Clause): boolean => c.tense === "past" || c.aspect.startsWith("perfect");

function asksWhether(r: Reader, c: Clause): boolean {
  const verb = verbOf(c);
  for (let k = r.s.firstChild[verb]; k >= 0 && k < verb; k = r.s.nextSibling[k])
    if (r.s.deprels[k] === "mark" && r.words.is("open-question", r.s.norms[k])) return true;
  return false;
}

/** "the film shows how tanks crushed the rising" */
function isFiction(r: Reader, c: Clause): boolean {
  if (c.relation !== "ccomp" && c.relation !== "xcomp") return false;
  const p = r.clauses.find((x) => x.index === c.parent);
  return p !== undefined && p.subjects.length > 0 && nobodyActs(r, p);
}

function isGeneric(r: Reader, c: Clause): boolean {
  const noun = r.s.heads[verbOf(c)];
  if (noun < 0) return false;
  for (let k = r.s.firstChild[noun]; k >= 0 && k < noun; k = r.s.nextSibling[k])
    if (r.s.deprels[k] === "det" && r.words.is("generic", r.s.norms[k])) return true;
  return false;
}

/** "fled after a night of shelling by Chad": what went before is told on its own, though it stands under the verb. */
function isAside(r: Reader, c: Clause): boolean {
  const { s } = r;
  for (let t = c.head, steps = 0; t >= 0 && steps < 4; t = s.heads[t], steps++) {
    if (s.upos[t] === "VERB") return false;
    if (s.deprels[t] === "obl" && r.words.is("aftermath", preposition(s, t))) return true;
  }
  return false;
}
