import { talksBefore, talksJustBefore } from "./about.js";
import type { Finder } from "./finder.js";
import { verbless } from "./outlook.js";
import { type Judgement, opposite } from "./words.js";

export function stallNoun(f: Finder, t: number): void {
  const { s, words } = f;
  const clause = f.governing(t);
  const of = f.complement(t);
  if (clause !== null) {
    const verb = s.lemmas[clause.support >= 0 ? clause.support : clause.head];
    const breaks =
      words.is(clause.lemma, "break-deadlock") || words.is(verb, "break-deadlock") || underBreaking(f, t);
    if (breaks) {
      const fact = f.layers.facts.factuality(clause.index).status;
      if (fact === "happened" && !clause.negated && clause.mood === "indicative")
        f.add("deadlock-broken", t, clause, "progressing", of);
      return;
    }
    // "brought the talks to a standstill": what was brought there stands still.
    const brought = clause.passive
      ? undefined
      : clause.objects.find((x) => x !== t && words.negotiation(s, x, true));
    const subject = brought ?? clause.subjects.find((x) => x !== t && words.negotiation(s, x));
    if (subject !== undefined && (words.is(verb, "reach-verb") || clause.head === t)) {
      f.add("stall-noun", t, clause, f.flip("stalled", clause, t), subject);
      return;
    }
    if (words.exist.has(clause.lemma) && of >= 0) {
      f.add("stall-noun", t, clause, f.flip("stalled", clause, t), of);
      return;
    }
  }
  if (of >= 0) f.add("stall-of", t, clause, "stalled", of);
}

/** "the stalled talks": that they stand still is taken for given. */
export function stalledTalks(f: Finder, t: number): void {
  const { s, words } = f;
  const by = f.child(t, (c) => c < t && s.deprels[c] === "amod" && words.is(s.norms[c], "stalled-adj"));
  if (by < 0 || s.deprels[t] === "compound") return;
  // Without its clause: what that says of the talks besides is another judgement.
  f.add("stall-of", by, null, "stalled", t);
}

/** "an end to the stalemate", "efforts to break": ending it is spoken of, not the standstill. Only infinitives of purpose count here. */
function underBreaking(f: Finder, t: number): boolean {
  const { s, words } = f;
  const up = s.heads[t];
  return up >= 0 && s.upos[up] === "VERB" && words.is(s.lemmas[up], "break-deadlock");
}

