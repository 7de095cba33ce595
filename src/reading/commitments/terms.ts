import { isMain, type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import {
  createConditionOf,
  doersOf,
  endOf,
  isSeveral,
  isSomebody,
  loadActWords,
  onePerSide,
  sides,
} from "../acts/index.js";
import { createDuty } from "../agreements/index.js";
import type { Layers } from "../layers.js";
import {
  actorsAt,
  members,
  mentionAt,
  ownRange,
  slice,
  subtreeHas,
  verbOf,
  verbPhrase,
} from "../phrases/index.js";
import type { Clause, CommitmentItem, Item } from "../types.js";
import { commitment } from "./build.js";
import { createSteps, hasMore } from "./steps.js";

/** Sentences that terms may follow an agreement at, and each other. */
const BEHIND = 2;

/**
 * "Chad and Niger signed a pact on Monday. Chad will hand over ... The wells are to be shared by June.": what a text says will or must be
 * done right behind an agreement that it tells, sentence upon sentence, are its terms.
 */
export function createTerms(
  lexicon: Lexicon,
): (layers: Layers, soFar: readonly Item[], stipulated: ReadonlySet<number>) => [CommitmentItem, Clause][] {
  const words = loadActWords(lexicon);
  const dutyOf = createDuty(lexicon);
  const conditionOf = createConditionOf(lexicon);
  const steps = createSteps(lexicon);
  const instruments = lexicon.list("deals/instruments");
  const contrast = members(lexicon, "deals/cues", "class", "contrast");
  const weak = members(lexicon, "deals/cues", "class", "weak-duty");
  return (layers, soFar, stipulated) => {
    const starts = new Set(stipulated);
    for (const x of soFar)
      if (x.kind === "agreement" && x.status !== "referred-to" && x.status !== "draft" && OPEN.test(x.status))
        for (const i of x.sentences.slice(0, 1)) starts.add(i);
    const out: [CommitmentItem, Clause][] = [];
    let left = -1;
    let ofDeal = false;
    for (const s of layers.parsed.sentences) {
      if (s.kind === "byline" || s.kind === "boilerplate" || s.kind === "dateline") continue;
      const here = left > 0 || ofDeal ? termsIn(layers, s) : [];
      // Behind a bargain that is only spoken of: what each of two sides would do for the other.
      const told = left > 0 || sides(here.flatMap(([x]) => x.by)) > 1 ? here : [];
      out.push(...told);
      left = starts.has(s.index) || told.length > 0 ? BEHIND : left - 1;
      ofDeal = namesDeal(s);
    }
    return out;
  };

  function termsIn(layers: Layers, s: Sentence): [CommitmentItem, Clause][] {
    const out: [CommitmentItem, Clause][] = [];
    for (const i of layers.clausesBySentence[s.index] ?? []) {
      const item = term(layers, s, layers.clauses[i]);
      if (item !== null) out.push([item, layers.clauses[i]]);
    }
    return out;
  }

  function namesDeal(s: Sentence): boolean {
    for (let t = 0; t < s.size; t++)
      if (
        s.upos[t] === "NOUN" &&
        (instruments.has(s.lemmas[t]) || words.nouns.get(s.lemmas[t])?.includes("deal"))
      )
        return true;
    return false;
  }

  function term(layers: Layers, s: Sentence, c: Clause): CommitmentItem | null {
    const beside = c.relation === "advcl" && contrast.has(c.marker ?? "");
    if (!(isMain(c.relation) || beside) || s.norms[s.size - 1] === "?") return null;
    const told = dutyOf(layers, c);
    if (told === null || weak.has(c.modal ?? "")) return null;
    const { deed } = told;
    if (deed.negated || c.negated || deed.aspect !== "simple" || deed.kind !== "verbal") return null;
    if (steps.isMeeting(layers, deed) || steps.isNone(deed)) return null;
    if (layers.facts.voice(c.index).kind !== "outlet" || isRelative(s, verbOf(c))) return null;
    const deadline = layers.facts.deadline(deed.index);
    const known = steps.isDeed(layers, deed);
    // "are to assemble in camps within 30 days": a duty with a day needs no verb of the list.
    const dated = deadline !== null && told.form !== "future";
    if ((!known && !dated) || !hasMore(layers, deed)) return null;
    const by = onePerSide(doersOf(layers, deed, words));
    const thing =
      deed.passive && deed.objects.some((t) => s.upos[t] !== "PRON" && !words.talks.has(s.lemmas[t]));
    if (by.length === 0 && !thing && !isSomebody(layers, deed, words) && !isGroup(layers, deed)) return null;
    const serious = by.length > 0 || deadline !== null || subtreeHas(s, deed.head, words.matters);
    if (!serious) return null;
    const several = sides(by) > 1 || deed.subjects.some((t) => isSeveral(s, t, words));
    const [from, to] = ownRange(s, deed);
    const condition = conditionOf(layers, s, from, Math.max(to, deed.head + 1));
    const whole = verbPhrase(layers.parsed.document, s, deed.head);
    const first = deed.passive
      ? Math.min(verbOf(deed), ...deed.objects.map((t) => subtreeRange(s, t)[0]))
      : whole.from;
    return commitment(layers, {
      shape: "stipulated",
      type:
        condition !== null
          ? "conditional-commitment"
          : several
            ? "joint-commitment"
            : "unilateral-undertaking",
      clause: c,
      sentence: s.index,
      token: verbOf(deed),
      by,
      to: onePerSide(deed.recipients.flatMap((t) => actorsAt(layers, s.index, t))),
      what: slice(layers.parsed.document, s, first, endOf(layers, s, deed.head, whole.to, words)).text,
      deadline,
      condition,
    });
  }
}

const OPEN = /^(signed|agreed|adopted|ratified|in-force|extended)$/;

/** "civilians", "fishermen": people who are no side, but are told what is theirs to do. */
const isGroup = (layers: Layers, c: Clause): boolean =>
  c.subjects.some((t) => {
    const m = mentionAt(layers, c.sentence, t);
    return m !== null && m.head === t && m.use === "actor" && layers.entities[m.entity].kind === "group";
  });

/** "a pact under which Chad would pay", wherever the parser hung it. */
function isRelative(s: Sentence, verb: number): boolean {
  for (let t = verb - 1; t >= Math.max(0, verb - REACH); t--) {
    if (s.xpos[t] === "WDT" || s.xpos[t] === "WP") return true;
    if (s.upos[t] === "CCONJ" || s.upos[t] === "PUNCT") return false;
  }
  return false;
}
const REACH = 8;
