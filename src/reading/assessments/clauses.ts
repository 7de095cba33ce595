import { beginsOne, nounPhrase, verbKeys } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { lostTheme, pronounOfTalks, talksJustBefore } from "./about.js";
import { airOf, fruitless, leftToDo, unready } from "./air.js";
import { contacts } from "./contacts.js";
import type { Finder } from "./finder.js";
import { foreseen, hopeful as hopefulThat, openQuestion, unimaginable } from "./foreseen.js";
import { closer, disagreement, gap, slowProgress, stillOpen } from "./gaps.js";
import { closing, expectation, unmoved } from "./outlook.js";
import { contentWith, encouraging } from "./rated.js";
import { results } from "./results.js";
import { type Judgement, opposite } from "./words.js";

export function verb(f: Finder, clause: Clause): void {
  const { s, words } = f;
  // "deteriorating relations": a modifier names a circumstance and judges no talks.
  if (clause.relation === "amod" || (clause.relation === "acl" && clause.mood !== "indicative")) return;
  if (
    openQuestion(f, clause) ||
    gap(f, clause) ||
    closer(f, clause) ||
    disagreement(f, clause) ||
    expectation(f, clause)
  )
    return;
  if (foreseen(f, clause) || fruitless(f, clause) || leftToDo(f, clause)) return;
  if (clause.passive && slowProgress(f, clause, clause.head)) return;
  if (unmoved(f, clause) || closing(f, clause) || contacts(f, clause) || results(f, clause)) return;
  if (!beginsOne(f.layers, clause, words.judging)) return;
  const named = f.theme(clause);
  const theme = named >= 0 ? named : otherTheme(f, clause);
  // "are moving forward": the adverb makes the verb.
  const keys = verbKeys(f.layers, clause);
  const is = (lemma: string, cls: string): boolean =>
    words.is(lemma, cls) || (lemma === clause.lemma && keys.some((k) => words.is(k, cls)));
  const part = is(clause.lemma, "suspend-verb")
    ? clause.objects.find(
        (o) =>
          f.inClass(s.lemmas[o], "taking-part") &&
          f.complement(o) >= 0 &&
          words.negotiation(s, f.complement(o)),
      )
    : undefined;
  if (part !== undefined) {
    f.add("verb", clause.head, clause, clause.negated ? "progressing" : "suspended", f.complement(part));
    return;
  }
  if (theme < 0 || (clause.mood !== "indicative" && s.xpos[clause.head] === "VBG" && clause.head < theme))
    return;
  const talks = s.upos[theme] === "PRON" || words.negotiation(s, theme, true);
  // "the talks cannot fail": what must not be.
  if (clause.negated && clause.modal !== null && is(clause.lemma, "fail-verb")) return;
  let j: Judgement | null = null;
  if (is(clause.lemma, "break-verb")) j = "broken-off";
  else if (is(clause.lemma, "suspend-verb") && (clause.passive || clause.objects.length > 0)) j = "suspended";
  else if (is(clause.lemma, "stall-verb")) j = "stalled";
  else if (is(clause.lemma, "fade-verb") || is(clause.lemma, "worsen-verb")) j = "negative";
  else if (
    is(clause.lemma, "stall-if-negated") &&
    clause.negated &&
    (clause.passive || clause.objects.length === 0)
  )
    j = "progressing";
  else if (is(clause.lemma, "progress-verb") && (clause.passive || clause.objects.length === 0))
    j = "progressing";
  else if (
    is(clause.lemma, "conclude-verb") &&
    talks &&
    !clause.passive &&
    clause.objects.length === 0 &&
    clause.tense === "past" &&
    !clause.obliques.some((o) => f.inClass(o.prep, "without"))
  )
    j = well(f, clause) ? "concluded" : null;
  if (
    j === null ||
    (!talks && j !== "stalled" && j !== "broken-off" && j !== "progressing" && j !== "negative")
  )
    return;
  if (
    j === "stalled" &&
    is(clause.lemma, "fail-verb") === false &&
    clause.objects.length > 0 &&
    !clause.passive
  )
    return;
  f.add("verb", clause.head, clause, f.negated(clause) ? opposite(j) : j, theme);
}

/** A theme that the clause does not name: lost by the parser, or a pronoun for the talks of the sentence before. */
function otherTheme(f: Finder, clause: Clause): number {
  const lost = lostTheme(f, clause);
  return lost >= 0 ? lost : pronounOfTalks(f, clause);
}

/** "concluded successfully", "with an agreement": the mere end of a round concludes nothing. */
function well(f: Finder, clause: Clause): boolean {
  const { s, words } = f;
  for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c]) {
    if (s.deprels[c] === "advmod" && words.is(s.lemmas[c], "positive-adv")) return true;
    if (s.deprels[c] === "obl" && words.is(s.lemmas[c], "result-noun") && !f.denied(c)) return true;
  }
  return false;
}

