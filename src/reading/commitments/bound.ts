import { type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import {
  doersOf,
  endOf,
  hasDue,
  isEach,
  isSeveral,
  isSomebody,
  loadActWords,
  once,
  onePerSide,
  sides,
  standsForSides,
} from "../acts/index.js";
import { createDuty } from "../agreements/index.js";
import { ownDays } from "../attach/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, members, slice, subtreeHas, verbOf, verbPhrase } from "../phrases/index.js";
import type { Actor, Clause, CommitmentItem, ItemTime } from "../types.js";
import { aheadOf, commitment } from "./build.js";
import { createSteps, hasMore } from "./steps.js";

type Read = (layers: Layers, clause: Clause) => CommitmentItem | null;

/**
 * What somebody is bound to do though no verb of promising says so: "are to hand over their weapons", "in return X will drop its claim",
 * "the delegations will conclude the text by May", and "has until May to sign".
 */
export function createBound(lexicon: Lexicon): Read {
  const words = loadActWords(lexicon);
  const dutyOf = createDuty(lexicon);
  const steps = createSteps(lexicon);
  const barter = members(lexicon, "deals/cues", "class", "barter");
  const barterLinks = members(lexicon, "deals/cues", "class", "barter-link");
  const oneself = members(lexicon, "deals/cues", "class", "oneself");
  const musts = members(lexicon, "deals/cues", "class", "must");
  const speech = lexicon.list("voice/speech");
  const having = members(lexicon, "deals/cues", "class", "having-until");
  const giving = members(lexicon, "deals/cues", "class", "giving-until");
  const until = members(lexicon, "deals/cues", "class", "until");
  const duties = members(lexicon, "deals/cues", "class", "duty-bound");
  const ties = members(lexicon, "deals/cues", "class", "tied");
  const relatives = members(lexicon, "deals/cues", "class", "which");
  return (layers, c) => {
    if (c.kind !== "verbal" || layers.parsed.sentences[c.sentence].norms.at(-1) === "?") return null;
    return untilWhen(layers, c) ?? duty(layers, c);
  };

  /** A duty or a price told as what will be. */
  function duty(layers: Layers, over: Clause): CommitmentItem | null {
    const ahead = dutyOf(layers, over);
    if (ahead === null) return null;
    const c = ahead.deed;
    const headline = ahead.form === "headline";
    const toBe = headline || (ahead.form === "to-be" && layers.facts.factuality(c.index).rule === BE_TO);
    const must = c !== over || musts.has(c.modal ?? "");
    if (!toBe && !must && ahead.form !== "future") return null;
    if (steps.isMeeting(layers, c) || steps.isNone(c) || c.aspect !== "simple" || over.relation === "acl")
      return null;
    const s = layers.parsed.sentences[c.sentence];
    const price = isPrice(s, c);
    if (!price && (c.negated || over.negated || !MAIN.test(over.relation) || over.marker === "if"))
      return null;
    const by = doersOf(layers, c, words);
    if (by.length === 0 && !isSomebody(layers, c, words)) return null;
    // "The deal must still be approved by lenders": what is outstanding, promised by nobody known.
    if (must && c.passive && by.length === 0) return null;
    const deed = steps.isDeed(layers, c) && hasMore(layers, c);
    const deadline = layers.facts.deadline(c.index) ?? aheadOf(layers, c);
    const several =
      sides(by) > 1 ||
      c.subjects.some((t) => isSeveral(s, t, words)) ||
      c.subjects.some((t) => isEach(s, t, words)) ||
      standsForSides(layers, c, words);
    const outlet = layers.facts.voice(over.index).kind === "outlet";
    // "The parties will negotiate a treaty": said of all of them by a text of theirs.
    const together = several && outlet && !price;
    const serious = by.length > 0 || deadline !== null || subtreeHas(s, c.head, words.matters);
    // "I shall report in June": whose text it is.
    const own = outlet && c.subjects.some((t) => words.firstPerson.has(s.norms[t]));
    // "must ratify it by May", in the outlet's own words: a deadline. "Is obliged to ratify it": a duty that has none.
    const owes =
      c !== over &&
      by.length > 0 &&
      (duties.has(over.lemma) || (ties.has(over.lemma) && over.obliques.length + over.subjects.length > 0));
    if (must && deed && (deadline !== null || owes || hasDue(s, c.head, s.size, words)) && outlet)
      return told(layers, c, by, several, deadline, false);
    const said = deed && saidByAll(layers, c);
    const checkable = deadline !== null || deed;
    const bare = must && c !== over;
    if (!price && !said && !(toBe && deed && serious) && !((together || own) && checkable && !bare))
      return null;
    return told(layers, c, by, several, deadline, c.negated);
  }

  function told(
    layers: Layers,
    c: Clause,
    by: readonly Actor[],
    several: boolean,
    deadline: ItemTime | null,
    negated: boolean,
  ): CommitmentItem {
    const s = layers.parsed.sentences[c.sentence];
    const whole = verbPhrase(layers.parsed.document, s, c.head);
    const patients = c.passive
      ? c.objects.filter((t) => t < verbOf(c)).map((t) => subtreeRange(s, t)[0])
      : [];
    const from =
      patients.length > 0 ? Math.min(...patients) : negated ? Math.min(whole.from, c.negation) : whole.from;
    return commitment(layers, {
      shape: "bound",
      type: several ? "joint-commitment" : "unilateral-undertaking",
      clause: c,
      sentence: c.sentence,
      token: verbOf(c),
      by: onePerSide(by),
      to: [],
      what: slice(layers.parsed.document, s, from, endOf(layers, s, c.head, nextDeed(s, c, whole.to), words))
        .text,
      deadline,
      condition: null,
    });
  }

  /** "The army will leave within two days, the two sides said": both undertake it. */
  function saidByAll(layers: Layers, c: Clause): boolean {
    const s = layers.parsed.sentences[c.sentence];
    const near = (x: Clause): boolean => x.index === c.parent || x.parent === c.index;
    return (layers.clausesBySentence[c.sentence] ?? [])
      .map((i) => layers.clauses[i])
      .some(
        (x) => near(x) && !x.negated && speech.has(x.lemma) && x.subjects.some((t) => isSeveral(s, t, words)),
      );
  }

  /** "In return, X will ...", "in exchange for which X would ..."; "in exchange for weapons" tells what X gets. */
  function isPrice(s: Sentence, c: Clause): boolean {
    const first = Math.min(verbOf(c), ...c.subjects);
    for (let t = Math.max(1, first - 6); t < verbOf(c); t++) {
      if (!barter.has(s.norms[t]) || !barterLinks.has(s.norms[t - 1])) continue;
      const next = s.norms[t + 1];
      return next === "," || t + 1 === first || s.upos[t + 1] === "DET" || relatives.has(s.norms[t + 2]);
    }
    return false;
  }

  /** "has until May to sign the pact", "have given themselves until May". */
  function untilWhen(layers: Layers, c: Clause): CommitmentItem | null {
    const has = having.has(c.lemma);
    if (!(has || giving.has(c.lemma)) || c.negated) return null;
    const s = layers.parsed.sentences[c.sentence];
    const limit = limitOf(layers, s, c);
    if (limit === null) return null;
    // "gave themselves", "set itself"
    const toItself = oneself.has(s.norms[c.head + 1] ?? "");
    const own = has || toItself;
    if (!own && c.objects.length + c.recipients.length === 0 && !c.passive) return null;
    const given = once([...c.recipients, ...c.objects].flatMap((t) => actorsAt(layers, s.index, t)));
    const by = own ? doersOf(layers, c, words) : given;
    if (by.length === 0 && !(own && isSomebody(layers, c, words))) return null;
    const inner = (layers.clausesBySentence[s.index] ?? [])
      .map((i) => layers.clauses[i])
      .find((x) => x.head > limit.to && x.mood === "infinitive" && x.kind === "verbal");
    if (inner === undefined && !toItself) return null;
    const what =
      inner === undefined
        ? slice(layers.parsed.document, s, c.head, limit.to)
        : verbPhrase(layers.parsed.document, s, inner.head);
    return commitment(layers, {
      shape: "bound",
      type: "unilateral-target",
      clause: c,
      sentence: c.sentence,
      token: verbOf(c),
      by: onePerSide(by),
      to: [],
      what: what.text,
      deadline: limit.time,
      condition: null,
    });
  }

  /** The date behind "until" right of the verb. */
  function limitOf(layers: Layers, s: Sentence, c: Clause): { time: ItemTime; to: number } | null {
    for (const i of layers.timesBySentence[s.index] ?? []) {
      const x = layers.times[i];
      const behind = x.from > c.head && x.from < c.head + REACH;
      if (
        !behind ||
        x.latest === null ||
        !(
          until.has(s.norms[s.upos[x.from - 1] === "DET" ? x.from - 2 : x.from - 1]) ||
          until.has(s.norms[x.from])
        )
      )
        continue;
      const past = layers.published !== null && x.latest < layers.published;
      return { time: ownDays(layers, x, past ? "past" : "future", "time/until"), to: x.to };
    }
    return null;
  }
}

/** Where "and will pay" begins: a deed of its own. */
function nextDeed(s: Sentence, c: Clause, to: number): number {
  for (let t = c.head + 1; t + 1 < to; t++)
    if (s.upos[t] === "CCONJ" && (s.xpos[t + 1] === "MD" || s.upos[t + 1] === "AUX")) return t;
  return to;
}

const BE_TO = "factuality/be-to";
const REACH = 6;
const MAIN = /^(root|conj|parataxis|ccomp)$/;
