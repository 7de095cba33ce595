import { type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import { preposition } from "../clauses/index.js";
import type { Layers } from "../layers.js";
import {
  actorsAt,
  actorsWithin,
  beginsOne,
  isBare,
  longestKeys,
  mentionAt,
  slice,
  speaker,
  subtreeHas,
  verbOf,
} from "../phrases/index.js";
import type { Actor, Clause } from "../types.js";
import { contentOf, contentOfNoun, frontedOf } from "./content.js";
import { withAntecedent } from "./further.js";
import {
  actorsIn,
  doersOf,
  isGathering,
  isJoint,
  isPast,
  isPlural,
  isSomebody,
  namelessOf,
  pairBefore,
  pairInForce,
} from "./parties.js";
import { onePerSide, shareSide, sides } from "./sides.js";
import type { Act, ActClass, Content } from "./types.js";
import { type ActEntry, type ActWords, loadActWords } from "./words.js";

export { dueFrom, occasionOf, whenOf, whereOf } from "./circumstances.js";
export { type Condition, conditionOver, createConditionOf } from "./condition.js";
export { contentOfNoun } from "./content.js";
export { endOf, hasDue } from "./extent.js";
export { furtherDeeds, upToNextDeed } from "./further.js";
export {
  actorsIn,
  doersOf,
  isEach,
  isJoint,
  isRival,
  isSeveral,
  isSomebody,
  once,
  pairInForce,
  standsForSides,
  withCounterpart,
} from "./parties.js";
export { onePerSide, sameSide, shareSide, sides } from "./sides.js";
export { createSilence, type Silence } from "./silence.js";
export { type Stated, statedOf } from "./stated.js";
export type { Act, ActClass, Content } from "./types.js";
export { type ActWords, loadActWords } from "./words.js";

/** What a noun under a light verb amounts to: "made an offer", "reached a deal". */
const OF_NOUN: Readonly<Record<string, ActClass>> = {
  proposal: "propose",
  offer: "offer",
  request: "request",
  promise: "promise",
  agreement: "agree",
  concession: "concede",
};

/** The acts of a reading, in order of their clauses. */
export type ReadActs = (layers: Layers) => readonly Act[];

/** Reads who agreed, promised, proposed, asked or tried what. Each reading's acts are found once and shared by the finders of deals. */
export function createActs(lexicon: Lexicon): ReadActs {
  const words = loadActWords(lexicon);
  const known = new WeakMap<Layers, readonly Act[]>();
  return (layers) => {
    let acts = known.get(layers);
    if (acts === undefined) {
      const found: Act[] = [];
      for (const c of layers.clauses) {
        const act = actOf(layers, c, words);
        if (act !== null) found.push(withAntecedent(layers, whole(layers, act, words)));
      }
      acts = found;
      known.set(layers, acts);
    }
    return acts;
  };
}

const TOGETHER = new Set<ActClass>(["agree", "decide", "promise", "aim"]);

/** "The talks ended with agreement on catches": by those who talked. */
const isTalks = (s: Sentence, clause: Clause, entry: ActEntry, words: ActWords): boolean =>
  entry.cls === "agree" && entry.gate !== "" && clause.subjects.some((t) => words.talks.has(s.lemmas[t]));

/** Who does it; of "the ministers" and "they", where nobody is known, the pair told of just before. */
function bothOf(layers: Layers, clause: Clause, cls: ActClass, words: ActWords): Actor[] {
  // "A conference on Mali agreed to": those who met, and not what it was about.
  if (cls === "agree" && isGathering(layers, clause, words)) return whoTalked(layers, clause, words);
  const by = onePerSide(doersOf(layers, clause, words));
  // "We agreed to meet again," the minister said: with whom he is told to have met or spoken just before.
  if (cls === "agree" && by.length === 1 && isWe(layers, clause, words))
    return pairBefore(layers, clause, by[0]) ?? by;
  if (by.length > 0) return by;
  if (!TOGETHER.has(cls)) return namelessOf(layers, clause);
  if (isImpersonal(layers, clause, words)) return pairInForce(layers, clause.sentence) ?? [];
  const met = cls === "agree" ? whoTalked(layers, clause, words) : [];
  if (met.length > 0) return met;
  const both = isPlural(layers, clause, words) ? pairBefore(layers, clause, null) : null;
  return both ?? (cls === "aim" ? [] : namelessOf(layers, clause));
}

const isWe = (layers: Layers, clause: Clause, words: ActWords): boolean =>
  words.plain.has(clause.lemma) &&
  clause.subjects.some((t) => words.we.has(layers.parsed.sentences[clause.sentence].norms[t]));

/** "It was agreed to", "it was decided that": by those who met. */
function isImpersonal(layers: Layers, clause: Clause, words: ActWords): boolean {
  if (!clause.passive) return false;
  const s = layers.parsed.sentences[clause.sentence];
  for (let t = clause.head - 1; t >= 0 && t >= clause.head - 4; t--)
    if (words.itself.has(s.norms[t]) && s.upos[t] === "PRON") return true;
  return false;
}

/** "Talks between Chad and Niger ended with agreement": who talked; not what they were about or where they were held. */
function whoTalked(layers: Layers, clause: Clause, words: ActWords): Actor[] {
  const s = layers.parsed.sentences[clause.sentence];
  const talks = clause.subjects.find((t) => words.talks.has(s.lemmas[t]) || words.sittings.has(s.lemmas[t]));
  if (talks === undefined) return [];
  const out: Actor[] = [];
  for (let c = s.firstChild[talks]; c >= 0; c = s.nextSibling[c]) {
    const behind = c > talks;
    if (behind && !(s.deprels[c].startsWith("nmod") && words.sideLinks.has(preposition(s, c)))) continue;
    const [from, to] = subtreeRange(s, c);
    out.push(...actorsWithin(layers, s.index, from, Math.min(to, verbOf(clause))));
  }
  return onePerSide(out);
}

/** "It promised to consult": whoever was spoken of; "it was agreed": those who met. */
function isIt(layers: Layers, clause: Clause, words: ActWords): boolean {
  const s = layers.parsed.sentences[clause.sentence];
  return (
    isImpersonal(layers, clause, words) ||
    clause.subjects.some((t) => s.upos[t] === "PRON" && words.itself.has(s.norms[t]))
  );
}

/** "The leaders agreed": with both sides where the text names them before. */
function whole(layers: Layers, act: Act, words: ActWords): Act {
  const by = act.by.filter((a) => !(a.basis === "plural" && isPast(layers, a)));
  const told = { ...act, by: by.length === 0 ? act.by : by };
  if (told.by.length === 0 || sides([...told.by, ...told.to]) > 1 || !isJoint(layers, told, words))
    return told;
  return { ...told, by: pairBefore(layers, told.clause, told.by[0]) ?? told.by };
}

/** Whether what the clause tells was done: not denied, asked for, imagined, planned, or put as a question. `done`: markers of a gerund that was ("by agreeing"). */
export function isTold(layers: Layers, clause: Clause, done: ReadonlySet<string>): boolean {
  return !clause.negated && isAsserted(layers, clause, done);
}

/** `isTold`, whether or not the clause is negated: "vowed never to yield" tells a vow. */
function isAsserted(layers: Layers, clause: Clause, done: ReadonlySet<string>): boolean {
  if (clause.modal !== null || isBare(layers, clause)) return false;
  if (clause.mood === "imperative" || (clause.mood === "infinitive" && !isHistoric(layers, clause)))
    return false;
  const s = layers.parsed.sentences[clause.sentence];
  if (clause.mood === "gerund" && clause.marker !== null && !done.has(clause.marker)) return false;
  if (s.norms[s.size - 1] === "?" || s.kind === "byline" || s.kind === "boilerplate") return false;
  const { status, polarity } = layers.facts.factuality(clause.index);
  const real = status === "happened" || status === "ongoing";
  return real && (polarity !== "negative" || negatesContent(s, clause));
}

/** "May 1998: The ministers sign a pact": taggers take the present of a chronology for a bare form. */
function isHistoric(layers: Layers, clause: Clause): boolean {
  const s = layers.parsed.sentences[clause.sentence];
  const verb = verbOf(clause);
  if (clause.relation !== "root" || s.xpos[verb] !== "VB") return false;
  for (let c = s.firstChild[verb]; c >= 0 && c < verb; c = s.nextSibling[c])
    if (s.xpos[c] === "TO" || s.upos[c] === "AUX") return false;
  // "the government and the Front sign": parsers may see one of them only.
  return clause.subjects.some(
    (t) => t < verb && (hasJoined(s, t, verb) || s.xpos[t] === "NNS" || s.xpos[t] === "NNP"),
  );
}

function hasJoined(s: Sentence, from: number, to: number): boolean {
  for (let t = from + 1; t < to; t++) if (s.upos[t] === "CCONJ") return true;
  return false;
}

function actOf(layers: Layers, clause: Clause, words: ActWords): Act | null {
  if (clause.kind === "copular" || (clause.kind === "nominal" && clause.support < 0)) return null;
  const s = layers.parsed.sentences[clause.sentence];
  if (clause.support >= 0) return underLightVerb(layers, clause, words);
  if (!beginsOne(layers, clause, words.beginnings)) return null;
  // "put a draft on the table": what it is put on belongs to the verb.
  const idioms = clause.obliques.map((o) => `${clause.lemma}_${o.prep}_${s.lemmas[o.head]}`);
  const set = words.idiomatic.has(s.lemmas[clause.head]) ? idiomsWithObject(s, clause) : [];
  for (const key of [...set, ...idioms, ...backKeys(s, clause), ...longestKeys(layers, clause)]) {
    for (const entry of words.verbs.get(key) ?? []) {
      const miss = (why: string): void =>
        layers.trace?.({ rule: `act/${entry.cls}`, sentence: clause.sentence, token: clause.head, why });
      // "is ready to host": readiness is told by an adjective or a participle.
      const ready = entry.gate === READY;
      if (ready && clause.kind !== "adjectival" && !clause.passive) continue;
      const needsNoun = entry.gate !== "" && !ready && !LOOSE_GATES.has(entry.gate);
      const gated = needsNoun ? nounIn(s, clause, entry, words) : -1;
      if (needsNoun && gated < 0) continue;
      const told = negatesContent(s, clause)
        ? isAsserted(layers, clause, words.done)
        : isTold(layers, clause, words.done);
      if (!told && !isUnderProviso(layers, clause, words)) {
        miss(`it is ${layers.facts.factuality(clause.index).status}${clause.negated ? ", negated" : ""}`);
        return null;
      }
      // "remained committed to the talks" is a state.
      if (entry.cls === "promise" && clause.mood === "participle" && clause.aspect !== "perfect") continue;
      const read =
        gated >= 0 && entry.gate !== FAVOUR
          ? contentOfNoun(layers, s, gated, words)
          : (contentOf(layers, clause, entry.content, words, set.includes(key) ? clause.objects : []) ??
            (entry.cls === "request"
              ? askedFor(layers, clause, entry, words)
              : entry.gate === "" && FRONTED.has(entry.cls)
                ? frontedOf(layers, clause, words)
                : null));
      // "put a plan on the table": the table is no matter of the plan.
      const content = read !== null && idioms.includes(key) && isBehind(clause, read.head) ? null : read;
      if (entry.gate === MATTER && (content === null || !subtreeHas(s, content.head, words.matters)))
        continue;
      if (entry.gate === MONEY && (content === null || !isMeans(s, content.head, words))) continue;
      if (content === null && gated < 0) {
        miss(`no ${entry.content.join(" or ")} that says what`);
        continue;
      }
      // "What next?" asked the minister: words between the verb and its subject are no content.
      if (content?.form === "noun" && gated < 0 && clause.subjects.some((t) => t > content.head)) continue;
      if (
        entry.cls === "offer" &&
        entry.gate === MATTER &&
        clause.subjects.some((t) => isDocument(layers, s, t))
      )
        continue;
      const by = ready ? whoIsReady(layers, clause, words) : bothOf(layers, clause, entry.cls, words);
      const asked = by.length === 0 && entry.cls === "request" && clause.passive;
      const unnamed = by.length === 0 && !asked;
      const it = entry.cls === "promise" || (entry.cls === "agree" && isImpersonal(layers, clause, words));
      if (
        unnamed &&
        !(entry.cls === "agree" && isGathering(layers, clause, words)) &&
        ((entry.cls === "aim" && !isOwn(s, clause, words)) ||
          (clause.passive && !it) ||
          !(
            isSomebody(layers, clause, words) ||
            isTalks(s, clause, entry, words) ||
            (it && isIt(layers, clause, words))
          ))
      ) {
        miss("nobody found who did it");
        continue;
      }
      const cls =
        gated >= 0 && entry.cls !== "agree" && entry.gate !== FAVOUR && !isDraft(s, gated, words)
          ? (OF_NOUN[words.nouns.get(s.lemmas[gated])?.find((c) => c in OF_NOUN) ?? ""] ?? entry.cls)
          : entry.cls;
      const named = actorsIn(layers, clause, asked ? ["obj"] : entry.to, by);
      const to =
        named.length > 0 || gated < 0 || cls !== "agree" ? named : withWhom(layers, s, gated, by, words);
      if (entry.gate === ADDRESSEE && !isBetweenSides(by, to)) continue;
      if (asked && to.length === 0) continue;
      return {
        cls,
        clause,
        sentence: clause.sentence,
        token: verbOf(clause),
        ready,
        noun: gated,
        by,
        to,
        content,
      };
    }
  }
  return null;
}

/** "a deal struck by Chad in May with the rebels": the other side hangs on the deal. */
function withWhom(
  layers: Layers,
  s: Sentence,
  noun: number,
  by: readonly Actor[],
  words: ActWords,
): readonly Actor[] {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c])
    if (c > noun && s.deprels[c].startsWith("nmod") && words.withs.has(preposition(s, c)))
      return actorsAt(layers, s.index, c).filter((a) => !by.some((x) => x.entity === a.entity));
  return [];
}

