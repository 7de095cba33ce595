import type { Clause } from "../types.js";
import { talksJustBefore } from "./about.js";
import type { Finder } from "./finder.js";

/** "The atmosphere at the talks", "the mood" where talks are spoken of, "their positions": judged as the talks are, or -1. */
export function airOf(f: Finder, tokens: readonly number[]): number {
  const { s } = f;
  return (
    tokens.find(
      (t) =>
        (f.inClass(s.lemmas[t], "air-noun") ||
          (f.inClass(s.lemmas[t], "view-noun") && s.xpos[t] === "NNS")) &&
        (f.complement(t) >= 0 || (!placed(f, t) && talksJustBefore(f))),
    ) ?? -1
  );
}

/** "the atmosphere in the market": of something else; "described the mood as gloomy" says how it is. */
const placed = (f: Finder, t: number): boolean =>
  f.child(t, (c) => c > t && f.s.deprels[c] === "nmod" && f.s.upos[c] !== "ADJ") >= 0;

/** "Things are moving again", "the work is well advanced": a word for the talks spoken of just before, or -1. */
export function talksThing(f: Finder, clause: Clause, where = false): number {
  const t =
    [...clause.subjects, ...(clause.passive ? clause.objects : [])].find((x) =>
      f.inClass(f.s.lemmas[x], "talks-thing"),
    ) ?? -1;
  if (t < 0) return -1;
  // "Things are looking up in the border committee."
  const named =
    where &&
    clause.obliques.some(
      (o) => f.words.negotiation(f.s, o.head) || f.inClass(f.s.lemmas[o.head], "talks-like"),
    );
  return named || talksJustBefore(f) ? t : -1;
}

/** "The round produced little of substance", "the talks have not produced anything". */
export function fruitless(f: Finder, clause: Clause): boolean {
  const { s, words } = f;
  if (!words.is(clause.lemma, "make-verb") || clause.passive || clause.modal !== null) return false;
  const talks = clause.subjects.find((t) => words.negotiation(s, t));
  if (talks === undefined) return false;
  const nothing = clause.objects.some(
    (o) => f.inClass(s.norms[o], "nothing") || (clause.negated && f.inClass(s.norms[o], "anything")),
  );
  if (nothing) f.add("progress-noun", clause.head, clause, "stalled", talks);
  return nothing;
}

/** "Much work remains to be done", "serious hurdles remain": what is still to do where talks are spoken of makes them difficult. */
export function leftToDo(f: Finder, clause: Clause): boolean {
  const { s, words } = f;
  if (clause.negated || !(words.is(clause.lemma, "gap-stay") || words.exist.has(clause.lemma))) return false;
  const left = [...clause.subjects, ...clause.objects].find((t) => f.inClass(s.lemmas[t], "left-noun"));
  if (left === undefined || f.denied(left) || f.child(left, (c) => c < left) < 0) return false;
  if (f.complement(left) < 0 && (clause.obliques.length > 0 || !talksJustBefore(f))) return false;
  f.add("gap", left, clause, "difficult", f.complement(left) >= 0 ? f.complement(left) : left);
  return true;
}

/** "Neither government appears ready to compromise": a side not ready to give way stands still. */
export function unready(f: Finder, clause: Clause, head: number): boolean {
  const { s, words } = f;
  if (!f.inClass(s.lemmas[head], "ready-adj") || !f.partySubject(clause) || clause.modal !== null)
    return false;
  const denied = clause.subjects.some((t) => f.denied(t)) || (clause.negated && f.severalParties(clause));
  const yields = f.child(
    head,
    (c) => c > head && (words.is(s.lemmas[c], "yield-verb") || words.is(s.lemmas[c], "stall-if-negated")),
  );
  if (!denied || yields < 0 || !talksJustBefore(f)) return false;
  f.add("verb", head, clause, "stalled", clause.subjects[0]);
  return true;
}
