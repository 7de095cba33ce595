import { memo, type PointerEvent, useRef } from "react";
import { type Dated, density } from "./layout.js";
import type { Span } from "./use-span.js";

interface Props {
  readonly items: readonly Dated[];
  readonly all: Span;
  readonly span: Span;
  readonly width: number;
  /** How much larger it is drawn. */
  readonly scale: number;
  set(span: Span | null): void;
}

const HEIGHT = 34;

/** All of time in one strip; drag to choose a part of it. The buttons and keys do the same without a pointer. */
export function Brush({ items, all, span, width, scale, set }: Props) {
  const start = useRef<number | null>(null);
  const at = (e: PointerEvent<SVGSVGElement>): number => {
    const box = e.currentTarget.getBoundingClientRect();
    return all[0] + ((e.clientX - box.left) / box.width) * (all[1] - all[0]);
  };
  const x = (t: number): number => ((t - all[0]) / (all[1] - all[0])) * width;
  return (
    <svg
      className="brush"
      width={width * scale}
      height={HEIGHT * scale}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      aria-hidden="true"
      onPointerDown={(e) => {
        start.current = at(e);
        e.currentTarget.setPointerCapture(e.pointerId);
      }}
      onPointerMove={(e) => {
        if (start.current === null) return;
        const [a, b] = [start.current, at(e)].toSorted((p, q) => p - q);
        if (x(b) - x(a) > 4) set([a, b]);
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      onDoubleClick={() => set(null)}
    >
      <Bars items={items} all={all} width={width} />
      <rect
        className="brush-window"
        x={x(span[0])}
        y={0.5}
        width={Math.max(3, x(span[1]) - x(span[0]))}
        height={HEIGHT - 1}
      />
    </svg>
  );
}

/** How full each part of the strip is; it stays as it is while the window moves. */
const Bars = memo(function Bars({ items, all, width }: Pick<Props, "items" | "all" | "width">) {
  const n = Math.max(20, Math.floor(width / 6));
  return (
    <>
      {density(items, all, n).map((d, i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a part of the strip is its place
          key={i}
          className="brush-bar"
          x={(i * width) / n}
          y={HEIGHT - 2 - d * (HEIGHT - 8)}
          width={width / n - 1}
          height={d * (HEIGHT - 8)}
        />
      ))}
    </>
  );
});
