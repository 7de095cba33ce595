import type { Lexicon } from "../language/index.js";

/** PLOVER's conflict-cooperation score of a class and mode; a mode that the table lacks takes its class's score. */
export interface ToneScores {
  /** -10 to +10, or null for a class the table lacks. */
  score(eventClass: string, mode: string | null): number | null;
}

export function createToneScores(lexicon: Lexicon): ToneScores {
  const scores = new Map<string, number>();
  for (const [eventClass, mode, score] of lexicon.table("analysis/plover-scores").rows) {
    scores.set(mode === "" ? eventClass : `${eventClass}/${mode}`, Number(score));
  }
  return {
    score(eventClass, mode) {
      const own =
        mode === null ? undefined : scores.get(`${eventClass}/${mode.toLowerCase().replaceAll("_", "-")}`);
      return own ?? scores.get(eventClass) ?? null;
    },
  };
}
