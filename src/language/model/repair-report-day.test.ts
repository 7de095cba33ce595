import { describe, expect, it } from "vitest";
import { arcs } from "../../../test/language/arcs.js";
import { repairReportDay } from "./repair-report-day.js";

describe("a day between a verb of speech and what is said", () => {
  it("belongs to the verb", () => {
    const a = arcs(
      "Oslo/PROPN/NNP/2/nsubj said/VERB/VBD/0/root yesterday/NOUN/NN/6/obl:unmarked it/PRON/PRP/6/nsubj was/AUX/VBD/6/cop over/ADJ/JJ/2/ccomp",
    );
    expect(repairReportDay(a)).toBe(true);
    expect(a.heads[2]).toBe(1);
  });

  it("also behind those who were told", () => {
    const a = arcs(
      "Oslo/PROPN/NNP/2/nsubj told/VERB/VBD/0/root reporters/NOUN/NNS/2/obj on/ADP/IN/5/case Monday/PROPN/NNP/8/obl they/PRON/PRP/8/nsubj would/AUX/MD/8/aux meet/VERB/VB/2/ccomp",
    );
    expect(repairReportDay(a)).toBe(true);
    expect(a.heads[4]).toBe(1);
  });

  it.each([
    [
      "a day behind the subject",
      "Oslo/PROPN/NNP/2/nsubj said/VERB/VBD/0/root it/PRON/PRP/5/nsubj was/AUX/VBD/5/cop over/ADJ/JJ/2/ccomp yesterday/NOUN/NN/5/obl:unmarked",
    ],
    [
      "a day behind that",
      "Oslo/PROPN/NNP/2/nsubj said/VERB/VBD/0/root that/SCONJ/IN/7/mark on/ADP/IN/5/case Monday/PROPN/NNP/7/obl they/PRON/PRP/7/nsubj met/VERB/VBD/2/ccomp",
    ],
  ])("leaves %s alone", (_, text) => {
    const a = arcs(text);
    const before = [...a.heads];
    expect(repairReportDay(a)).toBe(false);
    expect([...a.heads]).toEqual(before);
  });
});
