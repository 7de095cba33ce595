import { canonicalJson, contentHash } from "../text/index.js";
import type { Judgement } from "./types.js";

/** A judgement with the id of its content. */
export function makeJudgement(content: Omit<Judgement, "id">): Judgement {
  const { who, when, why, decision } = content;
  return { id: contentHash(canonicalJson({ who, when, why, decision })), who, when, why, decision };
}

/** Judgements in force, by time: without the undone ones and the undoings. An undoing can itself be undone. */
export function activeJudgements(judgements: readonly Judgement[]): Judgement[] {
  const ordered = [...judgements].sort((a, b) => compare(a.when, b.when) || compare(a.id, b.id));
  const undone = new Set<string>();
  for (let i = ordered.length - 1; i >= 0; i--) {
    const { id, decision } = ordered[i];
    if (decision.type === "undo" && !undone.has(id)) undone.add(decision.judgement);
  }
  return ordered.filter((j) => j.decision.type !== "undo" && !undone.has(j.id));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
