import { showDay } from "../shell/dates.js";

const DAY = /\b\d{4}-\d{2}(?:-\d{2})?\b/g;
const SPAN = /(\d{4}-\d{2}(?:-\d{2})?|\.\.)\/(\d{4}-\d{2}(?:-\d{2})?|\.\.)/g;

/** A sentence of the product, its days as a person writes them and each on one line: "since 14 Nov 2018". */
export const prose = (sentence: string): string =>
  sentence
    .replace(SPAN, (_, from: string, to: string) =>
      from === ".." ? `until ${to}` : to === ".." ? `from ${from}` : `${from} to ${to}`,
    )
    .replace(DAY, (day) => showDay(day).replaceAll(" ", "\u00a0"));
