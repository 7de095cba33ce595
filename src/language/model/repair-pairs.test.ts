import { describe, expect, it } from "vitest";
import { arcs } from "../../../test/language/arcs.js";
import { repairPairs } from "./repair-pairs.js";

const heads = (text: string): number[] => {
  const a = arcs(text);
  repairPairs(
    a,
    text.split(" ").map((t) => t.slice(0, t.indexOf("/"))),
  );
  return [...a.heads];
};

describe("marks that enclose a phrase", () => {
  it("hang on its head", () => {
    expect(
      heads(
        "Oslo/PROPN/NNP/2/nsubj called/VERB/VBD/0/root the/DET/DT/5/det \"/PUNCT/``/2/punct offer/NOUN/NN/2/obj \"/PUNCT/''/2/punct late/ADJ/JJ/2/xcomp",
      ),
    ).toEqual([1, -1, 4, 4, 1, 4, 1]);
    expect(
      heads(
        "talks/NOUN/NNS/0/root (/PUNCT/-LRB-/1/punct in/ADP/IN/4/case Oslo/PROPN/NNP/1/nmod )/PUNCT/-RRB-/1/punct",
      ),
    ).toEqual([-1, 3, 3, 0, 3]);
  });

  it("stay where they are if the phrase hangs on one of them", () => {
    expect(heads("(/PUNCT/-LRB-/0/root talks/NOUN/NNS/1/nmod )/PUNCT/-RRB-/1/punct")).toEqual([-1, 0, 0]);
    expect(
      heads("no/ADV/RB/0/root (/PUNCT/-LRB-/1/punct talks/NOUN/NNS/2/nmod )/PUNCT/-RRB-/1/punct"),
    ).toEqual([-1, 0, 1, 0]);
  });

  it("stay where they are around several phrases, and where one is alone", () => {
    const two =
      "He/PRON/PRP/2/nsubj gave/VERB/VBD/0/root \"/PUNCT/``/2/punct them/PRON/PRP/2/iobj hope/NOUN/NN/2/obj \"/PUNCT/''/2/punct";
    expect(heads(two)).toEqual([1, -1, 1, 1, 1, 1]);
    expect(heads('"/PUNCT/``/3/punct We/PRON/PRP/3/nsubj agree/VERB/VBP/0/root')).toEqual([2, 2, -1]);
  });
});
