import type { Lexicon, Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, members, speaker, subtreeHas, verbOf } from "../phrases/index.js";
import type { Actor, Clause, PositionItem } from "../types.js";
import { type Content, type ContentWords, contentAt } from "./content.js";
import { aboutNoun } from "./content-noun.js";
import type { Found } from "./found.js";
import { createMatter } from "./matter.js";
import { NOT_HELD } from "./not-held.js";

interface Idiom {
  readonly verb: ReadonlySet<string>;
  readonly noun: ReadonlySet<string>;
  /** Prepositions that open what it is said of, or "inf". */
  readonly about: readonly string[];
  readonly move: PositionItem["move"];
  /** `not`: counts negated only, `yes`: asserted only. */
  readonly negated: boolean;
}

/** Verb and noun that together say what a party is for or against: "poured cold water on X", "has no intention of X". */
export function createIdioms(
  lexicon: Lexicon,
  words: ContentWords,
): (layers: Layers, clause: Clause) => Found | null {
  const idioms: Idiom[] = lexicon
    .table("stances/position-idioms")
    .rows.map(([verb, noun, about, move, form]) => ({
      verb: new Set(verb.split("|")),
      noun: new Set(noun.split("|")),
      about: about.split("|"),
      move: move as PositionItem["move"],
      negated: form === "not",
    }));
  const firstPerson = members(lexicon, "stances/cues", "class", "first-person");
  const issues = lexicon.list("stances/issues");
  const matter = createMatter(lexicon);

  return (layers, clause) => {
    if (clause.kind === "nominal" && clause.support < 0) return null;
    const s = layers.parsed.sentences[clause.sentence];
    const verb = s.lemmas[verbOf(clause)];
    for (const idiom of idioms) {
      if (!idiom.verb.has(verb) && !idiom.verb.has(clause.lemma)) continue;
      const noun = nounOf(s, clause, idiom);
      if (noun < 0 || clause.negated !== idiom.negated || clause.passive) continue;
      if (NOT_HELD.has(layers.facts.factuality(clause.index).status)) return null;
      const content = contentOf(layers, s, clause, noun, idiom);
      if (content === null || !(subtreeHas(s, content.head, issues) || matter(layers, s, content.head)))
        continue;
      const holders = holdersAt(layers, clause);
      if (holders.length === 0) continue;
      return { rule: "position/idiom", content, holders, move: idiom.move, force: "stated" };
    }
    return null;
  };

  /** The noun among what the verb governs, or the clause's own head under a light verb. */
  function nounOf(s: Sentence, clause: Clause, idiom: Idiom): number {
    if (clause.support >= 0 && idiom.noun.has(s.lemmas[clause.head])) return clause.head;
    return (
      [...clause.objects, ...clause.obliques.map((o) => o.head)].find((t) => idiom.noun.has(s.lemmas[t])) ??
      -1
    );
  }

  function contentOf(
    layers: Layers,
    s: Sentence,
    clause: Clause,
    noun: number,
    idiom: Idiom,
  ): Content | null {
    const { document } = layers.parsed;
    for (const about of idiom.about) {
      // "takes the view that": what the noun is about.
      const view = about === "that" ? aboutNoun(document, s, noun, verbOf(clause), words) : null;
      if (view !== null) return view;
      const own: Clause = { ...clause, support: -1, head: noun, obliques: obliquesOf(s, noun), objects: [] };
      const found =
        contentAt(document, s, own, about, words) ??
        contentAt(document, s, { ...clause, support: -1 }, about, words);
      if (found !== null && found.head !== noun) return found;
    }
    return null;
  }

  function holdersAt(layers: Layers, clause: Clause): Actor[] {
    const s = layers.parsed.sentences[clause.sentence];
    for (const t of clause.subjects) {
      const actors = actorsAt(layers, clause.sentence, t).filter((a) => a.code !== null);
      if (actors.length > 0) return actors;
    }
    const own = clause.subjects.some((t) => firstPerson.has(s.norms[t]))
      ? speaker(layers, layers.facts.voice(clause.index))
      : null;
    return own !== null && own.code !== null ? [own] : [];
  }
}

/** What hangs on a noun by a preposition. */
function obliquesOf(s: Sentence, noun: number): Clause["obliques"] {
  const out: { prep: string; head: number }[] = [];
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    if (c < noun || !s.deprels[c].startsWith("nmod")) continue;
    const first = s.firstChild[c];
    if (first >= 0 && first < c && s.deprels[first] === "case") out.push({ prep: s.norms[first], head: c });
  }
  return out;
}
