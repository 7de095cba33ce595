import { childWith, type Sentence } from "../../language/index.js";
import { preposition } from "../clauses/index.js";
import type { Layers } from "../layers.js";
import { verbOf } from "../phrases/index.js";
import type { Clause, Oblique } from "../types.js";
import { chunksAfter } from "./chunks.js";
import { BY, LED } from "./function-words.js";
import { reread } from "./misread.js";
import { asVerb, reshaped } from "./reshape.js";
import type { EventWords } from "./words.js";

/**
 * Clauses of a sentence with the parser's commonest errors undone: main verbs in the past read as participles ("A judge charged X"),
 * objects lost behind their verb.
 */
export function clausesOf(layers: Layers, words: EventWords, sentence: number): Clause[] {
  const s = layers.parsed.sentences[sentence];
  const out: Clause[] = [];
  const rootless = lostRoot(s);
  const opening = openingGerund(s);
  const crowd = openingCrowd(s, words);
  for (const i of layers.clausesBySentence[sentence] ?? []) {
    const c = layers.clauses[i];
    const did = asFirst(layers, s, c, words);
    if (did !== null) {
      const at = out.findIndex((x) => x.index === did.index);
      if (at >= 0) out[at] = did;
      continue;
    }
    if ((opening >= 0 && c.head === opening) || (crowd !== null && c.head === 0)) continue;
    if (crowd !== null && c.head === crowd.verb && c.subjects.length === 0) {
      out.push({ ...c, subjects: [crowd.who], relation: "root", parent: -1 });
      continue;
    }
    if (opening >= 0 && c.head === opening + 1 && c.subjects.length === 0) {
      out.push({ ...c, subjects: [opening] });
      continue;
    }
    if (isHyphenated(s, c, words)) continue;
    const above = c.parent < 0 ? null : layers.clauses[c.parent];
    const whole = reshaped(s, freed(layers, s, asVerb(s, c, words), words), above, words);
    out.push(withSeeming(s, mend(s, whole, rootless, words), words));
  }
  return reread(s, out, words);
}

/** "Striking miners occupied a pit": who strikes, though the tree has them struck, and the verb of what they do; null where nobody does. */
function openingCrowd(
  s: Sentence,
  words: EventWords,
): { readonly who: number; readonly verb: number } | null {
  const first =
    s.size > 2 && (s.xpos[0] === "VBG" || s.norms[0].endsWith("ing")) ? childWith(s, 0, "obj") : -1;
  if (first < 0) return null;
  let verb = s.deprels[0] === "csubj" ? s.heads[0] : -1;
  if (s.heads[0] < 0)
    for (let k = s.firstChild[0]; k >= 0; k = s.nextSibling[k])
      if (k > first && s.xpos[k] === "VBD" && COMPLETING.has(s.deprels[k])) verb = k;
  if (verb < 0) return null;
  const entries = words.verbs.get(s.lemmas[0].toLowerCase()) ?? [];
  return entries.some((e) => e.class === "PROTEST") ? { who: first, verb } : null;
}

const COMPLETING = new Set(["xcomp", "ccomp"]);

/** "Fighting raged", "Shelling continued": a noun read as a clause of its own; -1 where there is none. */
const openingGerund = (s: Sentence): number =>
  s.size > 2 && s.xpos[0] === "VBG" && s.heads[0] === 1 && s.deprels[0] === "advcl" && s.xpos[1] === "VBD"
    ? 0
    : -1;

