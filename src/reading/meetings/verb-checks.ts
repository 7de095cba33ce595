import type { Sentence } from "../../language/index.js";
import { itemTime } from "../attach/index.js";
import type { Layers } from "../layers.js";
import { mentionAt, verbOf } from "../phrases/index.js";
import type { Clause, ItemTime, Place, TimeExpression } from "../types.js";
import type { Bench } from "./candidate.js";
import { type ownTime, whereOf } from "./circumstances.js";
import type { Participants } from "./participants.js";
import type { Piece } from "./tail.js";

/** One person rings another: an object that is a person by name and nothing that the person is called. */
export function isCall(layers: Layers, s: Sentence, pieces: readonly Piece[]): boolean {
  const first = pieces[0];
  if (first === undefined || first.prep !== "" || first.nouns.length > 0 || isQuote(s, first.to))
    return false;
  // "called Kosovo's Albin Kurti".
  const [one, two] = first.mentions;
  const m = two !== undefined && s.xpos[one.to] === "POS" && two.from === one.to + 1 ? two : one;
  return (
    m !== undefined &&
    m.form !== "pronoun" &&
    layers.entities[m.entity].kind === "person" &&
    s.upos[m.to] !== "DET"
  );
}

/** "called on the Prime Minister": a visit paid to somebody who is not asked "to" do anything. */
export function isCallOn(layers: Layers, s: Sentence, pieces: readonly Piece[]): boolean {
  const first = pieces[0];
  const person = first?.mentions.find((m) => layers.entities[m.entity].kind === "person");
  const end = pieces.at(-1)?.to ?? 0;
  return person !== undefined && person.to === first.to && s.xpos[end] !== "TO";
}

/** "played host to a Kenyan team". */
export const isHostTo = (words: Bench["words"], s: Sentence, pieces: readonly Piece[]): boolean =>
  pieces[0]?.prep === "" &&
  s.lemmas.slice(pieces[0].from, pieces[0].to).some((w) => words.class("host-verb").has(w)) &&
  pieces.some((p) => words.class("toward").has(p.prep));

/** "for ten minutes", "for two hours". */
const isSpell = ({ role, quantity }: TimeExpression): boolean =>
  role === "duration" && (quantity?.unit === "minute" || quantity?.unit === "hour");

const SHORT: ReadonlySet<string> = new Set(["day", "week"]);

/** "Starmer and Jugnauth spoke on July 23", "is to speak to him next week": two named people of two parties, on a day. */
export function isDayOfTwo(
  layers: Layers,
  subjects: readonly { readonly entity: number; readonly party: string | null }[],
  pieces: readonly Piece[],
): boolean {
  const people = subjects.filter((a) => layers.entities[a.entity].kind === "person");
  const day = pieces.some((p) =>
    p.times.some((x) => (x.role === "point" ? SHORT.has(x.precision) : isSpell(x))),
  );
  return day && new Set(people.map((a) => a.party)).size > 1;
}

/** "..., when the seven gathered in Rome": the date right before "when". */
export function whenBefore({ layers, words }: Bench, s: Sentence, verb: number): ReturnType<typeof ownTime> {
  for (let t = verb - 1; t > 0 && t > verb - 20; t--) {
    if (s.upos[t] === "VERB") return null;
    if (!words.class("when").has(s.norms[t])) continue;
    const end = s.norms[t - 1] === "," ? t - 1 : t;
    const x = (layers.timesBySentence[s.index] ?? []).map((i) => layers.times[i]).find((y) => y.to === end);
    return x === undefined || x.earliest === null ? null : itemTime(layers, x, "meetings/when");
  }
  return null;
}

/** "said after receiving Liu": a gerund behind a preposition of time. */
export const isAfterReceiving = (s: Sentence, verb: number): boolean =>
  s.xpos[verb] === "VBG" && verb > 0 && (s.upos[verb - 1] === "SCONJ" || s.upos[verb - 1] === "ADP");

