import type { Sentence } from "../../language/index.js";
import { UNIT } from "./calendar.js";
import type { Index, Pattern } from "./compile.js";
import type { Guard, TimeRule } from "./rule.js";
import type { Tense } from "./tense.js";
import type { Entry } from "./words.js";

/** Tokens [from, to) that a rule's pattern fits, with what it captured. */
export interface Match {
  readonly rule: TimeRule;
  readonly order: number;
  from: number;
  readonly to: number;
  readonly values: Readonly<Record<string, number>>;
  readonly dates: Readonly<Record<string, Match>>;
}

/** A sentence while its expressions are looked for. */
export interface Look {
  readonly s: Sentence;
  /** Time words by token, null for most tokens. */
  readonly at: readonly (Entry | null)[];
  readonly index: Index;
  /** End of the last expression found, or -1. */
  lastEnd: number;
  /** Month words that the document uses as somebody's name. */
  readonly names: Set<string>;
  guard(guard: Guard, match: Match, look: Look): boolean;
  tense(token: number): Tense;
  /** Nouns of times that are set: "a deadline of May 5". */
  readonly due: ReadonlySet<string>;
}

const DEPTH = 2;
const NO_VALUES: Readonly<Record<string, number>> = {};
const NO_DATES: Readonly<Record<string, Match>> = {};
const VERB = /^VB[DPZ]?$/;
const CAPITAL = /^\p{Lu}/u;

/** Longest match at a token; of equally long ones that of the first rule. Null where no rule fits. */
export function matchAt(look: Look, i: number, depth = 0): Match | null {
  const entry = i < look.s.size ? look.at[i] : null;
  if (entry === null) return null;
  let best: Match | null = null;
  for (const pattern of entry.opens) {
    if (depth === 0 && pattern.rule.inner === true) continue;
    const found = matchFrom(look, pattern, 0, i, i, depth, NO_VALUES, NO_DATES);
    if (found !== null && better(found, best) && allowed(look, found, depth)) best = found;
  }
  if (best === null || depth > 0) return best;
  for (const pattern of look.index.afterDate) {
    const [first] = pattern.pieces;
    const found = matchFrom(look, pattern, 1, i, best.to, depth, NO_VALUES, { [first.name]: best });
    if (found !== null && better(found, best) && allowed(look, found, depth)) best = found;
  }
  return best;
}

const better = (a: Match, b: Match | null): boolean =>
  b === null || a.to > b.to || (a.to === b.to && a.order < b.order);

/** Inside another expression a date needs no preposition of its own. */
function allowed(look: Look, m: Match, depth: number): boolean {
  const guards = m.rule.guards;
  if (guards === undefined) return true;
  for (const g of guards) {
    if (depth > 0 && (g === "bare" || g === "year" || g === "the")) continue;
    if (!look.guard(g, m, look)) return false;
  }
  return true;
}

function matchFrom(
  look: Look,
  pattern: Pattern,
  k: number,
  from: number,
  i: number,
  depth: number,
  values: Match["values"],
  dates: Match["dates"],
): Match | null {
  const { pieces, rule, order } = pattern;
  if (k === pieces.length) return { rule, order, from, to: i, values, dates };
  const p = pieces[k];
  let found: Match | null = null;
  if (p.kind === "words") {
    if (i < look.s.size && p.words.has(look.s.norms[i]) && !(k === 0 && verbal(look.s, i)))
      found = matchFrom(look, pattern, k + 1, from, i + 1, depth, values, dates);
  } else if (p.kind === "class") {
    const v = valueAt(look, i, p.of);
    if (v !== undefined)
      found = matchFrom(look, pattern, k + 1, from, i + 1, depth, { ...values, [p.name]: v }, dates);
  } else if (depth < DEPTH) {
    const inner = matchAt(look, i, depth + 1);
    if (inner !== null && (p.of !== "year" || isYear(inner)))
      found = matchFrom(look, pattern, k + 1, from, inner.to, depth, values, { ...dates, [p.name]: inner });
  }
  if (found === null && p.optional) found = matchFrom(look, pattern, k + 1, from, i, depth, values, dates);
  return found;
}

/** A word that opens a time is no verb: "to last two years". */
const verbal = (s: Sentence, i: number): boolean => VERB.test(s.xpos[i]) || (i > 0 && s.xpos[i - 1] === "TO");

/** Value of a token in a class; names of months, weekdays and seasons must be written and tagged as such. */
function valueAt(look: Look, i: number, of: string): number | undefined {
  const v = i < look.s.size ? look.at[i]?.word[of] : undefined;
  if (v === undefined) return undefined;
  const { forms, upos } = look.s;
  if (of === "weekday") return CAPITAL.test(forms[i]) ? v : undefined;
  if (of === "month") {
    if (!CAPITAL.test(forms[i])) return undefined;
    const next = look.at[i + 1]?.word;
    const dated = next !== undefined && (next.dom !== undefined || next.year !== undefined);
    return dated || (upos[i] !== "AUX" && upos[i] !== "VERB") ? v : undefined;
  }
  if (of === "rhythm") return upos[i] === "ADV" || upos[i] === "ADJ" ? v : undefined;
  if (of === "season" || of === "part") return upos[i] === "VERB" ? undefined : v;
  return v;
}

/** Whether a match is a year as a whole: "2019", "next year", "that year". */
const isYear = ({ values: v, rule }: Match): boolean =>
  v.month === undefined &&
  v.season === undefined &&
  v.quarter === undefined &&
  v.half === undefined &&
  (v.year !== undefined ? v.lastYear === undefined : v.unit === UNIT.year && rule.means.is === "step");
