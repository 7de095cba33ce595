import type { Actor, Clause, Entity } from "../types.js";
import { CAUSES, WITH } from "./function-words.js";
import { VERBAL } from "./groups.js";
import type { Meaning, Reader } from "./meaning.js";
import { nounAt } from "./nouns.js";
import { leaveOut } from "./parties.js";
import { nounActors, ofNoun } from "./slots.js";

/** "a missile fired by Chad hit a ship": who set going what does the harm. */
export function wielders(r: Reader, c: Clause): readonly number[] {
  for (const t of c.subjects) {
    const found = holders(r, t);
    if (found.length > 0) return found;
  }
  return [];
}

/** "hostages held by rebels", "a missile fired by Chad": who did what a participle says of a noun. */
export function holders(r: Reader, noun: number): readonly number[] {
  for (let k = r.s.firstChild[noun]; k >= 0; k = r.s.nextSibling[k]) {
    const d = r.s.deprels[k].startsWith("acl") ? r.clauseAt(k) : null;
    if (d?.passive === true && d.subjects.length > 0) return d.subjects;
  }
  return [];
}

/** "were killed when Chadian forces opened fire": whoever attacks in the clause that tells how. */
export function attackersBeside(
  r: Reader,
  m: Meaning,
  at: (tokens: readonly number[], not?: readonly Actor[]) => Actor[],
): Actor[] {
  const c = m.clause;
  if (c === null || !c.passive || c.subjects.length > 0) return [];
  // "were killed in a raid by Chad", "in clashes with the army"
  for (const o of c.obliques) {
    const n = CAUSES.has(o.prep) ? nounAt(r.words, r.s, o.head) : null;
    if (n?.class !== "ASSAULT") continue;
    const found = leaveOut(
      r.layers,
      at([...nounActors(r, o.head), ...ofNoun(r, o.head, WITH)]),
      at(c.objects),
    );
    if (found.length > 0) return found;
  }
  for (const d of r.clauses)
    if (d.parent === c.index && d.relation === "advcl" && !d.passive && r.clause(d)?.class === "ASSAULT")
      return at(d.subjects);
  return [];
}

/** Kinds of whom nobody says "they". */
const ONE: ReadonlySet<Entity["kind"]> = new Set(["person", "state"]);

/** "said they had not agreed": others than the one who says it, though nobody knows who. */
export function hasOthers(r: Reader, m: Meaning, speaker: readonly Actor[]): boolean {
  if (speaker.length === 0 || !VERBAL.has(m.class)) return false;
  if (hasOvertSubject(r, m)) return true;
  return (
    speaker.length === 1 &&
    // "Nigerian commanders said they": a demonym is of several.
    speaker[0].basis !== "demonym" &&
    ONE.has(r.layers.entities[speaker[0].entity].kind) &&
    (m.clause?.subjects ?? []).some((t) => r.words.is("plural-pronoun", r.s.norms[t]))
  );
}

export function hasOvertSubject(r: Reader, m: Meaning): boolean {
  return (m.clause?.subjects ?? []).some(
    (t) => r.s.upos[t] === "NOUN" || r.words.is("demonstrative", r.s.norms[t]),
  );
}
