import type { Arcs } from "./repair.js";

const FINITE = new Set(["VBD", "VBZ", "VBP"]);
const BESIDE = new Set(["advcl", "parataxis", "ccomp", "conj"]);
const ADJUNCT = /^(obl|nmod:unmarked|advmod)/;

/**
 * What stands at the margin of a clause. "will meet on May 3, Oslo said on Friday": what stands before the comma in front of the
 * subject of saying belongs to what is said. "weeks after Oslo had agreed": a length before a subordinator is no second subject.
 * In place. @returns whether anything was changed
 */
export function repairMargin(a: Arcs): boolean {
  let changed = false;
  for (let v = 2; v < a.heads.length; v++) {
    if (a.upos[v] !== "VERB") continue;
    changed = repairUntil(a, v) || changed;
    if (!subjectBetween(a, v)) continue;
    changed = repairLength(a, v) || changed;
    changed = repairSaid(a, v) || changed;
  }
  return changed;
}

/** Whether a verb has a subject before it: most verbs end here. */
function subjectBetween(a: Arcs, v: number): boolean {
  for (let t = v - 1; t >= 0; t--) if (a.heads[t] === v && a.deprels[t] === "nsubj") return true;
  return false;
}

/** "fought until Oslo brokered a truce": a verb joined without conjunction and subject, right behind a noun with a preposition. */
function repairUntil(a: Arcs, v: number): boolean {
  const over = a.heads[v];
  const noun = v - 1;
  if (a.deprels[v] !== "conj" || over < 0 || over >= noun || !FINITE.has(a.xpos[v])) return false;
  if (a.upos[noun] !== "PROPN" && a.upos[noun] !== "NOUN") return false;
  if (a.heads[noun] < over || a.heads[noun] >= noun) return false;
  let mark = -1;
  for (let t = over + 1; t < a.heads.length; t++) {
    if (a.heads[t] === noun && a.deprels[t] === "case" && a.xpos[t] === "IN" && t < noun) mark = t;
    if (a.heads[t] === v && /^(cc|mark|nsubj|aux)/.test(a.deprels[t])) return false;
  }
  if (mark < 0) return false;
  a.heads[mark] = v;
  a.deprels[mark] = "mark";
  a.heads[noun] = v;
  a.deprels[noun] = "nsubj";
  a.deprels[v] = "advcl";
  return true;
}

function repairSaid(a: Arcs, v: number): boolean {
  const over = a.heads[v];
  if (over < 0 || over >= v || !FINITE.has(a.xpos[v]) || !BESIDE.has(a.deprels[v]) || a.upos[over] !== "VERB")
    return false;
  let subject = -1;
  for (let t = over + 1; t < v; t++) {
    if (a.heads[t] !== v) continue;
    if (a.deprels[t] === "mark" || a.deprels[t] === "cc") return false;
    if (a.deprels[t] === "nsubj" && subject < 0) subject = t;
  }
  if (subject < 0 || a.xpos[subject] === "WDT" || a.xpos[subject] === "WP") return false;
  let comma = subject - 1;
  while (comma > over && a.heads[comma] === subject) comma--;
  if (a.xpos[comma] !== ",") return false;
  let changed = false;
  for (let t = over + 1; t < comma; t++) {
    if (a.heads[t] !== v || !ADJUNCT.test(a.deprels[t])) continue;
    const before = leftmost(a, t) - 1;
    if (a.upos[before] === "PUNCT" || a.upos[before] === "CCONJ") return changed;
    a.heads[t] = over;
    changed = true;
  }
  if (changed && a.deprels[v] === "advcl") a.deprels[v] = "parataxis";
  return changed;
}

/** First token of the phrase that hangs on `t`. */
function leftmost(a: Arcs, t: number): number {
  let left = t;
  while (left > 0 && isUnder(a, left - 1, t)) left--;
  return left;
}

function isUnder(a: Arcs, k: number, t: number): boolean {
  for (let h = a.heads[k], steps = 0; h >= 0 && steps < 6; h = a.heads[h], steps++) if (h === t) return true;
  return false;
}

function repairLength(a: Arcs, v: number): boolean {
  let first = -1;
  let mark = -1;
  let second = false;
  for (let t = 0; t < v; t++) {
    if (a.heads[t] !== v) continue;
    if (a.deprels[t] === "nsubj") {
      if (first < 0) first = t;
      else second = mark === first + 1;
    } else if (a.deprels[t] === "mark" && a.xpos[t] === "IN") mark = t;
  }
  if (!second || mark !== first + 1 || a.upos[first] !== "NOUN") return false;
  a.deprels[first] = "obl:unmarked";
  return true;
}