/** "received a Moroccan plan": what is received is nobody. */
export function isThing({ layers, words }: Bench, s: Sentence, clause: Clause): boolean {
  const named = (layers.mentionsBySentence[s.index] ?? []).map((i) => layers.mentions[i]);
  // "the third time that they have met".
  const met = clause.objects.filter((t) => t > verbOf(clause) || !words.class("time").has(s.norms[t]));
  return (
    met.length > 0 &&
    met.every(
      (t) =>
        s.upos[t] === "NOUN" &&
        !words.class("people").has(s.lemmas[t]) &&
        !named.some((m) => m.head === t && m.use === "actor"),
    )
  );
}

/** "saw his counterpart in Oslo", "saw each other": somebody is seen at a place or a time, and not "as" something. */
export function isSeen(bench: Bench, s: Sentence, clause: Clause, pieces: readonly Piece[]): boolean {
  const { layers, words } = bench;
  const first = pieces[0];
  const whom = clause.objects.some((t) => s.xpos[t] === "WP" && t < verbOf(clause));
  if (
    first === undefined ||
    (first.prep !== "" && !whom) ||
    pieces.some((p) => words.class("as").has(p.prep))
  )
    return false;
  const person =
    whom ||
    first.mentions.some((m) => layers.entities[m.entity].kind === "person") ||
    first.nouns.some((t) => words.class("people").has(s.lemmas[t]));
  const placed =
    pieces.some((p) => p.times.length > 0) || whereOf(bench, clause, pieces, undefined, s) !== null;
  return (
    placed && (person || words.class("each-other").has(s.norms[first.to - 1])) && clause.kind === "verbal"
  );
}

/**
 * Somebody is met of whom it is not known for whom he speaks: by a name that nobody knows, or by what he is ("the lenders' advisers").
 * Null where nobody is.
 */
export function strangerIn(
  { layers, words }: Bench,
  s: Sentence,
  clause: Clause,
  pieces: readonly Piece[],
): "name" | "people" | null {
  const first = pieces.find((p) => p.times.length === 0 || p.mentions.length > 0 || p.nouns.length > 0);
  if (first === undefined || !(first.prep === "" || words.class("with").has(first.prep))) return null;
  const person = first.mentions.some((m) => {
    const e = layers.entities[m.entity];
    return e.kind === "person" && e.code === null && m.form === "name";
  });
  if (person) return "name";
  // "received each of the delegations": those of the talks.
  const each =
    first.mentions.length === 0 && first.nouns.length === 0 && words.class("of").has(pieces[1]?.prep ?? "");
  if (each && words.class("each").has(s.norms[first.from]))
    return pieces[1].nouns.some((t) => words.class("people").has(s.lemmas[t])) ? "name" : null;
  const people =
    first.mentions.length === 0 && first.nouns.some((t) => words.class("people").has(s.lemmas[t]));
  return people && clause.subjects.length > 0 ? "people" : null;
}

/** A name that nobody knows is who meets somebody. */
export const strangerMeets = ({ layers }: Bench, s: Sentence, clause: Clause): boolean =>
  clause.subjects.some((t) => {
    const m = mentionAt(layers, s.index, t);
    const e = m === null ? undefined : layers.entities[m.entity];
    return e?.kind === "person" && e.code === null && m?.form === "name";
  });

/** "brought the parties together": those of the talks. */
export const strangersBrought = ({ words }: Bench, s: Sentence, pieces: readonly Piece[]): boolean => {
  const t = pieces[0]?.prep === "" ? pieces[0].nouns[0] : undefined;
  return (
    t !== undefined &&
    s.xpos[t] === "NNS" &&
    (words.class("people").has(s.lemmas[t]) || words.class("people-of").has(s.lemmas[t])) &&
    s.upos[pieces[0].from] === "DET"
  );
};