function mend(s: Sentence, given: Clause, rootless: boolean, words: EventWords): Clause {
  const verb = verbOf(given);
  if (s.upos[verb] !== "VERB") return given;
  // "gave Chad a loan": who gets it stands first, whatever the tree calls it.
  if (given.recipients.length === 1 && given.objects.length === 1 && given.support < 0) {
    const [to, what] = [given.objects[0], given.recipients[0]];
    if (to > verb && to < what && !given.passive)
      return mend(s, { ...given, recipients: [to], objects: [what] }, rootless, words);
  }
  // "died in shelling by the army": who shells, and who dies of it.
  if (given.mood === "gerund" && given.relation === "advcl" && given.objects.length === 0 && !given.passive) {
    const by = given.obliques.filter((o) => o.prep === BY && s.upos[o.head] !== "VERB").map((o) => o.head);
    if (by.length > 0 && childWith(s, verb, "mark") >= 0)
      return { ...given, subjects: by, objects: given.subjects };
  }
  const c = withNo(
    s,
    withWholeObject(s, withParticle(s, withAftermath(s, given, words), verb, words), verb, words),
    verb,
    words,
  );
  // "Rebels executed at least 40 men, survivors said": who stands behind the verb without an auxiliary was not its subject.
  if (c.relation === "acl" && c.passive && c.subjects.length === 0 && childWith(s, verb, "aux:pass") < 0) {
    const done = childWith(s, verb, "nsubj:pass");
    if (done > verb && s.heads[verb] < verb)
      return {
        ...c,
        passive: false,
        subjects: [s.heads[verb]],
        objects: [done],
        tense: "past",
        mood: "indicative",
        relation: "ccomp",
      };
  }
  if (
    c.relation === "acl" &&
    !c.passive &&
    (c.subjects.length === 0 || c.subjects[0] === s.heads[verb]) &&
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
    const unmarked = objects.length > 0 && s.deprels[objects[0]] === "obl:unmarked";
    // "broke up a march"
    const thing = unmarked && childWith(s, objects[0], "det") > verb && isThing(s, objects[0], words);
    if (
      objects.length > 0 &&
      (!unmarked || thing) &&
      (complement < 0 || complement === objects[0]) &&
      near(s, verb, objects[0])
    )
      return { ...c, objects, obliques: c.obliques.length > 0 ? c.obliques : obliques };
  }
  return c;
}

/** "army-backed", "UN-brokered": the participle is part of an adjective, whatever the tree says. */
function isHyphenated(s: Sentence, c: Clause, words: EventWords): boolean {
  const t = verbOf(c);
  if (c.kind !== "verbal" || t < 2 || s.norms[t - 1] !== "-" || s.size <= t + 1) return false;
  return (
    s.xpos[t] === "VBN" ||
    LED.has(s.norms[t]) ||
    (words.is("joined", s.norms[t]) && NAMING.has(s.upos[t + 1]))
  );
}

/** A clause that hung on such an adjective stands in its place, and its noun is the subject where there is none. */
function freed(layers: Layers, s: Sentence, c: Clause, words: EventWords): Clause {
  const above = c.parent < 0 ? null : layers.clauses[c.parent];
  // "Two men wanted for murder were extradited": the tree hangs the main verb on the participle.
  if (
    above !== null &&
    c.passive &&
    c.objects.length === 0 &&
    c.relation === "ccomp" &&
    above.tense === "past"
  )
    if (above.head < c.head && above.subjects.length > 0 && c.marker === null)
      return { ...c, objects: above.subjects, relation: above.relation, parent: above.parent };
  if (above === null || above.sentence !== c.sentence || !isHyphenated(s, above, words)) return c;
  const passed = c.subjects.length > 0 && c.subjects[0] > verbOf(c) && c.subjects[0] === above.subjects[0];
  const missing = (c.subjects.length === 0 || passed) && c.kind === "verbal" && !c.passive;
  return {
    ...c,
    subjects: missing ? above.objects : c.subjects,
    parent: above.parent,
    relation: above.relation,
  };
}

