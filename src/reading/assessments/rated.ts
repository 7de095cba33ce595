import { mentionAt } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { talksJustBefore } from "./about.js";
import type { Finder } from "./finder.js";
import type { Judgement } from "./words.js";

/** "The best climate in a century", "the worst round since May": a superlative that compares talks, or their climate, with others. */
export function superlative(f: Finder, t: number): void {
  const { s, words } = f;
  const best = f.child(t, (c) => c < t && (f.inClass(s.norms[c], "best") || f.inClass(s.norms[c], "worst")));
  if (best < 0) return;
  const talks = words.negotiation(s, t, true) || f.inClass(s.lemmas[t], "air-noun") || underTalks(f, t);
  if (!talks || !talksJustBefore(f)) return;
  f.add("rated", t, null, f.inClass(s.norms[best], "best") ? "positive" : "negative", t);
}

/** "the best day of talks". */
const underTalks = (f: Finder, t: number): boolean =>
  f.inClass(f.s.lemmas[t], "quantity") && f.complement(t) >= 0;

/** "The picture is more encouraging", "the calm is worrying": how things stand around talks is called good or bad. */
export function encouraging(f: Finder, clause: Clause, head: number): boolean {
  const { s, words } = f;
  const good = f.inClass(s.norms[head], "heartening");
  if (!good && !f.inClass(s.norms[head], "worrying")) return false;
  const of = clause.subjects.find(
    (t) => s.upos[t] === "NOUN" && !words.negotiation(s, t) && f.inClass(s.lemmas[t], "state-of-things"),
  );
  if (of === undefined || clause.modal !== null || !talksJustBefore(f)) return false;
  const j: Judgement = good !== clause.negated ? "positive" : "negative";
  f.add("rated", head, clause, j, of);
  return true;
}

/** "is not satisfied with the progress", "was unhappy with the pace of the talks": how somebody finds the way they go. */
export function contentWith(f: Finder, clause: Clause, head: number): boolean {
  const { s, words } = f;
  const good = f.inClass(s.norms[head], "pleased");
  if (!good && !f.inClass(s.norms[head], "displeased")) return false;
  const of = [
    ...clause.obliques.map((o) => o.head),
    f.child(head, (c) => c > head && s.deprels[c].startsWith("nmod")),
  ].find((t) => t > head && (words.negotiation(s, t) || f.inClass(s.lemmas[t], "way-of-talks")));
  if (of === undefined || clause.modal !== null) return false;
  const talks = words.negotiation(s, of) ? of : f.complement(of);
  // "is not satisfied with the draft": a stand on what is on the table.
  if (
    f.inClass(s.lemmas[of], "way-of-talks")
      ? talks < 0 && !talksJustBefore(f)
      : !words.negotiation(s, of, true)
  )
    return false;
  f.add("mood", head, clause, good !== f.negated(clause) ? "positive" : "negative", talks >= 0 ? talks : of);
  return true;
}

/** "has little faith in the encounter", "has high hopes of it": what somebody thinks of talks, by how much they believe in them. */
export function faith(f: Finder, t: number): void {
  const { s } = f;
  const clause = f.governing(t);
  if (clause === null || clause.modal !== null) return;
  const verb = s.lemmas[clause.support >= 0 ? clause.support : clause.head];
  if (!f.inClass(verb, "have") && !f.inClass(clause.lemma, "losing") && !f.inClass(verb, "outlook-verb"))
    return;
  const scant = f.denied(t) || clause.negated || f.inClass(clause.lemma, "losing");
  const much = f.child(t, (c) => c < t && f.inClass(s.norms[c], "bright")) >= 0;
  if (!scant && !much) return;
  const of =
    f.complement(t) >= 0 ? f.complement(t) : f.child(t, (c) => c > t && f.inClass(s.lemmas[c], "encounter"));
  if (of < 0 && !talksJustBefore(f)) return;
  if (of < 0 && f.child(t, (c) => c > t && s.deprels[c].startsWith("nmod")) >= 0) return;
  f.add("mood", t, clause, scant ? "negative" : "positive", of, true);
}

/** "I would call it a cautious beginning", "a promising start": what has only begun is judged by its word. */
export function beginning(f: Finder, t: number): void {
  const { s, words } = f;
  const good = f.child(
    t,
    (c) => c < t && (words.is(s.norms[c], "positive-adj") || f.inClass(s.norms[c], "cautious")),
  );
  const bad = f.child(t, (c) => c < t && words.is(s.norms[c], "negative-adj"));
  if (good < 0 && bad < 0) return;
  const clause = f.governing(t);
  if (clause === null || clause.negated || !talksJustBefore(f)) return;
  const spokenOf = f.inClass(clause.lemma, "hail-verb-of") && clause.obliques.some((o) => o.head === t);
  const called =
    spokenOf ||
    clause.head === t ||
    f.inClass(clause.lemma, "describe") ||
    f.inClass(clause.lemma, "make-verb");
  const elsewhere = (c: number): boolean =>
    c > t &&
    s.deprels[c].startsWith("nmod") &&
    !words.topic(s, c) &&
    // "a constructive meeting with the president": with whom.
    mentionAt(f.layers, s.index, c)?.use !== "actor";
  if (!called || f.child(t, elsewhere) >= 0) return;
  f.add("rated", t, clause, good >= 0 ? "positive" : "negative", f.complement(t), clause.modal !== null);
}
