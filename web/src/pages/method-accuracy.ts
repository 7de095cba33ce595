import entities from "../../../eval/frozen/entities.tsv?raw";
import events from "../../../eval/frozen/events.tsv?raw";
import factuality from "../../../eval/frozen/factuality.tsv?raw";
import time from "../../../eval/frozen/time.tsv?raw";

/** Frozen results with one row for each thing judged, the last column `ok` where it was right. */
const sets: readonly (readonly [string, string])[] = [
  ["Names, and who is meant", entities],
  ["Dates", time],
  ["Whether it happened", factuality],
  ["Events by class", events],
];

export const accuracy = sets.map(([name, table]) => {
  const results = table
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => row.split("\t").at(-1));
  return { name, right: results.filter((r) => r === "ok").length, of: results.length };
});