export function adjective(f: Finder, clause: Clause): void {
  const { s, words } = f;
  if (clause.kind === "verbal") {
    const adjective = f.inClass(clause.lemma, "raising")
      ? f.child(clause.head, (c) => s.deprels[c] === "xcomp" && (s.upos[c] === "ADJ" || s.xpos[c] === "VBN"))
      : -1;
    if (adjective >= 0) predicate(f, clause, adjective);
    if (!f.inClass(clause.lemma, "describe")) return;
    const theme =
      f.theme(clause) >= 0 && words.negotiation(s, f.theme(clause))
        ? f.theme(clause)
        : (clause.objects[0] ?? -1);
    if (theme < 0 || !(words.negotiation(s, theme) || airOf(f, [theme]) >= 0)) return;
    for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c]) {
      const j = s.upos[c] === "ADJ" ? adjectiveJudgement(f, s.lemmas[c], false) : null;
      if (j !== null) f.add("adjective", c, clause, j, theme);
    }
    // "described the mood as gloomy"
    const as = f.child(theme, (c) => c > theme && s.upos[c] === "ADJ");
    const by = as < 0 ? null : adjectiveJudgement(f, s.lemmas[as], false);
    if (by !== null) f.add("adjective", as, clause, by, theme);
    return;
  }
  predicate(f, clause, predicateOf(f, clause));
}

/** The adjective that a clause predicates: its head, or what stands after "by no means". */
function predicateOf(f: Finder, clause: Clause): number {
  const { s } = f;
  let next = clause.head + 1;
  // "anything but smooth", "far from easy"
  if (f.inClass(s.norms[clause.head], "anything-but") && f.inClass(s.norms[next] ?? "", "but-word")) {
    next++;
    if (s.upos[next] === "ADV") next++;
  } else if (!f.inClass(s.norms[clause.head], "no-means")) return clause.head;
  return next < s.size && s.upos[next] === "ADJ" ? next : clause.head;
}

function predicate(f: Finder, clause: Clause, head: number): void {
  const { s, words } = f;
  const { is } = words;
  const lemma = s.lemmas[head];
  if (unimaginable(f, clause, head) || unready(f, clause, head) || encouraging(f, clause, head)) return;
  if (stuck(f, clause, head) || stillOpen(f, clause, head) || contentWith(f, clause, head)) return;
  const named = clause.subjects.find((x) => words.negotiation(s, x)) ?? -1;
  const theme = named >= 0 ? named : airOf(f, clause.subjects);
  const fragment = clause.subjects.some((x) => s.xpos[x] === "WDT" || s.xpos[x] === "WP");
  const hopeful = f.inClass(lemma, "hopeful");
  if (hopeful || f.inClass(lemma, "doubtful")) {
    const about = clause.obliques.find((o) => words.about.has(o.prep) && words.topic(s, o.head));
    if (about !== undefined) {
      f.add("mood", head, clause, hopeful !== f.negated(clause) ? "positive" : "negative", about.head, true);
      return;
    }
    if (hopefulThat(f, clause, head, hopeful)) return;
  }
  const likely = is(lemma, "likely-adj") || is(lemma, "near-adj");
  if (likely || is(lemma, "negative-adj")) {
    const realised = realisedAfter(f, head);
    if (realised >= 0 && (theme >= 0 || fragment || clause.subjects.some((x) => words.topic(s, x)))) {
      const j: Judgement = likely !== clause.negated ? "positive" : "negative";
      f.add("likely", head, clause, j, theme >= 0 ? theme : (clause.subjects[0] ?? -1), true);
      if (fragment && theme < 0) pointBack(f, clause.subjects[0]);
      return;
    }
    const outcome = clause.subjects.find(
      (x) =>
        (is(s.lemmas[x], "progress-noun") || is(s.lemmas[x], "result-noun")) &&
        (f.complement(x) >= 0 || words.negotiation(s, x) || talksJustBefore(f)),
    );
    if (
      outcome !== undefined &&
      !is(lemma, "near-adj") &&
      (is(lemma, "likely-adj") || is(lemma, "unlikely-adj"))
    ) {
      f.add(
        "likely",
        head,
        clause,
        is(lemma, "likely-adj") !== clause.negated ? "positive" : "negative",
        f.complement(outcome) >= 0 ? f.complement(outcome) : outcome,
        true,
      );
      return;
    }
    // "close to agreeing to the cut": what they are close to do settles it.
    const settling = f.child(
      head,
      (c) =>
        c > head &&
        s.xpos[c] === "VBG" &&
        (is(s.lemmas[c], "realise-verb") || is(s.lemmas[c], "settle-verb")),
    );
    if (
      is(lemma, "near-adj") &&
      settling >= 0 &&
      (f.partySubject(clause) || f.severalParties(clause) || isPlural(f, clause))
    ) {
      f.add("near", head, clause, f.flip("progressing", clause, -1), settling);
      return;
    }
    const target = f.child(
      head,
      (c) => words.negotiation(s, c) && s.deprels[c] !== "nsubj" && is(s.lemmas[c], "result-noun"),
    );
    if (is(lemma, "near-adj") && target >= 0 && !clause.subjects.includes(target)) {
      f.add("near", head, clause, f.flip("progressing", clause, -1), target);
      return;
    }
    if (is(lemma, "near-adj") && theme >= 0 && !is(lemma, "difficult-adj")) {
      // "possible only if they recognise the border": a condition that somebody sets, and no judgement.
      if (f.hangsOnCondition(clause)) return;
      f.add("near", head, clause, clause.negated ? "negative" : "progressing", theme);
      return;
    }
  }
  if (slowProgress(f, clause, head)) return;
  if (theme < 0 || (s.upos[head] !== "ADJ" && s.upos[head] !== "VERB")) return;
  // "as good as over": the turn tells more than its adjective.
  if (head > 0 && words.turns.at(s, head - 1) !== null) return;
  // "the chances are minimal"
  if (f.inClass(s.lemmas[theme], "outlook-noun")) {
    const dim = f.inClass(lemma, "dim");
    if (dim || f.inClass(lemma, "bright")) {
      f.add("mood", head, clause, dim !== f.negated(clause) ? "negative" : "positive", theme, true);
      return;
    }
  }
  // "frank and constructive": the first that judges.
  const joined = f.child(head, (c) => s.deprels[c] === "conj" && s.upos[c] === "ADJ");
  const j =
    adjectiveJudgement(f, lemma, f.negated(clause) || f.byNoMeans(head)) ??
    adjectiveJudgement(f, s.norms[head], clause.negated) ??
    (joined < 0 ? null : adjectiveJudgement(f, s.lemmas[joined], clause.negated));
  // "said a deal would be difficult": how hard it will be is judged all the same.
  const ahead =
    (j === "difficult" || j === "positive") &&
    f.inClass(clause.modal ?? "", "backshifted") &&
    is(lemma, "difficult-adj") &&
    clause.relation === "ccomp" &&
    !f.hangsOnCondition(clause);
  if (j !== null) f.add("adjective", head, clause, j, theme, ahead);
}

