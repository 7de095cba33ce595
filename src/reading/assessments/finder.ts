import { childWith, type Sentence, subtreeRange } from "../../language/index.js";
import { extend } from "../../text/index.js";
import type { Layers } from "../layers.js";
import {
  clauseAt,
  clauseOver,
  clausePhrase,
  isParty,
  itemBase,
  mentionAt,
  nounPhrase,
  slice,
  verbOf,
} from "../phrases/index.js";
import type { AssessmentItem, Clause } from "../types.js";
import { viewOf } from "./about.js";
import { assessmentRules } from "./assessments.rules.js";
import { adjective, verb } from "./clauses.js";
import { ratedLikely } from "./likely.js";
import { chemistry, progressNoun, stalledTalks, stallNoun } from "./nouns.js";
import { mood, outlook } from "./outlook.js";
import { beginning, faith, superlative } from "./rated.js";
import { phrase } from "./turns.js";
import { type AssessmentWords, type Judgement, opposite } from "./words.js";

export type Shape = (typeof assessmentRules)[number]["shape"];
const ruleId = Object.fromEntries(assessmentRules.map((r) => [r.shape, r.id])) as Readonly<
  Record<Shape, string>
>;
const IMAGINED = new Set([
  "hypothetical",
  "conditional",
  "requested",
  "proposed",
  "feared",
  "intended",
  "scheduled",
  "expected",
]);

/** What is only imagined does not become true by being called a stalemate. */
const UNREAL = new Set(["hypothetical", "conditional"]);
/** How an infinitive of purpose hangs on its verb or noun. */
const PURPOSE = new Set(["advcl", "acl"]);

/** Reads one document; keeps what was found per sentence, so that one clause is judged once. */
export class Finder {
  readonly items: AssessmentItem[] = [];
  /** The sentence being read. */
  s!: Sentence;
  private judged = new Set<number>();

  constructor(
    readonly layers: Layers,
    readonly words: AssessmentWords,
  ) {}

  sentence(s: Sentence): void {
    this.s = s;
    this.judged = new Set();
    const { classes, turns } = this.words;
    for (let t = 0; t < s.size; t++) {
      const pos = s.upos[t];
      if (pos === "NOUN" || pos === "PROPN") {
        const of = classes(s.lemmas[t]);
        if (of.size > 0 && !this.inName(t)) this.noun(t, of);
        superlative(this, t);
        if (this.words.negotiation(s, t, true)) stalledTalks(this, t);
        if (of.has("outlook-noun")) outlook(this, t);
      } else if (pos === "ADJ") {
        if (classes(s.lemmas[t]).has("good-feeling")) chemistry(this, t);
        ratedLikely(this, t);
      }
    }
    for (const i of this.layers.clausesBySentence[s.index] ?? []) {
      const clause = this.layers.clauses[i];
      if (clause.kind === "verbal") verb(this, clause);
      if (clause.kind !== "nominal") adjective(this, clause);
    }
    // What a construction tells is better founded than a turn of phrase in it.
    for (let t = 0; t < s.size; t++) {
      const turn = turns.at(s, t);
      if (turn !== null) phrase(this, t, turn.end, turn.value);
    }
  }

  /** "the Houthi movement", "the rebel movement": a word of who acts and of nothing that moves. */
  private inName(t: number): boolean {
    if (!this.inClass(this.s.lemmas[t], "group-too")) return false;
    return (
      mentionAt(this.layers, this.s.index, t) !== null ||
      this.child(t, (c) => c < t && this.s.deprels[c] === "compound") >= 0
    );
  }

  /** What a noun of these classes says of talks. */
  private noun(t: number, of: ReadonlySet<string>): void {
    if (of.has("stall-noun")) stallNoun(this, t);
    else if (of.has("progress-noun") || of.has("result-noun")) progressNoun(this, t);
    else if (of.has("chemistry-noun") || of.has("good-feeling") || of.has("ill-feeling")) chemistry(this, t);
    else if (of.has("doubt-noun")) mood(this, t, "negative");
    else if (of.has("hope-noun")) mood(this, t, "positive");
    else if (of.has("pleasure-noun")) mood(this, t, "positive", true);
    else if (of.has("displeasure-noun")) mood(this, t, "negative", true);
    else if (of.has("faith-noun")) faith(this, t);
    else if (of.has("beginning-noun")) beginning(this, t);
  }

