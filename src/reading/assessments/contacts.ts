import type { Clause } from "../types.js";
import { talksJustBefore } from "./about.js";
import type { Finder } from "./finder.js";

/** "No contact took place", "there have been no talks since", "broke off direct contacts": whether those who should talk do. */
export function contacts(f: Finder, clause: Clause): boolean {
  return noContact(f, clause) || brokenOff(f, clause);
}

/** Sittings that did not take place; "no talks are planned" and "no further talks will" say little of how they go. */
function noContact(f: Finder, clause: Clause): boolean {
  const { s, words } = f;
  if (clause.modal !== null || clause.tense === "future") return false;
  const takesPlace =
    f.inClass(clause.lemma, "take-place") ||
    words.exist.has(clause.lemma) ||
    clause.objects.some((t) => f.inClass(`${clause.lemma}_${s.lemmas[t]}`, "take-place"));
  if (!takesPlace || (words.exist.has(clause.lemma) && clause.aspect !== "perfect")) return false;
  const sitting = [...clause.subjects, ...clause.objects, clause.head].find(
    (t) => f.denied(t) && (words.negotiation(s, t, true) || f.inClass(s.lemmas[t], "contact")),
  );
  if (sitting === undefined || !talksJustBefore(f)) return false;
  f.add("contact", clause.head, clause, "stalled", sitting);
  return true;
}

/** Contacts, talks or relations that a party breaks off; what was threatened or regretted did not happen. */
function brokenOff(f: Finder, clause: Clause): boolean {
  const { s, words } = f;
  const breaks = words.is(clause.lemma, "break-verb") || f.inClass(clause.lemma, "sever-verb");
  if (!breaks || clause.negated || clause.modal !== null) return false;
  const of = clause.objects.find((t) => words.negotiation(s, t, true) || f.inClass(s.lemmas[t], "contact"));
  // "ended their third round": a sitting has its end.
  if (of !== undefined && f.inClass(clause.lemma, "end") && words.sittings.has(s.lemmas[of])) return false;
  if (of === undefined || !(clause.passive || f.partySubject(clause) || clause.subjects.length > 0))
    return false;
  f.add("contact", clause.head, clause, "broken-off", of);
  return true;
}
