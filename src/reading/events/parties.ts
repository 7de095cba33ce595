import { preposition } from "../clauses/index.js";
import type { WithEntities } from "../layers.js";
import { mentionAt } from "../phrases/index.js";
import type { Actor, Entity, Mention } from "../types.js";
import { BASED, KIN, LED, MADE, WHOSE } from "./function-words.js";
import { partnerOf } from "./joint-thing.js";

/** Relations of what stands in a noun phrase and tells whose it is, nearest meaning first. */
const OWN: readonly (readonly string[])[] = [
  ["amod", "compound", "nmod:poss", "nmod:desc", "flat", "nmod:unmarked"],
  ["appos"],
  ["nmod"],
];

const NOT_ACTING = new Set<Entity["kind"]>(["document", "occasion"]);

/**
 * Who is meant by the noun phrase at `token`: the entity itself, else the country or body named in it ("Israeli army bulldozers",
 * "leaders of Romania", "a town near Kabul"). A place stands for its country. Empty where nobody is known.
 */
export function partiesAt(
  layers: WithEntities,
  sentence: number,
  token: number,
  not: readonly Actor[] = NOBODY,
  depth = 0,
): Actor[] {
  const m = mentionAt(layers, sentence, token);
  const mine = m !== null && (m.head === token || depth === 0 || m.use !== "modifier");
  const own = mine ? leaveOut(layers, withPartner(layers, m, partiesOf(layers, m)), not) : [];
  const guessed = m !== null && m.form === "nominal" && !holdsName(layers, m);
  if (own.length > 0 && !guessed) return own;
  if (depth < 3) {
    const named = inside(layers, sentence, token, not, depth);
    if (named.length > 0 && (own.length === 0 || named.some((a) => a.basis !== "nominal"))) return named;
  }
  return own;
}

const NOBODY: readonly Actor[] = [];

/** "U.S. and Russian negotiators", "Mali, Niger leaders": the name joined in front of a phrase that has one already. */
function withPartner(layers: WithEntities, m: Mention, own: Actor[]): Actor[] {
  const s = layers.parsed.sentences[m.sentence];
  const and = m.from - 1;
  // "the Chad-Mali border" only lies between them.
  const hyphen = s.norms[and] === "-" && !FRONT.has(s.deprels[m.head]);
  const comma = hyphen || s.norms[and] === ",";
  if (and < 1 || (s.upos[and] !== "CCONJ" && !comma)) return own;
  for (const i of layers.mentionsBySentence[m.sentence]) {
    const x = layers.mentions[i];
    if (x.to !== and) continue;
    const h = s.heads[x.head];
    // "Mali, Niger meeting ends", of a headline whose first name the tree takes for a call.
    const called = comma && x.from === 0 && s.deprels[x.head] === "vocative";
    const front = called || (h >= m.from && h < m.to && (!comma || s.deprels[x.head] !== "appos"));
    if (front || (!comma && s.heads[m.head] === x.head && s.deprels[m.head] === "conj")) {
      const all = partiesOf(layers, x);
      add(all, own);
      return all;
    }
  }
  return own;
}

const FRONT = new Set(["compound", "amod", "nmod:poss", "nmod"]);

/** Leaves out who is already there: same entity, words inside theirs, or a plural made of them. */
export function leaveOut(layers: WithEntities, list: readonly Actor[], not: readonly Actor[]): Actor[] {
  return not.length === 0
    ? [...list]
    : list.filter(
        (a) =>
          !not.some(
            (x) =>
              x.entity === a.entity ||
              covers(x, a) ||
              (x.code === a.code && layers.entities[a.entity].kind === "plural"),
          ),
      );
}

const covers = (a: Actor, b: Actor): boolean =>
  a.words !== null && b.words !== null && a.words.start <= b.words.start && b.words.end <= a.words.end;

