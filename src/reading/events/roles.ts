import { mentionAt } from "../phrases/index.js";
import type { Actor, Entity, PloverClass } from "../types.js";
import { before, nearby } from "./around.js";
import { counterpart } from "./counterpart.js";
import { attackersBeside, hasOthers, hasOvertSubject, holders, wielders } from "./doers.js";
import { withHeir } from "./fate-of-land.js";
import { TOGETHER, WITH } from "./function-words.js";
import { DEEDS, DOMESTIC, ENDING, FACED, FORCEFUL, MUTUAL, VERBAL } from "./groups.js";
import { domestic, facesState, ownState, where } from "./home.js";
import { unlessOf } from "./intent.js";
import { persons, several, statesOf } from "./many.js";
import type { Meaning, Reader } from "./meaning.js";
import { complement, groupsAt, nounAt } from "./nouns.js";
import { add, leaveOut, partiesAt } from "./parties.js";
import { best, isMutual, withoutPlaces, withoutTopics } from "./recipients.js";
import { nounActors, slotTokens } from "./slots.js";

export interface Roles {
  readonly actors: readonly Actor[];
  readonly recipients: readonly Actor[];
  readonly reciprocal: boolean;
  /** Actor, and recipient, stand as arguments and were not only found nearby. */
  readonly grounded: boolean;
}

/** Kinds that hold, expel and forbid. */
const RULING: ReadonlySet<Entity["kind"]> = new Set(["state", "ministry", "police", "military"]);

/** What only a state can lay on its own land. */
const RULED: ReadonlySet<string> = new Set(["curfew", "martial-law", "censor"]);

const RELEASE = "release";

/** What is given away bears its giver's name. */
const GIVEN: ReadonlySet<PloverClass> = new Set(["AID", "COOPERATE"]);

/** Whether what is acted on is a thing and nobody. */
function isGoods(r: Reader, token: number): boolean {
  const found = mentionAt(r.layers, r.s.index, token);
  const held = complement(r.s, token);
  return found === null && !groupsAt(r.words, r.s, token).has("person") && (held < 0 || isGoods(r, held));
}

/** Mode of a retreat in which what is moved tells whose it is. */
const WITHDRAW = "withdraw";

/** Kinds that keep order where others protest. */
const KEEPING: ReadonlySet<Entity["kind"]> = new Set(["police", "military"]);

/** What those who fight or oppose a government say to it. */
const OPPOSED: ReadonlySet<PloverClass> = new Set(["REJECT", "THREATEN"]);

const CIVIL: ReadonlySet<Entity["kind"]> = new Set(["group"]);
const JUDGING: ReadonlySet<Entity["kind"]> = new Set(["group", "court", "police"]);

const ofKind = (r: Reader, actors: readonly Actor[], kinds: ReadonlySet<Entity["kind"]>): boolean =>
  actors.length > 0 && actors.every((a) => kinds.has(r.layers.entities[a.entity].kind));

const opposes = (r: Reader, actors: readonly Actor[]): boolean =>
  actors.length > 0 &&
  actors.every((a) => {
    const e = r.layers.entities[a.entity];
    return e.kind === "armed-group" || e.sector === "REB" || e.sector === "OPP";
  });

const areThey = (r: Reader, m: Meaning): boolean =>
  m.clause !== null &&
  m.clause.subjects.length > 0 &&
  m.clause.subjects.every((t) => r.words.is("plural-pronoun", r.s.norms[t]));

/** "the war in Chad has killed": a fight is fought by those who fight it, not by the land it is in. */
const deedless = (r: Reader, m: Meaning, tokens: readonly number[]): readonly number[] =>
  m.class !== "ASSAULT" || m.clause?.kind !== "verbal"
    ? tokens
    : tokens.flatMap((t) =>
        r.s.upos[t] === "NOUN" && nounAt(r.words, r.s, t)?.class === "ASSAULT" ? nounActors(r, t) : [t],
      );

