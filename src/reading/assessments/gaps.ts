import type { Clause } from "../types.js";
import { talksJustBefore } from "./about.js";
import type { Finder } from "./finder.js";

/** Differences narrowed, or not; differences that remain; common ground found, or not. */
export function gap(f: Finder, clause: Clause): boolean {
  const { s, words } = f;
  const { is } = words;
  const narrows = is(clause.lemma, "gap-verb");
  const object =
    narrows || is(clause.lemma, "find-verb")
      ? clause.objects.find((o) => is(s.lemmas[o], "gap-noun") || commonGround(f, o))
      : undefined;
  if (object !== undefined && (narrows || commonGround(f, object))) {
    const [said, failing] = f.failingOver(clause);
    f.add(
      "gap",
      object,
      said,
      clause.negated || failing || f.denied(object) ? "stalled" : "progressing",
      f.complement(object),
    );
    return true;
  }
  // "failed on Tuesday to bridge their differences": an infinitive that parsers take for a noun.
  const lost = is(clause.lemma, "fail-verb")
    ? clause.obliques.find((o) => is(s.lemmas[o.head], "gap-verb"))
    : undefined;
  const unmet =
    lost === undefined ? -1 : f.child(lost.head, (c) => c > lost.head && is(s.lemmas[c], "gap-noun"));
  if (unmet >= 0) {
    const on = f.complement(unmet);
    const over = on >= 0 ? on : differedOver(f, null, unmet);
    f.add("gap", unmet, clause, clause.negated ? "progressing" : "stalled", over);
    return true;
  }
  const open = is(clause.lemma, "settle-verb")
    ? clause.objects.map((o) => openMatter(f, o)).find((o) => o >= 0)
    : undefined;
  if (open !== undefined && (f.partySubject(clause) || clause.passive)) {
    const [said, failing] = f.failingOver(clause);
    const over = f.complement(open);
    const j = clause.negated || failing || f.denied(clause.objects[0]) ? "stalled" : "progressing";
    f.add("gap", open, said, j, over >= 0 ? over : open);
    return true;
  }
  if (clause.negated || !(is(clause.lemma, "gap-stay") || words.exist.has(clause.lemma))) return false;
  const subject = [...clause.subjects, ...clause.objects].find((o) => is(s.lemmas[o], "gap-noun"));
  if (subject === undefined) return false;
  const over = f.complement(subject) >= 0 ? f.complement(subject) : differedOver(f, clause, subject);
  if (over < 0 && f.layers.facts.voice(clause.index).kind === "outlet") return false;
  f.add("gap", subject, clause, f.denied(subject) ? "positive" : "difficult", over >= 0 ? over : subject);
  return true;
}

/** "Some issues remain unresolved": matters of talks that are called open. */
export function stillOpen(f: Finder, clause: Clause, head: number): boolean {
  const { s } = f;
  if (!f.inClass(s.norms[head], "left-open") || clause.modal !== null || clause.negated) return false;
  const of = [...clause.subjects, ...(clause.passive ? clause.objects : [])].find(
    (t) => f.inClass(s.lemmas[t], "open-noun") || f.words.is(s.lemmas[t], "gap-noun"),
  );
  if (of === undefined || f.denied(of) || !talksJustBefore(f)) return false;
  f.add("gap", head, clause, "difficult", f.complement(of) >= 0 ? f.complement(of) : of);
  return true;
}

/** "most of the outstanding issues": what is still open between those who talk, or -1. */
function openMatter(f: Finder, object: number): number {
  const { s } = f;
  const matter = (t: number): boolean =>
    f.inClass(s.lemmas[t], "open-noun") &&
    f.child(t, (c) => c < t && (f.inClass(s.norms[c], "open-adj") || f.inClass(s.lemmas[c], "open-adj"))) >=
      0;
  if (matter(object)) return object;
  return f.child(object, (c) => c > object && /^(nmod|obl)/.test(s.deprels[c]) && matter(c));
}

/** "Differences remain over the customs post": whatever parties differ over is a matter of the talks. */
function differedOver(f: Finder, clause: Clause | null, noun: number): number {
  const { s } = f;
  const by = clause?.obliques.find((o) => f.inClass(o.prep, "differ-on"));
  if (by !== undefined) return by.head;
  return f.child(noun, (c) => c > noun && s.deprels[c].startsWith("nmod") && f.prepIn(c, "differ-on"));
}

