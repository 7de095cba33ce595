import { describe, expect, it } from "vitest";
import { loadReader } from "../../resources/index.js";
import type { PositionItem } from "../types.js";

const reader = loadReader();
const positions = (text: string): string[] =>
  reader
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
    [
      "Chile is backing a two-zone model for the canal — a notion that Peru says it would never accept.",
      "Chile: two-zone model for the canal",
    ],
    [
      "Chile's president said the truce should be protected, according to the statement.",
      "Gabriel Boric: the truce should be protected",
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

  it("reads a deed of some of them, and a call on them", () => {
    expect(positions(`${TALKS} Chile wants at least some of the ships to remain.`)).toContain(
      "Chile: some of the ships to remain",
    );
  });

  it("takes the subject of what is hoped for nobody's stand", () => {
    expect(positions(`${TALKS} Chile hoped both sides would sign a treaty.`)).toEqual([]);
  });
});
