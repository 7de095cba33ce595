import { CoreError } from "../text/index.js";

/**
 * Conflict in option form (Fraser and Hipel 1984): each option belongs to one decision maker and is taken (Y) or not (N); a state is
 * one choice for every option, written as a bit set in which bit k is option k.
 */
export interface GraphModel {
  readonly options: readonly ModelOption[];
  readonly decisionMakers: readonly DecisionMaker[];
  /** Patterns over Y, N and - (one character an option) that no state may match. */
  readonly infeasible: readonly string[];
}

export interface ModelOption {
  readonly name: string;
  /** `fwd`: may only be taken (N to Y); `back`: may only be given up. */
  readonly direction: "both" | "fwd" | "back";
}

/** One order of all states: by statements, or by hand. */
export interface Preferences {
  /** Preference statements, most important first: a state is ranked lexicographically by which it satisfies. */
  readonly statements: readonly PreferenceStatement[] | null;
  /** Instead: numbers of feasible states (1 = lowest decimal), best first; an inner list holds states liked equally. */
  readonly ranking: readonly (number | readonly number[])[] | null;
}

/** What a decision maker takes the conflict for, where it is not as it is. */
export interface OwnView {
  /** Patterns of states that it takes for impossible. */
  readonly infeasible?: readonly string[];
  /** Preferences that it ascribes to others. */
  readonly beliefs?: readonly (Preferences & { readonly about: number })[];
}

export interface DecisionMaker extends Preferences {
  readonly name: string;
  /** Indices of the options it owns. */
  readonly options: readonly number[];
  /** Other lists that may be its true one; see `solveAlternatives`. */
  readonly alternatives?: readonly Preferences[];
  /** Its own model of the conflict; see `solveMisperceptions`. */
  readonly view?: OwnView;
  /** Patterns of states this decision maker does not see: it has no move into or out of them. */
  readonly misperceived?: readonly string[];
}

/** A pattern; or one of several; or "a IF b"; or "a IFF b". Statements nest. */
export type PreferenceStatement =
  | string
  | { readonly any: readonly PreferenceStatement[] }
  | { readonly if: readonly [PreferenceStatement, PreferenceStatement] }
  | { readonly iff: readonly [PreferenceStatement, PreferenceStatement] };

/** Largest number of options: 2^24 states. */
export const MAX_OPTIONS = 24;

/**
 * Checks a model's form. `where.line` counts statements or patterns from 1.
 * @throws CoreError MODEL_TOO_LARGE, MODEL_BAD_PATTERN, MODEL_UNKNOWN_OPTION, MODEL_OPTION_OWNER,
 * MODEL_NO_PREFERENCES, MODEL_UNKNOWN_MAKER
 */
export function checkModel(model: GraphModel): void {
  const n = model.options.length;
  if (n > MAX_OPTIONS)
    throw new CoreError(
      "MODEL_TOO_LARGE",
      `${n} options make more states than memory holds; ${MAX_OPTIONS} is the most.`,
      { options: n },
    );
  const owner = new Map<number, string>();
  for (const dm of model.decisionMakers) {
    for (const option of dm.options) {
      if (option < 0 || option >= n || !Number.isInteger(option)) {
        throw new CoreError("MODEL_UNKNOWN_OPTION", `${dm.name} owns option ${option + 1}; there are ${n}.`, {
          decisionMaker: dm.name,
          line: option + 1,
        });
      }
      const other = owner.get(option);
      if (other !== undefined) {
        throw new CoreError(
          "MODEL_OPTION_OWNER",
          `"${model.options[option].name}" belongs to ${other} and to ${dm.name}.`,
          { option: model.options[option].name },
        );
      }
      owner.set(option, dm.name);
    }
    const beliefs = dm.view?.beliefs ?? [];
    for (const { about } of beliefs) {
      if (model.decisionMakers[about] === undefined)
        throw new CoreError("MODEL_UNKNOWN_MAKER", `${dm.name} has a belief about nobody.`, {
          decisionMaker: dm.name,
        });
    }
    if (
      [dm, ...(dm.alternatives ?? []), ...beliefs].some((p) => p.statements === null && p.ranking === null)
    ) {
      throw new CoreError("MODEL_NO_PREFERENCES", `${dm.name} has neither statements nor a ranking.`, {
        decisionMaker: dm.name,
      });
    }
    for (const list of [dm, ...(dm.alternatives ?? []), ...beliefs])
      for (const [i, s] of (list.statements ?? []).entries()) checkStatement(s, n, dm.name, i + 1);
    for (const [i, p] of (dm.view?.infeasible ?? []).entries()) checkPattern(p, n, dm.name, i + 1);
    for (const [i, p] of (dm.misperceived ?? []).entries()) checkPattern(p, n, dm.name, i + 1);
  }
  for (let k = 0; k < n; k++) {
    if (!owner.has(k))
      throw new CoreError("MODEL_OPTION_OWNER", `"${model.options[k].name}" belongs to nobody.`, {
        option: model.options[k].name,
      });
  }
  for (const [i, p] of model.infeasible.entries()) checkPattern(p, n, "infeasible", i + 1);
}

function checkStatement(s: PreferenceStatement, n: number, who: string, line: number): void {
  if (typeof s === "string") checkPattern(s, n, who, line);
  else for (const part of parts(s)) checkStatement(part, n, who, line);
}

const parts = (s: Exclude<PreferenceStatement, string>): readonly PreferenceStatement[] =>
  "any" in s ? s.any : "if" in s ? s.if : s.iff;

function checkPattern(pattern: string, n: number, who: string, line: number): void {
  if (pattern.length !== n || /[^YN-]/.test(pattern)) {
    throw new CoreError("MODEL_BAD_PATTERN", `"${pattern}" is not ${n} characters of Y, N and -.`, {
      of: who,
      line,
    });
  }
}

/** A pattern as two bit sets: the state matches when `(state & care) === value`. */
export function patternBits(pattern: string): { readonly care: number; readonly value: number } {
  let care = 0;
  let value = 0;
  for (let k = 0; k < pattern.length; k++) {
    if (pattern[k] === "-") continue;
    care |= 1 << k;
    if (pattern[k] === "Y") value |= 1 << k;
  }
  return { care, value };
}

/** Test of a statement on a state. AND is within a pattern; `if: [a, b]` is "a if b": not b, or a. */
export function compileStatement(s: PreferenceStatement): (state: number) => boolean {
  if (typeof s === "string") {
    const { care, value } = patternBits(s);
    return (state) => (state & care) === value;
  }
  const tests = parts(s).map(compileStatement);
  if ("any" in s) return (state) => tests.some((t) => t(state));
  const [a, b] = tests;
  return "if" in s ? (state) => !b(state) || a(state) : (state) => a(state) === b(state);
}
