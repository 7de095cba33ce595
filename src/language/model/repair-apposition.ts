import type { Arcs } from "./repair.js";

const HEADS = new Set(["NOUN", "PROPN"]);
const VERBS = new Set(["VBD", "VBN", "VBZ", "VBP"]);
const BEFORE_VERB = new Set(["advmod", "aux", "aux:pass", "neg"]);
const RELATIVE = new Set(["WDT", "WP", "WRB", "WP$"]);
const BESIDE = new Set(["conj", "appos"]);

/**
 * "Chad and Niger, the hosts, urged both sides ...": a noun phrase between commas, with a name or a subject before it and, hanging on it
 * as its participle, a verb behind it, is an apposition; the verb is the sentence. Subject, apposition and verb take their places.
 * @returns whether anything was changed
 */
export function repairApposition(a: Arcs): boolean {
  const n = a.heads.length;
  const root = a.heads.indexOf(-1);
  if (root < 0 || !HEADS.has(a.upos[root])) return false;
  let subject = -1;
  for (let t = 0; t < n; t++) {
    if (a.heads[t] !== root) continue;
    if (a.deprels[t] === "cop" || a.deprels[t] === "aux" || a.deprels[t] === "case") return false;
    if (t < root && a.deprels[t].startsWith("nsubj")) subject = t;
  }
  for (let v = root + 1; v < n; v++) {
    const noun = a.heads[v];
    if (noun < 0 || noun >= v || !VERBS.has(a.xpos[v]) || !/^(acl|parataxis|advcl)/.test(a.deprels[v]))
      continue;
    // Either the noun was made the root over the subject, or it was joined to the subject, which is the root.
    const of = noun === root ? subject : subject < 0 && isBeside(a, noun, root) ? root : -1;
    if (of < 0 || !opens(a, noun, of)) continue;
    let from = v;
    while (from > noun + 1 && a.heads[from - 1] === v && BEFORE_VERB.has(a.deprels[from - 1])) from--;
    if (a.xpos[from - 1] !== "," || hasSubject(a, v)) continue;
    if (a.xpos[v] === "VBN" && from === v) a.xpos[v] = "VBD";
    a.heads[v] = -1;
    a.deprels[v] = "root";
    a.heads[noun] = of;
    a.deprels[noun] = "appos";
    a.heads[of] = v;
    a.deprels[of] = "nsubj";
    for (let t = 0; t < n; t++)
      if ((a.heads[t] === noun || a.heads[t] === of) && (t > v || t === from - 1)) a.heads[t] = v;
    return true;
  }
  return false;
}

/** Whether a noun with an article hangs on a name, over other names joined to it. */
function isBeside(a: Arcs, noun: number, name: number): boolean {
  if (a.upos[name] !== "PROPN") return false;
  let determined = false;
  for (let t = name + 1; t < noun; t++)
    if (a.heads[t] === noun && a.deprels[t] === "det") determined = true;
    else if (a.heads[t] === noun && a.deprels[t] === "cc") return false;
  let t = noun;
  while (t > name && BESIDE.has(a.deprels[t])) t = a.heads[t];
  return determined && t === name;
}

/** Whether a comma opens the noun's own phrase, behind the subject. */
function opens(a: Arcs, noun: number, subject: number): boolean {
  let edge = noun;
  for (let t = subject + 1; t < noun; t++)
    if (a.heads[t] === noun && a.deprels[t] !== "punct") edge = Math.min(edge, t);
  return edge > subject + 1 && a.xpos[edge - 1] === ",";
}

function hasSubject(a: Arcs, verb: number): boolean {
  for (let t = 0; t < verb; t++)
    if (a.heads[t] === verb && (a.deprels[t].startsWith("nsubj") || RELATIVE.has(a.xpos[t]))) return true;
  return false;
}
