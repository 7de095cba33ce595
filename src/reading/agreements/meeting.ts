import type { Actor, AgreementItem, Clause, Item, ItemTime, MeetingItem } from "../types.js";

/** The meeting an agreement came out of: one held that the same sentence tells, else the sentence before, between the same parties. */
export function meetingOf(
  clause: Clause,
  parties: readonly Actor[],
  own: { readonly time: ItemTime; readonly place: AgreementItem["place"] },
  soFar: readonly Item[],
): MeetingItem | null {
  let best: MeetingItem | null = null;
  for (const m of soFar) {
    if (m.kind !== "meeting" || (m.status !== "held" && m.status !== "unreported")) continue;
    const back = clause.sentence - m.sentences[0];
    if (back < 0 || back > 1 || (back === 1 && isElsewhere(m, own))) continue;
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

/** "They met in Oslo on Monday. A pact was signed in Bergen on May 3": another day or another town is another occasion. */
const isElsewhere = (
  m: MeetingItem,
  own: { readonly time: ItemTime; readonly place: AgreementItem["place"] },
): boolean =>
  (own.place !== null && m.place !== null && own.place.name !== m.place.name) ||
  (own.time.earliest !== null &&
    m.time.earliest !== null &&
    (own.time.earliest > (m.time.latest ?? m.time.earliest) ||
      (own.time.latest ?? own.time.earliest) < m.time.earliest));
