import type { Sentence } from "../../language/index.js";
import { UNIT } from "./calendar.js";
import type { Index, Pattern, Piece } from "./compile.js";
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
  /** "of". */
  readonly genitive: ReadonlySet<string>;
}

const DEPTH = 2;
const VERB = /^VB[DPZ]?$/;
const CAPITAL = /^\p{Lu}/u;

/** Longest match at a token; of equally long ones that of the first rule. Null where no rule fits. */
export function matchAt(look: Look, i: number, depth = 0): Match | null {
  const entry = i < look.s.size ? look.at[i] : null;
  if (entry === null) return null;
  let best: Match | null = null;
  for (const pattern of entry.opens) {
    if (depth === 0 && pattern.rule.inner === true) continue;
    if (!hopeful(look, pattern, i)) continue;
    const found = matchFrom(look, pattern, 0, i, i, depth, held.length);
    if (found !== null && better(found, best) && allowed(look, found, depth)) best = found;
  }
  if (best === null || depth > 0) return best;
  for (const pattern of look.index.afterDate) {
    const found = holding(look, pattern, 0, i, best.to, depth, held.length, best);
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

/** Captured names and values of the pattern being tried, and of those around it. */
const names: string[] = [];
const held: (number | Match)[] = [];

function captured(order: number, rule: TimeRule, from: number, to: number, base: number): Match {
  const values: Record<string, number> = {};
  const dates: Record<string, Match> = {};
  for (let k = base; k < held.length; k++) {
    const v = held[k];
    if (typeof v === "number") values[names[k]] = v;
    else dates[names[k]] = v;
  }
  return { rule, order, from, to, values, dates };
}

/** Tries the pieces of a pattern from the k-th on; every capture is dropped again on the way back. */
function matchFrom(
  look: Look,
  pattern: Pattern,
  k: number,
  from: number,
  i: number,
  depth: number,
  base: number,
): Match | null {
  const { pieces } = pattern;
  if (k === pieces.length) return captured(pattern.order, pattern.rule, from, i, base);
  const p = pieces[k];
  let found: Match | null = null;
  if (p.kind === "words") {
    if (i < look.s.size && p.words.has(look.s.norms[i]) && !(k === 0 && verbal(look.s, i)))
      found = matchFrom(look, pattern, k + 1, from, i + 1, depth, base);
  } else if (p.kind === "class") {
    const v = valueAt(look, i, p.of);
    const more = p.of === "number" && v !== undefined ? upTo(look, i) : undefined;
    if (more !== undefined) found = holding(look, pattern, k, from, i + 3, depth, base, more);
    if (found === null && v !== undefined) found = holding(look, pattern, k, from, i + 1, depth, base, v);
  } else if (depth < DEPTH) {
    const inner = matchAt(look, i, depth + 1);
    if (inner !== null && (p.of !== "year" || isYear(inner)))
      found = holding(look, pattern, k, from, inner.to, depth, base, inner);
  }
  if (found === null && p.optional) found = matchFrom(look, pattern, k + 1, from, i, depth, base);
  return found;
}

function holding(
  look: Look,
  pattern: Pattern,
  k: number,
  from: number,
  next: number,
  depth: number,
  base: number,
  value: number | Match,
): Match | null {
  names.push(pattern.pieces[k].name);
  held.push(value);
  const found = matchFrom(look, pattern, k + 1, from, next, depth, base);
  names.pop();
  held.pop();
  return found;
}

/** Whether the second piece of a pattern can be where it must stand; most patterns end here. */
function hopeful({ s, at }: Look, { second, pieces }: Pattern, i: number): boolean {
  if (second === null) return true;
  const entry = i + 1 < s.size ? at[i + 1] : null;
  if (second.kind === "words")
    return i + 1 < s.size && (second.words.has(s.norms[i + 1]) || ranges(pieces[0], entry));
  return (
    entry !== null &&
    (second.kind === "date" || entry.word[second.of] !== undefined || ranges(pieces[0], entry))
  );
}

const ranges = (first: Piece, next: Entry | null): boolean =>
  first.of === "number" && next?.word.between !== undefined;

/** A word that opens a time is no verb: "to last two years". */
const verbal = (s: Sentence, i: number): boolean => VERB.test(s.xpos[i]) || (i > 0 && s.xpos[i - 1] === "TO");

/** The greater number of "two to three", which begins at a token. */
function upTo(look: Look, i: number): number | undefined {
  if (look.at[i + 1]?.word.between === undefined) return undefined;
  const more = valueAt(look, i + 2, "number");
  return more !== undefined && more > (look.at[i]?.word.number ?? 0) ? more : undefined;
}

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
