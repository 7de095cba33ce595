import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import type { Clause } from "../types.js";
import { chunksAfter } from "./chunks.js";
import { BY } from "./function-words.js";
import type { EventWords } from "./words.js";

/**
 * A clause for a known verb that was not read as one ("Rebels shot dead a priest"): a past form with somebody before it, or a headline's
 * present form; null where none was lost. `known`: the clauses there are.
 */
export function lostVerb(
  layers: Layers,
  words: EventWords,
  sentence: number,
  known: readonly Clause[],
): Clause | null {
  const s = layers.parsed.sentences[sentence];
  const told = known.some((c) => c.kind === "verbal" && c.tense !== "none");
  for (let t = 1; t < s.size; t++) {
    if (!words.forms.has(s.norms[t]) || known.some((c) => c.head === t || c.support === t)) continue;
    const present = !told && isHeadlineVerb(layers, words, s, t);
    const base = words.forms.get(s.norms[t]) === s.norms[t];
    // "they would blockade", taken for a noun.
    const modal = base && s.xpos[t - 1] === "MD" && s.upos[t] !== "VERB";
    if (base && !present && !modal && !words.past.has(s.norms[t])) continue;
    if (!present && !modal && !words.past.has(s.norms[t])) continue;
    // "armed groups": an attribute, no verb that was lost.
    if (s.deprels[t] === "amod" && told && (s.upos[t - 1] !== "NOUN" || s.xpos[t] === "VBN")) continue;
    if (s.norms[t - 1] === "-" && words.is("joined", s.norms[t])) continue;
    if (s.upos[t - 1] === "DET" || s.upos[t - 1] === "ADP" || s.upos[t - 1] === "NUM") continue;
    const named = present ? nameBefore(layers, s, t) : subjectBefore(layers, s, t);
    const subject = named < 0 && !told && isPlural(s, t - 1) && harms(words, s.norms[t]) ? t - 1 : named;
    if (subject < 0) continue;
    const passive = !modal && s.upos[t - 1] === "AUX" && words.is("copula", s.lemmas[t - 1]);
    const { objects, obliques } = chunksAfter(s, t);
    return {
      index: -1 - t,
      sentence: s.index,
      head: t,
      kind: "verbal",
      lemma: words.forms.get(s.norms[t]) as string,
      support: -1,
      subjects: passive ? obliques.filter((o) => o.prep === BY).map((o) => o.head) : [subject],
      objects: passive ? [subject] : objects,
      recipients: [],
      obliques,
      passive,
      negated: false,
      negation: -1,
      tense: present || modal ? "present" : "past",
      aspect: "simple",
      modal: modal ? s.norms[t - 1] : null,
      mood: "indicative",
      parent: -1,
      relation: "root",
      marker: null,
    };
  }
  return null;
}

const isPlural = (s: Sentence, t: number): boolean => s.xpos[t] === "NNS";

/** "Gunmen shot dead a judge": what is done to somebody, though nobody knows by whom. */
const harms = (words: EventWords, form: string): boolean =>
  words.verbs.get(words.forms.get(form) ?? "")?.some((e) => e.class === "ASSAULT" && e.needs.length === 0) ===
  true;

/** "India test-fires a missile": in a headline without a verb, a present form right behind who acts and before what is acted on. */
function isHeadlineVerb(layers: Layers, words: EventWords, s: Sentence, t: number): boolean {
  const next = s.upos[t + 1];
  if (next === undefined || !OPENING.has(next)) return false;
  const subject = nameBefore(layers, s, t);
  return subject >= 0 && words.third.has(s.norms[t]) !== (s.xpos[subject] === "NNS");
}

const OPENING = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "SYM", "ADP"]);

/** Head of the actor whose words end right before `t` (or before what is joined to it by a hyphen), or -1. */
function nameBefore(layers: Layers, s: Sentence, t: number): number {
  const end = s.norms[t - 1] === "-" ? t - 2 : t;
  for (const i of layers.mentionsBySentence[s.index]) {
    const m = layers.mentions[i];
    if (m.from > (s.upos[0] === "DET" ? 1 : 0) || m.to > end) continue;
    if (m.to === end) return m.head;
    // "Chadian jets": what stands between the name and the verb is whose it is.
    let t = m.to;
    while (t < end && s.upos[t] === "NOUN") t++;
    if (t === end) return end - 1;
  }
  return -1;
}

/** Head of the noun phrase that opens the stretch before a verb: after the last comma if somebody is named there. */
function subjectBefore(layers: Layers, s: Sentence, verb: number): number {
  let first = -1;
  let last = -1;
  for (const i of layers.mentionsBySentence[s.index]) {
    const m = layers.mentions[i];
    if (m.to > verb) break;
    if (first < 0) first = m.head;
    for (let t = m.from - 1; t >= 0; t--) {
      if (s.norms[t] === "," && last < m.head) {
        let clear = true;
        for (let k = m.to; k < verb; k++) if (s.norms[k] === ",") clear = false;
        if (clear) last = m.head;
      }
    }
  }
  const found = last >= 0 ? last : first;
  // "Chadian and Malian guards": the noun right before the verb, of whom the names tell whose they are.
  let t = verb - 1;
  while (
    t > found &&
    (s.upos[t] === "NOUN" || s.upos[t] === "PROPN" || s.upos[t] === "ADJ" || s.upos[t] === "CCONJ")
  )
    t--;
  return found >= 0 && t === found && s.upos[verb - 1] === "NOUN" ? verb - 1 : found;
}
