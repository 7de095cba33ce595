import { describe, expect, it } from "vitest";
import { loadReader } from "../../resources/index.js";

const reader = loadReader();
const partiesIn = (text: string): Record<string, string | null> => {
  const document = { id: "d", text, title: null, publisher: null, url: null, published: "2031-05-02" };
  return Object.fromEntries(reader.read(document).entities.map((e) => [e.name, e.party]));
};

describe("parties", () => {
  it("a government and the movement it talks to are two sides of one code", () => {
    const found = partiesIn("The Colombian government and the ELN held talks in Quito on Monday.");
    expect(found).toMatchObject({ Colombia: "COL", ELN: "ELN" });
  });

  it("an organisation is its own", () => {
    const found = partiesIn("The European Union and Norway agreed on a fishing quota. NATO said nothing.");
    expect(found).toMatchObject({ "European Union": "EU", NATO: "NATO", Norway: "NOR" });
  });

  it("a commander speaks for the one movement of his country that is named", () => {
    const found = partiesIn(
      "ELN commander Pablo Beltran met officials of the Colombian government in Quito on Monday.",
    );
    expect(found).toMatchObject({ "Pablo Beltran": "ELN" });
  });

  it("both meet and agree", () => {
    const document = {
      id: "d",
      text: "The Colombian government and the ELN agreed in Quito on Monday to extend their ceasefire.",
      title: null,
      publisher: null,
      url: null,
      published: "2031-05-02",
    };
    const agreement = reader.read(document).items.find((x) => x.kind === "agreement");
    expect(agreement?.parties.map((a) => a.party).sort()).toEqual(["COL", "ELN"]);
  });
});
