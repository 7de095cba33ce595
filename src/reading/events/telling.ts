import type { Actor, Clause, Factuality } from "../types.js";
import { MANNER, WITH } from "./function-words.js";
import { DEEDS, SAID } from "./groups.js";
import type { Meaning, Reader } from "./meaning.js";
import { groupsAt, nounAt } from "./nouns.js";
import type { Roles } from "./roles.js";
import { agentBehind } from "./slots.js";
import { isFiniteRelative, type Standing } from "./standing.js";

const REAL: ReadonlySet<Factuality["status"]> = new Set(["happened", "ongoing"]);

/** "U.S. and Japanese troops practised landings", "police of both jointly raided": what the forces of several states do together. */
export function isShared(r: Reader, m: Meaning, { actors }: Roles): boolean {
  const done = m.entry?.class ?? m.class;
  if (m.clause === null || !DEEDS.has(done)) return false;
  if (actors.every((a) => a.code === null || a.code === actors[0].code)) return false;
  // "police of both destroyed guns in a joint operation"
  if (
    m.clause.obliques.some((o) => MANNER.has(o.prep) && nounAt(r.words, r.s, o.head)?.class === "COOPERATE")
  )
    return true;
  if (done !== "MOBILIZE" && done !== "COERCE") return false;
  const what = m.clause.support >= 0 ? [m.clause.head] : m.clause.objects;
  if (done === "MOBILIZE" && what.some((o) => groupsAt(r.words, r.s, o).has("exercise"))) return true;
  return isTogether(r, m.trigger);
}

/** Whether what a verb says is done together, wherever the tree hangs the word. */
export function isTogether(r: Reader, verb: number): boolean {
  const { s } = r;
  for (let t = Math.max(0, verb - 2); t < s.size && t < verb + FARTHEST; t++)
    if (r.words.is("together", s.norms[t]) && s.upos[t] === "ADV" && s.norms[t + 1] !== WITH) return true;
  return false;
}

const FARTHEST = 12;

/** Where a noun of action bears its sentence. */
const HELD = /^(nsubj|root)/;

/** Background clauses and bare nouns count only where both sides are told. */
export function worthTelling(
  r: Reader,
  m: Meaning,
  c: Clause,
  roles: Roles,
  where: Standing,
  others: boolean,
): boolean {
  if (roles.actors.length === 0 && roles.recipients.length === 0) return false;
  // "growers are worried about lice": about nobody.
  if (m.class === "ACCUSE" && c.kind === "adjectival" && roles.recipients.length === 0) return false;
  const bare = c.kind === "nominal" && c.support < 0;
  if (bare || where === "background") {
    if (roles.actors.length === 0 || (others && !bare && !isFiniteRelative(c) && !isCrowd(m, c)))
      return false;
    if (isCrowd(m, c)) return true;
    // "a missile strike by Chad", "Chad's withdrawal": whose deed it is says enough.
    // "raids from Chad": a place they come from is no actor.
    const owned = (a: Actor): boolean =>
      a.words !== null &&
      (c.subjects.length > 0 ||
        agentBehind(r, m.trigger).length > 0 ||
        a.words.start < r.s.starts[m.trigger]);
    if (
      bare &&
      (DEEDS.has(m.class) || SAID.has(m.class)) &&
      roles.actors.every((a) => a.basis !== "nearby" && owned(a))
    )
      return (
        REAL.has(r.layers.facts.factuality(c.index).status) &&
        ((roles.recipients.every((a) => a.basis === "domestic" && HELD.test(c.relation)) &&
          DEEDS.has(m.class)) ||
          // "the detention of a blogger by his own country's police drew notice"
          (c.relation.startsWith("nsubj") && agentBehind(r, m.trigger).length > 0) ||
          roles.recipients.some((x) => roles.actors.every((a) => a.code !== x.code)))
      );
    // "Chadian miners march on the capital", whose verb was taken for a noun: all that a headline says.
    if (bare && c.relation === "root" && c.parent < 0)
      return (
        REAL.has(r.layers.facts.factuality(c.index).status) &&
        roles.actors.every((a) => a.words !== null && owned(a))
      );
    // "a condition that Chad rejects": to whoever set it.
    if (!bare && m.class === "REJECT" && c.subjects.length > 0 && c.relation.startsWith("acl"))
      return roles.grounded || roles.recipients.length === 0;
    // "an offensive launched by the army of Chad": as good as "an offensive by".
    if (!bare && DEEDS.has(m.class) && c.relation === "acl" && c.passive && c.subjects.length > 0)
      return m.content !== null && roles.actors.every((a) => a.words !== null);
    // "has been split since Chadian troops invaded": told besides, of whoever did it, where nothing else is told.
    if (!bare && !others && DEEDS.has(m.class) && c.relation === "advcl" && c.tense === "past")
      return roles.actors.every((a) => a.words !== null && a.basis !== "nearby");
    if (bare && roles.recipients.length > 0 && roles.recipients.every((a) => a.basis === "domestic"))
      return false;
    return roles.grounded && (roles.reciprocal || roles.recipients.length > 0);
  }
  return (
    roles.actors.length > 0 ||
    m.class === "ASSAULT" ||
    m.class === "COERCE" ||
    m.class === "SANCTION" ||
    m.class === "PROTEST" ||
    // "was accused of", "were charged with": by whoever it was.
    (m.class === "ACCUSE" &&
      m.clause?.passive === true &&
      m.mode !== "disapprove" &&
      roles.recipients.some((a) => a.basis !== "nearby"))
  );
}

/** "dispersed students protesting against fees": told in passing, but told. */
const isCrowd = (m: Meaning, c: Clause): boolean =>
  m.class === "PROTEST" && c.relation === "acl" && c.mood === "gerund" && c.subjects.length > 0;

/** A visit to one's own country is none. */
export const atHome = (m: Meaning, roles: Roles): boolean =>
  m.mode === "visit" &&
  !roles.reciprocal &&
  roles.actors.length > 0 &&
  roles.recipients.length > 0 &&
  roles.recipients.every((x) => roles.actors.some((a) => a.code === x.code));
