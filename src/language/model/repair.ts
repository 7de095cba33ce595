import { repairApposition } from "./repair-apposition.js";
import { repairInfinitive, repairNegated } from "./repair-infinitive.js";
import { repairMargin } from "./repair-margin.js";
import { repairParallel, repairSaidToo } from "./repair-parallel.js";
import { repairReportDay } from "./repair-report-day.js";
import { repairRootless, repairTwoSubjects } from "./repair-rootless.js";

/** Arcs that a tree of words may have wrong: heads (-1 is the root) and relations, changed in place. */
export interface Arcs {
  readonly upos: readonly string[];
  readonly xpos: string[];
  readonly heads: Int32Array;
  readonly deprels: string[];
}

const NOMINAL = new Set(["NOUN", "PROPN", "NUM", "PRON"]);
const FINITE = new Set(["VBD", "VBZ", "VBP"]);
const UNDER = new Set(["acl:relcl", "acl", "parataxis", "advcl", "advcl:relcl", "conj", "ccomp", "appos"]);

/** All repairs, in place. Of those that give the root to another word, only the first that applies. */
export function repairArcs(a: Arcs): void {
  if (!repairRoot(a) && !repairRelative(a) && !repairApposition(a)) repairRootless(a);
  repairTwoSubjects(a);
  repairInfinitive(a);
  repairNegated(a);
  repairMargin(a);
  repairParallel(a);
  repairSaidToo(a);
  repairReportDay(a);
  repairBeside(a);
}

/** The same below the root: "in talks that began in May" beside a main verb that was found. */
export function repairBeside(a: Arcs): boolean {
  let changed = false;
  for (let pronoun = 1; pronoun < a.heads.length; pronoun++) {
    if (a.xpos[pronoun] !== "WDT" && a.xpos[pronoun] !== "WP") continue;
    const verb = a.heads[pronoun];
    if (verb <= pronoun || !a.deprels[pronoun].startsWith("nsubj") || a.heads[verb] < 0) continue;
    if (!UNDER.has(a.deprels[verb]) || a.deprels[verb] === "acl:relcl") continue;
    const noun = nounBefore(a, pronoun, verb);
    if (noun < 0) continue;
    const above = a.heads[verb];
    // "called off a meeting that was planned": with a subject of its own beside the pronoun, the noun is what the verb before it acts on.
    const object = a.deprels[noun].startsWith("nsubj");
    if (object && (above > noun || a.upos[above] !== "VERB" || hasObject(a, above))) continue;
    for (let t = 0; t < pronoun; t++) if (a.heads[t] === verb && t !== noun) a.heads[t] = above;
    a.heads[noun] = above;
    a.deprels[noun] = object ? "obj" : "obl";
    a.heads[verb] = noun;
    a.deprels[verb] = "acl:relcl";
    changed = true;
  }
  return changed;
}

const hasObject = (a: Arcs, verb: number): boolean =>
  a.deprels.some((d, t) => a.heads[t] === verb && (d === "obj" || d === "ccomp" || d === "xcomp"));

/** Head of the phrase right before a relative pronoun where it hangs on the pronoun's verb, or -1. */
function nounBefore(a: Arcs, pronoun: number, verb: number): number {
  let noun = pronoun - 1;
  while (noun >= 0 && a.heads[noun] !== verb) noun = a.heads[noun];
  return noun >= 0 && noun < pronoun && NOMINAL.has(a.upos[noun]) ? noun : -1;
}

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
  const noun = nounBefore(a, pronoun, root);
  if (noun < 0) return false;
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
    if (!UNDER.has(a.deprels[v]) || nominalAbove(a, v) !== root || !hasOwnSubject(a, v, root)) continue;
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

/** The uppermost noun of the phrase that a verb hangs on: "September" of "In September, at a forum in Vienna, the envoy said". */
function nominalAbove(a: Arcs, verb: number): number {
  let t = a.heads[verb];
  while (t >= 0 && t < verb && a.heads[t] >= 0 && /^(nmod|obl|appos|flat|conj)/.test(a.deprels[t]))
    t = a.heads[t];
  return t;
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
