import type { Lexicon, Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import {
  type Act,
  type ActWords,
  type Content,
  createConditionOf,
  isJoint,
  isRival,
  loadActWords,
  once,
  onePerSide,
  type ReadActs,
  sides,
  standsForSides,
  whenOf,
  whereOf,
  withCounterpart,
} from "../acts/index.js";
import type { Layers } from "../layers.js";
import { corePhrase, itemBase, nounPhrase, slice } from "../phrases/index.js";
import type { AgreementItem, Clause, Item, Place } from "../types.js";
import { withStipulations } from "./bind.js";
import { type Instrument, instrumentsIn } from "./instruments.js";
import { meetingOf, timeAt } from "./meeting.js";
import { createParticiples } from "./participles.js";
import { ruleOf } from "./rules.js";
import { createStipulations } from "./stipulations.js";
import { createInstrumentItems, type Told } from "./told.js";
import { loadAgreementWords } from "./words.js";

export { type AgreementRule, agreementRules } from "./agreements.rules.js";
export { createDuty, type Duty } from "./duty.js";
export { createStipulations, type ReadStipulations, type Stipulation } from "./stipulations.js";

/**
 * Agreements: instruments with what became of them, and agreements to do something, with parties, date, place, the meeting they came
 * out of and what they stipulate. What is only hoped for, proposed, near or denied is none.
 */
export function createAgreements(
  lexicon: Lexicon,
  acts: ReadActs,
): (layers: Layers, soFar: readonly Item[]) => Item[] {
  const words = loadAgreementWords(lexicon);
  const actWords = loadActWords(lexicon);
  const instrumentItems = createInstrumentItems(lexicon);
  const stipulations = createStipulations(lexicon);
  const conditionOf = createConditionOf(lexicon);
  const participles = createParticiples(lexicon, words);
  return (layers, soFar) => {
    const instruments = instrumentsIn(layers, words);
    const done = acts(layers);
    const reached = new Set(done.filter((a) => a.cls === "agree" && a.noun >= 0).map((a) => a.clause.index));
    const found = instrumentItems(layers, instruments, soFar, reached);
    const made = done.flatMap((a) => agreed(layers, a, instruments, found, soFar) ?? []);
    const told = found.map((t) => ({ ...t, item: withBothSides(t.item, made) }));
    const taken = (sentence: number, token: number): boolean =>
      instruments.some((m) => m.sentence.index === sentence && m.token === token);
    const beside = participles(layers, taken);
    return withStipulations(
      layers,
      [...told.map((t) => t.item), ...made, ...beside],
      told,
      stipulations(layers),
    );
  };

  /** "agreed to", "reached a deal". */
  function agreed(
    layers: Layers,
    act: Act,
    instruments: readonly Instrument[],
    told: readonly Told[],
    soFar: readonly Item[],
  ): AgreementItem | null {
    if (act.cls !== "agree" && act.cls !== "decide") return null;
    const joint = isJoint(layers, act, actWords);
    if (act.cls === "decide" && !joint) return null;
    const parties = once([...act.by, ...act.to]);
    const noun = act.noun >= 0;
    const s = layers.parsed.sentences[act.sentence];
    if (noun && isNamed(told, act.sentence, act.noun)) return null;
    const talked = noun && act.clause.subjects.some((t) => actWords.talks.has(s.lemmas[t]));
    const between = noun && isBetween(layers, s, act, actWords);
    if (!joint && !talked && !between && (parties.length > 0 || !noun || act.clause.subjects.length > 0))
      return null;
    const all = onePerSide(parties);
    if (parties.length > 0 && sides(all) < 2 && !talked && !isBetween(layers, s, act, actWords)) return null;
    const { content } = act;
    if (content !== null && !binds(content.clause, content.form)) return null;
    if (content === null && !noun) return null;
    // "a deal struck by Chad in May": the paper, and no matter of it.
    const reduced = noun && act.clause.relation === "acl" && act.clause.passive && act.noun < act.clause.head;
    const what = reduced
      ? slice(layers.parsed.document, s, corePhrase(layers.parsed.document, s, act.noun).from, act.noun + 1)
          .text
      : content !== null && (!noun || content.form !== "noun")
        ? content.text
        : named(layers, s, act.noun, content);
    const clause = act.clause;
    // "agreed to a ceasefire": the content is the instrument.
    const object =
      content?.form === "noun"
        ? (instruments.find((m) => m.sentence.index === act.sentence && m.token === content.head) ?? null)
        : null;
    // "agreed to extend the truce": what both agree to is done by agreeing.
    const extended = content?.form === "inf" ? prolonged(content.clause, instruments) : null;
    const own = {
      time: whenOf(layers, clause, reduced ? null : content),
      place: elsewhere(layers, s, content, whereOf(layers, clause)),
    };
    const meeting = meetingOf(clause, all, own, soFar);
    const base = itemBase(layers, {
      component: "agreements",
      rule: ruleOf[noun ? "reach" : "agree"],
      sentence: act.sentence,
      trigger: act.token,
      clause,
      time: timeAt(own.time, clause, meeting),
      key: what,
    });
    const condition = content === null ? null : conditionOf(layers, s, content.head, content.to);
    return extend(base, {
      kind: "agreement",
      what,
      instrument: (object ?? extended)?.name ?? null,
      instrumentKind:
        (object ?? extended)?.kind ??
        words.instruments.get(s.lemmas[noun ? act.noun : act.token])?.kind ??
        null,
      status: extended === null ? "agreed" : "extended",
      parties: all,
      place: own.place ?? meeting?.place ?? null,
      meeting: meeting?.id ?? null,
      refersTo:
        content === null
          ? []
          : told
              .filter((t) =>
                t.mentions.some(
                  (m) => m.sentence.index === act.sentence && m.token >= content.from && m.token < content.to,
                ),
              )
              .map((t) => t.item.id),
      stipulations:
        content === null || condition === null
          ? []
          : [{ what, words: spanOf(layers, s, content.from, content.to), conditional: true, by: null }],
    });
  }

  /** The instrument that a clause prolongs, or null. */
  function prolonged(inner: Clause | null, instruments: readonly Instrument[]): Instrument | null {
    if (inner === null || inner.negated || words.verbs.get(inner.lemma)?.status !== "extended") return null;
    const at = (m: Instrument): boolean =>
      m.sentence.index === inner.sentence && inner.objects.includes(m.token);
    return instruments.find(at) ?? null;
  }

  /** "agreed that talks were useful" binds nobody; "agreed that a commission would be set up" does. */
  function binds(inner: Clause | null, form: "inf" | "that" | "noun"): boolean {
    if (inner !== null && words.noDeed.has(inner.lemma)) return false;
    if (form !== "that" || inner === null) return true;
    return inner.modal !== null || inner.tense === "none" || inner.tense === "future";
  }
}

/** "The accord was signed by X", of one told before as agreed on by two sides: it is theirs, though here one of them is known. */
function withBothSides(item: AgreementItem, made: readonly AgreementItem[]): AgreementItem {
  if (!MUTUAL.has(item.status) || sides(item.parties) > 1) return item;
  const before = made.find(
    (m) =>
      m.refersTo.includes(item.id) &&
      sides(m.parties) > 1 &&
      item.parties.every((a) => m.parties.some((b) => a.code === b.code)),
  );
  return before === undefined ? item : { ...item, parties: before.parties };
}

/** What only both sides of an agreement do with it. */
const MUTUAL: ReadonlySet<AgreementItem["status"]> = new Set(["signed", "agreed", "extended", "in-force"]);

/** Where it was agreed: "agreed to withdraw from Bol" was not agreed there. */
function elsewhere(layers: Layers, s: Sentence, content: Content | null, place: Place | null): Place | null {
  if (content === null || place?.words == null) return place;
  const { start } = place.words;
  return start >= s.starts[content.from] &&
    start < s.ends[content.to - 1] &&
    place.words.doc === layers.parsed.document.id
    ? null
    : place;
}

/** "preliminary understanding on the border": the noun with what it is on. */
function named(layers: Layers, s: Sentence, noun: number, content: Content | null): string {
  const own = nounPhrase(layers.parsed.document, s, noun);
  return slice(layers.parsed.document, s, own.from, Math.max(own.to, content?.to ?? 0)).text;
}

/** "Libya's rival sides", "Chad and a rebel movement": two sides though only one is known by name. */
function isBetween(layers: Layers, s: Sentence, act: Act, words: ActWords): boolean {
  const { subjects } = act.clause;
  if (standsForSides(layers, act.clause, words) || withCounterpart(layers, act.clause, words)) return true;
  // "struck a deal with its creditors": the other side has no name of its own.
  if (act.noun >= 0 && act.clause.obliques.some((o) => words.withs.has(o.prep) && isThing(s, o.head)))
    return true;
  return subjects.length > 1 || subjects.some((t) => s.xpos[t] === "NNS" && isRival(s, t, words));
}

const isThing = (s: Sentence, t: number): boolean => s.upos[t] === "NOUN" || s.upos[t] === "PROPN";

/** Whether what became of the instrument at this place is told already. */
const isNamed = (told: readonly Told[], sentence: number, token: number): boolean =>
  told.some(
    (t) =>
      t.item.status !== "referred-to" &&
      t.mentions.some((m) => m.sentence.index === sentence && m.token === token),
  );

function spanOf(
  layers: Layers,
  s: { starts: Int32Array; ends: Int32Array },
  from: number,
  to: number,
): AgreementItem["trigger"] {
  return { doc: layers.parsed.document.id, start: s.starts[from], end: s.ends[to - 1] };
}
