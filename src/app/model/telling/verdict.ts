import { blockedImprovements, coalitionImprovements } from "../../../conflict/index.js";
import type { Loaded } from "./state.js";

/** Whether a state holds, as the end of a sentence. */
export function verdict(model: Loaded, s: number, concept: string, leavers: readonly string[]): string {
  if (leavers.length > 0) return `does not hold (${concept}): ${leavers.join(" and ")} would leave it.`;
  const { game } = model;
  if (coalitionImprovements(game, s).length > 0)
    return `each side alone stays (${concept}), but a group could leave it to the gain of each member.`;
  const blocked = blockedImprovements(game, s).length;
  return `holds (${concept}): each side alone stays, and no group gains by leaving it together${blocked > 0 ? "; one party blocks what the others would like" : ""}.`;
}