/** "has offered to help, provided that both come": parsers take "provided" for the verb over the offer, which was made. */
function isUnderProviso(layers: Layers, clause: Clause, words: ActWords): boolean {
  const over = clause.parent < 0 ? null : layers.clauses[clause.parent];
  return (
    over !== null &&
    words.provisoVerbs.has(over.lemma) &&
    over.subjects.length === 0 &&
    clause.head < over.head &&
    clause.modal === null &&
    !clause.negated &&
    clause.tense !== "none"
  );
}

/** "I intend to report by May": whose text it is. */
const isOwn = (s: Sentence, clause: Clause, words: ActWords): boolean =>
  clause.subjects.some((t) => words.firstPerson.has(s.norms[t]));

/** "300 police", "20 million dollars". */
const isMeans = (s: Sentence, head: number, words: ActWords): boolean =>
  words.means.has(s.lemmas[head]) || subtreeHas(s, head, words.money);

/** Acts whose verb may stand behind what they tell: "it will be paid, Oslo promised". */
const FRONTED: ReadonlySet<ActClass> = new Set(["promise", "assure"]);

/** "petitioned the Commission for a reprieve": parsers hang what is asked for on who is asked. "Let them go," he urged Oslo: the quotation. */
function askedFor(layers: Layers, clause: Clause, entry: ActEntry, words: ActWords): Content | null {
  if (entry.gate !== "" && entry.gate !== ADDRESSEE) return null;
  const found = entry.content.includes(FOR) ? contentOf(layers, clause, [FOR], words, clause.objects) : null;
  return found ?? (entry.content.includes("inf") ? quotedOrder(layers, clause) : null);
}
const FOR = "for";