function inside(
  layers: WithEntities,
  sentence: number,
  token: number,
  not: readonly Actor[],
  depth: number,
): Actor[] {
  const s = layers.parsed.sentences[sentence];
  const kin = KIN.has(s.lemmas[token]);
  for (const relations of OWN) {
    const out: Actor[] = [];
    for (let c = s.firstChild[token]; c >= 0; c = s.nextSibling[c]) {
      if (!relations.includes(s.deprels[c])) continue;
      if (kin && (s.deprels[c] === "nmod:poss" || s.deprels[c] === "nmod")) continue;
      if (s.norms[c + 1] === "-" && MADE.has(s.norms[c + 2])) continue;
      if (s.deprels[c] === "nmod" && !WHOSE.has(preposition(s, c))) continue;
      const partner = partnerOf(layers, sentence, token, c);
      if (partner !== null) add(out, leaveOut(layers, partiesOf(layers, partner), not).map(shared));
      add(out, partiesAt(layers, sentence, c, not, depth + 1));
      for (let k = s.firstChild[c]; k >= 0; k = s.nextSibling[k])
        if (s.deprels[k] === "conj") add(out, partiesAt(layers, sentence, k, not, depth + 1));
    }
    if (out.length > 0) return out;
  }
  const led = ledBy(layers, sentence, token, not, depth);
  return led.length > 0 ? led : basedIn(layers, sentence, token, not, depth);
}

/** "a newspaper based in Beirut"; the tree may have taken "based" for the main verb. */
function basedIn(
  layers: WithEntities,
  sentence: number,
  token: number,
  not: readonly Actor[],
  depth: number,
): Actor[] {
  const s = layers.parsed.sentences[sentence];
  const over = s.heads[token];
  let verb = over >= 0 && s.deprels[token].startsWith("nsubj") && BASED.has(s.norms[over]) ? over : -1;
  for (let c = s.firstChild[token]; c >= 0 && verb < 0; c = s.nextSibling[c])
    if (s.deprels[c] === "acl" && BASED.has(s.norms[c])) verb = c;
  if (verb < 0) return [];
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c])
    if (s.deprels[c].startsWith("obl") && WHOSE.has(preposition(s, c))) {
      const found = partiesAt(layers, sentence, c, not, depth + 1);
      if (found.length > 0) return found;
    }
  return [];
}

/** "Saudi-led forces" */
function ledBy(
  layers: WithEntities,
  sentence: number,
  token: number,
  not: readonly Actor[],
  depth: number,
): Actor[] {
  const s = layers.parsed.sentences[sentence];
  for (let c = s.firstChild[token]; c >= 0 && c < token; c = s.nextSibling[c])
    if (c > 1 && LED.has(s.norms[c]) && s.norms[c - 1] === "-")
      return partiesAt(layers, sentence, c - 2, not, depth + 1);
  return [];
}

/** Entities of a mention as actors: plurals give their members, places their country. */
export function partiesOf(layers: WithEntities, m: Mention): Actor[] {
  const e = layers.entities[m.entity];
  if (e === undefined || NOT_ACTING.has(e.kind)) return [];
  const words = { doc: layers.parsed.document.id, start: m.start, end: m.end };
  const members = e.kind === "plural" ? e.members.map((i) => layers.entities[i]) : [e];
  const out: Actor[] = [];
  for (const x of members) {
    if (x === undefined) continue;
    const code = x.code ?? x.country;
    if (code !== null || x.lexiconKey?.startsWith("powers/") === true)
      out.push({
        entity: x.index,
        name: x.name,
        code,
        party: x.party ?? x.country,
        words,
        basis: e.kind === "plural" ? "plural" : m.form,
      });
  }
  return out;
}

function holdsName(layers: WithEntities, m: Mention): boolean {
  for (const i of layers.mentionsBySentence[m.sentence]) {
    const x = layers.mentions[i];
    if (x !== m && x.from >= m.from && x.to <= m.to && x.form !== "nominal" && x.form !== "pronoun")
      return true;
  }
  return false;
}

/** Adds those not yet there: same entity, or same code and overlapping words, but for members of one plural. */
export function add(list: Actor[], more: readonly Actor[]): void {
  for (const a of more)
    if (!list.some((x) => x.entity === a.entity || (x.code === a.code && overlap(x, a) && !joined(x, a))))
      list.push(a);
}

/** "the two sides": a government and its rebels have one code and are two. */
const joined = (a: Actor, b: Actor): boolean => a.basis === "plural" && b.basis === "plural";

const shared = (a: Actor): Actor => ({ ...a, basis: "event/joint-thing" });

const overlap = (a: Actor, b: Actor): boolean =>
  a.words !== null && b.words !== null && a.words.start < b.words.end && b.words.start < a.words.end;
