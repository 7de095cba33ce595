import { describe, expect, it } from "vitest";
import { handBuilt } from "../../../test/reading/hand-built.js";
import { loadLexicon } from "../../resources/index.js";
import type { AssessmentItem } from "../types.js";
import { createAssessments } from "./index.js";

const find = createAssessments(loadLexicon());
const stalled = (subject: string) =>
  `The/the/DET/2/det ${subject}s/${subject}/NOUN/4/nsubj have/have/AUX/4/aux stalled/stall/VERB/0/root ././PUNCT/4/punct`;
const layers = (subject: string, clause: object = {}) =>
  handBuilt({
    sentences: [stalled(subject)],
    clauses: [{ sentence: 0, head: 3, lemma: "stall", subjects: [1], ...clause }],
  });

describe("assessments", () => {
  it("judges talks and nothing else", () => {
    expect(find(layers("talk"), [])[0]).toMatchObject({
      of: "talks",
      judgement: "stalled",
      strength: "plain",
    });
    expect(find(layers("engine"), [])).toEqual([]);
  });

  it("turns round under negation and is silent on questions", () => {
    expect((find(layers("talk", { negated: true }), [])[0] as AssessmentItem).judgement).toBe("progressing");
    expect(find(layers("talk", { marker: "whether" }), [])).toEqual([]);
  });
});
