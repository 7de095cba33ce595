import { type Lexicon, oncePerLexicon, type Sentence, subtreeRange } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { members, namesTalks } from "../phrases/index.js";

/** "that all of them leave", "them confined to five points": a deed of those spoken of before. */
function pointsBack(s: Sentence, head: number): boolean {
  const [from, to] = subtreeRange(s, head);
  let verb = false;
  let they = false;
  for (let t = from; t < to; t++) {
    verb ||= s.upos[t] === "VERB";
    they ||= s.upos[t] === "PRON" && s.xpos[t].startsWith("PRP");
  }
  return verb && they;
}

/** "that the two countries go together": what others are to do, and no journey of one's own. */
function hasSubject(s: Sentence, verb: number): boolean {
  for (let c = s.firstChild[verb]; c >= 0 && c < verb; c = s.nextSibling[c])
    if (s.deprels[c].startsWith("nsubj")) return true;
  return false;
}

/** How far back talks are still what is spoken of, and how many opening sentences set the theme of a text. */
const BACK = 6;
const OPENING = 3;

/**
 * Whether what a party wants, refuses or insists on can be a matter of talks though no list knows it: the text speaks of talks, and the
 * phrase holds a thing that is neither a time nor a pastime. Every negotiation has matters of its own.
 */
export const createMatter = oncePerLexicon(matterOf);

function matterOf(lexicon: Lexicon): (layers: Layers, s: Sentence, head: number) => boolean {
  const talks = new Set([
    ...["talks", "result"].flatMap((k) => [...members(lexicon, "stances/negotiation-nouns", "kind", k)]),
    ...members(lexicon, "stances/cues", "class", "talks-sign"),
    ...lexicon.list("deals/instruments"),
  ]);
  const trivial = members(lexicon, "stances/cues", "class", "trivial");
  const travel = lexicon.list("deals/conveyors");
  const known = new WeakMap<Layers, Uint8Array>();

  return (layers, s, head) => {
    if (s.upos[head] === "VERB" && travel.has(s.lemmas[head]) && !hasSubject(s, head)) return false;
    if (!holdsThing(s, head) && !pointsBack(s, head)) return false;
    return spoken(layers, s.index) || namesTalks(s, talks, ...subtreeRange(s, head));
  };

  function spoken(layers: Layers, index: number): boolean {
    let named = known.get(layers);
    if (named === undefined) {
      named = Uint8Array.from(layers.parsed.sentences, (s) => (namesTalks(s, talks) ? 1 : 0));
      known.set(layers, named);
    }
    for (let i = 0; i < OPENING && i < index; i++) if (named[i] === 1) return true;
    for (let i = index - 1; i >= 0 && i >= index - BACK; i--) if (named[i] === 1) return true;
    return false;
  }

  function holdsThing(s: Sentence, head: number): boolean {
    const [from, to] = subtreeRange(s, head);
    for (let t = from; t < to; t++) if (s.upos[t] === "NOUN" && !trivial.has(s.lemmas[t])) return true;
    return false;
  }
}
