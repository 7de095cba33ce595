import type { ModelFile } from "../../../src/conflict/index.js";
import { BAR, type Place } from "./arcs.js";
import type { Grid } from "./layout.js";
import { ownClass } from "./marks.js";

interface Props {
  readonly grid: Grid;
  readonly place: Place;
  readonly file: ModelFile;
}

/** What columns and rows are: a bar over the columns in which an option is taken; beside a row, the options taken in it. */
export function Heads({ grid, place, file }: Props) {
  const { left, top, cell, width, height } = place;
  const letters = Math.floor((left - 14) / 6.4);
  const across = file.options.flatMap((o, k) => (grid.across.includes(o.maker) ? [{ ...o, k }] : []));
  const down = file.options.flatMap((o, k) => (grid.down.includes(o.maker) ? [{ ...o, k }] : []));
  return (
    <g aria-hidden="true" className="heads">
      {grid.rows.map((row, r) => (
        <rect
          key={row}
          className={r % 2 === 0 ? "band" : "band odd"}
          x={0}
          y={top + r * cell.y}
          width={width}
          height={Math.min(cell.y, height - top - r * cell.y)}
        />
      ))}
      {across.map((o, i) => (
        <g key={o.id} className={ownClass(o.maker)} transform={`translate(0,${i * BAR + 6})`}>
          <text x={left - 10} y={9} textAnchor="end">
            {short(o.id, letters)}
            <title>{o.text}</title>
          </text>
          {grid.columns.map((column, c) =>
            (column >> o.k) & 1 ? (
              <rect
                key={column}
                className="bar"
                x={left + c * cell.x + 1}
                y={2}
                width={cell.x - 2}
                height={7}
              >
                <title>{o.text}</title>
              </rect>
            ) : null,
          )}
        </g>
      ))}
      {grid.rows.map((row, r) => {
        const taken = down.filter((o) => (row >> o.k) & 1);
        const first = top + (r + 0.5) * cell.y - ((Math.max(1, taken.length) - 1) * 15) / 2;
        return taken.length === 0 ? (
          <text key={row} className="muted" x={left - 10} y={first} dy="0.35em" textAnchor="end">
            {down.length === 0 ? "" : "none"}
          </text>
        ) : (
          taken.map((o, k) => (
            <g key={o.id} className={ownClass(o.maker)}>
              <text x={left - 10} y={first + k * 15} dy="0.35em" textAnchor="end">
                {short(o.id, letters)}
                <title>{o.text}</title>
              </text>
            </g>
          ))
        );
      })}
    </g>
  );
}

const short = (text: string, letters: number): string =>
  text.length <= letters ? text : `${text.slice(0, Math.max(3, letters - 1))}…`;
