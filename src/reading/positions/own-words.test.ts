import { describe, expect, it } from "vitest";
import { loadReader } from "../../resources/index.js";
import type { PositionItem } from "../types.js";

const positions = (text: string): string[] =>
  loadReader()
    .read({ id: "p", text, publisher: null, title: null, url: null, published: "2022-05-04" })
    .items.filter((i): i is PositionItem => i.kind === "position")
    .map((p) => `${p.holder.name}: ${p.stance}`);
const TALKS = "The talks between Peru and Chile resume on Monday.";

describe("what is held ends where the text goes on to something else", () => {
  it.each([
    [
      "Chile is not keen on renewing the pact under old terms and wants a new one drawn up.",
      "Chile: renewing the pact under old terms",
    ],
    [
      "Peru will not allow Chilean ships through its waters until Santiago drops its claim, dashing hopes that the row was over.",
      "Peru: allow Chilean ships through its waters until Santiago drops its claim",
    ],
    ["Peru refuses to sign the treaty as it believes that trade cannot grow.", "Peru: sign the treaty"],
  ])("%s", (text, first) => {
    expect(positions(`${TALKS} ${text}`)).toContain(first);
  });
});

describe("what somebody else is to do, or is told", () => {
  it.each([
    ["Peru reiterated its call for Chile to withdraw its patrol boats.", "Peru: withdraw its patrol boats"],
    [
      "Chile expressed the view to its neighbour that the canal must remain open.",
      "Chile: the canal must remain open",
    ],
  ])("%s", (text, first) => {
    expect(positions(`${TALKS} ${text}`)).toContain(first);
  });

  it("takes the subject of what is hoped for nobody's stand", () => {
    expect(positions(`${TALKS} Chile hoped both sides would sign a treaty.`)).toEqual([]);
  });
});
