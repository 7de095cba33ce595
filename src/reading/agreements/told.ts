import type { Lexicon, Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import {
  type ActWords,
  actorsIn,
  doersOf,
  isSeveral,
  isTold,
  loadActWords,
  once,
  onePerSide,
  sides,
  whenOf,
  whereOf,
} from "../acts/index.js";
import { preposition } from "../clauses/index.js";
import type { Layers } from "../layers.js";
import { ASSERTED, actorsAt, clauseAt, clauseOver, itemBase } from "../phrases/index.js";
import type { Actor, AgreementItem, Clause, Item } from "../types.js";
import { type Deed, deedByWords, deedsByPronoun, statusesAt } from "./deeds.js";
import { type Instrument, sameInstrument } from "./instruments.js";
import { meetingOf, timeAt } from "./meeting.js";
import { ruleOf, type Shape } from "./rules.js";
import { type InstrumentVerb, loadAgreementWords } from "./words.js";

/** An instrument's item with all the places that speak of it. */
export interface Told {
  readonly item: AgreementItem;
  readonly mentions: readonly Instrument[];
}

const STRETCH = 12;

/** "after an accord with Chad covering fuel": the marker, where parsers take the phrase for a clause. */
function markOver(s: Sentence, m: Instrument): string {
  let from = m.token;
  while (from > 0 && FRONT.has(s.upos[from - 1])) from--;
  return from > 0 && (s.upos[from - 1] === "SCONJ" || s.upos[from - 1] === "ADP") ? s.norms[from - 1] : "";
}
const FRONT: ReadonlySet<string> = new Set(["DET", "ADJ", "NUM", "NOUN", "PROPN"]);

/** "after agreement with Chad": without an article it may be yet to come. */
function isBare(s: Sentence, t: number): boolean {
  let from = t;
  while (from > 0 && FRONT.has(s.upos[from - 1]) && s.upos[from] !== "DET") from--;
  return s.upos[from] !== "DET" && s.upos[from] !== "NUM";
}

/** The clause of the sentence that is no part of another. */
function mainOf(layers: Layers, c: Clause): Clause {
  let top = c;
  while (top.parent >= 0) top = layers.clauses[top.parent];
  return top;
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
      const group = homeOf(layers, groups.slice(-GROUPS), m);
      if (group === null) groups.push([m]);
      else group.push(m);
    }
    const later = deedsByPronoun(layers, all, words, actWords);
    return groups.flatMap((g) => instrumentItem(layers, g, all, later, soFar, reached));
  };

  /** The instrument last spoken of that a mention can mean. What is told as new is another one, save in what somebody says of it. */
  function homeOf(layers: Layers, groups: readonly Instrument[][], m: Instrument): Instrument[] | null {
    if (m.fresh && !m.named && !isQuoted(layers, m)) return null;
    let best: Instrument[] | null = null;
    for (const g of groups) {
      // "A truce was signed on Monday. The 2020 truce had failed": the new one is not the dated one.
      if (m.dated !== null && g[0].fresh && g.every((x) => x.dated === null)) continue;
      if (!g.some((x) => sameInstrument(x, m))) continue;
      const last = g[g.length - 1];
      if (best === null || last.sentence.index >= best[best.length - 1].sentence.index) best = g;
    }
    return best;
  }

  function instrumentItem(
    layers: Layers,
    group: readonly Instrument[],
    all: readonly Instrument[],
    later: ReadonlyMap<Instrument, Deed>,
    soFar: readonly Item[],
    reached: ReadonlySet<number>,
  ): Told[] {
    const out: Told[] = [];
    const best = group.reduce((a, b) => (b.name.length > a.name.length && b.named >= a.named ? b : a));
    const deeds = group.flatMap((m) =>
      [...statusesAt(layers, m, words), ...(later.get(m) === undefined ? [] : [later.get(m) as Deed])].map(
        (deed) => ({ m, deed }),
      ),
    );
    if (deeds.length === 0)
      for (const m of group) {
        const deed = deedByWords(layers, m, words);
        if (deed !== null) deeds.push({ m, deed });
      }
    for (const { m, deed } of deeds) {
      if (!m.named && reached.has(deed.clause.index)) continue;
      const status = m.draft && deed.verb.status !== "draft" ? "draft" : deed.verb.status;
      if (out.some((t) => t.item.status === status)) continue;
      const doers = deed.verb.doer === "party" ? doersOf(layers, deed.clause, actWords) : [];
      const by = doers.length > 0 || deed.verb.doer === "mediator" ? doers : deed.by;
      const parties = once([
        ...by,
        ...(by.length === 0 ? [] : actorsIn(layers, deed.clause, [...actWords.withs], by)),
        ...group.flatMap((x) => x.parties),
        ...bound(layers, m),
      ]);
      const own = whenOf(layers, deed.clause);
      const time = deed.time ?? own;
      const joint = severalSign(layers, deed.clause, actWords);
      if (deed.verb.status === "adopted" && !m.named && !joint && !deed.participle && !adopts(m, parties))
        continue;
      const several = joint || time.earliest !== null;
      if (!known(m, parties, deed.verb, several, deed.clause)) continue;
      const place = deed.place ?? whereOf(layers, deed.clause) ?? placeAt(layers, m);
      const meeting = meetingOf(deed.clause, parties, { time, place }, soFar);
      out.push(
        toldOf(layers, group, m, best, status, onePerSide(parties), "status", {
          clause: deed.clause,
          time:
            time.earliest === null && m.dated !== null && status === "signed"
              ? m.dated
              : timeAt(time, deed.clause, meeting),
          place: place ?? meeting?.place ?? null,
          meeting: meeting?.id ?? null,
          participle: deed.participle,
        }),
      );
    }
    if (out.length > 0 || best.draft) return out;
    const supposed = best.named ? null : presupposedIn(layers, group, all);
    if (supposed !== null) {
      const m = supposed;
      const circumstances = { clause: null, time: undefined, place: null, meeting: null, participle: true };
      return [
        toldOf(
          layers,
          group,
          m,
          best,
          "referred-to",
          onePerSide(withWhom(layers, m)),
          "referred",
          circumstances,
        ),
      ];
    }
    if (!best.named) return out;
    const own = once(group.flatMap((x) => x.parties));
    const parties = onePerSide(own.length > 0 ? own : once(group.flatMap((x) => bound(layers, x))));
    const dated = group.find((x) => x.dated !== null)?.dated;
    const circumstances = {
      clause: null,
      time: dated ?? undefined,
      place: null,
      meeting: null,
      participle: false,
    };
    return [toldOf(layers, group, group[0], best, "referred-to", parties, "referred", circumstances)];
  }

  /**
   * An instrument without a name that the text takes for made: "after a separate accord with Chad", "the truce declared in May has held",
   * "the ceasefire was broken twice".
   */
  function presupposedIn(
    layers: Layers,
    group: readonly Instrument[],
    all: readonly Instrument[],
  ): Instrument | null {
    for (const m of group) {
      const s = m.sentence;
      if (isBare(s, m.token)) continue;
      const over = clauseOver(layers, s.index, m.token, true);
      if (over === null) continue;
      const link = preposition(s, m.token) || markOver(s, m);
      const made = words.presupposing.has(link) && (m.parties.length > 0 || isWithSomebody(s, m));
      if (made && isTold(layers, over.kind === "nominal" ? mainOf(layers, over) : over, actWords.done))
        return m;
      // Where the text tells of one under another name ("a ceasefire ... the truce"), it is that one.
      if (m.kind !== "ceasefire" || m.fresh) continue;
      if (all.slice(0, all.indexOf(m)).some((x) => x.kind === m.kind && !group.includes(x))) continue;
      const kept = (layers.clausesBySentence[s.index] ?? [])
        .map((i) => layers.clauses[i])
        .some((c) => isAbout(s, c, m) && words.keeping.has(c.lemma) && isTold(layers, c, actWords.done));
      if (kept) return m;
    }
    return null;
  }

  /** Its parties; of "an accord with the Bank of Chad" whoever stands behind "with". */
  function withWhom(layers: Layers, m: Instrument): readonly Actor[] {
    return m.parties.length > 0
      ? m.parties
      : once(counterparts(m.sentence, m).flatMap((t) => actorsAt(layers, m.sentence.index, t)));
  }

  function isWithSomebody(s: Sentence, m: Instrument): boolean {
    return counterparts(s, m).some((t) => s.upos[t] === "PROPN");
  }

  function counterparts(s: Sentence, m: Instrument): number[] {
    const out: number[] = [];
    for (let c = s.firstChild[m.token]; c >= 0; c = s.nextSibling[c])
      if (c > m.token && s.deprels[c].startsWith("nmod") && actWords.withs.has(preposition(s, c)))
        out.push(c);
    return out;
  }

  /** The verb says it of the instrument: as object, as subject, or at the end of a clause that opens with it. */
  function isAbout(s: Sentence, c: Clause, m: Instrument): boolean {
    if (c.kind !== "verbal" || c.head === m.token) return false;
    if (c.objects.includes(m.token) || c.subjects.includes(m.token)) return true;
    // "the truce announced that day has been respected": the participle is taken for the verb.
    const participle = m.token + 1;
    return (
      (s.xpos[participle] === "VBN" || s.xpos[participle] === "VBD") &&
      c.head > participle &&
      c.head - participle < STRETCH &&
      c.aspect === "perfect"
    );
  }

  /** "Under a declaration signed in Oslo the two states undertook ...": whom it binds are its parties. */
  function bound(layers: Layers, m: Instrument): Actor[] {
    if (!words.madeIn.has(preposition(m.sentence, m.token))) return [];
    for (const i of layers.clausesBySentence[m.sentence.index] ?? []) {
      const c = layers.clauses[i];
      if (c.kind !== "verbal" || c.tense === "none" || c.relation.startsWith("acl")) continue;
      const by = doersOf(layers, c, actWords);
      if (sides(by) > 1) return by;
    }
    return [];
  }

  /** An instrument nobody is known to be party to is told only where it has a name, a date, or "two sides" that made it. */
  function known(
    m: Instrument,
    parties: readonly Actor[],
    verb: InstrumentVerb,
    several: boolean,
    clause: Clause,
  ): boolean {
    if (verb.needs === "" || verb.needs === "participle" || verb.needs === m.kind) {
      // "The treaty lapsed in January": which one it is, the text has told or will.
      if (several && (verb.doer !== "none" || (!m.fresh && clause.relation !== "advcl"))) return true;
      if (verb.doer === "mediator" && m.kind === "ceasefire" && m.fresh) return true;
      if (verb.doer === "none" && (m.kind === "ceasefire" || m.nameWords.length > 1)) return true;
      if (verb.status === "adopted" && !m.named) return adopts(m, parties);
      if (verb.status === "agreed" && verb.doer === "party")
        return sides(parties) > 1 || (m.named && parties.length > 0);
      return m.named || parties.length > 0;
    }
    return false;
  }
}

