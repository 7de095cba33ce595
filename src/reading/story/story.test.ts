import { expect, it } from "vitest";
import { makeDocument } from "../../ledger/index.js";
import { loadReader } from "../../resources/index.js";
import type { Item } from "../types.js";

const reader = loadReader();

/** Dates of what is told of a kind, in reading order. */
function dates(text: string, kind: Item["kind"]): (string | null)[] {
  const meta = { publisher: null, title: null, url: null, published: "2021-06-10" };
  return reader
    .read(makeDocument(meta, text))
    .items.filter((i) => i.kind === kind)
    .map((i) => i.time.edtf);
}

const LEAD = "President Idriss Deby of Chad met Libyan President Muammar Gaddafi in Tunis on Tuesday.";

it("dates what is told in the main line of a story by the day on which it stands", () => {
  expect(dates(`${LEAD} The two leaders agreed to reopen the border.`, "agreement")).toEqual(["2021-06-08"]);
});

it("takes no day from the year of an instrument", () => {
  const text = "Chad and Libya agreed to resume talks on the basis of the Treaty of 1955.";
  expect(dates(text, "commitment")).toEqual([null]);
});

it("takes no day from another clause of the sentence", () => {
  const text =
    "Chad has ruled out ceding the strip and demands that Libya leave a pact that it signed in May 2019 with Niger.";
  expect(new Set(dates(text, "position"))).toEqual(new Set([null]));
  const relative =
    "Prime Minister Albert Padacke of Chad, who was in Cairo on Monday, said Chad would never leave.";
  expect(dates(relative, "quote")).toEqual([null]);
});
