import { type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import type { Layers } from "../layers.js";
import {
  actorsAt,
  clausePhrase,
  itemBase,
  members,
  nounPhrase,
  slice,
  speaker,
  subtreeHas,
  verbOf,
} from "../phrases/index.js";
import type { Actor, Clause, Item, LinkageItem } from "../types.js";
import { linkageRules } from "./linkages.rules.js";

export { type LinkageRule, linkageRules } from "./linkages.rules.js";

type Shape = (typeof linkageRules)[number]["shape"];
const rule = Object.fromEntries(linkageRules.map((r) => [r.shape, r.id])) as Readonly<Record<Shape, string>>;
const IMAGINED = new Set(["hypothetical", "conditional", "requested", "proposed", "feared", "expected"]);

/** Sentences looked back for what is talked about. */
const LOOK_BACK = 12;
const MODIFIER = new Set(["compound", "amod", "nmod"]);

interface Pair {
  readonly shape: Shape;
  readonly issue: string;
  readonly to: string;
}

/** One issue made to depend on another, by whom. Imagined and denied links are none. */
export function createLinkages(lexicon: Lexicon): (layers: Layers, soFar: readonly Item[]) => Item[] {
  const preps = new Map(
    lexicon.table("items-b/linkage-verbs").rows.map((r) => [r[0], new Set(r[1].split("|"))] as const),
  );
  const levers = new Map(
    lexicon
      .table("items-b/lever-nouns")
      .rows.map((r) => [r[0], r[1] === "" ? null : new Set(r[1].split("|"))] as const),
  );
  const issues = lexicon.list("items-b/issues");
  const talks = lexicon.list("items-b/negotiation-nouns");
  const process = members(lexicon, "items-b/negotiation-nouns", "kind", "talks");
  const intransitive = new Set(
    lexicon
      .table("items-b/linkage-verbs")
      .rows.filter((r) => r[2] === "subject")
      .map((r) => r[0]),
  );
  const cue = (cls: string): ReadonlySet<string> => members(lexicon, "items-b/cues", "class", cls);
  const use = cue("use");
  const as = cue("as");
  const make = cue("make");
  const exist = cue("exist");
  const without = cue("without");
  const negators = cue("negator");
  const only = cue("limiting");
  const condition = cue("if-marker");
  const purposes = cue("for");
  const undertaking = cue("undertaking");

  return (layers) => {
    const { document: doc, sentences } = layers.parsed;
    const out: LinkageItem[] = [];
    for (const clause of layers.clauses) {
      if (clause.kind === "nominal" && clause.support < 0) continue;
      const s = sentences[clause.sentence];
      const pair =
        tied(s, clause) ?? lever(s, clause) ?? made(s, clause) ?? noWithout(s, clause) ?? onlyIf(s, clause);
      if (pair === null) continue;
      const fact = layers.facts.factuality(clause.index);
      if (
        pair.shape !== "no-without" &&
        pair.shape !== "only" &&
        (clause.negated || IMAGINED.has(fact.status))
      )
        continue;
      const by = owner(s, clause);
      if (by === null) continue;
      const base = itemBase(layers, {
        component: "linkages",
        rule: rule[pair.shape],
        sentence: s.index,
        trigger: clause.head,
        clause,
        key: [by.code, pair.issue, pair.to],
      });
      out.push({ ...base, kind: "linkage", by, issue: pair.issue, to: pair.to });
    }
    return out;

    function text(s: Sentence, t: number): string {
      return s.upos[t] === "VERB" ? clausePhrase(doc, s, t).text : nounPhrase(doc, s, t).text;
    }

    /** Text of a noun phrase without the complement that starts at `stop`. */
    function upTo(s: Sentence, t: number, stop: number): string {
      const phrase = nounPhrase(doc, s, t);
      const end = subtreeRange(s, stop)[0];
      return phrase.to > end && end > t ? slice(doc, s, phrase.from, end).text : phrase.text;
    }

    function known(s: Sentence, t: number): boolean {
      return subtreeHas(s, t, issues) || subtreeHas(s, t, talks);
    }

    function tied(s: Sentence, clause: Clause): Pair | null {
      const to = preps.get(clause.lemma);
      if (to === undefined) return null;
      // "the deal hinges on X", "is conditional on X": what depends is the subject.
      const object =
        clause.objects[0] ??
        (clause.kind === "verbal" && !clause.passive && !intransitive.has(clause.lemma)
          ? undefined
          : clause.subjects[0]);
      const target =
        clause.obliques.find((o) => to.has(o.prep))?.head ??
        clause.recipients[0] ??
        (object === undefined ? -1 : nmodWith(s, object, to));
      if (
        object === undefined ||
        target === undefined ||
        target < 0 ||
        !(known(s, object) || known(s, target))
      )
        return null;
      return { shape: "verb", issue: upTo(s, object, target), to: text(s, target) };
    }

    function nmodWith(s: Sentence, noun: number, prep: ReadonlySet<string>): number {
      for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
        if (c > noun && s.deprels[c].startsWith("nmod") && prep.has(caseOf(s, c))) return c;
      }
      return -1;
    }

    function lever(s: Sentence, clause: Clause): Pair | null {
      if (!use.has(s.lemmas[verbOf(clause)]) || clause.objects.length === 0) return null;
      const chip = leverNoun(s, clause);
      if (chip < 0) return null;
      const issue =
        clause.obliques.find((o) => o.head !== chip && purposes.has(o.prep) && known(s, o.head))?.head ??
        (complement(s, chip) >= 0 ? complement(s, chip) : purpose(s, clause));
      return {
        shape: "lever",
        issue: issue < 0 ? talked(s) : text(s, issue),
        to: text(s, clause.objects[0]),
      };
    }

    /** "as leverage to win concessions on missiles": what it is to win, or -1. */
    function purpose(s: Sentence, clause: Clause): number {
      for (const c of layers.clausesBySentence[s.index] ?? []) {
        const inner = layers.clauses[c];
        if (
          inner.head > clause.head &&
          inner.mood === "infinitive" &&
          inner.objects.length > 0 &&
          known(s, inner.objects[0])
        )
          return inner.objects[0];
      }
      return -1;
    }

    /** Where the sentence does not say what the lever is for: the talks last named with what they are about ("treaty talks"). */
    function talked(s: Sentence): string {
      for (let i = s.index; i >= 0 && i > s.index - LOOK_BACK; i--) {
        const before = sentences[i];
        for (let t = before.size - 1; t >= 0; t--) {
          if (
            before.upos[t] === "NOUN" &&
            process.has(before.lemmas[t]) &&
            complements(before, t).some(
              (c) => c < t && MODIFIER.has(before.deprels[c]) && before.upos[c] === "NOUN",
            )
          )
            return nounPhrase(doc, before, t).text;
        }
      }
      return "";
    }

    function leverNoun(s: Sentence, clause: Clause): number {
      for (const o of clause.obliques) if (as.has(o.prep) && isLever(s, o.head)) return o.head;
      for (const object of clause.objects) {
        for (let c = s.firstChild[object]; c >= 0; c = s.nextSibling[c])
          if (as.has(caseOf(s, c)) && isLever(s, c)) return c;
      }
      return -1;
    }

    function isLever(s: Sentence, t: number): boolean {
      const needs = levers.get(s.lemmas[t]);
      return needs === null || (needs !== undefined && subtreeHas(s, t, needs));
    }

    function complement(s: Sentence, noun: number): number {
      for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c])
        if (c > noun && s.deprels[c].startsWith("nmod") && known(s, c)) return c;
      return -1;
    }

    /** "made B a precondition for A", "made A conditional on B". */
    function made(s: Sentence, clause: Clause): Pair | null {
      const verb = verbOf(clause);
      if (!make.has(s.lemmas[verb])) return null;
      const objects = verb === clause.head ? clause.objects : [clause.head, ...clause.objects];
      if (objects.length === 0) return null;
      for (const o of objects) {
        const adjective = complements(s, o).find((c) => c > o && preps.has(s.lemmas[c]));
        const target =
          adjective === undefined
            ? undefined
            : below(s, adjective, preps.get(s.lemmas[adjective]) as ReadonlySet<string>);
        if (adjective !== undefined && target !== undefined && known(s, o))
          return { shape: "verb", issue: upTo(s, o, adjective), to: text(s, target) };
      }
      for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c]) {
        if (c < verb || (s.deprels[c] !== "xcomp" && s.deprels[c] !== "obj" && s.deprels[c] !== "obl"))
          continue;
        const to = preps.get(s.lemmas[c]);
        const object = objects.find((o) => o !== c) ?? objects[0];
        if (to !== undefined) {
          const target = below(s, c, to) ?? clause.obliques.find((o) => to.has(o.prep))?.head;
          if (target !== undefined && known(s, object))
            return { shape: "verb", issue: text(s, object), to: text(s, target) };
        }
        if (isLever(s, c) && object !== c) {
          const issue =
            complement(s, c) >= 0
              ? complement(s, c)
              : (clause.obliques.find((o) => purposes.has(o.prep) && known(s, o.head))?.head ?? -1);
          if (issue >= 0) return { shape: "made", issue: text(s, issue), to: text(s, object) };
        }
      }
      return null;
    }

    function below(s: Sentence, t: number, prep: ReadonlySet<string>): number | undefined {
      for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c])
        if (c > t && prep.has(caseOf(s, c))) return c;
      return undefined;
    }

    function noWithout(s: Sentence, clause: Clause): Pair | null {
      const subject =
        [...clause.subjects, ...clause.objects].find((t) => denied(s, t) && known(s, t)) ??
        (denied(s, clause.head) && known(s, clause.head) ? clause.head : undefined);
      if (
        subject === undefined ||
        !(exist.has(clause.lemma) || clause.head === subject) ||
        clause.tense === "past"
      )
        return null;
      const target =
        clause.obliques.find((o) => without.has(o.prep) && o.head !== subject)?.head ??
        below(s, subject, without);
      return target === undefined
        ? null
        : { shape: "no-without", issue: upTo(s, subject, target), to: text(s, target) };
    }

    function denied(s: Sentence, t: number): boolean {
      for (let c = s.firstChild[t]; c >= 0 && c < t; c = s.nextSibling[c])
        if (s.deprels[c] === "det" && negators.has(s.norms[c])) return true;
      return false;
    }

    function onlyIf(s: Sentence, clause: Clause): Pair | null {
      if (
        clause.kind !== "verbal" ||
        clause.objects.length === 0 ||
        !undertaking.has(clause.modal ?? "") ||
        !known(s, clause.objects[0])
      )
        return null;
      for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c]) {
        if (s.deprels[c] !== "advcl" || c < clause.head || !condition.has(caseOf(s, c))) continue;
        const from = leftmost(s, c);
        if ((from > 0 && only.has(s.norms[from - 1])) || only.has(s.norms[from]))
          return { shape: "only", issue: text(s, clause.objects[0]), to: clausePhrase(doc, s, c).text };
      }
      return null;
    }

    function owner(s: Sentence, clause: Clause): Actor | null {
      for (const t of clause.subjects) {
        const a = actorsAt(layers, s.index, t).find((x) => x.code !== null);
        if (a !== undefined) return a;
      }
      const own = speaker(layers, layers.facts.voice(clause.index));
      if (own !== null && own.code !== null) return own;
      for (let up = clause.parent, steps = 0; up >= 0 && steps < 3; up = layers.clauses[up].parent, steps++) {
        const above = layers.clauses[up];
        const a = above.subjects.flatMap((t) => actorsAt(layers, s.index, t)).find((x) => x.code !== null);
        if (a !== undefined) return a;
      }
      return null;
    }
  };
}

/** Preposition or marker in front of a phrase or clause, or "". */
function caseOf(s: Sentence, head: number): string {
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    if (s.deprels[c] === "case" || s.deprels[c] === "mark") return s.norms[c];
  return "";
}

function leftmost(s: Sentence, head: number): number {
  let t = head;
  while (s.firstChild[t] >= 0 && s.firstChild[t] < t) t = s.firstChild[t];
  return t;
}

function complements(s: Sentence, head: number): number[] {
  const out: number[] = [];
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) out.push(c);
  return out;
}
