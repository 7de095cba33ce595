import { describe, expect, it } from "vitest";
import { loadLanguage } from "../../resources/language.js";
import { loadLexicon } from "../../resources/lexicon.js";
import type { Entity } from "../types.js";
import { createEntities } from "./index.js";

const language = loadLanguage();
const entities = createEntities(loadLexicon());

/** Entities by the words that name them. */
function read(text: string): Map<string, Entity> {
  const document = { id: "n", text, publisher: null, title: null, url: null, published: "2024-08-07" };
  const parsed = language.parse(document);
  const r = entities({
    parsed,
    published: "2024-08-07",
    times: [],
    entryBySentence: [],
    timesBySentence: parsed.sentences.map(() => []),
  });
  return new Map(r.mentions.map((m) => [text.slice(m.start, m.end), r.entities[m.entity]]));
}

describe("names nobody knows", () => {
  it.each([
    ["Envoy Park Chul-soo, who leads the team, left.", "Envoy Park Chul-soo"],
    ["He met Lin Hsin-yi, who studies treaties.", "Lin Hsin-yi"],
    ["The plan was drawn up by Ana Ruiz Soto, whose team left.", "Ana Ruiz Soto"],
  ])("%s", (text, words) => expect([...read(text).keys()]).toContain(words));

  it.each(["The Kim Jong-led group left.", "The Bank Perak-backed fund left, who knows."])(
    "%s has nobody",
    (text) => expect([...read(text).values()].filter((e) => e.code === null)).toEqual([]),
  );
});

describe("whose minister somebody is", () => {
  it("is told by who is spoken of, not by where they meet", () => {
    const text =
      "Peru said talks would go on in Quito. Peru sent a team to Quito last week and found nobody in Quito. " +
      "Interior Minister Ana Ruiz Soto welcomed the delay.";
    expect(read(text).get("Interior Minister Ana Ruiz Soto")?.code).toBe("PER");
  });
});

/** Published 2024-08-07. */
describe("who holds a post", () => {
  it("is known by any word for the post", () => {
    expect(read("The Dutch defence minister left Quito.").get("Dutch defence minister")?.name).toBe(
      "Ruben Brekelmans",
    );
    expect(read("The British foreign minister left Quito.").get("British foreign minister")?.name).toBe(
      "David Lammy",
    );
  });

  it("is nobody in particular where several hold it", () =>
    expect(read("The U.N. special envoy left Quito.").get("U.N. special envoy")?.name).toBe(
      "U.N. special envoy",
    ));

  it("is not who leads a movement of that country", () =>
    expect(read("The Turkish leader left Quito.").get("Turkish leader")?.name).toBe("Turkish leader"));

  it("changes side with it", () => {
    const text = "Ramush Haradinaj left Quito.";
    expect(read(text).get("Ramush Haradinaj")).toMatchObject({ code: "XKX", sector: "GOV" });
  });
});

describe("short names of the table", () => {
  it("are no words that open sentences", () =>
    expect([
      ...read("Price controls ended in the United States. Tax cuts were agreed in Tanzania.").keys(),
    ]).toEqual(["United States", "Tanzania"]));

  it("are no given names, and nobody's where two share one", () =>
    expect([...read("Luis went to Colombia. China was silent. Sun left.").keys()]).toEqual([
      "Colombia",
      "China",
    ]));

  it("may be family names of two words", () =>
    expect(read("Grlic-Radman left Quito.").get("Grlic-Radman")?.code).toBe("HRV"));
});
