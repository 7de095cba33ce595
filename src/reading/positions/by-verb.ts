import { childWith, type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import { createSilence, sides } from "../acts/index.js";
import type { Layers } from "../layers.js";
import {
  actorsAt,
  beforeComment,
  beginnings,
  beginsOne,
  classes,
  clauseAt,
  isBare,
  longestKeys,
  members,
  mentionAt,
  nounPhrase,
  ownRange,
  PhraseTable,
  phrasesIn,
  subtreeHas,
  verbOf,
} from "../phrases/index.js";
import type { Clause, Item, PositionItem } from "../types.js";
import { behindColon } from "./colon.js";
import { conjunction } from "./conjunction.js";
import { type Content, type ContentWords, contentAt } from "./content.js";
import { contentAfter } from "./content-after.js";
import { isInfinitive } from "./content-tree.js";
import { verbal } from "./content-verb.js";
import type { Found } from "./found.js";
import { accusedUnder, binds, holdersOf, isNamedAt } from "./holders.js";
import { refusesIn } from "./inner.js";
import { createMatter } from "./matter.js";
import { createNamedBefore } from "./named-before.js";
import { NOT_HELD } from "./not-held.js";
import { positionRules } from "./positions.rules.js";
import type { PositionRule } from "./rule.js";

const NO_CLASSES: readonly string[] = [];
const NO_RULES: readonly PositionRule[] = [];
/** Sources that a word of the text opens. */
const opens = (source: string): boolean => !INSIDE.has(source);
const INSIDE = new Set(["object", "noun", "subject-noun", "judged"]);
/** Classes that say what a party would have, whoever asked for it. */
const CONSENTS = new Set(["stative", "open-adj"]);
/** Classes of verbs that say what a party would do if it came to it: "would veto any levy". */
const WOULD = new Set(["reject", "refuse", "object", "insist", "side-against"]);
/** Nouns of consent. */
const YESES = new Set(["support", "yielding"]);
/** Classes of what a party is, which a colon may spell out: "is adamant: no base". */
const COLON = new Set(["stative", "against"]);
/** Classes of verbs that ask for something. */
const ASKING = new Set(["demand", "press", "call-for", "want", "keep"]);
/** What is only imagined, asked for or feared is nobody's position yet. */
export const CHANGES = new Set<PositionItem["move"]>(["shelved", "softened", "hardened", "adopted"]);

const bothDo = (l: Layers, c: Clause): boolean =>
  sides(c.subjects.flatMap((t) => actorsAt(l, c.sentence, t))) > 1;

/** Reads the rules of `positions.rules.ts` at one clause. `soFar` and the positions `held` so far spell out what "the idea" is. */
export function createByVerb(
  lexicon: Lexicon,
  words: ContentWords,
  force: PhraseTable<string>,
): (layers: Layers, clause: Clause, soFar: readonly Item[], held: readonly PositionItem[]) => Found | null {
  const cue = (cls: string): ReadonlySet<string> => members(lexicon, "stances/cues", "class", cls);
  const own = (cls: string): ReadonlySet<string> => members(lexicon, "stances/position-cues", "class", cls);
  const verbClasses = classes(lexicon, "stances/position-verbs", "class");
  const verbs = beginnings(verbClasses.keys());
  const issues = lexicon.list("stances/issues");
  const yielding = new Set(
    ["accept", "give-up", "soften"].flatMap((c) => [
      ...members(lexicon, "stances/position-verbs", "class", c),
    ]),
  );
  const conditional = cue("if-marker");
  const noes = new Set(
    ["reject", "against", "object"].flatMap((c) => [
      ...members(lexicon, "stances/position-verbs", "class", c),
    ]),
  );
  const byClass = new Map<string, PositionRule[]>();
  for (const r of positionRules as readonly PositionRule[])
    byClass.set(r.verbs, [...(byClass.get(r.verbs) ?? []), r]);
  const [obligation, reports, limiting, needed] = [
    cue("obligation"),
    cue("report-noun"),
    cue("limiting"),
    cue("needed"),
  ];
  const [nor, hands, claims, telling] = [cue("nor"), cue("hand"), cue("claim-content"), cue("telling")];
  const [firstPerson, negotiators, wouldHold, accusing] = [
    cue("first-person"),
    cue("negotiator"),
    cue("would-hold"),
    cue("accusing"),
  ];
  const [able, doneBy] = [own("able"), own("done-by")];
  const [byNow, stark] = [cue("by-now"), cue("stark-claim")];
  const claimPhrases = new PhraseTable([...cue("claim-phrase")].map((w) => [w, true] as const));
  const stands = members(lexicon, "stances/cues", "class", "stand-noun");
  const [canvassing, polls] = [cue("canvassing"), cue("poll")];
  const moving = new Set([...cue("disposal"), ...cue("after-accepting")]);
  const [backshifted, undertaking, by] = [cue("backshifted"), cue("undertaking"), cue("owner-of")];
  const negating = phrasesIn(lexicon.list("stances/negating-phrases"));
  const ideas = new Set([
    ...members(lexicon, "stances/position-nouns", "class", "content"),
    ...members(lexicon, "deals/nouns", "class", "proposal"),
    ...members(lexicon, "deals/nouns", "class", "offer"),
  ]);
  const leaving = own("leaving");
  const process = members(lexicon, "stances/negotiation-nouns", "kind", "talks");
  const forgoing = members(lexicon, "deals/cues", "class", "forgoing");
  const [siding, offices, asserting] = [own("siding"), own("office"), own("asserting")];
  const [targets, hindering, fighters] = [own("target"), own("hindering"), own("fighter")];
  /** What one may stand by: texts, talks, plans, demands. */
  const stood = new Set([
    ...words.positionNouns.keys(),
    ...lexicon.list("deals/nouns"),
    ...lexicon.list("deals/instruments"),
    ...lexicon.list("stances/negotiation-nouns"),
    ...own("venture"),
  ]);
  const [hasTo, staying] = [own("has-to"), own("staying")];
  const matter = createMatter(lexicon);
  const namedBefore = createNamedBefore(lexicon);
  const silence = createSilence(lexicon);

  return readVerb;

  function readVerb(
    l: Layers,
    clause: Clause,
    soFar: readonly Item[],
    held: readonly PositionItem[],
  ): Found | null {
    const s = l.parsed.sentences[clause.sentence];
    if (
      isBare(l, clause) ||
      (clause.relation === "acl" && clause.passive) ||
      (clause.kind === "nominal" && clause.support < 0)
    )
      return null;
    for (const rule of candidates(l, clause)) {
      const miss = (why: string): void =>
        l.trace?.({ rule: rule.id, sentence: clause.sentence, token: clause.head, why });
      // "Both sides renounced violence": an undertaking of both, against nobody.
      if (rule.verbs === "give-up" && forgoing.has(clause.lemma) && bothDo(l, clause)) continue;
      let content: Content | null = null;
      for (const source of rule.content) {
        content = contentAt(l.parsed.document, s, clause, source, words);
        if (content !== null && fits(rule, l, clause, content)) break;
        content = null;
      }
      if (content !== null && ASKING.has(rule.verbs)) content = askedOf(l, s, clause, content);
      // Trees hang a complement elsewhere: then what opens it by place.
      if (content === null && clause.objects.every((o) => o < verbOf(clause))) {
        const near = contentAfter(
          l.parsed.document,
          s,
          Math.max(verbOf(clause), clause.head),
          rule.content.filter(opens),
          words,
        );
        if (near !== null && fits(rule, l, clause, near)) content = near;
      }
      if (content === null && rule.content[0] === "subject-noun" && clause.tense !== "none")
        content = bareStand(l, s, clause, held);
      if (content === null && COLON.has(rule.verbs) && s.norms[clause.head + 1] === ":") {
        const told = behindColon(l.parsed.document, s, clause.head, words.that);
        if (told !== null && fits(rule, l, clause, told)) content = told;
      }
      if (content === null) {
        miss(`no ${rule.content.join(" or ")} that says what is held`);
        continue;
      }
      if (isGapped(s, clause, content)) {
        miss("what it says lacks what a relative pronoun stands for");
        continue;
      }
      if (saysElsewhere(l, clause, content)) {
        miss("what it says of itself is read where it is said");
        continue;
      }
      const fact = l.facts.factuality(clause.index);
      // A finite "I want ..." in a quote is said, whatever verb of speech stands over it.
      if (fact.status === "intended" && fact.polarity === "negative") {
        miss("what somebody will not do is read where it is refused");
        return null;
      }
      const spoken =
        fact.status === "requested" &&
        clause.tense === "present" &&
        clause.mood === "indicative" &&
        l.facts.voice(clause.index).cue !== null;
      const tabled = fact.status === "proposed" && rule.verbs === "propose";
      const ready = fact.status === "conditional" && rule.verbs === "stative" && clause.modal === null;
      // "would prefer", "would like": a polite form of what is wanted.
      const polite =
        fact.status === "hypothetical" &&
        ((backshifted.has(clause.modal ?? "") && wouldHold.has(clause.lemma)) ||
          (rule.verbs === "live-with" && clause.modal !== null) ||
          (backshifted.has(clause.modal ?? "") && WOULD.has(rule.verbs) && isUnconditional(l, clause)));
      // "accused Oslo of refusing to ...": told of the other side, in the accuser's voice.
      const told = accusedUnder(l, clause, accusing);
      if (
        (NOT_HELD.has(fact.status) && !ready && !tabled && !spoken && !polite && told.length === 0) ||
        (fact.status === "intended" && rule.move !== null && CHANGES.has(rule.move))
      ) {
        miss(`it is ${fact.status}, so nobody holds it (${fact.rule})`);
        return null;
      }
      const negated =
        clause.negated ||
        nor.has(conjunction(s, clause.head)) ||
        fact.status === "denied" ||
        (fact.status === "negated" && fact.polarity === "negative") ||
        negating.within(s, ownRange(s, clause)[0], Math.max(ownEnd(s, clause, content), clause.head + 1)) !==
          null;
      const move = negated ? rule.negated : rule.move;
      // "can hardly object": who has no way to say no has not given in.
      if (move === null || (negated && move === "softened" && able.has(clause.modal ?? ""))) {
        miss("negated, which says nothing of this kind");
        continue;
      }
      // "the dialogue aims to bring them closer": what talks are for is no side's stand.
      if (
        clause.subjects.length > 0 &&
        clause.subjects.every((t) => s.upos[t] !== "PRON" && process.has(s.lemmas[t]))
      ) {
        miss("said of talks, and of no side");
        return null;
      }
      const holders =
        told.length > 0 ? told : holdersOf(l, clause, rule, content, { firstPerson, by, doneBy });
      if (holders.length === 0) {
        miss("no party found that holds it");
        continue;
      }
      // "The position of Japan has not changed"
      const on = content.head;
      if (rule.content[0] === "subject-noun" && holders.some((h) => isNamedAt(s, h, on))) {
        miss("the noun tells whose it is, and not on what");
        continue;
      }
      if (
        (rule.gate === "matter" || rule.gate === undefined) &&
        !subtreeHas(s, content.head, issues) &&
        !holders.every((h) => binds(l, h, clause, negotiators))
      ) {
        miss("held by people who speak for no side");
        return null;
      }
      if ((rule.verbs === "want" || rule.verbs === "decide") && move !== "rejects" && sides(holders) > 1) {
        miss("both sides want it, so they do not differ");
        return null;
      }
      content = namedBefore(s, content, soFar, held);
      if (content === null) {
        miss("an idea that the text does not spell out");
        return null;
      }
      const [from, to] = ownRange(s, clause);
      const strong = force.within(s, from, Math.min(to + 2, beforeComment(s, clause.head, to + 2)));
      const change = CHANGES.has(move) && !negated;
      const voice = l.facts.voice(clause.index).kind;
      const own = ready
        ? "precondition"
        : (rule.force ??
          (strong?.value as PositionItem["force"] | undefined) ??
          (change && (voice === "outlet" || voice === "expert" || voice === "media")
            ? "inferred"
            : "stated"));
      // "is now prepared to", "is ready to accept": it was not before, or it is no wish of its own.
      const comeTo =
        move === "holds" &&
        CONSENTS.has(rule.verbs) &&
        (hasAdverb(s, clause.head, byNow) || yielding.has(s.lemmas[content.head]));
      // "reiterated its opposition to the ban": what is kept up is a no.
      const opposed =
        rule.verbs === "keep" &&
        content.noun >= 0 &&
        (words.positionNouns.get(s.lemmas[content.noun])?.includes("opposition") ?? false);
      // "withdrew its support for the ban": what is given up is a yes.
      const nounClasses = content.noun >= 0 ? words.positionNouns.get(s.lemmas[content.noun]) : undefined;
      const retracted =
        move === "shelved" && nounClasses !== undefined && nounClasses.some((c) => YESES.has(c));
      const denied =
        rule.verbs === "hold-that" &&
        move === "holds" &&
        refusesIn(l, clause, content, { undertaking, obligation });
      return {
        rule: rule.id,
        content,
        holders,
        move: retracted
          ? "hardened"
          : denied || (opposed && move === "holds")
            ? "rejects"
            : comeTo
              ? "softened"
              : move,
        force: own,
        stance: rule.stance,
        ...(polite ? { held: "probable" as const } : {}),
      };
    }
    return null;
  }

  function candidates(l: Layers, clause: Clause): readonly PositionRule[] {
    if (!beginsOne(l, clause, verbs)) return NO_RULES;
    let out: PositionRule[] | null = null;
    // Longer keys first: "step back" is not "step".
    for (const key of longestKeys(l, clause))
      for (const cls of verbClasses.get(key) ?? NO_CLASSES)
        if (!cls.endsWith("-adj") || clause.kind === "adjectival") {
          out ??= [];
          out.push(...(byClass.get(cls) ?? []));
        }
    return out ?? NO_RULES;
  }

  function fits(rule: PositionRule, l: Layers, clause: Clause, content: Content): boolean {
    const s = l.parsed.sentences[clause.sentence];
    if (reports.has(s.lemmas[content.head])) return false;
    // "campaigns for the elections": to win them.
    if (canvassing.has(clause.lemma) && polls.has(s.lemmas[content.head])) return false;
    const refused = rule.verbs === "refuse" ? clauseAt(l, clause.sentence, content.head) : null;
    if (rule.verbs === "refuse" && silence.noun(s, content.head)) return false;
    if (refused !== null && refused !== clause && silence.clause(s, refused)) return false;
    // "withdrew from the town": who leaves a place gives up no stand.
    if (
      rule.move === "shelved" &&
      leaving.has(clause.lemma) &&
      !clause.objects.includes(content.head) &&
      !subtreeHas(s, content.head, stood)
    )
      return false;
    // "withdrew its troops" is a deed, and no stance; "gave up power" leaves an office.
    if (rule.move === "shelved" && (hands.has(s.lemmas[content.head]) || isRule(s, content.head)))
      return false;
    // "shot down a helicopter", "brushed aside obstacles": nothing that anybody put forward.
    if (
      rule.verbs === "reject" &&
      (targets.has(s.lemmas[content.head]) || hindering.has(s.lemmas[content.head]))
    )
      return false;
    // "claims to have sunk a boat": what is said to be done is not asked for.
    if (rule.verbs === "demand" && asserting.has(clause.lemma) && isPerfect(s, content.head)) return false;
    // "backed the army", "fended off the rebels": who sides with somebody in a fight has said nothing on a matter.
    if (
      siding.has(clause.lemma) &&
      (clause.passive || clause.objects.length === 0 ? [content.head] : clause.objects).some(
        (t) => mentionAt(l, s.index, t)?.use === "actor" || subtreeHas(s, t, fighters),
      )
    )
      return false;
    // "claimed that the talks had begun": what is said to be so is not asked for.
    if (rule.verbs === "demand" && asserting.has(clause.lemma) && s.deprels[content.head] === "ccomp")
      return false;
    // "hopes to announce the result": what is only to be made known.
    if (rule.verbs === "want" && telling.has(s.lemmas[content.head])) return false;
    // "rejects it": what it is stands before.
    if (rule.gate === undefined || s.upos[content.head] === "PRON") return true;
    if (rule.gate === "tabled") return ideas.has(s.lemmas[content.head]);
    if (rule.gate === "claim" || rule.gate === "stark-claim") {
      const named = rule.gate === "claim" ? claims : stark;
      // "that the dam was full, a step Oslo calls illegal": what is said of it is no part of it.
      const [from, end] = subtreeRange(s, content.head);
      const to = Math.max(content.head + 1, beforeComment(s, from, end));
      // "it is unacceptable": of what?
      if (rule.gate === "stark-claim" && s.upos[childWith(s, content.head, "nsubj")] === "PRON") return false;
      return (
        (holdsAny(s, from, to, named) || claimPhrases.within(s, from, to) !== null) &&
        (subtreeHas(s, content.head, issues) || matter(l, s, content.head))
      );
    }
    if (
      s.upos[content.head] === "VERB" &&
      (pointsBack(s, content.head) ||
        (rule.verbs === "refuse" && verbForms(s, content.head).some((k) => moving.has(k))))
    )
      return true;
    if (subtreeHas(s, content.head, issues))
      return (
        rule.gate !== "demand" || obliges(l, clause.sentence, content.head) || refuses(l, clause, content)
      );
    if (rule.gate === "issue" || !matter(l, s, content.head)) return false;
    return rule.gate !== "demand" || obliges(l, clause.sentence, content.head) || refuses(l, clause, content);
  }

  /** "gave up power", and not "its veto power". */
  function isRule(s: Sentence, noun: number): boolean {
    return offices.has(s.lemmas[noun]) && childWith(s, noun, "compound") < 0;
  }

  /** "required the locals to register", "asked for Chad to leave": who is to do it is not what is asked for. Null where nothing says what they are to do. */
  function askedOf(l: Layers, s: Sentence, clause: Clause, content: Content): Content | null {
    const { head } = content;
    const who = s.upos[head] === "VERB" ? null : mentionAt(l, s.index, head);
    if (who?.use !== "actor" || who.form === "pronoun") return content;
    // "wants some of the troops to remain": their deed is told already.
    if (content.stance.length > nounPhrase(l.parsed.document, s, head).text.length) return content;
    const end = subtreeRange(s, head)[1];
    for (const over of [clause.head, head])
      for (let c = s.firstChild[over]; c >= 0; c = s.nextSibling[c])
        if (
          c > head &&
          s.upos[c] === "VERB" &&
          isInfinitive(s, c) &&
          (over === head || subtreeRange(s, c)[0] === end)
        )
          return verbal(l.parsed.document, s, c, words);
    // "wants no inspectors": those who are wanted or not; a party by its name is none of the things asked for.
    return who.form === "nominal" ? content : null;
  }

  /** No clause says on what it hangs, and it hangs on none itself. */
  function isUnconditional(l: Layers, clause: Clause): boolean {
    if (clause.marker !== null && clause.relation === "advcl") return false;
    return (l.clausesBySentence[clause.sentence] ?? []).every(
      (i) => l.clauses[i].marker === null || !conditional.has(l.clauses[i].marker ?? ""),
    );
  }

  /** "reiterated that it opposed the ban": the inner verb takes the stand. */
  function saysElsewhere(l: Layers, clause: Clause, content: Content): boolean {
    const inner = clauseAt(l, clause.sentence, content.head);
    if (inner === null || inner === clause || inner.relation !== "ccomp" || inner.tense === "none")
      return false;
    const s = l.parsed.sentences[clause.sentence];
    const own = s.xpos[childWith(s, inner.head, "nsubj")] === "PRP";
    return own && inner.modal === null && longestKeys(l, inner).some((k) => noes.has(k));
  }

  function refuses(l: Layers, clause: Clause, content: Content): boolean {
    return refusesIn(l, clause, content, { undertaking, obligation });
  }

  function obliges(l: Layers, sentence: number, head: number): boolean {
    const s = l.parsed.sentences[sentence];
    const inner = (l.clausesBySentence[sentence] ?? []).map((i) => l.clauses[i]).find((c) => c.head === head);
    if (inner?.passive === true && needed.has(inner.lemma)) return true;
    // "had to be dealt with as a package"
    if (inner !== undefined && hasTo.has(inner.lemma) && s.xpos[inner.head + 1] === "TO") return true;
    return (
      obligation.has(inner?.modal ?? "") || force.within(s, head - 8, head + 8) !== null || limits(s, head)
    );
  }

  /** "Delhi's stand has stiffened": on what was held last, or on nothing that the text names. */
  function bareStand(l: Layers, s: Sentence, clause: Clause, held: readonly PositionItem[]): Content | null {
    const noun = [...clause.subjects, ...clause.objects].find((t) => stands.has(s.lemmas[t]));
    if (noun === undefined) return null;
    const before = held.findLast((i) => s.index - i.sentences[0] <= 2)?.issue;
    const issue = before ?? nounPhrase(l.parsed.document, s, noun).text;
    return { head: noun, issue, stance: issue, noun };
  }

  /** "declines to discuss it" */
  function pointsBack(s: Sentence, verb: number): boolean {
    for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c])
      if (c > verb && s.deprels[c] === "obj" && words.pronouns.has(s.norms[c])) return true;
    return false;
  }

  /** "only", "any" or "no" in front of what must be so. */
  function limits(s: Sentence, head: number): boolean {
    for (let t = subtreeRange(s, head)[0]; t < head; t++) if (limiting.has(s.norms[t])) return true;
    // "remained the only dispute that could be submitted"
    const object = staying.has(s.lemmas[head]) ? childWith(s, head, "obj") : -1;
    for (let c = object < 0 ? -1 : s.firstChild[object]; c >= 0 && c < object; c = s.nextSibling[c])
      if (limiting.has(s.norms[c])) return true;
    return false;
  }
}

