import type { Sentence } from "../../language/index.js";
import { preposition } from "../clauses/index.js";
import { singularOf } from "./forms.js";
import { GIVEN_SLOTS, OF, SHARED_SLOTS } from "./function-words.js";
import type { EventWords, Noun } from "./words.js";

/**
 * What the noun phrase at `token` is called in the word lists: "hunger strike" before "strike", what a word of quantity or kind holds
 * ("a series of bombs", "10 days of war games") before the word itself, the head before what stands in front of it ("aid deliveries").
 */
export function nounAt(words: EventWords, s: Sentence, token: number): Noun | null {
  const lemma = s.lemmas[token].toLowerCase();
  const of = complement(s, token);
  const long = of < 0 ? undefined : ofPair(words, s, lemma, of);
  if (long !== undefined) return long;
  const joined = hyphened(words, s, token);
  if (joined !== undefined) return joined;
  if (token > 0) {
    // "in return for": a phrase that the list knows whole.
    const opens = words.opens.has(s.norms[token - 1]);
    const fixed = opens
      ? words.nouns.get(`${s.norms[token - 1]} ${s.norms[token]} ${s.norms[token + 1] ?? ""}`)
      : undefined;
    if (fixed !== undefined) return fixed;
    const two =
      pair(words, s.lemmas[token - 1].toLowerCase(), lemma) ??
      (opens ? words.nouns.get(`${s.norms[token - 1]} ${lemma}`) : undefined);
    if (two !== undefined) return two.class === "MOBILIZE" && hasShared(words, s, token) ? SHARED : two;
  }
  const own =
    words.nouns.get(lemma) ?? words.nouns.get(s.norms[token]) ?? words.nouns.get(singularOf(lemma)) ?? null;
  // "joint naval exercises": what forces do together is cooperation.
  if (own?.class === "MOBILIZE" && hasShared(words, s, token)) return SHARED;
  if (own !== null && (own.class !== null || own.operator !== null)) return own;
  if (of >= 0 && words.is("measure", lemma)) return nounAt(words, s, of);
  if (of >= 0 && words.is("carrier", lemma)) {
    // "a shipment of medical supplies"
    const held = nounAt(words, s, of);
    if (held?.class === "AID") return held;
    if (groupsAt(words, s, of).has("relief")) return RELIEF;
  }
  for (let c = s.firstChild[token]; c >= 0 && c < token; c = s.nextSibling[c]) {
    if (s.deprels[c] !== "compound" && s.deprels[c] !== "amod") continue;
    const front = words.nouns.get(s.lemmas[c].toLowerCase());
    if (front !== undefined && front.class !== null && words.is("carrier", lemma)) return front;
  }
  if (own === null || own.class === null)
    for (let t = token - 1; t >= 0 && (s.upos[t] === "ADJ" || s.upos[t] === "NOUN"); t--)
      if (words.is("shared", s.norms[t])) return SHARED;
  return own;
}

/** "joint patrols": whatever is done jointly is cooperation. */
const SHARED: Noun = {
  class: "COOPERATE",
  operator: null,
  mode: null,
  recipient: SHARED_SLOTS,
  groups: [],
};

/** A load of what people in need are given. */
const RELIEF: Noun = { class: "AID", operator: null, mode: null, recipient: GIVEN_SLOTS, groups: [] };

function hasShared(words: EventWords, s: Sentence, token: number): boolean {
  for (let k = s.firstChild[token]; k >= 0 && k < token; k = s.nextSibling[k])
    if (words.is("shared", s.norms[k])) return true;
  return false;
}

const pair = (words: EventWords, first: string, second: string): Noun | undefined =>
  words.opens.has(first)
    ? (words.nouns.get(`${first} ${second}`) ?? words.nouns.get(`${first} ${singularOf(second)}`))
    : undefined;

const ofPair = (words: EventWords, s: Sentence, first: string, of: number): Noun | undefined =>
  words.opens.has(first) ? words.nouns.get(`${first} of ${s.lemmas[of].toLowerCase()}`) : undefined;

/** "cease-fire", "sit-in": the tokenizer parts words at hyphens; either part may be the head. */
function hyphened(words: EventWords, s: Sentence, token: number): Noun | undefined {
  if (s.norms[token - 1] === "-" && token > 1) {
    const n = words.nouns.get(`${s.norms[token - 2]}-${s.lemmas[token].toLowerCase()}`);
    if (n !== undefined) return n;
  }
  return s.norms[token + 1] === "-" && token + 2 < s.size
    ? words.nouns.get(`${s.norms[token]}-${s.lemmas[token + 2].toLowerCase()}`)
    : undefined;
}

/** By sentence and token: many entries ask for the groups of one noun. */
const known = new WeakMap<Sentence, (ReadonlySet<string> | undefined)[]>();

/** All groups that the head, what stands right before it, and what it measures belong to. */
export function groupsAt(words: EventWords, s: Sentence, token: number): ReadonlySet<string> {
  let list = known.get(s);
  if (list === undefined) {
    list = [];
    known.set(s, list);
  }
  list[token] ??= groups(words, s, token, 0);
  return list[token];
}

function groups(words: EventWords, s: Sentence, token: number, depth: number): ReadonlySet<string> {
  const out = new Set<string>();
  const put = (n: Noun | undefined | null): void => {
    for (const g of n?.groups ?? NONE) out.add(g);
  };
  const lemma = s.lemmas[token].toLowerCase();
  const own = words.nouns.get(lemma) ?? words.nouns.get(s.norms[token]) ?? words.nouns.get(singularOf(lemma));
  // "armoured vehicles", whose first word was taken for a verb.
  const two =
    token > 0
      ? (pair(words, s.lemmas[token - 1].toLowerCase(), lemma) ?? pair(words, s.norms[token - 1], lemma))
      : undefined;
  // "air strikes" are no strikes.
  const other = two?.class != null && own?.class != null && two.class !== own.class;
  if (!other) put(own);
  put(hyphened(words, s, token));
  put(two);
  const held = complement(s, token);
  if (held >= 0) put(ofPair(words, s, lemma, held));
  if (depth > 2) return out;
  for (let c = s.firstChild[token]; c >= 0; c = s.nextSibling[c]) {
    const r = s.deprels[c];
    if (r === "conj") for (const g of groups(words, s, c, depth + 1)) out.add(g);
    else if (c < token && (r === "compound" || r === "amod")) {
      if (words.is("measure", lemma) || words.is("carrier", lemma))
        put(words.nouns.get(s.lemmas[c].toLowerCase()));
      else if (out.size === 0) put(pair(words, s.lemmas[c].toLowerCase(), lemma));
    }
  }
  if (words.is("measure", lemma) || s.upos[token] === "NUM") {
    const of = complement(s, token);
    if (of >= 0) for (const g of groups(words, s, of, depth + 1)) out.add(g);
  }
  return out;
}

/** Head of the "of" phrase of a noun, or -1. */
export function complement(s: Sentence, token: number): number {
  for (let c = s.firstChild[token]; c >= 0; c = s.nextSibling[c])
    if (c > token && WITHIN.test(s.deprels[c]) && preposition(s, c) === OF) return c;
  // "the first of four ships", hung on the verb.
  const of = token + 1 < s.size && s.norms[token + 1] === OF ? s.heads[token + 1] : -1;
  return of > token && s.deprels[token + 1] === "case" ? of : -1;
}

/** "most of the troops": the tree hangs it on a word of measure like on a verb. */
const WITHIN = /^(nmod|obl)/;

const NONE: readonly string[] = [];
