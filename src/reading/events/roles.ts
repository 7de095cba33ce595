import { subtreeRange } from "../../language/index.js";
import { preposition } from "../clauses/index.js";
import { mentionAt, verbOf } from "../phrases/index.js";
import type { Actor, Clause, Entity, Mention, PloverClass } from "../types.js";
import { counterpart } from "./counterpart.js";
import type { Meaning, Reader } from "./meaning.js";
import { nounAt } from "./nouns.js";
import { add, leaveOut, partiesAt, partiesOf } from "./parties.js";

export interface Roles {
  readonly actors: readonly Actor[];
  readonly recipients: readonly Actor[];
  readonly reciprocal: boolean;
  /** Actor, and recipient, stand as arguments and were not only found nearby. */
  readonly grounded: boolean;
}

/** Prepositions that bring the other side, best first. */
const AIMS = [
  "against",
  "to",
  "with",
  "on",
  "upon",
  "from",
  "at",
  "for",
  "toward",
  "towards",
  "over",
  "into",
  "in",
  "of",
  "between",
  "near",
];
const TOGETHER = new Set(["with", "to", "between", "against", "from"]);
const MUTUAL = new Set<PloverClass>(["CONSULT", "AGREE", "COOPERATE"]);
const FORCEFUL: ReadonlySet<PloverClass> = new Set(["ASSAULT", "COERCE", "MOBILIZE"]);
const ENDING = new Set(["lift", "suspend"]);
/** Classes of words: said to somebody, wherever it was said. */
const TOLD = new Set<PloverClass>(["SUPPORT", "REQUEST", "REJECT", "THREATEN", "ACCUSE"]);
/** Classes that answer the other side of talks. */
const FACED = new Set<PloverClass>(["CONCEDE", "REJECT"]);
/** Classes whose other side, where nobody else is named, is the actor's own country: its people, its government. */
const DOMESTIC = new Set<PloverClass>(["COERCE", "PROTEST", "CONCEDE"]);

/** Who acts on whom in a meaning. `speaker`: whoever says it, for subjects that the text leaves out. */
export function rolesOf(
  r: Reader,
  m: Meaning,
  speaker: readonly Actor[],
  hearers: readonly Actor[] = [],
): Roles {
  const sentence = r.s.index;
  const at = (tokens: readonly number[], not: readonly Actor[] = []): Actor[] => {
    const out: Actor[] = [];
    for (const t of tokens) add(out, partiesAt(r.layers, sentence, t, not));
    return out;
  };
  let actors: Actor[] = [];
  const actorSlots = m.entry?.actor ?? ["subj"];
  for (const slot of actorSlots) {
    actors = at(slotTokens(r, m, slot));
    if (actors.length > 0) break;
  }
  if (actors.length === 0 && m.class === "ASSAULT") actors = attackersBeside(r, m, at);
  if (actors.length === 0 && m.clause !== null && FORCEFUL.has(m.class)) actors = at(wielders(r, m.clause));
  // "a demand by Chad was dropped", "Chad's embargo was lifted": whose it was.
  if (
    actors.length === 0 &&
    m.clause?.passive === true &&
    m.content !== null &&
    ENDING.has(m.entry?.operator ?? "")
  )
    actors = at(nounActors(r, m.content.trigger));
  let grounded = actors.length > 0;
  const agentless = m.clause?.passive && m.clause.subjects.length === 0;
  const others = hasOthers(r, m, speaker) || m.rule === "event/occur";
  if (actors.length === 0 && !agentless && !others) actors = [...speaker];
  if (
    actors.length === 0 &&
    !agentless &&
    m.clause?.passive !== true &&
    !others &&
    actorSlots[0] !== "none" &&
    !(VERBAL.has(m.class) && hasOvertSubject(r, m))
  )
    actors = before(r, m);

  let recipients: Actor[] = [];
  const slots = [...(m.entry?.recipient ?? m.noun?.recipient ?? [])];
  const mutual = slots.includes("both");
  if (slots[0] !== "none") recipients = best(r, m, slots, actors, at);
  // "told Riga that it would not sign": said to whoever hears it.
  const own = recipients.every((x) => actors.some((a) => a.code === x.code));
  if (own && VERBAL.has(m.class)) {
    const told = leaveOut(r.layers, hearers, actors);
    if (told.length > 0) recipients = told;
  }
  // "accused the government of breaking a promise made in Oslo": their own government, not the town.
  if (VERBAL.has(m.class) && facesState(r, m) && withoutPlaces(r, recipients).length === 0) {
    const own = domestic(r, actors);
    if (own.length > 0) recipients = own;
  }
  if (mutual || (recipients.length === 0 && MUTUAL.has(m.class) && several(r, actors))) {
    const all = [...actors];
    if (mutual) add(all, withoutPlaces(r, recipients));
    if (several(r, all) || (recipients.length === 0 && persons(r, all) > 1))
      return { actors: all, recipients: [], reciprocal: true, grounded };
  }
  // "Chad and Libya pulled back their guns": from each other.
  if (recipients.length === 0 && m.class === "RETREAT" && statesOf(r, actors) > 1)
    return { actors, recipients: [], reciprocal: true, grounded };
  if (recipients.length === 0 && slots[0] !== "none") {
    grounded = false;
    recipients = nearby(r, m, actors);
    const other = recipients.length > 0 ? [] : counterpart(r.layers, actors);
    // "was trying to reach an agreement": nobody agrees alone.
    if (other.length > 0 && m.class === "AGREE" && isMutual(m))
      return { actors: [...actors, ...other], recipients: [], reciprocal: true, grounded };
    if (FACED.has(m.class) && recipients.length === 0) recipients = other;
    if (recipients.length === 0 && (DOMESTIC.has(m.class) || facesState(r, m)))
      recipients = domestic(r, actors);
  }
  if (!DOMESTIC.has(m.class) && m.class !== "ASSAULT" && m.mode !== "visit")
    recipients = recipients.filter((x) => !ownState(r, actors, x));
  if (actors.length === 0 && m.class === "PROTEST")
    actors = recipients.map((a) => ({ ...a, words: null, basis: "domestic" }));
  // "if the land were returned to Chad": whoever has it is the other side.
  if (actors.length === 0 && agentless && m.class === "RETREAT") actors = counterpart(r.layers, recipients);
  if (actors.length === 0 && m.mode === "arrest") actors = where(r, m, recipients);
  return { actors, recipients, reciprocal: false, grounded };
}

