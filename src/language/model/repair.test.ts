import { describe, expect, it } from "vitest";
import { repairRoot } from "./repair.js";

/** "form/UPOS/XPOS/head/relation", heads counted from 1, 0 the root. */
function arcs(text: string) {
  const rows = text.split(" ").map((w) => w.split("/"));
  return {
    upos: rows.map((r) => r[1]),
    xpos: rows.map((r) => r[2]),
    heads: Int32Array.from(rows, (r) => Number(r[3]) - 1),
    deprels: rows.map((r) => r[4]),
  };
}

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
