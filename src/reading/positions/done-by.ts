import type { Lexicon } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, classes, longestKeys, members, subtreeHas } from "../phrases/index.js";
import type { Clause } from "../types.js";
import type { ContentWords } from "./content.js";
import { nominal } from "./content-noun.js";
import type { Found } from "./found.js";
import { createMatter } from "./matter.js";
import { positionRules } from "./positions.rules.js";
import type { PositionRule } from "./rule.js";

const CLASSES = ["reject", "demand", "refuse", "call-for"];

/** "a corridor long sought by Baku", "an airfield refused by Lagos": a participle with the party that does it. */
export function createDoneBy(
  lexicon: Lexicon,
  words: ContentWords,
): (layers: Layers, clause: Clause) => Found | null {
  const verbClasses = classes(lexicon, "stances/position-verbs", "class");
  const rules = new Map<string, PositionRule>(
    (positionRules as readonly PositionRule[])
      .filter((r) => CLASSES.includes(r.verbs))
      .map((r) => [r.verbs, r]),
  );
  const by = members(lexicon, "stances/position-cues", "class", "done-by");
  // "loans backed by an insurer": whoever stands behind a thing need not want it of anybody.
  const backing = members(lexicon, "stances/position-cues", "class", "backing");
  const issues = lexicon.list("stances/issues");
  const tabled = new Set([...lexicon.list("deals/nouns"), ...lexicon.list("deals/instruments")]);
  const matter = createMatter(lexicon);

  return (layers, clause) => {
    const s = layers.parsed.sentences[clause.sentence];
    if (
      clause.kind !== "verbal" ||
      clause.tense !== "none" ||
      s.xpos[clause.head] !== "VBN" ||
      clause.negated
    )
      return null;
    const agent =
      clause.obliques.find((o) => by.has(o.prep))?.head ??
      clause.subjects.find((t) => by.has(s.norms[s.firstChild[t]] ?? ""));
    if (agent === undefined) return null;
    const rule = longestKeys(layers, clause)
      .filter((k) => !backing.has(k))
      .flatMap((k) => verbClasses.get(k) ?? [])
      .map((c) => rules.get(c))
      .find((r) => r !== undefined);
    if (rule === undefined || rule.move === null) return null;
    const over = s.heads[clause.head];
    const topic = [...clause.objects, ...clause.subjects, over].find(
      (t) => t >= 0 && t !== agent && (s.upos[t] === "NOUN" || s.upos[t] === "PROPN"),
    );
    if (topic === undefined) return null;
    if (!subtreeHas(s, topic, issues) && !tabled.has(s.lemmas[topic]) && !matter(layers, s, topic))
      return null;
    const holders = actorsAt(layers, s.index, agent).filter((a) => a.code !== null && a.basis !== "modifier");
    if (holders.length === 0) return null;
    const content = nominal(layers.parsed.document, s, topic, words);
    return { rule: "position/done-by", content, holders, move: rule.move, force: "stated" };
  };
}
