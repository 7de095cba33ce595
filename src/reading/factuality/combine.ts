import type { Sentence } from "../../language/index.js";
import type { PredicateRule } from "./rule.js";
import { isAhead, isFact, isTold, type State } from "./state.js";

/** Most conjuncts followed. */
const MOST = 16;

/** Whether a rule changes what stands inside: facts and their denials, what lies ahead, or anything where it overrides. */
export function reaches(rule: PredicateRule, negated: boolean, state: State): boolean {
  const outcome = negated ? rule.negated : rule.gives;
  if (rule.silent === true && outcome.status === "keep") return false;
  if (isAhead(state) && outcome.status !== "keep") return true;
  return rule.onlyAhead !== true && (isTold(state) || rule.overrides === true);
}

/** The first of coordinated words; a finite verb is no conjunct of an infinitive, but of the finite verb above it. */
export function firstOf(s: Sentence, t: number): number {
  let g = s.heads[t];
  if (s.xpos[t] !== "VBD" && s.xpos[t] !== "VBZ") return g;
  for (
    let steps = 0;
    steps < MOST && s.heads[g] >= 0 && (s.xpos[g] === "VB" || s.xpos[g] === "VBG") && !finite(s, g);
    steps++
  )
    g = s.heads[g];
  return g;
}

const finite = (s: Sentence, t: number): boolean => {
  for (let k = s.firstChild[t]; k >= 0 && k < t; k = s.nextSibling[k])
    if (s.deprels[k].startsWith("aux") && s.xpos[k] !== "VB") return true;
  return false;
};

/** The form of a governor over what it selects; its negation has had its say already. */
export function under(form: State, state: State, negationSpent: boolean): State {
  if (isFact(form))
    return form.certainty === "certain" || !isFact(state) ? state : { ...state, certainty: form.certainty };
  if (form.status === "negated" && negationSpent) return state;
  return isTold(state) && form.status !== "negated" ? passOn(form, state) : state;
}

/** The form of one clause taken over by another that shares its fate. */
export function passOn(form: State, state: State): State {
  if (isFact(form) || (form.status === "negated" && form.cues.every((c) => state.cues.includes(c))))
    return state;
  const cues = [...state.cues, ...form.cues.filter((c) => !state.cues.includes(c))];
  const polarity =
    form.status === "negated"
      ? state.polarity === "negative"
        ? "positive"
        : "negative"
      : state.polarity === "negative"
        ? "negative"
        : form.polarity;
  return {
    status: form.status,
    certainty: form.certainty,
    polarity,
    cues,
    rule: form.rule,
    ahead: form.ahead,
  };
}
