import { childWith, type Lexicon, type Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import {
  actorsAt,
  beginnings,
  beginsOne,
  clausePhrase,
  corePhrase,
  longestKeys,
  members,
  mentionAt,
  nounPhrase,
  speaker,
  subtreeHas,
} from "../phrases/index.js";
import type { Actor, Clause } from "../types.js";
import type { Content, ContentWords } from "./content.js";
import { contentAfter } from "./content-after.js";
import { createForWhom } from "./for-whom.js";
import type { Found } from "./found.js";
import { possessor, stateAt } from "./holders.js";
import { createMatter } from "./matter.js";
import { NOT_HELD } from "./not-held.js";
import { behindWith, predicateOf } from "./standing-parts.js";

/** Most tokens between a noun and the copula behind it. */
const BACK = 3;

/**
 * Stands told by a copula: "an end to the siege remains Oslo's first demand", "top of its list is a truce", "access is a must for
 * Oslo", "nothing short of a treaty will satisfy Oslo".
 */
export function createEquated(
  lexicon: Lexicon,
  words: ContentWords,
): (layers: Layers, clause: Clause) => Found | null {
  const cue = (cls: string): ReadonlySet<string> => members(lexicon, "stances/cues", "class", cls);
  const own = (cls: string): ReadonlySet<string> => members(lexicon, "stances/position-cues", "class", cls);
  const aims = new Set(
    ["policy", "firm", "demand", "red-line"].flatMap((c) => [
      ...members(lexicon, "stances/position-nouns", "class", c),
    ]),
  );
  const [listed, by, exist, negators] = [own("listed"), cue("owner-of"), cue("exist"), cue("negator")];
  const [paramount, refused, openers] = [cue("paramount"), cue("refused-as"), cue("for-whom")];
  const ours = own("ours");
  const [ranked, meets, metNo, inside] = [own("ranked"), own("meets"), own("met-no"), own("within-place")];
  const meeting = beginnings(meets);
  const [undertaking, noTalk, topics, more] = [
    cue("undertaking"),
    own("no-talk"),
    cue("about"),
    own("no-more"),
  ];
  const [satisfies, below, nothing] = [own("satisfies"), own("below"), cue("nothing")];
  const issues = lexicon.list("stances/issues");
  const matter = createMatter(lexicon);
  const forWhom = createForWhom(lexicon);

  return (layers, clause) => {
    const s = layers.parsed.sentences[clause.sentence];
    const bare =
      nothingBelow(layers, s, clause) ?? metWith(layers, s, clause) ?? thereIsNone(layers, s, clause);
    if (bare !== null) return bare;
    const copular = clause.kind === "copular" || clause.kind === "adjectival";
    if ((!copular && !exist.has(clause.lemma)) || clause.negated || clause.tense === "none") return null;
    if (NOT_HELD.has(layers.facts.factuality(clause.index).status)) return null;
    const predicate = predicateOf(s, clause);
    return (
      isDemand(layers, s, clause, predicate) ??
      isOurs(layers, s, clause, predicate) ??
      toWhom(layers, s, clause, predicate)
    );
  };

  function known(layers: Layers, s: Sentence, t: number): boolean {
    return subtreeHas(s, t, issues) || matter(layers, s, t);
  }

  /** "is one of its demands": the noun that counts. */
  function demandAt(s: Sentence, predicate: number): number {
    // "is in the interest of both": good for them, and none of their demands.
    if (s.upos[predicate] === "NOUN")
      return aims.has(s.lemmas[predicate]) && childWith(s, predicate, "case") < 0 ? predicate : -1;
    if (s.upos[predicate] !== "NUM" && s.upos[predicate] !== "PRON") return -1;
    return behindWith(s, predicate, by).find((t) => aims.has(s.lemmas[t])) ?? -1;
  }

  function isDemand(layers: Layers, s: Sentence, clause: Clause, predicate: number): Found | null {
    const demand = demandAt(s, predicate);
    if (demand >= 0) {
      const topic = clause.subjects.find((t) => s.upos[t] === "NOUN" || s.upos[t] === "PROPN");
      const holders = possessor(layers, s.index, demand, by);
      return topic === undefined || !known(layers, s, topic) ? null : found(layers, s, topic, holders);
    }
    if (
      clause.subjects.some((t) => s.upos[t] === "NOUN" && !ranked.has(s.lemmas[t])) ||
      s.upos[predicate] !== "NOUN"
    )
      return null;
    // "top of its list is a truce": where the tree has no subject.
    const is = copulaBefore(s, predicate);
    for (let t = is - 1; is >= 0 && t >= 0 && t >= is - BACK; t--)
      if (s.upos[t] === "NOUN" && (aims.has(s.lemmas[t]) || listed.has(s.lemmas[t]))) {
        const holders = possessor(layers, s.index, t, by);
        return known(layers, s, predicate) ? found(layers, s, predicate, holders) : null;
      }
    return null;
  }

  /** "The island is ours", "has always been Peruvian", in the mouth of whose it is said to be. */
  function isOurs(layers: Layers, s: Sentence, clause: Clause, predicate: number): Found | null {
    const topic = clause.subjects.find((t) => s.upos[t] === "NOUN" && t < predicate);
    if (topic === undefined || !known(layers, s, topic)) return null;
    const voice = layers.facts.voice(clause.index);
    if (voice.party === null) return null;
    const m =
      s.upos[predicate] === "ADJ" || s.upos[predicate] === "PROPN"
        ? mentionAt(layers, s.index, predicate)
        : null;
    const land = m !== null && m.form === "demonym" && layers.entities[m.entity].code === voice.party;
    if (!land && !ours.has(s.norms[predicate])) return null;
    const own = speaker(layers, voice);
    if (own === null || own.code === null) return null;
    const made = found(layers, s, topic, [own]);
    const stance = clausePhrase(layers.parsed.document, s, predicate).text;
    return made === null ? null : { ...made, content: { ...made.content, stance } };
  }

  /** "is a must for Oslo", "is anathema to Oslo", "for whom it is indispensable". */
  function toWhom(layers: Layers, s: Sentence, clause: Clause, predicate: number): Found | null {
    const vital = paramount.has(s.lemmas[predicate]);
    if (!vital && !refused.has(s.lemmas[predicate])) return null;
    const topic = clause.subjects.findLast((t) => s.upos[t] === "NOUN" || s.xpos[t] === "VBG");
    if (topic === undefined || !known(layers, s, topic)) return null;
    const holders = [...behind(layers, s, predicate), ...forWhom(layers, clause)];
    return found(layers, s, topic, holders.slice(0, 1), vital ? "holds" : "rejects");
  }

  /** "nothing short of a treaty will satisfy Oslo", "will do", said by whoever it is. */
  function nothingBelow(layers: Layers, s: Sentence, clause: Clause): Found | null {
    if (clause.kind !== "verbal" || !satisfies.has(clause.lemma)) return null;
    const none = clause.subjects.find((t) => negators.has(s.norms[t]) || nothing.has(s.norms[t]));
    if (none === undefined || !below.has(s.norms[none + 1])) return null;
    const content = contentAfter(layers.parsed.document, s, none + 2, ["np"], words);
    if (content === null) return null;
    const named = [...clause.objects, ...clause.obliques.map((o) => o.head)].flatMap((t) =>
      actorsAt(layers, s.index, t),
    );
    const own = named.length > 0 ? named : [speaker(layers, layers.facts.voice(clause.index))];
    return made(content, own.filter((a): a is Actor => a !== null && a.code !== null).slice(0, 1), "holds");
  }

  /** "met with opposition from Oslo", "ran into resistance in Oslo". */
  function metWith(layers: Layers, s: Sentence, clause: Clause): Found | null {
    if (clause.kind !== "verbal" || clause.passive || clause.negated) return null;
    if (!beginsOne(layers, clause, meeting)) return null;
    if (!longestKeys(layers, clause).some((k) => meets.has(k))) return null;
    if (NOT_HELD.has(layers.facts.factuality(clause.index).status)) return null;
    const no = [...clause.objects, ...clause.obliques.map((o) => o.head)].find((t) => metNo.has(s.lemmas[t]));
    const topic = clause.subjects.find((t) => s.upos[t] === "NOUN");
    if (no === undefined || topic === undefined || !known(layers, s, topic)) return null;
    const from = [
      ...behindWith(s, no, inside),
      ...clause.obliques.filter((o) => inside.has(o.prep) && o.head > no).map((o) => o.head),
    ].flatMap((t) => stateAt(layers, s.index, t));
    const holders = from.length > 0 ? from : possessor(layers, s.index, no, by);
    return found(layers, s, topic, holders, "rejects");
  }

  /** "There will be no toll", "there can be no talk of a toll", said by whoever it is. */
  function thereIsNone(layers: Layers, s: Sentence, clause: Clause): Found | null {
    if (!undertaking.has(clause.modal ?? "")) return null;
    const voice = layers.facts.voice(clause.index);
    if (voice.party === null) return null;
    const copula = exist.has(clause.lemma);
    const thing = copula ? [...clause.subjects, ...clause.objects].find((t) => t > clause.head) : clause.head;
    if (thing === undefined || s.upos[thing] !== "NOUN" || childWith(s, clause.head, "expl") < 0) return null;
    let denied = false;
    for (let c = s.firstChild[thing]; c >= 0 && c < thing; c = s.nextSibling[c])
      denied ||= negators.has(s.norms[c]) && !more.has(s.norms[c + 1]);
    if (!denied) return null;
    const about = noTalk.has(s.lemmas[thing]) ? behindWith(s, thing, topics)[0] : thing;
    if (about === undefined || !known(layers, s, about)) return null;
    const own = speaker(layers, voice);
    return own === null || own.code === null ? null : found(layers, s, about, [own], "rejects");
  }

  function behind(layers: Layers, s: Sentence, predicate: number): Actor[] {
    for (let c = s.firstChild[predicate]; c >= 0; c = s.nextSibling[c]) {
      if (c < predicate || s.firstChild[c] < 0 || !openers.has(s.norms[s.firstChild[c]])) continue;
      const actors = actorsAt(layers, s.index, c).filter((a) => a.code !== null);
      if (actors.length > 0) return actors;
    }
    return [];
  }

  function copulaBefore(s: Sentence, predicate: number): number {
    for (let c = s.firstChild[predicate]; c >= 0 && c < predicate; c = s.nextSibling[c])
      if (s.deprels[c] === "cop") return c;
    return -1;
  }
}

function found(
  layers: Layers,
  s: Sentence,
  topic: number,
  holders: readonly Actor[],
  move: Found["move"] = "holds",
): Found | null {
  const doc = layers.parsed.document;
  if (s.xpos[topic] === "VBG") {
    const { text } = clausePhrase(doc, s, topic);
    return made({ head: topic, issue: text, stance: text, noun: -1 }, holders, move);
  }
  const content = {
    head: topic,
    issue: corePhrase(doc, s, topic).text,
    stance: nounPhrase(doc, s, topic).text,
    noun: -1,
  };
  return made(content, holders, move);
}

const made = (content: Content, holders: readonly Actor[], move: Found["move"]): Found | null =>
  holders.length === 0 ? null : { rule: "position/equated", content, holders, move, force: "stated" };
