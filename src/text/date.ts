import type { IsoDate } from "./document.js";

/** Days since 1970-01-01 of a calendar day; NaN where it is not a real day. Proleptic Gregorian, no time zone. */
export function dayNumber(date: IsoDate): number {
  // Nearly every one: four, two and two digits.
  if (date.length === 10 && date.charCodeAt(4) === HYPHEN && date.charCodeAt(7) === HYPHEN) {
    const [y, mo, d] = [digits(date, 0) * 100 + digits(date, 2), digits(date, 5), digits(date, 8)];
    return real(y, mo, d) ? civilToDays(y, mo, d) : Number.NaN;
  }
  const m = /^(-?\d{4,6})-(\d{2})-(\d{2})$/.exec(date);
  if (!m) return Number.NaN;
  const [y, mo, d] = [Number(m[1]), Number(m[2]), Number(m[3])];
  return real(y, mo, d) ? civilToDays(y, mo, d) : Number.NaN;
}

const HYPHEN = 45;

/** Two digits as a number; NaN where they are none. */
function digits(text: string, at: number): number {
  const [a, b] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
  return a >= 0 && a <= 9 && b >= 0 && b <= 9 ? 10 * a + b : Number.NaN;
}

const real = (year: number, month: number, dom: number): boolean =>
  month >= 1 && month <= 12 && dom >= 1 && dom <= daysInMonth(year, month);

/** Calendar day of a day number. */
export function isoDate(day: number): IsoDate {
  const { year, month, dom } = daysToCivil(day);
  const y = year < 0 ? `-${String(-year).padStart(4, "0")}` : String(year).padStart(4, "0");
  return `${y}-${String(month).padStart(2, "0")}-${String(dom).padStart(2, "0")}`;
}

export function isIsoDate(text: string): boolean {
  return !Number.isNaN(dayNumber(text));
}

/** Month is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return isoDate(dayNumber(date) + days);
}

/** Whole days from a to b. */
export function daysBetween(a: IsoDate, b: IsoDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** Days from civil, Howard Hinnant's public-domain algorithm (chrono-compatible low-level date algorithms). */
export function civilToDays(year: number, month: number, dom: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dom - 1;
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy;
  return era * 146097 + doe - 719468;
}

/** Inverse of `civilToDays`. */
export function daysToCivil(days: number): { year: number; month: number; dom: number } {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dom: doy - Math.floor((153 * mp + 2) / 5) + 1,
  };
}