/** What a verb of asking quotes, where it begins with an imperative. */
function quotedOrder(layers: Layers, clause: Clause): Content | null {
  const s = layers.parsed.sentences[clause.sentence];
  if (clause.objects.length === 0 && clause.recipients.length === 0 && clause.obliques.length === 0)
    return null;
  for (const q of layers.quotes) {
    const span = q.mode === "direct" ? q.content[0] : undefined;
    if (span === undefined || span.start < s.start || span.end > s.end) continue;
    let from = 0;
    while (from < s.size && s.starts[from] < span.start) from++;
    while (from < s.size && s.upos[from] === "PUNCT") from++;
    let to = from;
    while (to < s.size && s.ends[to] <= span.end) to++;
    while (to > from && s.upos[to - 1] === "PUNCT") to--;
    if (to - from < 2 || s.xpos[from] !== "VB" || (from < clause.head && to > clause.head)) continue;
    const { text } = slice(layers.parsed.document, s, from, to);
    return { form: "that", head: from, from, to, text, clause: null };
  }
  return null;
}

/** "The declaration held out aid": what a text holds out, nobody offers. */
function isDocument(layers: Layers, s: Sentence, t: number): boolean {
  const m = mentionAt(layers, s.index, t);
  return m !== null && layers.entities[m.entity].kind === "document";
}

