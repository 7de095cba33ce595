import { describe, expect, it } from "vitest";
import { handBuilt } from "../../../test/reading/hand-built.js";
import { loadLexicon } from "../../resources/index.js";
import { createAssessments } from "../assessments/index.js";
import type { ConditionItem } from "../types.js";
import { createConditions } from "./index.js";

const lexicon = loadLexicon();
const assess = createAssessments(lexicon);
const find = createConditions(lexicon);
const hope =
  "The/the/DET/2/det election/election/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass expected/expect/VERB/0/root to/to/PART/8/mark be/be/AUX/8/cop a/a/DET/8/det tailwind/tailwind/NOUN/4/xcomp for/for/ADP/11/case the/the/DET/11/det talks/talk/NOUN/8/nmod ././PUNCT/4/punct";
const still = (first: string) =>
  `${first}/${first.toLowerCase()}/ADV/6/advmod ,/,/PUNCT/1/punct the/the/DET/4/det talks/talk/NOUN/6/nsubj have/have/AUX/6/aux stalled/stall/VERB/0/root ././PUNCT/6/punct`;
const layers = (first: string) =>
  handBuilt({
    sentences: [hope, still(first)],
    clauses: [
      { sentence: 0, head: 3, lemma: "expect", objects: [1], passive: true },
      {
        sentence: 0,
        head: 7,
        lemma: "tailwind",
        kind: "copular",
        subjects: [1],
        mood: "infinitive",
        relation: "xcomp",
        parent: 0,
      },
      { sentence: 1, head: 5, lemma: "stall", subjects: [3], aspect: "perfect" },
    ],
    factuality: { 1: "expected" },
  });
const read = (first: string) => {
  const l = layers(first);
  return find(l, assess(l, [])) as ConditionItem[];
};

describe("conditions", () => {
  it("takes a hope contradicted right after for not realised, with both sentences as evidence", () => {
    const [item] = read("However");
    expect(item).toMatchObject({ what: "election", direction: "helps", expected: true, realised: "no" });
    expect(item.evidence).toHaveLength(2);
  });

  it("leaves open what nothing contradicts", () => {
    expect(read("Meanwhile")[0]).toMatchObject({ expected: true, realised: "unknown" });
  });
});
