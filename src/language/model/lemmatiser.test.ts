import { describe, expect, it } from "vitest";
import { Lemmatiser, recase } from "./lemmatiser.js";

const lines = [
  ["e", "VERB|VBD", "ed", "2", ""],
  ["e", "VERB|VBD", "^beat", "0", ""],
  ["e", "VERB|VBD", "at", "2", "it"],
  ["e", "NOUN|NNS", "s", "1", ""],
  ["e", "NOUN|NNS", "^children", "3", ""],
  ["m", "PROPN|NNP", "u", "", "t"],
  ["m", "PROPN|NNP", "u", "^nato", "k"],
  ["m", "PROPN|NNP", "c", "", "k"],
  ["m", "NOUN|NNS", "m", "", "k"],
];
const lemmatiser = new Lemmatiser(lines.map((l) => l.join("\t")).join("\n"));

describe("lemmatiser", () => {
  it("takes the whole form before suffixes, and the longest of these", () => {
    expect(lemmatiser.lemma("talked", "VERB|VBD")).toBe("talk");
    expect(lemmatiser.lemma("sat", "VERB|VBD")).toBe("sit");
    expect(lemmatiser.lemma("beat", "VERB|VBD")).toBe("beat");
  });

  it("finds letters without regard to case, then writes them as the form is", () => {
    expect(lemmatiser.lemma("Talked", "VERB|VBD")).toBe("talk");
    expect(lemmatiser.lemma("CHILDREN", "NOUN|NNS")).toBe("child");
    expect(lemmatiser.lemma("MPs", "NOUN|NNS")).toBe("MP");
    expect(lemmatiser.lemma("TEHRAN", "PROPN|NNP")).toBe("Tehran");
    expect(lemmatiser.lemma("NATO", "PROPN|NNP")).toBe("NATO");
    expect(lemmatiser.lemma("Oslo", "PROPN|NNP")).toBe("Oslo");
  });

  it("takes the commas out of numbers of thousands and of no others", () => {
    expect(lemmatiser.lemma("12,500", "NUM|CD")).toBe("12500");
    expect(lemmatiser.lemma("1,2", "NUM|CD")).toBe("1,2");
  });

  it("writes capitals where all of the form is in capitals and its letters change", () => {
    expect(recase("STUDIES", "study", "k")).toBe("STUDY");
    expect(recase("Studies", "study", "k")).toBe("Study");
  });

  it("gives no empty lemma", () => {
    expect(lemmatiser.lemma("s", "NOUN|NNS")).toBe("s");
    expect(lemmatiser.lemma("bed", "VERB|VBD")).toBe("bed");
  });
});
