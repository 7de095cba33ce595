import type { Sentence } from "../../language/index.js";
import type { Clause, ItemTime } from "../types.js";
import type { Bench } from "./candidate.js";
import type { NounPhrase } from "./noun-phrase.js";
import type { Status } from "./words.js";

/** Status of a meeting that something else is told at, after or before. */
export function occasionStatus(
  bench: Bench,
  s: Sentence,
  { prep, definite }: NounPhrase,
  governing: Clause,
  { earliest, latest, class: tense }: ItemTime,
): Status | null {
  const { layers, words } = bench;
  const { published } = layers;
  // Before what is yet to come, on no day of its own: "will visit Malta in spring, after another round".
  const undated = earliest === null && latest === null && tense === "future";
  const ahead = undated || (earliest !== null && published !== null && earliest > published);
  const past = latest !== null && published !== null && latest < published;
  const f = layers.facts.factuality(governing.index);
  // "a statement issued at the end of the talks".
  const issued = governing.passive && governing.relation.startsWith("acl") && governing.mood !== "infinitive";
  const told = (f.status === "happened" || f.status === "ongoing") && (governing.tense !== "none" || issued);
  // "3 May 2011 - She tells parliament after a call": the present of a chronology.
  const then =
    governing.tense === "past" ||
    governing.aspect === "perfect" ||
    issued ||
    layers.facts.time(governing.index).class === "past";
  if (words.class("ahead").has(prep)) return ahead ? "scheduled" : past ? "unreported" : null;
  if (words.class("after").has(prep)) return ahead ? "scheduled" : past || (told && then) ? "held" : null;
  if (words.class("at").has(prep) || words.class("sidelines").has(prep))
    return ahead ? "scheduled" : past || (told && then) ? "held" : null;
  if (ahead) return "scheduled";
  return past && definite && !s.norms.includes("if") ? "held" : null;
}
