import { childWith, isRelation, type Sentence } from "../../language/index.js";
import { verbLemma } from "../clauses/index.js";
import type { WithClauses } from "../layers.js";
import type { Clause } from "../types.js";
import { firstOf, passOn, reaches, under } from "./combine.js";
import {
  clausalLink,
  hasTo,
  type Link,
  nominalLink,
  ruleBeforePreposition,
  ruleFor,
  wordBefore,
} from "./frame.js";
import { fixedWords, markerForm, markerOf } from "./marker.js";
import { negationOf } from "./negation.js";
import { ownForm } from "./own.js";
import type { PredicateRule } from "./rule.js";
import { applied, isFact, isTold, type State, verbOf } from "./state.js";
import type { FactualityWords } from "./words.js";

const YET = "factuality/yet-to";

/** Most governors looked at above one clause: work stays bounded in endless sentences. */
const MOST = 16;

/** Works out clauses of one document: own form first, then each governor outwards. */
export function createEmbedding(input: WithClauses, words: FactualityWords): (clause: number) => State {
  const own = new Map<number, State>();
  const at = new Map<number, Int32Array>();

  const ownOf = (c: Clause): State => {
    let state = own.get(c.index);
    if (state === undefined) {
      state = ownForm(input, input.parsed.sentences[c.sentence], c, words);
      own.set(c.index, state);
    }
    return state;
  };
  const clauseAt = (s: Sentence, t: number): Clause | undefined => {
    let index = at.get(s.index);
    if (index === undefined) {
      index = new Int32Array(s.size).fill(-1);
      for (const i of input.clausesBySentence[s.index]) {
        index[input.clauses[i].head] = i;
        if (input.clauses[i].support >= 0) index[input.clauses[i].support] = i;
      }
      at.set(s.index, index);
    }
    return index[t] < 0 ? undefined : input.clauses[index[t]];
  };

  return (index) => {
    const clause = input.clauses[index];
    const s = input.parsed.sentences[clause.sentence];
    return outwards(s, clause, ownOf(clause));
  };

  function outwards(s: Sentence, clause: Clause, inner: State): State {
    const nominal = clause.kind === "nominal" && clause.support < 0;
    let state = inner;
    let t = verbOf(clause);
    // "has yet to reply": "has" is part of the form that was read, and no governor of its own.
    if (state.rule === YET && s.heads[t] >= 0) t = s.heads[t];
    /** The noun itself, while what is told of it is not yet told of a verb. */
    let noun = nominal ? clause.head : -1;
    if (noun >= 0) t = happeningOf(s, noun) ?? t;
    if (t !== verbOf(clause)) {
      const verb = clauseAt(s, t);
      if (verb !== undefined && isTold(state)) state = passOn(ownOf(verb), state);
      noun = -1;
    }
    for (let steps = 0; steps < MOST && s.heads[t] >= 0; steps++) {
      const before = noun >= 0 ? -1 : wordBefore(s, t, words);
      const g = before >= 0 ? before : s.heads[t];
      if (s.deprels[t] === "conj") {
        const first = firstOf(s, t);
        state = sharedMarker(s, t, first, state);
        t = first;
        continue;
      }
      const above = clauseAt(s, g);
      const link: Link =
        before >= 0
          ? { frame: hasTo(s, t) ? "inf" : "that", prep: "" }
          : noun >= 0
            ? nominalLink(s, t, above)
            : clausalLink(s, t, above, words);
      const lemma = above?.lemma ?? (s.upos[g] === "VERB" ? verbLemma(s, g) : s.lemmas[g].toLowerCase());
      const near = ruleBeforePreposition(words, s, t, link);
      const rule = near?.rule ?? ruleFor(words, s, g, lemma, link);
      const told = rule?.reachesTold === true && noun >= 0 && noun !== clause.head;
      if (
        rule !== undefined &&
        (told || (near !== undefined ? !isDefinite(s, noun) : bears(s, rule, g, noun)))
      ) {
        const negation = denialOf(s, g, above);
        if (reaches(rule, negation >= 0, state))
          state = applied(negation >= 0 ? rule.negated : rule.gives, state, near?.word ?? g, rule.id);
        else if (negation >= 0 && rule.negated.sign === "negative")
          state = { ...state, polarity: "negative" };
        if (negation >= 0 && !state.cues.includes(negation))
          state = { ...state, cues: [...state.cues, negation] };
        // "a report that it had": what is done to the report is still to come.
        if (rule.stops === true && s.upos[g] !== "NOUN") break;
        if (above !== undefined) state = under(ownOf(above), state, negation >= 0);
      } else {
        const next = unselected(s, { t, g, link, above, noun }, state);
        if (next === null) break;
        state = next;
      }
      if (noun >= 0 && (above === undefined || above.kind !== "nominal" || above.support >= 0)) {
        if (above !== undefined || s.upos[g] === "VERB" || s.upos[g] === "ADJ") noun = -1;
        else noun = g;
      } else if (noun >= 0) noun = g;
      else if (above === undefined || (above.kind === "nominal" && above.support < 0)) noun = g;
      t = above === undefined ? g : verbOf(above);
    }
    return state;
  }

  /** "unless it disarms and opens talks": the first verb's "unless" stands before both. */
  function sharedMarker(s: Sentence, t: number, first: number, state: State): State {
    const c = clauseAt(s, first);
    const marker = c === undefined || markerOf(s, t) >= 0 ? -1 : markerOf(s, first);
    if (c === undefined || marker < 0 || !isTold(state)) return state;
    const rule = markerForm(input, c, fixedWords(s, marker), words);
    return rule === null ? state : applied(rule.gives, state, marker, rule.id);
  }

  /** What a governor that selects nothing leaves of a clause; null where it has no say. */
  function unselected(
    s: Sentence,
    {
      t,
      g,
      link,
      above,
      noun,
    }: { t: number; g: number; link: Link; above: Clause | undefined; noun: number },
    state: State,
  ): State | null {
    const r = s.deprels[t];
    const form = above === undefined ? null : ownOf(above);
    if (noun >= 0) {
      if (link.frame === null && r !== "nsubj") return null;
      if (form === null) return words.container.has(s.lemmas[g]) || s.upos[g] === "VERB" ? state : null;
      return nounUnder(s, t, noun, above as Clause, form, state, link.prep);
    }
    if (r === "advcl" && hasTo(s, t) && isTold(state)) {
      // The second of two purposes: "to settle the row and avoid new attacks".
      const purpose = words.form("purpose");
      return applied(purpose.gives, state, -1, purpose.id);
    }
    if (r === "advcl" || r === "obl") return circumstance(s, t, form, state);
    if (link.frame === "inf" || (link.frame === null && hasTo(s, t))) {
      // A purpose, unless an adjective only judges what is done: "was right to leave".
      if (s.upos[g] === "ADJ") return form === null ? state : under(form, state, false);
      if (r === "acl" || r === "xcomp") {
        const purpose = words.form("purpose");
        const next = isTold(state) ? applied(purpose.gives, state, g, purpose.id) : state;
        return form === null ? next : under(form, next, false);
      }
    }
    if (r === "xcomp") return form === null ? state : passOn(form, state);
    return null;
  }

  /** A noun under a verb whose form alone decides: "will discuss a withdrawal", "did not mention the attack". */
  function nounUnder(
    s: Sentence,
    t: number,
    noun: number,
    above: Clause,
    form: State,
    state: State,
    prep: string,
  ): State | null {
    const r = s.deprels[t];
    const subject = isRelation(r, "nsubj") && !above.passive && above.kind === "verbal";
    const happening = words.occurrence.has(above.lemma);
    if (isFact(form)) return subject && !happening ? null : state;
    if (words.presupposing.has(prep)) return null;
    const definite = isDefinite(s, noun);
    if (!happening) {
      if (definite && !(words.place.has(prep) && form.status !== "negated")) return null;
      if (subject && form.status === "negated") return null;
      if (words.standing.has(s.lemmas[noun]) && form.status === "negated" && prep !== "") return null;
    }
    return isTold(state) ? passOn(form, state) : state;
  }

  /** "when parliament approves it" under what lies ahead has not happened either; a participle shares the fate of its verb. */
  function circumstance(s: Sentence, t: number, form: State | null, state: State): State | null {
    if (form === null || isFact(form) || form.status === "negated" || !isTold(state)) return null;
    const c = clauseAt(s, t);
    if (c === undefined) return null;
    if (c.mood === "gerund" && c.marker === null && s.xpos[t] === "VBG") return passOn(form, state);
    if (c.marker === null || !words.temporal.has(c.marker) || c.tense !== "present") return null;
    const rule = words.form("conditional");
    return applied(rule.gives, state, childWith(s, t, "mark"), rule.id);
  }

  /** The verb of happening that tells of a noun from below the verb it is subject of: "talks are expected to resume". */
  function happeningOf(s: Sentence, noun: number): number | null {
    const verb = s.heads[noun];
    if (verb < 0 || !isRelation(s.deprels[noun], "nsubj")) return null;
    for (let k = s.firstChild[verb]; k >= 0; k = s.nextSibling[k])
      if (s.deprels[k] === "xcomp" && words.occurrence.has(verbLemma(s, k))) return k;
    return null;
  }

  /** Whether a rule bears on a noun: what has been put on paper or said stands, though it be rejected or discussed. */
  function bears(s: Sentence, rule: PredicateRule, g: number, noun: number): boolean {
    if (noun < 0 || !words.standing.has(s.lemmas[noun])) return true;
    const reaches =
      rule.reachesStanding === true || (rule.nounsReachStanding === true && s.upos[g] === "NOUN");
    return reaches && !isDefinite(s, noun);
  }

  function isDefinite(s: Sentence, noun: number): boolean {
    if (noun < 0) return false;
    for (let k = s.firstChild[noun]; k >= 0 && k < noun; k = s.nextSibling[k])
      if ((s.deprels[k] === "det" && words.definite.has(s.norms[k])) || s.deprels[k] === "nmod:poss")
        return true;
    return false;
  }

  function denialOf(s: Sentence, g: number, above: Clause | undefined): number {
    if (above !== undefined) {
      const negation = negationOf(s, above, verbOf(above), words);
      if (negation >= 0) return negation;
    }
    const det = childWith(s, g, "det");
    return det >= 0 && words.negative.has(s.norms[det]) ? det : -1;
  }
}
