import type { Lexicon, Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import {
  actorsWithin,
  clauseOver,
  itemBase,
  members,
  nounPhrase,
  ownRange,
  type Phrase,
  PhraseTable,
  slice,
  subtreeHas,
  verbKeys,
  verbOf,
} from "../phrases/index.js";
import type { Actor, Clause, ConditionItem, Factuality, Item } from "../types.js";
import { conditionRules } from "./conditions.rules.js";
import { judged, realisedBy } from "./realised.js";

export { type ConditionRule, conditionRules } from "./conditions.rules.js";

type Direction = ConditionItem["direction"];
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
  const verbs = new Map(
    lexicon.table("items-b/condition-verbs").rows.map((r) => [r[0], r[1] as Direction] as const),
  );
  const nouns = new Map(
    lexicon
      .table("items-b/condition-nouns")
      .rows.map((r) => [r[0], { direction: r[1] as Direction, verbs: new Set(r[2].split("|")) }] as const),
  );
  const frames = new PhraseTable(
    lexicon
      .table("items-b/condition-frames")
      .rows.map((r) => [r[0], { after: r[1] === "after", sure: r[2] === "hurts" }] as const),
  );
  const cuts = new Map(
    lexicon.table("items-b/circumstances").rows.map((r) => [r[0], r[1] as Direction] as const),
  );
  const ties = members(lexicon, "items-b/negotiation-nouns", "kind", "ties");
  const matters = members(lexicon, "items-b/negotiation-nouns", "kind", "matter");
  const talks = new Set(
    [...lexicon.list("items-b/negotiation-nouns")].filter((w) => !ties.has(w) && !matters.has(w)),
  );
  const negating = new PhraseTable(
    [...lexicon.list("items-b/negating-phrases")].map((w) => [w, true] as const),
  );
  const process = new Set(
    ["talks", "sitting"].flatMap((k) => [...members(lexicon, "items-b/negotiation-nouns", "kind", k)]),
  );
  const expectation = lexicon.list("items-b/expectation-words");
  const contrast = new PhraseTable(
    [...lexicon.list("items-b/contrast-words")].map((w) => [w, true] as const),
  );
  const pronouns = members(lexicon, "items-b/cues", "class", "demonstrative");
  const possibly = members(lexicon, "items-b/cues", "class", "possibly");
  const backshifted = members(lexicon, "items-b/cues", "class", "backshifted");
  const opening = members(lexicon, "items-b/cues", "class", "opening");
  const carrier = members(lexicon, "items-b/cues", "class", "carrier");
  const causative = members(lexicon, "items-b/cues", "class", "causative");
  const prospective = members(lexicon, "items-b/cues", "class", "prospective");
  const make = members(lexicon, "items-b/cues", "class", "make");
  const adjectives = new Map<string, { degree: string; direction: Direction }[]>();
  for (const [lemma, degree, direction] of lexicon.table("items-b/condition-adjectives").rows) {
    adjectives.set(lemma, [...(adjectives.get(lemma) ?? []), { degree, direction: direction as Direction }]);
  }
  const people = members(lexicon, "items-b/cues", "class", "negotiator");
  const affects = members(lexicon, "items-b/cues", "class", "for");

  return (layers, soFar) => {
    const { document: doc, sentences } = layers.parsed;
    const out: ConditionItem[] = [];
    const judgements = judged(soFar);

    for (const s of sentences) {
      if (s.kind === "byline" || s.kind === "boilerplate" || s.kind === "dateline") continue;
      const seen = new Set<number>();
      for (const i of layers.clausesBySentence[s.index] ?? []) {
        const clause = layers.clauses[i];
        const hit = affected(s, clause) ?? called(s, clause);
        if (hit === null || seen.has(hit.subject)) continue;
        seen.add(hit.subject);
        add(s, clause, hit.shape, hit.direction, hit.subject);
      }
      for (let t = 0; t < s.size; t++) {
        const frame = frames.at(s, t);
        if (frame !== null) background(s, t, frame.length, frame.value);
      }
    }
    for (const item of soFar) outsider(item);
    return out;

    /** "X hampered the talks": subject and direction. */
    function affected(
      s: Sentence,
      clause: Clause,
    ): { shape: Shape; direction: Direction; subject: number } | null {
      if (clause.kind !== "verbal" || clause.subjects.length === 0 || isPurpose(clause)) return null;
      let direction = verbs.get(clause.lemma);
      if (direction === undefined || !clause.objects.some((o) => bearsOn(s, o)))
        direction = deeper(s, clause) ?? madeSo(s, clause);
      if (direction === undefined) return null;
      const subject = circumstance(s, clause.subjects);
      return subject < 0 ? null : { shape: "verb", direction, subject };
    }

    /** Whether an object is the talks, or their prospects, path or start. */
    function bearsOn(s: Sentence, o: number): boolean {
      return (
        talks.has(s.lemmas[o]) ||
        ((carrier.has(s.lemmas[o]) || s.upos[o] === "PROPN") && subtreeHas(s, o, talks)) ||
        compound(s, o)
      );
    }

    function compound(s: Sentence, o: number): boolean {
      for (let c = s.firstChild[o]; c >= 0 && c < o; c = s.nextSibling[c])
        if (s.deprels[c] === "compound" && talks.has(s.lemmas[c])) return true;
      return false;
    }

    /** "threatened to derail the talks", "forced the sides to put off the talks": what is done to talks stands one verb deeper. */
    function deeper(s: Sentence, clause: Clause): Direction | undefined {
      if (!causative.has(clause.lemma)) return undefined;
      for (const i of layers.clausesBySentence[s.index] ?? []) {
        const inner = layers.clauses[i];
        if (
          inner.head <= clause.head ||
          (inner.relation !== "xcomp" && inner.relation !== "advcl") ||
          !inner.objects.some((o) => bearsOn(s, o))
        )
          continue;
        const found = verbKeys(layers, inner)
          .map((k) => verbs.get(k))
          .find((d) => d !== undefined);
        if (found !== undefined) return found;
      }
      return undefined;
    }

    /** "made a compromise less likely". */
    function madeSo(s: Sentence, clause: Clause): Direction | undefined {
      if (!make.has(s.lemmas[verbOf(clause)])) return undefined;
      const objects = clause.support >= 0 ? [clause.head, ...clause.objects] : clause.objects;
      if (!objects.some((o) => bearsOn(s, o))) return undefined;
      for (let t = verbOf(clause) + 1; t < s.size && t < verbOf(clause) + 12; t++) {
        for (const a of adjectives.get(s.norms[t]) ?? adjectives.get(s.lemmas[t]) ?? [])
          if (a.degree === "" || s.norms[t - 1] === a.degree) return a.direction;
      }
      return undefined;
    }

    /** "X dealt a blow to the talks", "X is a tailwind for the talks". */
    function called(
      s: Sentence,
      clause: Clause,
    ): { shape: Shape; direction: Direction; subject: number } | null {
      const copula = nouns.get(s.lemmas[clause.head]);
      let hit = copula !== undefined && clause.kind !== "verbal" ? copula : undefined;
      let noun = hit === undefined ? -1 : clause.head;
      if (hit === undefined && clause.support >= 0) {
        const light = nouns.get(clause.lemma);
        if (light?.verbs.has(s.lemmas[clause.support])) [hit, noun] = [light, clause.head];
      }
      if (hit === undefined) {
        for (const o of [...clause.objects, ...clause.obliques.map((x) => x.head)]) {
          const h = nouns.get(s.lemmas[o]);
          if (h?.verbs.has(clause.lemma)) [hit, noun] = [h, o];
        }
      }
      if (hit === undefined || noun < 0) return null;
      const subject = circumstance(
        s,
        clause.subjects.filter((x) => x !== noun),
      );
      if (
        subject < 0 ||
        !(
          reaches(s, noun) ||
          clause.obliques.some((o) => affects.has(o.prep) && subtreeHas(s, o.head, talks)) ||
          [...clause.objects, ...clause.recipients].some((o) => o !== noun && subtreeHas(s, o, talks))
        )
      )
        return null;
      return { shape: "noun", direction: hit.direction, subject };
    }

    function reaches(s: Sentence, noun: number): boolean {
      for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
        if (
          c > noun &&
          (s.deprels[c].startsWith("nmod") || s.deprels[c] === "obl" || s.deprels[c] === "acl") &&
          subtreeHas(s, c, talks)
        )
          return true;
      }
      return false;
    }

    /** A subject that can be a circumstance: neither a person or party acting nor the talks themselves. */
    function circumstance(s: Sentence, subjects: readonly number[]): number {
      return (
        subjects.find(
          (t) =>
            (s.upos[t] === "NOUN" || pronouns.has(s.norms[t])) &&
            !process.has(s.lemmas[t]) &&
            !people.has(s.lemmas[t]) &&
            !isActor(layers, s, t),
        ) ?? -1
      );
    }

    function background(
      s: Sentence,
      t: number,
      length: number,
      frame: { after: boolean; sure: boolean },
    ): void {
      const phrase = frame.after ? before(s, t) : after(s, t + length);
      if (phrase === null) return;
      let direction: Direction | null = frame.sure ? "hurts" : null;
      for (let k = phrase.from; k < phrase.to && direction === null; k++)
        direction = cuts.get(s.lemmas[k]) ?? cuts.get(s.norms[k]) ?? null;
      if (direction === null) return;
      const clause = clauseOver(layers, s.index, t) ?? clauseOver(layers, s.index, phrase.from);
      push(s, t, clause, "frame", direction, phrase, { expected: false, realised: "yes" }, []);
    }

    function after(s: Sentence, from: number): Phrase | null {
      for (let k = from; k < s.size && k < from + 8; k++) {
        if (
          (s.upos[k] === "NOUN" || s.upos[k] === "PROPN") &&
          (s.heads[k] < from || s.heads[k] > k + 12 || s.upos[s.heads[k]] === "VERB")
        )
          return nounPhrase(doc, s, k);
      }
      return null;
    }

    /** "with X in the background": X reaches from the preposition to the frame. */
    function before(s: Sentence, t: number): Phrase | null {
      for (let k = t - 1; k >= 0 && k > t - 20; k--) {
        if (opening.has(s.norms[k]) && (k === 0 || s.upos[k - 1] !== "NOUN"))
          return k + 1 < t ? slice(doc, s, k + 1, t) : null;
        if (s.upos[k] === "PUNCT") return null;
      }
      return null;
    }

    function add(s: Sentence, clause: Clause, shape: Shape, direction: Direction, subject: number): void {
      const fact = layers.facts.factuality(clause.index);
      const possible = clause.modal !== null && (possibly.has(clause.modal) || backshifted.has(clause.modal));
      if ((IMAGINED.has(fact.status) && !(possible && fact.status === "hypothetical")) || clause.negated)
        return;
      const [from, to] = ownRange(s, clause);
      if (negating.within(s, from, to) !== null) return;
      const hoped = isHoped(s, clause, fact);
      const also: number[] = [];
      let phrase = nounPhrase(doc, s, subject);
      const determiner =
        s.firstChild[subject] >= 0 && s.firstChild[subject] < subject ? s.firstChild[subject] : subject;
      let who: Actor[] = actorsWithin(layers, s.index, phrase.from, phrase.to);
      if (pronouns.has(s.norms[determiner]) && s.index > 0) {
        const last = sentences[s.index - 1];
        also.push(last.index);
        phrase = {
          ...phrase,
          text: `${phrase.text}: ${doc.text.slice(last.start, last.end).replace(/\s+/g, " ")}`,
        };
        who = [...actorsWithin(layers, last.index, 0, last.size), ...who];
      }
      const realised = hoped
        ? realisedBy(layers, s.index, direction, judgements, contrast)
        : { value: "yes" as const, sentence: -1 };
      if (realised.sentence >= 0) also.push(realised.sentence);
      push(
        s,
        clause.support >= 0 ? clause.support : clause.head,
        clause,
        shape,
        direction,
        phrase,
        { expected: hoped, realised: realised.value },
        also,
        who,
      );
    }

    function isHoped(s: Sentence, clause: Clause, fact: Factuality): boolean {
      if (prospective.has(clause.lemma) && clause.objects.length === 0) return true;
      if (
        HOPED.has(fact.status) ||
        possibly.has(clause.modal ?? "") ||
        fact.certainty === "possible" ||
        fact.certainty === "uncommitted"
      )
        return true;
      if (clause.modal !== null && fact.status !== "happened") return true;
      const up = s.heads[clause.head];
      return up >= 0 &&
        expectation.has(s.lemmas[up]) &&
        s.deprels[clause.head] !== "conj" &&
        s.deprels[clause.head] !== "parataxis"
        ? true
        : clause.mood === "infinitive" && up >= 0;
    }

    /** Concern over a third state, and bargaining chips: positions and linkages that name something outside. */
    function outsider(item: Item): void {
      if (
        item.kind !== "linkage" &&
        !(item.kind === "position" && item.origin.rule === "position/express-concern")
      )
        return;
      const s = sentences[item.sentences[0]];
      const by = item.kind === "linkage" ? item.by : item.holder;
      const text = item.kind === "linkage" ? item.to : item.issue;
      const start = doc.text.indexOf(text, s.start);
      if (start < 0 || start >= s.end) return;
      const [from, to] = tokens(s, start, start + text.length);
      const who = mentionsWithin(layers, s, from, to).filter((a) => a.code !== by.code);
      const lever = item.kind === "linkage" && item.origin.rule === "linkage/bargaining-chip";
      const others = new Set(who.map((a) => a.code));
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
        key: [direction, what.text],
      });
      out.push({
        ...base,
        kind: "condition",
        what: what.text,
        direction,
        ...state,
        who: who ?? mentionsWithin(layers, s, what.from, what.to),
      });
    }
  };
}

