import type { Sentence } from "../../language/index.js";
import { dayNumber, extend, type IsoDate, makeSpan } from "../../text/index.js";
import { itemTime } from "../attach/index.js";
import type { Layers } from "../layers.js";
import { clauseOver, itemBase } from "../phrases/index.js";
import type { AnniversaryItem, ItemTime, MeetingItem, TimeExpression } from "../types.js";
import type { MeetingWords } from "./words.js";

const RULE = "anniversary/recalled";

/** A day that recalls another, so many years before. */
export interface Recalled {
  readonly x: TimeExpression;
  readonly years: number;
  readonly earliest: IsoDate;
  readonly latest: IsoDate;
  /** The word "anniversary", or that of the day. */
  readonly token: number;
}

/** Anniversaries that are named, with the meeting recalled: a day on which nothing is held. */
export function anniversaries(
  layers: Layers,
  meetings: readonly MeetingItem[],
  words: MeetingWords,
): AnniversaryItem[] {
  const out: AnniversaryItem[] = [];
  const told = new Map<number, MeetingItem[]>();
  for (const m of meetings) for (const i of m.sentences) told.set(i, [...(told.get(i) ?? []), m]);
  for (const s of layers.parsed.sentences) {
    const r = recalledIn(layers, s, words);
    if (r === null) continue;
    const of = told.get(s.index)?.find((m) => m.time.earliest === r.earliest && m.time.latest === r.latest);
    const clause = clauseOver(layers, s.index, r.x.head);
    const date = itemTime(layers, { ...r.x, recalls: null }, RULE);
    const base = itemBase(layers, {
      component: "meetings",
      rule: RULE,
      sentence: s.index,
      trigger: r.token,
      clause,
      time: date,
      key: [date.edtf, r.years],
    });
    out.push(extend(base, { kind: "anniversary", date, years: r.years, of: of?.id ?? null }));
  }
  return out;
}

/** The anniversary that a sentence names with its day and its number, or null. */
export function recalledIn(layers: Layers, s: Sentence, words: MeetingWords): Recalled | null {
  const times = (layers.timesBySentence[s.index] ?? []).map((i) => layers.times[i]);
  if (times.length === 0) return null;
  for (const x of times) {
    if (x.recalls === null || x.earliest === null) continue;
    const years = Math.round((dayNumber(x.earliest) - dayNumber(x.recalls.earliest)) / 365.25);
    if (years > 0) return { x, years, ...x.recalls, token: x.head };
  }
  for (let t = 1; t < s.size; t++) {
    if (!words.class("anniversary").has(s.lemmas[t])) continue;
    const years = yearsBefore(s, t, words);
    const x = times.find(
      (d) => d.precision === "day" && d.earliest !== null && d.latest !== null && d.role !== "name",
    );
    if (years < 1 || x === undefined || x.earliest === null || x.latest === null) return null;
    return { x, years, earliest: back(x.earliest, years), latest: back(x.latest, years), token: t };
  }
  return null;
}

/** "third", "10th" in front of the word; 0 where it is not numbered. */
function yearsBefore(s: Sentence, anniversary: number, words: MeetingWords): number {
  for (let t = anniversary - 1; t >= 0 && t >= anniversary - 3; t--) {
    const n = words.ordinals.get(s.norms[t]) ?? Number(/^(\d+)(st|nd|rd|th)$/.exec(s.norms[t])?.[1] ?? 0);
    if (n > 0) return n;
  }
  return 0;
}

const back = (d: IsoDate, years: number): IsoDate =>
  `${String(Number(d.slice(0, 4)) - years).padStart(4, "0")}${d.slice(4)}` as IsoDate;

/** When a meeting was held whose anniversary the words name; null where it is none, "unknown" where no day is told. */
export function recalledTime(
  layers: Layers,
  s: Sentence,
  front: number,
  words: MeetingWords,
): ItemTime | "unknown" | null {
  if (
    !words.class("of").has(s.norms[front - 1]) ||
    !words.class("anniversary").has(s.lemmas[front - 2] ?? "")
  )
    return null;
  const r = recalledIn(layers, s, words);
  if (r === null) return "unknown";
  return {
    earliest: r.earliest,
    latest: r.latest,
    precision: r.x.precision,
    edtf: r.earliest === r.latest ? r.earliest : `${r.earliest}/${r.latest}`,
    words: makeSpan(layers.parsed.document, r.x.start, r.x.end),
    class: "past",
    rule: RULE,
  };
}