/** "set its sights on", "gave its word", "put itself down for": the verb with its object, and with what joins the rest to it. */
function idiomsWithObject(s: Sentence, clause: Clause): string[] {
  const out: string[] = [];
  for (const o of clause.objects) {
    if (o < clause.head) continue;
    const own = `${clause.lemma}_${s.lemmas[o]}`;
    for (const x of clause.obliques) out.push(`${own}_${x.prep}`);
    for (const top of [o, clause.head])
      for (let c = s.firstChild[top]; c >= 0; c = s.nextSibling[c]) {
        const first = s.firstChild[c];
        if (c > o && first > o && first < c) out.push(`${own}_${s.norms[first]}`);
      }
    out.push(own);
  }
  return out;
}

const isBehind = (clause: Clause, token: number): boolean => clause.obliques.some((o) => o.head === token);

const READY = "ready";
/** "told Oslo to withdraw": counts only from one side to another. */
const ADDRESSEE = "addressee";
/** "put forward a pause": the object is a matter of negotiation, by whatever name. */
const MATTER = "matter";
/** "earmarked 20 million dollars": the object is a sum. */
const MONEY = "money";
/** Gates that ask for no noun of a class. */
const LOOSE_GATES: ReadonlySet<string> = new Set([ADDRESSEE, MATTER, MONEY]);
/** "seeks an extension": something that only others can give. */
const FAVOUR = "favour";