/** "a missile fired by Chad hit a ship": who set going what does the harm. */
function wielders(r: Reader, c: Clause): readonly number[] {
  for (const t of c.subjects)
    for (let k = r.s.firstChild[t]; k >= 0; k = r.s.nextSibling[k]) {
      const d = r.s.deprels[k].startsWith("acl") ? r.clauseAt(k) : null;
      if (d?.passive === true && d.subjects.length > 0) return d.subjects;
    }
  return [];
}

/** "were killed when Chadian forces opened fire": whoever attacks in the clause that tells how. */
function attackersBeside(
  r: Reader,
  m: Meaning,
  at: (tokens: readonly number[], not?: readonly Actor[]) => Actor[],
): Actor[] {
  const c = m.clause;
  if (c === null || !c.passive || c.subjects.length > 0) return [];
  for (const d of r.clauses)
    if (d.parent === c.index && d.relation === "advcl" && !d.passive && r.clause(d)?.class === "ASSAULT")
      return at(d.subjects);
  return [];
}

/** "pulled the United States out": the state for which the actor acts is not the other side. */
function ownState(r: Reader, actors: readonly Actor[], x: Actor): boolean {
  if (r.layers.entities[x.entity].kind !== "state" || x.basis === "domestic") return false;
  return (
    actors.length > 0 &&
    actors.every((a) => {
      const e = r.layers.entities[a.entity];
      return (
        a.party === x.party &&
        (e.kind === "state" ||
          e.kind === "ministry" ||
          (e.kind === "person" && (e.sector === "GOV" || e.sector === null) && e.office !== null))
      );
    })
  );
}

/** Who act together meet somewhere: "talks in Tunis" have no Tunisia, whatever noun the tree hangs the place on. */
function withoutPlaces(r: Reader, actors: readonly Actor[]): Actor[] {
  const places = r.layers.mentionsBySentence[r.s.index]
    .map((i) => r.layers.mentions[i])
    .filter((x) => x.use === "place");
  return actors.filter((a) => a.words === null || !places.some((x) => x.start === a.words?.start));
}

