import type { Layers } from "../layers.js";
import { actorsAt, actorsBefore, mentionAt, speaker, verbOf } from "../phrases/index.js";
import type { Actor, Clause } from "../types.js";
import type { Content } from "./content.js";
import type { PositionRule } from "./rule.js";

/** Who holds what a rule read from a clause: its subject, whoever stands before it, or whoever speaks. */
export function holdersOf(
  l: Layers,
  clause: Clause,
  rule: PositionRule,
  content: Content,
  firstPerson: ReadonlySet<string>,
): Actor[] {
  if (rule.content[0] === "subject-noun") return possessor(l, clause.sentence, content.noun);
  const passiveState =
    clause.passive && clause.subjects.length === 0 && (rule.verbs === "stative" || rule.verbs === "against");
  for (const subject of passiveState ? clause.objects : clause.subjects) {
    if (isPopulation(l, clause.sentence, subject)) return [];
    const actors = actorsAt(l, clause.sentence, subject).filter((a) => a.code !== null);
    if (actors.length > 0) return actors;
  }
  if ((clause.tense !== "none" || clause.relation === "root") && !clause.passive) {
    const actors = actorsBefore(l, clause.sentence, verbOf(clause)).filter((a) => a.code !== null);
    if (actors.length > 0) return actors;
  }
  const s = l.parsed.sentences[clause.sentence];
  const first = clause.subjects.some((t) => firstPerson.has(s.norms[t]));
  const own = first || isReported(l, clause) ? speaker(l, l.facts.voice(clause.index)) : null;
  if (own !== null && own.code !== null) return [own];
  return content.noun >= 0 && clause.subjects.length === 0 ? possessor(l, clause.sentence, content.noun) : [];
}

/** "Ukraine said it was prepared": a pronoun that parsers take for an empty one is whoever speaks. */
function isReported(l: Layers, clause: Clause): boolean {
  if (clause.relation !== "ccomp" || clause.subjects.length > 0) return false;
  const s = l.parsed.sentences[clause.sentence];
  for (let c = s.firstChild[clause.head]; c >= 0 && c < clause.head; c = s.nextSibling[c])
    if (s.xpos[c] === "PRP") return true;
  return false;
}

/** "most Georgians", "Georgians": the people of a state, for whom nobody speaks; "the Palestinians" are a side. */
function isPopulation(layers: Layers, sentence: number, token: number): boolean {
  const s = layers.parsed.sentences[sentence];
  const m = mentionAt(layers, sentence, token);
  if (m === null || m.form !== "demonym" || !/^NNP?S$/.test(s.xpos[token])) return false;
  let article = false;
  for (let c = s.firstChild[token]; c >= 0 && c < token; c = s.nextSibling[c]) {
    if (s.upos[c] === "ADJ" || s.upos[c] === "NUM") return true;
    if (s.upos[c] === "DET") article = true;
  }
  return !article && layers.entities[m.entity].kind === "state";
}

/** "Ankara's demand", "Turkish opposition": who owns a noun. */
function possessor(layers: Layers, sentence: number, noun: number): Actor[] {
  const s = layers.parsed.sentences[sentence];
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    if (s.deprels[c] !== "nmod:poss" && s.deprels[c] !== "amod" && s.deprels[c] !== "compound") continue;
    const actors = actorsAt(layers, sentence, c).filter((a) => a.code !== null);
    if (actors.length > 0) return actors;
  }
  return [];
}
