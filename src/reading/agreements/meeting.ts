import type { Actor, Clause, Item, ItemTime, MeetingItem } from "../types.js";

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

/** "Signed an accord at a meeting held on Thursday": what has no day of its own is of the day of the meeting told beside it. */
export function timeAt(own: ItemTime, clause: Clause, meeting: MeetingItem | null): ItemTime {
  if (own.earliest !== null || meeting === null || meeting.sentences[0] !== clause.sentence) return own;
  const { time } = meeting;
  return time.earliest === null ? own : { ...time, rule: "attach/meeting" };
}
