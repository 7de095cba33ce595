import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { clauseAt, clauseOver, clausePhrase, itemBase, nounPhrase } from "../phrases/index.js";
import type { AssessmentItem, Clause } from "../types.js";
import { assessmentRules } from "./assessments.rules.js";
import { type AssessmentWords, type Judgement, opposite } from "./words.js";

export type Shape = (typeof assessmentRules)[number]["shape"];
const ruleId = Object.fromEntries(assessmentRules.map((r) => [r.shape, r.id])) as Readonly<Record<Shape, string>>;
const IMAGINED = new Set(["hypothetical", "conditional", "requested", "proposed", "feared", "intended", "scheduled", "expected"]);

/** Reads one document; keeps what was found per sentence, so that one clause is judged once. */
export class AssessmentFinder {
  readonly items: AssessmentItem[] = [];
  private judged = new Set<number>();
  private s!: Sentence;

  constructor(
    private readonly layers: Layers,
    private readonly words: AssessmentWords,
  ) {}

  sentence(s: Sentence): void {
    this.s = s;
    this.judged = new Set();
    for (let t = 0; t < s.size; t++) {
      const lemma = s.lemmas[t];
      const pos = s.upos[t];
      const { is } = this.words;
      if (pos === "NOUN" || pos === "PROPN") {
        if (is(lemma, "stall-noun")) this.stallNoun(t);
        else if (is(lemma, "progress-noun") || is(lemma, "result-noun")) this.progressNoun(t);
        else if (is(lemma, "chemistry-noun")) this.chemistry(t);
      }
      const phrase = this.words.phrases.at(s, t);
      if (phrase !== null) this.phrase(t, phrase.value);
    }
    for (const i of this.layers.clausesBySentence[s.index] ?? []) {
      const clause = this.layers.clauses[i];
      if (clause.kind === "verbal") this.verb(clause);
      if (clause.kind !== "nominal") this.adjective(clause);
    }
  }

  /* ------------------------------------------------ nouns */

  private stallNoun(t: number): void {
    const { s, words } = this;
    const clause = this.governing(t);
    const of = this.complement(t);
    if (clause !== null) {
      const verb = s.lemmas[clause.support >= 0 ? clause.support : clause.head];
      const breaks = words.is(clause.lemma, "break-deadlock") || words.is(verb, "break-deadlock") || this.underBreaking(t);
      if (breaks) {
        const fact = this.layers.facts.factuality(clause.index).status;
        if (fact === "happened" && !clause.negated && clause.mood === "indicative") this.add("deadlock-broken", t, clause, "progressing", of);
        return;
      }
      const subject = clause.subjects.find((x) => x !== t && words.negotiation(s, x));
      if (subject !== undefined && (words.is(verb, "reach-verb") || clause.head === t)) {
        this.add("stall-noun", t, clause, this.flip("stalled", clause, t), subject);
        return;
      }
      if (words.exist.has(clause.lemma) && of >= 0) {
        this.add("stall-noun", t, clause, this.flip("stalled", clause, t), of);
        return;
      }
    }
    if (of >= 0) this.add("stall-of", t, clause, "stalled", of);
  }

  /** "an end to the stalemate", "efforts to break": ending it is spoken of, not the standstill. Only infinitives of purpose count here. */
  private underBreaking(t: number): boolean {
    const { s, words } = this;
    const up = s.heads[t];
    return up >= 0 && s.upos[up] === "VERB" && words.is(s.lemmas[up], "break-deadlock");
  }

