import { childWith, type Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { chunksAfter } from "./chunks.js";
import type { EventWords } from "./words.js";

/**
 * Clauses of a sentence with the parser's commonest errors undone: main verbs in the past read as participles ("A judge charged X"),
 * objects lost behind their verb. `rescue` adds clauses for verbs that were not read as verbs at all ("Rebels shot dead a priest").
 */
export function clausesOf(layers: Layers, words: EventWords, sentence: number, rescue: boolean): Clause[] {
  const s = layers.parsed.sentences[sentence];
  const out: Clause[] = [];
  const taken = new Set<number>();
  const rootless = lostRoot(s);
  const adjectives = new Map<number, Clause>();
  for (const i of layers.clausesBySentence[sentence] ?? []) {
    const c = layers.clauses[i];
    if (isHyphenated(s, c)) adjectives.set(c.index, c);
  }
  for (const i of layers.clausesBySentence[sentence] ?? []) {
    if (adjectives.has(i)) continue;
    const c = mend(s, freed(layers.clauses[i], adjectives), rootless, words);
    out.push(c);
    taken.add(c.head);
    if (c.support >= 0) taken.add(c.support);
  }
  if (rescue) for (const c of lostVerbs(layers, words, s, taken)) out.push(c);
  return out;
}

function mend(s: Sentence, given: Clause, rootless: boolean, words: EventWords): Clause {
  const verb = verbOf(given);
  if (s.upos[verb] !== "VERB") return given;
  const c = withNo(s, withWholeObject(s, withParticle(s, given, verb, words), verb), verb, words);
  if (
    c.relation === "acl" &&
    !c.passive &&
    c.subjects.length === 0 &&
    s.xpos[verb] === "VBD" &&
    rootless &&
    governs(s, c)
  )
    return { ...c, subjects: [s.heads[verb]], relation: "root" };
  const participle =
    c.passive &&
    c.subjects.length === 0 &&
    childWith(s, verb, "aux:pass") < 0 &&
    (s.norms[verb].length > 3 || childWith(s, verb, "obj") > verb);
  if (participle) {
    const object = childWith(s, verb, "obj");
    const main = c.relation === "acl" && rootless && governs(s, c);
    if ((object >= 0 && object !== c.head) || main) {
      const subjects = c.objects.filter((o) => o < verb);
      const rest = c.objects.filter((o) => o > verb);
      const chunks = chunksAfter(s, verb);
      return {
        ...c,
        passive: false,
        subjects,
        objects: rest.length > 0 ? rest : chunks.objects,
        obliques: c.obliques.length > 0 ? c.obliques : chunks.obliques,
        tense: "past",
        mood: "indicative",
        relation: main ? "root" : c.relation,
      };
    }
  }
  if (
    !c.passive &&
    c.support < 0 &&
    c.objects.length === 0 &&
    c.kind === "verbal" &&
    childWith(s, verb, "ccomp") < 0
  ) {
    const { objects, obliques } = chunksAfter(s, verb);
    const complement = childWith(s, verb, "xcomp");
    if (
      objects.length > 0 &&
      s.deprels[objects[0]] !== "obl:unmarked" &&
      (complement < 0 || complement === objects[0]) &&
      near(s, verb, objects[0])
    )
      return { ...c, objects, obliques: c.obliques.length > 0 ? c.obliques : obliques };
  }
  return c;
}

/** "army-backed", "UN-brokered": the participle is part of an adjective, whatever the tree says. */
function isHyphenated(s: Sentence, c: Clause): boolean {
  const t = verbOf(c);
  return c.kind === "verbal" && t > 1 && s.norms[t - 1] === "-" && s.xpos[t] === "VBN" && s.size > t + 1;
}

/** A clause that hung on such an adjective stands in its place, and its noun is the subject where there is none. */
function freed(c: Clause, adjectives: ReadonlyMap<number, Clause>): Clause {
  const above = adjectives.get(c.parent);
  if (above === undefined) return c;
  const missing = c.subjects.length === 0 && c.kind === "verbal" && !c.passive;
  return {
    ...c,
    subjects: missing ? above.objects : c.subjects,
    parent: above.parent,
    relation: above.relation,
  };
}

/** "will free no rebels", "no agreement was reached": the clause is negated by its object. */
function withNo(s: Sentence, c: Clause, verb: number, words: EventWords): Clause {
  if (c.negated || words.is("has", s.lemmas[verb])) return c;
  for (const o of c.objects)
    for (let k = s.firstChild[o]; k >= 0 && k < o; k = s.nextSibling[k])
      if (s.deprels[k] === "det" && words.is("no", s.norms[k])) return { ...c, negated: true };
  return c;
}

/** "took in refugees": a particle right behind its verb that was read as the object's preposition. */
function withParticle(s: Sentence, c: Clause, verb: number, words: EventWords): Clause {
  const particle = s.norms[verb + 1];
  if (c.objects.length > 0 || c.passive || particle === undefined || !words.is("particle", particle))
    return c;
  const at = c.obliques.findIndex((o) => o.prep === particle);
  const entries = words.verbs.get(s.lemmas[verb].toLowerCase());
  if (at < 0 || entries === undefined || !entries.some((e) => e.particle === particle)) return c;
  return {
    ...c,
    objects: [c.obliques[at].head],
    obliques: c.obliques.filter((_, i) => i !== at),
    lemma: `${c.lemma}_${particle}`,
  };
}

/** "conducted joint naval patrols": a noun phrase torn in two, whose first word was taken for the object. */
function withWholeObject(s: Sentence, c: Clause, verb: number): Clause {
  const first = c.objects.length === 1 ? c.objects[0] : -1;
  if (first <= verb || c.support >= 0) return c;
  for (const o of c.obliques) {
    if (o.prep !== "" || o.head <= first || o.head - first > 3 || !NAMING.has(s.upos[o.head])) continue;
    let whole = true;
    for (let t = first + 1; t < o.head; t++) if (!INSIDE.has(s.upos[t])) whole = false;
    if (whole && s.deprels[o.head] !== "obl:unmarked")
      return { ...c, objects: [o.head], obliques: c.obliques.filter((x) => x !== o) };
  }
  return c;
}

const NAMING = new Set(["NOUN", "PROPN"]);
const INSIDE = new Set(["ADJ", "NOUN", "PROPN"]);

/** Nothing but what belongs to a noun phrase (and a particle) between verb and object. */
function near(s: Sentence, verb: number, object: number): boolean {
  for (let t = verb + 1; t < object; t++) if (s.upos[t] === "ADP" && s.heads[t] !== verb) return false;
  return true;
}

/** Whether the sentence's top is no finite verb, so that one was lost. */
function lostRoot(s: Sentence): boolean {
  for (let t = 0; t < s.size; t++) {
    if (s.heads[t] >= 0) continue;
    if (childWith(s, t, "cop") >= 0) return false;
    if (s.upos[t] === "NOUN" || s.upos[t] === "PROPN" || s.upos[t] === "NUM") return true;
    return s.xpos[t] === "VBG" && childWith(s, t, "aux") < 0;
  }
  return false;
}

/** Whether the noun that an "acl" verb hangs on leads to the top through names and appositions only. */
function governs(s: Sentence, c: Clause): boolean {
  for (let t = s.heads[verbOf(c)], steps = 0; t >= 0 && steps < 5; t = s.heads[t], steps++) {
    if (s.heads[t] < 0) return true;
    if (!TOP.has(s.deprels[t])) return false;
  }
  return false;
}

const TOP = new Set(["nsubj", "nmod", "appos", "flat", "compound"]);

/** Clauses for forms of known verbs that stand in no clause: past forms with somebody before them. */
function* lostVerbs(
  layers: Layers,
  words: EventWords,
  s: Sentence,
  taken: ReadonlySet<number>,
): Iterable<Clause> {
  const told = (layers.clausesBySentence[s.index] ?? []).some((i) => {
    const { kind, tense } = layers.clauses[i];
    return kind === "verbal" && tense !== "none";
  });
  for (let t = 1; t < s.size; t++) {
    if (
      taken.has(t) ||
      !words.forms.has(s.norms[t]) ||
      (words.forms.get(s.norms[t]) === s.norms[t] && !IRREGULAR.has(s.norms[t]))
    )
      continue;
    const present = !told && isHeadlineVerb(layers, s, t);
    if (!present && !/ed$/.test(s.norms[t]) && !IRREGULAR.has(s.norms[t]) && !words.past.has(s.norms[t]))
      continue;
    // "armed groups": an attribute, no verb that was lost.
    if (s.deprels[t] === "amod" && told) continue;
    if (s.upos[t - 1] === "DET" || s.upos[t - 1] === "ADP" || s.upos[t - 1] === "NUM") continue;
    const subject = present ? nameBefore(layers, s, t) : subjectBefore(layers, s, t);
    if (subject < 0) continue;
    const passive = s.upos[t - 1] === "AUX" && s.lemmas[t - 1] === "be";
    const { objects, obliques } = chunksAfter(s, t);
    yield {
      index: -1 - t,
      sentence: s.index,
      head: t,
      kind: "verbal",
      lemma: words.forms.get(s.norms[t]) as string,
      support: -1,
      subjects: passive ? obliques.filter((o) => o.prep === "by").map((o) => o.head) : [subject],
      objects: passive ? [subject] : objects,
      recipients: [],
      obliques,
      passive,
      negated: false,
      negation: -1,
      tense: present ? "present" : "past",
      aspect: "simple",
      modal: null,
      mood: "indicative",
      parent: -1,
      relation: "root",
      marker: null,
    };
    return;
  }
}

/** "India test-fires a missile": in a headline without a verb, a present form right behind who acts and before what is acted on. */
function isHeadlineVerb(layers: Layers, s: Sentence, t: number): boolean {
  const next = s.upos[t + 1];
  return s.norms[t].endsWith("s") && next !== undefined && OPENING.has(next) && nameBefore(layers, s, t) >= 0;
}

const OPENING = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "SYM"]);

/** Head of the actor whose words end right before `t` (or before what is joined to it by a hyphen), or -1. */
function nameBefore(layers: Layers, s: Sentence, t: number): number {
  const end = s.norms[t - 1] === "-" ? t - 2 : t;
  for (const i of layers.mentionsBySentence[s.index])
    if (layers.mentions[i].to === end && layers.mentions[i].from === 0) return layers.mentions[i].head;
  return -1;
}

const IRREGULAR = new Set([
  "shot",
  "cut",
  "broke",
  "took",
  "held",
  "sent",
  "gave",
  "threw",
  "freed",
  "beat",
  "struck",
  "hit",
  "blew",
  "froze",
  "shut",
  "set",
  "met",
]);

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
  return last >= 0 ? last : first;
}
