import { type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import { createSilence, sides } from "../acts/index.js";
import type { Layers } from "../layers.js";
import {
  classes,
  clauseAt,
  isBare,
  itemBase,
  members,
  ownRange,
  PhraseTable,
  slice,
  subtreeHas,
  verbKeys,
  verbOf,
} from "../phrases/index.js";
import { storyTime } from "../story/index.js";
import type { Actor, Clause, Item, PositionItem } from "../types.js";
import { conjunction } from "./conjunction.js";
import { type Content, type ContentWords, contentAt } from "./content.js";
import { hardenedAfterStep, isStep } from "./hardening.js";
import { binds, holdersOf } from "./holders.js";
import { createMatter } from "./matter.js";
import { createNamedBefore } from "./named-before.js";
import { positionRules } from "./positions.rules.js";
import { asPosition, createPreconditions } from "./preconditions.js";
import { createRejected } from "./rejected.js";
import type { PositionRule } from "./rule.js";
import { createStanding } from "./standing.js";

export { createMatter } from "./matter.js";
export { positionRules } from "./positions.rules.js";
export { createPreconditions } from "./preconditions.js";
export type { PositionRule } from "./rule.js";

/** What is only imagined, asked for or feared is nobody's position yet. */
const NOT_HELD = new Set(["hypothetical", "conditional", "requested", "feared", "expected", "proposed"]);
const CHANGES = new Set<PositionItem["move"]>(["shelved", "softened", "hardened", "adopted"]);

/**
 * Positions: who holds what on which issue, whether it moved, and with what force. Change in the outlet's or an expert's voice is
 * `inferred`, in the party's own `stated`. `soFar` tells what came before: see `hardening.ts`.
 */
export function createPositions(lexicon: Lexicon): (layers: Layers, soFar: readonly Item[]) => Item[] {
  const verbClasses = classes(lexicon, "stances/position-verbs", "class");
  const words: ContentWords = {
    positionNouns: classes(lexicon, "stances/position-nouns", "class"),
    seeking: members(lexicon, "stances/position-verbs", "class", "demand"),
    talks: members(lexicon, "stances/negotiation-nouns", "kind", "talks"),
    questions: members(lexicon, "stances/cues", "class", "question-marker"),
    that: members(lexicon, "deals/cues", "class", "that"),
  };
  const issues = lexicon.list("stances/issues");
  const force = new PhraseTable(
    lexicon.table("stances/position-force").rows.map((r) => [r[0], r[1]] as const),
  );
  const byClass = new Map<string, PositionRule[]>();
  for (const r of positionRules as readonly PositionRule[])
    byClass.set(r.verbs, [...(byClass.get(r.verbs) ?? []), r]);
  const obligation = members(lexicon, "stances/cues", "class", "obligation");
  const reports = members(lexicon, "stances/cues", "class", "report-noun");
  const negating = new PhraseTable(
    [...lexicon.list("stances/negating-phrases")].map((w) => [w, true] as const),
  );
  const contrast = new PhraseTable(
    [...lexicon.list("stances/contrast-words")].map((w) => [w, true] as const),
  );
  const limiting = members(lexicon, "stances/cues", "class", "limiting");
  const firstPerson = members(lexicon, "stances/cues", "class", "first-person");
  const negotiators = members(lexicon, "stances/cues", "class", "negotiator");
  const needed = members(lexicon, "stances/cues", "class", "needed");
  const nor = members(lexicon, "stances/cues", "class", "nor");
  const hands = members(lexicon, "stances/cues", "class", "hand");
  const claims = members(lexicon, "stances/cues", "class", "claim-content");
  const matter = createMatter(lexicon);
  const namedBefore = createNamedBefore(lexicon);
  const rejected = createRejected(lexicon);
  const grounds = members(lexicon, "stances/cues", "class", "ground-noun");
  const silence = createSilence(lexicon);
  const standing = createStanding(lexicon);
  const preconditions = createPreconditions(lexicon);
  const bygone = members(lexicon, "stances/cues", "class", "bygone");
  /** "it once declined to": a stance of other times is nobody's now. */
  const isBygone = (s: Sentence, clause: Clause): boolean => {
    if (clause.tense !== "past") return false;
    const verb = verbOf(clause);
    for (let k = s.firstChild[verb]; k >= 0; k = s.nextSibling[k])
      if (s.deprels[k] === "advmod" && bygone.has(s.norms[k])) return true;
    return false;
  };

  return (layers, soFar) => {
    const items: PositionItem[] = [];
    const steps = new Set(soFar.filter(isStep).map((i) => i.sentences[0]));
    const { document: doc, sentences } = layers.parsed;
    for (const s of sentences) {
      const taken = new Set<number>();
      for (const index of layers.clausesBySentence[s.index] ?? []) {
        const clause = layers.clauses[index];
        if (taken.has(clause.head) || isBygone(s, clause)) continue;
        const ordered = preconditions(layers, clause);
        const found =
          (ordered === null ? null : asPosition(layers, ordered)) ??
          readVerb(layers, clause) ??
          standing(layers, clause, force);
        if (found === null) continue;
        taken.add(found.content.head);
        for (const holder of found.holders) {
          const item = position(clause, holder, found.content, found);
          items.push(item);
          if (isStep(item)) steps.add(item.sentences[0]);
        }
      }
      items.push(...rejected(layers, s, soFar));
    }
    return items;

    function readVerb(l: Layers, clause: Clause): Found | null {
      const s = l.parsed.sentences[clause.sentence];
      if (
        isBare(l, clause) ||
        (clause.relation === "acl" && clause.passive) ||
        (clause.kind === "nominal" && clause.support < 0)
      )
        return null;
      for (const rule of candidates(clause)) {
        const miss = (why: string): void =>
          l.trace?.({ rule: rule.id, sentence: clause.sentence, token: clause.head, why });
        let content: Content | null = null;
        for (const source of rule.content) {
          content = contentAt(doc, s, clause, source, words);
          if (content !== null && fits(rule, l, clause, content)) break;
          content = null;
        }
        if (content === null) {
          miss(`no ${rule.content.join(" or ")} that says what is held`);
          continue;
        }
        const fact = l.facts.factuality(clause.index);
        // A finite "I want ..." in a quote is said, whatever verb of speech stands over it.
        const spoken =
          fact.status === "requested" &&
          clause.tense === "present" &&
          clause.mood === "indicative" &&
          l.facts.voice(clause.index).cue !== null;
        const tabled = fact.status === "proposed" && rule.verbs === "propose";
        const ready = fact.status === "conditional" && rule.verbs === "stative" && clause.modal === null;
        if (
          (NOT_HELD.has(fact.status) && !ready && !tabled && !spoken) ||
          (fact.status === "intended" && CHANGES.has(rule.move))
        ) {
          miss(`it is ${fact.status}, so nobody holds it (${fact.rule})`);
          return null;
        }
        const negated =
          clause.negated ||
          nor.has(conjunction(s, clause.head)) ||
          fact.status === "denied" ||
          (fact.status === "negated" && fact.polarity === "negative") ||
          negating.within(s, ...ownRange(s, clause)) !== null;
        const move = negated ? rule.negated : rule.move;
        if (move === null) {
          miss("negated, which says nothing of this kind");
          continue;
        }
        const holders = holdersOf(l, clause, rule, content, firstPerson);
        if (holders.length === 0) {
          miss("no party found that holds it");
          continue;
        }
        if (
          rule.gate === "matter" &&
          !subtreeHas(s, content.head, issues) &&
          !holders.every((h) => binds(l, h, clause, negotiators))
        ) {
          miss("held by people who speak for no side");
          return null;
        }
        if (rule.verbs === "want" && move === "holds" && sides(holders) > 1) {
          miss("both sides want it, so they do not differ");
          return null;
        }
        content = namedBefore(s, content, soFar);
        if (content === null) {
          miss("an idea that the text does not spell out");
          return null;
        }
        const [from, to] = ownRange(s, clause);
        const strong = force.within(s, from, to + 2);
        const change = CHANGES.has(move) && !negated;
        const voice = l.facts.voice(clause.index).kind;
        const own = ready
          ? "precondition"
          : (rule.force ??
            (strong?.value as PositionItem["force"] | undefined) ??
            (change && (voice === "outlet" || voice === "expert" || voice === "media")
              ? "inferred"
              : "stated"));
        return { rule: rule.id, content, holders, move, force: own, stance: rule.stance };
      }
      return null;
    }

    function* candidates(clause: Clause): Iterable<PositionRule> {
      // Longer keys first: "step back" is not "step".
      for (const key of verbKeys(layers, clause).sort((a, b) => b.length - a.length)) {
        for (const cls of verbClasses.get(key) ?? [])
          if (!cls.endsWith("-adj") || clause.kind === "adjectival") yield* byClass.get(cls) ?? [];
      }
    }

    function fits(rule: PositionRule, l: Layers, clause: Clause, content: Content): boolean {
      const s = l.parsed.sentences[clause.sentence];
      if (reports.has(s.lemmas[content.head])) return false;
      const refused = rule.verbs === "refuse" ? clauseAt(l, clause.sentence, content.head) : null;
      if (rule.verbs === "refuse" && silence.noun(s, content.head)) return false;
      if (refused !== null && refused !== clause && silence.clause(s, refused)) return false;
      // "withdrew its troops" is a deed, and no stance.
      if (CHANGES.has(rule.move) && hands.has(s.lemmas[content.head])) return false;
      if (rule.gate === undefined) return true;
      if (rule.gate === "claim")
        return (
          subtreeHas(s, content.head, claims) &&
          (subtreeHas(s, content.head, issues) || matter(l, s, content.head))
        );
      if (subtreeHas(s, content.head, issues))
        return rule.gate !== "demand" || obliges(l, clause.sentence, content.head);
      if (rule.gate === "issue" || !matter(l, s, content.head)) return false;
      return rule.gate !== "demand" || obliges(l, clause.sentence, content.head);
    }

    function obliges(l: Layers, sentence: number, head: number): boolean {
      const s = l.parsed.sentences[sentence];
      const inner = (l.clausesBySentence[sentence] ?? [])
        .map((i) => l.clauses[i])
        .find((c) => c.head === head);
      if (inner?.passive === true && needed.has(inner.lemma)) return true;
      return (
        obligation.has(inner?.modal ?? "") || force.within(s, head - 8, head + 8) !== null || limits(s, head)
      );
    }

    /** "only", "any" or "no" in front of what must be so. */
    function limits(s: Sentence, head: number): boolean {
      for (let t = subtreeRange(s, head)[0]; t < head; t++) if (limiting.has(s.norms[t])) return true;
      return false;
    }

    /** "... in exchange for aid", "... in connection with its view of history": on what ground it is held. */
    function groundOf(clause: Clause, content: Content): string {
      const s = layers.parsed.sentences[clause.sentence];
      // "its demand for the return of the barges": trees hang on the verb what the demand is for; that is no ground.
      const found = clause.obliques.find(
        (o) => o.head > clause.head && o.head !== content.head && grounds.has(s.lemmas[o.head]),
      );
      return found === undefined ? "" : slice(doc, s, ...subtreeRange(s, found.head)).text;
    }

    function position(clause: Clause, holder: Actor, content: Content, f: Found): PositionItem {
      const base = itemBase(layers, {
        component: "positions",
        rule: f.rule,
        sentence: clause.sentence,
        trigger: clause.support >= 0 ? clause.support : clause.head,
        clause,
        key: [holder.code, content.issue],
      });
      const time =
        base.time.earliest === null && base.time.latest === null ? storyTime(layers, clause) : null;
      const stated = f.stance === undefined ? content.stance : `${f.stance} ${content.stance}`;
      const ground = groundOf(clause, content);
      const stance = ground === "" || stated.includes(ground) ? stated : `${stated} ${ground}`;
      const move =
        f.move === "holds" && hardenedAfterStep(layers, clause, steps, contrast) ? "hardened" : f.move;
      return {
        ...base,
        time: time ?? base.time,
        kind: "position",
        holder,
        issue: content.issue,
        stance,
        move,
        force: f.force,
      };
    }
  };
}

/** What a rule made of a clause. */
export interface Found {
  readonly rule: string;
  readonly content: Content;
  readonly holders: readonly Actor[];
  readonly move: PositionItem["move"];
  readonly force: PositionItem["force"];
  readonly stance?: string;
}
