import type { Actor, Clause, Item, MeetingItem } from "../types.js";

/** The meeting an agreement came out of: one held that the same sentence tells, else the sentence before, between the same parties. */
export function meetingOf(
  clause: Clause,
  parties: readonly Actor[],
  soFar: readonly Item[],
): MeetingItem | null {
  let best: MeetingItem | null = null;
  for (const m of soFar) {
    if (m.kind !== "meeting" || (m.status !== "held" && m.status !== "unreported")) continue;
    const back = clause.sentence - m.sentences[0];
    if (back < 0 || back > 1) continue;
    if (!m.parties.some((p) => parties.some((a) => a.party === p.party || a.entity === p.entity))) continue;
    if (best === null || m.sentences[0] > best.sentences[0]) best = m;
  }
  return best;
}
