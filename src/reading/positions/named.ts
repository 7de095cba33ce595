import type { Lexicon, Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { clauseAt, clauseOver, members, PhraseTable, subtreeHas } from "../phrases/index.js";
import type { Actor, Clause } from "../types.js";
import type { Content, ContentWords } from "./content.js";
import { contentAfter } from "./content-after.js";
import { aboutNoun } from "./content-noun.js";
import { stretchFrom } from "./content-that.js";
import type { Found } from "./found.js";
import { possessor, stateAt } from "./holders.js";
import { createMatter } from "./matter.js";

/** How far behind a noun the clause that tells it may open: "a demand by the army's own negotiators that". */
const LATER = 9;
const ON = ["on", "over", "about", "towards"];

/** A stance named by a noun, and the clause it stands in. */
export interface Named {
  readonly clause: Clause;
  readonly found: Found;
}

/**
 * "Oslo's refusal to share its data", "the rebels' insistence on a veto": a noun with an owner says who holds what, whatever verb stands
 * over it. Nouns in `taken` are read already.
 */
export function createNamed(
  lexicon: Lexicon,
  words: ContentWords,
): (layers: Layers, s: Sentence, taken: ReadonlySet<number>) => Named[] {
  const noun = (cls: string): ReadonlySet<string> => members(lexicon, "stances/position-nouns", "class", cls);
  const [against, held, yielding] = [noun("opposition"), noun("firm"), noun("yielding")];
  const opens = members(lexicon, "stances/position-cues", "class", "demand-prep");
  const inside = members(lexicon, "stances/position-cues", "class", "within-place");
  const verbs = (cls: string): ReadonlySet<string> =>
    members(lexicon, "stances/position-verbs", "class", cls);
  const gone = [verbs("give-up"), verbs("give-up-stand"), verbs("soften"), verbs("harden"), verbs("keep")];
  const departed = members(lexicon, "stances/position-cues", "class", "departed");
  const givenUp = verbs("give-up");
  const by = members(lexicon, "stances/cues", "class", "owner-of");
  const issues = lexicon.list("stances/issues");
  const matter = createMatter(lexicon);

  const market = members(lexicon, "stances/position-cues", "class", "market");
  const turns = new PhraseTable(
    [...members(lexicon, "stances/position-cues", "class", "turn")].map((w) => [w, true] as const),
  );
  const stands = members(lexicon, "stances/cues", "class", "stand-noun");
  const tough = members(lexicon, "stances/position-cues", "class", "tough");
  const soft = members(lexicon, "stances/position-cues", "class", "soft");

  /** "its change of heart on the toll", "its tougher line on visas". */
  function turned(layers: Layers, s: Sentence, t: number): Named | null {
    const turn = turns.at(s, t);
    const stand = turn === null && s.upos[t] === "NOUN" && stands.has(s.lemmas[t]);
    const move = turn !== null ? "shelved" : stand ? bent(s, t) : null;
    if (move === null) return null;
    const last = t + (turn?.length ?? 1) - 1;
    const content = contentAfter(layers.parsed.document, s, last, ON, words);
    const clause = clauseOver(layers, s.index, t);
    if (content === null || clause === null) return null;
    const owned = [t, last].flatMap((x) => possessor(layers, s.index, x, by));
    if (owned.length === 0) return null;
    return {
      clause,
      found: { rule: "position/named-stance", content, holders: owned.slice(0, 1), move, force: "inferred" },
    };
  }

  /** A comparative in front of a stand. */
  function bent(s: Sentence, noun: number): "hardened" | "softened" | null {
    for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c])
      if (tough.has(s.norms[c])) return "hardened";
      else if (soft.has(s.norms[c])) return "softened";
    return null;
  }

  return (layers, s, taken) => {
    const out: Named[] = [];
    for (let t = 0; t < s.size; t++) {
      const turn = taken.has(t) ? null : turned(layers, s, t);
      if (turn !== null && !taken.has(turn.found.content.head)) out.push(turn);
      if (s.upos[t] !== "NOUN" || taken.has(t)) continue;
      const rejects = against.has(s.lemmas[t]);
      const yields = yielding.has(s.lemmas[t]);
      if (!rejects && !yields && !held.has(s.lemmas[t])) continue;
      const clause = clauseAt(layers, s.index, t) ?? clauseOver(layers, s.index, t);
      const over = clauseOver(layers, s.index, t, true);
      // "has dropped its demand": what became of it is told by the verb.
      if (
        clause === null ||
        (over !== null && over.head > 0 && s.deprels[t] !== "nsubj" && gone.some((g) => g.has(over.lemma)))
      )
        continue;
      // "its demand for copper has grown": what the market asks for.
      if (over !== null && s.deprels[t] === "nsubj" && market.has(over.lemma)) continue;
      const about = aboutNoun(layers.parsed.document, s, t, s.heads[t], words);
      const content = about !== null && isOpened(s, t, about.head) ? about : saidLater(layers, s, t);
      if (content === null || taken.has(content.head)) continue;
      if (!subtreeHas(s, content.head, issues) && !matter(layers, s, content.head)) continue;
      const owned = possessor(layers, s.index, t, by);
      // "hostility in Warsaw to the quota"
      const holders = owned.length > 0 || !rejects ? owned : placed(layers, s, t);
      if (holders.length === 0) continue;
      // "Gone is its old demand for a vote"
      const parted =
        (over !== null && s.upos[over.head] === "ADJ" && departed.has(s.norms[over.head])) ||
        ((givenUp.has(s.lemmas[0]) || departed.has(s.norms[0])) &&
          s.xpos[0].startsWith("VB") &&
          (s.heads[t] === 0 || s.heads[0] === t));
      const move = parted ? "shelved" : rejects ? "rejects" : yields ? "softened" : "holds";
      out.push({ clause, found: { rule: "position/named-stance", content, holders, move, force: "stated" } });
    }
    return out;
  };
  /** "a demand by the junta that the weapons be given back", "opposition from Lima to the toll": behind whose it is. */
  function saidLater(layers: Layers, s: Sentence, noun: number): Content | null {
    if (!by.has(s.norms[noun + 1]) && !inside.has(s.norms[noun + 1])) return null;
    const { document } = layers.parsed;
    for (let t = noun + 2; t < s.size && t < noun + LATER; t++) {
      if (words.that.has(s.norms[t])) return stretchFrom(document, s, t + 1);
      if (opens.has(s.norms[t]) || s.xpos[t] === "TO")
        return contentAfter(document, s, t - 1, [s.xpos[t] === "TO" ? "inf" : s.norms[t]], words);
      if (s.upos[t] === "VERB" || s.upos[t] === "PUNCT") return null;
    }
    return null;
  }

  /** A preposition that says what is held stands in front, or an infinitive or clause: "a demand in Geneva" is about nothing. */
  function isOpened(s: Sentence, noun: number, head: number): boolean {
    for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
      if (s.deprels[c] === "case") return c < noun || opens.has(s.norms[c]);
    return true;
  }

  function placed(layers: Layers, s: Sentence, noun: number): Actor[] {
    for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
      if (c < noun || s.firstChild[c] < 0 || !inside.has(s.norms[s.firstChild[c]])) continue;
      const actors = stateAt(layers, s.index, c);
      if (actors.length > 0) return actors;
    }
    return [];
  }
}
