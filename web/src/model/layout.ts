import { type Game, movesOf } from "../../../src/conflict/index.js";

/**
 * States on a grid: each decision maker's choices lie along one of two axes, so that every move of its own runs along a row or a
 * column, and states side by side differ in little. Rows and columns without a feasible state are left out.
 */
export interface Grid {
  /** Decision makers whose choices differ from column to column, and from row to row. */
  readonly across: readonly number[];
  readonly down: readonly number[];
  /** Bits of the options taken in each column and each row. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  /** By bit set of the state. */
  readonly at: ReadonlyMap<number, { readonly column: number; readonly row: number }>;
}

/** Lays out a game for a space of `shape` = columns by rows, e.g. 2.5 for a wide one. Tries every share of at most ten decision makers. */
export function gridOf(game: Game, shape: number): Grid {
  const masks = game.model.decisionMakers.map((d) => d.options.reduce((bits, k) => bits | (1 << k), 0));
  const n = Math.min(masks.length, 10);
  let best: { across: number; columns: number[]; rows: number[]; worth: number } | null = null;
  for (let across = 0; across < 1 << n; across++) {
    const mask = masks.reduce((bits, m, i) => ((across >> i) & 1 ? bits | m : bits), 0);
    const columns = distinct(game.states, mask);
    const rows = distinct(game.states, ~mask);
    // Holes in the grid cost as much as a shape that does not fit.
    const worth =
      Math.abs(Math.log(columns.length / rows.length / shape)) + Math.log(columns.length * rows.length);
    if (best === null || worth < best.worth) best = { across, columns, rows, worth };
  }
  const { across = 0, columns = [], rows = [] } = best ?? {};
  const mask = masks.reduce((bits, m, i) => ((across >> i) & 1 ? bits | m : bits), 0);
  const column = new Map(columns.map((c, i) => [c, i]));
  const row = new Map(rows.map((r, i) => [r, i]));
  const at = new Map<number, { column: number; row: number }>();
  for (const s of game.states) at.set(s, { column: column.get(s & mask) ?? 0, row: row.get(s & ~mask) ?? 0 });
  const all = masks.map((_, i) => i);
  return {
    across: all.filter((i) => (across >> i) & 1),
    down: all.filter((i) => !((across >> i) & 1)),
    columns,
    rows,
    at,
  };
}

const distinct = (states: Int32Array, mask: number): number[] =>
  [...new Set([...states].map((s) => s & mask))].sort((a, b) => a - b);

export interface Move {
  readonly maker: number;
  readonly from: number;
  readonly to: number;
  /** Whether its mover likes the end better (1), worse (-1), or as much (0). */
  readonly worth: -1 | 0 | 1;
}

/** Every move of one step out of these states. */
export function movesFrom(game: Game, states: Iterable<number>): Move[] {
  const out: Move[] = [];
  for (const from of states)
    for (let maker = 0; maker < game.ranks.length; maker++)
      for (const to of movesOf(game, maker, from)) {
        const d = game.ranks[maker][to] - game.ranks[maker][from];
        out.push({ maker, from, to, worth: d > 0 ? 1 : d < 0 ? -1 : 0 });
      }
  return out;
}

export type Arrow = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

/** The nearest state in a direction: along the row or column, and where nothing is there, the nearest beyond it. */
export function neighbour(grid: Grid, from: number, key: Arrow): number | null {
  const here = grid.at.get(from);
  if (here === undefined) return null;
  const flat = key === "ArrowLeft" || key === "ArrowRight";
  const sign = key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1;
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [s, p] of grid.at) {
    const along = (flat ? p.column - here.column : p.row - here.row) * sign;
    const aside = Math.abs(flat ? p.row - here.row : p.column - here.column);
    if (along <= 0) continue;
    const far = along + aside * 100;
    if (far < least) {
      least = far;
      best = s;
    }
  }
  return best;
}
