import { describe, expect, it } from "vitest";
import { arcs } from "../../../test/language/arcs.js";
import { repairRootless, repairTwoSubjects } from "./repair-rootless.js";

describe("a sentence of prose has a predicate", () => {
  it("makes the participle on the noun's phrase the predicate", () => {
    const a = arcs(
      "Oslo's/PROPN/NNP/2/nmod:poss offer/NOUN/NN/0/root without/ADP/IN/4/case terms/NOUN/NNS/2/nmod lapsed/VERB/VBN/4/acl in/ADP/IN/7/case May/PROPN/NNP/5/obl ./PUNCT/./2/punct",
    );
    expect(repairRootless(a)).toBe(true);
    expect([...a.heads]).toEqual([1, 4, 3, 1, -1, 6, 4, 4]);
    expect([a.deprels[1], a.xpos[4]]).toEqual(["nsubj", "VBD"]);
  });

  it("takes the verb behind the comma and leaves what stands before it with the noun", () => {
    const a = arcs(
      "Offer/NOUN/NN/0/root to/PART/TO/3/mark sign/VERB/VB/1/acl before/SCONJ/IN/8/mark May/PROPN/NNP/8/nsubj ,/PUNCT/,/8/punct was/AUX/VBD/8/aux:pass refused/VERB/VBN/1/advcl ./PUNCT/./1/punct",
    );
    expect(repairRootless(a)).toBe(true);
    expect([...a.heads]).toEqual([7, 2, 0, 4, 2, 0, 7, -1, 7]);
    expect([a.deprels[0], a.deprels[3], a.deprels[4]]).toEqual(["nsubj:pass", "case", "obl"]);
  });

  it("takes the participle behind a relative clause that the noun owns", () => {
    const a = arcs(
      "Chad/PROPN/NNP/0/root ,/PUNCT/,/4/punct which/PRON/WDT/4/nsubj chairs/VERB/VBZ/1/acl:relcl talks/NOUN/NNS/4/obj ,/PUNCT/,/7/punct proposed/VERB/VBN/5/acl terms/NOUN/NNS/7/obj ./PUNCT/./1/punct",
    );
    expect(repairRootless(a)).toBe(true);
    expect([...a.heads]).toEqual([6, 3, 3, 0, 3, 0, -1, 6, 6]);
    expect([a.deprels[0], a.xpos[6]]).toEqual(["nsubj", "VBD"]);
  });

  it.each([
    ["a headline", "Offer/NOUN/NN/0/root made/VERB/VBN/1/acl in/ADP/IN/4/case May/PROPN/NNP/2/obl"],
    [
      "a relative clause",
      "Offer/NOUN/NN/0/root that/PRON/WDT/3/nsubj lapsed/VERB/VBD/1/acl ./PUNCT/./1/punct",
    ],
    [
      "a verb with a subject",
      "Offer/NOUN/NN/0/root Oslo/PROPN/NNP/3/nsubj made/VERB/VBD/1/acl ./PUNCT/./1/punct",
    ],
  ])("leaves %s alone", (_, text) => {
    const a = arcs(text);

    expect(repairRootless(a)).toBe(false);
  });
});

describe("one verb has one subject", () => {
  it("gives the first of two, before a conjunction, to the verb above", () => {
    const a = arcs(
      "steps/NOUN/NNS/2/nsubj moved/VERB/VBD/0/root since/SCONJ/IN/7/mark talks/NOUN/NNS/7/nsubj and/CCONJ/CC/7/cc they/PRON/PRP/7/nsubj help/VERB/VBP/2/advcl",
    );
    expect(repairTwoSubjects(a)).toBe(true);
    expect([...a.heads]).toEqual([1, -1, 3, 1, 6, 6, 1]);
    expect([a.deprels[2], a.deprels[3], a.deprels[6]]).toEqual(["case", "obl", "conj"]);
  });

  it("leaves joined subjects alone", () => {
    const a = arcs(
      "steps/NOUN/NNS/2/nsubj moved/VERB/VBD/0/root as/SCONJ/IN/7/mark talks/NOUN/NNS/7/nsubj and/CCONJ/CC/6/cc visits/NOUN/NNS/4/conj help/VERB/VBP/2/advcl",
    );
    expect(repairTwoSubjects(a)).toBe(false);
  });
});
