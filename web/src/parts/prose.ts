import { showDay } from "../shell/dates.js";

/** A sentence of the product, its days as a person writes them and each on one line: "since 14 Nov 2018". */
export const prose = (sentence: string): string =>
  sentence.replace(/\b\d{4}-\d{2}(?:-\d{2})?\b/g, (day) => showDay(day).replaceAll(" ", "\u00a0"));
