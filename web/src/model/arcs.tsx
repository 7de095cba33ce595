import type { ModelFile } from "../../../src/conflict/index.js";
import type { Grid } from "./layout.js";
import { dashOf, ownClass } from "./marks.js";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything of the graph stands, in pixels. */
export interface Place {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly cell: Point;
  of(state: number): Point;
  /** The point about which the move from one place to another bends. */
  bend(from: Point, to: Point): Point;
  /** The middle of that move. */
  middle(from: Point, to: Point): Point;
}

export const BAR = 17;

export function placed(grid: Grid, file: ModelFile, width: number): Place {
  const narrow = width < 560;
  const left = narrow ? 80 : 150;
  const heads = file.options.filter((o) => grid.across.includes(o.maker)).length;
  const top = heads * BAR + 14;
  const lines = Math.max(1, ...grid.rows.map((r) => count(r)));
  const cell = {
    x: Math.min(200, Math.max(narrow ? 40 : 48, (width - left) / Math.max(1, grid.columns.length))),
    y: Math.max(66, lines * 15 + 14),
  };
  const of = (state: number): Point => {
    const at = grid.at.get(state) ?? { column: 0, row: 0 };
    return { x: left + (at.column + 0.5) * cell.x, y: top + (at.row + 0.5) * cell.y };
  };
  // Right and down bend to one side, left and up to the other: two ways between two states stay apart.
  const bend = (from: Point, to: Point): Point => {
    const mid = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    if (from.y === to.y) {
      const far = Math.min(cell.y * 0.86, 14 + (Math.abs(to.x - from.x) / cell.x) * 9);
      return { x: mid.x, y: mid.y - Math.sign(to.x - from.x) * far };
    }
    const far = Math.min(cell.x * 0.86, 14 + (Math.abs(to.y - from.y) / cell.y) * 9);
    return { x: mid.x + Math.sign(to.y - from.y) * far, y: mid.y };
  };
  const middle = (from: Point, to: Point): Point => {
    const c = bend(from, to);
    return { x: (from.x + to.x) / 4 + c.x / 2, y: (from.y + to.y) / 4 + c.y / 2 };
  };
  return {
    width: Math.max(left + cell.x * grid.columns.length, Math.min(width, left + 60)),
    height: top + cell.y * grid.rows.length + 6,
    left,
    top,
    cell,
    of,
    bend,
    middle,
  };
}

const count = (bits: number): number => {
  let n = 0;
  for (let b = bits; b !== 0; b &= b - 1) n++;
  return n;
};

interface ArcProps {
  readonly from: Point;
  readonly to: Point;
  readonly place: Place;
  /** Radius of the states it leaves and enters. */
  readonly r: number;
  readonly className: string;
  readonly maker?: number;
}

/** One move, from the edge of a state to the edge of another. */
export function Arc({ from, to, place, r, className, maker }: ArcProps) {
  const c = place.bend(from, to);
  const [a, b] = [toward(from, c, r + 3), toward(to, c, r + (maker === undefined ? 3 : 6))];
  return (
    <path
      className={`move ${className}`}
      d={`M${round(a.x)},${round(a.y)}Q${round(c.x)},${round(c.y)} ${round(b.x)},${round(b.y)}`}
      strokeDasharray={maker === undefined ? undefined : dashOf(maker)}
      markerEnd={maker === undefined ? undefined : `url(#head-${maker % 8})`}
    />
  );
}

function toward(from: Point, to: Point, far: number): Point {
  const d = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / d) * far, y: from.y + ((to.y - from.y) / d) * far };
}

const round = (n: number): number => Math.round(n * 10) / 10;

export const Arrows = ({ file }: { readonly file: ModelFile }) => (
  <defs>
    {file.makers.slice(0, 8).map(({ code }, i) => (
      <marker
        key={code}
        id={`head-${i}`}
        className={ownClass(i)}
        viewBox="0 0 8 8"
        refX="5"
        refY="4"
        markerWidth="7"
        markerHeight="7"
        markerUnits="userSpaceOnUse"
        orient="auto"
      >
        <path className="head" d="M0,0.5L8,4L0,7.5z" />
      </marker>
    ))}
  </defs>
);
