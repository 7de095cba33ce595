import { isText, type Sentence, subtreeRange } from "../../language/index.js";
import { extend } from "../../text/index.js";
import { type ActWords, contentOfNoun, once, shareSide, statedOf } from "../acts/index.js";
import { preposition } from "../clauses/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, clauseAt, itemBase, nounPhrase, slice } from "../phrases/index.js";
import type { Actor, Clause, ProposalItem } from "../types.js";
import { ruleOf, TYPE_OF_NOUN } from "./kinds.js";

/** A noun that names a proposal, where it stands and whose it is. */
export interface Named {
  readonly sentence: Sentence;
  readonly token: number;
  readonly type: ProposalItem["type"];
  readonly owners: readonly Actor[];
  /** A word that counts only with an owner or "the" ("plan", "draft"). */
  readonly weak: boolean;
}

/** All nouns in the text that name a proposal, offer, request or concession, but for denied ones ("no proposal"). */
export function namedIn(layers: Layers, words: ActWords): Named[] {
  const out: Named[] = [];
  for (const s of layers.parsed.sentences) {
    if (!isText(s)) continue;
    for (let t = 0; t < s.size; t++) {
      if (s.upos[t] !== "NOUN" || s.deprels[t] === "compound") continue;
      const cls = words.nouns.get(s.lemmas[t])?.find((c) => c in TYPE_OF_NOUN);
      const type = cls === undefined ? undefined : TYPE_OF_NOUN[cls];
      if (type === undefined || denied(s, t, words)) continue;
      const owners = ownersOf(layers, s, t, words);
      out.push({ sentence: s, token: t, type, owners, weak: words.weak.has(s.lemmas[t]) });
    }
  }
  return out;
}

/** The proposal that a noun means: its owner's last one before, of the same kind first; "the offer" is the last one. */
export function meant(items: readonly ProposalItem[], n: Named, words: ActWords): number {
  const owned = n.owners.length > 0;
  if (!owned && !isDefinite(n, words)) return -1;
  for (const sameType of [true, false]) {
    for (let i = items.length - 1; i >= 0; i--) {
      const x = items[i];
      if (
        x.sentences[0] > n.sentence.index ||
        (x.sentences[0] === n.sentence.index && x.trigger.start >= n.sentence.starts[n.token])
      )
        continue;
      if (n.weak && !sameType && !isPlanOf(x, n)) continue;
      if ((x.type === n.type) !== sameType || (!sameType && (x.type === "request" || n.type === "request")))
        continue;
      if (owned ? shareSide(x.by, n.owners) : n.sentence.index - x.sentences.at(-1)! <= 2) return i;
    }
  }
  return -1;
}

/** Sentences back to which "the offer" still points where somebody answers it. */
const ANSWERED = 5;

/** The proposal that a noun under an answer means: the one it is set beside ("a demand that Oslo rejected"), else as `meant` tells. */
export function answered(items: readonly ProposalItem[], n: Named, words: ActWords): number {
  const s = n.sentence;
  const [from] = subtreeRange(s, n.token);
  const last = (near: (x: ProposalItem) => boolean): number => items.findLastIndex(near);
  const before = (x: ProposalItem): boolean => x.trigger.start < s.starts[n.token];
  if (n.owners.length === 0 && from > 0 && s.upos[from - 1] === "PUNCT") {
    const i = last((x) => x.sentences[0] === s.index && before(x));
    if (i >= 0) return i;
  }
  const i = meant(items, n, words);
  if (i >= 0 || n.weak || n.owners.length > 0 || !isDefinite(n, words)) return i;
  return last((x) => before(x) && x.type === n.type && s.index - x.sentences[0] <= ANSWERED);
}

/** "offered autonomy ... has dismissed the plan": a general word right behind for what was offered. */
const isPlanOf = (x: ProposalItem, n: Named): boolean =>
  x.type !== "request" && n.owners.length === 0 && n.sentence.index - x.sentences[0] <= 1;

const isDefinite = (n: Named, words: ActWords): boolean => {
  const s = n.sentence;
  for (let c = s.firstChild[n.token]; c >= 0 && c < n.token; c = s.nextSibling[c])
    if (s.deprels[c] === "det" && words.definite.has(s.norms[c])) return true;
  return false;
};

/** Tells a proposal that the text names with owner and content as if it were known ("Morocco's proposal to grant autonomy"). */
export function presupposed(
  layers: Layers,
  n: Named,
  words: ActWords,
  rule: string = ruleOf.noun,
): ProposalItem | null {
  const s = n.sentence;
  const content = contentOfNoun(layers, s, n.token, words) ?? contentStated(layers, s, n.token, words);
  if (n.owners.length === 0 || (content === null && rule === ruleOf.noun)) return null;
  const what = content?.text ?? nounPhrase(layers.parsed.document, s, n.token).text;
  const clause = clauseAt(layers, s.index, n.token);
  const base = itemBase(layers, {
    component: "proposals",
    rule,
    sentence: s.index,
    trigger: n.token,
    clause: null,
    ...(clause === null
      ? {}
      : { time: layers.facts.time(clause.index), voice: layers.facts.voice(clause.index) }),
    key: [n.type, what],
  });
  const inner = content?.clause?.index ?? clause?.index;
  const to =
    clause === null
      ? []
      : clause.obliques
          .filter((o) => words.addressed.has(o.prep))
          .flatMap((o) => actorsAt(layers, s.index, o.head));
  return extend(base, {
    factuality: { ...base.factuality, status: "happened" },
    kind: "proposal",
    type: n.type,
    by: n.owners,
    to: once(to).filter((a) => !shareSide([a], n.owners)),
    what,
    deadline: inner === undefined ? null : layers.facts.deadline(inner),
    reply: "none-reported",
    place: null,
    occasion: null,
  });
}

/** "Guyana's suggestion was that the court decide": what the noun is said to be. */
function contentStated(
  layers: Layers,
  s: Sentence,
  noun: number,
  words: ActWords,
): { readonly text: string; readonly clause: Clause | null } | null {
  const told = statedOf(layers, s, noun, words);
  if (
    told === null ||
    s.upos[told.from - 1] === "AUX" ||
    (s.upos[told.from] === "DET" && s.upos[told.from - 1] !== "SCONJ")
  )
    return null;
  const { text } = slice(layers.parsed.document, s, told.from, told.to);
  return { text, clause: clauseAt(layers, s.index, told.from) };
}

/** Possessor, people's name or "by"/"from" phrase of a noun. */
function ownersOf(layers: Layers, s: Sentence, noun: number, words: ActWords): Actor[] {
  const out: Actor[] = [];
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    const d = s.deprels[c];
    const before = c < noun && (d === "nmod:poss" || d === "amod" || d === "compound");
    const behind =
      c > noun && (d.startsWith("nmod") || d === "obl:agent") && words.owning.has(preposition(s, c));
    const made = c > noun && d === "acl" ? agentOf(s, c, words) : -1;
    if (before || behind) out.push(...actorsAt(layers, s.index, c));
    else if (made >= 0) out.push(...actorsAt(layers, s.index, made));
  }
  return once(out);
}

/** "a plan put forward by Qatar" */
function agentOf(s: Sentence, verb: number, words: ActWords): number {
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c])
    if (s.deprels[c].startsWith("obl") && words.agents.has(preposition(s, c))) return c;
  return -1;
}

export function denied(s: Sentence, noun: number, words: ActWords): boolean {
  for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c])
    if (words.negators.has(s.norms[c])) return true;
  return false;
}
