import type { Statement } from "../ledger/index.js";
import { whatOf } from "./entry.js";
import { fold } from "./words.js";

/** Least share of the shorter evidence that two readings of one place share. */
const SHARED = 0.5;
/** Least share of words that say what the item is, where it was read from another word of the sentence. */
const LIKE = 0.5;

/**
 * The statement of a newer reading, or of another version of the article, that says at the same words what an older one said; null
 * where there is none. A sentence holds several things: the place alone does not hand a decision on, it takes the word that the item
 * was read from, or what it says.
 */
export function heirOf(old: Statement, fresh: readonly Statement[]): Statement | null {
  let best: Statement | null = null;
  let most = 0;
  for (const s of fresh) {
    if (s.item.kind !== old.item.kind || s.id === old.id) continue;
    const place = s.document === old.document ? samePlace(old, s) : sameWords(old, s);
    if (place < SHARED) continue;
    const like = likeness(whatOf(old.item), whatOf(s.item));
    const trigger = sameTrigger(old, s);
    if (!trigger && like < LIKE) continue;
    const score = place + like + (trigger ? 1 : 0);
    if (score > most || (score === most && best !== null && s.id < best.id)) [best, most] = [s, score];
  }
  return best;
}

function samePlace(old: Statement, s: Statement): number {
  const [a, b] = [old.evidence[0].span, s.evidence[0].span];
  return (Math.min(a.end, b.end) - Math.max(a.start, b.start)) / Math.min(a.end - a.start, b.end - b.start);
}

const squash = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Another version's place is found by its words, which must stand there unchanged. */
const sameWords = (old: Statement, s: Statement): number =>
  squash(old.evidence[0].quote) === squash(s.evidence[0].quote) ? 1 : 0;

/** Place of the trigger within its evidence, so that it can be compared across versions. */
function sameTrigger(old: Statement, s: Statement): boolean {
  if (s.document === old.document) return s.item.trigger.start === old.item.trigger.start;
  const within = (x: Statement): number => x.item.trigger.start - x.evidence[0].span.start;
  return within(old) === within(s);
}

function likeness(a: string, b: string): number {
  const set = (text: string): Set<string> => new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []);
  const [x, y] = [set(a), set(b)];
  const shared = [...x].filter((w) => y.has(w)).length;
  return shared === 0 ? 0 : shared / (x.size + y.size - shared);
}
