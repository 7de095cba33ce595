/** Calendar days as text, YYYY-MM-DD; arithmetic in UTC so that no time zone moves a day. */

export const today = (): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
};

export const toTime = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: string, n: number): string =>
  new Date(toTime(day) + n * 86_400_000).toISOString().slice(0, 10);

/** The same day some months on; the last of the month where it has no such day. */
export function addMonths(day: string, n: number): string {
  const [y, m, d] = day.split("-").map(Number);
  const last = new Date(Date.UTC(y, m + n, 0)).getUTCDate();
  return new Date(Date.UTC(y, m - 1 + n, Math.min(d, last))).toISOString().slice(0, 10);
}

export const daysBetween = (a: string, b: string): number => Math.round((toTime(b) - toTime(a)) / 86_400_000);

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** "19 Dec 2019". Other forms (years, seasons) stay as they are. */
export function showDay(day: string | null): string {
  const found = day === null ? null : /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(day);
  if (found === null) return day ?? "";
  const [, y, m, d] = found;
  const month = months[Number(m) - 1];
  return month === undefined ? (day as string) : `${d ? `${Number(d)} ` : ""}${month} ${y}`;
}

const seasons: Readonly<Record<string, string>> = { 21: "spring", 22: "summer", 23: "autumn", 24: "winter" };

/** An interval for reading: "19 Dec 2019", "Nov 2018", "1–10 May 2016", "autumn 2019", "by 31 Dec 2018". */
export function showWhen(
  when: {
    readonly earliest: string | null;
    readonly latest: string | null;
    readonly edtf?: string | null;
  } | null,
): string {
  if (when === null) return "";
  const { earliest, latest, edtf } = when;
  const season = edtf ? /^(\d{4})-(2[1-4])$/.exec(edtf) : null;
  if (season !== null) return `${seasons[season[2]]} ${season[1]}`;
  if (edtf && /^-?\d{4}(-\d{2}(-\d{2})?)?$/.test(edtf)) return showDay(edtf);
  if (earliest === null && latest === null) return "";
  if (earliest === null) return `until ${showDay(latest)}`;
  if (latest === null) return `from ${showDay(earliest)}`;
  if (earliest === latest) return showDay(earliest);
  if (earliest.slice(0, 7) === latest.slice(0, 7)) return `${Number(earliest.slice(8))}–${showDay(latest)}`;
  if (earliest.endsWith("-01-01") && latest.endsWith("-12-31"))
    return earliest.slice(0, 4) === latest.slice(0, 4)
      ? earliest.slice(0, 4)
      : `${earliest.slice(0, 4)}–${latest.slice(0, 4)}`;
  return `${showDay(earliest)} – ${showDay(latest)}`;
}