/** "The two sides still disagree on the wording": said of more than one party, or with what it is about. */
export function disagreement(f: Finder, clause: Clause): boolean {
  if (!f.inClass(clause.lemma, "disagree-verb") || clause.passive || clause.objects.length > 0) return false;
  const on = clause.obliques.find((o) => f.inClass(o.prep, "differ-on"));
  if (on === undefined || !f.severalParties(clause) || clause.mood !== "indicative") return false;
  f.add("gap", clause.head, clause, clause.negated ? "positive" : "difficult", on.head);
  return true;
}

/** "Progress has been slow", "progress was steady". The outlet's own word counts where talks are spoken of. */
export function slowProgress(f: Finder, clause: Clause, head: number): boolean {
  const { s, words } = f;
  const slow = f.inClass(s.norms[head], "slow-adj");
  if (!slow && !f.inClass(s.norms[head], "steady-adj")) return false;
  const subject = [...clause.subjects, ...(clause.passive ? clause.objects : [])].find((t) =>
    words.is(s.lemmas[t], "progress-noun"),
  );
  if (subject === undefined) return false;
  const of = f.complement(subject);
  if (of < 0 && f.layers.facts.voice(clause.index).kind === "outlet" && !talksJustBefore(f)) return false;
  f.add("slow", head, clause, slow !== clause.negated ? "difficult" : "progressing", of >= 0 ? of : subject);
  return true;
}

export function commonGround(f: Finder, t: number): boolean {
  return (
    f.words.is(f.s.lemmas[t], "common-ground") && f.child(t, (c) => f.inClass(f.s.lemmas[c], "common")) >= 0
  );
}

/** "The two sides moved closer on the wording". */
export function closer(f: Finder, clause: Clause): boolean {
  const { s } = f;
  if (nearing(f, clause)) return true;
  if (!f.inClass(clause.lemma, "approach")) return false;
  // "edge towards a deal"
  const goal = clause.obliques.find(
    (o) =>
      f.inClass(o.prep, "approach-to") &&
      f.words.is(s.lemmas[o.head], "result-noun") &&
      f.words.negotiation(s, o.head),
  );
  const adverb =
    goal?.head ?? f.child(clause.head, (c) => c > clause.head && f.inClass(s.norms[c], "closer"));
  if (adverb < 0 || !(f.partySubject(clause) || clause.subjects.some((t) => f.words.negotiation(s, t))))
    return false;
  const [said, failing] = f.failingOver(clause);
  const topic = f.obliqueTopic(clause, -1);
  f.add(
    "closer",
    adverb,
    said,
    clause.negated || failing ? "stalled" : "progressing",
    topic >= 0 ? topic : nearedOn(f, clause, adverb),
  );
  return true;
}

/** "edged closer on free movement": whatever parties come closer on. */
function nearedOn(f: Finder, clause: Clause, adverb: number): number {
  const times = f.layers.timesBySentence[f.s.index] ?? [];
  const isTime = (t: number): boolean =>
    times.some((i) => f.layers.times[i].from <= t && t < f.layers.times[i].to);
  const by = clause.obliques.find(
    (o) => o.head > adverb && f.inClass(o.prep, "differ-on") && !isTime(o.head),
  );
  return by?.head ?? f.child(adverb, (c) => c > adverb && f.s.upos[c] === "NOUN" && f.prepIn(c, "differ-on"));
}

/** "The talks may be nearing a breakthrough", "Peru is closing in on an accord". */
function nearing(f: Finder, clause: Clause): boolean {
  const { s, words } = f;
  const { lemma } = clause;
  const nears =
    f.inClass(lemma, "nearing") ||
    (f.inClass(lemma, "nearing-stem") &&
      clause.obliques.some((o) => f.inClass(`${lemma}_${o.prep}`, "nearing")));
  if (!nears) return false;
  const goal = [...clause.objects, ...clause.obliques.map((o) => o.head)].find(
    (t) => words.is(s.lemmas[t], "result-noun") || words.is(s.lemmas[t], "progress-noun"),
  );
  const talks = clause.subjects.some((t) => words.negotiation(s, t));
  if (goal === undefined || clause.passive || !(talks || f.partySubject(clause))) return false;
  const weak = f.inClass(clause.modal ?? "", "may-modal");
  if (clause.modal !== null && !weak) return false;
  const [said, failing] = f.failingOver(clause);
  f.add("closer", goal, said, f.negated(clause) || failing ? "stalled" : "progressing", goal, weak);
  return true;
}
