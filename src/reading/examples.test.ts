import { describe, expect, it } from "vitest";
import { loadReader } from "../resources/index.js";
import { agreementRules } from "./agreements/agreements.rules.js";
import { assessmentRules } from "./assessments/assessments.rules.js";
import { commitmentRules } from "./commitments/commitments.rules.js";
import { conditionRules } from "./conditions/conditions.rules.js";
import { admissionRules, itemEventRules, roleRules } from "./events/index.js";
import { checkExamples, exampleFailures, parseExample } from "./examples.js";
import { formRules, predicateRules } from "./factuality/index.js";
import { linkageRules } from "./linkages/linkages.rules.js";
import { measureRules } from "./measures/measures.rules.js";
import { meetingRules } from "./meetings/meetings.rules.js";
import { positionRules } from "./positions/positions.rules.js";
import { standingRules } from "./positions/standing.rules.js";
import { proposalRules } from "./proposals/proposals.rules.js";
import type { Rule } from "./rule.js";

const reader = loadReader();

describe("example tester", () => {
  it("cuts marks out of an example and keeps their places", () => {
    const { text, marks } = parseExample("[by Oslo] asked for [what a pause].");
    expect(text).toBe("Oslo asked for a pause.");
    expect(marks.map((m) => [m.role, text.slice(m.start, m.end)])).toEqual([
      ["by", "Oslo"],
      ["what", "a pause"],
    ]);
  });

  it("fails what does not fire, what fires in a miss, and a role read from other words", () => {
    const rule = positionRules[0];
    const broken: Rule = {
      ...rule,
      hits: ["The sun shone.", "Morocco dropped [holder its demand] for a census in the camps of Tindouf."],
      misses: [parseExample(rule.hits[0]).text],
    };
    expect(exampleFailures(reader, broken)).toHaveLength(3);
  });
});

describe.each<[string, readonly Rule[]]>([
  ["agreement", agreementRules],
  ["assessment", assessmentRules],
  ["commitment", commitmentRules],
  ["condition", conditionRules],
  ["event from a visit", admissionRules],
  ["event from items", itemEventRules],
  ["role in an event", roleRules],
  ["form of a clause", formRules],
  ["governing predicate", predicateRules],
  ["linkage", linkageRules],
  ["measure", measureRules],
  ["meeting", meetingRules],
  ["position", positionRules],
  ["proposal", proposalRules],
  ["standing position", standingRules],
])("%s rules do what their examples say", (_, rules) => {
  checkExamples(reader, rules, (id, failures) => it(id, () => expect(failures()).toEqual([])));
});
