import { isText, type Lexicon, type Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import { isTold, loadActWords } from "../acts/index.js";
import type { Layers } from "../layers.js";
import { clauseAt, itemBase, mentionAt, nounPhrase } from "../phrases/index.js";
import type { AgreementItem, ItemTime, Place } from "../types.js";
import { ruleOf } from "./rules.js";
import type { AgreementWords } from "./words.js";

/**
 * "the return of the bodies, agreed in Istanbul last month", "the text agreed in Bouznika on 6 June": a thing with a participle of
 * agreeing right behind it, and where or when.
 */
export function createParticiples(
  lexicon: Lexicon,
  words: AgreementWords,
): (layers: Layers, taken: (sentence: number, token: number) => boolean) => AgreementItem[] {
  const acts = loadActWords(lexicon);
  return (layers, taken) => {
    const out: AgreementItem[] = [];
    for (const s of layers.parsed.sentences) {
      if (!isText(s)) continue;
      for (let t = 2; t + 1 < s.size; t++) {
        if (!acts.plain.has(s.lemmas[t]) || words.verbs.get(s.lemmas[t])?.needs !== "participle") continue;
        if (s.xpos[t] !== "VBN" && s.xpos[t] !== "VBD") continue;
        const item = s.upos[t - 1] === "AUX" ? saidOf(layers, s, t, taken) : told(layers, s, t, taken);
        if (item !== null) out.push(item);
      }
    }
    return out;
  };

  /** "The quota was agreed in Samarkand on 3 June": the same in the passive, of a thing as subject. */
  function saidOf(
    layers: Layers,
    s: Sentence,
    t: number,
    taken: (sentence: number, token: number) => boolean,
  ): AgreementItem | null {
    const c = clauseAt(layers, s.index, t);
    if (c === null || c.head !== t || !c.passive || !isTold(layers, c, acts.done)) return null;
    const noun = c.objects.find((o) => o < t) ?? -1;
    if (noun < 0 || s.upos[noun] !== "NOUN" || taken(s.index, noun) || s.upos[t + 1] !== "ADP") return null;
    if (acts.several.has(s.lemmas[noun]) || words.agents.has(s.norms[t + 1])) return null;
    let end = t + 1;
    while (end < s.size && (!VERBS.has(s.upos[end]) || isInTime(layers, s, end))) end++;
    return made(layers, s, t, noun, timeIn(layers, s, t, end), placeIn(layers, s, t, end));
  }

  function told(
    layers: Layers,
    s: Sentence,
    t: number,
    taken: (sentence: number, token: number) => boolean,
  ): AgreementItem | null {
    const comma = s.norms[t - 1] === ",";
    const noun = nounBefore(s, comma ? t - 2 : t - 1);
    if (noun < 0 || taken(s.index, noun) || s.upos[t + 1] !== "ADP") return null;
    let end = t + 1;
    while (end < s.size && s.upos[end] !== "PUNCT" && s.upos[end] !== "VERB" && s.upos[end] !== "AUX") end++;
    // Between commas, or right behind a noun whose own verb is still to come.
    if (comma && s.norms[end] !== "," && s.norms[end] !== ".") return null;
    const time = timeIn(layers, s, t, end);
    const place = placeIn(layers, s, t, end);
    if (time === null && place === null) return null;
    // "forces agreed in Pretoria": without a comma only where the verb is still to come.
    if (!comma && (place === null || (s.upos[end] !== "AUX" && s.upos[end] !== "VERB"))) return null;
    const m = mentionAt(layers, s.index, noun);
    if (m !== null && m.head === noun && m.use === "actor") return null;
    return made(layers, s, t, noun, time, place);
  }

  function made(
    layers: Layers,
    s: Sentence,
    t: number,
    noun: number,
    time: ItemTime | null,
    place: Place | null,
  ): AgreementItem | null {
    if (time === null && place === null) return null;
    const base = itemBase(layers, {
      component: "agreements",
      rule: ruleOf.participle,
      sentence: s.index,
      trigger: t,
      clause: null,
      ...(time === null ? {} : { time }),
      key: [s.norms[noun], t],
    });
    return extend(base, {
      kind: "agreement",
      what: nounPhrase(layers.parsed.document, s, noun).text,
      instrument: null,
      instrumentKind: null,
      status: "agreed",
      parties: [],
      place,
      meeting: null,
      refersTo: [],
      stipulations: [],
    });
  }

  /** The head of the phrase that ends at `t`; -1 where that is a party, a date or no noun. */
  function nounBefore(s: Sentence, t: number): number {
    let head = t;
    while (head > 0 && s.heads[head] >= 0 && s.heads[head] < head && NOMINAL.test(s.deprels[head]))
      head = s.heads[head];
    if (s.upos[head] !== "NOUN" || acts.several.has(s.lemmas[head]) || acts.talks.has(s.lemmas[head])) {
      const talks = acts.talks.has(s.lemmas[head]);
      return talks && s.upos[t] === "NOUN" && !acts.talks.has(s.lemmas[t]) ? t : -1;
    }
    return head;
  }
}

/** "on 12 May": taggers take the month for a verb. */
const isInTime = (layers: Layers, s: Sentence, t: number): boolean =>
  (layers.timesBySentence[s.index] ?? []).some((i) => layers.times[i].from <= t && t < layers.times[i].to);
const VERBS: ReadonlySet<string> = new Set(["VERB", "AUX"]);
const NOMINAL = /^(nmod|case|det|nummod|amod|compound|flat|nmod:unmarked)/;

function timeIn(layers: Layers, s: Sentence, from: number, to: number): ItemTime | null {
  for (const i of layers.timesBySentence[s.index] ?? []) {
    const x = layers.times[i];
    if (x.from <= from || x.to > to || x.role !== "point" || x.earliest === null || x.latest === null)
      continue;
    if (layers.published !== null && x.earliest > layers.published) continue;
    const { earliest, latest, precision, edtf } = x;
    const words = { doc: layers.parsed.document.id, start: x.start, end: x.end };
    return { earliest, latest, precision, edtf, words, class: "past", rule: "time/beside" };
  }
  return null;
}

function placeIn(layers: Layers, s: Sentence, from: number, to: number): Place | null {
  for (const i of layers.mentionsBySentence[s.index] ?? []) {
    const m = layers.mentions[i];
    if (m.from <= from || m.to > to || m.use !== "place" || s.upos[m.from - 1] !== "ADP") continue;
    const e = layers.entities[m.entity];
    const words = { doc: layers.parsed.document.id, start: m.start, end: m.end };
    return { name: e.name, country: e.country, words, basis: "beside" };
  }
  return null;
}
