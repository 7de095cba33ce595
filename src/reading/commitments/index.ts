import type { Lexicon, Sentence } from "../../language/index.js";
import {
  type Act,
  type Content,
  conditionOver,
  createConditionOf,
  doersOf,
  furtherDeeds,
  hasDue,
  isJoint,
  loadActWords,
  type ReadActs,
  sameSide,
  sides,
  upToNextDeed,
  whenOf,
} from "../acts/index.js";
import { createStipulations } from "../agreements/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, clauseOver, members, slice, subtreeHas, verbPhrase } from "../phrases/index.js";
import type { Actor, Clause, CommitmentItem, Item } from "../types.js";
import { createBound } from "./bound.js";
import { commitment, dueOf } from "./build.js";
import { createGoals } from "./goals.js";
import { createListed } from "./listed.js";
import { createMisread } from "./misread.js";
import { createNamed, ownersOf } from "./named.js";
import { createOverdue } from "./overdue.js";
import { createPlanned } from "./planned.js";
import { createPromised } from "./promised.js";
import { createSteps } from "./steps.js";
import { createTerms } from "./terms.js";
import { createTogether } from "./together.js";
import { createWill } from "./will.js";

export { type CommitmentRule, commitmentRules } from "./commitments.rules.js";

/**
 * Commitments: what parties agreed or promised to do, targets and intentions of their own, what agreements oblige them to and what is
 * scheduled, with deadline, condition and the outcome that the text tells. A promise denied, refused or only asked for is none.
 */
