import { describe, expect, it } from "vitest";
import { arcs } from "../../../test/language/arcs.js";
import { repairApposition } from "./repair-apposition.js";

describe("a noun between commas is an apposition, the verb behind it the sentence", () => {
  it("gives the root to the verb and the noun to the subject", () => {
    const a = arcs(
      "Chad/PROPN/NNP/5/nsubj ,/PUNCT/,/1/punct the/DET/DT/5/det summit/NOUN/NN/5/compound host/NOUN/NN/0/root ,/PUNCT/,/7/punct urged/VERB/VBN/5/acl restraint/NOUN/NN/7/obj ././PUNCT/5/punct",
    );
    expect(repairApposition(a)).toBe(true);
    expect([...a.heads]).toEqual([6, 0, 4, 4, 0, 6, -1, 6, 6]);
    expect(a.deprels[4]).toBe("appos");
    expect(a.xpos[6]).toBe("VBD");
  });

  it("gives the root to the verb where the noun was joined to the names before it", () => {
    const a = arcs(
      "Mali/PROPN/NNP/0/root and/CCONJ/CC/3/cc Togo/PROPN/NNP/1/conj ,/PUNCT/,/6/punct the/DET/DT/6/det hosts/NOUN/NNS/1/conj ,/PUNCT/,/8/punct called/VERB/VBN/6/acl on/ADP/IN/10/case both/PRON/DT/8/obl ././PUNCT/1/punct",
    );
    expect(repairApposition(a)).toBe(true);
    expect([...a.heads]).toEqual([7, 2, 0, 5, 5, 0, 7, -1, 9, 7, 7]);
    expect([a.deprels[0], a.deprels[5]]).toEqual(["nsubj", "appos"]);
  });

  it.each([
    [
      "a copula",
      "Chad/PROPN/NNP/5/nsubj ,/PUNCT/,/1/punct is/AUX/VBZ/5/cop a/DET/DT/5/det host/NOUN/NN/0/root ,/PUNCT/,/7/punct urged/VERB/VBN/5/acl on/ADV/RB/7/advmod",
    ],
    [
      "no comma",
      "Chad/PROPN/NNP/3/nsubj the/DET/DT/3/det host/NOUN/NN/0/root urged/VERB/VBN/3/acl on/ADV/RB/4/advmod",
    ],
    [
      "a list",
      "Mali/PROPN/NNP/0/root ,/PUNCT/,/3/punct Togo/PROPN/NNP/1/conj and/CCONJ/CC/6/cc the/DET/DT/6/det port/NOUN/NN/1/conj ,/PUNCT/,/8/punct called/VERB/VBN/6/acl Oran/PROPN/NNP/8/xcomp",
    ],
    [
      "a relative clause",
      "Chad/PROPN/NNP/4/nsubj ,/PUNCT/,/1/punct the/DET/DT/4/det host/NOUN/NN/0/root ,/PUNCT/,/7/punct who/PRON/WP/7/nsubj left/VERB/VBD/4/acl",
    ],
  ])("leaves %s alone", (_, text) => {
    const a = arcs(text);
    const before = [...a.heads];
    expect(repairApposition(a)).toBe(false);
    expect([...a.heads]).toEqual(before);
  });
});
