import { preposition } from "../clauses/index.js";
import { verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { AIMS, ASTRAY, BY, DOERS, OF, TOGETHER } from "./function-words.js";
import { VERBAL } from "./groups.js";
import type { Meaning, Reader } from "./meaning.js";
import { complement } from "./nouns.js";

/** Tokens of one slot of a meaning. */
export function slotTokens(r: Reader, m: Meaning, slot: string): readonly number[] {
  const c = m.clause;
  const inner = m.inner;
  switch (slot) {
    case "subj":
      if (c === null) return visitors(r, m, ownActors(r, m.trigger));
      if (c.subjects.length > 0) return c.subjects;
      if (c.passive) return agentBelow(r, c);
      return c.kind === "nominal" ? visitors(r, m, ownActors(r, c.head)) : [];
    case "obj":
      return c === null ? [] : c.support >= 0 ? [c.head, ...c.objects] : c.objects;
    case "iobj":
      return c?.recipients ?? [];
    case "poss":
      return nounActors(r, m.trigger);
    // "confirmed an attack by Chad": whoever carries out what is told of.
    case "deed":
      return m.content === null ? [] : nounActors(r, m.content.trigger);
    // "is in Chad", "is against the plan"
    case "head":
      return c === null ? [] : [c.head];
    case "inner":
      return inner === null ? [] : inner.passive ? inner.objects : inner.subjects;
    default:
      return c === null ? ofNoun(r, m.trigger, slot) : behind(r, m, c, slot);
  }
}

/** What a preposition brings to a clause; most prepositions bring nothing, and no list is made then. */
function behind(r: Reader, m: Meaning, c: Clause, prep: string): readonly number[] {
  let out = brought(c, prep);
  // "is on a visit to Chad"
  if (m.noun !== null && c.kind === "copular") out = joined(out, ofNoun(r, m.trigger, prep));
  // "avenged a raid by Chad"
  const doer = m.entry?.actor.includes(prep) === true || (prep === BY && !c.passive);
  // "moved tanks towards the border": what moves has no other side of its own.
  if (doer || ASTRAY.has(prep) || m.class === "MOBILIZE" || m.class === "AID")
    for (const o of c.objects) {
      out = joined(out, ofNoun(r, o, prep));
      const held =
        out.length === 0 && prep !== OF && r.words.is("measure", r.s.lemmas[o]) ? complement(r.s, o) : -1;
      if (held >= 0) out = joined(out, ofNoun(r, held, prep));
    }
  // "met with a refusal from Chad"
  if (doer && out.length === 0)
    for (const o of c.obliques) if (o.prep !== prep) out = joined(out, ofNoun(r, o.head, prep));
  return out;
}

function brought(c: Clause, prep: string): readonly number[] {
  let out: number[] | null = null;
  for (const o of c.obliques)
    if (o.prep === prep) {
      out ??= [];
      out.push(o.head);
    }
  return out ?? NOTHING;
}

const joined = (a: readonly number[], b: readonly number[]): readonly number[] =>
  b.length === 0 ? a : a.length === 0 ? b : [...a, ...b];

const NOTHING: readonly number[] = [];

/** "said during a visit to Chad", "was arrested on a visit": who does it, or to whom it is done, is the visitor. */
function visitors(r: Reader, m: Meaning, own: readonly number[]): readonly number[] {
  if (own.length > 0 || m.mode !== "visit" || !r.words.is("while", preposition(r.s, m.trigger))) return own;
  const over = r.s.heads[m.trigger];
  const c = over < 0 ? null : r.clauseAt(over);
  if (c === null) return r.s.upos[over] === "NOUN" || r.s.upos[over] === "PROPN" ? [over] : own;
  return c.passive ? c.objects : c.subjects;
}

/** "was taken hostage by rebels": the agent that the tree hangs on what stands behind the verb. */
function agentBelow(r: Reader, c: Clause): number[] {
  const verb = verbOf(c);
  const out: number[] = [];
  for (let k = r.s.firstChild[verb]; k >= 0; k = r.s.nextSibling[k])
    if (k > verb && (r.s.upos[k] === "NOUN" || r.s.upos[k] === "ADJ" || r.s.xpos[k] === "VBG"))
      out.push(...ofNoun(r, k, BY));
  return out;
}

/** Where the recipient may stand: the entry's own slots, then the usual places, then those of the content. */
export function* alternatives(r: Reader, m: Meaning, slots: readonly string[]): Iterable<readonly number[]> {
  for (const slot of slots) if (slot !== "both" && slot !== TOPIC) yield slotTokens(r, m, slot);
  yield slotTokens(r, m, "iobj");
  if (m.inner !== null && m.content === null) yield slotTokens(r, m, "inner");
  // "joined Egypt in condemning X": what is carried out together has its own other side.
  if (m.entry?.operator === "carry" && m.content !== null && m.content.clause === m.inner && m.inner !== null)
    yield* ofContent(r, m.content);
  // Whoever is trained or massed is not the other side.
  // "discussed Chad": what is talked about takes no part.
  const topic = slots.includes(TOPIC);
  if (!slots.includes("subj") && !isFellow(m) && m.class !== "MOBILIZE" && !topic)
    yield slotTokens(r, m, "obj");
  if (m.content !== null && m.content.trigger !== m.trigger) yield* ofContent(r, m.content);
  if (m.content === null && VERBAL.has(m.class))
    for (const o of m.clause?.objects ?? NOTHING) yield doersBelow(r, o);
  const mutual = slots.includes("both");
  for (const slot of AIMS) if (!mutual || TOGETHER.has(slot)) yield slotTokens(r, m, slot);
  if (m.inner !== null) {
    yield slotTokens(r, m, "inner");
    yield m.inner.recipients;
    yield m.inner.objects;
    for (const prep of AIMS) yield brought(m.inner, prep);
  }
}

/** Says of a verb's object that it is what is talked about. */
export const TOPIC = "topic";

/** "joined Egypt in condemning X": whom the verb has for its object does it too. */
export const isFellow = (m: Meaning): boolean =>
  m.entry?.operator === "carry" &&
  m.inner !== null &&
  m.content !== null &&
  m.content.clause === m.inner &&
  (m.clause?.objects.length ?? 0) > 0 &&
  m.clause?.support === -1;

function* ofContent(r: Reader, m: Meaning): Iterable<readonly number[]> {
  // "repeated its call for Chad to leave"
  if (m.noun !== null) yield doersBelow(r, m.trigger);
  if (m.clause === null || m.clause.kind === "nominal") {
    yield nounActors(r, m.trigger);
  } else yield m.clause.passive ? m.clause.objects : m.clause.subjects;
  yield* alternatives(r, m, m.entry?.recipient ?? m.noun?.recipient ?? []);
}

const COMPLETING = new Set(["acl", "acl:relcl", "ccomp"]);

/** Subjects of the clause that completes a noun. */
function doersBelow(r: Reader, noun: number): readonly number[] {
  for (let k = r.s.firstChild[noun]; k >= 0; k = r.s.nextSibling[k]) {
    const d = COMPLETING.has(r.s.deprels[k]) ? r.clauseAt(k) : null;
    // "its accusation that Chad harbours rebels"
    const said = d !== null && (d.mood === "infinitive" || d.marker !== null);
    if (d !== null && said && d.subjects.length > 0) return d.subjects;
  }
  return NOTHING;
}

/** "the killing of a priest by Chad": the agent that the tree hangs on what is done to. */
export function agentBehind(r: Reader, noun: number): readonly number[] {
  const held = complement(r.s, noun);
  return held < 0 ? [] : ofNoun(r, held, BY);
}

/** Who carries out a noun of action: possessor, "by", modifiers in front, both sides of "between". */
export function nounActors(r: Reader, noun: number): number[] {
  const s = r.s;
  const out: number[] = [];
  for (const prep of DOERS) out.push(...ofNoun(r, noun, prep));
  if (out.length === 0) out.push(...agentBehind(r, noun));
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    const d = s.deprels[c];
    if (d !== "nmod:poss" && (c > noun || (d !== "amod" && d !== "compound" && d !== "nmod"))) continue;
    out.push(c);
    // "India-Pakistan talks"
    if (s.norms[c + 1] === "-" && s.heads[c + 2] === c && s.upos[c + 2] === "PROPN") out.push(c + 2);
  }
  return out;
}