/** "the negotiators", "they", "the two": several, whoever they are. */
export function isSeveral({ words }: Bench, s: Sentence, clause: Clause, unknown: boolean): boolean {
  return clause.subjects
    .map((t) => (s.xpos[t][0] === "W" && t > 1 ? (s.norms[t - 1] === "," ? t - 2 : t - 1) : t))
    .some(
      (t) =>
        (s.upos[t] === "NUM" && words.class("definite").has(s.norms[t - 1] ?? "")) ||
        (unknown && s.xpos[t] === "NNS" && words.class("people").has(s.lemmas[t])) ||
        words.class("both").has(s.norms[t]) ||
        words.class("they").has(s.norms[t]) ||
        isJointBody(words, s, t) ||
        (bodyAt(words, s, t) >= 0 && words.class("turn").has(s.norms[verbOf(clause) - 1])),
    );
}

/** "the joint commission", "the expert group", "a committee of the creditors", and "it" for one of these. */
function isJointBody(words: Bench["words"], s: Sentence, t: number): boolean {
  if (words.class("it").has(s.norms[t]))
    for (let k = t - 1; k >= 0; k--) if (s.upos[k] === "NOUN" && isJointBody(words, s, k)) return true;
  const body = bodyAt(words, s, t);
  if (body < 0) return false;
  if (isJoint(words, s, body)) return true;
  const of = words.class("of").has(s.norms[body + 1]) && words.class("definite").has(s.norms[body + 2] ?? "");
  return of && s.xpos[body + 3] === "NNS";
}

/** "The Fisheries Committee of the African Union meets in Accra from 3 to 5 May": a body of an organisation, at a place and a time. */
export function isBodyOf(
  { layers, words }: Bench,
  s: Sentence,
  clause: Clause,
  place: Place | null,
  time: ItemTime,
): boolean {
  if (place === null || time.words === null) return false;
  const named = (layers.mentionsBySentence[s.index] ?? []).map((i) => layers.mentions[i]);
  return clause.subjects.some((t) => {
    const m = mentionAt(layers, s.index, t);
    const last = m === null ? t : m.to - 1;
    const body = [t, last].find((k) => words.class("body").has(s.lemmas[k].toLowerCase()));
    if (body === undefined) return false;
    const verb = verbOf(clause);
    return named.some(
      (x) =>
        layers.entities[x.entity].kind === "organisation" &&
        x.from < verb &&
        (words.class("of").has(s.norms[body + 1]) ? x.from > body && x.from <= body + 3 : x.to === body),
    );
  });
}

/** The body that a word is, or stands right before: trees take "joint" of "the joint working group" for its head. */
function bodyAt(words: Bench["words"], s: Sentence, t: number): number {
  for (let k = t; k < t + 4 && k < s.size && /^(NOUN|PROPN|ADJ|VERB)$/.test(s.upos[k]); k++)
    if (words.class("body").has(s.lemmas[k].toLowerCase())) return k;
  return -1;
}

/** "to the negotiating table", "at one table". */
export const isAtTable = ({ words }: Bench, s: Sentence, pieces: readonly Piece[]): boolean =>
  pieces
    .slice(0, 2)
    .some(
      (p) =>
        p.prep !== "" &&
        p.mentions.length === 0 &&
        p.nouns.some((t) => words.class("table").has(s.lemmas[t])),
    );

/** "The negotiators of Moldova and of the breakaway region will meet in Bratislava": one party's people, who meet abroad, meet others. */
export const isAbroad = (
  { words }: Bench,
  s: Sentence,
  clause: Clause,
  who: Participants,
  place: Place | null,
): boolean =>
  place?.country != null &&
  who.size === 1 &&
  who.parties.every((p) => p.code !== place.country && p.code !== "IGO") &&
  clause.subjects.some((t) => s.xpos[t] === "NNS" && words.class("people").has(s.lemmas[t]));

