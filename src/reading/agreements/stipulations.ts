import { type Lexicon, oncePerLexicon, type Sentence, subtreeRange } from "../../language/index.js";
import { makeSpan, type Span } from "../../text/index.js";
import {
  actorsIn,
  createConditionOf,
  doersOf,
  isSomebody,
  isTold,
  loadActWords,
  once,
  onePerSide,
} from "../acts/index.js";
import { preposition } from "../clauses/index.js";
import type { Layers } from "../layers.js";
import {
  actorsAt,
  actorsWithin,
  beginnings,
  beginsOne,
  clauseOver,
  clausePhrase,
  mentionAt,
  nounPhrase,
  PhraseTable,
  slice,
  verbKeys,
  verbOf,
  verbPhrase,
} from "../phrases/index.js";
import type { Actor, Clause } from "../types.js";
import { createDuty } from "./duty.js";
import { loadAgreementWords } from "./words.js";

/** One obligation inside an agreement. */
export interface Stipulation {
  readonly what: string;
  readonly words: Span;
  readonly conditional: boolean;
  readonly condition: { readonly what: string; readonly words: Span } | null;
  readonly by: Actor | null;
  /** All who owe it: `by` is the first. */
  readonly all: readonly Actor[];
  readonly to: readonly Actor[];
  /** Clause of what is to be done. */
  readonly clause: Clause;
  /** Token of the instrument named in the same sentence, or -1. */
  readonly instrument: number;
}

export type ReadStipulations = (layers: Layers) => readonly Stipulation[];

/**
 * What agreements say is to be done: "specifying that X would be returned", "requires Iran to ship out its uranium", and "under the
 * deal, Chad will open the border". Each reading's are found once.
 */
export const createStipulations = oncePerLexicon(stipulationsOf);