/** "The Authority adopted a strategy": what a body of many states adopts binds them; what a ministry adopts does not. */
const adopts = (m: Instrument, parties: readonly Actor[]): boolean =>
  sides(parties) > 1 || parties.some((a) => a.code === BODY) || MADE_BY_SIDES.has(m.kind);
const MADE_BY_SIDES: ReadonlySet<Instrument["kind"]> = new Set([
  "treaty",
  "declaration",
  "joint-statement",
  "memorandum",
  "ceasefire",
  "understanding",
]);
/** The code of bodies whose members are states. */
const BODY = "IGO";

const isQuoted = (layers: Layers, m: Instrument): boolean => {
  const at = m.sentence.starts[m.token];
  return layers.quotes.some(
    (q) => q.mode !== "indirect" && q.content.some((c) => c.start <= at && at < c.end),
  );
};

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
    readonly participle: boolean;
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
    ...(c.participle ? { factuality: ASSERTED.happened } : {}),
    key: [best.name, status],
  });
  const item: AgreementItem = extend(base, {
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
  });
  return { item, mentions: group };
}

/** "The two sides initialled a protocol": more than one, whoever they are. */
function severalSign(layers: Layers, clause: Clause, words: ActWords): boolean {
  const s = layers.parsed.sentences[clause.sentence];
  return clause.subjects.some((t) => isSeveral(s, t, words));
}

/** "signed a pact in Oslo that ...": a place hung on the instrument. */
function placeAt(layers: Layers, m: Instrument): AgreementItem["place"] {
  const own = clauseAt(layers, m.sentence.index, m.token);
  return own === null ? null : layers.facts.place(own.index);
}
