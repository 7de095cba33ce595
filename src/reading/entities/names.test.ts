import { describe, expect, it } from "vitest";
import { loadLanguage } from "../../resources/language.js";
import { loadLexicon } from "../../resources/lexicon.js";
import { createEntities } from "./index.js";

const language = loadLanguage();
const entities = createEntities(loadLexicon());

/** Entities by the words that name them. */
function read(text: string): Map<string, { name: string; code: string | null }> {
  const document = { id: "n", text, publisher: null, title: null, url: null, published: "2024-08-07" };
  const parsed = language.parse(document);
  const r = entities({
    parsed,
    published: "2024-08-07",
    times: [],
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
