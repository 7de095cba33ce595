import { useMemo, useRef } from "react";
import { nameState, numberOf } from "../../../src/app/model/telling/index.js";
import type { Concept, Step } from "../../../src/conflict/index.js";
import { type Answer, holdsUnder } from "./answer.js";
import { Arc, Arrows, placed } from "./arcs.js";
import { Heads } from "./heads.js";
import { type Arrow, gridOf, movesFrom, neighbour } from "./layout.js";
import { ownClass } from "./marks.js";

const R = 15;

interface Props {
  readonly of: Answer;
  readonly width: number;
  /** How much larger it is drawn. */
  readonly scale: number;
  readonly concept: Concept;
  readonly chosen: number;
  /** Which moves are drawn besides those of the state chosen. */
  readonly moves: "gain" | "all" | "none";
  readonly path: readonly Step[] | null;
  choose(state: number): void;
}

/** The states and the moves between them: own SVG, every state a button, arrow keys go from one to the next. */
export function Graph({ of, width, scale, concept, chosen, moves, path, choose }: Props) {
  const { game, file } = of.model;
  const svg = useRef<SVGSVGElement>(null);
  const grid = useMemo(() => gridOf(game, Math.max(0.35, width / 420)), [game, width]);
  const place = useMemo(() => placed(grid, file, width), [grid, file, width]);
  const all = useMemo(
    () =>
      moves === "none" ? [] : movesFrom(game, game.states).filter((m) => moves === "all" || m.worth === 1),
    [game, moves],
  );
  const own = useMemo(() => movesFrom(game, [chosen]), [game, chosen]);
  const quo = file.statusQuo;
  const go = (key: string): boolean => {
    const next = key === "Home" ? quo : /^Arrow/.test(key) ? neighbour(grid, chosen, key as Arrow) : null;
    if (next === null) return false;
    choose(next);
    svg.current?.querySelector<SVGGElement>(`[data-state="${next}"]`)?.focus();
    return true;
  };
  const steps = (path ?? []).map((step, k) => ({ ...step, from: path?.[k - 1]?.to ?? quo ?? 0 }));
  return (
    <svg
      ref={svg}
      className="graph"
      width={place.width * scale}
      height={place.height * scale}
      viewBox={`0 0 ${place.width} ${place.height}`}
      role="group"
      aria-label={`Move graph: ${game.states.length} states. Arrow keys go along rows and columns, Home to the status quo.`}
    >
      <Arrows file={file} />
      <Heads grid={grid} place={place} file={file} />
      <g aria-hidden="true">
        {steps.map((s) => (
          <Arc
            key={`${s.from} ${s.to}`}
            className="way"
            from={place.of(s.from)}
            to={place.of(s.to)}
            place={place}
            r={R}
          />
        ))}
        <g className="faint">
          {all.map((m) => (
            <Arc
              key={`${m.maker} ${m.from} ${m.to}`}
              className={ownClass(m.maker)}
              maker={m.maker}
              from={place.of(m.from)}
              to={place.of(m.to)}
              place={place}
              r={R}
            />
          ))}
        </g>
        {own.map((m) => (
          <Arc
            key={`${m.maker} ${m.to}`}
            className={`${ownClass(m.maker)} ${m.worth === 1 ? "strong" : "slight"}`}
            maker={m.maker}
            from={place.of(m.from)}
            to={place.of(m.to)}
            place={place}
            r={R}
          />
        ))}
      </g>
      {[...game.states].map((s) => {
        const { x, y } = place.of(s);
        const holds = holdsUnder(of, s);
        const { number, taken } = nameState(of.model, s);
        const kind = holds.includes(concept) ? "holds" : holds.length > 0 ? "partly" : "";
        const says = [
          `State ${number}: ${taken.join(", ") || "nothing taken"}`,
          s === quo ? "the status quo" : "",
          holds.length === of.concepts.length
            ? "holds for all under every concept"
            : holds.length > 0
              ? `holds for all under ${holds.join(", ")}`
              : "does not hold for all",
        ].filter(Boolean);
        return (
          <g
            key={s}
            data-state={s}
            role="button"
            tabIndex={s === chosen ? 0 : -1}
            aria-pressed={s === chosen}
            aria-label={says.join("; ")}
            className={`state ${kind} ${s === chosen ? "chosen" : ""}`}
            transform={`translate(${x},${y})`}
            onClick={() => choose(s)}
            onKeyDown={(e) => {
              if (e.key === "Enter" || e.key === " ") choose(s);
              else if (!go(e.key)) return;
              e.preventDefault();
            }}
          >
            <title>{says.join("; ")}</title>
            <circle className="halo" r={R + 7} />
            {s === quo ? (
              <rect className="quo" x={-R - 4} y={-R - 4} width={2 * R + 8} height={2 * R + 8} rx={3} />
            ) : null}
            {kind === "" ? null : <circle className="ring" r={R + (s === quo ? 0 : 3.5)} />}
            <circle className="disc" r={s === quo && kind !== "" ? R - 3 : R} />
            <text textAnchor="middle" dy="0.35em">
              {number}
            </text>
          </g>
        );
      })}
      <g aria-hidden="true" className="step-numbers">
        {steps.map((s, k) => {
          const at = place.middle(place.of(s.from), place.of(s.to));
          return (
            <g key={`${s.from} ${s.to}`} transform={`translate(${at.x},${at.y})`}>
              <circle r={8} />
              <text textAnchor="middle" dy="0.36em">
                {k + 1}
              </text>
            </g>
          );
        })}
      </g>
    </svg>
  );
}

export const stateNumber = (of: Answer, s: number): number => numberOf(of.model.game, s);
