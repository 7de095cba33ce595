import { describe, expect, it } from "vitest";
import { loadLanguage } from "../resources/language.js";
import { lineRules } from "./layout.rules.js";

describe("lines of a page that are known by their form", () => {
  for (const rule of lineRules) {
    it.each(rule.hits.map((h) => [h]))(`${rule.id} finds "%s"`, (line) => {
      expect(rule.is(line)).toBe(true);
    });
    it.each(rule.misses.map((m) => [m]))(`${rule.id} leaves "%s"`, (line) => {
      expect(rule.is(line)).toBe(false);
    });
  }
});

describe("the place of a line on its page", () => {
  const parse = loadLanguage();
  const kinds = (lines: readonly string[]): string[] => {
    const text = lines.join("\n");
    return parse
      .parse({ id: "a", text, title: null, publisher: null, url: null, published: null })
      .sentences.map((s) => `${s.kind}: ${text.slice(s.start, s.end)}`);
  };
  const body = [
    "OSLO: The envoys of Chad and Niger met in Oslo on Monday.",
    "Norway's foreign minister said that both had asked for the talks.",
  ];

  it("tells the headline, the line under it, headings and titles of other stories from the story", () => {
    expect(
      kinds([
        "The Northern Post",
        "World",
        "Chad and Niger meet in Oslo",
        "Envoys speak of a first step",
        "Chad and Niger meet in Oslo",
        ...body,
        "A long way to go",
        "The two sides will meet again in May.",
        "Norway offers to host talks of Mali and its neighbours",
        "02:15",
      ]),
    ).toEqual([
      "boilerplate: The Northern Post",
      "boilerplate: World",
      "headline: Chad and Niger meet in Oslo",
      "headline: Envoys speak of a first step",
      "boilerplate: Chad and Niger meet in Oslo",
      "dateline: OSLO:",
      "prose: The envoys of Chad and Niger met in Oslo on Monday.",
      "prose: Norway's foreign minister said that both had asked for the talks.",
      "boilerplate: A long way to go",
      "prose: The two sides will meet again in May.",
      "boilerplate: Norway offers to host talks of Mali and its neighbours",
      "boilerplate: 02:15",
    ]);
  });

  it("keeps the points of a list, and joins a line that was broken inside its sentence", () => {
    expect(
      kinds([
        "Chad and Niger meet in Oslo",
        ...body,
        "They agreed on:",
        "- the return of prisoners",
        "- a hotline between the armies",
        "The ministers told reporters that the parties had come closer to a",
        "",
        "ceasefire on the border, which both want.",
      ]).slice(3),
    ).toEqual([
      "prose: Norway's foreign minister said that both had asked for the talks.",
      "prose: They agreed on:",
      "bullet: - the return of prisoners",
      "bullet: - a hotline between the armies",
      "prose: The ministers told reporters that the parties had come closer to a\n\nceasefire on the border, which both want.",
    ]);
  });

  it.each([
    ["Vienna : The envoys of Chad and Niger met.", "Vienna :"],
    ["Paris, Dec 10 (Wire) The envoys of Chad and Niger met.", "Paris, Dec 10 (Wire)"],
    [
      "OSLO (Wire News / Agency - 9th February, 2023) The envoys met.",
      "OSLO (Wire News / Agency - 9th February, 2023)",
    ],
    ["OSLO, Norway, March 15, Wire: The envoys of Chad met.", "OSLO, Norway, March 15, Wire:"],
    ["OSLO, (Wire/Xinhua) — The envoys met.", "OSLO, (Wire/Xinhua) —"],
    ["January 9, 2017The envoys of Chad and Niger met.", "January 9, 2017"],
    ["13:05 GMT: The envoys of Chad and Niger arrive.", "13:05 GMT:"],
    ["OPEC (Organization of the Petroleum Exporting Countries) Secretary General Berg left.", null],
    ["Chad: The envoys met.", null],
  ])("dateline of %s", (line, dateline) => {
    const found = kinds([line]).find((k) => k.startsWith("dateline"));
    expect(found ?? null).toBe(dateline === null ? null : `dateline: ${dateline}`);
  });

  it("cuts a closing note and a glued stamp off the last paragraph", () => {
    expect(kinds(["The envoys met on Monday. (Reporting by Anna Berg)"])).toEqual([
      "prose: The envoys met on Monday.",
      "boilerplate: (Reporting by Anna Berg)",
    ]);
    expect(kinds(["They spoke for an hour.Wire | Oslo | Updated: 10-10-2020 06:18 IST"])).toEqual([
      "prose: They spoke for an hour.",
      "boilerplate: Wire | Oslo | Updated: 10-10-2020 06:18 IST",
    ]);
    expect(kinds(["The envoys met on Monday.", "They thanked their hosts. -041 (WNA)"]).slice(-2)).toEqual([
      "prose: They thanked their hosts.",
      "boilerplate: -041 (WNA)",
    ]);
    expect(kinds(["They thanked their hosts. -- Wire"])).toEqual([
      "prose: They thanked their hosts.",
      "boilerplate: -- Wire",
    ]);
    expect(kinds(["They thanked their hosts - Chad, Niger (NER)."])).toEqual([
      "prose: They thanked their hosts - Chad, Niger (NER).",
    ]);
  });
});
