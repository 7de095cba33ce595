import type { RecordItem } from "../api/types.js";

const certainty = { uncommitted: 0, possible: 1, probable: 2, certain: 3 } as const;

/** Least certain first; among equals what fewer independent sources bear, then the latest. */
export const leastCertainFirst = (a: RecordItem, b: RecordItem): number =>
  certainty[a.certainty] - certainty[b.certainty] ||
  a.independent - b.independent ||
  b.known.localeCompare(a.known) ||
  a.id.localeCompare(b.id);
