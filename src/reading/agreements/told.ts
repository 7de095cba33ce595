import type { Lexicon } from "../../language/index.js";
import {
  actorsIn,
  doersOf,
  isTold,
  loadActWords,
  once,
  onePerSide,
  sides,
  whenOf,
  whereOf,
} from "../acts/index.js";
import type { Layers } from "../layers.js";
import { clauseAt, itemBase, verbKeys } from "../phrases/index.js";
import type { Actor, AgreementItem, Clause, Item } from "../types.js";
import { type Instrument, sameInstrument } from "./instruments.js";
import { meetingOf } from "./meeting.js";
import { ruleOf, type Shape } from "./rules.js";
import { type AgreementWords, type InstrumentVerb, loadAgreementWords } from "./words.js";

/** An instrument's item with all the places that speak of it. */
export interface Told {
  readonly item: AgreementItem;
  readonly mentions: readonly Instrument[];
}

/** How many instruments back a name may be taken up again. */
const GROUPS = 40;

/**
 * One item an instrument and status that the text tells; one that is only named is "referred-to". `reached`: clauses that tell of the
 * agreement itself ("reached a deal"), which are not told twice.
 */
export function createInstrumentItems(
  lexicon: Lexicon,
): (
  layers: Layers,
  all: readonly Instrument[],
  soFar: readonly Item[],
  reached: ReadonlySet<number>,
) => Told[] {
  const words = loadAgreementWords(lexicon);
  const actWords = loadActWords(lexicon);
  return (layers, all, soFar, reached) => {
    const groups: Instrument[][] = [];
    for (const m of all) {
      const group = groups.slice(-GROUPS).find((g) => g.some((x) => sameInstrument(x, m)));
      if (group === undefined) groups.push([m]);
      else group.push(m);
    }
    return groups.flatMap((g) => instrumentItem(layers, g, soFar, reached));
  };

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