/** First place that names somebody else; one of another country goes before one of the actor's own. */
function best(
  r: Reader,
  m: Meaning,
  slots: readonly string[],
  actors: readonly Actor[],
  at: (tokens: readonly number[], not: readonly Actor[]) => Actor[],
): Actor[] {
  let own: Actor[] = [];
  let tries = 0;
  for (const tokens of alternatives(r, m, slots)) {
    const others =
      DOMESTIC.has(m.class) || m.class === "ASSAULT"
        ? tokens
        : // "shut its embassy in Baku": not it, but where it stands.
          tokens.flatMap((t) => (ownThing(r, t, actors) ? ofNoun(r, t, "in") : [t]));
    if (others.length === 0) continue;
    const all = at(others, actors);
    // What is said, or done together, is said to and done with somebody: "accused X of breaking a promise made in Oslo".
    const spoken =
      (m.class === "CONSULT" && m.mode === null && gatherWord(m)) ||
      m.content?.class === "CONSULT" ||
      (m.class === "AGREE" && gathers(r, m)) ||
      (own.length > 0 && VERBAL.has(m.class));
    const found = spoken ? withoutPlaces(r, all) : all;
    if (found.length === 0) continue;
    if (!found.every((f) => actors.some((a) => a.code === f.code)))
      return own.length > 0 && tries > 1 ? own : found;
    if (own.length === 0) own = found;
    tries++;
  }
  return own;
}

/** "offered its troops": what the actor calls its own is not the other side. */
function ownThing(r: Reader, token: number, actors: readonly Actor[]): boolean {
  const { s } = r;
  for (let k = s.firstChild[token]; k >= 0 && k < token; k = s.nextSibling[k]) {
    if (s.deprels[k] !== "nmod:poss" || s.xpos[k] !== "PRP$") continue;
    const owner = mentionAt(r.layers, s.index, k);
    const code = owner === null ? null : r.layers.entities[owner.entity].code;
    return code !== null && actors.some((a) => a.code === code);
  }
  return false;
}

/** The state of an actor that is not the state itself: "police", "students" of a country act within it. */
function domestic(r: Reader, actors: readonly Actor[]): Actor[] {
  const out: Actor[] = [];
  for (const a of actors) {
    const e = r.layers.entities[a.entity];
    if (e.country === null || e.country !== a.code) continue;
    const state = r.layers.entities.find((x) => x.kind === "state" && x.code === a.code) ?? e;
    add(out, [{ ...a, entity: state.index, name: state.name, words: null, basis: "domestic" }]);
  }
  return out;
}

/** Whether the sentence speaks of "the government", "the army" behind the event without saying whose. */
function facesState(r: Reader, m: Meaning): boolean {
  for (let t = m.trigger + 2; t < r.s.size; t++)
    if (r.s.norms[t - 1] === "the" && r.words.is("state-noun", r.s.norms[t])) return true;
  return false;
}

/** Who holds an arrested person where nobody is said to: the country it happened in. */
function where(r: Reader, m: Meaning, recipients: readonly Actor[]): Actor[] {
  for (const x of mentions(r, m)) {
    if (x.use !== "place" || recipients.some((a) => a.words !== null && a.words.start === x.start)) continue;
    const found = leaveOut(r.layers, partiesOf(r.layers, x), recipients);
    if (found.length > 0) return found.map((a) => ({ ...a, basis: "place" }));
  }
  return [];
}

/** Whether what is governed is what several do together: "reach an agreement". */
function isMutual(m: Meaning): boolean {
  for (let x = m.content; x !== null; x = x.content)
    if ((x.noun ?? x.entry)?.recipient.includes("both") === true) return true;
  return false;
}

/** Whether what is offered or agreed is a meeting: "offered to hold talks in Oslo". */
const gathers = (r: Reader, m: Meaning): boolean =>
  isMutual(m) ||
  (m.inner !== null && m.inner.support >= 0 && nounAt(r.words, r.s, m.inner.head)?.class === "CONSULT");

/** Whether a word of coming together tells it, which takes place somewhere: no "shuttled between Khartoum and Juba". */
const gatherWord = (m: Meaning): boolean =>
  (m.entry ?? m.noun)?.recipient.includes("both") === true ||
  m.content?.noun?.recipient.includes("both") === true;

const statesOf = (r: Reader, list: readonly Actor[]): number =>
  new Set(list.filter((a) => r.layers.entities[a.entity].kind === "state").map((a) => a.code)).size;