function stipulationsOf(lexicon: Lexicon): ReadStipulations {
  const words = loadAgreementWords(lexicon);
  const actWords = loadActWords(lexicon);
  const conditionOf = createConditionOf(lexicon);
  const dutyOf = createDuty(lexicon);
  const deeds = lexicon.list("deals/deeds");
  const deedFirsts = beginnings(deeds);
  const stipulating = beginnings(words.stipulate);
  const openers = new PhraseTable(
    lexicon.table("deals/openers").rows.map(([phrase, needs]) => [phrase, needs] as const),
  );
  const cache = new WeakMap<Layers, readonly Stipulation[]>();
  return (layers) => {
    let known = cache.get(layers);
    if (known === undefined) {
      const found: Stipulation[] = [];
      for (const c of layers.clauses) {
        const st = saidBy(layers, c) ?? under(layers, c);
        if (st !== null) found.push(...eachDeed(layers, st));
      }
      known = found;
      cache.set(layers, known);
    }
    return known;
  };

  /** "commits them to cut losses and to draw up a register": each "to" is an obligation of its own. */
  function eachDeed(layers: Layers, st: Stipulation): readonly Stipulation[] {
    const s = layers.parsed.sentences[st.clause.sentence];
    if (st.clause.mood !== "infinitive" || st.clause.kind !== "verbal") return [st];
    const out: Stipulation[] = [];
    let first = st;
    for (const i of layers.clausesBySentence[s.index] ?? []) {
      const c = layers.clauses[i];
      const verb = verbOf(c);
      if (c.relation !== "conj" || c.kind !== "verbal" || s.heads[verb] !== verbOf(st.clause)) continue;
      let to = verb - 1;
      while (to > 0 && s.upos[to] === "ADV") to--;
      if (s.xpos[verb] !== "VB" || s.xpos[to] !== "TO" || c.negated) continue;
      const more = made(layers, s, c, st.instrument, st.all);
      if (more === null) continue;
      out.push({ ...more, by: st.by, all: st.all });
      while (to > 0 && (s.upos[to - 1] === "CCONJ" || s.upos[to - 1] === "PUNCT")) to--;
      const cut = s.ends[to - 1];
      if (cut >= first.words.end || cut <= first.words.start) continue;
      const words = makeSpan(layers.parsed.document, first.words.start, cut);
      const what = layers.parsed.document.text.slice(words.start, words.end).replace(/\s+/g, " ");
      first = { ...first, words, what };
    }
    return [first, ...out];
  }

  /** A verb such as "specify" whose subject is an instrument, or which stands right behind one. */
  function saidBy(layers: Layers, c: Clause): Stipulation | null {
    if (c.kind !== "verbal" || c.negated) return null;
    const s = layers.parsed.sentences[c.sentence];
    if (words.sees.has(c.lemma)) return seenBy(layers, s, c);
    if (c.modal !== null || !stipulating.has(c.lemma)) return null;
    if (!words.stipulate.has(c.lemma) && !c.obliques.some((o) => words.stipulate.has(`${c.lemma}_${o.prep}`)))
      return null;
    const named = c.subjects.find((t) => isInstrument(s, t)) ?? -1;
    const it = named < 0 && c.subjects.some((t) => s.upos[t] === "PRON" && refersBack(layers, s, t));
    const instrument = named >= 0 ? named : it ? c.subjects[0] : beside(s, c);
    if (instrument < 0) return null;
    const inner = innerOf(layers, c);
    if (inner === undefined) return thing(layers, s, c, instrument);
    // "commits the army and the rebels to hold fire": whom it binds.
    const bound = once([
      ...c.objects.flatMap((t) => actorsAt(layers, s.index, t)),
      ...c.recipients.flatMap((t) => actorsAt(layers, s.index, t)),
    ]);
    return made(layers, s, inner, instrument, bound);
  }

  /** "The deal will see Chad withdraw", "the pact, which lets Niger sell gas": what comes of it, told as what is or will be. */
  function seenBy(layers: Layers, s: Sentence, c: Clause): Stipulation | null {
    const ahead = c.tense === "future" || (c.tense === "present" && c.modal === null);
    const instrument = c.subjects.find((t) => isInstrument(s, t));
    if (
      !ahead ||
      instrument === undefined ||
      (words.indefinite.has(s.norms[instrument - 1]) && !isSigned(s, instrument))
    )
      return null;
    const inner = innerOf(layers, c);
    if (inner === undefined || inner.kind !== "verbal") return null;
    return made(
      layers,
      s,
      inner,
      instrument,
      onePerSide(c.objects.flatMap((t) => actorsAt(layers, s.index, t))),
      true,
    );
  }

  /** "a deal signed on Monday". */
  function isSigned(s: Sentence, t: number): boolean {
    return s.xpos[t + 1] === "VBN" && (words.verbs.has(s.lemmas[t + 1]) || words.pledge.has(s.lemmas[t + 1]));
  }

  /** "Under the accord, ...", "an accord under which ...": a duty or a future told of somebody. */
  function under(layers: Layers, c: Clause): Stipulation | null {
    if (c.kind === "nominal" && c.support < 0) return null;
    const s = layers.parsed.sentences[c.sentence];
    const told = dutyOf(layers, c);
    if (told === null && !words.pledge.has(c.lemma)) return inPresent(layers, s, c);
    // "would lease ... and consider": the second verb is told with the first.
    if (
      c.relation === "conj" &&
      c.parent >= 0 &&
      !hasModal(s, c) &&
      layers.clauses[c.parent].modal === c.modal
    )
      return null;
    const places = told === null || told.deed === c ? c.obliques : [...c.obliques, ...told.deed.obliques];
    const over = places.find((o) => words.under.has(o.prep) && isInstrument(s, o.head));
    const opened = over?.head ?? opening(s, c);
    const instrument = opened >= 0 ? opened : antecedent(layers, s, c);
    if (instrument < 0 || (c.relation.startsWith("acl") && !isMade(layers, s, instrument))) return null;
    if (told !== null && !(words.pledge.has(c.lemma) && told.deed === c))
      return made(layers, s, told.deed, instrument);
    // "Under the accord Chad pledged to ...": what was pledged.
    const inner = innerOf(layers, c);
    return inner === undefined || c.negated ? null : made(layers, s, inner, instrument);
  }

  /** "Under the truce both armies pull back by Sunday": a deed in the present of a text is a duty. */
  function inPresent(layers: Layers, s: Sentence, c: Clause): Stipulation | null {
    if (
      c.kind !== "verbal" ||
      c.tense !== "present" ||
      c.aspect !== "simple" ||
      c.negated ||
      c.modal !== null
    )
      return null;
    if (!(c.relation === "root" || c.relation === "conj") || c.passive) return null;
    if (c.objects.length + c.obliques.length < 2 || !beginsOne(layers, c, deedFirsts)) return null;
    if (!verbKeys(layers, c).some((k) => deeds.has(k))) return null;
    const instrument = opening(s, c);
    return instrument < 0 || (doersOf(layers, c, actWords).length === 0 && !isSomebody(layers, c, actWords))
      ? null
      : made(layers, s, c, instrument);
  }

  /** "signed a pact under which Chad would ...", "a deal whereby ...": the instrument that a relative clause is of, where it is told of as made. */
  function antecedent(layers: Layers, s: Sentence, c: Clause): number {
    const first = Math.min(verbOf(c), ...c.subjects.map((t) => subtreeRange(s, t)[0]));
    let t = first - 1;
    while (t > 0 && (s.norms[t] === "," || s.upos[t] === "ADV") && !words.whereby.has(s.norms[t])) t--;
    const link = words.whereby.has(s.norms[t])
      ? t
      : s.xpos[t] === "WDT" && words.under.has(s.norms[t - 1])
        ? t - 1
        : -1;
    for (let k = link - 1; k >= Math.max(0, link - REACH); k--) {
      if (isInstrument(s, k)) return isMade(layers, s, k) ? k : -1;
      if (s.upos[k] === "AUX") return -1;
    }
    return -1;
  }

  /** "signed a pact", "reached the deal", "the deal": not one that is sought, proposed or thought of. */
  function isMade(layers: Layers, s: Sentence, instrument: number): boolean {
    const over = clauseOver(layers, s.index, instrument, true);
    const known = !words.indefinite.has(s.norms[nounPhrase(layers.parsed.document, s, instrument).from - 1]);
    if (over === null) return known;
    if (!isTold(layers, over, actWords.done)) return false;
    const deal = [over.lemma, ...verbKeys(layers, over)].some(
      (k) => words.verbs.has(k) || actWords.verbs.get(k)?.some((e) => e.cls === "agree"),
    );
    return deal || (known && !verbKeys(layers, over).some((k) => actWords.verbs.has(k)));
  }

  /** "provides for an exchange of prisoners": a thing, of which nobody is said to be the doer. */
  function thing(layers: Layers, s: Sentence, c: Clause, instrument: number): Stipulation | null {
    const isThing = (o: number): boolean =>
      actorsAt(layers, s.index, o).length === 0 && !actWords.several.has(s.lemmas[o]);
    const head =
      c.obliques.find((o) => words.stipulate.has(`${c.lemma}_${o.prep}`))?.head ??
      boundTo(s, c) ??
      (words.stipulate.has(c.lemma) ? c.objects.find(isThing) : undefined);
    if (head === undefined || s.upos[head] === "PRON") return null;
    const { text, start, end } = nounPhrase(layers.parsed.document, s, head);
    return {
      what: text,
      words: makeSpan(layers.parsed.document, start, end),
      conditional: false,
      condition: null,
      by: null,
      all: [],
      to: [],
      clause: c,
      instrument,
    };
  }

  /** "commits both sides to a ceasefire": the thing behind "to", on the verb or on whom it binds. */
  function boundTo(s: Sentence, c: Clause): number | undefined {
    if (!words.obliged.has(c.lemma)) return undefined;
    const own = c.obliques.find((o) => o.prep === words.toMark)?.head;
    if (own !== undefined) return own;
    for (const o of c.objects)
      for (let k = s.firstChild[o]; k >= 0; k = s.nextSibling[k])
        if (k > o && s.deprels[k].startsWith("nmod") && preposition(s, k) === words.toMark) return k;
    return undefined;
  }

  /** "a pact in Oslo obliging Chad to ...": the instrument that a participle stands behind, with no verb or comma between. */
  function beside(s: Sentence, c: Clause): number {
    if (c.head > 0 && isInstrument(s, c.head - 1)) return c.head - 1;
    if (s.xpos[c.head] !== "VBG") return -1;
    for (let t = c.head - 1; t >= Math.max(0, c.head - REACH); t--) {
      if (isInstrument(s, t)) return t;
      if (s.upos[t] === "VERB" || s.upos[t] === "AUX" || s.upos[t] === "SCONJ") return -1;
    }
    return -1;
  }

  /** "It" for an instrument: nobody is meant, and one is named in the sentence before or earlier in this one. */
  function refersBack(layers: Layers, s: Sentence, t: number): boolean {
    const m = mentionAt(layers, s.index, t);
    if (m !== null && layers.entities[m.entity].kind !== "document") return false;
    for (const x of [s, layers.parsed.sentences[s.index - 1]]) {
      if (x === undefined) continue;
      // "They called on both sides to": of one accord it is not said.
      const many = actWords.they.has(s.norms[t]);
      for (let k = 0; k < (x === s ? t : x.size); k++)
        if (isInstrument(x, k) && (!many || x.xpos[k].endsWith("S"))) return true;
    }
    return false;
  }

  function innerOf(layers: Layers, c: Clause): Clause | undefined {
    return (
      (layers.clausesBySentence[c.sentence] ?? [])
        .map((i) => layers.clauses[i])
        .find(
          (x) =>
            x.parent === c.index &&
            x.head > c.head &&
            (x.relation === "ccomp" ||
              x.relation === "xcomp" ||
              (x.relation === "advcl" && x.mood === "infinitive") ||
              (x.relation === "advcl" && x.mood === "gerund" && x.marker === words.toMark)),
        ) ?? underObject(layers, c)
    );
  }

  /** "commits both armies to pulling back": parsers hang what is to be done on whom it binds. */
  function underObject(layers: Layers, c: Clause): Clause | undefined {
    const s = layers.parsed.sentences[c.sentence];
    return (layers.clausesBySentence[c.sentence] ?? [])
      .map((i) => layers.clauses[i])
      .find((x) => {
        const verb = verbOf(x);
        return (
          x.head > c.head &&
          x.kind === "verbal" &&
          x.relation === "acl" &&
          c.objects.includes(s.heads[verb]) &&
          s.xpos[s.firstChild[verb]] === "TO"
        );
      });
  }

  /** The sentence opens with "Under the ..." an instrument, wherever the parser hung it. */
  function opening(s: Sentence, c: Clause): number {
    const opener = openers.at(s, 0);
    if (opener === null) return -1;
    const known = opener.value === "" || s.upos[opener.length] === "DET" || s.upos[opener.length] === "PRON";
    for (let t = opener.length; known && t < c.head && t < 14 && s.norms[t] !== ","; t++)
      if (isInstrument(s, t)) return t;
    return -1;
  }

  function isInstrument(s: Sentence, t: number): boolean {
    if (s.upos[t] !== "NOUN" && s.upos[t] !== "PROPN") return false;
    if (words.texts.has(s.lemmas[t])) return true;
    const w = words.instruments.get(s.lemmas[t].toLowerCase());
    // A plan may be no more than one side's.
    if (w === undefined || (w.gate === "named" && !/^\p{Lu}/u.test(s.forms[t]))) return false;
    for (let c = s.firstChild[t]; c >= 0 && c < t; c = s.nextSibling[c])
      if (words.draft.has(s.norms[c]) || words.negators.has(s.norms[c])) return false;
    return true;
  }

  function made(
    layers: Layers,
    s: Sentence,
    inner: Clause,
    instrument: number,
    bound: readonly Actor[] = [],
    given = false,
  ): Stipulation | null {
    // "obliges it not to arrest": what is not to be done binds as much; "would not lease" tells that nobody is bound.
    if (inner.negated && inner.mood !== "infinitive") return null;
    const doc = layers.parsed.document;
    const whole = inner.passive ? clausePhrase(doc, s, inner.head) : verbPhrase(doc, s, inner.head);
    const phrase = { ...whole, from: inner.negated ? Math.min(whole.from, inner.negation) : whole.from };
    const to = once([
      ...inner.recipients.flatMap((t) => actorsAt(layers, s.index, t)),
      ...actorsIn(layers, inner, ["to"], []),
    ]);
    const own = given ? [] : doersOf(layers, inner, actWords);
    const doers = own.length > 0 ? own : bound;
    const by = doers[0] ?? (inner.passive ? otherSide(layers, s, instrument, to) : null);
    const condition = conditionOf(layers, s, phrase.from, Math.max(phrase.to, endOfSentence(s)));
    const { text, start, end } = slice(doc, s, phrase.from, phrase.to);
    return {
      what: inner.passive ? active(layers, s, inner, text) : text,
      words: makeSpan(doc, start, end),
      conditional: condition !== null,
      condition: condition === null ? null : { what: condition.what, words: condition.words },
      by,
      all: doers.length > 0 ? onePerSide(doers) : by === null ? [] : [by],
      to,
      clause: inner,
      instrument,
    };
  }

  /** "would be handed over to Japan" in a pact of two: the other one hands over. */
  function otherSide(layers: Layers, s: Sentence, instrument: number, to: readonly Actor[]): Actor | null {
    const sides = actorsWithin(layers, s.index, Math.max(0, instrument - 6), instrument + 1);
    const others = sides.filter((a) => !to.some((x) => x.party === a.party));
    return sides.length === 2 && others.length === 1 && to.length > 0 ? others[0] : null;
  }
}

const REACH = 10;

function endOfSentence(s: Sentence): number {
  return s.size;
}

function hasModal(s: Sentence, c: Clause): boolean {
  const verb = c.support >= 0 ? c.support : c.head;
  for (let k = s.firstChild[verb]; k >= 0 && k < verb; k = s.nextSibling[k])
    if (s.xpos[k] === "MD") return true;
  return false;
}

/** "the islands would be handed over to Japan" as what is to be done: "hand over the islands to Japan". */
function active(layers: Layers, s: Sentence, c: Clause, otherwise: string): string {
  if (c.objects.length === 0) return otherwise;
  const doc = layers.parsed.document;
  const objects = c.objects.map((o) => nounPhrase(doc, s, o));
  const first = objects.reduce((a, b) => (b.from < a.from ? b : a));
  const last = objects.reduce((a, b) => (b.to > a.to ? b : a));
  const rest = verbPhrase(doc, s, c.head);
  const verb = c.lemma.replaceAll("_", " ");
  const particle = c.lemma.includes("_") ? rest.from + 2 : rest.from + 1;
  const tail = rest.to > particle ? ` ${slice(doc, s, particle, rest.to).text}` : "";
  return `${verb} ${slice(doc, s, first.from, last.to).text}${tail}`;
}