/** "was the first country to recognise it": it did; the clause stands in the place of the one that says so. */
function asFirst(layers: Layers, s: Sentence, c: Clause, words: EventWords): Clause | null {
  if (c.relation !== "acl" || c.mood !== "infinitive" || c.subjects.length > 0 || c.passive) return null;
  const above = c.parent < 0 ? null : layers.clauses[c.parent];
  if (above === null || above.kind !== "copular" || above.subjects.length === 0) return null;
  const ranked = childWith(s, above.head, "amod");
  if (ranked < 0 || !words.is("rank", s.norms[ranked])) return null;
  return {
    ...above,
    ...WITHOUT,
    head: c.head,
    kind: "verbal",
    lemma: c.lemma,
    objects: c.objects,
    obliques: c.obliques,
  };
}

const WITHOUT = { support: -1, recipients: [], passive: false } as const;

/** "offered help following riots": what stands behind such a word is no object. */
function withAftermath(s: Sentence, c: Clause, words: EventWords): Clause {
  const after = c.objects.filter(
    (o) => o > 0 && s.upos[o - 1] === "VERB" && words.is("aftermath", s.norms[o - 1]),
  );
  return after.length === 0
    ? c
    : {
        ...c,
        objects: c.objects.filter((o) => !after.includes(o)),
        obliques: [...c.obliques, ...after.map((head) => ({ prep: s.norms[head - 1], head }))],
      };
}

