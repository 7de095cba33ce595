import type { Item } from "../../src/reading/types.js";
import type { Gold, GoldEntry } from "./gold.js";
import type { Read } from "./match.js";

export interface Caught {
  readonly wrong: string;
  /** What a careless reading would hold, and this one does. Empty is right. */
  readonly found: readonly string[];
}

type Trap = (items: readonly Item[], read: Read) => Item[];

const HAPPENED = new Set(["happened", "ongoing"]);
const positive = (i: Item): boolean =>
  HAPPENED.has(i.factuality.status) && i.factuality.polarity === "positive";
const overlapsDays = (i: Item, from: string, to: string): boolean =>
  i.time.earliest !== null && i.time.latest !== null && i.time.earliest <= to && i.time.latest >= from;

/** One test for each entry of `must_not_extract`, in its order; `items` are those with evidence at the entry's. */
const traps: readonly Trap[] = [
  // a meeting on the anniversary's day
  (items) =>
    items.filter(
      (i) =>
        (i.kind === "meeting" || (i.kind === "event" && i.class === "CONSULT")) &&
        i.time.earliest === "2019-12-15" &&
        i.time.latest === "2019-12-15",
    ),
  // a seat of government as a place
  (items) =>
    items.filter(
      (i) => "place" in i && i.place !== null && ["Moscow", "Tokyo", "Washington"].includes(i.place.name),
    ),
  // a treaty concluded
  (items) =>
    items.filter(
      (i) =>
        (i.kind === "agreement" && !["draft", "referred-to"].includes(i.status)) ||
        (i.kind === "assessment" && i.judgement === "concluded") ||
        (i.kind === "event" && i.class === "SUPPORT" && positive(i)),
    ),
  // islands returned
  (items) =>
    items.filter(
      (i) =>
        (i.kind === "event" &&
          (i.class === "RETREAT" || i.class === "CONCEDE" || i.class === "AID") &&
          positive(i)) ||
        (i.kind === "measure" && i.status !== "announced" && i.status !== "no-progress"),
    ),
  // those named for their circumstance only, as negotiators
  (items, read) =>
    items.filter((i) => {
      const people =
        i.kind === "meeting"
          ? [...i.representatives, ...i.parties]
          : i.kind === "proposal" || i.kind === "commitment"
            ? i.by
            : i.kind === "position"
              ? [i.holder]
              : i.kind === "agreement"
                ? i.parties
                : [];
      return people.some((a) =>
        ["Barack Obama", "Donald Trump"].includes(read.reading.entities[a.entity]?.name ?? a.name),
      );
    }),
  // the wrong January
  (items) =>
    items.filter(
      (i) => overlapsDays(i, "2020-01-01", "2020-01-31") || overlapsDays(i, "2017-01-01", "2017-01-31"),
    ),
  // a publisher's line
  (items) => [...items],
];

/** What `must_not_extract` caught. */
export function caught(gold: Gold, read: Read): Caught[] {
  return (gold.must_not_extract as readonly GoldEntry[]).map((entry, k) => {
    const here = read.reading.items.filter((i) =>
      entry.evidence.some((g) => i.trigger.start >= g.start && i.trigger.end <= g.end),
    );
    if (traps[k] === undefined) throw new Error(`No test for "${entry.wrong}"`);
    return {
      wrong: String(entry.wrong),
      found: traps[k](here, read).map(
        (i) => `${i.kind} ${i.origin.rule} ${i.time.earliest ?? ""}..${i.time.latest ?? ""}`,
      ),
    };
  });
}