  private progressNoun(t: number): void {
    const { s, words } = this;
    const progress = words.is(s.lemmas[t], "progress-noun");
    let top = t;
    let lacking = this.denied(t);
    // "signs of progress", "lack of progress"
    while (s.heads[top] >= 0 && s.deprels[top] === "nmod" && this.cue(s.heads[top])) {
      top = s.heads[top];
      lacking ||= this.denied(top) || this.lacks(top);
    }
    const clause = this.governing(top);
    if (clause === null || clause.kind === "nominal") return;
    const verb = s.lemmas[clause.support >= 0 ? clause.support : clause.head];
    const up = s.heads[clause.head];
    const failing = up >= 0 && words.is(s.lemmas[up], "fail-verb") && s.deprels[clause.head] === "xcomp";
    const negative = lacking || clause.negated || failing;
    const subject = clause.subjects.find((x) => x !== t && x !== top && words.negotiation(s, x, true));
    const of = this.complement(t) >= 0 ? this.complement(t) : this.obliqueTopic(clause, t);
    const topic = of >= 0 ? of : (subject ?? -1);
    const exists = words.exist.has(clause.lemma) || (clause.head === top && this.hasExpletive(clause.head));
    const made = words.is(verb, "make-verb") || (clause.support >= 0 && clause.lemma === s.lemmas[t]);
    const hailed = words.is(clause.lemma, "hail-verb") && clause.objects.includes(top);
    const topicKnown = topic >= 0 && (words.topic(s, topic) || subject !== undefined);
    if (exists || made || failing || (top !== t && clause.objects.includes(top))) {
      if (!progress && !negative) return;
      if (!topicKnown && !this.partySubject(clause)) return;
      this.add("progress-noun", t, clause, negative ? "stalled" : "progressing", topic);
    } else if (hailed && progress && topicKnown) {
      this.add("hailed", t, clause, negative ? "stalled" : "progressing", topic);
    }
  }

