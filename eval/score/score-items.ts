import type { Item } from "../../src/reading/types.js";
import { type GoldItem, type GoldPassage, wrongFields } from "./gold-items.js";

/** What became of one gold item, or of one item that nobody asked for (`gold` null). */
export interface Outcome {
  readonly passage: string;
  readonly kind: string;
  /** `right`: found with all fields; `fields`: found with some wrong; `missed`; `spurious`. */
  readonly result: "right" | "fields" | "missed" | "spurious";
  readonly detail: string;
}

/** Gold items marked `optional` may be found or not. Pairs gold items with found ones of the same kind, the pair with fewest wrong fields first. Only kinds in `kinds` are scored. */
export function scorePassage(
  passage: GoldPassage,
  items: readonly Item[],
  kinds: ReadonlySet<string>,
): Outcome[] {
  const found = items.filter((i) => kinds.has(i.kind));
  const gold = passage.items.filter((i) => kinds.has(i.kind));
  const pairs: { g: number; f: number; wrong: string[] }[] = [];
  for (const [g, want] of gold.entries()) {
    for (const [f, item] of found.entries())
      if (item.kind === want.kind) {
        const wrong = wrongFields(want, item);
        // What may be found is this very thing or nothing.
        if (want.optional !== true || wrong.length === 0) pairs.push({ g, f, wrong });
      }
  }
  const optional = (g: number): number => (gold[g].optional === true ? 1 : 0);
  pairs.sort(
    (a, b) => a.wrong.length - b.wrong.length || optional(a.g) - optional(b.g) || a.g - b.g || a.f - b.f,
  );
  const takenGold = new Set<number>();
  const takenFound = new Set<number>();
  const out: Outcome[] = [];
  for (const { g, f, wrong } of pairs) {
    if (takenGold.has(g) || takenFound.has(f)) continue;
    takenGold.add(g);
    takenFound.add(f);
    const result = wrong.length === 0 ? "right" : "fields";
    if (gold[g].optional === true) continue;
    out.push({
      passage: passage.id,
      kind: gold[g].kind,
      result,
      detail: wrong
        .map((w) => `${w}: want ${JSON.stringify(gold[g][w])}, got ${show(found[f], w)}`)
        .join("; "),
    });
  }
  for (const [g, want] of gold.entries())
    if (!takenGold.has(g) && want.optional !== true)
      out.push({ passage: passage.id, kind: want.kind, result: "missed", detail: describe(want) });
  for (const [f, item] of found.entries()) {
    if (!takenFound.has(f) && !passage.maybe.includes(item.kind))
      out.push({ passage: passage.id, kind: item.kind, result: "spurious", detail: item.origin.rule });
  }
  return out;
}

/** Per kind: right, found with wrong fields, missed, spurious; precision and recall count an item found whatever its fields. */
export interface Tally {
  right: number;
  fields: number;
  missed: number;
  spurious: number;
}

export function tally(
  outcomes: readonly Outcome[],
): Record<string, Tally & { precision: number; recall: number; fieldAccuracy: number }> {
  const counts = new Map<string, Tally>();
  const count = (kind: string, o: Outcome): void => {
    const t = counts.get(kind) ?? { right: 0, fields: 0, missed: 0, spurious: 0 };
    t[o.result]++;
    counts.set(kind, t);
  };
  for (const o of outcomes) {
    count(o.kind, o);
    count("all", o);
  }
  return Object.fromEntries(
    [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, t]) => {
        const found = t.right + t.fields;
        return [
          kind,
          {
            ...t,
            precision: share(found, found + t.spurious),
            recall: share(found, found + t.missed),
            fieldAccuracy: share(t.right, found),
          },
        ];
      }),
  );
}

/** Lines of the frozen result, one an outcome that is not right; compared as text. */
export function frozenLines(outcomes: readonly Outcome[]): string[] {
  return outcomes
    .filter((o) => o.result !== "right")
    .map((o) => `${o.passage}\t${o.kind}\t${o.result}`)
    .sort();
}

const share = (a: number, b: number): number => (b === 0 ? 1 : Math.round((a / b) * 1000) / 1000);
const describe = (g: GoldItem): string =>
  Object.entries(g)
    .filter(([k]) => k !== "kind")
    .map(([k, v]) => `${k}=${JSON.stringify(v)}`)
    .join(" ");

function show(item: Item, field: string): string {
  const i = item as unknown as Record<string, unknown>;
  if (field === "text") return JSON.stringify(`${i.issue} / ${i.stance}`);
  const v = i[field] as { code?: string | null; name?: string; party?: string | null } | undefined;
  return v !== null && typeof v === "object" && !Array.isArray(v)
    ? JSON.stringify(v.code ?? v.name ?? v.party)
    : JSON.stringify(v);
}
