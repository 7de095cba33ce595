import type { TimeRule } from "./rule.js";

/** Days and times that have names of their own. */
export const KNOWN = [
  {
    id: "time/christmas",
    why: "A day by its name.",
    patterns: ["christmas day|eve?", "christmas"],
    means: { is: "calendar", parts: { month: 12, dom: 25 } },
    hits: ["They want a truce before [Christmas|2019-12-25|before]."],
    misses: ["They met in December."],
  },
  {
    id: "time/new-year",
    why: "A day by its name.",
    patterns: ["new year 's day", "new year ' s day", "new year"],
    means: { is: "calendar", parts: { month: 1, dom: 1 } },
    hits: ["They want a text by [New Year|2020-01-01|deadline].", "They met on [New Year's Day|2019-01-01]."],
    misses: ["A new yearly round began."],
  },
  {
    id: "time/new-years-eve",
    why: "A day by its name.",
    patterns: ["new year 's eve", "new year ' s eve"],
    means: { is: "calendar", parts: { month: 12, dom: 31 } },
    hits: ["The pact runs out on [New Year's Eve|2019-12-31]."],
    misses: ["On the eve of the new round they met."],
  },
  {
    id: "time/first-world-war",
    why: "A time by the name of its war.",
    patterns: ["world war i|one", "first world war", "great war"],
    means: { is: "fixed", earliest: "1914-07-28", latest: "1918-11-11" },
    hits: ["The border was drawn after [World War I|1914/1918|after]."],
    misses: ["A world war is feared.", "The first war ended."],
  },
  {
    id: "time/second-world-war",
    why: "A time by the name of its war.",
    patterns: ["world war ii|two", "second world war"],
    means: { is: "fixed", earliest: "1939-09-01", latest: "1945-09-02" },
    hits: ["It is Europe's largest war since [the Second World War|1939/1945|since]."],
    misses: ["A second war ended."],
  },
  {
    id: "time/cold-war",
    why: "A time by the name of its war.",
    patterns: ["cold war"],
    means: { is: "fixed", earliest: "1947-03-12", latest: "1991-12-26" },
    hits: ["During [the Cold War|1947/1991] the two signed a pact."],
    misses: ["It was cold; war went on."],
  },
  {
    id: "time/september-11",
    why: "Attacks known by their date.",
    patterns: ["sept.|september 11 attacks|attack", "sept.|september 11th attacks|attack"],
    means: { is: "fixed", earliest: "2001-09-11", latest: "2001-09-11" },
    role: "name",
    hits: ["After [the Sept. 11 attacks|2001-09-11] they made a pact."],
    misses: ["They met on Sept. 11."],
  },
] as const satisfies readonly TimeRule[];