  private chemistry(t: number): void {
    const { s, words } = this;
    const clause = this.governing(t);
    if (clause === null) return;
    const verb = s.lemmas[clause.support >= 0 ? clause.support : clause.head];
    if (!this.inClass(verb, "have") && !words.exist.has(clause.lemma)) return;
    for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) {
      if (s.deprels[c] !== "amod") continue;
      const j: Judgement | null = words.is(s.lemmas[c], "positive-adj") ? "positive" : words.is(s.lemmas[c], "negative-adj") ? "negative" : null;
      if (j !== null) this.add("chemistry", t, clause, clause.negated || this.denied(t) ? opposite(j) : j, t);
    }
  }

  private phrase(t: number, judgement: Judgement): void {
    const { s, words } = this;
    const clause = clauseOver(this.layers, s.index, t);
    if (clause === null) return;
    const theme = this.theme(clause);
    if (theme < 0 || theme > t || !words.negotiation(s, theme)) return;
    this.add("phrase", t, clause, judgement === "positive" ? "positive" : this.flip(judgement, clause, -1), theme);
  }

  /* ------------------------------------------------ clauses */

  private verb(clause: Clause): void {
    const { s, words } = this;
    const theme = this.theme(clause);
    if (theme < 0 || !words.negotiation(s, theme, false)) return;
    const { is } = words;
    const talks = words.negotiation(s, theme, true);
    let j: Judgement | null = null;
    if (is(clause.lemma, "break-verb")) j = "broken-off";
    else if (is(clause.lemma, "suspend-verb") && (clause.passive || clause.objects.length > 0)) j = "suspended";
    else if (is(clause.lemma, "stall-verb")) j = "stalled";
    else if (is(clause.lemma, "progress-verb") && (clause.passive || clause.objects.length === 0)) j = "progressing";
    else if (is(clause.lemma, "conclude-verb") && talks && !clause.passive && clause.objects.length === 0 && clause.tense === "past" && !this.hasOblique(clause, "without")) j = this.well(clause) ? "concluded" : null;
    if (j === null || (!talks && j !== "stalled" && j !== "broken-off" && j !== "progressing")) return;
    if (j === "stalled" && is(clause.lemma, "fail-verb") === false && clause.objects.length > 0 && !clause.passive) return;
    this.add("verb", clause.head, clause, clause.negated ? opposite(j) : j, theme);
  }

  /** "concluded successfully", "with an agreement": the mere end of a round concludes nothing. */
  private well(clause: Clause): boolean {
    const { s, words } = this;
    for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c]) {
      if (s.deprels[c] === "advmod" && words.is(s.lemmas[c].replace(/ly$/, ""), "positive-adj")) return true;
      if (s.deprels[c] === "obl" && words.is(s.lemmas[c], "result-noun") && !this.denied(c)) return true;
    }
    return false;
  }

  private adjective(clause: Clause): void {
    const { s, words } = this;
    const { is } = words;
    if (clause.kind === "verbal") {
      if (!this.inClass(clause.lemma, "describe")) return;
      const theme = this.theme(clause) >= 0 && words.negotiation(s, this.theme(clause)) ? this.theme(clause) : (clause.objects[0] ?? -1);
      if (theme < 0 || !words.negotiation(s, theme)) return;
      for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c]) {
        const j = s.upos[c] === "ADJ" ? this.adjectiveJudgement(s.lemmas[c], false) : null;
        if (j !== null) this.add("adjective", c, clause, j, theme);
      }
      return;
    }
    const head = clause.head;
    const lemma = s.lemmas[head];
    const theme = clause.subjects.find((x) => words.negotiation(s, x)) ?? -1;
    const fragment = clause.subjects.some((x) => s.xpos[x] === "WDT" || s.xpos[x] === "WP");
    if (is(lemma, "near-adj") || is(lemma, "negative-adj")) {
      const realised = this.child(head, (c) => is(s.lemmas[c], "realise-verb"));
      if (realised >= 0 && (theme >= 0 || fragment || clause.subjects.some((x) => words.topic(s, x)))) {
        const j: Judgement = is(lemma, "near-adj") !== clause.negated ? "positive" : "negative";
        this.add("likely", head, clause, j, theme >= 0 ? theme : (clause.subjects[0] ?? -1), true);
        return;
      }
      const target = this.child(head, (c) => words.negotiation(s, c) && s.deprels[c] !== "nsubj" && is(s.lemmas[c], "result-noun"));
      if (is(lemma, "near-adj") && target >= 0 && !clause.subjects.includes(target)) {
        this.add("near", head, clause, this.flip("progressing", clause, -1), target);
        return;
      }
      if (is(lemma, "near-adj") && theme >= 0 && !is(lemma, "difficult-adj")) {
        this.add("near", head, clause, this.flip("progressing", clause, -1), theme);
        return;
      }
    }
    if (theme < 0 || s.upos[head] !== "ADJ" && s.upos[head] !== "VERB") return;
    const j = this.adjectiveJudgement(lemma, clause.negated || this.byNoMeans(head)) ?? this.adjectiveJudgement(s.norms[head], clause.negated);
    if (j !== null) this.add("adjective", head, clause, j, theme);
  }

  private adjectiveJudgement(lemma: string, negated: boolean): Judgement | null {
    const { is } = this.words;
    if (is(lemma, "difficult-adj")) return negated ? "positive" : "difficult";
    if (is(lemma, "easy-adj")) return negated ? "difficult" : "positive";
    if (is(lemma, "stalled-adj")) return negated ? "progressing" : "stalled";
    if (is(lemma, "positive-adj")) return negated ? "negative" : "positive";
    if (is(lemma, "negative-adj")) return negated ? "positive" : "negative";
    return null;
  }

  /* ------------------------------------------------ helpers */

  /** What a clause says something about: passive object, object of "suspend", else subject. */
  private theme(clause: Clause): number {
    const { s, words } = this;
    const candidates = clause.passive ? [...clause.objects, ...clause.subjects] : [...clause.subjects, ...clause.objects];
    return candidates.find((x) => words.negotiation(s, x)) ?? -1;
  }

  private governing(t: number): Clause | null {
    const own = clauseAt(this.layers, this.s.index, t);
    if (own !== null && (own.support >= 0 || own.kind === "copular")) return own;
    return clauseOver(this.layers, this.s.index, t, true);
  }

  /** "progress in the talks": the topic of a noun, or -1. */
  private complement(t: number): number {
    const { s, words } = this;
    for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) {
      if (c < t && s.deprels[c] === "compound" && words.negotiation(s, c)) return c;
      if (c > t && s.deprels[c].startsWith("nmod") && words.topic(s, c)) return c;
    }
    return -1;
  }

  private obliqueTopic(clause: Clause, t: number): number {
    const { s, words } = this;
    return clause.obliques.find((o) => o.head !== t && words.about.has(o.prep) && words.topic(s, o.head))?.head ?? -1;
  }

  private hasOblique(clause: Clause, prep: string): boolean {
    return clause.obliques.some((o) => o.prep === prep);
  }

  private partySubject(clause: Clause): boolean {
    const { layers, s } = this;
    return clause.subjects.some((t) => (layers.mentionsBySentence[s.index] ?? []).some((m) => layers.mentions[m].head === t && layers.mentions[m].use === "actor"));
  }

  private denied(t: number): boolean {
    const { s, words } = this;
    for (let c = s.firstChild[t]; c >= 0 && c < t; c = s.nextSibling[c]) if (words.negators.has(s.norms[c])) return true;
    return false;
  }

  private byNoMeans(head: number): boolean {
    const { s, words } = this;
    for (let t = Math.max(0, head - 3); t < head; t++) if (words.negators.has(s.norms[t])) return true;
    return false;
  }

  private lacks(t: number): boolean {
    return this.inClass(this.s.lemmas[t], "lacking");
  }

  private cue(t: number): boolean {
    return this.inClass(this.s.lemmas[t], "sign-of") || this.lacks(t);
  }

  private inClass(lemma: string, cls: string): boolean {
    return this.words.is(lemma, cls);
  }

  private hasExpletive(head: number): boolean {
    return this.child(head, (c) => this.s.deprels[c] === "expl") >= 0;
  }

  private child(head: number, test: (c: number) => boolean): number {
    const { s } = this;
    for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) if (test(c)) return c;
    return -1;
  }

  private flip(j: Judgement, clause: Clause, noun: number): Judgement {
    return clause.negated || (noun >= 0 && this.denied(noun)) ? opposite(j) : j;
  }

  private add(shape: Shape, t: number, clause: Clause | null, judgement: Judgement, of: number, weak = false): void {
    const { s, layers } = this;
    const at = clause?.head ?? t;
    if (this.judged.has(at)) return;
    if (clause !== null) {
      const fact = layers.facts.factuality(clause.index);
      if (IMAGINED.has(fact.status) && !weak) return;
      if ((clause.mood === "infinitive" || clause.mood === "conditional") && clause.marker !== "that" && shape !== "progress-noun" && shape !== "verb") return;
    }
    this.judged.add(at);
    const hedged = weak || this.hedged(t, clause);
    const doc = layers.parsed.document;
    const base = itemBase(layers, { component: "assessments", rule: ruleId[shape], sentence: s.index, trigger: t, clause, key: judgement });
    const what = clause === null ? nounPhrase(doc, s, t).text : clausePhrase(doc, s, clause.head).text;
    this.items.push({ ...base, kind: "assessment", of: of < 0 ? "" : nounPhrase(doc, s, of).text, judgement, strength: hedged ? "hedged" : "plain", what });
  }

  private hedged(t: number, clause: Clause | null): boolean {
    const { s, words, layers } = this;
    if (clause === null) return false;
    if (layers.facts.factuality(clause.index).certainty !== "certain") return true;
    const verb = clause.support >= 0 ? clause.support : clause.head;
    return words.hedges.within(s, Math.min(t, verb) - 5, Math.max(t, verb) + 3) !== null;
  }
}
