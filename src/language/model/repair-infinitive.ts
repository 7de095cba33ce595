import type { Arcs } from "./repair.js";

const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"]);

/**
 * "that Oslo's demand to redraw the line was unacceptable": an infinitive has no subject of its own. Where the parser gave it one and left
 * a finite predicate behind it without any, the noun is the predicate's subject and the infinitive hangs on the noun.
 * @returns whether anything was changed
 */
export function repairInfinitive(a: Arcs): boolean {
  const n = a.heads.length;
  for (let to = 1; to < n - 1; to++) {
    if (a.xpos[to] !== "TO") continue;
    const verb = a.heads[to];
    if (verb <= to || a.xpos[verb] !== "VB" || !/^(ccomp|root)$/.test(a.deprels[verb])) continue;
    const noun = subjectOf(a, verb, to);
    if (noun < 0 || (a.upos[noun] !== "NOUN" && a.upos[noun] !== "PROPN")) continue;
    const predicate = finiteBehind(a, verb);
    if (predicate < 0) continue;
    const above = a.heads[verb];
    a.heads[predicate] = above;
    a.deprels[predicate] = a.deprels[verb];
    for (let t = 0; t < n; t++)
      if (a.heads[t] === verb && t !== noun && (t < noun || t > predicate)) a.heads[t] = predicate;
    a.heads[noun] = predicate;
    a.deprels[noun] = "nsubj";
    a.heads[verb] = noun;
    a.deprels[verb] = "acl";
    return true;
  }
  return false;
}

/**
 * "agreed not to increase forces": a negation right before an infinitive is the infinitive's own. Where the parser made the two one
 * word and gave that to the verb above, the infinitive is the verb's complement.
 */
export function repairNegated(a: Arcs): boolean {
  let changed = false;
  for (let to = 1; to < a.heads.length - 1; to++) {
    const not = to - 1;
    if (a.xpos[to] !== "TO" || a.upos[not] !== "PART" || a.xpos[not] !== "RB") continue;
    const verb = a.heads[to];
    const above = a.heads[not];
    if (verb <= to || a.xpos[verb] !== "VB" || a.heads[verb] !== not || above < 0) continue;
    if (a.upos[above] !== "VERB" || above > not) continue;
    a.heads[verb] = above;
    a.deprels[verb] = "xcomp";
    a.heads[not] = verb;
    a.deprels[not] = "advmod";
    changed = true;
  }
  return changed;
}

function subjectOf(a: Arcs, verb: number, before: number): number {
  for (let t = 0; t < before; t++) if (a.heads[t] === verb && a.deprels[t] === "nsubj") return t;
  return -1;
}

/** A finite predicate without subject and conjunction that hangs, as if joined, on the infinitive or on what is above it; -1 where none. */
function finiteBehind(a: Arcs, verb: number): number {
  for (let p = verb + 1; p < a.heads.length; p++) {
    if (a.heads[p] !== verb && a.heads[p] !== a.heads[verb]) continue;
    if (!/^(conj|parataxis|ccomp|advcl)$/.test(a.deprels[p])) continue;
    let finite = FINITE.has(a.xpos[p]);
    let own = true;
    for (let t = 0; t < a.heads.length; t++) {
      if (a.heads[t] !== p) continue;
      const d = a.deprels[t];
      if (d.startsWith("nsubj") || d === "cc" || d === "mark") own = false;
      if ((d === "cop" || d.startsWith("aux")) && FINITE.has(a.xpos[t])) finite = true;
    }
    if (finite && own) return p;
  }
  return -1;
}
