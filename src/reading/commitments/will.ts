import { isMain, type Lexicon, type Sentence } from "../../language/index.js";
import type { Span } from "../../text/index.js";
import { createConditionOf, doersOf, endOf, isTold, loadActWords, sides } from "../acts/index.js";
import type { Layers } from "../layers.js";
import {
  actorsAt,
  clausePhrase,
  members,
  ownRange,
  slice,
  subtreeHas,
  verbOf,
  verbPhrase,
} from "../phrases/index.js";
import type { Actor, Clause, CommitmentItem } from "../types.js";
import { commitment, dueWithin } from "./build.js";
import { createSteps, hasMore } from "./steps.js";

/**
 * "We will withdraw by May", "said it would lift the embargo once ...": a party that tells what it will itself do, where that can be
 * checked: a deed of `deals/deeds`, or anything with a date or a condition. Meetings and visits are left to the finder of meetings.
 */
export function createWill(lexicon: Lexicon): (layers: Layers, clause: Clause) => CommitmentItem | null {
  const words = loadActWords(lexicon);
  const conditionOf = createConditionOf(lexicon);
  const future = members(lexicon, "deals/cues", "class", "future-modal");
  const plain = [...members(lexicon, "deals/cues", "class", "plain-future")][0];
  const speech = lexicon.list("voice/speech");
  const steps = createSteps(lexicon);
  const talks = lexicon.list("stances/negotiation-nouns");
  const announcing = members(lexicon, "deals/cues", "class", "announcing");
  const threats = members(lexicon, "deals/cues", "class", "threat");
  const again = members(lexicon, "deals/cues", "class", "doing-so");
  const so = members(lexicon, "deals/cues", "class", "so");
  const states = members(lexicon, "deals/cues", "class", "state-reached");
  /** "warned that it would cut the gas": who threatens binds nobody. */
  const isThreat = (s: Sentence, cue: Span | null): boolean => {
    const t = cue === null ? -1 : s.starts.indexOf(cue.start);
    return t >= 0 && threats.has(s.lemmas[t]);
  };
  return (layers, c) => {
    if (c.negated || c.modal === null || !future.has(c.modal)) return null;
    if (c.passive || c.kind === "copular" || c.kind === "adjectival") return announced(layers, c);
    if (c.kind !== "verbal") return null;
    if (
      c.objects.length === 0 &&
      c.relation === "ccomp" &&
      c.subjects.every((t) => actorsAt(layers, c.sentence, t).length === 0)
    )
      return announced(layers, c);
    if (again.has(c.lemma) && so.has(layers.parsed.sentences[c.sentence].norms[c.head + 1]))
      return doesSo(layers, c);
    if (steps.isMeeting(layers, c) || steps.isNone(c) || c.aspect !== "simple") return null;
    const voice = layers.facts.voice(c.index);
    const told = voice.kind === "outlet" && c.modal === plain;
    if (told ? !isMain(c.relation) : voice.cue === null) return null;
    const over = c.parent < 0 ? null : layers.clauses[c.parent];
    if (over?.negated === true) return null;
    if (c.relation === "advcl" || c.relation.startsWith("acl") || c.marker === "if") return null;
    const s = layers.parsed.sentences[c.sentence];
    if (isThreat(s, voice.cue) || (over !== null && threats.has(over.lemma))) return null;
    // "would release no more", "will sign nothing": what is not to be done.
    if (s.upos[c.head + 1] !== "PUNCT" && words.negators.has(s.norms[c.head + 1])) return null;
    if (!underSpeech(layers, c) || isRelative(s, c)) return null;
    const by: Actor[] = doersOf(layers, c, words);
    if (by.length === 0 || (!told && !by.some((a) => isSpeaker(layers, c, a, speech)))) return null;
    const [from, to] = ownRange(s, c);
    const condition = conditionOf(layers, s, from, Math.max(to, c.head + 1));
    const deadline = layers.facts.deadline(c.index);
    const deed = steps.isDeed(layers, c) && hasMore(layers, c);
    if (!deed && condition === null && deadline === null) {
      layers.trace?.({
        rule: "commitment/will",
        sentence: c.sentence,
        token: c.head,
        why: "no deed that can be checked, date or condition",
      });
      return null;
    }
    if (told && (!deed || !by.every((a) => isState(layers, a)))) return null;
    if (!deed && c.objects.length === 0) return null;
    const whole = verbPhrase(layers.parsed.document, s, c.head);
    return commitment(layers, {
      shape: "will",
      type:
        condition !== null
          ? "conditional-commitment"
          : sides(by) > 1
            ? "joint-commitment"
            : "unilateral-undertaking",
      clause: c,
      sentence: c.sentence,
      token: verbOf(c),
      by,
      to: [],
      what: slice(layers.parsed.document, s, whole.from, endOf(layers, s, c.head, whole.to, words)).text,
      deadline,
      condition,
    });
  };

  /** "is ready to waive visas, and will do so from May": what was told before, in this sentence or the one in front of it. */
  function doesSo(layers: Layers, c: Clause): CommitmentItem | null {
    const s = layers.parsed.sentences[c.sentence];
    const by = doersOf(layers, c, words);
    if (!isMain(c.relation) || by.length === 0 || layers.facts.voice(c.index).kind !== "outlet") return null;
    let deed: Clause | null = null;
    for (const at of [c.sentence - 1, c.sentence])
      for (const i of layers.clausesBySentence[at] ?? []) {
        const x = layers.clauses[i];
        if (x.index < c.index && x.kind === "verbal" && x.mood === "infinitive" && steps.isDeed(layers, x))
          deed = x;
      }
    if (deed === null) return null;
    const from = layers.parsed.sentences[deed.sentence];
    const whole = verbPhrase(layers.parsed.document, from, deed.head);
    return commitment(layers, {
      shape: "will",
      type: sides(by) > 1 ? "joint-commitment" : "unilateral-undertaking",
      clause: c,
      sentence: c.sentence,
      token: c.head,
      by,
      to: [],
      what: slice(layers.parsed.document, from, whole.from, endOf(layers, from, deed.head, whole.to, words))
        .text,
      deadline: layers.facts.deadline(c.index) ?? dueWithin(layers, s, c.head, s.size),
      condition: null,
    });
  }

  /** "Oslo announced that the quota would be cut by May": by whoever announces it; what is only said has nobody, and needs a day. */
  function announced(layers: Layers, c: Clause): CommitmentItem | null {
    const over = c.parent < 0 ? null : layers.clauses[c.parent];
    const voice = layers.facts.voice(c.index);
    if (over === null || c.relation !== "ccomp" || over.negated || !isTold(layers, over, words.done))
      return null;
    if (threats.has(over.lemma) || c.aspect !== "simple" || !underSpeech(layers, c)) return null;
    if (c.subjects.some((t) => actorsAt(layers, c.sentence, t).length > 0)) return null;
    const binding = announcing.has(over.lemma);
    if (!binding && !speech.has(over.lemma)) return null;
    const s = layers.parsed.sentences[c.sentence];
    // "would be home by May", "will be open by then".
    const state = c.kind !== "verbal";
    if (state && !(binding && states.has(s.lemmas[c.head]))) return null;
    const deed = state || steps.isDeed(layers, c);
    const deadline = layers.facts.deadline(c.index) ?? dueWithin(layers, s, c.head, s.size);
    const condition = conditionOf(layers, s, c.head, s.size);
    if (!(binding ? deed || deadline !== null : deed && deadline !== null)) return null;
    const thing = (c.passive ? c.objects : c.subjects).find((t) => t < c.head) ?? -1;
    // "the bridge would reopen in May": of what happens by itself, nothing is announced but of matters.
    if (
      !state &&
      !c.passive &&
      (thing < 0 || s.upos[thing] !== "NOUN" || !subtreeHas(s, thing, words.matters))
    )
      return null;
    if (state && deadline === null && condition === null) return null;
    if (thing < 0 || talks.has(s.lemmas[thing]) || !ANNOUNCERS.test(voice.kind)) return null;
    const own = doersOf(layers, over, words);
    const whole = clausePhrase(layers.parsed.document, s, c.head);
    return commitment(layers, {
      shape: "will",
      type:
        !binding || own.length === 0
          ? "scheduled-event"
          : condition !== null
            ? "conditional-commitment"
            : "unilateral-undertaking",
      clause: c,
      sentence: c.sentence,
      token: verbOf(c),
      by: binding ? own : [],
      to: [],
      what: slice(layers.parsed.document, s, whole.from, endOf(layers, s, c.head, whole.to, words)).text,
      deadline,
      condition,
    });
  }
}

