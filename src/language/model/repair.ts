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

/** Both repairs, in place. @returns whether anything was changed */
export const repairArcs = (a: Arcs): boolean => repairRoot(a) || repairRelative(a);

/**
 * "In talks that began in May, Oslo insisted ...": a verb whose subject is a relative pronoun belongs to the noun before it. Where the
 * parser made it the root, the finite verb behind it that has a subject of its own takes its place.
 */
export function repairRelative(a: Arcs): boolean {
  const n = a.heads.length;
  const root = a.heads.indexOf(-1);
  if (root < 2) return false;
  let pronoun = -1;
  for (let t = 0; t < root; t++) if (a.heads[t] === root && a.deprels[t].startsWith("nsubj")) pronoun = t;
  if (pronoun < 1 || (a.xpos[pronoun] !== "WDT" && a.xpos[pronoun] !== "WP")) return false;
  let noun = pronoun - 1;
  while (noun >= 0 && a.heads[noun] !== root) noun = a.heads[noun];
  if (noun < 0 || noun >= pronoun || !NOMINAL.has(a.upos[noun])) return false;
  for (let v = root + 1; v < n; v++) {
    if (a.heads[v] !== root || !UNDER.has(a.deprels[v]) || !hasOwnSubject(a, v, root)) continue;
    a.heads[v] = -1;
    a.deprels[v] = "root";
    for (let t = 0; t < n; t++)
      if (a.heads[t] === root && t !== noun && (t < pronoun || t > v)) a.heads[t] = v;
    a.heads[noun] = v;
    a.deprels[noun] = "obl";
    a.heads[root] = noun;
    a.deprels[root] = "acl:relcl";
    return true;
  }
  return false;
}

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