export function createCommitments(
  lexicon: Lexicon,
  acts: ReadActs,
): (layers: Layers, soFar: readonly Item[]) => Item[] {
  const words = loadActWords(lexicon);
  const conditionOf = createConditionOf(lexicon);
  const stipulations = createStipulations(lexicon);
  const purposes = members(lexicon, "deals/nouns", "class", "aim");
  const meantForWords = members(lexicon, "deals/cues", "class", "meant-for");
  const money = members(lexicon, "deals/cues", "class", "money");
  const forgoing = members(lexicon, "deals/cues", "class", "forgoing");
  const consentLinks = members(lexicon, "deals/cues", "class", "consent-link");
  const noDeed = members(lexicon, "deals/cues", "class", "no-deed");
  const steps = createSteps(lexicon);
  const will = createWill(lexicon);
  const planned = createPlanned(lexicon);
  const named = createNamed(lexicon);
  const bound = createBound(lexicon);
  const overdue = createOverdue(lexicon);
  const misread = createMisread(lexicon);
  const goals = createGoals(lexicon);
  const listed = createListed(lexicon);
  const together = createTogether(lexicon);
  const terms = createTerms(lexicon);
  const promised = createPromised(lexicon);
  return (layers, soFar) => {
    const items: CommitmentItem[] = [];
    const seen = new Set<number>();
    const put = (item: CommitmentItem | null, at: Clause | null): void => {
      if (item === null || (at !== null && seen.has(at.index))) return;
      if (at !== null) seen.add(at.index);
      items.push(item);
    };
    for (const whole of acts(layers)) {
      if (isNounAside(layers.parsed.sentences[whole.sentence], whole.token)) continue;
      const act = upToNextDeed(layers, whole);
      const item = ofAct(layers, act);
      put(item, act.content?.clause ?? null);
      if (item !== null && act.content?.form === "inf")
        for (const more of furtherDeeds(layers, act, act.content))
          put(again(layers, item, act, more), more.clause);
    }
    for (const c of layers.clauses) put(purpose(layers, c), c);
    const stipulated = new Set<number>();
    for (const st of stipulations(layers)) {
      const all = st.by === null ? partiesOf(soFar, st.what) : st.all;
      // Whom it binds may be told without a name: "both armies", "the return of refugees".
      if (all.length === 0 && isSaid(layers, st.clause)) continue;
      const { clause } = st;
      // "allows either side to request": of what, is not said.
      if (!st.what.includes(" ") && all.length === 0) continue;
      const item = commitment(layers, {
        shape: "stipulated",
        type:
          st.condition !== null
            ? "conditional-commitment"
            : sides(all) > 1
              ? "joint-commitment"
              : "unilateral-undertaking",
        clause,
        sentence: clause.sentence,
        token: clause.support >= 0 ? clause.support : clause.head,
        by: all,
        to: st.to.filter((a) => !all.some((x) => sameSide(x, a))),
        what: st.what,
        deadline: layers.facts.deadline(clause.index),
        condition: st.condition,
      });
      stipulated.add(clause.sentence);
      put(item, clause);
    }
    for (const c of layers.clauses) put(promised(layers, c), c);
    for (const [item, at] of terms(layers, soFar, stipulated)) put(item, at);
    for (const item of listed(layers)) put(item, null);
    for (const s of layers.parsed.sentences) {
      for (const item of misread(layers, s)) put(item, null);
      put(goals(layers, s), null);
    }
    for (const c of layers.clauses) put(together(layers, c), c);
    for (const c of layers.clauses) put(will(layers, c), c);
    for (const c of layers.clauses) put(bound(layers, c), c);
    for (const c of layers.clauses) put(overdue(layers, c), c);
    for (const c of layers.clauses) put(planned(layers, c), c);
    return named(layers, items, seen);
  };

  /** "wants Manila to stop": whose doing it is to be. "Set its sights on": its own. */
  function isAnother(layers: Layers, act: Act, object: number): boolean {
    return actorsAt(layers, act.sentence, object).some((a) => !act.by.some((b) => sameSide(a, b)));
  }

  function isDeed(layers: Layers, c: Clause | null): boolean {
    return c !== null && c.objects.length > 0 && steps.isDeed(layers, c);
  }

  /** "agreed to the longer term", article or not: only "to" and it stand between. */
  function isConsent(s: Sentence, verb: number, from: number): boolean {
    return consentLinks.has(s.norms[verb + 1]) && from <= verb + 3;
  }

  function ofAct(layers: Layers, act: Act): CommitmentItem | null {
    const { content, clause } = act;
    if (content === null) return null;
    const s = layers.parsed.sentences[act.sentence];
    const about = subtreeHas(s, content.head, words.matters);
    const several = isJoint(layers, act, words);
    const deed =
      content.form === "inf" ||
      (content.form === "that" && (looksAhead(content.clause) || hasModal(s, content)));
    if (content.clause !== null && noDeed.has(content.clause.lemma)) return null;
    // "vowed to fight that": what is to be done is not said.
    if (content.to - content.from <= 2 && words.itself.has(s.norms[content.to - 1])) return null;
    let type: CommitmentItem["type"];
    let due = false;
    const condition =
      conditionOf(layers, s, content.head, content.to) ?? conditionOver(conditionOf, layers, s, act.token);
    const deadline = dueOf(layers, clause, content, condition, words);
    switch (act.cls) {
      case "agree":
        // "agreed to the longer term": to what the other side wants.
        if (!deed && (several || content.form !== "noun" || !isConsent(s, act.token, content.from)))
          return null;
        type = several ? "joint-commitment" : "unilateral-undertaking";
        break;
      case "promise":
      case "assure":
        // "reaffirmed its commitment to the accord" promises nothing that was not.
        if (!deed && act.noun >= 0 && clause.support < 0 && !subtreeHas(s, content.head, money)) return null;
        if (
          !deed &&
          !about &&
          !words.means.has(s.lemmas[content.head]) &&
          !subtreeHas(s, content.head, money) &&
          !forgoing.has(clause.lemma)
        )
          return null;
        type = several ? "joint-commitment" : "unilateral-undertaking";
        break;
      case "decide":
        if (!deed || (!about && !several)) return null;
        type = several ? "joint-commitment" : "unilateral-target";
        break;
      case "instruct":
        // "The ministers instructed their experts to draw the map": what both have their people do.
        if (!deed || !several) return null;
        type = "joint-commitment";
        break;
      case "aim":
        if (act.to.length > 0 || clause.objects.some((o) => isAnother(layers, act, o))) return null;
        if (isOthers(s, clause, content)) return null;
        // "The Dhaka dialogue aims to": what talks are for is nobody's own aim.
        if (clause.subjects.some((t) => words.sittings.has(s.lemmas[t]))) return null;
        if (act.by.length === 0 && deadline === null) return null;
        due = deadline !== null || hasDue(s, content.head, content.to, words);
        if (due ? !about && !isDeed(layers, content.clause) : !holdsTalks(s, content)) return null;
        type = due ? "unilateral-target" : "intention";
        break;
      default:
        return null;
    }
    const binding = act.cls === "agree" || act.cls === "promise" || act.cls === "assure";
    if (condition !== null && binding) type = "conditional-commitment";
    const doers = act.by.length > 0 || act.noun < 0 ? act.by : ownersOf(layers, s, act.noun, words);
    const by: readonly Actor[] = act.cls === "agree" ? [...doers, ...act.to] : doers;
    return commitment(layers, {
      shape: shapeOf[act.cls],
      type,
      clause,
      sentence: act.sentence,
      token: act.token,
      by,
      to: act.cls === "agree" ? [] : act.to.length > 0 ? act.to : meantFor(layers, s, content, by),
      what: forgoing.has(clause.lemma)
        ? slice(layers.parsed.document, s, act.token, content.to).text
        : content.text,
      deadline,
      condition: binding ? condition : null,
      time: whenOf(layers, clause, content),
    });
  }

  /** "promised a loan for Malawi", "guarantees to Malawi": whom a promised thing is for, however deep its phrase names them. */
  function meantFor(layers: Layers, s: Sentence, c: Content, by: readonly Actor[]): readonly Actor[] {
    if (c.form !== "noun") return [];
    for (let t = c.head + 1; t < c.to; t++) {
      if (!s.deprels[t].startsWith("nmod") || !meantForWords.has(s.norms[s.firstChild[t]] ?? "")) continue;
      const all = actorsAt(layers, s.index, t).filter((a) => !by.some((x) => sameSide(x, a)));
      if (all.length > 0) return all;
    }
    return [];
  }

  /** The same act's further deed. */
  function again(layers: Layers, item: CommitmentItem, act: Act, more: Content): CommitmentItem | null {
    if (more.clause === null || noDeed.has(more.clause.lemma)) return null;
    return commitment(layers, {
      shape: shapeOf[act.cls as keyof typeof shapeOf],
      type: item.type,
      clause: act.clause,
      sentence: act.sentence,
      token: act.token,
      by: item.by,
      to: item.to,
      what: more.text,
      deadline: layers.facts.deadline(more.clause.index),
      condition: null,
      time: item.time,
    });
  }

  /** Whom the agreement binds that stipulates this, where the words do not say who is to do it. */
  function partiesOf(soFar: readonly Item[], what: string): readonly Actor[] {
    for (const x of soFar)
      if (x.kind === "agreement" && x.stipulations.some((st) => st.what === what)) return x.parties;
    return [];
  }

  /** "wants the drilling to stop": what something else is to do is no aim of its own. */
  function isOthers(s: Sentence, clause: Clause, c: Content): boolean {
    if (c.form !== "inf" || c.clause === null || c.clause.passive) return false;
    // "set its sights on clearing it": its own.
    return clause.objects.some(
      (o) =>
        clause.head < o &&
        o < c.head &&
        (s.upos[o] === "NOUN" || s.upos[o] === "DET") &&
        s.xpos[o - 1] !== "PRP$",
    );
  }

  /** A word of talks in the content itself, relative clauses aside. */
  function holdsTalks(s: Sentence, c: Content): boolean {
    if (c.form !== "noun") return subtreeHas(s, c.head, words.talks);
    for (let t = c.from; t <= c.head; t++) if (words.talks.has(s.lemmas[t])) return true;
    return false;
  }

  /** "promised that it would": the content lies ahead. */
  function looksAhead(inner: Clause | null): boolean {
    return inner !== null && (inner.modal !== null || inner.tense === "none" || inner.tense === "future");
  }

  /** The same of content that the tree has no clause for. */
  function hasModal(s: Sentence, c: Content): boolean {
    if (c.clause !== null) return false;
    for (let t = c.from; t < c.to; t++) if (s.xpos[t] === "MD") return true;
    return false;
  }

  /** "in a bid to break the deadlock": the noun over the infinitive, and who does what it is said of. */
  function purpose(layers: Layers, inner: Clause): CommitmentItem | null {
    if (inner.mood !== "infinitive" || (inner.relation !== "acl" && inner.relation !== "advcl")) return null;
    const s = layers.parsed.sentences[inner.sentence];
    const verb = inner.support >= 0 ? inner.support : inner.head;
    // The infinitive often hangs on the main verb: then the noun is the word before its "to".
    const noun = inner.relation === "acl" ? s.heads[verb] : s.firstChild[verb] - 1;
    if (noun < 0 || !purposes.has(s.lemmas[noun]) || !s.deprels[noun].startsWith("obl")) return null;
    if (!subtreeHas(s, inner.head, words.talks)) return null;
    const over = clauseOver(layers, inner.sentence, noun, true);
    if (over === null || over.negated) return null;
    const by = doersOf(layers, over, words);
    if (by.length === 0) return null;
    const content = purposeContent(layers, inner);
    return commitment(layers, {
      shape: "purpose",
      type: layers.facts.deadline(inner.index) === null ? "intention" : "unilateral-target",
      clause: inner,
      sentence: inner.sentence,
      token: noun,
      by,
      to: [],
      what: content,
      deadline: layers.facts.deadline(inner.index),
      condition: null,
    });
  }
}

/** The rule that a class of act is read by. */
const shapeOf = {
  agree: "agree",
  promise: "promise",
  assure: "promise",
  decide: "decide",
  instruct: "decide",
  aim: "aim",
} as const;

/** Said by somebody, and not by a text: "according to the document" is no speaker. */
function isSaid(layers: Layers, c: Clause): boolean {
  const voice = layers.facts.voice(c.index);
  return voice.kind !== "outlet" && (voice.entity !== null || voice.party !== null || voice.kind !== "other");
}

function purposeContent(layers: Layers, inner: Clause): string {
  const s = layers.parsed.sentences[inner.sentence];
  return verbPhrase(layers.parsed.document, s, inner.support >= 0 ? inner.support : inner.head).text;
}

/** ", promises that agencies say went unmet": what was pledged is named again by a noun that taggers take for a verb. */
const isNounAside = (s: Sentence, t: number): boolean =>
  s.xpos[t] === "VBZ" && s.norms[t - 1] === "," && s.upos[t + 1] === "SCONJ" && s.deprels[t] !== "root";
