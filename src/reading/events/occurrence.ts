import { extend } from "../../text/index.js";
import { verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { isMonth, nounUnder } from "./content.js";
import { entriesOf, hasOperator, hasParticle } from "./entries.js";
import { AMONG, CAUSES, IN, MANNER } from "./function-words.js";
import type { Meaning, Reader } from "./meaning.js";
import { complement, groupsAt, nounAt } from "./nouns.js";
import { ofNoun } from "./slots.js";
import { isSaying } from "./speech.js";

/** "wept in protest", "strolled through the old town on a visit": the event stands beside the verb. */
export function circumstance(r: Reader, c: Clause): Meaning | null {
  if (c.kind !== "verbal" || c.passive || c.support >= 0 || c.subjects.length === 0) return null;
  if (demands(r, c))
    return {
      class: "PROTEST",
      mode: "demo",
      rule: "event/word",
      trigger: verbOf(c),
      clause: c,
      entry: null,
      noun: null,
      content: null,
      inner: null,
    };
  for (const o of c.obliques) {
    if (!MANNER.has(o.prep) || isMonth(r, o.head)) continue;
    const n = nounAt(r.words, r.s, o.head);
    const told = o.prep === IN ? n?.class === "PROTEST" && n.mode === "demo" : n?.mode === "visit";
    if (n === null || n.class === null || !told) continue;
    return {
      class: n.class,
      mode: n.mode,
      rule: "event/noun",
      trigger: o.head,
      clause: c,
      entry: null,
      noun: n,
      content: null,
      inner: null,
    };
  }
  return null;
}

/** "pensioners banged pots to demand more": whatever a crowd does to press for something is its protest. */
function demands(r: Reader, c: Clause): boolean {
  if (c.modal !== null || c.negated || isSaying(r, c)) return false;
  if (!c.subjects.some((t) => groupsAt(r.words, r.s, t).has("crowd-member"))) return false;
  return r.clauses.some(
    (d) =>
      d.parent === c.index &&
      d.relation === "advcl" &&
      (d.mood === "infinitive" || d.mood === "gerund") &&
      entriesOf(r, d).some((e) => e.class === "PROTEST") === true,
  );
}

/** Whether all that acts in a clause is a force of nature, an accident, a price or a contestant in a game. */
export function nobodyActs(r: Reader, c: Clause): boolean {
  const blind = (t: number): boolean => {
    if (groupsAt(r.words, r.s, t).has("no-agent")) return true;
    // "an army of ants"
    const of = r.words.is("swarm", r.s.lemmas[t]) ? complement(r.s, t) : -1;
    return of >= 0 && groupsAt(r.words, r.s, of).has("no-agent");
  };
  if (c.subjects.length > 0) return c.subjects.every(blind);
  return c.obliques.some((o) => CAUSES.has(o.prep) && blind(o.head));
}

/** What happens is told by the subject: "talks opened", "a strike crippled the ports", "negotiations broke down". */
export function occurrence(r: Reader, c: Clause, depth: number): Meaning | null {
  if (c.kind !== "verbal" || c.support >= 0 || c.subjects.length === 0) return null;
  if (!hasOperator(r, c, "occur") && !hasOperator(r, c, "collapse")) return null;
  for (const e of entriesOf(r, c)) {
    if (e.operator !== "occur" && e.operator !== "collapse") continue;
    if (e.particle !== "" && !hasParticle(r, c, e)) continue;
    for (const t of c.subjects) {
      const m = nounUnder(r, e.operator, t, depth);
      if (m !== null) return extend(m, { clause: withSides(r, m.clause, c), happens: true as const });
    }
  }
  return null;
}

/** "Fighting broke out between X and Y", "X was hit by protests": what the verb of happening names belongs to what happens. */
function withSides(r: Reader, told: Clause | null, c: Clause): Clause | null {
  const sides: number[] = [];
  for (const o of c.obliques) if (AMONG.has(o.prep)) sides.push(o.head);
  // "the call, the third this month between X and Y, lasted": the tree hangs them on what stands between.
  if (sides.length === 0)
    for (const t of c.subjects) for (const prep of AMONG) sides.push(...ofNoun(r, t, prep));
  if (sides.length === 0) return told;
  if (told === null) return { ...c, subjects: sides };
  return { ...told, subjects: sides };
}

/** "has little reason to compromise", "kept the option of extending its waters": what somebody may do, and is not said to. */
export function isMotive(r: Reader, c: Clause): boolean {
  if (!c.relation.startsWith("acl") || (c.mood !== "infinitive" && c.mood !== "gerund")) return false;
  const noun = r.s.heads[verbOf(c)];
  return noun >= 0 && r.words.is("motive", r.s.lemmas[noun]);
}
