import { describe, expect, it } from "vitest";
import { arcs } from "../../../test/language/arcs.js";
import { repairMargin } from "./repair-margin.js";

describe("the margin of a clause", () => {
  it("leaves a date before the comma to what is said", () => {
    const a = arcs(
      "Oslo/PROPN/NNP/2/nsubj meets/VERB/VBZ/0/root on/ADP/IN/4/case Monday/PROPN/NNP/7/obl ,/PUNCT/,/4/punct Riga/PROPN/NNP/7/nsubj said/VERB/VBD/2/advcl",
    );
    expect(repairMargin(a)).toBe(true);
    expect(a.heads[3]).toBe(1);
    expect(a.deprels[6]).toBe("parataxis");
  });

  it("makes a length before a subordinator no subject", () => {
    const a = arcs(
      "Oslo/PROPN/NNP/2/nsubj spoke/VERB/VBD/0/root weeks/NOUN/NNS/6/nsubj after/SCONJ/IN/6/mark Riga/PROPN/NNP/6/nsubj left/VERB/VBD/2/advcl",
    );
    expect(repairMargin(a)).toBe(true);
    expect(a.deprels[2]).toBe("obl:unmarked");
  });

  it.each([
    [
      "a date behind a conjunction",
      "Oslo/PROPN/NNP/2/nsubj spoke/VERB/VBD/0/root but/CCONJ/CC/5/cc on/ADP/IN/5/case Monday/PROPN/NNP/8/obl ,/PUNCT/,/5/punct Riga/PROPN/NNP/8/nsubj left/VERB/VBD/2/conj",
    ],
    [
      "a subject behind its subordinator",
      "Oslo/PROPN/NNP/2/nsubj spoke/VERB/VBD/0/root after/SCONJ/IN/5/mark Riga/PROPN/NNP/5/nsubj left/VERB/VBD/2/advcl",
    ],
  ])("leaves %s alone", (_, text) => {
    const a = arcs(text);
    const before = [...a.heads];
    expect(repairMargin(a)).toBe(false);
    expect([...a.heads]).toEqual(before);
  });
});
