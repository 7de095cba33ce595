import { useMemo, useState } from "react";
import type { Dated } from "./layout.js";

export type Span = readonly [number, number];
const DAY = 86_400_000;
const LEAST = 3 * DAY;

/** The part of time shown: all of it at first; closer, wider, along. Never outside what there is, never under three days. */
export function useSpan(items: readonly Dated[]) {
  const all = useMemo((): Span => {
    const from = Math.min(...items.map((d) => d.from));
    const to = Math.max(...items.map((d) => d.to));
    const pad = Math.max(10 * DAY, (to - from) * 0.02);
    return items.length === 0 ? [0, DAY] : [from - pad, to + pad];
  }, [items]);
  const [chosen, set] = useState<Span | null>(null);
  const span = chosen === null ? all : clamp(chosen, all);
  const zoom = (by: number, about = (span[0] + span[1]) / 2) => {
    const share = (about - span[0]) / (span[1] - span[0]);
    const width = Math.max(LEAST, (span[1] - span[0]) * by);
    set(width >= all[1] - all[0] ? null : [about - width * share, about + width * (1 - share)]);
  };
  const pan = (by: number) => {
    const d = (span[1] - span[0]) * by;
    set([span[0] + d, span[1] + d]);
  };
  return { all, span, set, zoom, pan, whole: chosen === null };
}

function clamp([from, to]: Span, [first, last]: Span): Span {
  const width = Math.min(Math.max(to - from, LEAST), last - first);
  const start = Math.min(Math.max(from, first), last - width);
  return [start, start + width];
}
