import type { Arcs } from "./repair.js";

const HEADS = new Set(["NOUN", "PROPN"]);
const VERBS = new Set(["VBD", "VBN", "VBZ", "VBP"]);
const BEFORE_VERB = new Set(["advmod", "aux", "aux:pass", "neg"]);
const RELATIVE = new Set(["WDT", "WP", "WRB", "WP$"]);

/**
 * "Chad and Niger, the hosts, urged both sides ...": a noun between commas that has a subject, no copula, and a verb hanging on it as
 * its participle is an apposition; the verb is the sentence. Subject, apposition and verb take their places.
 * @returns whether anything was changed
 */
export function repairApposition(a: Arcs): boolean {
  const n = a.heads.length;
  const root = a.heads.indexOf(-1);
  if (root < 2 || !HEADS.has(a.upos[root])) return false;
  let subject = -1;
  let edge = root;
  for (let t = 0; t < n; t++) {
    if (a.heads[t] !== root) continue;
    if (a.deprels[t] === "cop" || a.deprels[t] === "aux") return false;
    if (t > root) continue;
    if (a.deprels[t].startsWith("nsubj")) subject = t;
    else if (a.deprels[t] !== "punct") edge = Math.min(edge, t);
  }
  if (subject < 0 || edge <= subject || a.xpos[edge - 1] !== ",") return false;
  for (let v = root + 1; v < n; v++) {
    if (a.heads[v] !== root || !VERBS.has(a.xpos[v]) || !/^(acl|parataxis|advcl)/.test(a.deprels[v]))
      continue;
    let from = v;
    while (from > root + 1 && a.heads[from - 1] === v && BEFORE_VERB.has(a.deprels[from - 1])) from--;
    if (a.xpos[from - 1] !== "," || hasSubject(a, v)) continue;
    a.heads[v] = -1;
    a.deprels[v] = "root";
    if (a.xpos[v] === "VBN" && from === v) a.xpos[v] = "VBD";
    a.heads[root] = subject;
    a.deprels[root] = "appos";
    a.heads[subject] = v;
    for (let t = 0; t < n; t++) if (a.heads[t] === root && (t > v || t === from - 1)) a.heads[t] = v;
    return true;
  }
  return false;
}

function hasSubject(a: Arcs, verb: number): boolean {
  for (let t = 0; t < verb; t++)
    if (a.heads[t] === verb && (a.deprels[t].startsWith("nsubj") || RELATIVE.has(a.xpos[t]))) return true;
  return false;
}