/** People of one state who meet each other. */
const persons = (r: Reader, list: readonly Actor[]): number =>
  new Set(list.filter((a) => r.layers.entities[a.entity].kind === "person").map((a) => a.entity)).size;

const several = (r: Reader, list: readonly Actor[]): boolean =>
  new Set(list.map((a) => a.party)).size > 1 ||
  new Set(list.map((a) => a.entity)).size > 2 ||
  (list.some((a) => r.layers.entities[a.entity].kind === "armed-group") &&
    list.some((a) => r.layers.entities[a.entity].kind !== "armed-group"));

/** Tokens of one slot of a meaning. */
function slotTokens(r: Reader, m: Meaning, slot: string): readonly number[] {
  const c = m.clause;
  const inner = m.inner;
  switch (slot) {
    case "subj":
      if (c === null) return visitors(r, m, nounActors(r, m.trigger));
      if (c.subjects.length > 0) return c.subjects;
      if (c.passive) return agentBelow(r, c);
      return c.kind === "nominal" ? visitors(r, m, nounActors(r, c.head)) : [];
    case "obj":
      return c === null ? [] : c.support >= 0 ? [c.head, ...c.objects] : c.objects;
    case "iobj":
      return c?.recipients ?? [];
    case "poss":
      return nounActors(r, m.trigger);
    case "inner":
      return inner === null ? [] : inner.passive ? inner.objects : inner.subjects;
    default:
      return c === null
        ? ofNoun(r, m.trigger, slot)
        : [
            ...c.obliques.filter((o) => o.prep === slot).map((o) => o.head),
            // "is on a visit to Chad"
            ...(m.noun !== null && c.kind === "copular" ? ofNoun(r, m.trigger, slot) : []),
            ...(m.entry?.actor.includes(slot) || slot === "to" || slot === "against"
              ? c.objects.flatMap((o) => ofNoun(r, o, slot))
              : []),
          ];
  }
}

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
    if (k > verb && r.s.upos[k] === "NOUN") out.push(...ofNoun(r, k, "by"));
  return out;
}

/** Where the recipient may stand: the entry's own slots, then the usual places, then those of the content. */
function* alternatives(r: Reader, m: Meaning, slots: readonly string[]): Iterable<readonly number[]> {
  for (const slot of slots) if (slot !== "both") yield slotTokens(r, m, slot);
  yield slotTokens(r, m, "iobj");
  if (m.inner !== null && m.content === null) yield slotTokens(r, m, "inner");
  // "joined Egypt in condemning X": what is carried out together has its own other side.
  if (m.entry?.operator === "carry" && m.content !== null && m.content.clause === m.inner && m.inner !== null)
    yield* ofContent(r, m.content);
  if (!slots.includes("subj") && !isFellow(m)) yield slotTokens(r, m, "obj");
  if (m.content !== null && m.content.trigger !== m.trigger) yield* ofContent(r, m.content);
  const mutual = slots.includes("both");
  for (const slot of AIMS) if (!mutual || TOGETHER.has(slot)) yield slotTokens(r, m, slot);
  if (m.inner !== null) {
    yield slotTokens(r, m, "inner");
    yield m.inner.recipients;
    yield m.inner.objects;
    for (const prep of AIMS) yield m.inner.obliques.filter((o) => o.prep === prep).map((o) => o.head);
  }
}

/** "joined Egypt in condemning X": whom the verb has for its object does it too. */
const isFellow = (m: Meaning): boolean =>
  m.entry?.operator === "carry" &&
  m.inner !== null &&
  m.content !== null &&
  m.content.clause === m.inner &&
  (m.clause?.objects.length ?? 0) > 0 &&
  m.clause?.support === -1;

function* ofContent(r: Reader, m: Meaning): Iterable<readonly number[]> {
  if (m.clause === null || m.clause.kind === "nominal") {
    yield nounActors(r, m.trigger);
  } else yield m.clause.passive ? m.clause.objects : m.clause.subjects;
  yield* alternatives(r, m, m.entry?.recipient ?? m.noun?.recipient ?? []);
}

/** Who carries out a noun of action: possessor, "by", modifiers in front, both sides of "between". */
function nounActors(r: Reader, noun: number): number[] {
  const s = r.s;
  const out: number[] = [];
  for (const prep of ["by", "between", "among", "from"]) out.push(...ofNoun(r, noun, prep));
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    const d = s.deprels[c];
    if (d === "nmod:poss" || (c < noun && (d === "amod" || d === "compound" || d === "nmod"))) out.push(c);
  }
  return out;
}

