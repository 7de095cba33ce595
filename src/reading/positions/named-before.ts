import type { Lexicon, Sentence } from "../../language/index.js";
import { sameSide } from "../acts/index.js";
import { members } from "../phrases/index.js";
import type { Actor, Item, PositionItem, ProposalItem } from "../types.js";
import type { Content } from "./content.js";

/** How many sentences back a proposal is still "the idea". */
const BACK = 2;
/** The same for a demand. */
const DEMANDED = 4;

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
  const pronouns = members(lexicon, "stances/cues", "class", "pronoun-object");
  return (s, content, soFar, held) => {
    const noun = s.lemmas[content.head];
    if (s.upos[content.head] === "PRON") {
      const meant = pronouns.has(s.norms[content.head]) ? told(s, content.head, soFar, held) : null;
      return meant === null ? null : { ...content, issue: meant, stance: meant };
    }
    // "is ready to look at it"
    const inside = s.upos[content.head] === "VERB" ? pronounUnder(s, content.head, pronouns) : -1;
    if (inside >= 0) {
      const meant = told(s, inside, soFar, held);
      return meant === null
        ? nounUnder(s, content.head)
          ? content
          : null
        : { ...content, issue: meant, stance: `${content.stance}: ${meant}` };
    }
    if (s.upos[content.head] !== "NOUN" || !isBare(s, content.head)) return content;
    if (trivial.has(noun)) return null;
    const points = proposals.has(noun) || demands.has(noun);
    if (!points && !vague.has(noun)) return content;
    const start = s.starts[content.head];
    // A demand is known by that name for longer than an idea.
    const far = demands.has(noun) ? DEMANDED : BACK;
    const before = soFar
      .filter((i): i is ProposalItem => i.kind === "proposal")
      .filter((i) => i.trigger.start < start && s.index - i.sentences[0] <= far)
      .at(-1);
    if (before !== undefined && before.what !== "")
      return { ...content, issue: before.what, stance: `${content.stance}: ${before.what}` };
    // "dismissed the demand", "came round to the idea": what somebody was said to hold before.
    const stand = held.filter((i) => s.index - i.sentences[0] <= far).at(-1);
    if (stand !== undefined)
      return { ...content, issue: stand.issue, stance: `${content.stance}: ${stand.stance}` };
    return vague.has(noun) ? null : content;
  };
}

/** A pronoun that a verb governs, or -1. */
function pronounUnder(s: Sentence, verb: number, pronouns: ReadonlySet<string>): number {
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c])
    if (c > verb && (s.deprels[c] === "obj" || s.deprels[c] === "obl") && pronouns.has(s.norms[c])) return c;
  return -1;
}

function nounUnder(s: Sentence, head: number): boolean {
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) if (s.upos[c] === "NOUN") return true;
  return false;
}

/** "Japan backs the ban; Chile is against it": what the last proposal or stand within a sentence of the pronoun is on. */
function told(
  s: Sentence,
  pronoun: number,
  soFar: readonly Item[],
  held: readonly PositionItem[],
): string | null {
  const near = (i: Item): boolean => i.trigger.start < s.starts[pronoun] && s.index - i.sentences[0] <= 1;
  const stand = held.filter(near).at(-1);
  const offer = soFar.filter((i): i is ProposalItem => i.kind === "proposal" && near(i)).at(-1);
  if (stand === undefined && offer === undefined) return null;
  const later = stand === undefined || (offer !== undefined && offer.trigger.start > stand.trigger.start);
  return (later ? offer?.what : stand?.issue) || null;
}

const POINTING = new Set(["proposal", "offer", "request", "concession"]);

/** What somebody else proposed within a sentence of a verb that only answers: "Bhutan declines." */
export function answered(
  s: Sentence,
  verb: number,
  soFar: readonly Item[],
  holders: readonly Actor[],
): Content | null {
  const offer = soFar.findLast(
    (i): i is ProposalItem =>
      i.kind === "proposal" &&
      i.trigger.start < s.starts[verb] &&
      s.index - i.sentences[0] <= 1 &&
      s.index >= i.sentences[0],
  );
  if (offer === undefined || offer.what === "") return null;
  if (offer.by.length === 0 || offer.by.some((a) => holders.some((h) => sameSide(a, h)))) return null;
  return { head: verb, issue: offer.what, stance: offer.what, noun: -1 };
}

/** Nothing but an article or demonstrative stands with it. */
function isBare(s: Sentence, noun: number): boolean {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c])
    if (s.upos[c] !== "DET" && s.upos[c] !== "PUNCT" && s.upos[c] !== "CCONJ" && s.deprels[c] !== "conj")
      return false;
  return true;
}
