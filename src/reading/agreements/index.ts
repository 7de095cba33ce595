import type { Lexicon, Sentence } from "../../language/index.js";
import {
  type Act,
  type ActWords,
  actorsIn,
  createConditionOf,
  doersOf,
  isJoint,
  isTold,
  loadActWords,
  once,
  onePerSide,
  type ReadActs,
  sides,
  whenOf,
  whereOf,
} from "../acts/index.js";
import type { Layers } from "../layers.js";
import { clauseAt, itemBase, nounPhrase, verbKeys, verbOf } from "../phrases/index.js";
import type { Actor, AgreementItem, Clause, Item, MeetingItem } from "../types.js";
import { agreementRules } from "./agreements.rules.js";
import { type Instrument, instrumentsIn, sameInstrument } from "./instruments.js";
import { createStipulations, type Stipulation } from "./stipulations.js";
import { type AgreementWords, type InstrumentVerb, loadAgreementWords } from "./words.js";

export { type AgreementRule, agreementRules } from "./agreements.rules.js";
export { createStipulations, type ReadStipulations, type Stipulation } from "./stipulations.js";

type Shape = (typeof agreementRules)[number]["shape"];
const ruleOf = Object.fromEntries(agreementRules.map((r) => [r.shape, r.id])) as Readonly<
  Record<Shape, string>
>;

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
  const stipulations = createStipulations(lexicon);
  const conditionOf = createConditionOf(lexicon);
  return (layers, soFar) => {
    const instruments = instrumentsIn(layers, words);
    const done = acts(layers);
    const reached = new Set(done.filter((a) => a.cls === "agree" && a.noun >= 0).map((a) => a.clause.index));
    const told = instrumentItems(layers, instruments, soFar, reached);
    const made = done.flatMap((a) => agreed(layers, a, instruments, told, soFar) ?? []);
    return bound(layers, [...told.map((t) => t.item), ...made], told);
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
    const own = noun ? instrumentsOf(told, act.sentence, act.noun) : null;
    if (own !== null) return null;
    if (parties.length === 0 ? !noun || act.clause.subjects.length > 0 : !joint) return null;
    const all = onePerSide(parties);
    if (parties.length > 0 && sides(all) < 2 && !isBetween(s, act, actWords)) return null;
    const { content } = act;
    if (content !== null && !binds(content.clause, content.form)) return null;
    if (content === null && !noun) return null;
    const what = content?.text ?? nounPhrase(layers.parsed.document, s, act.noun).text;
    const clause = act.clause;
    // "agreed to a ceasefire": the content is the instrument.
    const object =
      content?.form === "noun"
        ? (instruments.find((m) => m.sentence.index === act.sentence && m.token === content.head) ?? null)
        : null;
    const meeting = meetingOf(clause, all, soFar);
    const base = itemBase(layers, {
      component: "agreements",
      rule: ruleOf[noun ? "reach" : "agree"],
      sentence: act.sentence,
      trigger: act.token,
      clause,
      time: whenOf(layers, clause, content),
      key: what,
    });
    const condition = content === null ? null : conditionOf(layers, s, content.head, content.to);
    return {
      ...base,
      kind: "agreement",
      what,
      instrument: object?.name ?? null,
      instrumentKind:
        object?.kind ?? words.instruments.get(s.lemmas[noun ? act.noun : act.token])?.kind ?? null,
      status: "agreed",
      parties: all,
      place: whereOf(layers, clause) ?? meeting?.place ?? null,
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
    };
  }

  /** "agreed that talks were useful" binds nobody; "agreed that a commission would be set up" does. */
  function binds(inner: Clause | null, form: "inf" | "that" | "noun"): boolean {
    if (inner !== null && words.noDeed.has(inner.lemma)) return false;
    if (form !== "that" || inner === null) return true;
    return inner.modal !== null || inner.tense === "none" || inner.tense === "future";
  }

  function instrumentItems(
    layers: Layers,
    all: readonly Instrument[],
    soFar: readonly Item[],
    reached: ReadonlySet<number>,
  ): Told[] {
    const groups: Instrument[][] = [];
    for (const m of all) {
      const group = groups.find((g) => g.some((x) => sameInstrument(x, m)));
      if (group === undefined) groups.push([m]);
      else group.push(m);
    }
    return groups.flatMap((g) => instrumentItem(layers, g, soFar, reached));
  }

  function instrumentItem(
    layers: Layers,
    group: readonly Instrument[],
    soFar: readonly Item[],
    reached: ReadonlySet<number>,
  ): Told[] {
    const out: Told[] = [];
    const best = group.reduce((a, b) => (b.name.length > a.name.length && b.named >= a.named ? b : a));
    for (const m of group) {
      const deed = statusAt(layers, m, words);
      if (deed === null || (!m.named && reached.has(deed.clause.index))) continue;
      const status = m.draft && deed.verb.status !== "draft" ? "draft" : deed.verb.status;
      if (out.some((t) => t.item.status === status)) continue;
      const by = deed.verb.doer === "party" ? doersOf(layers, deed.clause, actWords) : [];
      const parties = once([
        ...by,
        ...(by.length === 0 ? [] : actorsIn(layers, deed.clause, ["with"], by)),
        ...group.flatMap((x) => x.parties),
      ]);
      if (!known(m, parties, deed.verb)) continue;
      const time = whenOf(layers, deed.clause);
      const meeting = meetingOf(deed.clause, parties, soFar);
      out.push(
        toldOf(layers, group, m, best, status, onePerSide(parties), "status", {
          clause: deed.clause,
          time: time.earliest === null && m.dated !== null && status === "signed" ? m.dated : time,
          place: whereOf(layers, deed.clause) ?? placeAt(layers, m) ?? meeting?.place ?? null,
          meeting: meeting?.id ?? null,
        }),
      );
    }
    if (out.length > 0 || !best.named || best.draft) return out;
    const parties = onePerSide(once(group.flatMap((x) => x.parties)));
    const dated = group.find((x) => x.dated !== null)?.dated;
    const circumstances = { clause: null, time: dated ?? undefined, place: null, meeting: null };
    return [toldOf(layers, group, group[0], best, "referred-to", parties, "referred", circumstances)];
  }

  /** An instrument nobody is known to be party to is told only where it has a name. */
  function known(m: Instrument, parties: readonly Actor[], verb: InstrumentVerb): boolean {
    if (verb.needs === "" || verb.needs === m.kind) {
      if (verb.status === "adopted" && !m.named) return sides(parties) > 1;
      if (verb.status === "agreed" && verb.doer === "party")
        return sides(parties) > 1 || (m.named && parties.length > 0);
      return m.named || parties.length > 0;
    }
    return false;
  }

  /** Adds what instruments and agreements stipulate to their items. */
  function bound(layers: Layers, items: AgreementItem[], told: readonly Told[]): AgreementItem[] {
    const list = [...items];
    for (const st of stipulations(layers)) {
      const i = homeOf(layers, st, list, told);
      if (i < 0) continue;
      const { what, words: at, conditional, by } = st;
      if (list[i].stipulations.some((x) => x.what === what)) continue;
      list[i] = withSentence(
        layers,
        { ...list[i], stipulations: [...list[i].stipulations, { what, words: at, conditional, by }] },
        st.clause.sentence,
      );
    }
    return list;
  }
}

