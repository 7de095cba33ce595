/** Arcs that a tree of words may have wrong: heads (-1 is the root) and relations, changed in place. */
export interface Arcs {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly heads: Int32Array;
  readonly deprels: string[];
}

const NOMINAL = new Set(["NOUN", "PROPN", "NUM", "PRON"]);
const FINITE = new Set(["VBD", "VBZ", "VBP"]);
const UNDER = new Set(["acl:relcl", "acl", "parataxis", "advcl", "advcl:relcl", "conj", "ccomp", "appos"]);

/**
 * A sentence is no prepositional phrase: "In May, at a forum in Vienna, the envoy proposed ..." is about proposing. The greedy parser
 * closes a long fronted phrase as the root and hangs the main verb on it. Where the root is such a phrase and a finite verb with a
 * subject of its own stands under it, the two change places.
 * @returns whether anything was changed
 */
export function repairRoot(a: Arcs): boolean {
  const n = a.heads.length;
  const root = a.heads.indexOf(-1);
  if (root < 0 || !NOMINAL.has(a.upos[root])) return false;
  let preposition = false;
  for (let t = 0; t < n; t++) {
    if (a.heads[t] !== root) continue;
    if (a.deprels[t] === "cop" || a.deprels[t].startsWith("nsubj")) return false;
    if (a.deprels[t] === "case" && t < root && a.upos[t] === "ADP") preposition = true;
  }
  if (!preposition) return false;
  for (let v = root + 1; v < n; v++) {
    if (a.heads[v] !== root || !UNDER.has(a.deprels[v]) || !hasOwnSubject(a, v, root)) continue;
    a.heads[v] = -1;
    a.deprels[v] = "root";
    a.heads[root] = v;
    a.deprels[root] = "obl";
    for (let t = root + 1; t < n; t++)
      if (a.heads[t] === root && (t > v || a.deprels[t] === "punct")) a.heads[t] = v;
    return true;
  }
  return false;
}

/** Whether a verb is finite and its subject, no relative pronoun, stands between the phrase and it. */
function hasOwnSubject(a: Arcs, verb: number, after: number): boolean {
  let finite = FINITE.has(a.xpos[verb]);
  let subject = false;
  for (let t = after + 1; t < verb; t++) {
    if (a.heads[t] !== verb) continue;
    if (a.xpos[t] === "WDT" || a.xpos[t] === "WP" || a.xpos[t] === "WRB" || a.deprels[t] === "mark")
      return false;
    if (a.deprels[t].startsWith("nsubj")) subject = true;
    if (a.deprels[t].startsWith("aux") || a.deprels[t] === "cop")
      finite ||= FINITE.has(a.xpos[t]) || a.xpos[t] === "MD";
  }
  return finite && subject;
}
