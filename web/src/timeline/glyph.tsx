import type { RecordItem } from "../api/types.js";
import { HALF, type Placed } from "./layout.js";

/** Paths of points about the origin, one shape for each kind. */
const shapes: Readonly<Record<string, string>> = {
  meeting: "M-4.5,0a4.5,4.5 0 1,0 9,0a4.5,4.5 0 1,0 -9,0",
  agreement: "M-4,-4h8v8h-8z",
  proposal: "M0,-5.5L5.5,0L0,5.5L-5.5,0z",
  commitment: "M0,-5L5,4.2H-5z",
  measure: "M-5,-1.7h3.3v-3.3h3.4v3.3h3.3v3.4h-3.3v3.3h-3.4v-3.3h-3.3z",
  position: "M-5,3a5,6 0 0,1 10,0z",
  condition: "M0,4.5L-4.5,-3.5H4.5z",
  event: "M-3,0a3,3 0 1,0 6,0a3,3 0 1,0 -6,0",
};

const ahead = new Set([
  "scheduled",
  "expected",
  "proposed",
  "tabled",
  "pending",
  "announced",
  "requested",
  "intended",
  "unreported",
  "conditional",
  "hypothetical",
  "feared",
]);
const off = new Set([
  "cancelled",
  "rejected",
  "withdrawn",
  "terminated",
  "withdrawn-from",
  "collapsed",
  "negated",
  "denied",
]);

export const statusOf = (item: RecordItem): string => ("status" in item ? String(item.status) : item.kind);

/** Solid: it happened. Hollow: it is ahead, or nobody reported it. Struck out: it did not come about. */
export const formOf = (item: RecordItem): "solid" | "hollow" | "struck" => {
  const status = statusOf(item);
  return off.has(status) ? "struck" : ahead.has(status) ? "hollow" : "solid";
};

export function Glyph({ of, y }: { readonly of: Placed; readonly y: number }) {
  const { item, x0, x1 } = of;
  const form = formOf(item);
  const className = `glyph ${item.kind} ${form}`;
  const mid = (x0 + x1) / 2;
  return (
    <>
      {x1 - x0 > 2 * HALF + 0.5 ? (
        <rect className={className} x={x0} y={y - 4} width={x1 - x0} height={8} rx={2} />
      ) : (
        <path
          className={className}
          d={shapes[item.kind] ?? shapes.event}
          transform={`translate(${mid},${y})`}
        />
      )}
      {form === "struck" ? <path className="strike" d={`M${mid - 6},${y + 6}L${mid + 6},${y - 6}`} /> : null}
    </>
  );
}

export function Sample({ kind }: { readonly kind: string }) {
  return (
    <svg width="13" height="13" viewBox="-6.5 -6.5 13 13" aria-hidden="true">
      <path className={`glyph ${kind} solid`} d={shapes[kind] ?? shapes.event} />
    </svg>
  );
}