/** "Libya's rival sides", "Chad and a rebel movement": two sides though only one is known by name. */
function isBetween(s: Sentence, act: Act, words: ActWords): boolean {
  const { subjects } = act.clause;
  return subjects.length > 1 || subjects.some((t) => s.xpos[t] === "NNS" && words.between.has(s.lemmas[t]));
}

interface Told {
  readonly item: AgreementItem;
  readonly mentions: readonly Instrument[];
}

function toldOf(
  layers: Layers,
  group: readonly Instrument[],
  at: Instrument,
  best: Instrument,
  status: AgreementItem["status"],
  parties: readonly Actor[],
  shape: Shape,
  c: {
    readonly clause: Clause | null;
    readonly time: AgreementItem["time"] | undefined;
    readonly place: AgreementItem["place"];
    readonly meeting: string | null;
  },
): Told {
  const also = [...new Set(group.map((g) => g.sentence.index))].filter((i) => i !== at.sentence.index);
  const base = itemBase(layers, {
    component: "agreements",
    rule: ruleOf[shape],
    sentence: at.sentence.index,
    trigger: at.token,
    clause: c.clause,
    also,
    ...(c.time === undefined ? {} : { time: c.time }),
    key: [best.name, status],
  });
  const item: AgreementItem = {
    ...base,
    kind: "agreement",
    what: best.name,
    instrument: best.name,
    instrumentKind: best.kind,
    status,
    parties,
    place: c.place,
    meeting: c.meeting,
    refersTo: [],
    stipulations: [],
  };
  return { item, mentions: group };
}

