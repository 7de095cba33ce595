import { CoreError } from "../../text/index.js";
import type { PreferenceStatement } from "../model.js";

type Expression =
  | { readonly kind: "option"; readonly at: number }
  | { readonly kind: "not"; readonly of: Expression }
  | { readonly kind: "and" | "or"; readonly of: readonly Expression[] }
  | { readonly kind: "if" | "iff"; readonly of: readonly [Expression, Expression] };

/** One conjunction: per option taken (true), not taken (false); what is not mentioned is free. */
type Conjunction = ReadonlyMap<number, boolean>;

const WORDS = new Set(["not", "and", "or", "if", "iff"]);

/**
 * Reads "not a and (b or c) if d": `not` binds strongest, then `and`, `or`; `if` and `iff` join two of these once.
 * @throws CoreError MODEL_SYNTAX, MODEL_UNKNOWN_OPTION, MODEL_CONTRADICTION for what no choice of options can satisfy
 */
export function parseStatement(text: string, options: readonly string[], line: number): PreferenceStatement {
  const whole = parseExpression(text, options, line);
  const part = (e: Expression): PreferenceStatement => {
    const patterns = patternsOf(e, options.length, text, line);
    return patterns.length === 1 ? patterns[0] : { any: patterns };
  };
  if (whole.kind === "if") return { if: [part(whole.of[0]), part(whole.of[1])] };
  if (whole.kind === "iff") return { iff: [part(whole.of[0]), part(whole.of[1])] };
  return part(whole);
}

/** Reads an expression without `if` and `iff` as patterns of which a state matches one. Errors as `parseStatement`. */
export function parsePatterns(text: string, options: readonly string[], line: number): string[] {
  return patternsOf(parseExpression(text, options, line), options.length, text, line);
}

function parseExpression(text: string, options: readonly string[], line: number): Expression {
  const tokens = text.match(/[()]|[^\s()]+/g) ?? [];
  const index = new Map(options.map((id, k) => [id, k]));
  let at = 0;
  const bad = (why: string): CoreError => new CoreError("MODEL_SYNTAX", `"${text}": ${why}.`, { line });
  const chain = (word: "and" | "or", next: () => Expression): Expression => {
    const of = [next()];
    while (tokens[at] === word) {
      at++;
      of.push(next());
    }
    return of.length === 1 ? of[0] : { kind: word, of };
  };
  const unit = (): Expression => {
    const token = tokens[at++];
    if (token === undefined) throw bad("it ends where an option should stand");
    if (token === "not") return { kind: "not", of: unit() };
    if (token === "(") {
      const inner = or();
      if (tokens[at++] !== ")") throw bad("a parenthesis is not closed");
      return inner;
    }
    if (token === ")" || WORDS.has(token)) throw bad(`"${token}" stands where an option should`);
    const option = index.get(token);
    if (option === undefined)
      throw new CoreError("MODEL_UNKNOWN_OPTION", `No option is called "${token}".`, { line, option: token });
    return { kind: "option", at: option };
  };
  const or = (): Expression => chain("or", () => chain("and", unit));
  const first = or();
  const join = tokens[at];
  if (join === undefined) return first;
  if (join !== "if" && join !== "iff") throw bad(`"${join}" is not understood there`);
  at++;
  const second = or();
  if (at < tokens.length) throw bad(`"${tokens[at]}" is not understood after "${join}"`);
  return { kind: join, of: [first, second] };
}

/** Most patterns one expression may grow to. */
const MAX_PATTERNS = 256;

function patternsOf(e: Expression, n: number, text: string, line: number): string[] {
  if (e.kind === "if" || e.kind === "iff")
    throw new CoreError("MODEL_SYNTAX", `"${text}": "${e.kind}" has no place here.`, { line });
  const found = conjunctions(e, true);
  if (found.length > MAX_PATTERNS)
    throw new CoreError("MODEL_SYNTAX", `"${text}" is too long: write it as several statements.`, { line });
  if (found.length === 0)
    throw new CoreError("MODEL_CONTRADICTION", `"${text}" cannot hold, whatever is chosen.`, { line });
  const patterns = found.map((c) =>
    Array.from({ length: n }, (_, k) => (c.has(k) ? (c.get(k) ? "Y" : "N") : "-")).join(""),
  );
  return [...new Set(patterns)];
}

/** Disjunctive form; `holds: false` reads the expression negated. Conjunctions that contradict themselves are left out. */
function conjunctions(e: Expression, holds: boolean): Conjunction[] {
  if (e.kind === "option") return [new Map([[e.at, holds]])];
  if (e.kind === "not") return conjunctions(e.of, !holds);
  const parts = e.of.map((p) => conjunctions(p, holds));
  if ((e.kind === "or") === holds) return parts.flat();
  return parts.reduce<Conjunction[]>(
    (all, part) =>
      all.length > MAX_PATTERNS ? all : all.flatMap((a) => part.flatMap((b) => both(a, b) ?? [])),
    [new Map()],
  );
}

function both(a: Conjunction, b: Conjunction): Conjunction | null {
  const out = new Map(a);
  for (const [k, v] of b) {
    if (out.get(k) === !v) return null;
    out.set(k, v);
  }
  return out;
}
