import { childWith, isText, type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import { extend } from "../../text/index.js";
import type { Layers } from "../layers.js";
import {
  ASSERTED,
  actorsWithin,
  clauseOver,
  clausePhrase,
  itemBase,
  nounPhrase,
  ownRange,
  type Phrase,
  pastDateIn,
  slice,
  verbOf,
} from "../phrases/index.js";
import type { Actor, Clause, ConditionItem, Factuality, Item } from "../types.js";
import { mentionsWithin, tokens } from "./actors.js";
import { background } from "./background.js";
import { courses } from "./bent.js";
import { called } from "./calls.js";
import { caused } from "./causes.js";
import { isOutside } from "./circumstance.js";
import { conditionRules } from "./conditions.rules.js";
import type { Hit } from "./hit.js";
import { hopedFor } from "./hopes.js";
import { owed } from "./owed.js";
import { judged, realisedBy } from "./realised.js";
import { rolesOf } from "./roles.js";
import { swayed } from "./sways.js";
import { affected } from "./verbs.js";
import { worded } from "./wordings.js";
import { conditionWords, type Direction } from "./words.js";

export { type ConditionRule, conditionRules } from "./conditions.rules.js";

type Shape = (typeof conditionRules)[number]["shape"];
const rule = Object.fromEntries(conditionRules.map((r) => [r.shape, r.id])) as Readonly<
  Record<Shape, string>
>;
const IMAGINED = new Set(["hypothetical", "conditional", "requested", "proposed"]);
const HOPED = new Set(["expected", "feared", "scheduled", "intended"]);

/**
 * Outside circumstances said to help or hurt the talks. `expected`: it was only looked for; `realised`: "yes" where the text says that
 * it works, "no" where an expectation is contradicted right after (see `realised.ts`), else "unknown". Wants `soFar` to hold
 * assessments, positions and linkages.
 */
export function createConditions(lexicon: Lexicon): (layers: Layers, soFar: readonly Item[]) => Item[] {
  const words = conditionWords(lexicon);

  return (layers, soFar) => {
    const { document: doc, sentences } = layers.parsed;
    const out: ConditionItem[] = [];
    const judgements = judged(soFar);
    const course = courses(layers, soFar);

    for (const s of sentences) {
      if (!isText(s)) continue;
      const seen = new Set<number>();
      for (const i of layers.clausesBySentence[s.index] ?? []) {
        const clause = layers.clauses[i];
        // "the work on restoring trust": what it is for, and not what it did.
        if (clause.mood === "gerund" && clause.relation === "acl" && childWith(s, clause.head, "mark") >= 0)
          continue;
        const roles = rolesOf(layers, words, s, clause);
        const hit =
          affected(layers, words, s, clause, roles) ??
          called(layers, words, s, clause, roles) ??
          hopedFor(layers, words, s, clause) ??
          swayed(layers, words, s, clause, roles) ??
          owed(layers, words, s, clause, roles) ??
          caused(layers, words, s, clause, course) ??
          worded(layers, words, s, clause, roles);
        if (hit === null || seen.has(hit.subject)) continue;
        seen.add(hit.subject);
        add(s, clause, hit);
      }
      for (let t = 0; t < s.size; t++) {
        const frame = background(layers, words, s, t);
        if (frame === null || [...seen].some((x) => x >= frame.what.from && x < frame.what.to)) continue;
        const clause = clauseOver(layers, s.index, t) ?? clauseOver(layers, s.index, frame.what.from);
        push(s, t, clause, "frame", frame.direction, frame.what, { expected: false, realised: "yes" }, []);
      }
    }
    for (const item of soFar) outsider(item);
    return out;

    function add(
      s: Sentence,
      clause: Clause,
      { shape, direction, subject, denial, failed, hoped: looked }: Hit,
    ): void {
      const fact = layers.facts.factuality(clause.index);
      const possible =
        clause.modal !== null && (words.possibly.has(clause.modal) || words.backshifted.has(clause.modal));
      // "It has not helped" says that it hurts: the direction is read with the negation.
      const turned = denial !== undefined || shape === "cause" || words.helpAlone.has(clause.lemma);
      const denied = clause.negated && !turned;
      if (
        (IMAGINED.has(fact.status) &&
          !(possible && fact.status === "hypothetical") &&
          looked === undefined) ||
        denied
      ) {
        const why = clause.negated ? "negated" : `it is ${fact.status} (${fact.rule})`;
        layers.trace?.({ rule: rule[shape], sentence: s.index, token: clause.head, why });
        return;
      }
      const [from, to] = ownRange(s, clause);
      if (words.negating.within(s, from, to) !== null) return;
      // What belongs to the talks themselves, their aim, their issues, is nothing outside them.
      if (ofTalks(s, subject)) {
        layers.trace?.({ rule: rule[shape], sentence: s.index, token: clause.head, why: "inside the talks" });
        return;
      }
      const hoped = looked !== undefined || isHoped(s, clause, fact);
      const also: number[] = [];
      let phrase = s.upos[subject] === "VERB" ? toldIn(s, subject, clause) : nounPhrase(doc, s, subject);
      const determiner =
        s.firstChild[subject] >= 0 && s.firstChild[subject] < subject ? s.firstChild[subject] : subject;
      // "with a vote three months away": how far off it is names nothing.
      if (shape === "cause") phrase = beforeTime(s, subject, phrase);
      // "because of the drought": the preposition's second word is no part of it.
      if (s.upos[phrase.from] === "ADP" && phrase.from < subject)
        phrase = slice(doc, s, phrase.from + 1, phrase.to);
      let who: Actor[] = actorsWithin(layers, s.index, phrase.from, phrase.to);
      // "this work on the border" says itself what it is; "this" and "this step" are what was told before.
      const points = words.pronouns.has(s.norms[determiner]) && !isSpeltOut(s, subject);
      const told = points ? toldBefore(s, determiner) : -1;
      if (told > 0) {
        phrase = { ...phrase, text: `${phrase.text}: ${slice(doc, s, 0, told).text}` };
        who = [...actorsWithin(layers, s.index, 0, told), ...who];
      } else if (points && s.index > 0) {
        const last = sentences[s.index - 1];
        also.push(last.index);
        phrase = {
          ...phrase,
          text: `${phrase.text}: ${doc.text.slice(last.start, last.end).replace(/\s+/g, " ")}`,
        };
        who = [...actorsWithin(layers, last.index, 0, last.size), ...who];
      }
      const realised = failed
        ? { value: "no" as const, sentence: -1 }
        : hoped
          ? realisedBy(layers, words, s, verbOf(clause), direction, judgements)
          : { value: "yes" as const, sentence: -1 };
      if (realised.sentence >= 0) also.push(realised.sentence);
      push(
        s,
        verbOf(clause),
        clause,
        shape,
        direction,
        phrase,
        { expected: hoped, realised: realised.value },
        also,
        who,
      );
    }

    /** "the goal", "the issue of future security": what talks are for or about. */
    function ofTalks(s: Sentence, noun: number): boolean {
      const over = s.deprels[noun] === "nmod" ? s.heads[noun] : noun;
      return (
        (words.ofTalks.has(s.lemmas[noun]) || words.ofTalks.has(s.lemmas[over])) && !isOutside(words, s, noun)
      );
    }

    function isSpeltOut(s: Sentence, noun: number): boolean {
      for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c])
        if (c > noun && (s.deprels[c] === "nmod" || s.deprels[c] === "acl")) return true;
      return false;
    }

    /** "X is expected, and that could ...": where what "that" stands for ends in the same sentence, or -1. */
    function toldBefore(s: Sentence, pronoun: number): number {
      let end = pronoun;
      while (end > 0 && (s.upos[end - 1] === "CCONJ" || s.upos[end - 1] === "PUNCT")) end--;
      for (let t = 0; end < pronoun && t < end; t++) if (s.upos[t] === "VERB") return end;
      return -1;
    }

    function beforeTime(s: Sentence, head: number, phrase: Phrase): Phrase {
      for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c])
        if (c > head && (s.upos[c] === "ADV" || s.upos[c] === "ADJ" || s.deprels[c] === "obl:unmarked"))
          return slice(doc, s, phrase.from, Math.max(head + 1, Math.min(phrase.to, subtreeRange(s, c)[0])));
      return phrase;
    }

    /** The deed or clause that is the circumstance, without what is said of it. */
    function toldIn(s: Sentence, verb: number, of: Clause): Phrase {
      const whole = clausePhrase(doc, s, verb);
      let to = whole.to;
      for (let t = verb + 1; t < to; t++)
        if (t < verbOf(of) && s.xpos[t] === "WDT" && s.norms[t - 1] === ",") to = t - 1;
      return to < whole.to ? slice(doc, s, whole.from, to) : whole;
    }

    function isHoped(s: Sentence, clause: Clause, fact: Factuality): boolean {
      if (words.prospective.has(clause.lemma) && clause.objects.length === 0) return true;
      if (
        HOPED.has(fact.status) ||
        words.possibly.has(clause.modal ?? "") ||
        fact.certainty === "possible" ||
        fact.certainty === "uncommitted"
      )
        return true;
      if (clause.modal !== null && fact.status !== "happened") return true;
      const up = s.heads[clause.head];
      return up >= 0 &&
        words.expectation.has(s.lemmas[up]) &&
        !(s.deprels[clause.head] === "ccomp" && fact.status === "happened") &&
        s.deprels[clause.head] !== "conj" &&
        s.deprels[clause.head] !== "parataxis"
        ? true
        : clause.mood === "infinitive" && up >= 0;
    }

    function plain(clause: Clause): { readonly factuality?: Factuality } {
      const fact = layers.facts.factuality(clause.index);
      return fact.status === "negated" ? { factuality: ASSERTED.happened } : {};
    }

    /** Concern over a third state, and bargaining chips: positions and linkages that name something outside. */
    function outsider(item: Item): void {
      if (
        !(item.kind === "linkage" && item.origin.rule === "linkage/bargaining-chip") &&
        !(item.kind === "position" && item.origin.rule === "position/express-concern")
      )
        return;
      const s = sentences[item.sentences[0]];
      const by = item.kind === "linkage" ? item.by : item.holder;
      const text = item.kind === "linkage" ? item.to : item.issue;
      const at = doc.text.slice(s.start, s.end).indexOf(text);
      if (at < 0) return;
      const start = s.start + at;
      const [from, to] = tokens(s, start, start + text.length);
      const who = mentionsWithin(layers, s, from, to).filter((a) => a.code !== by.code);
      // "its support for NATO": what is the party's own is no outside circumstance.
      if (from > 0 && s.deprels[from - 1] === "nmod:poss" && s.upos[from - 1] === "PRON") return;
      const lever = item.kind === "linkage" && item.origin.rule === "linkage/bargaining-chip";
      const others = new Set(who.map((a) => a.party));
      const addressed = new Set(
        mentionsWithin(layers, s, 0, s.size)
          .map((a) => a.code)
          .filter((c) => c !== by.code),
      );
      if (lever ? others.size === 0 : others.size === 0 || addressed.size < 2) return;
      const clause = clauseOver(layers, s.index, from);
      push(
        s,
        from,
        clause,
        lever ? "lever" : "concern",
        "hurts",
        slice(doc, s, from, to),
        { expected: false, realised: "yes" },
        [],
        who,
      );
    }

    function push(
      s: Sentence,
      t: number,
      clause: Clause | null,
      shape: Shape,
      direction: Direction,
      what: Phrase,
      state: Pick<ConditionItem, "expected" | "realised">,
      also: readonly number[],
      who?: readonly Actor[],
    ): void {
      const base = itemBase(layers, {
        component: "conditions",
        rule: rule[shape],
        sentence: s.index,
        trigger: t,
        clause,
        also,
        // "failed because of the floods": that it failed is denied of the talks, and not of what made them fail.
        ...(shape === "cause" && clause?.negated === false ? plain(clause) : {}),
        // "left for talks amid threats": what is all around is there, whatever is only meant to be done in it.
        ...(shape === "frame" ? { factuality: ASSERTED.ongoing } : {}),
        key: [direction, what.text],
      });
      // "This change ...": it took place when the sentence before says.
      const told =
        also.includes(s.index - 1) && base.time.earliest === null ? pastDateIn(layers, s.index - 1) : null;
      out.push(
        extend(base, {
          time: told ?? base.time,
          kind: "condition",
          what: what.text,
          direction,
          ...state,
          who: who ?? mentionsWithin(layers, s, what.from, what.to),
        }),
      );
    }
  };
}