/** "The two sides are stuck on the quota", "we have been deadlocked since May": said of those who talk. */
function stuck(f: Finder, clause: Clause, head: number): boolean {
  const { s, words } = f;
  if (!words.is(s.norms[head], "stalled-adj") && !f.inClass(s.norms[head], "at-odds")) return false;
  if (!f.severalParties(clause) || clause.modal !== null || !talksJustBefore(f)) return false;
  f.add("adjective", head, clause, clause.negated ? "progressing" : "stalled", clause.subjects[0] ?? -1);
  return true;
}

/** "official creditors are close to agreeing": several, whoever they are. */
const isPlural = (f: Finder, clause: Clause): boolean =>
  clause.subjects.some((t) => f.s.xpos[t] === "NNS" && f.s.upos[t] === "NOUN");

/** "likely to be realised": the verb after an adjective, however the parser hung it. */
function realisedAfter(f: Finder, head: number): number {
  const { s, words } = f;
  for (let t = head + 2; t < s.size && t <= head + 5; t++) {
    if (s.upos[t] === "VERB") return words.is(s.lemmas[t], "realise-verb") ? t : -1;
  }
  return -1;
}

/** A sentence that is only a relative clause ("Which looks likely to be signed.") speaks of the end of the one before. */
function pointBack(f: Finder, relative: number): void {
  const { layers, s, words } = f;
  const item = f.items.at(-1);
  const before = relative > 0 ? s : s.index > 0 ? layers.parsed.sentences[s.index - 1] : undefined;
  if (item === undefined || before === undefined) return;
  let t = relative > 0 ? relative - 1 : before.size - 1;
  while (t >= 0 && !(before.upos[t] === "NOUN" && words.topic(before, t))) t--;
  if (t < 0) return;
  while (before.deprels[t] === "nmod" && before.upos[before.heads[t]] === "NOUN") t = before.heads[t];
  if (before === s) {
    f.items[f.items.length - 1] = { ...item, of: nounPhrase(layers.parsed.document, s, t).text };
    return;
  }
  const also: [number, ...number[]] = [s.index, before.index];
  f.items[f.items.length - 1] = {
    ...item,
    of: nounPhrase(layers.parsed.document, before, t).text,
    sentences: also,
    evidence: [item.evidence[0], { doc: layers.parsed.document.id, start: before.start, end: before.end }],
  };
}

function adjectiveJudgement(f: Finder, lemma: string, negated: boolean): Judgement | null {
  const { is } = f.words;
  if (is(lemma, "difficult-adj")) return negated ? "positive" : "difficult";
  if (is(lemma, "easy-adj")) return negated ? "difficult" : "positive";
  if (is(lemma, "stalled-adj")) return negated ? "progressing" : "stalled";
  if (is(lemma, "positive-adj")) return negated ? "negative" : "positive";
  if (is(lemma, "negative-adj")) return negated ? "positive" : "negative";
  return null;
}
