import type { Sentence } from "../../language/index.js";
import type { Tense } from "./match.js";

/**
 * Whether the verbs above a time expression look back or ahead. The nearest finite verb decides; a verb or adjective of planning
 * ("scheduled", "due", "planned", "will") decides for what it governs.
 */
export function tenseOf(s: Sentence, token: number, futureWords: ReadonlySet<string>): Tense {
  let t = token;
  for (let steps = 0; t >= 0 && steps <= s.size; steps++, t = s.heads[t]) {
    if (s.upos[t] !== "VERB" && s.upos[t] !== "AUX" && s.upos[t] !== "ADJ" && s.deprels[t] !== "root")
      continue;
    if (futureWords.has(s.lemmas[t].toLowerCase())) return "future";
    let past = s.xpos[t] === "VBD";
    let present = false;
    for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) {
      const r = s.deprels[c];
      if (r !== "aux" && r !== "aux:pass" && r !== "cop") continue;
      if (s.xpos[c] === "MD") {
        if (futureWords.has(s.norms[c])) return "future";
        present = true;
      } else if (s.xpos[c] === "VBD") past = true;
      else if (s.lemmas[c] === "have" && s.xpos[t] === "VBN") past = true;
    }
    if (past) return "past";
    if (present || s.xpos[t] === "VBZ" || s.xpos[t] === "VBP") return "unknown";
  }
  return "unknown";
}