function ofNoun(r: Reader, noun: number, prep: string): number[] {
  const s = r.s;
  const out: number[] = [];
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    if (c < noun || !(s.deprels[c].startsWith("nmod") || s.deprels[c].startsWith("obl"))) continue;
    let p = -1;
    for (let k = s.firstChild[c]; k >= 0; k = s.nextSibling[k]) if (s.deprels[k] === "case") p = k;
    if (p < 0 || s.norms[p] !== prep) continue;
    out.push(c);
    for (let k = s.firstChild[c]; k >= 0; k = s.nextSibling[k]) if (s.deprels[k] === "conj") out.push(k);
  }
  return out;
}

/** Classes of words: whoever says them is the subject, known or not. */
const VERBAL = new Set<PloverClass>(["THREATEN", "REQUEST", "ACCUSE", "REJECT", "AGREE"]);

/** Kinds of whom nobody says "they". */
const ONE: ReadonlySet<Entity["kind"]> = new Set(["person", "state"]);

/** "said they had not agreed": others than the one who says it, though nobody knows who. */
function hasOthers(r: Reader, m: Meaning, speaker: readonly Actor[]): boolean {
  if (speaker.length === 0 || !VERBAL.has(m.class)) return false;
  if (hasOvertSubject(r, m)) return true;
  return (
    speaker.length === 1 &&
    // "Nigerian commanders said they": a demonym is of several.
    speaker[0].basis !== "demonym" &&
    ONE.has(r.layers.entities[speaker[0].entity].kind) &&
    (m.clause?.subjects ?? []).some((t) => r.words.is("plural-pronoun", r.s.norms[t]))
  );
}

function hasOvertSubject(r: Reader, m: Meaning): boolean {
  return (m.clause?.subjects ?? []).some((t) => r.s.upos[t] === "NOUN");
}

/** Whoever stands last before the predicate and is not merely quoted. */
function before(r: Reader, m: Meaning): Actor[] {
  for (const x of mentions(r, m).reverse()) {
    if (x.to > m.trigger || x.use === "place") continue;
    const found = partiesOf(r.layers, x);
    if (found.length > 0) return found.map((a) => ({ ...a, basis: "nearby" }));
  }
  return [];
}

/** The other party where no argument names it: behind the predicate in its own clause, behind it, then before it. */
function nearby(r: Reader, m: Meaning, actors: readonly Actor[]): Actor[] {
  const all = mentions(r, m);
  const [from, to] =
    m.clause === null
      ? [0, r.s.size]
      : subtreeRange(r.s, m.clause.support >= 0 ? m.clause.support : m.clause.head);
  const ranked = [
    ...all.filter((x) => x.from > m.trigger && x.to <= to),
    ...all.filter((x) => x.from > m.trigger && x.to > to),
    ...all.filter((x) => x.from < m.trigger && x.from >= from).reverse(),
  ];
  // Who act together meet somewhere: the place takes no part.
  const mutual = (m.entry?.recipient ?? m.noun?.recipient)?.includes("both") === true;
  const fellows = isFellow(m) ? (m.clause?.objects ?? []) : [];
  for (const x of ranked) {
    if (
      x.rule === "entities/owned-by-pronoun" &&
      actors.some((a) => a.code === r.layers.entities[x.entity].code)
    )
      continue;
    // "launches have worried two U.S. allies": whose thing stands near is not therefore the other side.
    if (m.clause?.kind === "nominal" && m.clause.support < 0 && x.use === "modifier") continue;
    if (fellows.includes(x.head) || actsElsewhere(r, m, x) || besideSubject(r, m, x)) continue;
    if ((mutual || MUTUAL.has(m.class) || TOLD.has(m.class)) && x.use === "place") continue;
    // "agreed to meet, as a return of U.N. sanctions drew near": nobody it was agreed with.
    if (m.class === "AGREE" && x.use === "modifier" && x.from >= to) continue;
    const found = leaveOut(r.layers, partiesOf(r.layers, x), actors);
    // "rejected it as meddling in Chad's affairs", said by Chad's minister: the other side is somebody else.
    if (FACED.has(m.class) && found.length > 0 && found.every((f) => ownState(r, actors, f))) continue;
    // "accused them of pushing Moscow out": of whoever accuses.
    const speaks = (a: Actor): boolean => SPEAKING.has(r.layers.entities[a.entity].kind);
    if (
      m.class === "ACCUSE" &&
      actors.every(speaks) &&
      found.every((f) => actors.some((a) => a.code === f.code))
    )
      continue;
    if (found.length > 0) return found.map((a) => ({ ...a, basis: "nearby" }));
  }
  return [];
}

