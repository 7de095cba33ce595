import { expect, it } from "vitest";
import { loadReader } from "../../resources/reader.js";
import type { EventItem } from "../types.js";

const reader = loadReader();

function events(text: string): EventItem[] {
  const document = { id: "c", text, publisher: null, title: null, url: null, published: "2021-06-10" };
  return reader.read(document).items.filter((i): i is EventItem => i.kind === "event");
}

const TALKS = "Chad and Niger met in Oran in May. The two countries have quarrelled over a well for years. ";

it("gives what one side of talks gives up or rejects to the other", () => {
  const found = events(
    `${TALKS}Chad has shelved its demand for the whole oasis. Niger rejected a joint patrol.`,
  );
  const of = (cls: string) =>
    found
      .filter((e) => e.class === cls)
      .map((e) => [e.actors[0].code, e.recipients.map((x) => x.code).join()]);
  expect(of("CONCEDE")).toEqual([["TCD", "NER"]]);
  expect(of("REJECT")).toEqual([["NER", "TCD"]]);
});

it("knows no other side where the text speaks of three", () => {
  const text = `${TALKS}Mali joined the talks. Mali and Niger signed. Mali's army left. Mali rejected a joint patrol.`;
  expect(events(text).find((e) => e.class === "REJECT")?.recipients ?? []).toEqual([]);
});

it("tells what was agreed where they met, at that place", () => {
  const [agreed] = events("Chad and Niger met in Oran, where they agreed to open the border.").filter(
    (e) => e.class === "AGREE",
  );
  expect([agreed.actors.length, agreed.place?.name]).toEqual([2, "Oran"]);
});

it("lets nobody agree alone, and takes what was only tried for no deed", () => {
  const [tried] = events(`${TALKS}Chad was trying to reach a broad agreement before June.`).filter(
    (e) => e.class === "AGREE",
  );
  expect(tried.actors.map((a) => a.code)).toEqual(["TCD", "NER"]);
  expect(tried.factuality.status).toBe("intended");
});

it("tells a deed that is only imagined as such", () => {
  const text = `${TALKS}Niger voiced concern over the possibility of a Libyan deployment in the event the islands were to be returned to Chad.`;
  const found = events(text).filter((e) => e.class === "MOBILIZE" || e.class === "RETREAT");
  expect(found.map((e) => [e.class, e.actors[0].code, e.factuality.status])).toEqual([
    ["MOBILIZE", "LBY", "hypothetical"],
    ["RETREAT", "NER", "conditional"],
  ]);
});

it("takes no town for the other side of what is said or agreed, and no air strike for a strike", () => {
  const parties = (text: string, cls: string) =>
    events(text)
      .filter((e) => e.class === cls)
      .map((e) => [e.actors.map((a) => a.code).join(), e.recipients.map((a) => a.code).join()]);
  expect(
    parties("Chadian rebels accused the government of breaking promises made in Tunis.", "ACCUSE"),
  ).toEqual([["TCD", "TCD"]]);
  expect(parties("Niger's minister offered to hold a meeting in Tunis next week.", "AGREE")).toEqual([
    ["NER", ""],
  ]);
  expect(parties("Libya resumed air strikes on Monday.", "PROTEST")).toEqual([]);
  expect(parties("Railway workers in Libya resumed their strike on Monday.", "PROTEST")).toHaveLength(1);
  expect(parties("Niger's foreign minister called on Chad to halt the work.", "REQUEST")).toEqual([
    ["NER", "TCD"],
  ]);
});

it("gives rebels no home where they only meet others", () => {
  const [met] = events("Muslim rebels and the government of Chad met in Oslo.").filter(
    (e) => e.class === "CONSULT",
  );
  expect(met.actors.map((a) => a.code)).not.toContain("NOR");
  const [raid] = events("Rebels attacked an army post in Bangui on Friday. France sent troops.");
  expect(raid.actors.map((a) => a.code)).toEqual(["CAF"]);
});
