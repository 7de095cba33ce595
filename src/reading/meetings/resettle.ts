import { addDays, dayNumber, type IsoDate } from "../../text/index.js";
import { NO_TIME } from "../attach/index.js";
import type { Layers } from "../layers.js";
import type { ItemTime } from "../types.js";
import type { Status } from "./words.js";

/**
 * The same words read the other way: a weekday or a day without its year that is told as past cannot lie ahead, nor the next meeting
 * behind. Null where the words leave no choice.
 */
export function resettled(
  layers: Layers,
  sentence: number,
  time: ItemTime,
  to: "past" | "future",
): ItemTime | null {
  const { words, earliest, latest } = time;
  const { published } = layers;
  if (words === null || earliest === null || latest === null || published === null) return null;
  const x = (layers.timesBySentence[sentence] ?? [])
    .map((i) => layers.times[i])
    .find((t) => t.start === words.start && t.end === words.end);
  if (x === undefined || x.anchor === "absolute") return null;
  const sign = to === "past" ? -1 : 1;
  const week = x.known.includes("weekday") && !x.known.includes("day");
  if (!week && !(x.implied.includes("year") && x.known.includes("month"))) return null;
  const move = (d: IsoDate): IsoDate =>
    week ? addDays(d, 7 * sign) : (`${Number(d.slice(0, 4)) + sign}${d.slice(4)}` as IsoDate);
  const [from, until] = [move(earliest), move(latest)];
  if (to === "past" ? until > published : from < published) return null;
  const edtf = time.precision === "month" ? from.slice(0, 7) : from === until ? from : `${from}/${until}`;
  return { ...time, earliest: from, latest: until, edtf, class: to, rule: "meetings/told-otherwise" };
}

/** "had invited both to a summit on Dec. 6", told in November: of the two days that the words may mean the one nearer to publication. */
export function nearer(layers: Layers, sentence: number, time: ItemTime): ItemTime {
  const { published } = layers;
  const other = resettled(layers, sentence, time, "future");
  if (published === null || other === null || other.earliest === null || time.latest === null) return time;
  return dayNumber(other.earliest) - dayNumber(published) < dayNumber(published) - dayNumber(time.latest)
    ? other
    : time;
}

/** A date that what is said of it rules out: what was held lies behind, what is planned ahead. */
export function settled(layers: Layers, sentence: number, time: ItemTime, status: Status | null): ItemTime {
  if (status !== "held" || time.class !== "future") return time;
  return resettled(layers, sentence, time, "past") ?? { ...NO_TIME, class: "past" };
}
