import type { Lexicon, Sentence } from "../../language/index.js";
import {
  type Act,
  dueFrom,
  loadActWords,
  occasionOf,
  once,
  type ReadActs,
  sameSide,
  whenOf,
  whereOf,
} from "../acts/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, itemBase, members, subtreeHas } from "../phrases/index.js";
import type { Actor, Item, ProposalItem } from "../types.js";
import { ruleOf } from "./kinds.js";
import { createJoin } from "./replies.js";

export { createAsides } from "./asides.js";
export { type ProposalRule, proposalRules } from "./proposals.rules.js";

const TYPES: Readonly<
  Partial<Record<Act["cls"], readonly ["propose" | "offer" | "request" | "concede", ProposalItem["type"]]>>
> = {
  propose: ["propose", "proposal"],
  offer: ["offer", "offer"],
  request: ["request", "request"],
  concede: ["concede", "concession"],
};

/**
 * Proposals, requests, offers and concessions: by whom, to whom, what, until when, and the reply where the same text tells it. Who
 * takes up an offer named before ("the offer") adds to that one.
 */
export function createProposals(
  lexicon: Lexicon,
  acts: ReadActs,
): (layers: Layers, soFar: readonly Item[]) => Item[] {
  const words = loadActWords(lexicon);
  const join = createJoin(lexicon, words);
  const meetings = lexicon.list("deals/conveyors");
  const offices = members(lexicon, "deals/cues", "class", "good-offices");
  return (layers, soFar) => {
    const items = acts(layers).flatMap((a) => proposal(layers, a, soFar) ?? []);
    return join(layers, items);
  };

  /** Offers need a matter of negotiation; what is proposed or demanded need only be more than a courtesy. */
  function isSerious(s: Sentence, act: Act, head: number): boolean {
    if (words.ceremonial.has(s.lemmas[head])) return false;
    if (act.cls === "propose" || act.cls === "request" || subtreeHas(s, head, words.matters)) return true;
    // "offered 24,000 tonnes": parties haggle over figures.
    return isFigure(s, head) && act.by.length > 0 && act.by.every((a) => a.code !== null);
  }

  function proposal(layers: Layers, act: Act, soFar: readonly Item[]): ProposalItem | null {
    const kind = TYPES[act.cls];
    if (kind === undefined || act.content === null) return null;
    const { clause, content } = act;
    const s = layers.parsed.sentences[act.sentence];
    if (words.anonymity.has(s.lemmas[content.head])) return null;
    if (content.form === "noun" && act.noun < 0 && !isSerious(s, act, content.head)) return null;
    // "is ready to release them" is a stand; "is ready to host the talks" offers the others something.
    if (act.ready && !offices.has(content.clause?.lemma ?? "")) return null;
    const time = whenOf(layers, clause, content);
    const base = itemBase(layers, {
      component: "proposals",
      rule: ruleOf[kind[0]],
      sentence: act.sentence,
      trigger: act.token,
      clause,
      time,
      key: [kind[1], content.text],
    });
    return {
      ...base,
      kind: "proposal",
      type: kind[1],
      by: act.by,
      to: addressees(layers, act, meetings, words.withs),
      what: content.text,
      deadline: dueFrom(
        layers,
        act.sentence,
        layers.facts.deadline(content.clause?.index ?? clause.index) ?? layers.facts.deadline(clause.index),
        time,
      ),
      reply: "none-reported",
      place: whereOf(layers, clause),
      occasion: occasionOf(layers, clause, soFar),
    };
  }
}

function isFigure(s: Sentence, head: number): boolean {
  if (s.upos[head] === "NUM") return true;
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    if (s.deprels[c] === "nummod") return true;
  return false;
}

/** Whom it is put to: as named, else whoever is to do it. */
function addressees(
  layers: Layers,
  act: Act,
  meetings: ReadonlySet<string>,
  withs: ReadonlySet<string>,
): readonly Actor[] {
  if (act.to.length > 0) return act.to;
  const inner = act.content?.clause ?? null;
  if (inner === null || act.content === null) return [];
  // "proposed that B withdraw"; "proposed meeting B", "proposed to hold talks with B".
  const tokens =
    act.content.form === "that"
      ? inner.subjects
      : meetings.has(inner.lemma)
        ? [...inner.objects, ...inner.obliques.filter((o) => withs.has(o.prep)).map((o) => o.head)]
        : [];
  return once(tokens.flatMap((t) => actorsAt(layers, act.sentence, t))).filter(
    (a) => !act.by.some((b) => sameSide(a, b)),
  );
}
