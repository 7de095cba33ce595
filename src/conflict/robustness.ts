import { type Game, withPreferences } from "./game.js";
import type { DecisionMaker, PreferenceStatement } from "./model.js";

/** A small change of one decision maker's list of statements. `at` counts from 0; a swap exchanges `at` and `at + 1`. */
export interface Edit {
  readonly kind: "swap" | "drop";
  readonly decisionMaker: number;
  readonly at: number;
}

/** A change of one or two edits after which the verdict is another. */
export interface VerdictChange {
  /** Applied in order: places in the second count in the list that the first left. */
  readonly edits: readonly Edit[];
  readonly verdict: string;
  /** Whether neither edit alone, applied to the list as it is, changes the verdict. True for single edits. */
  readonly minimal: boolean;
}

export interface Robustness {
  readonly verdict: string;
  readonly changes: readonly VerdictChange[];
  /** Different lists tried with one edit, and with two. */
  readonly tried: { readonly one: number; readonly two: number };
}

type Lists = readonly (readonly PreferenceStatement[] | null)[];

/** Ranks kept between variants, as numbers: 200 MB at most. */
const KEPT_RANKS = 50_000_000;

/**
 * Tries every one- and two-edit change of the statement lists and says which change the verdict. Lists that are no different from the
 * ones there, or that fewer edits make, are not tried again. Decision makers with a ranking are left as they are.
 * `verdict` is asked once a variant: about (2 x statements)^2 / 2 times.
 */
export function robustness(game: Game, verdict: (game: Game) => string): Robustness {
  const lists: Lists = game.model.decisionMakers.map((dm) => (dm.ranking === null ? dm.statements : null));
  const now = verdict(game);
  const variant = rankCache(game);
  const tried = new Map<string, string>([[keyOf(lists), now]]);
  const changes: VerdictChange[] = [];
  const ask = (next: Lists): string | null => {
    const key = keyOf(next);
    if (tried.has(key)) return null;
    const v = verdict(variant(next));
    tried.set(key, v);
    return v;
  };
  const firsts = editsOf(lists).map((edit) => ({ edit, lists: applyEdit(lists, edit) }));
  let one = 0;
  for (const first of firsts) {
    const v = ask(first.lists);
    if (v === null) continue;
    one++;
    if (v !== now) changes.push({ edits: [first.edit], verdict: v, minimal: true });
  }
  let two = 0;
  for (const first of firsts) {
    for (const edit of editsOf(first.lists)) {
      const next = applyEdit(first.lists, edit);
      const v = ask(next);
      if (v === null) continue;
      two++;
      if (v === now) continue;
      const edits = [first.edit, edit];
      changes.push({ edits, verdict: v, minimal: minimal(edits, lists, tried, now) });
    }
  }
  return { verdict: now, changes, tried: { one, two } };
}

/** All swaps of neighbours and all single drops. */
export function editsOf(lists: Lists): Edit[] {
  return lists.flatMap((list, decisionMaker) => [
    ...(list ?? []).slice(1).map((_, at): Edit => ({ kind: "swap", decisionMaker, at })),
    ...(list ?? []).map((_, at): Edit => ({ kind: "drop", decisionMaker, at })),
  ]);
}

/** The lists after one edit. */
export const applyEdit = (lists: Lists, edit: Edit): Lists =>
  lists.map((list, k) => (k !== edit.decisionMaker || list === null ? list : edited(list, edit)));

const edited = <T>(list: readonly T[], { kind, at }: Edit): readonly T[] =>
  kind === "drop"
    ? [...list.slice(0, at), ...list.slice(at + 1)]
    : [...list.slice(0, at), list[at + 1], list[at], ...list.slice(at + 2)];

function minimal(
  edits: readonly Edit[],
  lists: Lists,
  tried: ReadonlyMap<string, string>,
  now: string,
): boolean {
  if (tried.get(keyOf(applyEdit(lists, edits[0]))) !== now) return false;
  const [a, b] = edits;
  const list = lists[b.decisionMaker];
  if (a.decisionMaker !== b.decisionMaker || list === null)
    return tried.get(keyOf(applyEdit(lists, b))) === now;
  // The second edit's place counts in the list that the first left: find the statements it was about.
  const was = edited(
    list.map((_, at) => at),
    a,
  );
  const at = b.kind === "drop" ? was[b.at] : Math.min(was[b.at], was[b.at + 1]);
  if (b.kind === "swap" && Math.abs(was[b.at] - was[b.at + 1]) !== 1) return true;
  return tried.get(keyOf(applyEdit(lists, { ...b, at }))) === now;
}

const keyOf = (lists: Lists): string => JSON.stringify(lists);

/** Games with other lists; ranks of a list are computed once while they fit. */
function rankCache(game: Game): (lists: Lists) => Game {
  const kept = new Map<string, Int32Array>();
  let room = KEPT_RANKS;
  return (lists) => {
    const makers = game.model.decisionMakers.map(
      (dm, k): DecisionMaker => (lists[k] === null ? dm : { ...dm, statements: lists[k] }),
    );
    const next = withPreferences(game, makers, (k) => kept.get(`${k} ${JSON.stringify(lists[k])}`));
    for (const [k, ranks] of next.ranks.entries()) {
      const key = `${k} ${JSON.stringify(lists[k])}`;
      if (kept.has(key) || room < ranks.length) continue;
      room -= ranks.length;
      kept.set(key, ranks);
    }
    return next;
  };
}
