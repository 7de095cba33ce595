import { expect, it } from "vitest";
import { makeDocument } from "../../ledger/index.js";
import { loadReader } from "../../resources/index.js";

const reader = loadReader();

/** Consultations of a text as "parties status". */
function consults(text: string): string[] {
  const meta = { publisher: null, title: null, url: null, published: "2021-06-10" };
  return reader.read(makeDocument(meta, text)).items.flatMap((i) => {
    if (i.kind !== "event" || i.class !== "CONSULT") return [];
    const codes = [...i.actors, ...i.recipients].map((a) => a.code).sort();
    return [`${codes.join(" ")} ${i.factuality.status}`];
  });
}

it("tells a meeting that is only the occasion of something else as an event", () => {
  expect(consults("At a summit in Tunis in May, Chad and Libya agreed to reopen the border.")).toEqual([
    "LBY TCD happened",
  ]);
});

it("tells a meeting once", () => {
  expect(consults("Chad and Libya held talks in Tunis on Monday.")).toEqual(["LBY TCD happened"]);
});

it("tells no meeting where talks ended, were called for, or nations meet in a game", () => {
  expect(consults("Chad broke off border talks with Libya on Monday.")).toEqual([]);
  expect(consults("Talks between Chad and Libya collapsed on Monday.")).toEqual([]);
  expect(
    consults("Chad defeated Libya and will now meet Egypt in the final of the tournament in Tunis."),
  ).toEqual([]);
});