/** "EU ministers": several of one organisation. */
export const isWithin = ({ layers, words }: Bench, s: Sentence, clause: Clause, who: Participants): boolean =>
  who.size === 1 &&
  who.parties.every((p) => layers.entities[p.entity].kind === "organisation") &&
  clause.subjects.some((t) => s.xpos[t] === "NNS" && words.class("people").has(s.lemmas[t]));

/** "the negotiators", "experts": those who are at it all the time. */
export const isTeam = ({ words }: Bench, s: Sentence, clause: Clause): boolean =>
  clause.subjects.some(
    (t) => words.class("people").has(s.lemmas[t]) && words.levels.get(s.lemmas[t]) !== "leader",
  );

/** "the joint commission": its members are of both sides. */
export function isJoint(words: Bench["words"], s: Sentence, noun: number): boolean {
  for (let t = noun - 1; t >= 0 && t > noun - 5; t--) {
    if (words.class("joint").has(s.norms[t].toLowerCase())) return true;
    if (s.upos[t] === "DET" || s.upos[t] === "VERB") return false;
  }
  return false;
}

/** "arrived in Osaka for the G20 summit": to be with many is no visit to the host. */
export const isAttendance = ({ layers, words }: Bench, pieces: readonly Piece[]): boolean =>
  pieces.some(
    (p) =>
      words.class("about").has(p.prep) &&
      (p.mentions.some((m) => layers.entities[m.entity].kind === "occasion") ||
        p.nouns.some((t) =>
          words
            .class("gathering")
            .has(layers.parsed.sentences[p.mentions[0]?.sentence ?? -1]?.lemmas[t] ?? ""),
        )),
  );

/** "came to Vienna to rejoin the talks": with those who talk there. */
export function isToJoin({ words }: Bench, s: Sentence, pieces: readonly Piece[]): boolean {
  const to = pieces.at(-1)?.to ?? s.size;
  if (s.xpos[to] !== "TO" || !words.class("joins").has(s.lemmas[to + 1] ?? "")) return false;
  for (let t = to + 2; t < s.size && t < to + 9; t++) if (words.nouns.has(s.lemmas[t])) return true;
  return false;
}

export const ERRAND: ReadonlySet<string> = new Set(["leader", "minister", "senior-official"]);

/** Whoever has an office does not travel abroad for himself. */
export const isErrand = (layers: Layers, who: Participants): boolean =>
  who.size > 1 && who.people.some((p) => ERRAND.has(layers.entities[p.entity].office?.level ?? ""));

/** "A Malian mission": those who are sent do not travel for themselves either. */
export const isMission = ({ words }: Bench, s: Sentence, clause: Clause, who: Participants): boolean =>
  who.size > 1 &&
  !words.class("homeward").has(clause.lemma) &&
  clause.subjects.some((t) => words.class("envoys").has(s.lemmas[t]));

/** "X, who was in Kyiv on Friday, will speak to Y on Tuesday": Friday is the relative clause's. */
export function isOfRelative(s: Sentence, verb: number, { words }: ItemTime): boolean {
  if (words === null || words.start >= s.starts[verb]) return false;
  for (let t = 1; t < verb && s.starts[t] < words.start; t++)
    if (s.xpos[t][0] === "W" && s.norms[t - 1] === ",") return true;
  return false;
}

/** "The two spoke in Geneva": people of two parties talk at one place. */
export const placed = (bench: Bench, s: Sentence, pieces: readonly Piece[]): boolean =>
  whereOf(bench, null, pieces, undefined, s) !== null;

export const isQuote = (s: Sentence, t: number): boolean =>
  t < s.size && s.upos[t] === "PUNCT" && /["'\u201c\u2018]/u.test(s.forms[t]);

/** Whether a complement holds a word; "closer together" is something else than "together". */
export const hasWord = (s: Sentence, p: Piece, word: string): boolean => {
  for (let t = p.from; t < p.to; t++)
    if (s.norms[t] === word && !/^(RB|JJ)R$/.test(s.xpos[t - 1])) return true;
  return false;
};