const isBetweenSides = (by: readonly Actor[], to: readonly Actor[]): boolean =>
  by.length > 0 && to.some((a) => a.party !== null) && !shareSide(by, to);

/** "Oslo said it was prepared to host": parsers take "it" for no subject at all, and then it is whoever speaks. */
function whoIsReady(layers: Layers, clause: Clause, words: ActWords): Actor[] {
  if (clause.passive) return actorsIn(layers, clause, ["obj"], []);
  const by = bothOf(layers, clause, "offer", words);
  const own =
    by.length > 0 || clause.subjects.length > 0 ? null : speaker(layers, layers.facts.voice(clause.index));
  return own === null ? by : [own];
}

/** "vowed never to give it up": what is denied is what is promised. */
const negatesContent = (s: Sentence, clause: Clause): boolean =>
  clause.negated && clause.negation > verbOf(clause) && s.xpos[clause.negation + 1] === "TO";

function underLightVerb(layers: Layers, clause: Clause, words: ActWords): Act | null {
  const s = layers.parsed.sentences[clause.sentence];
  const cls = OF_NOUN[words.nouns.get(s.lemmas[clause.head])?.[0] ?? ""];
  if (cls === undefined || !isTold(layers, clause, words.done)) return null;
  const content =
    contentOfNoun(layers, s, clause.head, words) ??
    (cls === "agree" ? null : contentOf(layers, clause, ["inf", "that"], words));
  const by = bothOf(layers, clause, cls, words);
  const to = actorsIn(layers, clause, cls === "agree" ? [...words.withs] : ["iobj", ...words.nounTo], by);
  const noun = clause.head;
  return { cls, clause, sentence: clause.sentence, token: noun, ready: false, noun, by, to, content };
}

/** "sent it back with an amendment": the verb with the adverb behind its object, and what joins the rest to them. */
export function backKeys(s: Sentence, clause: Clause): string[] {
  const out: string[] = [];
  for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c]) {
    if (c < clause.head || s.deprels[c] !== "advmod" || c > clause.head + BACK) continue;
    const own = `${clause.lemma}_${s.norms[c]}`;
    out.push(...clause.obliques.map((o) => `${own}_${o.prep}`), own);
  }
  return out;
}
const BACK = 4;

/** "a draft treaty": a paper of an agreement that is only put forward. */
function isDraft(s: Sentence, noun: number, words: ActWords): boolean {
  if (!words.papers.has(s.lemmas[noun])) return false;
  for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c])
    if (words.draft.has(s.norms[c])) return true;
  return false;
}

/** The object, where it is a noun of the class that the verb needs: "tabled a draft", "put forward a plan". */
function nounIn(s: Sentence, clause: Clause, entry: ActEntry, words: ActWords): number {
  // "came to an understanding", "ended with agreement on": the noun behind the preposition of the verb.
  const link = entry.word.slice(entry.word.lastIndexOf("_") + 1);
  const behind = clause.obliques.filter((o) => o.prep === link).map((o) => o.head);
  if (entry.gate === FAVOUR) return clause.objects.find((o) => words.favours.has(s.lemmas[o])) ?? -1;
  const fits = entry.gate === "proposal" ? ["proposal", "offer"] : [entry.gate];
  const named = (t: number): boolean =>
    (words.nouns.get(s.lemmas[t])?.some((c) => fits.includes(c)) ?? false) ||
    (entry.gate === "proposal" && isDraft(s, t, words));
  for (const o of [...clause.objects, ...behind]) {
    if (named(o)) return o;
    // "handed over a list of demands"
    for (let c = s.firstChild[o]; c >= 0; c = s.nextSibling[c])
      if (c > o && s.xpos[c] === "NNS" && words.quantity.has(preposition(s, c)) && named(c)) return c;
  }
  return -1;
}
