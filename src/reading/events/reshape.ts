import { childWith, type Sentence } from "../../language/index.js";
import { verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { chunksAfter } from "./chunks.js";
import { WITH } from "./function-words.js";
import type { EventWords } from "./words.js";

/** Clauses whose subject the tree hung elsewhere, or took for the object: each reading looks for one shape, and most find none. */
export function reshaped(s: Sentence, c: Clause, above: Clause | null, words: EventWords): Clause {
  const active = withTime(s, withoutAuxiliary(s, asRelative(s, c), above, words), words);
  return above === null
    ? active
    : asTold(s, asSaid(s, withAbsolute(s, active, above), above, words), above, words);
}

/** "they would blockade the port": a verb behind its auxiliary, tagged as a noun. */
export function asVerb(s: Sentence, c: Clause, words: EventWords): Clause {
  if (c.kind !== "nominal" || c.support >= 0) return c;
  const t = c.head;
  const aux = childWith(s, t, "aux");
  const subject = aux < 0 || aux > t || s.xpos[aux] !== "MD" ? -1 : childWith(s, t, "nsubj");
  const lemma = words.forms.get(s.norms[t]);
  if (subject < 0 || subject > aux || lemma === undefined || childWith(s, t, "cop") >= 0) return c;
  const { objects, obliques } = chunksAfter(s, t);
  const own = {
    kind: "verbal",
    lemma,
    subjects: [subject],
    objects,
    obliques,
    modal: s.lemmas[aux],
  } as const;
  return { ...c, ...own, tense: "future", mood: "indicative" };
}

/** "agreed with Chad and Mali, which back the rebels": who is meant stands before the comma, though the tree hangs the clause on the verb. */
function asRelative(s: Sentence, c: Clause): Clause {
  if (c.relation !== "advcl" || c.subjects.length !== 1 || c.kind !== "verbal") return c;
  const who = c.subjects[0];
  if (s.xpos[who] !== "WDT" && s.xpos[who] !== "WP") return c;
  let noun = who - 1;
  while (noun > 0 && s.upos[noun] === "PUNCT") noun--;
  if (noun < 0 || !NAMING.has(s.upos[noun])) return c;
  while (INNER.has(s.deprels[noun]) && s.heads[noun] >= 0) noun = s.heads[noun];
  // One thing "which backs", several "which back".
  const first = s.deprels[noun] === "conj" && s.xpos[verbOf(c)] === "VBP" ? s.heads[noun] : -1;
  return { ...c, relation: "acl:relcl", subjects: first < 0 ? [noun] : [first, noun] };
}

/**
 * "nine were killed and 20 others wounded", "with the press denied access": a participle whose auxiliary is left out, taken for a verb
 * in the past; who stands before it is done to.
 */
function withoutAuxiliary(s: Sentence, c: Clause, above: Clause | null, words: EventWords): Clause {
  const verb = verbOf(c);
  if (c.passive || c.kind !== "verbal" || c.support >= 0 || c.subjects.length === 0) return c;
  if (s.xpos[verb] !== "VBD" && s.xpos[verb] !== "VBN") return c;
  if (childWith(s, verb, "aux") >= 0 || !words.past.has(s.norms[verb])) return c;
  const mark = childWith(s, verb, "mark");
  const absolute = mark >= 0 && s.norms[mark] === WITH;
  const shared =
    c.relation === "conj" &&
    above?.passive === true &&
    c.objects.length === 0 &&
    isTransitive(s, verb, words);
  if (!absolute && !shared) return c;
  return absolute
    ? { ...c, passive: true, relation: "advcl", objects: [...c.subjects, ...c.objects], subjects: [] }
    : { ...c, passive: true, objects: c.subjects, subjects: [] };
}

/** "with many states recognizing it": who does what the participle says stands behind "with". */
function withAbsolute(s: Sentence, c: Clause, above: Clause): Clause {
  const verb = verbOf(c);
  if (c.relation !== "advcl" || c.mood !== "gerund" || c.marker !== null || c.passive) return c;
  const who = above.obliques.findLast((o) => o.prep === WITH && o.head < verb && o.head > above.head);
  if (who === undefined) return c;
  for (let t = who.head + 1; t < verb; t++)
    if ((s.upos[t] === "VERB" && s.deprels[t] !== "case") || s.upos[t] === "AUX") return c;
  return { ...c, subjects: [who.head] };
}

/** "since Chadian troops invaded": who did it, hung on the verb above as if it were a time. */
function withTime(s: Sentence, c: Clause, words: EventWords): Clause {
  const verb = verbOf(c);
  const who = verb - 1;
  if (c.relation !== "advcl" || c.passive || c.kind !== "verbal" || who < 1 || s.xpos[verb] === "VBG")
    return c;
  if (!s.deprels[who].startsWith("obl") || s.heads[who] === verb || !NAMING.has(s.upos[who])) return c;
  if (childWith(s, verb, "nsubj") >= 0 || childWith(s, verb, "mark") >= 0) return c;
  const marker = childWith(s, who, "case");
  if (marker < 0 || !words.is("aftermath", s.norms[marker])) return c;
  return { ...c, subjects: [who], tense: "past", mood: "indicative", marker: s.norms[marker] };
}

/** "said in a report that police tortured suspects": what is said, hung on where it was said. */
function asSaid(s: Sentence, c: Clause, above: Clause | null, words: EventWords): Clause {
  const verb = verbOf(c);
  const noun = s.heads[verb];
  if (c.relation !== "acl" || c.marker === null || above === null || noun < 0 || noun > verb) return c;
  if (!s.deprels[noun].startsWith("obl") || !words.verbs.get(above.lemma)?.some((e) => e.operator === "say"))
    return c;
  const who = childWith(s, verb, "nsubj");
  if (who < 0 || who > verb) return c;
  return {
    ...c,
    relation: "ccomp",
    passive: false,
    subjects: [who],
    objects: c.objects.filter((o) => o > verb),
    tense: "past",
    mood: "indicative",
  };
}

/** "Chad says Mali, Niger to resume talks", of a headline: who is told of does it. */
function asTold(s: Sentence, c: Clause, above: Clause | null, words: EventWords): Clause {
  if (c.relation !== "xcomp" || c.mood !== "infinitive" || above === null || above.objects.length === 0)
    return c;
  if (above.objects.some((o) => o > c.head || s.upos[o] !== "PROPN")) return c;
  if (!words.verbs.get(above.lemma)?.some((e) => e.operator === "say" && e.particle === "")) return c;
  return { ...c, subjects: above.objects, relation: "ccomp", tense: "future", modal: "be_to" };
}

const INNER = new Set(["flat", "compound", "nmod", "appos"]);

const NAMING = new Set(["NOUN", "PROPN"]);

const isTransitive = (s: Sentence, verb: number, words: EventWords): boolean =>
  words.verbs
    .get(s.lemmas[verb].toLowerCase())
    ?.every((e) => e.particle !== "" || e.recipient[0] === "obj") === true;
