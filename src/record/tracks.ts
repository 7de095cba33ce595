import type { Statement } from "../ledger/index.js";
import type { Entry } from "./entry.js";
import type { Issue, Negotiation, Rung } from "./negotiation-types.js";
import { fold, hasPhrase, type RecordWords } from "./words.js";

/** Track and issues of a statement. */
export type TrackOf = (statement: Statement) => {
  readonly track: string;
  readonly issues: readonly string[];
};

/**
 * A statement belongs to the first track of the negotiation whose words stand in its content, else in its evidence; else to the
 * first of the kind that the reader sorted it to; else to the first. Talks are of the core whatever is done to them. A line of the record goes where most of its reports do.
 */
export function trackFinder(negotiation: Negotiation, words: Pick<RecordWords, "process">): TrackOf {
  const tracks = negotiation.tracks.map((t) => ({ id: t.id, words: t.words.map(fold) }));
  const issues = negotiation.issues.map((i) => ({
    id: i.id,
    words: [...i.words, ...(i.words.length === 0 ? [i.name] : [])].map(fold),
  }));
  const ofKind = new Map<string, string>();
  for (const t of negotiation.tracks) if (!ofKind.has(t.kind)) ofKind.set(t.kind, t.id);
  const worded = tracks.some((t) => t.words.length > 0);
  const trackIn = (text: string): (typeof tracks)[number] | undefined =>
    tracks.find((t) => t.words.some((w) => hasPhrase(text, w)));
  return (s) => {
    const text =
      !worded && issues.length === 0
        ? ""
        : fold(s.evidence.length === 1 ? s.evidence[0].quote : s.evidence.map((e) => e.quote).join(" "));
    const named = worded ? (trackIn(own(s)) ?? trackIn(text)) : undefined;
    return {
      track: named?.id ?? ofKind.get(kindOf(s.item, words)) ?? tracks[0].id,
      issues: issues.flatMap((i) => (i.words.some((w) => hasPhrase(text, w)) ? [i.id] : [])),
    };
  };
}

/** Talks that are begun or broken off are what the core track is, no measure beside it. */
const kindOf = (item: Statement["item"], { process }: Pick<RecordWords, "process">): string =>
  item.kind === "measure" && process(item.what.slice(item.what.lastIndexOf(" ") + 1)) ? "core" : item.track;

/** Track of most entries, the negotiation's order deciding between equals; and all their issues in that order. */
export function trackOfMost(
  entries: readonly Entry[],
  negotiation: Negotiation,
): { readonly track: string; readonly issues: readonly string[] } {
  const first = entries[0].track;
  if (entries.length === 1 && entries[0].issues.length < 2)
    return { track: first, issues: entries[0].issues };
  // Lists and texts that are alike are mostly one object.
  let own = entries[0].issues;
  let all: Set<string> | null = null;
  let one = true;
  for (const e of entries) {
    one &&= e.track === first;
    if (e.issues === own || e.issues.length === 0) continue;
    if (own.length === 0) own = e.issues;
    else {
      all ??= new Set(own);
      for (const issue of e.issues) all.add(issue);
    }
  }
  const found = all ?? new Set(own);
  const issues = found.size === 0 ? [] : negotiation.issues.flatMap((i) => (found.has(i.id) ? [i.id] : []));
  if (one) return { track: first, issues };
  const votes = new Map<string, number>();
  for (const e of entries) votes.set(e.track, (votes.get(e.track) ?? 0) + 1);
  const order = negotiation.tracks.map((t) => t.id);
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || order.indexOf(a[0]) - order.indexOf(b[0]));
  return { track: best[0], issues };
}

/** Fields that say what an item is about; a sentence may hold other things besides. */
const CONTENT = ["what", "issue", "stance", "of", "to"] as const;

function own(statement: Statement): string {
  const item = statement.item as unknown as Readonly<Record<string, unknown>>;
  return fold(
    CONTENT.map((f) => item[f])
      .filter((v) => typeof v === "string")
      .join(" "),
  );
}

/**
 * Where a stance stands on a ladder: rungs whose words stand in it, the most specific (longest) phrase first; a phrase inside a
 * longer one that matched says nothing. Null where no words match.
 */
export function rungOf(issue: Issue, text: string): readonly [number, number] | null {
  const hits: { rung: number; words: string }[] = [];
  const folded = fold(text);
  for (const r of issue.ladder as readonly Rung[]) {
    for (const w of r.words) if (hasPhrase(folded, fold(w))) hits.push({ rung: r.rung, words: fold(w) });
  }
  const kept = hits.filter(
    (h) => !hits.some((o) => o !== h && o.words.length > h.words.length && o.words.includes(h.words)),
  );
  if (kept.length === 0) return null;
  const rungs = kept.map((h) => h.rung);
  return [Math.min(...rungs), Math.max(...rungs)];
}