/** "will free no rebels", "no agreement was reached": the clause is negated by its object. */
function withNo(s: Sentence, c: Clause, verb: number, words: EventWords): Clause {
  if (c.negated || words.is("has", s.lemmas[verb])) return c;
  for (const o of c.objects)
    for (let k = s.firstChild[o]; k >= 0 && k < o; k = s.nextSibling[k])
      // not "a no-war pact"
      if (s.deprels[k] === "det" && words.is("no", s.norms[k]) && s.norms[k + 1] !== "-")
        return { ...c, negated: true };
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

/** "fired what appeared to be a missile", "in what it called an error": the thing itself stands below. */
function withSeeming(s: Sentence, c: Clause, words: EventWords): Clause {
  let objects: number[] | null = null;
  for (const [i, o] of c.objects.entries()) {
    const thing = s.upos[o] === "PRON" ? seeming(s, o, words) : -1;
    if (thing < 0) continue;
    objects ??= [...c.objects];
    objects[i] = thing;
  }
  return objects === null ? c : { ...c, objects };
}

/** The noun that a free relative with a verb of seeming or calling comes to, or -1. */
function seeming(s: Sentence, pronoun: number, words: EventWords): number {
  for (let v = s.firstChild[pronoun]; v >= 0; v = s.nextSibling[v]) {
    if (!s.deprels[v].startsWith("acl") || !words.is("seeming", s.lemmas[v])) continue;
    for (let k = s.firstChild[v]; k >= 0; k = s.nextSibling[k]) if (k > v && NAMING.has(s.upos[k])) return k;
  }
  return -1;
}

/** "conducted joint naval patrols": a noun phrase torn in two, whose first word was taken for the object. */
function withWholeObject(s: Sentence, c: Clause, verb: number, words: EventWords): Clause {
  // "froze lending to Chad": the noun of action taken for what is done next.
  if (
    c.objects.length === 0 &&
    c.support < 0 &&
    s.xpos[verb + 1] === "VBG" &&
    s.deprels[verb + 1] === "xcomp"
  )
    if ((words.nouns.get(s.norms[verb + 1])?.groups.length ?? 0) > 0 && childWith(s, verb + 1, "obj") < 0)
      return { ...c, objects: [verb + 1], obliques: [...c.obliques, ...below(s, verb + 1)] };
  const first = c.objects.length === 1 ? c.objects[0] : -1;
  if (first <= verb || c.support >= 0) return c;
  // "gave the government 10 million dollars": what is given, hung on who gets it.
  const hung = c.recipients.length === 0 ? giftBelow(s, c, first, words) : -1;
  if (hung >= 0)
    return { ...c, recipients: [first], objects: [hung], obliques: [...c.obliques, ...below(s, hung)] };
  // "gave the miners the right to strike": what is given was taken for a measure of time.
  const given = givenAfter(s, c, first, words);
  if (given !== null)
    return {
      ...c,
      recipients: [first],
      objects: [given.head],
      obliques: c.obliques.filter((x) => x !== given),
    };
  // "closed a pro-Kurdish newspaper", cut at the hyphen.
  if (s.norms[first + 1] === "-" && s.ends[first] === s.starts[first + 1]) {
    const { objects } = chunksAfter(s, verb);
    if (objects.length > 0 && objects[0] > first) return { ...c, objects };
  }
  // "opened a money laundering inquiry": the middle one taken for a verb.
  const held =
    s.xpos[first + 1] === "VBG" && s.heads[first + 1] === first ? childWith(s, first + 1, "obj") : -1;
  if (held === first + 2 && words.nouns.get(s.lemmas[held])?.class != null)
    return { ...c, objects: [held], obliques: [...c.obliques, ...below(s, held)] };
  // "launched a ground offensive", "held a mass rally", whose last word was taken for an adjective or adverb behind its noun.
  const last = first + 1;
  const stray =
    s.upos[last] === "ADJ" ? s.heads[last] === first : s.upos[last] === "ADV" && s.heads[last] === verb;
  if (stray && words.nouns.get(s.norms[last])?.class != null)
    return { ...c, objects: [last], obliques: [...c.obliques, ...below(s, last)] };
  for (const o of c.obliques) {
    if (o.prep !== "" || o.head <= first || o.head - first > 3 || !NAMING.has(s.upos[o.head])) continue;
    let whole = true;
    for (let t = first + 1; t < o.head; t++) if (!INSIDE.has(s.upos[t])) whole = false;
    if (whole && s.deprels[o.head] !== "obl:unmarked")
      return { ...c, objects: [o.head], obliques: c.obliques.filter((x) => x !== o) };
  }
  return c;
}

/** The noun that stands right behind a verb's first object without a preposition, where the verb is one of giving; or -1. */
function giftBelow(s: Sentence, c: Clause, first: number, words: EventWords): number {
  const next = s.upos[first + 1];
  if (next !== "DET" && next !== "NUM" && next !== "SYM") return -1;
  if (words.verbs.get(c.lemma)?.some((e) => e.recipient.includes("iobj")) !== true) return -1;
  for (let k = s.firstChild[first]; k >= 0; k = s.nextSibling[k]) {
    if (k <= first + 1 || !NAMING.has(s.upos[k]) || childWith(s, k, "case") >= 0) continue;
    if (GIFTS.has(s.deprels[k]) && isThing(s, k, words)) return k;
  }
  return -1;
}

const GIFTS = new Set(["obj", "acl:relcl", "nmod:unmarked", "obl:unmarked", "dep", "nmod"]);

function givenAfter(s: Sentence, c: Clause, first: number, words: EventWords): Oblique | null {
  if (s.upos[first] !== "PROPN" && s.upos[first] !== "PRON" && s.xpos[first] !== "NNS") return null;
  for (const o of c.obliques)
    if (o.prep === "" && o.head > first && childWith(s, o.head, "det") > first && isThing(s, o.head, words))
      return o;
  return null;
}

/** A noun of deeds or things, not of time. */
function isThing(s: Sentence, t: number, words: EventWords): boolean {
  if (s.upos[t] !== "NOUN") return false;
  const n = words.nouns.get(s.lemmas[t].toLowerCase());
  return n !== undefined && !n.groups.includes("spell") && !n.groups.includes("duration");
}

function below(s: Sentence, token: number): Oblique[] {
  const out: Oblique[] = [];
  for (let k = s.firstChild[token]; k >= 0; k = s.nextSibling[k])
    if (k > token && (s.deprels[k] === "obl" || s.deprels[k] === "nmod"))
      out.push({ prep: preposition(s, k), head: k });
  return out;
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
