import { scaleUtc } from "d3-scale";
import { type KeyboardEvent, useMemo, useRef } from "react";
import { apart } from "../parts/words.js";
import { showWhen, toTime } from "../shell/dates.js";
import { Glyph, statusOf } from "./glyph.js";
import { type Dated, type Lane, lane, rowsFor } from "./layout.js";
import type { Span } from "./use-span.js";

interface Props {
  readonly items: readonly Dated[];
  readonly tracks: readonly { readonly id: string; readonly name: string }[];
  readonly span: Span;
  readonly width: number;
  /** How much larger it is drawn. */
  readonly scale: number;
  /** Day of the page: what lies right of it had not happened. */
  readonly now: string;
  readonly chosen: string | null;
  choose(id: string): void;
  open(items: readonly Dated[]): void;
  zoom(by: number, about?: number): void;
  pan(by: number): void;
  whole(): void;
}

const ROW = 13;
const HEAD = 22;
const AXIS = 24;
/** Room that a tick's name needs: nearer to the edge it would be cut. */
const TICK = 48;

export function Chart({
  items,
  tracks,
  span,
  width,
  scale,
  now,
  chosen,
  choose,
  open,
  zoom,
  pan,
  whole,
}: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const x = useMemo(() => scaleUtc(span, [0, width]), [span, width]);
  const lanes = useMemo(() => {
    const shown = items.filter((d) => d.to >= span[0] && d.from <= span[1]);
    const most = rowsFor(shown.length, tracks.length, width);
    return tracks
      .map((t) =>
        lane(
          t.id,
          shown.filter((d) => d.item.track === t.id),
          x,
          most,
        ),
      )
      .filter((l) => l.placed.length > 0);
  }, [items, tracks, span, x, width]);
  const tops = [AXIS];
  for (const l of lanes) tops.push(tops[tops.length - 1] + HEAD + l.rows * ROW + 8);
  const height = tops[tops.length - 1] + 4;
  const order = lanes.flatMap((l) => l.placed.toSorted((a, b) => a.x0 - b.x0 || a.row - b.row));
  const current = order.find((p) => p.item.id === chosen) ?? order[0];
  const focus = (id: string) => {
    choose(id);
    requestAnimationFrame(() => svg.current?.querySelector<SVGElement>(`[data-id="${id}"]`)?.focus());
  };
  const onKey = (e: KeyboardEvent) => {
    const own = lanes.findIndex((l) => l.placed.some((p) => p.item.id === current?.item.id));
    const inLane = order.filter((p) => p.item.track === lanes[own]?.track);
    const at = inLane.findIndex((p) => p.item.id === current?.item.id);
    const side = (n: number) => inLane[at + n] && focus(inLane[at + n].item.id);
    const across = (n: number) => {
      const next = lanes[own + n]?.placed;
      if (next === undefined || current === undefined) return;
      focus(
        next.reduce((a, b) => (Math.abs(b.x0 - current.x0) < Math.abs(a.x0 - current.x0) ? b : a)).item.id,
      );
    };
    const acts: Readonly<Record<string, () => void>> = {
      ArrowRight: () => side(1),
      ArrowLeft: () => side(-1),
      ArrowDown: () => across(1),
      ArrowUp: () => across(-1),
      Home: () => inLane[0] && focus(inLane[0].item.id),
      End: () => inLane.length > 0 && focus(inLane[inLane.length - 1].item.id),
      PageDown: () => pan(0.5),
      PageUp: () => pan(-0.5),
      "+": () => zoom(0.5, current && (current.from + current.to) / 2),
      "=": () => zoom(0.5, current && (current.from + current.to) / 2),
      "-": () => zoom(2),
      "0": whole,
    };
    if (acts[e.key] === undefined) return;
    e.preventDefault();
    acts[e.key]();
  };
  return (
    <svg
      ref={svg}
      className="chart"
      width={width * scale}
      height={height * scale}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label="Timeline. Arrow keys move between items, plus and minus zoom."
      onKeyDown={onKey}
    >
      <Axis x={x} height={height} width={width} now={toTime(now)} />
      {lanes.map((l, i) => (
        <g key={l.track} transform={`translate(0,${tops[i]})`}>
          <line className="lane-line" x1={0} x2={width} y1={0} y2={0} />
          <text className="lane-name" x={4} y={15}>
            {tracks.find((t) => t.id === l.track)?.name}
          </text>
          <Marks of={l} current={current?.item.id} chosen={chosen} choose={choose} open={open} />
        </g>
      ))}
    </svg>
  );
}

function Marks({
  of,
  current,
  chosen,
  choose,
  open,
}: {
  readonly of: Lane;
  readonly current: string | undefined;
  readonly chosen: string | null;
  choose(id: string): void;
  open(items: readonly Dated[]): void;
}) {
  return (
    <>
      {of.placed.map((p) => {
        const y = HEAD + p.row * ROW + ROW / 2;
        return (
          <g
            key={p.item.id}
            data-id={p.item.id}
            role="button"
            aria-pressed={p.item.id === chosen}
            aria-label={`${p.item.kind}, ${statusOf(p.item)}, ${showWhen(p.item.when)}: ${apart(p.item.says)}`}
            tabIndex={p.item.id === current ? 0 : -1}
            className={p.item.id === chosen ? "point chosen" : "point"}
            onClick={() => choose(p.item.id)}
            onKeyDown={(e) => {
              if (e.key === "Enter" || e.key === " ") choose(p.item.id);
            }}
          >
            <title>{`${showWhen(p.item.when)}: ${apart(p.item.says)}`}</title>
            <rect className="hit-area" x={p.x0 - 1} y={y - ROW / 2} width={p.x1 - p.x0 + 2} height={ROW} />
            <Glyph of={p} y={y} />
          </g>
        );
      })}
      {of.crowds.map((c) => (
        <g
          key={c.x}
          role="button"
          tabIndex={0}
          aria-label={`${c.items.length} more items here`}
          className="crowd"
          onClick={() => open(c.items)}
          onKeyDown={(e) => {
            if (e.key === "Enter" || e.key === " ") open(c.items);
          }}
        >
          <text x={c.x} y={HEAD + of.rows * ROW - 3} textAnchor="middle">
            +{c.items.length}
          </text>
        </g>
      ))}
    </>
  );
}

function Axis({
  x,
  height,
  width,
  now,
}: {
  readonly x: ReturnType<typeof scaleUtc<number, number>>;
  readonly height: number;
  readonly width: number;
  readonly now: number;
}) {
  const show = x.tickFormat();
  return (
    <g aria-hidden="true">
      {x(now) < width ? (
        <rect
          className="to-come"
          x={Math.max(0, x(now))}
          y={0}
          width={width - Math.max(0, x(now))}
          height={height}
        />
      ) : null}
      {x.ticks(Math.max(3, Math.floor(width / 110))).map((t) => (
        <g key={t.getTime()} transform={`translate(${x(t)},0)`}>
          <line className="tick" y1={AXIS - 6} y2={height} />
          {x(t) > width - TICK ? null : (
            <text className="tick-name" y={13} x={3}>
              {show(t)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
