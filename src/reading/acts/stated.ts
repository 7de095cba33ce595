import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, actorsWithin } from "../phrases/index.js";
import type { Actor } from "../types.js";
import { isSeveral } from "./parties.js";
import { onePerSide, sides } from "./sides.js";
import type { ActWords } from "./words.js";

/** Words between a noun and the "is" that says what it is, an aside between commas apart, and words of that. */
const NEAR = 9;
const ASIDE = 14;
const LONGEST = 30;

/** What a noun such as "goal", "promise" or "suggestion" is said to be: its words, and whose it is. */
export interface Stated {
  readonly from: number;
  readonly to: number;
  readonly owners: readonly Actor[];
  /** Several sides without a name ("the delegations' goal"). */
  readonly several: boolean;
}

/**
 * "The delegations' goal is to finish the text", "Oslo's suggestion was that the court decide": a noun with its owner and what it is. Read
 * from the words in their order: trees of "X is to do" take the noun for who is to do it.
 */
export function statedOf(layers: Layers, s: Sentence, noun: number, words: ActWords): Stated | null {
  const be = beBehind(s, noun, words);
  if (be < 0) return null;
  const [from, to] = contentBehind(s, be);
  if (to - from < 2) return null;
  let several = false;
  const found: Actor[] = [];
  for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c]) {
    if (s.deprels[c] !== "nmod:poss" && s.deprels[c] !== "amod" && s.deprels[c] !== "compound") continue;
    found.push(...actorsAt(layers, s.index, c));
    several ||= isSeveral(s, c, words);
  }
  if (words.ownerLinks.has(s.norms[noun + 1])) {
    found.push(...actorsWithin(layers, s.index, noun + 2, be));
    for (let k = noun + 2; k < be; k++) several ||= isSeveral(s, k, words);
  }
  const owners = onePerSide(found);
  return { from, to, owners, several: several || sides(owners) > 1 };
}

/** The form of "be" behind a noun that is not denied, with no other verb between but in an aside; or -1. */
function beBehind(s: Sentence, noun: number, words: ActWords): number {
  let end = noun + NEAR;
  for (let t = noun + 1; t < s.size && t <= end; t++) {
    // ", made in July," or ", which nobody heard,": an aside.
    if (s.norms[t] === "," && /^(VBN|VBD|VBG|W)/.test(s.xpos[t + 1] ?? "")) {
      let close = t + 1;
      while (close < s.size && close < t + ASIDE && s.norms[close] !== ",") close++;
      if (s.norms[close] !== ",") return -1;
      end += close - t;
      t = close;
      continue;
    }
    if (s.lemmas[t] === "be" && FINITE.has(s.xpos[t])) return words.negators.has(s.norms[t + 1]) ? -1 : t;
    if (s.upos[t] === "VERB" || s.upos[t] === "AUX" || s.upos[t] === "PUNCT") return -1;
  }
  return -1;
}

const FINITE: ReadonlySet<string> = new Set(["VBZ", "VBP", "VBD"]);

/** What stands behind "is": "to finish the text", "a deal", "that it be finished"; up to the next mark. */
function contentBehind(s: Sentence, be: number): [number, number] {
  let from = be + 1;
  while (from < s.size && s.upos[from] === "ADV") from++;
  const fits = s.xpos[from] === "TO" || s.upos[from] === "DET" || s.upos[from] === "SCONJ";
  if (!fits) return [from, from];
  if (s.upos[from] !== "DET") from++;
  let to = from;
  while (to < s.size && to < from + LONGEST && s.upos[to] !== "PUNCT") to++;
  return [from, to];
}
