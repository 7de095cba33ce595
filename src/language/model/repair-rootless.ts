import type { Arcs } from "./repair.js";

const HEADS = new Set(["NOUN", "PROPN"]);
const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"]);
const RELATIVE = new Set(["WDT", "WP", "WRB", "WP$"]);
const NAMES = /^(nmod|appos|flat|compound|obl|conj)/;

/**
 * "The offer of a truce without terms lapsed in May.": a sentence of prose has a predicate. Where the parser made a noun the root and
 * nothing finite has a subject of its own, the first finite verb, or the participle that hangs on the noun's phrase, is the predicate and the
 * noun its subject. What stands before the verb and was hung on it belongs to the noun's side.
 * @returns whether anything was changed
 */
export function repairRootless(a: Arcs): boolean {
  const n = a.heads.length;
  const root = a.heads.indexOf(-1);
  if (root < 0 || !HEADS.has(a.upos[root]) || a.xpos[n - 1] !== ".") return false;
  for (let t = 0; t < n; t++)
    if (a.heads[t] === root && /^(nsubj|cop|aux|case|csubj)/.test(a.deprels[t])) return false;
  for (let v = root + 1; v < n; v++) {
    const aside = a.deprels[v] === "acl:relcl" && afterAside(a, v, root);
    if (a.upos[v] !== "VERB" || (!aside && !/^(acl|advcl|parataxis|conj|ccomp)$/.test(a.deprels[v])))
      continue;
    const from = groupStart(a, v);
    const finite = FINITE.has(a.xpos[from]) || FINITE.has(a.xpos[v]);
    const attribute = a.deprels[v] === "acl" && a.xpos[v] === "VBN" && from === v && a.xpos[v - 1] !== ",";
    const behind = from === v && a.xpos[v - 1] === "," && endsAside(a, v, root);
    if (!behind && ((!finite && !attribute) || (!aside && !isUnder(a, v, root)))) continue;
    if (hasOwn(a, v, from, root)) continue;
    promote(a, v, from, root);
    return true;
  }
  return false;
}

/** First token of a verb with its auxiliaries, negation and adverbs. */
function groupStart(a: Arcs, v: number): number {
  let from = v;
  while (from > 0 && a.heads[from - 1] === v && /^(aux|advmod|neg)/.test(a.deprels[from - 1])) from--;
  while (from < v && a.deprels[from] === "advmod") from++;
  return from;
}

/** Whether a verb hangs on the root, over nouns and infinitives only. */
function isUnder(a: Arcs, verb: number, root: number): boolean {
  for (let t = a.heads[verb], steps = 0; t >= 0 && steps < 8; t = a.heads[t], steps++) {
    if (t === root) return true;
    if (!NAMES.test(a.deprels[t]) && a.deprels[t] !== "acl") return false;
  }
  return false;
}

/** "Chad, which holds the chair, proposed": a participle behind the comma that ends the root's relative clause, hung inside it. */
function endsAside(a: Arcs, v: number, root: number): boolean {
  if (a.xpos[root + 1] !== ",") return false;
  for (let t = a.heads[v], steps = 0; t > root && steps < 8; t = a.heads[t], steps++)
    if (a.heads[t] === root) return a.deprels[t] === "acl:relcl" && RELATIVE.has(a.xpos[root + 2]);
  return false;
}

/** "The envoy, speaking in Oslo, said": a verb behind the comma that ends a participle's phrase between commas, hung on a noun of that phrase. */
function afterAside(a: Arcs, v: number, root: number): boolean {
  let end = v - 1;
  while (end > root && a.heads[end] === v && /^(aux|advmod)/.test(a.deprels[end])) end--;
  if (a.xpos[end] !== "," || a.xpos[root + 1] !== "," || end <= root + 2) return false;
  return a.xpos[root + 2] === "VBG" && a.heads[root + 2] === root;
}

/** Whether a verb has a subject or a relative word of its own right before it, or a conjunction that joins it. */
function hasOwn(a: Arcs, v: number, from: number, root: number): boolean {
  const comma = a.xpos[from - 1] === ",";
  for (let t = root + 1; t < v; t++) {
    if (a.heads[t] !== v) continue;
    if (RELATIVE.has(a.xpos[t]) || a.deprels[t] === "cc") return true;
    const d = a.deprels[t];
    // Behind a comma the verb goes on with the sentence: what stands before the comma is none of its own.
    if ((d.startsWith("nsubj") || d === "mark" || d === "expl") && !(comma && t < from)) return true;
  }
  return false;
}

function promote(a: Arcs, v: number, from: number, root: number): void {
  const n = a.heads.length;
  const passive = a.deprels.some((d, t) => a.heads[t] === v && d === "aux:pass");
  let noun = -1;
  for (let t = root + 1; t < from; t++) if (a.heads[t] === v && a.deprels[t].startsWith("nsubj")) noun = t;
  const above = noun < 0 ? root : verbBefore(a, noun, root);
  for (let t = root + 1; t < from; t++) {
    if (a.heads[t] !== v || t === noun || a.deprels[t].startsWith("aux") || a.deprels[t] === "advmod")
      continue;
    a.heads[t] = noun >= 0 && t < noun ? noun : root;
    if (a.deprels[t] === "mark") a.deprels[t] = "case";
  }
  if (noun >= 0) {
    a.heads[noun] = above;
    a.deprels[noun] = above === root ? "nmod" : "obl";
  }
  a.heads[v] = -1;
  a.deprels[v] = "root";
  if (a.xpos[v] === "VBN" && !passive && from === v) a.xpos[v] = "VBD";
  a.heads[root] = v;
  a.deprels[root] = passive ? "nsubj:pass" : "nsubj";
  for (let t = v + 1; t < n; t++) if (a.heads[t] === root) a.heads[t] = v;
}

/** The last verb before a noun below the old root, or the root. */
function verbBefore(a: Arcs, noun: number, root: number): number {
  for (let t = noun - 1; t > root; t--) if (a.upos[t] === "VERB") return t;
  return root;
}

/**
 * "had moved since the meeting and that they would help": one verb, two subjects, and a conjunction between them. The first is an
 * adverbial of the verb above, and the verb is joined to that.
 * @returns whether anything was changed
 */
export function repairTwoSubjects(a: Arcs): boolean {
  const n = a.heads.length;
  for (let cc = 2; cc < n - 1; cc++) {
    if (a.deprels[cc] !== "cc") continue;
    const v = a.heads[cc];
    if (v <= cc || a.upos[v] !== "VERB") continue;
    const above = a.heads[v];
    let first = -1;
    let second = false;
    for (let t = 0; t < v; t++) {
      if (a.heads[t] !== v || !a.deprels[t].startsWith("nsubj")) continue;
      if (t < cc) first = t;
      else second = true;
    }
    if (first < 0 || !second || above < 0 || above > first || a.upos[above] !== "VERB") continue;
    a.heads[first] = above;
    a.deprels[first] = "obl";
    for (let t = above + 1; t < first; t++)
      if (a.heads[t] === v) {
        a.heads[t] = a.deprels[t] === "mark" ? first : above;
        if (a.deprels[t] === "mark") a.deprels[t] = "case";
      }
    a.deprels[v] = "conj";
    return true;
  }
  return false;
}
