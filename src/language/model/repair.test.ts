import { describe, expect, it } from "vitest";
import { arcs } from "../../../test/language/arcs.js";
import { repairBeside, repairRelative, repairRoot } from "./repair.js";

describe("a sentence is no prepositional phrase", () => {
  it("puts the main verb at the root and the fronted phrase under it", () => {
    const a = arcs(
      "At/ADP/IN/2/case talks/NOUN/NNS/0/root ,/PUNCT/,/2/punct Oslo/PROPN/NNP/5/nsubj tabled/VERB/VBD/2/acl:relcl maps/NOUN/NNS/5/obj ././PUNCT/2/punct",
    );
    expect(repairRoot(a)).toBe(true);
    expect([...a.heads]).toEqual([1, 4, 4, 4, -1, 4, 4]);
    expect(a.deprels[1]).toBe("obl");
  });

  it("leaves a headline and a true relative clause alone", () => {
    for (const text of [
      "At/ADP/IN/2/case sea/NOUN/NN/0/root",
      "In/ADP/IN/2/case talks/NOUN/NNS/0/root that/PRON/WDT/4/nsubj failed/VERB/VBD/2/acl:relcl",
      "The/DET/DT/2/det talks/NOUN/NNS/0/root Oslo/PROPN/NNP/4/nsubj held/VERB/VBD/2/acl:relcl",
    ])
      expect(repairRoot(arcs(text))).toBe(false);
  });
});

describe("a verb with a relative pronoun for its subject", () => {
  it("gives the root to the verb behind it that has a subject of its own", () => {
    const a = arcs(
      "In/ADP/IN/2/case talks/NOUN/NNS/4/obl that/PRON/WDT/4/nsubj began/VERB/VBD/0/root ,/PUNCT/,/7/punct Oslo/PROPN/NNP/7/nsubj insisted/VERB/VBD/4/advcl ././PUNCT/4/punct",
    );
    expect(repairRelative(a)).toBe(true);
    expect([...a.heads]).toEqual([1, 6, 3, 1, 6, 6, -1, 6]);
    expect(a.deprels[3]).toBe("acl:relcl");
  });

  it("leaves a question alone", () => {
    const a = arcs("Who/PRON/WP/2/nsubj won/VERB/VBD/0/root ?/PUNCT/./2/punct");
    expect(repairRelative(a)).toBe(false);
  });
});

it("hangs the verb of a relative pronoun on the noun before it, beside a main verb", () => {
  const a = arcs(
    "In/ADP/IN/2/case talks/NOUN/NNS/4/obl that/PRON/WDT/4/nsubj began/VERB/VBD/7/advcl ,/PUNCT/,/7/punct Oslo/PROPN/NNP/7/nsubj insisted/VERB/VBD/0/root",
  );
  expect(repairBeside(a)).toBe(true);
  expect([...a.heads]).toEqual([1, 6, 3, 1, 6, 6, -1]);
});

describe("a noun beside the relative pronoun that it is taken up by", () => {
  it("is the object of the verb before it, if that has none", () => {
    const a = arcs(
      "Oslo/PROPN/NNP/2/nsubj cancelled/VERB/VBD/0/root talks/NOUN/NNS/6/nsubj:pass that/PRON/WDT/6/nsubj:pass were/AUX/VBD/6/aux:pass planned/VERB/VBN/2/conj ././PUNCT/2/punct",
    );
    expect(repairBeside(a)).toBe(true);
    expect([...a.heads]).toEqual([1, -1, 1, 5, 5, 2, 1]);
    expect([a.deprels[2], a.deprels[5]]).toEqual(["obj", "acl:relcl"]);
  });

  it("stays where it is if the verb has one", () => {
    const a = arcs(
      "Oslo/PROPN/NNP/2/nsubj told/VERB/VBD/0/root him/PRON/PRP/2/obj talks/NOUN/NNS/6/nsubj that/PRON/WDT/6/nsubj failed/VERB/VBD/2/ccomp",
    );
    expect(repairBeside(a)).toBe(false);
  });
});