export function progressNoun(f: Finder, t: number): void {
  const { s, words } = f;
  if (verbless(f, t)) return;
  const progress = words.is(s.lemmas[t], "progress-noun");
  // "There is no military solution": that of arms is not what is negotiated.
  if (f.child(t, (c) => c < t && f.inClass(s.norms[c], "of-arms")) >= 0) return;
  let top = t;
  let lacking = f.denied(t);
  // "signs of progress", "lack of progress"
  while (
    s.heads[top] >= 0 &&
    ((s.deprels[top] === "nmod" && f.cue(s.heads[top])) ||
      // "warm words but no progress"
      (s.deprels[top] === "conj" && lacking && s.deprels[s.heads[top]] === "obj"))
  ) {
    top = s.heads[top];
    lacking ||= f.denied(top) || f.lacks(top);
  }
  const clause = f.governing(top);
  if (clause === null || (clause.kind === "nominal" && clause.support < 0)) return;
  const verb = s.lemmas[clause.support >= 0 ? clause.support : clause.head];
  // "in bid to find a breakthrough": what is only tried for.
  if (clause.mood === "infinitive" && f.inClass(s.lemmas[s.heads[clause.head]] ?? "", "trying-noun")) return;
  const [said, failing] = f.failingOver(clause);
  const lost = f.inClass(clause.lemma, "losing");
  const nobody = clause.subjects.some((x) => words.negators.has(s.norms[x]));
  const negative = lacking || clause.negated || failing || lost || nobody;
  const head = clause.support >= 0 ? clause.support : clause.head;
  // "held talks, with no sign of progress": what stands beside it.
  const beside = f.child(top, (c) => s.deprels[c] === "case" && f.inClass(s.norms[c], "beside")) >= 0;
  if (beside && lacking && top !== t && progress && !clause.negated && talksJustBefore(f)) {
    f.add("progress-noun", top, null, "stalled", f.complement(t));
    return;
  }
  if (s.heads[top] !== head && clause.head !== top && head !== top) return;
  const subject = clause.subjects.find((x) => x !== t && x !== top && words.negotiation(s, x, true));
  const of = f.complement(t) >= 0 ? f.complement(t) : f.obliqueTopic(clause, t);
  const topic = of >= 0 ? of : (subject ?? -1);
  // "That is modest progress"
  const pointed =
    clause.head === top &&
    clause.kind === "copular" &&
    clause.subjects.some((x) => words.demonstrative.has(s.norms[x])) &&
    (talksJustBefore(f) || talksBefore(f));
  const exists =
    words.exist.has(clause.lemma) || (clause.head === top && f.hasExpletive(clause.head)) || pointed;
  const made =
    words.is(verb, "make-verb") ||
    words.is(clause.lemma, "make-verb") ||
    (clause.support >= 0 && clause.lemma === s.lemmas[t]);
  const ended =
    f.inClass(clause.lemma, "end") && subject !== undefined && clause.obliques.some((o) => o.head === top);
  const hailed =
    (words.is(clause.lemma, "hail-verb") && clause.objects.includes(top)) ||
    (words.is(clause.lemma, "hail-verb-of") && clause.obliques.some((o) => o.head === top));
  const topicKnown = topic >= 0 && (words.topic(s, topic) || subject !== undefined);
  if (exists || made || failing || ended || lost || (top !== t && clause.objects.includes(top))) {
    if (ended && !progress) return;
    if (!progress && (!negative || clause.modal !== null)) return;
    const near = pointed || ((clause.passive || exists || (made && negative)) && talksJustBefore(f));
    if (!topicKnown && !f.partySubject(clause) && !near) return;
    const on = topic >= 0 ? topic : f.child(t, (c) => c > t && s.deprels[c].startsWith("nmod"));
    f.add("progress-noun", t, said, negative ? "stalled" : "progressing", on);
  } else if (
    hailed &&
    progress &&
    (topicKnown || (!clause.objects.includes(top) && f.partySubject(clause) && talksJustBefore(f)))
  ) {
    f.add("hailed", t, clause, negative ? "stalled" : "progressing", topic);
  }
}

export function chemistry(f: Finder, t: number): void {
  const { s, words } = f;
  const clause = f.governing(t);
  if (clause === null) return;
  const verb = s.lemmas[clause.support >= 0 ? clause.support : clause.head];
  const there = clause.head === t && f.hasExpletive(t);
  // "Mistrust between the two runs deep."
  const reigns = clause.subjects.includes(t) && f.inClass(verb, "mood-verb");
  if (!f.inClass(verb, "have") && !words.exist.has(clause.lemma) && !there && !reigns) return;
  // "There is goodwill", "there is mistrust between the two": good or bad by its own name.
  const own: Judgement | null = f.inClass(s.lemmas[t], "good-feeling")
    ? "positive"
    : f.inClass(s.lemmas[t], "ill-feeling")
      ? "negative"
      : null;
  if (own !== null) {
    const between =
      f.child(t, (c) => c > t && s.deprels[c] === "nmod" && f.inClass(s.lemmas[c], "negotiator")) >= 0;
    if (clause.modal === null && (between || talksJustBefore(f)))
      f.add("chemistry", t, clause, clause.negated || f.denied(t) ? opposite(own) : own, t);
    return;
  }
  for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) {
    if (s.deprels[c] !== "amod") continue;
    const j: Judgement | null = words.is(s.lemmas[c], "positive-adj")
      ? "positive"
      : words.is(s.lemmas[c], "negative-adj")
        ? "negative"
        : null;
    if (j !== null) f.add("chemistry", t, clause, clause.negated || f.denied(t) ? opposite(j) : j, t);
  }
}
