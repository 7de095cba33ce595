import { childWith, type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import { extend } from "../../text/index.js";
import {
  type Act,
  type ActWords,
  type Content,
  dueFrom,
  loadActWords,
  occasionOf,
  once,
  type ReadActs,
  sameSide,
  whenOf,
  whereOf,
} from "../acts/index.js";
import { preposition } from "../clauses/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, itemBase, members, nounPhrase, slice, subtreeHas } from "../phrases/index.js";
import type { Actor, Item, ProposalItem } from "../types.js";
import { ruleOf } from "./kinds.js";
import { createJoin } from "./replies.js";
import { createUltimata } from "./ultimata.js";

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
  const ultimata = createUltimata(lexicon, words);
  const offices = members(lexicon, "deals/cues", "class", "good-offices");
  return (layers, soFar) => {
    const all = acts(layers);
    const items = all.flatMap((a) => (isSpelledOut(a, all) ? [] : (proposal(layers, a, soFar) ?? [])));
    const told = [...items, ...ultimata(layers)].sort((a, b) => a.trigger.start - b.trigger.start);
    return join(layers, told);
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
    const s = layers.parsed.sentences[act.sentence];
    const said = act.content ?? (kind === undefined ? null : ownContent(layers, s, act, words));
    if (kind === undefined || said === null) return null;
    const content = withInvited(layers, s, act, withTerms(layers, s, said, words), words);
    const { clause } = act;
    if (words.anonymity.has(s.lemmas[content.head]) && content.clause?.passive !== false) return null;
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
    return extend(base, {
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
    });
  }
}

/** "circulated a paper suggesting that the guns go back": what the paper says is told by the verb behind it. */
const isSpelledOut = (a: Act, all: readonly Act[]): boolean =>
  a.noun >= 0 &&
  a.content === null &&
  all.some(
    (b) =>
      b !== a &&
      b.clause.parent === a.clause.index &&
      b.clause.mood === "gerund" &&
      b.cls in TYPES &&
      b.token > a.noun,
  );

/** "floated a formula under which the navies would keep apart": where nothing else says what, the noun itself, if it is new and says something. */
function ownContent(layers: Layers, s: Sentence, act: Act, words: ActWords): Content | null {
  const { noun } = act;
  // "put forward a counter-offer with lower coupons": under a verb that only carries the noun, what it comes with.
  const carried = act.clause.support >= 0 && act.clause.support < noun && hasTerms(layers, s, noun, words);
  if (noun <= act.token && !carried) return null;
  for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c])
    if (words.definite.has(s.norms[c]) || s.deprels[c] === "nmod:poss") return null;
  const own = nounPhrase(layers.parsed.document, s, noun);
  const whole = withTerms(layers, s, { form: "noun", head: noun, ...own, clause: null }, words);
  return whole.to - whole.from < 2 ? null : whole;
}

/** "an offer with lower coupons", "a plan with a clause on wells": a noun with terms of its own. */
function hasTerms(layers: Layers, s: Sentence, noun: number, words: ActWords): boolean {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c])
    if (
      c > noun &&
      s.deprels[c].startsWith("nmod") &&
      words.withs.has(preposition(s, c)) &&
      actorsAt(layers, s.index, c).length === 0
    )
      return true;
  return childWith(s, noun, "acl:relcl") >= 0;
}

/** "a package under which it would give up the heights", "a plan that includes a truce": the terms that a relative clause tells belong to what is offered. */
function withTerms(layers: Layers, s: Sentence, content: Content, words: ActWords): Content {
  const told = content.form === "noun" ? childWith(s, content.head, "acl:relcl") : -1;
  if (told < 0) return content;
  const [from, to] = subtreeRange(s, told);
  let open = from;
  while (open < told && !s.xpos[open].startsWith("W")) open++;
  const terms = s.upos[open - 1] === "ADP" || words.containing.has(s.lemmas[told]);
  if (to <= content.to || open - content.to > 2 || !terms) return content;
  return { ...content, to, text: slice(layers.parsed.document, s, content.from, to).text };
}

/** "invited a delegation to Cairo": whom, and where to. */
function withInvited(layers: Layers, s: Sentence, act: Act, content: Content, words: ActWords): Content {
  const whom = act.clause.objects[0] ?? -1;
  if (
    !words.inviting.has(act.clause.lemma) ||
    content.form !== "noun" ||
    whom < act.token ||
    whom > content.from
  )
    return content;
  const { from } = nounPhrase(layers.parsed.document, s, whom);
  return { ...content, from, text: slice(layers.parsed.document, s, from, content.to).text };
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
