import { describe, expect, it } from "vitest";
import { loadLanguage } from "../../resources/language.js";
import { loadLexicon } from "../../resources/lexicon.js";
import { createEntities } from "./index.js";

const language = loadLanguage();
const entities = createEntities(loadLexicon());

/** Codes of the members of the plural that the words are. */
function membersOf(text: string, words: string): string[] {
  const parsed = language.parse({
    id: "s",
    text,
    publisher: null,
    title: null,
    url: null,
    published: "2025-02-18",
  });
  const r = entities({
    parsed,
    published: "2025-02-18",
    times: [],
    entryBySentence: [],
    timesBySentence: parsed.sentences.map(() => []),
  });
  const at = text.indexOf(words);
  const m = r.mentions.find((x) => x.start === at && x.end === at + words.length);
  const e = m === undefined ? undefined : r.entities[m.entity];
  return (e?.members ?? []).map((i) => r.entities[i].code ?? "?").sort();
}

describe("who the two sides are", () => {
  it.each([
    [
      "by the noun",
      "The presidents of Chad and Niger signed a pact after mediation by Algeria. The two sides will open the border.",
    ],
    [
      "by the participle",
      "Algerian-mediated talks between Chad and Niger went on for a week. The delegations discussed grazing rights.",
    ],
    [
      "by the verb",
      "Algeria, which mediated the truce, welcomed Chad and Niger in Oran. Algeria said the negotiators were close.",
    ],
    [
      "by the post",
      "Chad and Niger met again. The Algerian mediator praised Chad. Both sides went home on Friday.",
    ],
  ])("leaves out whoever mediates, %s", (_, text) => {
    const words = /The two sides|The delegations|the negotiators|Both sides/.exec(text)?.[0] ?? "";
    expect(membersOf(text, words)).toEqual(["NER", "TCD"]);
  });

  it.each([
    [
      "not the town of a label",
      "Nairobi: Chad and Niger restart talks\n\nAt last a deal on wells is near, after a long quarrel between the two sides, in Nairobi on Friday.",
    ],
    [
      "not whoever a tour leads to",
      "Talks between Chad and Niger went on. The tour took him to Tunis, Algiers and Nouakchott. The delegations met on Friday.",
    ],
    [
      "not a committee and those who watch",
      "Chad and Niger signed guidelines for a Joint Monitoring Committee, which monitors the truce. The two sides went home.",
    ],
    [
      "not the state in which they meet",
      "Chad and Niger met in Gabon. The deal was signed at talks in Gabon. The delegations went home from Gabon.",
    ],
  ])("means the pair of the talks, %s", (_, text) => {
    const words = /the two sides|The two sides|The delegations/.exec(text)?.[0] ?? "";
    expect(membersOf(text, words)).toEqual(["NER", "TCD"]);
  });

  it("takes a mediator for a side where the text has nobody else", () => {
    expect(
      membersOf(
        "Algeria, which brokered the truce, sent an envoy to Chad. The two sides signed a trade deal.",
        "The two sides",
      ),
    ).toEqual(["DZA", "TCD"]);
  });

  it("means nobody by delegations where nobody was named", () => {
    expect(membersOf("The delegations arrived in the morning.", "The delegations")).toEqual([]);
  });

  it("means those whom the text is about, whoever was named just before", () => {
    const text =
      "Chad and Niger met. The two countries signed a pact. Both sides called it fair. Algeria protested. " +
      "If the pact fails, Algeria may move in. Both capitals want to avoid it.";
    expect(membersOf(text, "Both capitals")).toEqual(["NER", "TCD"]);
  });

  it("are not those who urge them", () => {
    const text = "Chad and Niger met. Mali, Benin and Togo, the neighbours, urged both parties to sign.";
    expect(membersOf(text, "both parties")).toEqual(["NER", "TCD"]);
  });

  it("own their officials", () => {
    const text = "Chad and Niger met. Officials from the two countries will meet again.";
    expect(membersOf(text, "Officials")).toEqual(["NER", "TCD"]);
  });

  it("without a number are all of a row, and of a document's first sentence", () => {
    const row = "Chad, Niger and Mali met in Accra. The parties will open a hotline.";
    expect(membersOf(row, "The parties")).toEqual(["MLI", "NER", "TCD"]);
    const statement =
      "1. At the invitation of Ghana, delegations of Chad, Niger and Mali met in Accra on 4 May 2024. The Parties agreed to meet again.";
    expect(membersOf(statement, "The Parties")).toContain("MLI");
  });

  it("the two leaders are those of the states the text is about", () => {
    const text =
      "Chad and Niger are at odds. Chad and Niger closed the border. The two countries sent troops. Chadian President Idriss Deby will meet Nigerien President Mohamed Bazoum and Ghana's President Nana Akufo-Addo in Accra. The two leaders last met in May.";
    expect(membersOf(text, "The two leaders")).toEqual(["NER", "TCD"]);
  });
});

describe("organisations as sides", () => {
  it("are meant where they were named together with another at talks", () => {
    const joined = "The EU and Norway opened fish talks on Monday. The two sides were close to a deal.";
    expect(membersOf(joined, "The two sides")).toEqual(["IGO", "NOR"]);
    const sent =
      "Envoys from the European Union and the South American group Mercosur met on Tuesday. The two sides were close to a deal.";
    expect(membersOf(sent, "The two sides")).toEqual(["IGO", "IGO"]);
    const near = "The EU and Norway sent aid to Chad and Niger. The two sides fought near the lake.";
    expect(membersOf(near, "The two sides")).toEqual(["NER", "TCD"]);
  });

  it("have envoys with those of the other side", () => {
    const text = "Envoys from Chad and Niger ended talks in Oran on Friday but said they would meet again.";
    expect(membersOf(text, "Envoys from Chad and Niger")).toEqual(["NER", "TCD"]);
    expect(membersOf(text, "they")).toEqual(["NER", "TCD"]);
  });
});
