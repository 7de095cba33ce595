import type { Lexicon, Sentence } from "../../language/index.js";
import { members } from "../phrases/index.js";
import type { Item, PositionItem, ProposalItem } from "../types.js";
import type { Content } from "./content.js";

/** How many sentences back a proposal is still "the idea". */
const BACK = 2;

/**
 * "dismissed the idea", "turned the offer down": a bare noun that only points back says what is held by the proposal told last before
 * it. An idea that nothing before it spells out says nothing: null.
 */
export function createNamedBefore(
  lexicon: Lexicon,
): (s: Sentence, content: Content, soFar: readonly Item[], held: readonly PositionItem[]) => Content | null {
  const proposals = new Set(
    lexicon
      .table("deals/nouns")
      .rows.filter((r) => POINTING.has(r[1]))
      .map((r) => r[0]),
  );
  const vague = members(lexicon, "stances/position-nouns", "class", "content");
  const trivial = members(lexicon, "stances/cues", "class", "trivial");
  const demands = members(lexicon, "stances/position-nouns", "class", "firm");
  return (s, content, soFar, held) => {
    const noun = s.lemmas[content.head];
    if (s.upos[content.head] !== "NOUN" || !isBare(s, content.head)) return content;
    if (trivial.has(noun)) return null;
    const points = proposals.has(noun) || demands.has(noun);
    if (!points && !vague.has(noun)) return content;
    const start = s.starts[content.head];
    const before = soFar
      .filter((i): i is ProposalItem => i.kind === "proposal")
      .filter((i) => i.trigger.start < start && s.index - i.sentences[0] <= BACK)
      .at(-1);
    if (before !== undefined && before.what !== "")
      return { ...content, issue: before.what, stance: `${content.stance}: ${before.what}` };
    // "dismissed the demand": what somebody was said to hold before.
    const stand = held.filter((i) => s.index - i.sentences[0] <= BACK).at(-1);
    if (demands.has(noun) && stand !== undefined)
      return { ...content, issue: stand.issue, stance: `${content.stance}: ${stand.stance}` };
    return vague.has(noun) ? null : content;
  };
}

const POINTING = new Set(["proposal", "offer", "request", "concession"]);

/** Nothing but an article or demonstrative stands with it. */
function isBare(s: Sentence, noun: number): boolean {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c])
    if (s.upos[c] !== "DET" && s.upos[c] !== "PUNCT" && s.upos[c] !== "CCONJ" && s.deprels[c] !== "conj")
      return false;
  return true;
}
