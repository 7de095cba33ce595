import { type Sentence, subtreeRange } from "../../language/index.js";
import { verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { BY, NOUN_OPENERS } from "./function-words.js";
import type { EventWords } from "./words.js";

/** Clauses of a sentence whose tree took its main clause for another one: each reading puts two clauses in each other's place. */
export function reread(s: Sentence, clauses: Clause[], words: EventWords): Clause[] {
  if (clauses.length < 2) return clauses;
  return openingNoun(s, reducedRelative(s, speechBehind(s, clauses, words), words), words);
}

/** "The raid was an outrage, Chad's president fumed": who says it, taken for a relative clause of its last noun, or for what is told. */
function speechBehind(s: Sentence, clauses: Clause[], words: EventWords): Clause[] {
  for (const [i, d] of clauses.entries()) {
    const behind = d.relation === "ccomp" && d.marker === null && d.tense === "past";
    if ((d.relation !== "acl:relcl" && !behind) || d.passive || d.subjects.length === 0) continue;
    const verb = verbOf(d);
    const who = behind ? d.subjects[d.subjects.length - 1] : d.subjects[0];
    const first = subtreeRange(s, who)[0];
    if (first < 1 || s.norms[first - 1] !== "," || who > verb || first <= s.heads[verb]) continue;
    if (words.verbs.get(d.lemma)?.some((e) => e.operator === "say") !== true) continue;
    const at = clauses.findIndex((x) => x.head === s.heads[verb] && x.relation === "root");
    if (at < 0) continue;
    const said = clauses[at];
    const out = [...clauses];
    out[i] = {
      ...d,
      subjects: behind ? [who] : d.subjects,
      objects: [],
      relation: "root",
      parent: said.parent,
    };
    out[at] = { ...said, relation: "ccomp", parent: d.index };
    // What stands before the comma belongs to what is said.
    return out.map((x) =>
      x.parent === d.index && x.head < first && x !== out[at] ? { ...x, parent: said.index } : x,
    );
  }
  return clauses;
}

/** "Rations dropped by Chadian planes reached the town": the first verb says which rations, the second what they did. */
function reducedRelative(s: Sentence, clauses: Clause[], words: EventWords): Clause[] {
  const c = clauses.find((x) => x.relation === "root" && x.kind === "verbal");
  if (c === undefined || c.passive || c.support >= 0 || c.objects.length > 0 || c.subjects.length !== 1)
    return clauses;
  const verb = verbOf(c);
  if (s.heads[verb] >= 0 || s.xpos[verb] !== "VBD" || c.subjects[0] > verb) return clauses;
  const by = c.obliques.filter(
    (o) => o.prep === BY && s.upos[o.head] !== "VERB" && !words.is("measure", s.lemmas[o.head]),
  );
  if (by.length === 0) return clauses;
  const d = clauses.find(
    (x) =>
      x.parent === c.index &&
      x.marker === null &&
      x.kind === "verbal" &&
      x.subjects.length === 0 &&
      x.head > by[0].head &&
      (x.relation === "advcl"
        ? !x.passive && x.tense === "past" && x.mood === "indicative"
        : // "soldiers backed by jets crossed": what the jets are said to be is what the soldiers did.
          x.relation === "acl" && x.passive && s.heads[x.head] === by[0].head && isDoneTo(c, words)),
  );
  if (d === undefined) return clauses;
  for (let t = verb; t < verbOf(d); t++) if (s.norms[t] === ",") return clauses;
  return clauses.map((x) =>
    x === c
      ? {
          ...c,
          passive: true,
          subjects: by.map((o) => o.head),
          objects: c.subjects,
          obliques: c.obliques.filter((o) => !by.includes(o)),
          relation: "acl",
          parent: d.index,
        }
      : x === d
        ? {
            ...d,
            subjects: c.subjects,
            objects: d.objects.filter((o) => o > verbOf(d)),
            passive: false,
            tense: "past",
            mood: "indicative",
            relation: "root",
            parent: c.parent,
          }
        : x,
  );
}

/** Whether a verb is one that is done to somebody. */
const isDoneTo = (c: Clause, words: EventWords): boolean =>
  words.verbs.get(c.lemma)?.some((e) => e.particle === "" && e.recipient.includes("obj")) === true;

/** "Aid to Chad has been put on ice": the noun that opens the sentence, taken for a command. */
function openingNoun(s: Sentence, clauses: Clause[], words: EventWords): Clause[] {
  const c = clauses[0];
  if (c.head !== 0 || s.upos[0] !== "VERB" || c.subjects.length > 0 || s.heads[0] >= 0) return clauses;
  if (!NOUN_OPENERS.has(s.norms[1]) || words.nouns.get(s.lemmas[0].toLowerCase())?.class == null)
    return clauses;
  const d = clauses.find((x) => x.parent === c.index && x.tense !== "none" && x.kind === "verbal");
  if (d === undefined || verbOf(d) < 2) return clauses;
  const own = d.passive ? { objects: [0] } : { subjects: [0] };
  return clauses
    .filter((x) => x !== c)
    .map((x) => (x === d ? { ...d, ...own, relation: "root", parent: c.parent } : x));
}
