import { subtreeRange } from "../../language/index.js";
import { preposition } from "../clauses/index.js";
import { verbOf } from "../phrases/index.js";
import type { Actor, Entity, Mention } from "../types.js";
import { KIN } from "./function-words.js";
import { DOMESTIC, FACED, MUTUAL, TOLD } from "./groups.js";
import { ownState } from "./home.js";
import type { Meaning, Reader } from "./meaning.js";
import { nounAt } from "./nouns.js";
import { add, leaveOut, partiesOf } from "./parties.js";
import { isFellow, TOPIC } from "./slots.js";
import { isSaying } from "./speech.js";

/** Whoever stands last before the predicate and is not merely quoted. */
export function before(r: Reader, m: Meaning): Actor[] {
  for (const x of mentions(r, m).reverse()) {
    if (x.to > m.trigger || x.use === "place") continue;
    const found = partiesOf(r.layers, x);
    if (found.length > 0) return found.map((a) => ({ ...a, basis: "nearby" }));
  }
  return [];
}

/** The other party where no argument names it: behind the predicate in its own clause, behind it, then before it. */
export function nearby(r: Reader, m: Meaning, actors: readonly Actor[]): Actor[] {
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
  const topic = m.entry?.recipient.includes(TOPIC) === true;
  for (const x of ranked) {
    if (
      x.rule === "entities/owned-by-pronoun" &&
      actors.some((a) => a.code === r.layers.entities[x.entity].code)
    )
      continue;
    // "launches have worried two U.S. allies": whose thing stands near is not therefore the other side.
    if (m.clause?.kind === "nominal" && m.clause.support < 0 && x.use === "modifier") continue;
    if ((topic && besideTopic(r, m, x)) || isAftermath(r, m, x)) continue;
    if (fellows.includes(x.head) || actsElsewhere(r, m, x) || besideSubject(r, m, x)) continue;
    if (
      (mutual || (MUTUAL.has(m.class) && m.entry?.class !== "AID") || TOLD.has(m.class)) &&
      x.use === "place"
    )
      continue;
    // "detained two men who had written about Chad": what they are known for.
    if (DOMESTIC.has(m.class) && x.from > m.trigger && inRelative(r, m, x)) continue;
    // "agreed to meet, as a return of U.N. sanctions drew near": nobody it was agreed with.
    if (m.class === "CONSULT" && mutual && isCircumstance(r, m, x, true)) continue;
    if (m.class === "AGREE" && ((x.use === "modifier" && x.from >= to) || isCircumstance(r, m, x))) continue;
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
    if (found.length > 0) {
      add(found, leaveOut(r.layers, joinedTo(r, x, all), actors));
      return found.map((a) => ({ ...a, basis: "nearby" }));
    }
  }
  return [];
}

/** "after meeting with the chancellor of Chad and the premier of Mali": whoever is named in one breath. */
function joinedTo(r: Reader, x: Mention, all: readonly Mention[]): Actor[] {
  const { s } = r;
  const out: Actor[] = [];
  for (const y of all) {
    if (y.from < x.to || y.use !== x.use) continue;
    for (let t = y.head, steps = 0; steps < 4 && s.deprels[t] === "conj"; steps++) {
      t = s.heads[t];
      if (t >= x.from && t < x.to) add(out, partiesOf(r.layers, y));
    }
  }
  return out;
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

/** "want an accord, as French troops left": whose thing is named in a clause that only tells when or why. */
function isCircumstance(r: Reader, m: Meaning, x: Mention, aims = false): boolean {
  const { s } = r;
  for (let t = x.head, steps = 0; t > m.trigger && steps < 10; t = s.heads[t], steps++)
    if (s.deprels[t] === "advcl" && (aims || s.xpos[t] !== "VB") && (aims || t !== m.inner?.head))
      return true;
  return false;
}

const ASIDE = /^(obl|nmod)/;

/** "discussed the issue of Chad": stands in what is talked about. */
const besideTopic = (r: Reader, m: Meaning, x: Mention): boolean =>
  (m.clause?.objects ?? []).some((o) => {
    const [from, to] = subtreeRange(r.s, o);
    return x.head >= from && x.head < to;
  });

/** "took the land after the withdrawal of Chad": named only to say when. */
function isAftermath(r: Reader, m: Meaning, x: Mention): boolean {
  if (m.class !== "ASSAULT" && m.class !== "COERCE") return false;
  const { s } = r;
  for (let t = x.head, steps = 0; t > m.trigger && steps < 8; t = s.heads[t], steps++)
    if (
      ASIDE.test(s.deprels[t]) &&
      r.words.is("aftermath", preposition(s, t)) &&
      nounAt(r.words, s, t) !== null
    )
      return true;
  return false;
}

function inRelative(r: Reader, m: Meaning, x: Mention): boolean {
  const { s } = r;
  for (let t = x.head, steps = 0; t > m.trigger && steps < 8; t = s.heads[t], steps++)
    if (s.deprels[t] === "acl:relcl") return true;
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
export function mentions(r: Reader, m: Meaning): Mention[] {
  const out: Mention[] = [];
  for (const i of r.layers.mentionsBySentence[r.s.index]) {
    const x = r.layers.mentions[i];
    const kind = r.layers.entities[x.entity].kind;
    if (kind === "media" || kind === "document" || kind === "occasion") continue;
    if ((x.use === "modifier" && isInTitle(r, x)) || reports(r, x, m) || isOfKin(r, x)) continue;
    out.push(x);
  }
  return out;
}

/** "a summit of Chad's neighbours": who is named only to say who others are. */
function isOfKin({ s }: Reader, x: Mention): boolean {
  const d = s.deprels[x.head];
  return (d === "nmod" || d === "nmod:poss") && KIN.has(s.lemmas[s.heads[x.head]]);
}

/** "the Washington Protocol": the one name in the title of a paper says where it was made. */
function isInTitle(r: Reader, x: Mention): boolean {
  const mine = r.layers.mentionsBySentence[r.s.index].map((i) => r.layers.mentions[i]);
  const title = mine.find(
    (y) => y.from <= x.from && y.to > x.to && r.layers.entities[y.entity].kind === "document",
  );
  return (
    title !== undefined &&
    mine.filter((y) => y !== title && y.from >= title.from && y.to <= title.to).length === 1
  );
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
