import { type IsoDate, isIsoDate } from "../text/index.js";

/** A publication day with where it was found, so that a person can judge it. */
export interface FoundDate {
  readonly date: IsoDate;
  readonly from: "header" | "json-ld" | "meta" | "time-element" | "url" | "dateline" | "file name";
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Day in the words of a dateline with its year: "MOSCOW, Dec. 19, 2019 (Agency) -". Without a year nothing is guessed. */
export function datelineDate(text: string): FoundDate | null {
  const head = text.slice(0, 400);
  const us = /^[^\n]{0,60}?\b([A-Z][a-z]{2,8})\.? (\d{1,2}),? (\d{4})\b[^\n]{0,40}?(?:--|[-–—])/m.exec(head);
  if (us) return found(`${us[3]}`, us[1], us[2], "dateline");
  const uk = /^[^\n]{0,60}?\b(\d{1,2}) ([A-Z][a-z]{2,8})\.?,? (\d{4})\b[^\n]{0,40}?(?:--|[-–—])/m.exec(head);
  return uk ? found(`${uk[3]}`, uk[2], uk[1], "dateline") : null;
}

/** Day in a news address: ".../2019/12/13/..." or "...-2019-12-13". */
export function urlDate(url: string): FoundDate | null {
  const m = /[/-](\d{4})[/-](\d{2})[/-](\d{2})(?=[/.?#_-]|$)/.exec(url);
  const date = m ? `${m[1]}-${m[2]}-${m[3]}` : "";
  return isIsoDate(date) ? { date, from: "url" } : null;
}

/**
 * Day a person filed an article under: "2019-12-13-talks.txt", "talks_20191213.html". It may be the day it was saved, so
 * what the article says of itself comes first.
 */
export function fileDate(name: string): FoundDate | null {
  const base = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
  const m =
    /(?<![\d-])(\d{4})([-_.])(\d{2})\2(\d{2})(?![\d])/.exec(base) ??
    /(?<!\d)((?:19|20)\d{2})()(\d{2})(\d{2})(?!\d)/.exec(base);
  const date = m ? `${m[1]}-${m[3]}-${m[4]}` : "";
  return isIsoDate(date) ? { date, from: "file name" } : null;
}

/** Calendar day of an ISO date-time as printed: the day in the publisher's own zone. */
export function isoDay(value: unknown): IsoDate | null {
  const m = typeof value === "string" ? /^\s*(\d{4}-\d{2}-\d{2})(?:$|[T\s])/.exec(value) : null;
  return m && isIsoDate(m[1]) ? m[1] : null;
}

function found(year: string, month: string, day: string, from: FoundDate["from"]): FoundDate | null {
  const m = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const date = `${year}-${String(m).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return m > 0 && isIsoDate(date) ? { date, from } : null;
}
