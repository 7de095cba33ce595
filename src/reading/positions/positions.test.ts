import { describe, expect, it } from "vitest";
import { handBuilt } from "../../../test/reading/hand-built.js";
import { makeDocument } from "../../ledger/index.js";
import { loadLexicon, loadReader } from "../../resources/index.js";
import type { PositionItem } from "../types.js";
import { createPositions } from "./index.js";

const find = createPositions(loadLexicon());
const dropped =
  "Rabat/Rabat/PROPN/3/nsubj has/have/AUX/3/aux dropped/drop/VERB/0/root its/its/PRON/5/nmod:poss demand/demand/NOUN/3/obj for/for/ADP/8/case a/a/DET/8/det referendum/referendum/NOUN/5/nmod ././PUNCT/3/punct";
const layers = (extra: Partial<Parameters<typeof handBuilt>[0]> = {}, clause: object = {}) =>
  handBuilt({
    sentences: [dropped],
    entities: [{ name: "Morocco", code: "MAR", at: [[0, 0]] }],
    clauses: [
      { sentence: 0, head: 2, lemma: "drop", subjects: [0], objects: [4], aspect: "perfect", ...clause },
    ],
    ...extra,
  });

describe("positions", () => {
  it("names holder, issue and move; change in the outlet's voice is inferred", () => {
    const [item] = find(layers(), []) as PositionItem[];
    expect(item).toMatchObject({
      issue: "referendum",
      move: "shelved",
      force: "inferred",
      holder: { code: "MAR" },
    });
    const [said] = find(layers({ voice: { 0: "minister" } }), []) as PositionItem[];
    expect(said.force).toBe("stated");
  });

  it("holds what was not dropped, and leaves what is only imagined", () => {
    const [item] = find(layers({}, { negated: true }), []) as PositionItem[];
    expect(item.move).toBe("holds");
    expect(find(layers({ factuality: { 0: "conditional" } }), [])).toEqual([]);
  });

  it("needs a party", () => {
    expect(find(layers({ entities: [] }), [])).toEqual([]);
  });

  it("ends the stance where a comment on it begins", () => {
    const stances = (text: string): string[] =>
      loadReader()
        .read({ id: "p", text, publisher: null, title: null, url: null, published: "2022-05-04" })
        .items.filter((i): i is PositionItem => i.kind === "position")
        .map((p) => p.stance);
    expect(
      stances(
        "Chad wants the status of the camps to be part of any package, a demand that Niger has rejected.",
      ),
    ).toEqual(["status of the camps to be part of any package"]);
    expect(stances("Chad rejected the plan as illegal.")).toEqual(["plan"]);
  });

  it.each([
    [
      "Accra appears to have quietly moved away from its demand for the return of all four barges.",
      "return of all four barges",
    ],
    [
      "Accra moved away from its demand for the return of all four barges in return for aid.",
      "return of all four barges in return for aid",
    ],
  ])("tells once what is held, and the ground it has: %s", (text, stance) => {
    const { items } = loadReader().read(
      makeDocument({ publisher: null, title: null, url: null, published: "2021-11-16" }, text),
    );
    expect(items.flatMap((i) => (i.kind === "position" ? [i.stance] : []))).toEqual([stance]);
  });
});