/** Whether a mention is the subject of a verb joined to the event's: who does the next thing is not therefore done to. */
function actsElsewhere(r: Reader, m: Meaning, x: Mention): boolean {
  const { s } = r;
  let first = x.head;
  while (s.deprels[first] === "conj" && s.heads[first] >= 0 && s.upos[s.heads[first]] !== "VERB")
    first = s.heads[first];
  const verb = s.heads[first];
  if (verb < 0 || verb === m.trigger || !s.deprels[first].startsWith("nsubj") || s.upos[verb] !== "VERB")
    return false;
  if (!ELSEWHERE.has(s.deprels[verb])) return false;
  const over = s.heads[verb];
  for (let y: Meaning | null = m; y !== null; y = y.content)
    if ((y.clause !== null && over === verbOf(y.clause)) || (y.inner !== null && over === verbOf(y.inner)))
      return true;
  return false;
}
const ELSEWHERE = new Set(["conj", "advcl", "parataxis"]);

/** "The council, a group backed by Chad, warned": who is named to say who acts. */
function besideSubject(r: Reader, m: Meaning, x: Mention): boolean {
  if (m.clause === null || m.clause.kind !== "verbal" || x.head > m.trigger) return false;
  return m.clause.subjects.some((t) => {
    if (t === x.head || t > m.trigger) return false;
    let h = r.s.heads[x.head];
    for (let steps = 0; h >= 0 && steps < 8; h = r.s.heads[h], steps++) {
      if (h === t) return r.s.upos[r.s.heads[x.head]] === "VERB" || r.s.deprels[x.head] !== "conj";
    }
    return false;
  });
}

/** Kinds that speak for a state and accuse no part of it. */
const SPEAKING: ReadonlySet<Entity["kind"]> = new Set(["state", "person", "ministry"]);

/** Mentions of the sentence that may take part: no media, nobody who only reports. */
function mentions(r: Reader, m: Meaning): Mention[] {
  const out: Mention[] = [];
  for (const i of r.layers.mentionsBySentence[r.s.index]) {
    const x = r.layers.mentions[i];
    const kind = r.layers.entities[x.entity].kind;
    if (kind === "media" || kind === "document" || kind === "occasion") continue;
    if (reports(r, x, m)) continue;
    out.push(x);
  }
  return out;
}

/** Whether a mention is, or stands in, the subject of a verb of saying in another clause than the event's, or an "according to". */
function reports(r: Reader, x: Mention, m: Meaning): boolean {
  const s = r.s;
  let t = x.head;
  for (let steps = 0; t >= 0 && steps < 6; steps++, t = s.heads[t]) {
    const d = s.deprels[t];
    const h = s.heads[t];
    if (h < 0) return false;
    if (d === "nsubj" || d === "obl" || d === "nmod") {
      if (d !== "nsubj" && r.words.is("source", s.norms[s.firstChild[t] < 0 ? t : s.firstChild[t]]))
        return true;
      if (d === "nsubj" && isSaying(r, r.clauseAt(h)) && h !== m.trigger) return true;
    }
    if (s.upos[t] === "VERB") return false;
  }
  return false;
}

export function isSaying(r: Reader, c: Clause | null): boolean {
  return c !== null && r.entries(c).some((e) => e.operator === "say");
}

/** Parties of a speech clause's subject. */
export const speakersOf = (r: Reader, c: Clause): Actor[] => talkers(r, c.subjects);

/** Those whom a speech clause is said to: "told Riga"; the press takes no part. */
export const hearersOf = (r: Reader, c: Clause): Actor[] => talkers(r, [...c.recipients, ...c.objects]);

function talkers(r: Reader, tokens: readonly number[]): Actor[] {
  const out: Actor[] = [];
  for (const t of tokens) {
    const m = mentionAt(r.layers, r.s.index, t);
    if (m !== null && r.layers.entities[m.entity].kind === "media") continue;
    add(out, partiesAt(r.layers, r.s.index, t));
  }
  return out;
}
