import type { Arcs } from "./repair.js";

const NOMINAL = new Set(["NOUN", "PROPN", "NUM", "PRON"]);
const OF_PREDICATE = /^(cop|aux|nsubj|csubj)/;

/** A punctuation mark heads nothing, and a preposition does not head its noun. In place. @returns whether anything was changed */
export function repairHeads(a: Arcs): boolean {
  const freed = freeMark(a);
  return turnPreposition(a) || freed;
}

/** "before a summit" under "fix a date": a word read as a subordinator with a noun for its object is a preposition of that noun. */
function turnPreposition(a: Arcs): boolean {
  let changed = false;
  for (let noun = 1; noun < a.heads.length; noun++) {
    const p = a.heads[noun];
    if (p < 0 || p >= noun || a.xpos[p] !== "IN" || !NOMINAL.has(a.upos[noun]) || a.heads[p] < 0) continue;
    if (a.deprels[p] === "mark" || !/^(obj|obl|nmod)/.test(a.deprels[noun])) continue;
    let verb = a.heads[p];
    while (verb >= 0 && a.upos[verb] !== "VERB") verb = a.heads[verb];
    for (let t = 0; t < a.heads.length; t++) if (a.heads[t] === p) a.heads[t] = noun;
    a.heads[noun] = verb >= 0 ? verb : a.heads[p];
    a.deprels[noun] = verb >= 0 ? "obl" : "nmod";
    a.heads[p] = noun;
    a.deprels[p] = "case";
    changed = true;
  }
  return changed;
}

/**
 * Where a mark was made the root, the first word under it with a subject, a copula or an auxiliary takes its place, else its first
 * word; a noun in front of the copula that had become the predicate's head is its subject.
 */
function freeMark(a: Arcs): boolean {
  const n = a.heads.length;
  const root = a.heads.indexOf(-1);
  if (root < 0 || a.upos[root] !== "PUNCT") return false;
  let best = a.heads.findIndex((h, t) => h === root && a.deprels[t] !== "punct");
  if (best < 0) return false;
  const child = best;
  for (let t = 0; t < n; t++)
    if (OF_PREDICATE.test(a.deprels[t]) && (a.heads[t] === child || a.heads[a.heads[t]] === child)) {
      best = a.heads[t];
      break;
    }
  a.heads[best] = -1;
  a.deprels[best] = "root";
  for (let t = 0; t < n; t++) if (t !== best && (t === root || a.heads[t] === root)) a.heads[t] = best;
  a.deprels[root] = "punct";
  if (child === best) return true;
  const bare = !a.heads.some((h, t) => h === child && a.deprels[t] === "case");
  a.heads[child] = best;
  a.deprels[child] = child < best && bare && NOMINAL.has(a.upos[child]) ? "nsubj" : "dep";
  return true;
}