  /** Whether a clause under this one states a condition for it. */
  hangsOnCondition(clause: Clause): boolean {
    return (this.layers.clausesBySentence[this.s.index] ?? []).some((i) => {
      const c = this.layers.clauses[i];
      return c.head > clause.head && this.words.conditional.has(c.marker ?? "");
    });
  }

  /** What a clause says something about: passive object, object of "suspend", else subject. */
  theme(clause: Clause): number {
    const { s, words } = this;
    const candidates = clause.passive
      ? [...clause.objects, ...clause.subjects]
      : [...clause.subjects, ...clause.objects];
    const found = candidates.find((x) => words.negotiation(s, x));
    if (found !== undefined) return found;
    const relative = candidates.find((x) => s.xpos[x] === "WDT" || s.xpos[x] === "WP");
    if (relative === undefined) return -1;
    for (let t = relative - 1; t >= 0 && t > relative - 10; t--)
      if (s.upos[t] === "NOUN" && words.negotiation(s, t)) return t;
    return -1;
  }

  governing(t: number): Clause | null {
    const own = clauseAt(this.layers, this.s.index, t);
    if (own !== null && (own.support >= 0 || own.kind === "copular")) return own;
    return clauseOver(this.layers, this.s.index, t, true);
  }

  /** "progress in the talks": the topic of a noun, or -1. */
  complement(t: number): number {
    const { s, words } = this;
    for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) {
      if (c < t && s.deprels[c] === "compound" && words.negotiation(s, c)) return c;
      if (c > t && s.deprels[c].startsWith("nmod") && words.topic(s, c)) return c;
    }
    // Parsers hang "in the talks" now on the noun, now on the verb: what follows the noun at once belongs to it.
    const next =
      t + 1 < s.size && s.deprels[t + 1] === "case" && words.about.has(s.norms[t + 1]) ? s.heads[t + 1] : -1;
    return next > t && words.topic(s, next) ? next : -1;
  }

  obliqueTopic(clause: Clause, t: number): number {
    const { s, words } = this;
    return (
      clause.obliques.find((o) => o.head !== t && words.about.has(o.prep) && words.topic(s, o.head))?.head ??
      -1
    );
  }

  partySubject(clause: Clause): boolean {
    const { layers, s } = this;
    return clause.subjects.some(
      (t) =>
        this.inClass(s.lemmas[t], "negotiator") ||
        (layers.mentionsBySentence[s.index] ?? []).some(
          (m) =>
            layers.mentions[m].head === t &&
            layers.mentions[m].use === "actor" &&
            isParty(layers.entities[layers.mentions[m].entity]),
        ),
    );
  }

  /** More than one party as subject: "the two sides", "Seoul and Tokyo", "they". */
  severalParties(clause: Clause): boolean {
    const { s } = this;
    if (!this.partySubject(clause))
      return clause.subjects.some((t) => this.inClass(s.norms[t], "they") || this.inClass(s.norms[t], "we"));
    return clause.subjects.length > 1 || clause.subjects.some((t) => /S$/.test(s.xpos[t]));
  }

  /** Whether the preposition of a phrase is of a class. */
  prepIn(head: number, cls: string): boolean {
    return this.child(head, (c) => this.s.deprels[c] === "case" && this.inClass(this.s.norms[c], cls)) >= 0;
  }

  denied(t: number): boolean {
    const { s, words } = this;
    for (let c = s.firstChild[t]; c >= 0 && c < t; c = s.nextSibling[c])
      if (words.negators.has(s.norms[c])) return true;
    return false;
  }

  byNoMeans(head: number): boolean {
    const { s, words } = this;
    for (let t = Math.max(0, head - 3); t < head; t++) {
      if (words.negators.has(s.norms[t]) || this.inClass(s.norms[t], "diminisher")) return true;
      if (this.inClass(s.norms[t], "anything-but") && this.inClass(s.norms[t + 1], "but-word")) return true;
    }
    return false;
  }

  /** Whether what a clause says is denied, by its verb or by its subject ("neither side", "hardly anybody"). */
  negated(clause: Clause): boolean {
    return (
      clause.negated ||
      clause.subjects.some((x) => x < clause.head && (this.denied(x) || this.nobody(x) || this.byNoMeans(x)))
    );
  }

  /** "nobody", "neither": a subject that denies what is said of it. */
  nobody(t: number): boolean {
    return this.words.negators.has(this.s.norms[t]) || this.inClass(this.s.norms[t], "nobody");
  }

  /** A file, channel or body that stands for the talks in it ("the dossier", "the back channel"), or -1. */
  talksLike(clause: Clause): number {
    const { s } = this;
    return (
      [...clause.subjects, ...(clause.passive ? clause.objects : [])].find(
        (t) => s.upos[t] === "NOUN" && this.inClass(s.lemmas[t], "talks-like"),
      ) ?? -1
    );
  }

  lacks(t: number): boolean {
    return this.inClass(this.s.lemmas[t], "lacking");
  }

  cue(t: number): boolean {
    return this.inClass(this.s.lemmas[t], "sign-of") || this.lacks(t);
  }

  inClass(lemma: string, cls: string): boolean {
    return this.words.is(lemma, cls);
  }

  hasExpletive(head: number): boolean {
    return this.child(head, (c) => this.s.deprels[c] === "expl") >= 0;
  }

  child(head: number, test: (c: number) => boolean): number {
    const { s } = this;
    for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) if (test(c)) return c;
    return -1;
  }

  flip(j: Judgement, clause: Clause, noun: number): Judgement {
    return clause.negated || (noun >= 0 && this.denied(noun)) ? opposite(j) : j;
  }

  /** The clause that asserts, and whether it denies: "failed to narrow" is told by "failed", "no sign that they moved" is denied by "no". */
  failingOver(clause: Clause): readonly [Clause, boolean] {
    const { s, words } = this;
    const verb = verbOf(clause);
    const up = s.heads[verb];
    const before = subtreeRange(s, verb)[0] - 1;
    for (const noun of [up, before])
      if (noun >= 0 && this.inClass(s.lemmas[noun], "sign-of") && this.denied(noun)) return [clause, true];
    if (up < 0 || !words.is(s.lemmas[up], "fail-verb") || s.deprels[verb] !== "xcomp") return [clause, false];
    return [clauseAt(this.layers, s.index, up) ?? clause, true];
  }

  add(shape: Shape, t: number, clause: Clause | null, judgement: Judgement, of: number, weak = false): void {
    const { s, layers } = this;
    const at = clause?.head ?? t;
    if (this.judged.has(at) || this.judged.has(t)) return;
    // "a question that sank the pact": what it did is told, and not how it stands itself.
    const did = shape === "verb" && of >= 0 && clause?.objects.some((o) => o > clause.head) === true;
    if (did && this.words.resumed(layers.parsed.document, s, of) !== null) return;
    if (clause !== null) {
      if (clause.marker !== null && this.inClass(clause.marker, "question-marker")) return;
      // "until the standoff is resolved": what is waited for.
      const opens = clause.marker ?? s.norms[subtreeRange(s, verbOf(clause))[0]];
      if (clause.relation === "advcl" && this.inClass(opens, "waiting-marker")) return;
      if (this.saidBefore(shape, clause, judgement)) return;
      const fact = layers.facts.factuality(clause.index);
      // "fear that the talks are dead": a state that is feared is a judgement with care.
      if (fact.status === "feared" && clause.modal === null && clause.mood === "indicative") weak = true;
      if ((shape === "stall-of" ? UNREAL : IMAGINED).has(fact.status) && !weak) return;
      if (clause.mood === "infinitive" && PURPOSE.has(clause.relation)) return;
    }
    this.judged.add(at);
    this.judged.add(t);
    // "hard to see an end to the stalemate": the doubt is about the end, the standstill is told plainly.
    const hedged = weak || (shape !== "stall-of" && this.hedged(t, clause));
    const doc = layers.parsed.document;
    const base = itemBase(layers, {
      component: "assessments",
      rule: ruleId[shape],
      sentence: s.index,
      trigger: t,
      clause,
      key: judgement,
      ...(weak && clause !== null ? viewOf(this, clause, ruleId[shape]) : {}),
    });
    // A turn that opens with a preposition or a particle has no phrase of its own: the sentence is what is said.
    const nominal = s.upos[t] !== "ADP" && s.upos[t] !== "PART";
    const alone = (): string => (nominal ? nounPhrase(doc, s, t).text : doc.text.slice(s.start, s.end));
    const what = clause === null ? alone() : this.ownClause(clause);
    this.items.push(
      extend(base, {
        kind: "assessment",
        of: this.named(of, clause),
        judgement,
        strength: hedged ? "hedged" : "plain",
        what,
      }),
    );
  }

  /** "hopeful and optimistic": one judgement in two words. */
  private saidBefore(shape: Shape, clause: Clause, judgement: Judgement): boolean {
    const over = clause.relation === "conj" && clause.kind === "adjectival" ? clause.parent : -1;
    if (over < 0 || !this.judged.has(this.layers.clauses[over].head)) return false;
    const last = this.items.at(-1);
    return last?.origin.rule === ruleId[shape] && last.judgement === judgement;
  }

  /** The words of a clause without a second one, with a subject of its own, that follows it. */
  private ownClause(clause: Clause): string {
    const { s, layers } = this;
    const doc = layers.parsed.document;
    const whole = clausePhrase(doc, s, clause.head);
    const next = this.child(
      clause.head,
      (c) =>
        c > clause.head &&
        s.deprels[c] === "conj" &&
        childWith(s, c, "nsubj") > clause.head &&
        s.upos[c] === "VERB",
    );
    const cc = next < 0 ? -1 : childWith(s, next, "cc");
    if (cc <= clause.head || cc >= whole.to) return whole.text;
    return slice(doc, s, whole.from, s.upos[cc - 1] === "PUNCT" ? cc - 1 : cc).text;
  }

  /** What a judgement is on, in words that say it: "they remain far apart on the toll" is on the toll, "an issue that sank the pact" on what is an issue. */
  named(of: number, clause: Clause | null): string {
    const { s, layers } = this;
    if (of < 0) return "";
    const doc = layers.parsed.document;
    const said = this.words.resumed(doc, s, of);
    if (said !== null) return said.text;
    const empty =
      s.upos[of] === "PRON" || (this.inClass(s.lemmas[of], "negotiator") && s.upos[of] === "NOUN");
    if (!empty) return nounPhrase(doc, s, of).text;
    const on = clause?.obliques.find((o) => this.inClass(o.prep, "differ-on") && s.upos[o.head] === "NOUN");
    if (on !== undefined) return nounPhrase(doc, s, on.head).text;
    // "doubt that either side has an incentive to yield"
    const inner = clauseOver(layers, s.index, of);
    if (inner !== null && inner !== clause && inner.relation === "ccomp")
      return clausePhrase(doc, s, inner.head).text;
    return s.upos[of] === "PRON" ? this.talksBefore(of) : nounPhrase(doc, s, of).text;
  }

  /** "They were suspended in May": talks that the sentence before names, as many as the pronoun says. */
  talksBefore(pronoun: number): string {
    const { s, layers } = this;
    if (!/^(nsubj|obj)/.test(s.deprels[pronoun]) || s.index === 0 || !this.inClass(s.norms[pronoun], "they"))
      return "";
    const before = layers.parsed.sentences[s.index - 1];
    for (let t = 0; t < before.size; t++)
      if (before.xpos[t] === "NNS" && this.words.negotiation(before, t, true))
        return nounPhrase(layers.parsed.document, before, t).text;
    return "";
  }

  hedged(t: number, clause: Clause | null): boolean {
    const { s, words, layers } = this;
    if (clause === null) return false;
    if (layers.facts.factuality(clause.index).certainty !== "certain") return true;
    const verb = clause.support >= 0 ? clause.support : clause.head;
    // A name among them ("in May") hedges nothing.
    const to = Math.max(t, verb) + 3;
    for (let k = Math.min(t, verb) - 5; k < to; ) {
      const found = words.hedges.within(s, k, to);
      if (found === null) return false;
      if (s.upos[found.at] !== "PROPN") return true;
      k = found.at + 1;
    }
    return false;
  }
}