function isActor(layers: Layers, s: Sentence, token: number): boolean {
  for (const i of layers.mentionsBySentence[s.index] ?? []) {
    const m = layers.mentions[i];
    if (m.head === token && m.use === "actor" && ACTING.has(layers.entities[m.entity]?.kind)) return true;
  }
  return false;
}

/** "to put off the talks", "talks aimed at": what is meant to be done to talks is no circumstance that did it. */
const isPurpose = (c: Clause): boolean =>
  (c.relation === "acl" && !c.passive) || (c.relation === "advcl" && c.mood === "infinitive");

const ACTING = new Set(["state", "historical-state", "person", "ministry", "armed-group", "plural"]);

function tokens(s: Sentence, start: number, end: number): [number, number] {
  let from = 0;
  while (from < s.size - 1 && s.ends[from] <= start) from++;
  let to = from + 1;
  while (to < s.size && s.starts[to] < end) to++;
  return [from, to];
}

/** States named in the range in any use, metonyms and modifiers included: circumstances are named by their adjectives ("U.S. bases"). */
function mentionsWithin(layers: Layers, s: Sentence, from: number, to: number): Actor[] {
  const out: Actor[] = [];
  for (const i of layers.mentionsBySentence[s.index] ?? []) {
    const m = layers.mentions[i];
    const e = layers.entities[m.entity];
    if (
      m.from < from ||
      m.to > to ||
      e === undefined ||
      e.code === null ||
      out.some((a) => a.code === e.code)
    )
      continue;
    out.push({
      entity: e.index,
      name: e.name,
      code: e.code,
      words: { doc: layers.parsed.document.id, start: m.start, end: m.end },
      basis: m.form,
    });
  }
  return out;
}
