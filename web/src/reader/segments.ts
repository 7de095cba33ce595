import type { Item } from "../api/types.js";

export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Items that rest on these characters. */
  readonly items: readonly string[];
}

/** Cuts a text at every bound of every item's evidence. Linear in bounds after sorting; covers the text exactly. */
export function segments(length: number, items: readonly Item[]): Segment[] {
  const opens = new Map<number, string[]>();
  const closes = new Map<number, string[]>();
  const put = (map: Map<number, string[]>, at: number, id: string) => {
    const list = map.get(at);
    if (list) list.push(id);
    else map.set(at, [id]);
  };
  for (const item of items) {
    for (const { start, end } of item.evidence) {
      const [from, to] = [Math.max(0, start), Math.min(length, end)];
      if (from >= to) continue;
      put(opens, from, item.id);
      put(closes, to, item.id);
    }
  }
  const bounds = [...new Set([0, length, ...opens.keys(), ...closes.keys()])].toSorted((a, b) => a - b);
  const open = new Map<string, number>();
  const out: Segment[] = [];
  for (const [i, at] of bounds.entries()) {
    for (const id of closes.get(at) ?? []) open.set(id, (open.get(id) ?? 0) - 1);
    for (const id of opens.get(at) ?? []) open.set(id, (open.get(id) ?? 0) + 1);
    const end = bounds[i + 1];
    if (end !== undefined && end > at)
      out.push({ start: at, end, items: [...open].filter(([, n]) => n > 0).map(([id]) => id) });
  }
  return out;
}