/** Behind what is held another predicate may be denied: "has ruled out arms but no longer excludes money". */
function ownEnd(s: Sentence, clause: Clause, content: Content): number {
  const to = ownRange(s, clause)[1];
  return content.head > clause.head ? Math.min(to, content.head + 1) : to;
}

/** "to have sunk". */
function isPerfect(s: Sentence, verb: number): boolean {
  const aux = childWith(s, verb, "aux");
  return aux >= 0 && s.lemmas[aux] === s.norms[aux] && s.xpos[aux] === "VB" && s.xpos[verb] === "VBN";
}

/** "hand over": a verb alone, and with its particle. */
function verbForms(s: Sentence, verb: number): string[] {
  const out = [s.lemmas[verb]];
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c])
    if (s.deprels[c] === "compound:prt") out.push(`${s.lemmas[verb]}_${s.norms[c]}`);
  return out;
}

/** "an obligation that Oslo says the court has voided": what is said is only half there. */
function isGapped(s: Sentence, clause: Clause, content: Content): boolean {
  // "refused to recognise the vote, which it calls a fraud": a relative clause tells of the thing and not what is held.
  const relative = (t: number): boolean => s.xpos[t] === "WDT" && content.stance.startsWith(`${s.forms[t]} `);
  if (!clause.relation.startsWith("acl") && clause.objects.some(relative)) return true;
  return (
    clause.relation === "acl:relcl" &&
    s.upos[content.head] === "VERB" &&
    s.deprels[content.head] === "ccomp" &&
    childWith(s, content.head, "obj") < 0 &&
    childWith(s, content.head, "mark") < 0 &&
    clause.subjects.every((t) => s.xpos[t] !== "WDT" && s.xpos[t] !== "WP" && t < clause.head)
  );
}

function holdsAny(s: Sentence, from: number, to: number, lemmas: ReadonlySet<string>): boolean {
  for (let t = from; t < to; t++) if (lemmas.has(s.lemmas[t]) || lemmas.has(s.norms[t])) return true;
  return false;
}

function hasAdverb(s: Sentence, head: number, words: ReadonlySet<string>): boolean {
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c])
    if (s.deprels[c] === "advmod" && words.has(s.norms[c])) return true;
  return false;
}
