import type { Lexicon, Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import type { Layers } from "../layers.js";
import { ASSERTED, actorsAt, isPowers, itemBase, speaker } from "../phrases/index.js";
import { createPreconditions } from "../positions/index.js";
import type { Actor, Clause, Item, LinkageItem } from "../types.js";
import { createConditional } from "./conditional.js";
import { createEquations } from "./equations.js";
import { createForms, type Shape } from "./forms.js";
import { linkageRules } from "./linkages.rules.js";
import { ownerAround, partyAt, possessor } from "./owner.js";
import { createSurface } from "./surface.js";
import { linkageWords } from "./words.js";

export { type LinkageRule, linkageRules } from "./linkages.rules.js";

const rule = Object.fromEntries(linkageRules.map((r) => [r.shape, r.id])) as Readonly<Record<Shape, string>>;
const IMAGINED = new Set(["hypothetical", "conditional", "requested", "proposed", "feared", "expected"]);

const WHOLE = new Set(["root", "ccomp", "dislocated"]);

/** One issue made to depend on another, by whom. Imagined and denied links are none. */
export function createLinkages(lexicon: Lexicon): (layers: Layers, soFar: readonly Item[]) => Item[] {
  const words = linkageWords(lexicon);
  const first = createPreconditions(lexicon);
  const conditional = createConditional(lexicon, words);
  return (layers) => {
    const { sentences } = layers.parsed;
    const forms = createForms(layers, words);
    const equations = createEquations(layers, words);
    const surface = createSurface(layers, words);
    const out: LinkageItem[] = [];
    for (const clause of layers.clauses) {
      // "No agreement without a census": a sentence of its own without a verb.
      const whole = WHOLE.has(clause.relation);
      if (clause.kind === "nominal" && clause.support < 0 && !whole) continue;
      const s = sentences[clause.sentence];
      const pair = forms(s, clause);
      if (pair === null) continue;
      const fact = layers.facts.factuality(clause.index);
      const miss = (why: string): void =>
        layers.trace?.({ rule: rule[pair.shape], sentence: s.index, token: clause.head, why });
      // "would depend on": what is to depend is said all the same.
      const open =
        fact.status === "hypothetical" &&
        words.intransitive.has(clause.lemma) &&
        words.undertaking.has(clause.modal ?? "");
      if (pair.shape !== "no-without" && (clause.negated || (IMAGINED.has(fact.status) && !open))) {
        miss(clause.negated ? "negated" : `it is ${fact.status} (${fact.rule})`);
        continue;
      }
      const by = owner(s, clause, pair.shape);
      if (by === null) {
        miss("no party found that ties them");
        continue;
      }
      const base = itemBase(layers, {
        component: "linkages",
        rule: rule[pair.shape],
        sentence: s.index,
        trigger: clause.head,
        clause,
        key: [by.code, pair.issue, pair.to],
      });
      out.push(extend(base, { kind: "linkage", by, issue: pair.issue, to: pair.to }));
    }
    for (const clause of layers.clauses) {
      const s = sentences[clause.sentence];
      const e = equations(s, clause);
      if (e === null || out.some((l) => l.sentences[0] === s.index)) continue;
      const by = e.by ?? owner(s, clause, e.shape) ?? ownerAround(layers, words, s, clause);
      if (by === null || IMAGINED.has(layers.facts.factuality(clause.index).status)) continue;
      const base = itemBase(layers, {
        component: "linkages",
        rule: rule.equation,
        sentence: s.index,
        trigger: clause.head,
        clause,
        key: [by.code, e.issue, e.to],
      });
      out.push(extend(base, { kind: "linkage", by, issue: e.issue, to: e.to }));
    }
    for (const clause of layers.clauses) {
      const p = first(layers, clause);
      if (p === null || out.some((l) => l.sentences[0] === clause.sentence)) continue;
      const base = itemBase(layers, {
        component: "linkages",
        rule: rule.first,
        sentence: clause.sentence,
        trigger: clause.head,
        clause,
        // What is undertaken hangs in the air; that it hangs on something is said.
        factuality: ASSERTED.ongoing,
        key: [p.holder.code, p.waits, p.first],
      });
      out.push(extend(base, { kind: "linkage", by: p.holder, issue: p.waits, to: p.first }));
    }
    for (const s of sentences) {
      if (s.kind === "byline" || s.kind === "boilerplate") continue;
      for (const { clause, by, issue, to } of surface(s)) {
        if (out.some((l) => l.sentences[0] === s.index)) break;
        const base = itemBase(layers, {
          component: "linkages",
          rule: rule.order,
          sentence: s.index,
          trigger: clause.head,
          clause,
          factuality: ASSERTED.ongoing,
          key: [by.code, issue, to],
        });
        out.push(extend(base, { kind: "linkage", by, issue, to }));
      }
      for (const { clause, by, issue, to } of conditional(layers, s)) {
        if (out.some((l) => l.sentences[0] === s.index && (to.includes(l.to) || l.to.includes(to)))) continue;
        const base = itemBase(layers, {
          component: "linkages",
          rule: rule.only,
          sentence: s.index,
          trigger: clause.head,
          clause,
          factuality: ASSERTED.ongoing,
          key: [by.code, issue, to],
        });
        out.push(extend(base, { kind: "linkage", by, issue, to }));
      }
    }
    return out;

    function owner(s: Sentence, clause: Clause, shape: Shape): Actor | null {
      for (const t of clause.subjects) {
        const a = actorsAt(layers, s.index, t).find(
          (x) => x.code !== null || isPowers(layers.entities[x.entity]),
        );
        if (a !== undefined) return a;
      }
      // "Washington's approval depends on", "the release by Minsk hinges on": whose the thing is that depends.
      for (const t of [...clause.subjects, ...(clause.passive ? clause.objects : [])]) {
        const a = possessor(layers, words, s, t);
        if (a !== null) return a;
      }
      // "New Delhi has linked": a capital that the parser cut in two stands for its government all the same.
      for (const t of clause.subjects) {
        const a = partyAt(layers, s, t);
        if (a !== null) return a;
      }
      // "Tying A to B is wrong, she said": the speaker ties nothing. What merely depends, or cannot be, is the speaker's link.
      const impersonal = shape === "no-without" || words.intransitive.has(clause.lemma);
      if (!impersonal && !clause.subjects.some((t) => words.firstPerson.has(s.norms[t]))) return null;
      const own = speaker(layers, layers.facts.voice(clause.index));
      if (own !== null) return own;
      for (let up = clause.parent, steps = 0; up >= 0 && steps < 3; up = layers.clauses[up].parent, steps++) {
        const above = layers.clauses[up];
        const a = above.subjects.flatMap((t) => actorsAt(layers, s.index, t)).find((x) => x.code !== null);
        if (a !== undefined) return a;
      }
      return impersonal && shape !== "no-without" ? ownerAround(layers, words, s, clause) : null;
    }
  };
}