/** The verb that tells what became of an instrument: over it as object, or beside it as subject ("took effect"). */
function statusAt(
  layers: Layers,
  m: Instrument,
  words: AgreementWords,
): { readonly verb: InstrumentVerb; readonly clause: Clause } | null {
  for (const i of layers.clausesBySentence[m.sentence.index] ?? []) {
    const clause = layers.clauses[i];
    const lemma = clause.support === -1 ? null : m.sentence.lemmas[clause.support];
    const own = clause.head === m.token && lemma !== null;
    const means = (t: number): boolean => t === m.token || isRelativeTo(m, t);
    const object =
      clause.objects.some(means) ||
      clause.obliques.some((o) => o.head === m.token && o.prep !== "under" && o.prep !== "on");
    const subject = clause.subjects.some(means);
    if (!own && !object && !subject) continue;
    if (clause.kind === "nominal" && clause.support < 0) continue;
    const keys = own ? [lemma] : keysOf(layers, clause);
    for (const k of keys) {
      const verb = words.verbs.get(k);
      if (verb === undefined || (verb.doer === "none") !== (subject && !object)) continue;
      if (isTold(layers, clause)) return { verb, clause };
    }
  }
  return null;
}

/** Keys of the verb, with its object too ("take_effect"), longest first. */
function keysOf(layers: Layers, c: Clause): string[] {
  const s = layers.parsed.sentences[c.sentence];
  const keys = [...verbKeys(layers, c), ...c.objects.map((o) => `${c.lemma}_${s.lemmas[o]}`)];
  return keys.sort((a, b) => b.length - a.length);
}

/** "the accord, which it signed": the relative word right behind the instrument, wherever the parser hung its clause. */
function isRelativeTo(m: Instrument, t: number): boolean {
  const s = m.sentence;
  if (s.xpos[t] !== "WDT" || t <= m.token || t > m.token + 6) return false;
  for (let k = m.token + 1; k < t; k++) if (s.upos[k] === "VERB" || s.upos[k] === "NOUN") return false;
  return true;
}

/** "signed a pact in Oslo that ...": a place hung on the instrument. */
function placeAt(layers: Layers, m: Instrument): AgreementItem["place"] {
  const own = clauseAt(layers, m.sentence.index, m.token);
  return own === null ? null : layers.facts.place(own.index);
}

const instrumentsOf = (told: readonly Told[], sentence: number, token: number): Told | null =>
  told.find((t) =>
    t.mentions.some(
      (m) => m.sentence.index === sentence && m.token === token && t.item.status !== "referred-to",
    ),
  ) ?? null;

/** The meeting an agreement came out of: one held that the same sentence tells, else the sentence before, between the same parties. */
function meetingOf(clause: Clause, parties: readonly Actor[], soFar: readonly Item[]): MeetingItem | null {
  let best: MeetingItem | null = null;
  for (const m of soFar) {
    if (m.kind !== "meeting" || (m.status !== "held" && m.status !== "unreported")) continue;
    const back = clause.sentence - m.sentences[0];
    if (back < 0 || back > 1) continue;
    if (!m.parties.some((p) => parties.some((a) => a.code === p.code || a.entity === p.entity))) continue;
    if (best === null || m.sentences[0] > best.sentences[0]) best = m;
  }
  return best;
}

/** The agreement that a stipulation belongs to: the instrument it names, else the last one told before it. */
function homeOf(
  layers: Layers,
  st: Stipulation,
  items: readonly AgreementItem[],
  told: readonly Told[],
): number {
  if (st.instrument >= 0) {
    const t = told.find((x) =>
      x.mentions.some((m) => m.sentence.index === st.clause.sentence && m.token === st.instrument),
    );
    if (t !== undefined) return items.indexOf(items.find((i) => i.id === t.item.id) as AgreementItem);
  }
  const start = layers.parsed.sentences[st.clause.sentence].starts[verbOf(st.clause)];
  let best = -1;
  for (const [i, x] of items.entries())
    if (
      x.trigger.start <= start &&
      st.clause.sentence - x.sentences[0] <= 4 &&
      (best < 0 || x.trigger.start > items[best].trigger.start)
    )
      best = i;
  return best;
}

function withSentence(layers: Layers, item: AgreementItem, at: number): AgreementItem {
  if (item.sentences.includes(at)) return item;
  const { start, end } = layers.parsed.sentences[at];
  const doc = layers.parsed.document.id;
  return { ...item, sentences: [...item.sentences, at], evidence: [...item.evidence, { doc, start, end }] };
}

function spanOf(
  layers: Layers,
  s: { starts: Int32Array; ends: Int32Array },
  from: number,
  to: number,
): AgreementItem["trigger"] {
  return { doc: layers.parsed.document.id, start: s.starts[from], end: s.ends[to - 1] };
}
