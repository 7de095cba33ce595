import { describe, expect, it } from "vitest";

import { loadReader } from "../../resources/reader.js";
import type { EventItem } from "../types.js";

const reader = loadReader();
const events = (text: string): string[] =>
  reader
    .read({ id: "u", text, publisher: null, title: null, url: null, published: "2026-03-10" })
    .items.filter((i): i is EventItem => i.kind === "event")
    .map((e) => `${e.class} ${e.factuality.status}`);

describe("what is only weighed", () => {
  it.each([
    ["Iran may attack Israeli ships, analysts said.", "ASSAULT hypothetical"],
    [
      "Morocco would pull its soldiers out only if the Polisario Front returned to the truce.",
      "AGREE conditional",
    ],
    ["Morocco said it would pull its soldiers out.", "AGREE scheduled"],
    ["Iran may attack Israeli ships, its minister said.", "THREATEN happened"],
    ["Egypt condemned Sudan on Monday.", "ACCUSE happened"],
  ])("%s", (text, want) => expect(events(text)).toContain(want));
});
