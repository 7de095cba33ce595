import { useMemo, useState } from "react";
import type { Dated } from "./layout.js";

export type Span = readonly [number, number];
const DAY = 86_400_000;
const LEAST = 3 * DAY;
/** Items far before the others ("the Declaration of 1956") are this share of all at most. */
const STRAYS = 0.1;

/**
 * The part of time shown: at first that in which nearly all lies; closer, wider, along. Never outside what there is, never under three
 * days.
 */
export function useSpan(items: readonly Dated[]) {
  const all = useMemo(() => extent(items), [items]);
  const usual = useMemo(() => extent(withoutStrays(items)), [items]);
  const [chosen, set] = useState<Span | null>(null);
  const span = clamp(chosen ?? usual, all);
  const zoom = (by: number, about = (span[0] + span[1]) / 2) => {
    const share = (about - span[0]) / (span[1] - span[0]);
    const width = Math.max(LEAST, (span[1] - span[0]) * by);
    set(width >= all[1] - all[0] ? all : [about - width * share, about + width * (1 - share)]);
  };
  const pan = (by: number) => {
    const d = (span[1] - span[0]) * by;
    set([span[0] + d, span[1] + d]);
  };
  return {
    all,
    span,
    set,
    zoom,
    pan,
    whole: span[0] <= all[0] && span[1] >= all[1],
    showAll: () => set(all),
    showUsual: () => set(null),
  };
}

function extent(items: readonly Dated[]): Span {
  if (items.length === 0) return [0, DAY];
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const d of items) {
    from = Math.min(from, d.from);
    to = Math.max(to, d.to);
  }
  const pad = Math.max(10 * DAY, (to - from) * 0.02);
  return [from - pad, to + pad];
}

/** Cut at the last gap that is wide beside all that comes after it, where less than a tenth lies before. */
export function withoutStrays(items: readonly Dated[]): readonly Dated[] {
  const sorted = items.toSorted((a, b) => a.from - b.from);
  const [, to] = extent(sorted);
  for (let i = Math.floor(sorted.length * STRAYS); i > 0; i--)
    if (sorted[i].from - sorted[i - 1].from > (to - sorted[i].from) * 0.5) return sorted.slice(i);
  return items;
}

function clamp([from, to]: Span, [first, last]: Span): Span {
  const width = Math.min(Math.max(to - from, LEAST), last - first);
  const start = Math.min(Math.max(from, first), last - width);
  return [start, start + width];
}
