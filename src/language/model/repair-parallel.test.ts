import { describe, expect, it } from "vitest";
import { arcs } from "../../../test/language/arcs.js";
import { repairParallel } from "./repair-parallel.js";

describe("infinitives in a row hang on one verb", () => {
  it("joins a later infinitive to the first", () => {
    const a = arcs(
      "Accra/PROPN/NNP/2/nsubj agreed/VERB/VBD/0/root to/PART/TO/4/mark reopen/VERB/VB/2/xcomp roads/NOUN/NNS/4/obj ,/PUNCT/,/8/punct to/PART/TO/8/mark send/VERB/VB/2/conj lists/NOUN/NNS/8/obj",
    );
    expect(repairParallel(a)).toBe(true);
    expect([...a.heads]).toEqual([1, -1, 3, 1, 3, 7, 7, 3, 7]);
  });

  it.each([
    [
      "a second verb that is told",
      "Accra/PROPN/NNP/2/nsubj agreed/VERB/VBD/0/root to/PART/TO/4/mark reopen/VERB/VB/2/xcomp roads/NOUN/NNS/4/obj and/CCONJ/CC/7/cc sent/VERB/VBD/2/conj lists/NOUN/NNS/7/obj",
    ],
    [
      "an infinitive behind a verb that governs none",
      "Accra/PROPN/NNP/2/nsubj met/VERB/VBD/0/root Lome/PROPN/NNP/2/obj and/CCONJ/CC/6/cc to/PART/TO/6/mark send/VERB/VB/2/conj lists/NOUN/NNS/6/obj",
    ],
    [
      "what an arc would cross",
      "Accra/PROPN/NNP/2/nsubj agreed/VERB/VBD/0/root to/PART/TO/4/mark reopen/VERB/VB/2/xcomp there/ADV/RB/2/advmod ,/PUNCT/,/8/punct to/PART/TO/8/mark send/VERB/VB/2/conj",
    ],
  ])("leaves %s alone", (_, text) => {
    const a = arcs(text);
    const before = [...a.heads];
    expect(repairParallel(a)).toBe(false);
    expect([...a.heads]).toEqual(before);
  });
});
