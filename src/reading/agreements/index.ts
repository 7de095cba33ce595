import type { Lexicon } from "../../language/index.js";
import {
  type Act,
  actorsIn,
  createConditionOf,
  doersOf,
  isTold,
  loadActWords,
  once,
  type ReadActs,
  sides,
  whenOf,
  whereOf,
} from "../acts/index.js";
import type { Layers } from "../layers.js";
import { itemBase, verbKeys, verbOf } from "../phrases/index.js";
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
    const told = instrumentItems(layers, instruments, soFar);
    const made = acts(layers).flatMap((a) => agreed(layers, a, told, soFar) ?? []);
    return bound(layers, [...told.map((t) => t.item), ...made], told);
  };

  /** "agreed to", "reached a deal". */
  function agreed(
    layers: Layers,
    act: Act,
    told: readonly Told[],
    soFar: readonly Item[],
  ): AgreementItem | null {
    const joint = act.cls === "agree" || (act.cls === "decide" && sides(act.by) > 1);
    if (!joint) return null;
    const parties = once([...act.by, ...act.to]);
    const noun = act.clause.support >= 0;
    const s = layers.parsed.sentences[act.sentence];
    const own = noun ? instrumentsOf(told, act.sentence, act.token) : null;
    if (own !== null) return null;
    const all = parties.length > 0 || !noun ? parties : [];
    if (sides(all) < 2 && !(noun && all.length === 0)) return null;
    const { content } = act;
    if (content !== null && !binds(content.clause, content.form)) return null;
    if (content === null && !noun) return null;
    const what = content?.text ?? s.lemmas[act.token];
    const clause = act.clause;
    const meeting = meetingOf(clause, all, soFar);
    const base = itemBase(layers, {
      component: "agreements",
      rule: ruleOf[noun ? "reach" : "agree"],
      sentence: act.sentence,
      trigger: act.token,
      clause,
      time: whenOf(layers, clause),
      key: what,
    });
    const condition = content === null ? null : conditionOf(layers, s, content.head, content.to);
    return {
      ...base,
      kind: "agreement",
      what,
      instrument: null,
      instrumentKind: null,
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

  function instrumentItems(layers: Layers, all: readonly Instrument[], soFar: readonly Item[]): Told[] {
    const groups: Instrument[][] = [];
    for (const m of all) {
      const group = groups.find((g) => g.some((x) => sameInstrument(x, m)));
      if (group === undefined) groups.push([m]);
      else group.push(m);
    }
    return groups.flatMap((g) => instrumentItem(layers, g, soFar));
  }

  function instrumentItem(layers: Layers, group: readonly Instrument[], soFar: readonly Item[]): Told[] {
    const out: Told[] = [];
    const best = group.reduce((a, b) => (b.name.length > a.name.length && b.named >= a.named ? b : a));
    for (const m of group) {
      const deed = statusAt(layers, m, words);
      if (deed === null) continue;
      const status = m.draft && deed.verb.status !== "draft" ? "draft" : deed.verb.status;
      if (out.some((t) => t.item.status === status)) continue;
      const by = deed.verb.doer === "party" ? doersOf(layers, deed.clause, actWords) : [];
      const parties = once([
        ...by,
        ...actorsIn(layers, deed.clause, ["with", "between"], by),
        ...group.flatMap((x) => x.parties),
      ]);
      if (!known(m, parties, deed.verb)) continue;
      const time = whenOf(layers, deed.clause);
      const meeting = meetingOf(deed.clause, parties, soFar);
      out.push(
        toldOf(layers, group, m, best, status, distinct(parties), "status", {
          clause: deed.clause,
          time: time.earliest === null && m.dated !== null && status === "signed" ? m.dated : time,
          place: whereOf(layers, deed.clause) ?? meeting?.place ?? null,
          meeting: meeting?.id ?? null,
        }),
      );
    }
    if (out.length > 0 || !best.named || best.draft) return out;
    const parties = distinct(once(group.flatMap((x) => x.parties)));
    const dated = group.find((x) => x.dated !== null)?.dated;
    const circumstances = { clause: null, time: dated ?? undefined, place: null, meeting: null };
    return [toldOf(layers, group, group[0], best, "referred-to", parties, "referred", circumstances)];
  }

  /** An instrument nobody is known to be party to is told only where it has a name. */
  function known(m: Instrument, parties: readonly Actor[], verb: InstrumentVerb): boolean {
    if (verb.needs === "" || verb.needs === m.kind) {
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
    const object =
      clause.objects.includes(m.token) ||
      clause.obliques.some((o) => o.head === m.token && o.prep !== "under" && o.prep !== "on");
    const subject = clause.subjects.includes(m.token);
    if (!own && !object && !subject) continue;
    if (clause.kind === "nominal" && clause.support < 0) continue;
    const keys = own ? [lemma] : verbKeys(layers, clause).sort((a, b) => b.length - a.length);
    for (const k of keys) {
      const verb = words.verbs.get(k);
      if (verb === undefined || (verb.doer === "none") !== (subject && !object)) continue;
      if (isTold(layers, clause)) return { verb, clause };
    }
  }
  return null;
}

/** One actor a side: a leader and his state are one party. */
function distinct(actors: readonly Actor[]): Actor[] {
  const seen = new Set<string>();
  return actors.filter((a) => {
    const key = a.code ?? a.name;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
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
