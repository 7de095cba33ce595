import type { Lexicon, Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import type { Layers } from "../layers.js";
import { members, ownRange, phrasesIn, subtreeHas } from "../phrases/index.js";
import type { Actor, Clause, Item, PositionItem } from "../types.js";
import { type Content, type ContentWords, contentAt } from "./content.js";
import { contentAfter } from "./content-after.js";
import { aboutNoun } from "./content-noun.js";
import { verbal } from "./content-verb.js";
import type { Found } from "./found.js";
import { binds, createSubjectHolders } from "./holders.js";
import { bindsIn, refusesIn } from "./inner.js";
import { createMatter } from "./matter.js";
import { answered, createNamedBefore } from "./named-before.js";
import { NOT_HELD } from "./not-held.js";
import { createWordings, type Match } from "./wordings.js";

/** Turns of phrase that say what a party is for or against: "poured cold water on X", "will not budge on X", "is lukewarm about X". */
export function createIdioms(
  lexicon: Lexicon,
  words: ContentWords,
): (layers: Layers, clause: Clause, soFar: readonly Item[], held: readonly PositionItem[]) => Found | null {
  const wordings = createWordings(lexicon);
  const issues = lexicon.list("stances/issues");
  const tabled = new Set([
    ...lexicon.list("deals/nouns"),
    ...lexicon.list("deals/instruments"),
    ...words.positionNouns.keys(),
  ]);
  const matter = createMatter(lexicon);
  const holdersAt = createSubjectHolders(lexicon);
  const namedBefore = createNamedBefore(lexicon);
  const punishments = members(lexicon, "stances/position-cues", "class", "punishment");
  const negotiators = members(lexicon, "stances/cues", "class", "negotiator");
  const polite = members(lexicon, "stances/cues", "class", "undertaking");
  const trivial = members(lexicon, "stances/cues", "class", "trivial");
  const pace = members(lexicon, "stances/position-cues", "class", "pace");
  const lessening = members(lexicon, "stances/position-cues", "class", "lessening");
  const tentative = members(lexicon, "stances/position-cues", "class", "tentative");
  const firstPerson = members(lexicon, "stances/cues", "class", "first-person");
  const binding = {
    undertaking: polite,
    obligation: members(lexicon, "stances/cues", "class", "obligation"),
  };
  const negators = members(lexicon, "stances/cues", "class", "negator");
  const negating = phrasesIn(lexicon.list("stances/negating-phrases"));

  return (layers, clause, soFar, held) => {
    if (clause.kind === "nominal" && clause.support < 0) return null;
    const s = layers.parsed.sentences[clause.sentence];
    for (const match of wordings.at(s, clause)) {
      const { wording } = match;
      if (clause.passive && wording.about[0] !== "np" && s.xpos[match.from] !== "VBN") continue;
      if (isReduced(s, clause, match)) continue;
      const answers = wording.about[0] === "before";
      if (answers && !isAlone(s, clause.head)) continue;
      const plain = answers
        ? answered(s, clause.head, soFar, holdersAt(layers, clause))
        : contentOf(layers, s, clause, match);
      if (plain === null) continue;
      const content = answers ? plain : namedBefore(s, plain, soFar, held);
      if (content === null || !isMatter(layers, s, plain.head, wording.form)) continue;
      if (wording.form.has("first") && !clause.subjects.some((x) => firstPerson.has(s.norms[x]))) continue;
      // "would consider further sanctions": a punishment thought of is no step towards anybody.
      if (wording.move === "softened" && punishments.has(s.lemmas[plain.head])) continue;
      if (isTime(layers, s, plain.head)) continue;
      // "is not satisfied with the progress": how talks go is judged, and nothing held.
      if (pace.has(s.lemmas[plain.head])) continue;
      if (wording.form.has("said") && !bindsIn(layers, clause, plain, binding)) continue;
      const denied =
        clause.negated ||
        hasNone(s, plain.head) ||
        (match.from > 0 && lessening.has(s.norms[match.from - 1])) ||
        negating.within(s, ...ownRange(s, clause)) !== null;
      const told = denied ? wording.negated : wording.move;
      const move = told === "holds" && refusesIn(layers, clause, plain, binding) ? "rejects" : told;
      if (move === null) continue;
      const holders = holdersAt(layers, clause).filter(
        (h) => h.basis === "pronoun" || binds(layers, h, clause, negotiators),
      );
      if (holders.length === 0 || !isHeld(layers, clause, denied, wording.form, holders)) continue;
      const found = { rule: "position/idiom", content, holders, move, force: "stated" } as const;
      const stated = !NOT_HELD.has(layers.facts.factuality(clause.index).status);
      return stated ? found : extend(found, { held: denied ? "certain" : "probable" });
    }
    return null;
  };

  /** What is only imagined is nobody's stand; "would not yield", "would settle for" are what they say. */
  function isHeld(
    layers: Layers,
    clause: Clause,
    denied: boolean,
    form: ReadonlySet<string>,
    holders: readonly Actor[],
  ): boolean {
    const { status } = layers.facts.factuality(clause.index);
    // "would consider a lower toll": in whichever mood it is taken to be.
    const { party } = layers.facts.voice(clause.index);
    const ownSay = party !== null && holders.some((h) => h.party === party || h.code === party);
    if (!NOT_HELD.has(status)) return !form.has("modal") || (tentative.has(clause.modal ?? "") && ownSay);
    if (
      status !== "hypothetical" ||
      !polite.has(clause.modal ?? "") ||
      (clause.marker !== null && clause.relation === "advcl")
    )
      return false;
    if (denied || form.has("would")) return true;
    return form.has("own") && ownSay;
  }

  function contentOf(layers: Layers, s: Sentence, clause: Clause, { wording, to }: Match): Content | null {
    const { document } = layers.parsed;
    const { about } = wording;
    if (about[0] === "bare")
      return s.upos[clause.head] === "VERB" ? verbal(document, s, clause.head, words) : null;
    if (about[0] === "object") {
      const object = contentAt(
        document,
        s,
        { ...clause, support: -1, objects: clause.objects.filter((o) => o < to) },
        "object",
        words,
      );
      return object !== null && object.head < to ? object : null;
    }
    // "takes the view that": what the noun is about.
    if (about.includes("that") && s.upos[to] === "NOUN") {
      const view = aboutNoun(document, s, to, s.heads[to], words);
      if (view !== null) return { ...view, noun: -1 };
    }
    return contentAfter(document, s, to, about, words);
  }

  function isMatter(layers: Layers, s: Sentence, head: number, form: ReadonlySet<string>): boolean {
    if (s.upos[head] === "PRON") return true;
    if (form.has("free")) return !trivial.has(s.lemmas[head]);
    if (form.has("tabled")) return subtreeHas(s, head, tabled);
    return subtreeHas(s, head, issues) || matter(layers, s, head);
  }

  /** "would brook no interference" */
  function hasNone(s: Sentence, head: number): boolean {
    for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
      if (s.deprels[c] === "det" && negators.has(s.norms[c])) return true;
    return false;
  }
}

/** "the minister, asked for his view": a participle of a verb, done to him and not by him. */
function isReduced(s: Sentence, clause: Clause, { wording, from }: Match): boolean {
  if (s.xpos[from] !== "VBN" || wording.words[0].has(s.norms[from]) || clause.kind !== "verbal") return false;
  if (clause.passive) return wording.about[0] !== "np";
  if (clause.tense !== "none") return false;
  for (let c = s.firstChild[from]; c >= 0 && c < from; c = s.nextSibling[c])
    if (s.deprels[c].startsWith("aux")) return false;
  return true;
}

/** "yielded on Sunday": when, and not on what. */
const isTime = (l: Layers, s: Sentence, t: number): boolean =>
  (l.timesBySentence[s.index] ?? []).some(
    (i) => l.times[i].start <= s.starts[t] && s.ends[t] <= l.times[i].end,
  );

/** Whether a verb stands without anything that says what it is about. */
function isAlone(s: Sentence, verb: number): boolean {
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c])
    if (
      c > verb &&
      (s.deprels[c].startsWith("obj") || s.deprels[c].endsWith("comp") || s.deprels[c] === "obl")
    )
      return false;
  return true;
}
