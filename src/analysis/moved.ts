import type { RecordItem, RecordView } from "../record/index.js";
import type { Moved } from "./types.js";

/** Fields whose change is news, by kind; `corrected` ones say that an account was wrong, not that the world moved. */
const watched: Partial<
  Record<RecordItem["kind"], readonly { readonly field: string; readonly change: "changed" | "corrected" }[]>
> = {
  meeting: [
    { field: "status", change: "changed" },
    { field: "when", change: "changed" },
    { field: "place", change: "corrected" },
  ],
  agreement: [
    { field: "status", change: "changed" },
    { field: "when", change: "corrected" },
  ],
  proposal: [
    { field: "status", change: "changed" },
    { field: "deadline", change: "changed" },
    { field: "when", change: "corrected" },
  ],
  commitment: [
    { field: "deadline", change: "changed" },
    { field: "evidence", change: "changed" },
  ],
  position: [{ field: "when", change: "corrected" }],
  measure: [{ field: "status", change: "changed" }],
  condition: [{ field: "realised", change: "changed" }],
};

/** Kinds that make lines of their own in the news; events repeat what the others say, quotes are read with them. */
export const movedKinds: ReadonlySet<RecordItem["kind"]> = new Set<RecordItem["kind"]>([
  "meeting",
  "agreement",
  "proposal",
  "commitment",
  "position",
  "measure",
  "condition",
  "linkage",
  "assessment",
]);

/** A view, or those of its lines that can make a difference. */
type Told = Pick<RecordView, "items" | "negotiation">;

/**
 * Signed difference between two views of one negotiation, by track: what is new, changed, corrected or withdrawn. Lines are matched
 * by id, and where a line joined another since, by its founding statement.
 */
export function whatMoved(before: Told, after: Told): Moved[] {
  const out: Moved[] = [];
  const old = new Map(before.items.map((i) => [i.id, i]));
  const byStatement = new Map<string, RecordItem>();
  for (const i of after.items) for (const r of i.reports) byStatement.set(`${i.kind}/${r.statement}`, i);
  const met = new Set<string>();
  for (const o of before.items) {
    if (!movedKinds.has(o.kind)) continue;
    const now = byStatement.get(`${o.kind}/${o.reports[0].statement}`);
    if (now === undefined) out.push(line("withdrawn", o, null, null, null, statements(o)));
    else if (!met.has(now.id)) {
      met.add(now.id);
      const was = old.get(now.id) ?? o;
      if (was.withdrawn === null && now.withdrawn !== null)
        out.push(line("withdrawn", now, null, null, null, statements(now)));
      else out.push(...changes(was, now));
    }
  }
  for (const i of after.items)
    if (movedKinds.has(i.kind) && !met.has(i.id)) out.push(line("new", i, null, null, null, statements(i)));
  const order = new Map(after.negotiation.tracks.map((t, i) => [t.id, i]));
  const rank = { new: 0, changed: 1, corrected: 2, withdrawn: 3 } as const;
  return out.sort(
    (a, b) =>
      (order.get(a.track) ?? 99) - (order.get(b.track) ?? 99) ||
      rank[a.change] - rank[b.change] ||
      (a.item < b.item ? -1 : a.item > b.item ? 1 : 0),
  );
}

function changes(before: RecordItem, after: RecordItem): Moved[] {
  const out: Moved[] = [];
  for (const { field, change } of watched[after.kind] ?? []) {
    const [a, b] = [show(before, field), show(after, field)];
    if (a === b || (field === "evidence" && lastEffect(before)?.effect === lastEffect(after)?.effect))
      continue;
    // A time stated more exactly than before is a correction only if it lies outside what was said.
    const kind =
      field === "when" && after.kind === "meeting"
        ? finer(before, after) || wasHeld(before)
          ? "corrected"
          : "changed"
        : change;
    const old = new Set(statements(before));
    const fresh = statements(after).filter((s) => !old.has(s));
    out.push(line(kind, after, field, a, b, fresh.length > 0 ? fresh : statements(after)));
  }
  return out;
}

/** What has taken place cannot move: another day is another account of it. */
const wasHeld = (i: RecordItem): boolean => i.kind === "meeting" && i.status === "held";

/** Whether a later time lies within an earlier, wider one. */
function finer(before: RecordItem, after: RecordItem): boolean {
  const [a, b] = [before.when, after.when];
  return (a.earliest ?? "") <= (b.earliest ?? "") && (b.latest ?? "9") <= (a.latest ?? "9");
}

function show(item: RecordItem, field: string): string {
  const value = (item as unknown as Record<string, unknown>)[field];
  if (field === "evidence") return lastEffect(item)?.why ?? "";
  if (value === null || value === undefined) return "";
  if (typeof value === "object") {
    const when = value as { edtf: string | null; earliest: string | null; latest: string | null };
    if (when.edtf === null && when.earliest === null && when.latest === null) return "undated";
    return when.edtf ?? `${when.earliest ?? ".."}/${when.latest ?? ".."}`;
  }
  return String(value);
}

/** Effects after which a promise stands no more, whatever is said of the talks. */
const ENDS: ReadonlySet<string> = new Set(["fulfil", "break", "withdraw", "supersede"]);

/** The last word on a promise that says how it stands: more of the same is no news. */
function lastEffect(item: RecordItem): { readonly effect: string; readonly why: string } | null {
  if (item.kind !== "commitment") return null;
  const ended = item.evidence.find((e) => ENDS.has(e.effect));
  if (ended !== undefined) return ended;
  for (let i = item.evidence.length - 1; i >= 0; i--)
    if (item.evidence[i].effect !== "none") return item.evidence[i];
  return null;
}

function line(
  change: Moved["change"],
  item: RecordItem,
  field: string | null,
  before: string | null,
  after: string | null,
  from: readonly string[],
): Moved {
  return {
    change,
    track: item.track,
    kind: item.kind,
    item: item.id,
    text: item.says,
    field,
    before,
    after,
    statements: from,
  };
}

const statements = (item: RecordItem): string[] => item.reports.map((r) => r.statement);
