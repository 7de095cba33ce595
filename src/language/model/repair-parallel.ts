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
    if (first < 0 || a.deprels[first] !== "xcomp" || !hasInfinitive(a, first)) continue;
    a.heads[verb] = first;
    changed = true;
  }
  return changed;
}

/**
 * "said they had met but had not agreed", "said it would stay and would not vote": what shares the auxiliary of what is said is said
 * too, where the verb of saying has none.
 * @returns whether anything was changed
 */
export function repairSaidToo(a: Arcs): boolean {
  let changed = false;
  for (let v = 3; v < a.heads.length; v++) {
    const over = a.heads[v];
    if (a.deprels[v] !== "conj" || over < 0 || over > v || a.upos[v] !== "VERB" || a.upos[over] !== "VERB")
      continue;
    const tense = auxiliary(a, v);
    if (tense === "" || auxiliary(a, over) !== "" || hasSubject(a, v)) continue;
    for (let c = v - 1; c > over; c--) {
      if (a.heads[c] !== over || a.deprels[c] !== "ccomp" || auxiliary(a, c) !== tense) continue;
      a.heads[v] = c;
      changed = true;
      break;
    }
  }
  return changed;
}

/** "MD" of "will stay", "VBD" of "had met", "" where a verb has neither. */
function auxiliary(a: Arcs, verb: number): string {
  for (let t = verb - 1; t >= 0 && t > verb - 6; t--)
    if (a.heads[t] === verb && a.deprels[t] === "aux" && (a.xpos[t] === "MD" || a.xpos[t] === "VBD"))
      return a.xpos[t];
  return "";
}

/** Whether a token is the "to" of a verb behind it that has no subject. */
function isInfinitive(a: Arcs, to: number): boolean {
  const verb = a.heads[to];
  if (a.xpos[to] !== "TO" || verb <= to || a.xpos[verb] !== "VB") return false;
  return !hasSubject(a, verb);
}

const hasSubject = (a: Arcs, verb: number): boolean =>
  a.deprels.some((d, t) => a.heads[t] === verb && d.startsWith("nsubj"));

const hasInfinitive = (a: Arcs, verb: number): boolean =>
  a.heads.some((h, t) => h === verb && isInfinitive(a, t));

/** Last dependent of a verb between it and a token, or -1. */
function lastChild(a: Arcs, over: number, before: number): number {
  for (let t = before - 1; t > over; t--) if (a.heads[t] === over) return t;
  return -1;
}