/** Who carries out what a noun tells, or what a word of quantity holds: "the next round of talks between". */
function ownActors(r: Reader, noun: number): number[] {
  const own = nounActors(r, noun);
  if (own.length > 0 || !r.words.is("measure", r.s.lemmas[noun])) return own;
  const held = complement(r.s, noun);
  return held < 0 ? own : nounActors(r, held);
}

const NEAR = 5;

export function ofNoun(r: Reader, noun: number, prep: string): readonly number[] {
  const s = r.s;
  let out: number[] | null = null;
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    if (c < noun || !(s.deprels[c].startsWith("nmod") || s.deprels[c].startsWith("obl"))) continue;
    let p = -1;
    for (let k = s.firstChild[c]; k >= 0; k = s.nextSibling[k]) if (s.deprels[k] === "case") p = k;
    // "between Chad | Prime Minister Deby and his host", a name cut in two.
    const rest = p < 0 && out !== null && c - out[out.length - 1] < NEAR && s.upos[c] === "PROPN";
    if (!rest && (p < 0 || s.norms[p] !== prep)) continue;
    out ??= [];
    out.push(c);
    for (let k = s.firstChild[c]; k >= 0; k = s.nextSibling[k]) if (s.deprels[k] === "conj") out.push(k);
  }
  return out ?? NOTHING;
}
