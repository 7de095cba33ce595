import { describe, expect, it } from "vitest";
import { arcs } from "../../../test/language/arcs.js";
import { repairInfinitive, repairNegated } from "./repair-infinitive.js";

describe("an infinitive has no subject of its own", () => {
  it("gives the noun to the finite predicate behind it", () => {
    const a = arcs(
      "Oslo/PROPN/NNP/2/nsubj said/VERB/VBD/0/root that/SCONJ/IN/7/mark the/DET/DT/5/det demand/NOUN/NN/7/nsubj to/PART/TO/7/mark withdraw/VERB/VB/2/ccomp was/AUX/VBD/9/cop unfair/ADJ/JJ/2/conj",
    );
    expect(repairInfinitive(a)).toBe(true);
    expect([...a.heads]).toEqual([1, -1, 8, 4, 8, 6, 4, 8, 1]);
    expect([a.deprels[4], a.deprels[6], a.deprels[8]]).toEqual(["nsubj", "acl", "ccomp"]);
  });

  it.each([
    [
      "a joined clause",
      "Oslo/PROPN/NNP/2/nsubj said/VERB/VBD/0/root the/DET/DT/4/det demand/NOUN/NN/6/nsubj to/PART/TO/6/mark withdraw/VERB/VB/2/ccomp and/CCONJ/CC/8/cc left/VERB/VBD/2/conj",
    ],
    [
      "an infinitive with nothing behind it",
      "Oslo/PROPN/NNP/2/nsubj asked/VERB/VBD/0/root Riga/PROPN/NNP/5/nsubj to/PART/TO/5/mark withdraw/VERB/VB/2/ccomp",
    ],
  ])("leaves %s alone", (_, text) => {
    const a = arcs(text);
    const before = [...a.heads];
    expect(repairInfinitive(a)).toBe(false);
    expect([...a.heads]).toEqual(before);
  });
});

describe("a negation before an infinitive", () => {
  it("is the infinitive's, and the infinitive the verb's", () => {
    const a = arcs(
      "Oslo/PROPN/NNP/2/nsubj agreed/VERB/VBD/0/root not/PART/RB/2/advmod to/PART/TO/5/mark move/VERB/VB/3/fixed troops/NOUN/NNS/5/obj",
    );
    expect(repairNegated(a)).toBe(true);
    expect([...a.heads]).toEqual([1, -1, 4, 4, 1, 4]);
    expect([a.deprels[2], a.deprels[4]]).toEqual(["advmod", "xcomp"]);
  });

  it("is left alone where the infinitive hangs on a verb", () => {
    const a = arcs(
      "Oslo/PROPN/NNP/2/nsubj agreed/VERB/VBD/0/root not/PART/RB/5/advmod to/PART/TO/5/mark move/VERB/VB/2/xcomp",
    );
    expect(repairNegated(a)).toBe(false);
  });
});
