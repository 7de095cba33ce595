import { beforeAll, describe, expect, it } from "vitest";
import { makeDocument } from "../../ledger/index.js";
import { loadLanguage, loadLexicon } from "../../resources/index.js";
import { createReader, type Reader } from "../index.js";

describe("who is meant, as articles tell it", () => {
  let reader: Reader;
  beforeAll(() => {
    reader = createReader({ language: loadLanguage(), lexicon: loadLexicon() });
  });
  const read = (text: string, published = "2024-05-20") =>
    reader.read(makeDocument({ publisher: null, title: null, url: null, published }, text));
  const person = (text: string, name: string, published?: string) =>
    read(text, published).entities.find((e) => e.kind === "person" && e.name === name);
  const members = (text: string, words: string) => {
    const { entities, mentions } = read(text);
    const m = mentions.find((x) => text.slice(x.start, x.end) === words);
    return m === undefined ? null : entities[m.entity].members.map((i) => entities[i].code).sort();
  };

  it("takes a portfolio for no part of a minister's name", () => {
    const text = "Chadian Minister of Water Resources Omar Saleh met Libya's envoy.";
    expect(person(text, "Omar Saleh")?.code).toBe("TCD");
  });

  it("knows an envoy by whoever sent him, and a head by what he heads", () => {
    const text =
      "Ana Lind, the personal envoy of Secretary-General Antonio Guterres, met Omar Saleh, who heads the Houthis' council.";
    expect(person(text, "Ana Lind")?.code).toBe("IGO");
    expect(person(text, "Omar Saleh")?.code).toBe("YEM");
  });

  it("gives nobody a post that he came to later", () => {
    const text = "Keir Starmer, a lawyer, met Chad's envoy.";
    expect(person(text, "Keir Starmer", "2012-03-01")?.office?.level).not.toBe("leader");
  });

  it("means by the army the one that was named with its owner", () => {
    const text =
      "Sudan's army left the talks. Saudi Arabia and the United States mediate. The military wants a truce.";
    const { entities, mentions } = read(text);
    const m = mentions.find((x) => text.slice(x.start, x.end).endsWith("military"));
    expect(entities[m?.entity ?? 0].code).toBe("SDN");
  });

  it("keeps powers that nobody names together, and names the circles that all know", () => {
    expect(members("The E3 urged Iran to comply.", "The E3")).toEqual(["DEU", "FRA", "GBR"]);
    const { entities } = read("Four regional powers urged Chad to comply.");
    expect(entities.find((e) => e.name === "Four regional powers")?.members).toEqual([]);
  });

  it("means by three of them the three named in a row", () => {
    const text =
      "Chad, Mali and Niger held talks. Togo protested to Benin. The three countries will meet again.";
    expect(members(text, "The three countries")).toEqual(["MLI", "NER", "TCD"]);
  });

  it("has a minister at home in the capital that opens his sentence, and his government with him", () => {
    const text =
      "Chile and Bolivia signed a water pact. Chile's president praised it.\n\nIn La Paz, the energy minister, Ana Lind, said that the government would sell gas.";
    expect(person(text, "Ana Lind")?.code).toBe("BOL");
    const { entities, mentions } = read(text);
    const m = mentions.findLast((x) => text.slice(x.start, x.end).endsWith("government"));
    expect(entities[m?.entity ?? 0].code).toBe("BOL");
  });

  it("takes nobody for a national of the state where an organisation sits, because it is reported from there", () => {
    const text =
      "BRUSSELS, May 3 - Talks with Australia failed. Belgian farmers cheered. Trade Minister Omar Saleh said that Australia would wait. Australia had offered more.";
    expect(person(text, "Omar Saleh")?.code).not.toBe("BEL");
  });

  it("has government envoys with the country whose movement they face", () => {
    const text =
      "Government negotiators met leaders of the Revolutionary Armed Forces of Colombia in Pretoria on Tuesday.";
    const { entities, mentions } = read(text);
    const m = mentions.find((x) => text.slice(x.start, x.end) === "Government negotiators");
    expect(entities[m?.entity ?? 0].code).toBe("COL");
  });

  it("takes a party's rivals, creditors and allies for somebody else, and the allies of a body for its own", () => {
    const holders = (text: string) =>
      read(text).items.flatMap((i) =>
        i.kind === "position" ? [i.holder.party] : i.kind === "commitment" ? i.by.map((a) => a.party) : [],
      );
    expect(holders("Iran's rivals rejected the offer.")).not.toContain("IRN");
    expect(holders("Ukraine's Western allies pledged to send engineers.")).not.toContain("UKR");
    expect(holders("NATO allies agreed to raise spending.")).toContain("NATO");
  });
});
