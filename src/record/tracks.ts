import type { Issue, Negotiation, Rung } from "./negotiation-types.js";
import type { Entry } from "./prepare.js";
import { fold, hasPhrase } from "./words.js";

/** Track and issues of a line, from its members. */
export type TrackOf = (members: readonly Entry[]) => {
  readonly track: string;
  readonly issues: readonly string[];
};

/**
 * A line belongs to the first track of the negotiation whose words stand in its content, else in its evidence; else to the first of
 * the kind that the reader sorted it to; else to the first. Lines about third parties alone are context where there is one.
 */
export function trackFinder(negotiation: Negotiation): TrackOf {
  const tracks = negotiation.tracks.map((t) => ({ id: t.id, kind: t.kind, words: t.words.map(fold) }));
  const issues = negotiation.issues.map((i) => ({
    id: i.id,
    words: [...i.words, ...(i.words.length === 0 ? [i.name] : [])].map(fold),
  }));
  const ofKind = new Map<string, string>();
  for (const t of tracks) if (!ofKind.has(t.kind)) ofKind.set(t.kind, t.id);
  const worded = tracks.some((t) => t.words.length > 0);
  const trackIn = (text: string): (typeof tracks)[number] | undefined =>
    tracks.find((t) => t.words.some((w) => hasPhrase(text, w)));
  return (members) => {
    const votes = new Map<string, number>();
    const found = new Set<string>();
    for (const m of members) {
      const text = worded || issues.length > 0 ? folded(m) : "";
      const named = worded ? (trackIn(own(m)) ?? trackIn(text)) : undefined;
      const track = named?.id ?? ofKind.get(m.item.track) ?? tracks[0].id;
      votes.set(track, (votes.get(track) ?? 0) + 1);
      for (const i of issues) if (i.words.some((w) => hasPhrase(text, w))) found.add(i.id);
    }
    const track = [...votes].sort((a, b) => b[1] - a[1] || order(tracks, a[0]) - order(tracks, b[0]))[0][0];
    return { track, issues: issues.filter((i) => found.has(i.id)).map((i) => i.id) };
  };
}

const order = (tracks: readonly { id: string }[], id: string): number => tracks.findIndex((t) => t.id === id);

/** Fields that say what an item is about; a sentence may hold other things besides. */
const CONTENT = ["what", "issue", "stance", "of", "to"] as const;

function own(entry: Entry): string {
  const item = entry.item as unknown as Readonly<Record<string, unknown>>;
  return fold(
    CONTENT.map((f) => item[f])
      .filter((v) => typeof v === "string")
      .join(" "),
  );
}

const folded = (entry: Entry): string =>
  fold(`${[...entry.statement.evidence].map((e) => e.quote).join(" ")}`);

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
