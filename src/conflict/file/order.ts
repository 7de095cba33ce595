import { CoreError } from "../../text/index.js";

/** One comparison of a hand-made order: the first is liked more than the second, or as much. */
export interface Comparison {
  readonly better: number;
  readonly worse: number;
  readonly equal: boolean;
  readonly line: number;
}

/** Reads "YNN > NNN = NYN": states as Y and N, one character an option. @throws CoreError MODEL_SYNTAX, MODEL_BAD_PATTERN */
export function parseComparisons(
  text: string,
  options: number,
  line: number,
): { states: number[]; pairs: Comparison[] } {
  const tokens = text.match(/[>=]|[^\s>=]+/g) ?? [];
  const states: number[] = [];
  const pairs: Comparison[] = [];
  for (const [k, token] of tokens.entries()) {
    if (k % 2 === 1) {
      if (token !== ">" && token !== "=")
        throw new CoreError("MODEL_SYNTAX", `"${text}": ">" or "=" should stand before "${token}".`, {
          line,
        });
      continue;
    }
    if (token.length !== options || /[^YN]/.test(token))
      throw new CoreError("MODEL_BAD_PATTERN", `"${token}" is not ${options} characters of Y and N.`, {
        line,
      });
    const state = [...token].reduce((bits, c, b) => bits + (c === "Y" ? 2 ** b : 0), 0);
    if (k > 0)
      pairs.push({ better: states[states.length - 1], worse: state, equal: tokens[k - 1] === "=", line });
    states.push(state);
  }
  if (tokens.length % 2 === 0)
    throw new CoreError("MODEL_SYNTAX", `"${text}" does not end with a state.`, { line });
  return { states, pairs };
}

/**
 * Makes one order of comparisons: classes of states liked equally, best first.
 * @throws CoreError MODEL_CYCLE with the line that closes a circle; MODEL_BAD_RANKING where two classes are not compared
 */
export function orderOf(states: readonly number[], pairs: readonly Comparison[], line: number): number[][] {
  const root = new Map(states.map((s) => [s, s]));
  const find = (s: number): number => {
    let at = s;
    while (root.get(at) !== at) at = root.get(at) as number;
    return at;
  };
  for (const p of pairs) if (p.equal) root.set(find(p.worse), find(p.better));
  const below = new Map<number, Set<number>>();
  for (const p of pairs) {
    if (p.equal) continue;
    const [from, to] = [find(p.better), find(p.worse)];
    if (from === to || reaches(below, to, from))
      throw new CoreError("MODEL_CYCLE", "The order goes round in a circle here.", { line: p.line });
    below.set(from, (below.get(from) ?? new Set()).add(to));
  }
  const classes = new Map<number, number[]>();
  for (const s of new Set(states)) classes.set(find(s), [...(classes.get(find(s)) ?? []), s]);
  const depth = new Map<number, number>();
  const deep = (c: number): number => {
    const known = depth.get(c);
    if (known !== undefined) return known;
    const d = Math.max(0, ...[...(below.get(c) ?? [])].map((b) => deep(b) + 1));
    depth.set(c, d);
    return d;
  };
  const sorted = [...classes].sort((a, b) => deep(b[0]) - deep(a[0]));
  for (let k = 1; k < sorted.length; k++) {
    if (!below.get(sorted[k - 1][0])?.has(sorted[k][0]))
      throw new CoreError("MODEL_BAD_RANKING", "The order does not say which of two states is liked more.", {
        line,
      });
  }
  return sorted.map(([, members]) => members);
}

function reaches(below: ReadonlyMap<number, ReadonlySet<number>>, from: number, to: number): boolean {
  const stack = [from];
  const seen = new Set<number>();
  while (stack.length > 0) {
    const at = stack.pop() as number;
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    stack.push(...(below.get(at) ?? []));
  }
  return false;
}
