import { describe, expect, it } from "vitest";
import { handBuilt } from "../../../test/reading/hand-built.js";
import { loadLexicon } from "../../resources/index.js";
import type { MeasureItem } from "../types.js";
import { createMeasures } from "./index.js";

const find = createMeasures(loadLexicon());
const swap =
  "Sanaa/Sanaa/PROPN/2/nsubj suspended/suspend/VERB/0/root the/the/DET/5/det prisoner/prisoner/NOUN/5/compound exchange/exchange/NOUN/2/obj ././PUNCT/2/punct";
const layers = (clause: object = {}, status: "happened" | "requested" | "scheduled" = "happened") =>
  handBuilt({
    sentences: [swap],
    entities: [{ name: "Yemen", code: "YEM", at: [[0, 0]] }],
    clauses: [{ sentence: 0, head: 1, lemma: "suspend", subjects: [0], objects: [4], ...clause }],
    factuality: { 0: status },
  });

describe("measures", () => {
  it("gives a named measure the status of its verb, and says who", () => {
    const [item] = find(layers({ lemma: "postpone" }), []) as MeasureItem[];
    expect(item).toMatchObject({ what: "prisoner exchange", status: "suspended" });
    expect(item.by.map((a) => a.code)).toEqual(["YEM"]);
  });

  it("takes what lies ahead for announced and leaves what is only asked for", () => {
    const open = { lemma: "hold" };
    expect((find(layers(open, "scheduled"), []) as MeasureItem[])[0].status).toBe("announced");
    expect(find(layers(open, "requested"), [])).toEqual([]);
  });
});
