import { dayNumber } from "../../text/index.js";
import { itemTime } from "../attach/index.js";
import type { Layers } from "../layers.js";
import { clauseOver, itemBase } from "../phrases/index.js";
import type { AnniversaryItem, MeetingItem } from "../types.js";

const RULE = "anniversary/recalled";

/** Anniversaries that are named, with the meeting recalled: a day on which nothing is held. */
export function anniversaries(layers: Layers, meetings: readonly MeetingItem[]): AnniversaryItem[] {
  const out: AnniversaryItem[] = [];
  for (const x of layers.times) {
    if (x.recalls === null || x.earliest === null) continue;
    const recalled = x.recalls;
    const of = meetings.find(
      (m) =>
        m.sentences.includes(x.sentence) &&
        m.time.earliest === recalled.earliest &&
        m.time.latest === recalled.latest,
    );
    const clause = clauseOver(layers, x.sentence, x.head);
    const years = Math.round((dayNumber(x.earliest) - dayNumber(recalled.earliest)) / 365.25);
    if (years < 1) continue;
    const date = itemTime(layers, { ...x, recalls: null }, RULE);
    const base = itemBase(layers, {
      component: "meetings",
      rule: RULE,
      sentence: x.sentence,
      trigger: x.head,
      clause,
      time: date,
      key: [date.edtf, years],
    });
    out.push({ ...base, kind: "anniversary", date, years, of: of?.id ?? null });
  }
  return out;
}
