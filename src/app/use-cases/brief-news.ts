import type { RecordItem } from "../../record/index.js";
import { itemWhen } from "./lines.js";
import type { MovedLine } from "./moved.js";

/** One change, and the line that it is about where there is one. */
export interface News {
  readonly moved: MovedLine;
  readonly item: RecordItem | null;
}

/** Steps first, then what was met, offered and promised, then what was said. */
const WEIGHT: Readonly<Record<string, number>> = {
  agreement: 0,
  meeting: 1,
  proposal: 2,
  measure: 3,
  commitment: 4,
  linkage: 5,
  position: 6,
  condition: 7,
};

/** What is news on one page, the weightiest first, of each kind the latest first. */
export function newsOf(lines: readonly MovedLine[], itemOf: (id: string) => RecordItem | null): News[] {
  const day = ({ item }: News): string => item?.when.latest ?? item?.known ?? "";
  return lines
    .filter((m) => m.kind in WEIGHT)
    .map((moved) => ({ moved, item: itemOf(moved.item) }))
    .filter(isNews)
    .sort(
      (a, b) =>
        WEIGHT[a.moved.kind] - WEIGHT[b.moved.kind] || (day(a) === day(b) ? 0 : day(a) < day(b) ? 1 : -1),
    );
}

/** The mention of an instrument is no step, and that nobody reported a meeting is told where meetings are. */
function isNews({ moved, item }: News): boolean {
  if (item === null || moved.change === "withdrawn") return true;
  if (item.kind === "agreement") return moved.change !== "new" || item.status !== "referred-to";
  return !(item.kind === "meeting" && item.status === "unreported");
}

/** "new agreement, 2031-05-04: Norway, Chile: fisheries accord (signed)." */
export function newsText({ moved: m, item }: News): string {
  const changed = m.field === null ? "" : ` (${m.field}: ${m.before || "none"} → ${m.after || "none"})`;
  const state =
    m.field === null && item !== null && (item.kind === "agreement" || item.kind === "meeting")
      ? ` (${item.status})`
      : "";
  const when = item === null || m.field === "when" ? "" : `, ${itemWhen(item)}`;
  return `${m.change} ${m.kind}${when}: ${m.text}${state}${changed}.`.replace(/\s+/g, " ");
}