const ownSlots = (r: Reader, m: Meaning, slots: readonly string[]): number[] =>
  m.entry?.operator === "agree"
    ? [...slotTokens(r, m, WITH)]
    : slots.flatMap((slot) => (TOGETHER.has(slot) || slot === "obj" ? [...slotTokens(r, m, slot)] : []));

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
    actors = slot === "speaker" ? [...speaker] : at(deedless(r, m, slotTokens(r, m, slot)));
    if (actors.length > 0) break;
  }
  if (actors.length === 0 && m.class === "ASSAULT") actors = attackersBeside(r, m, at);
  // "hostages held by rebels were set free"
  if (actors.length === 0 && m.clause?.passive === true && m.mode === RELEASE)
    actors = at(m.clause.objects.flatMap((t) => holders(r, t)));
  if (actors.length === 0 && m.clause !== null && FORCEFUL.has(m.class)) actors = at(wielders(r, m.clause));
  // "a demand by Chad was dropped", "Chad's embargo was lifted": whose it was.
  if (
    actors.length === 0 &&
    m.clause?.passive === true &&
    m.content !== null &&
    ENDING.has(m.entry?.operator ?? "")
  )
    actors = at(nounActors(r, m.content.trigger));
  // "troops were massed on the border": whose they are.
  if (actors.length === 0 && m.clause?.passive === true && (m.class === "MOBILIZE" || m.mode === WITHDRAW))
    actors = at(m.clause.objects);
  // "Chadian rice was shipped to Mali", "trucks, a gift of Chad, were handed over": whose it was.
  if (
    actors.length === 0 &&
    m.clause?.passive === true &&
    m.clause.subjects.length === 0 &&
    GIVEN.has(m.class)
  )
    actors = at(m.clause.objects.filter((t) => isGoods(r, t)));
  // "Chad and its rebels say they have agreed": they all have, whoever of them the pronoun was taken for.
  if (speaker.length > 1 && actors.length > 0 && actorSlots[0] === "subj" && areThey(r, m))
    if (actors.every((a) => speaker.some((x) => x.entity === a.entity))) actors = [...speaker];
  let grounded = actors.length > 0;
  const agentless = m.clause?.passive && m.clause.subjects.length === 0;
  // "Oslo said that talks between Chad and Mali will open": what a noun tells is not done by who tells of it.
  const others =
    hasOthers(r, m, speaker) || (m.happens === true && (speaker.length > 0 || m.rule === "event/occur"));
  // "jets bombed a village, residents said": whoever saw it did not do it.
  const seen = DEEDS.has(m.class) && hasOvertSubject(r, m) && ofKind(r, speaker, CIVIL);
  if (actors.length === 0 && !agentless && !others && !seen) actors = [...speaker];
  if (
    actors.length === 0 &&
    !agentless &&
    !seen &&
    m.clause?.passive !== true &&
    !others &&
    actorSlots[0] !== "none" &&
    !(VERBAL.has(m.class) && hasOvertSubject(r, m))
  )
    actors = before(r, m);

  let recipients: Actor[] = [];
  const slots = [...(m.entry?.recipient ?? m.noun?.recipient ?? [])];
  // "has not signed a truce with Chad": one side refuses, the other is refused.
  const refused =
    m.class === "REJECT" && m.rule !== "event/collapse" && m.rule !== "event/fail" && m.rule !== "event/word";
  // "ministers of both are set to meet for talks on Chad"
  const together = m.class === "AGREE" && isMutual(m) && several(r, actors);
  const mutual = together || (slots.includes("both") && !(refused && !several(r, actors)));
  if (slots[0] !== "none") recipients = best(r, m, slots, actors, at);
  // "rushed troops to the line in Kashmir": one's own land faces nobody.
  if (m.class === "MOBILIZE" && recipients.every((x) => actors.some((a) => a.code === x.code)))
    recipients = [];
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
    // "Chad and Mali agreed to ask Togo": of several it is with each other, but for whom the verb's own words bring.
    const inner = m.inner !== null && m.entry?.operator === "agree" && !isMutual(m);
    const own =
      inner || (several(r, actors) && m.content !== null) ? at(ownSlots(r, m, slots), actors) : recipients;
    const met = withoutPlaces(r, own);
    if (mutual) add(all, several(r, all) ? withoutTopics(r, met) : met);
    if (several(r, all) || (recipients.length === 0 && persons(r, all) > 1))
      return { actors: all, recipients: [], reciprocal: true, grounded };
  }
  // "Chad and Libya pulled back their guns": from each other.
  if (recipients.length === 0 && m.class === "RETREAT" && statesOf(r, actors) > 1)
    return { actors, recipients: [], reciprocal: true, grounded };
  // "threatened a strike unless Chad paid": whoever must do it.
  if (m.class === "THREATEN" && m.clause !== null && withoutPlaces(r, recipients).length === 0) {
    const unless = unlessOf(r, m.clause);
    const pressed = unless === null ? [] : at(unless.passive ? [] : unless.subjects, actors);
    if (pressed.length > 0 && pressed.some((x) => actors.every((a) => a.code !== x.code)))
      recipients = pressed;
  }
  if (recipients.length === 0 && slots[0] !== "none") {
    grounded = false;
    recipients = nearby(r, m, actors);
    if (m.class === "MOBILIZE") recipients = recipients.filter((x) => actors.every((a) => a.code !== x.code));
    const other = recipients.length > 0 ? [] : counterpart(r.layers, actors);
    // "was trying to reach an agreement": nobody agrees alone.
    if (other.length > 0 && m.class === "AGREE" && isMutual(m))
      return { actors: [...actors, ...other], recipients: [], reciprocal: true, grounded };
    if (FACED.has(m.class) && recipients.length === 0) recipients = other;
    // "threatened a general strike"
    const within =
      DOMESTIC.has(m.class) ||
      (m.class === "THREATEN" && ((m.content ?? m.entry)?.class === "PROTEST" || ofKind(r, actors, CIVIL))) ||
      // "prosecutors charged a former governor"
      (m.class === "ACCUSE" && m.mode !== "disapprove" && ofKind(r, actors, JUDGING));
    // "rebels rejected the offer": where nobody else is named, their own government's.
    if (
      recipients.length === 0 &&
      (within || facesState(r, m) || (OPPOSED.has(m.class) && opposes(r, actors)))
    )
      recipients = domestic(r, actors);
  }
  if (!DOMESTIC.has(m.class) && m.class !== "ASSAULT" && m.mode !== "visit")
    recipients = recipients.filter((x) => !ownState(r, actors, x));
  // "police and protesters clashed": police protest against nobody.
  if (m.class === "PROTEST" && actors.length > 1 && !ofKind(r, actors, KEEPING))
    actors = actors.filter((a) => !KEEPING.has(r.layers.entities[a.entity].kind));
  if (actors.length === 0 && m.class === "PROTEST")
    actors = recipients.map((a) => ({ ...a, words: null, basis: "domestic" }));
  // "if the land were returned to Chad": whoever has it is the other side.
  if (actors.length === 0 && agentless && m.class === "RETREAT") actors = counterpart(r.layers, recipients);
  // "charges against a dissident were dropped": by the state he lives in.
  if (actors.length === 0 && agentless && m.class === "CONCEDE") actors = domestic(r, recipients);
  // "was charged in France with": by a court of the place.
  if (actors.length === 0 && agentless && m.class === "ACCUSE" && m.mode !== "disapprove")
    actors = where(r, m, recipients);
  if (actors.length === 0 && m.class === "COERCE") {
    actors = where(r, m, recipients);
    // "a curfew was clamped on the town": by the state it lies in.
    if (actors.length === 0 && agentless && RULED.has(m.mode ?? ""))
      actors = recipients.map((a) => ({ ...a, words: null, basis: "domestic" as const }));
    // "were deported, the interior ministry said": whoever answers for it.
    if (actors.length === 0)
      actors = speaker.filter(
        (a) => RULING.has(r.layers.entities[a.entity].kind) && recipients.every((x) => x.code !== a.code),
      );
  }
  return { actors, recipients: withHeir(r, m, actors, recipients), reciprocal: false, grounded };
}
