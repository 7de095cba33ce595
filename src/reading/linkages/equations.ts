import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, verbOf } from "../phrases/index.js";
import type { Actor, Clause } from "../types.js";
import type { Pair } from "./forms.js";
import { before, complements, text } from "./tree.js";
import type { LinkageWords } from "./words.js";

/** How far in front of a verb, and behind it, its figure stands. */
const BEFORE = 4;
const BEHIND = 8;

/** A pair with whose it is, where the construction itself names them ("Riyadh's price"). */
export interface Equation extends Pair {
  readonly by: Actor | null;
}

/** Reads links told by a noun or a figure: "Riyadh's price for A is B", "A and B are two sides of one coin", "refuses to separate A from B". */
export function createEquations(
  layers: Layers,
  words: LinkageWords,
): (s: Sentence, clause: Clause) => Equation | null {
  const { document: doc } = layers.parsed;
  return (s, clause) => priced(s, clause) ?? joined(s, clause) ?? inseparable(s, clause);

  /** "The price of A is B", "B is the key to A", "B is the price for A". */
  function priced(s: Sentence, clause: Clause): Equation | null {
    if (clause.kind !== "copular" || clause.negated || s.upos[clause.head] === "ADJ") return null;
    for (const subject of clause.subjects) {
      const forward = words.prices.has(s.lemmas[subject]);
      const noun = forward ? subject : words.prices.has(s.lemmas[clause.head]) ? clause.head : -1;
      if (noun < 0) continue;
      const issue = complements(s, noun).find(
        (c) => c > noun && /^(nmod|acl)/.test(s.deprels[c]) && c !== clause.head && c !== subject,
      );
      const to = forward ? clause.head : subject;
      if (issue === undefined || s.upos[to] === "PRON") continue;
      if (!(words.matter(layers, s, issue) || words.matter(layers, s, to) || named(s, issue) || named(s, to)))
        continue;
      const by = complements(s, noun)
        .filter((c) => c < noun)
        .flatMap((c) => actorsAt(layers, s.index, c))
        .find((a) => a.code !== null);
      return { shape: "equation", issue: text(doc, s, issue), to: text(doc, s, to), by: by ?? null };
    }
    return null;
  }

  /** "A and B go hand in hand", "wants A and B treated as one package". */
  function joined(s: Sentence, clause: Clause): Equation | null {
    const verb = verbOf(clause);
    const figure = clause.negated ? null : words.figures.within(s, Math.max(0, verb - BEFORE), verb + BEHIND);
    if (figure === null) return null;
    const linked = figure.at + figure.length;
    const subject =
      [...clause.subjects, ...csubjOf(s, clause.head)].find(
        (t) => actorsAt(layers, s.index, t).length === 0,
      ) ?? thingBefore(s, figure.at);
    if (words.with.has(s.norms[linked]) && subject !== undefined && s.heads[linked] > linked) {
      const to = s.heads[linked];
      if (!(named(s, subject) || named(s, to))) return null;
      return { shape: "equation", issue: text(doc, s, subject), to: text(doc, s, to), by: null };
    }
    // The two stand in front, whatever the parser makes of them.
    for (let other = figure.at - 1; other > 0; other--) {
      const t = s.heads[other];
      if (s.deprels[other] !== "conj" || s.upos[other] !== "NOUN" || t < 0 || s.upos[t] !== "NOUN") continue;
      if (!(named(s, t) || named(s, other))) return null;
      return { shape: "equation", issue: upToAnd(s, t, other), to: text(doc, s, other), by: null };
    }
    return null;
  }

  function csubjOf(s: Sentence, verb: number): number[] {
    return complements(s, verb).filter((c) => c < verb && s.deprels[c].startsWith("csubj"));
  }

  /** "Exporting lithium, La Paz insists, goes hand in hand with": the first thing named, whatever the parser makes of it. */
  function thingBefore(s: Sentence, figure: number): number | undefined {
    for (let t = 0; t < figure; t++) if (s.upos[t] === "NOUN" && s.deprels[t] !== "compound") return t;
    return undefined;
  }

  /** "will not separate A from B", "refused to decouple A from B". */
  function inseparable(s: Sentence, clause: Clause): Equation | null {
    if (!words.parting.has(clause.lemma) || clause.objects.length === 0) return null;
    const over = clause.parent < 0 ? null : layers.clauses[clause.parent];
    const refused = clause.negated || (over !== null && (over.negated || words.refusing.has(over.lemma)));
    const from =
      clause.obliques.find((o) => words.partedFrom.has(o.prep))?.head ?? partedBelow(s, clause.objects[0]);
    if (!refused || from === undefined || !(named(s, clause.objects[0]) || named(s, from))) return null;
    return { shape: "equation", issue: text(doc, s, clause.objects[0]), to: text(doc, s, from), by: null };
  }

  function partedBelow(s: Sentence, object: number): number | undefined {
    return complements(s, object).find(
      (c) => c > object && complements(s, c).some((k) => k < c && words.partedFrom.has(s.norms[k])),
    );
  }

  function named(s: Sentence, t: number): boolean {
    return [t, ...complements(s, t)].some(
      (c) => words.issues.has(s.lemmas[c]) || words.talks.has(s.lemmas[c]),
    );
  }

  function upToAnd(s: Sentence, t: number, other: number): string {
    let end = other;
    while (
      end > t + 1 &&
      (s.heads[end - 1] === other || s.upos[end - 1] === "CCONJ" || s.upos[end - 1] === "PUNCT")
    )
      end--;
    return before(doc, s, t, end);
  }
}
