import type { Arcs } from "./repair.js";

/**
 * "agreed to send a mission, to reopen the road and to exchange lists": infinitives in a row are all what was agreed. Where the parser
 * joined a later one to the finite verb, as if it were told too, it is joined to the first infinitive. Crosses no arc.
 * @returns whether anything was changed
 */
export function repairParallel(a: Arcs): boolean {
  let changed = false;
  for (let to = 1; to < a.heads.length - 1; to++) {
    const verb = a.heads[to];
    if (!isInfinitive(a, to) || a.deprels[verb] !== "conj") continue;
    const over = a.heads[verb];
    if (over < 0 || over > to || a.upos[over] !== "VERB" || a.xpos[over] === "VB") continue;
    const first = lastChild(a, over, verb);
    if (
      first < 0 ||
      a.deprels[first] !== "xcomp" ||
      !a.heads.some((h, t) => h === first && isInfinitive(a, t))
    )
      continue;
    a.heads[verb] = first;
    changed = true;
  }
  return changed;
}

/** Whether a token is the "to" of a verb behind it that has no subject. */
function isInfinitive(a: Arcs, to: number): boolean {
  const verb = a.heads[to];
  if (a.xpos[to] !== "TO" || verb <= to || a.xpos[verb] !== "VB") return false;
  return !a.deprels.some((d, t) => a.heads[t] === verb && d.startsWith("nsubj"));
}

/** Last dependent of a verb between it and a token, or -1. */
function lastChild(a: Arcs, over: number, before: number): number {
  for (let t = before - 1; t > over; t--) if (a.heads[t] === over) return t;
  return -1;
}
