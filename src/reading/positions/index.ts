import { type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import { extend } from "../../text/index.js";
import { shareSide } from "../acts/index.js";
import type { Layers } from "../layers.js";
import { itemBase, members, PhraseTable, phrasesIn, slice, verbOf } from "../phrases/index.js";
import { storyTime } from "../story/index.js";
import type { Actor, Clause, Item, PositionItem } from "../types.js";
import { createApposed } from "./apposed.js";
import { CHANGES, createByVerb } from "./by-verb.js";
import { type Content, contentWords } from "./content.js";
import { createDoneBy } from "./done-by.js";
import { createEquated } from "./equated.js";
import type { Found } from "./found.js";
import { hardenedAfterStep, isStep } from "./hardening.js";
import { createIdioms } from "./idioms.js";
import { createNamed } from "./named.js";
import { createOwnWords } from "./own-words.js";
import { asPosition, createPreconditions } from "./preconditions.js";
import { createRejected } from "./rejected.js";
import { createSpelt } from "./spelt.js";
import { createStanding } from "./standing.js";
import { createStands } from "./stands.js";
import { withOwnSubject } from "./strayed.js";
import { createVerdict } from "./verdict.js";
import { whichOf } from "./which.js";

export { createMatter } from "./matter.js";
export { positionRules } from "./positions.rules.js";
export { createPreconditions } from "./preconditions.js";
export type { PositionRule } from "./rule.js";

/**
 * Positions: who holds what on which issue, whether it moved, and with what force. Change in the outlet's or an expert's voice is
 * `inferred`, in the party's own `stated`. `soFar` tells what came before: see `hardening.ts`.
 */
export function createPositions(lexicon: Lexicon): (layers: Layers, soFar: readonly Item[]) => Item[] {
  const words = contentWords(lexicon);
  const force = new PhraseTable(
    lexicon.table("stances/position-force").rows.map((r) => [r[0], r[1]] as const),
  );
  const contrast = phrasesIn(lexicon.list("stances/contrast-words"));
  const byVerb = createByVerb(lexicon, words, force);
  const standing = createStanding(lexicon);
  const idioms = createIdioms(lexicon, words);
  const apposed = createApposed(lexicon, words);
  const doneBy = createDoneBy(lexicon, words);
  const spelt = createSpelt(lexicon);
  const equated = createEquated(lexicon, words);
  const verdict = createVerdict(lexicon);
  const named = createNamed(lexicon, words);
  const stands = createStands(lexicon);
  const rejected = createRejected(lexicon);
  const preconditions = createPreconditions(lexicon);
  const ownWords = createOwnWords(lexicon);
  const grounds = members(lexicon, "stances/cues", "class", "ground-noun");
  const bygone = members(lexicon, "stances/cues", "class", "bygone");
  /** "it once declined to": a stance of other times is nobody's now. */
  const isBygone = (s: Sentence, clause: Clause): boolean => {
    if (clause.tense !== "past") return false;
    const verb = verbOf(clause);
    for (let k = s.firstChild[verb]; k >= 0; k = s.nextSibling[k])
      if (s.deprels[k] === "advmod" && bygone.has(s.norms[k])) return true;
    return false;
  };

  const unreal = members(lexicon, "stances/position-cues", "class", "unreal");
  /** "Had Chile insisted, ...": the auxiliary in front of its subject, and no question. */
  const isUnreal = (s: Sentence, clause: Clause): boolean => {
    if (unreal.has(s.norms[0]) && s.norms[s.size - 1] !== "?" && clause.subjects.some((t) => t > 0 && t <= 3))
      return true;
    for (let k = s.firstChild[clause.head]; k >= 0; k = s.nextSibling[k])
      if (s.deprels[k].startsWith("aux") || s.deprels[k] === "cop")
        return clause.subjects.some((t) => t > k && t < clause.head) && unreal.has(s.norms[k]);
    return false;
  };

  const any = members(lexicon, "stances/cues", "class", "limiting");
  const conditional = new PhraseTable(
    lexicon
      .table("stances/linkage-connectors")
      .rows.filter((r) => r[2] === "clause" && r[1] === "any")
      .map((r) => [r[0], true] as const),
  );
  /** "stays in force as long as Greece keeps the option": what something else hangs on is told as its condition, and not as held. */
  const awaited = (s: Sentence, clause: Clause): boolean =>
    clause.relation === "advcl" && opensAt(s, subtreeRange(s, clause.head)[0]);
  /** Trees hang the first words of "as long as" on the verb above. */
  const opensAt = (s: Sentence, from: number): boolean => {
    for (let t = from; t >= 0 && t >= from - 2; t--)
      if ((conditional.at(s, t)?.length ?? 0) > from - t) return true;
    return false;
  };

  return (layers, soFar) => {
    const items: PositionItem[] = [];
    const steps = new Set(soFar.filter(isStep).map((i) => i.sentences[0]));
    const { document: doc, sentences } = layers.parsed;
    for (const s of sentences) {
      const taken = new Set<number>();
      const heldBy = new Map<number, readonly Actor[]>();
      const heldAt = new Set<number>();
      for (const index of layers.clausesBySentence[s.index] ?? []) {
        const clause = withOwnSubject(layers, s, layers.clauses[index]);
        if (clause === null) continue;
        if (taken.has(clause.head) || isBygone(s, clause) || isUnreal(s, clause) || awaited(s, clause))
          continue;
        const ordered = preconditions(layers, clause);
        const found =
          (ordered === null ? null : asPosition(layers, ordered)) ??
          verdict(layers, clause) ??
          byVerb(layers, clause, soFar, items) ??
          idioms(layers, clause, soFar, items) ??
          standing(layers, clause, force) ??
          equated(layers, clause) ??
          doneBy(layers, clause);
        if (found === null) continue;
        const { head } = found.content;
        // "Chad asks for a veto, which Niger calls unacceptable": two stands on one thing.
        const holding = heldBy.get(head) ?? [];
        // "asks for a veto, a demand it has since dropped": and one that moves.
        const moved = CHANGES.has(found.move) && holding.length > 0 && heldAt.has(head);
        if (taken.has(head) && !moved && (holding.length === 0 || shareSide(holding, found.holders)))
          continue;
        if (found.move === "holds") heldAt.add(head);
        taken.add(head);
        heldBy.set(head, [...holding, ...found.holders]);
        if (found.content.noun >= 0) taken.add(found.content.noun);
        const told = spelt(layers, s, found);
        for (const holder of told.holders) {
          const item = position(clause, holder, told.content, told);
          if (items.some((i) => isSaid(i, item))) continue;
          items.push(item);
          if (isStep(item)) steps.add(item.sentences[0]);
        }
      }
      for (const { clause, found } of [
        ...named(layers, s, taken),
        ...stands(layers, s, taken),
        ...apposed(layers, s, taken),
      ])
        for (const holder of found.holders) {
          const item = position(clause, holder, found.content, found);
          if (!items.some((i) => isSaid(i, item))) items.push(item);
        }
      for (const item of rejected(layers, s, soFar))
        if (!items.some((i) => isSaid(i, item))) items.push(item);
    }
    return items;

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
        // "has proposed": since when, no story tells.
        base.time.earliest === null &&
        base.time.latest === null &&
        !(clause.tense === "present" && clause.aspect === "perfect")
          ? storyTime(layers, clause)
          : null;
      const s = layers.parsed.sentences[clause.sentence];
      const which = whichOf(doc, s, content.head, any);
      const [told, on] = [ownWords(doc, s, content.stance), ownWords(doc, s, content.issue)];
      const whole = which === null ? told : which(told);
      const stated = f.stance === undefined ? whole : `${f.stance} ${whole}`;
      const ground = groundOf(clause, content);
      const stance = ground === "" || stated.includes(ground) ? stated : `${stated} ${ground}`;
      const move =
        f.move === "holds" && hardenedAfterStep(layers, clause, steps, contrast) ? "hardened" : f.move;
      return extend(base, {
        factuality:
          f.held === undefined
            ? base.factuality
            : { ...base.factuality, status: "ongoing", polarity: "positive", certainty: f.held },
        time: time ?? base.time,
        kind: "position",
        holder,
        issue: upToStop(which === null ? on : which(on)),
        stance: upToStop(stance),
        move,
        force: f.force,
      });
    }
  };
}

/** The same stand on the same matter, told twice in a sentence. */
const isSaid = (a: PositionItem, b: PositionItem): boolean =>
  a.sentences[0] === b.sentences[0] &&
  a.holder.entity === b.holder.entity &&
  a.move === b.move &&
  (a.issue === b.issue || (a.origin.rule === b.origin.rule && a.stance.endsWith(` ${b.stance}`)));

/** What stands behind a semicolon is another statement. */
const upToStop = (text: string): string => {
  const stop = text.indexOf("; ");
  return stop > 0 ? text.slice(0, stop) : text;
};