/** Who can announce what is to be done: not experts, media and onlookers. */
const ANNOUNCERS = /^(leader|minister|ministry|official|unnamed-official|organisation|party|other)$/;

/** The one who says it: by the voice, or as subject of the verb of speech above where the voice has no name. */
function isSpeaker(layers: Layers, c: Clause, a: Actor, speech: ReadonlySet<string>): boolean {
  const voice = layers.facts.voice(c.index);
  if (voice.entity !== null || voice.party !== null)
    return a.entity === voice.entity || (a.party !== null && a.party === voice.party);
  const over = c.parent < 0 ? null : layers.clauses[c.parent];
  if (over === null || c.relation !== "ccomp" || !speech.has(over.lemma)) return false;
  return over.subjects
    .flatMap((t) => actorsAt(layers, c.sentence, t))
    .some((x) => x.entity === a.entity || (x.party !== null && x.party === a.party));
}

/** "a pact under which Chad would open its archive", wherever the parser hung it: what a pact would say, promised by nobody. */
function isRelative(s: Sentence, c: Clause): boolean {
  const first = Math.min(c.head, ...c.subjects);
  for (let t = first - 1; t >= Math.max(0, first - 3); t--) {
    if (s.xpos[t] === "WDT") return true;
    if (s.upos[t] === "VERB" || s.upos[t] === "PUNCT") return false;
  }
  return false;
}

/** The outlet's word counts only for what states, governments and leaders will do. */
function isState(layers: Layers, a: Actor): boolean {
  const { kind } = layers.entities[a.entity];
  return kind === "state" || kind === "person" || kind === "ministry" || kind === "organisation";
}

/** The clause is what is said, and not what somebody hopes, fears or proposes. */
function underSpeech(layers: Layers, c: Clause): boolean {
  const { status } = layers.facts.factuality(c.index);
  return (
    status === "scheduled" || status === "hypothetical" || status === "expected" || status === "conditional"
  );
}
