import { describe, expect, it } from "vitest";
import { arcs } from "../../../test/language/arcs.js";
import { repairHeads } from "./repair-heads.js";

describe("words that head nothing", () => {
  it("make a preposition of a subordinator that has a noun for its object", () => {
    const a = arcs(
      "Oslo/PROPN/NNP/2/nsubj wants/VERB/VBZ/0/root terms/NOUN/NNS/2/obj before/SCONJ/IN/3/fixed the/DET/DT/6/det summit/NOUN/NN/4/obj",
    );
    expect(repairHeads(a)).toBe(true);
    expect([...a.heads]).toEqual([1, -1, 1, 5, 5, 1]);
    expect([a.deprels[3], a.deprels[5]]).toEqual(["case", "obl"]);
  });

  it("give the root of a mark to the predicate", () => {
    const a = arcs(
      '"/PUNCT/``/0/root Talks/NOUN/NNS/1/nmod are/AUX/VBP/5/cop never/ADV/RB/5/advmod easy/ADJ/JJ/2/amod ./PUNCT/./1/punct',
    );
    expect(repairHeads(a)).toBe(true);
    expect([...a.heads]).toEqual([4, 4, 4, 4, -1, 4]);
    expect([a.deprels[0], a.deprels[1], a.deprels[4]]).toEqual(["punct", "nsubj", "root"]);
  });

  it("leave clauses and a sentence of marks alone", () => {
    expect(
      repairHeads(
        arcs(
          "He/PRON/PRP/2/nsubj left/VERB/VBD/0/root before/SCONJ/IN/5/mark they/PRON/PRP/5/nsubj came/VERB/VBD/2/advcl",
        ),
      ),
    ).toBe(false);
    expect(repairHeads(arcs("./PUNCT/./0/root ./PUNCT/./1/punct"))).toBe(false);
  });
});
