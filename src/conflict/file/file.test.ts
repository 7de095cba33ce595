import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { equilibria, gameOf, parseModel, parseStatement, solve, stateText } from "../index.js";

const text = `# Two towns and a bridge
model Two towns and a bridge   # of our own making
negotiation bridge
known 2020-01-31
version 2
note Leaves out the province.

maker NOR North Town
option pay "Pay for half of the bridge"
  quote 0123456789ab "North Town said it would pay its half"
option sue fwd Go to court
maker SOU South Town
option build

quo sue
never sue and build
  assume No builder starts under a lawsuit.
unseen SOU pay and sue

prefer NOR
- build
  quote - "wants the bridge above all"
- not pay if not build
- not sue
prefer NOR as hard line
- not pay
order SOU
- YNY > NNY > YNN
- YNN = YYN > NNN > NYN
believes SOU NOR
- sue
`;

describe("a model's file", () => {
  it("reads the example of docs/model-file.md, and knows every line it shows", () => {
    const page = readFileSync(join(import.meta.dirname, "../../../docs/model-file.md"), "utf8");
    const [, example] = /```model\n([\s\S]*?)```/.exec(page) ?? ["", ""];
    const file = parseModel(example);
    const game = gameOf(file);
    expect(file.makers.map((m) => m.code)).toEqual(["NOR", "SOU"]);
    expect(game.states).toHaveLength(6);
    expect(game.model.decisionMakers.map((d) => [d.alternatives?.length ?? 0, d.view !== undefined])).toEqual(
      [
        [1, false],
        [0, true],
      ],
    );
    const shown = new Set([...page.matchAll(/^\| `(\w+)/gm)].map((m) => m[1]));
    const used = new Set([...example.matchAll(/^\s*([a-z]+)\b/gm)].map((m) => m[1]));
    expect([...used].filter((w) => !shown.has(w))).toEqual([]);
    expect(shown.size).toBeGreaterThan(12);
  });

  it("holds makers, options, patterns, lists, beliefs, each line with what it rests on", () => {
    const file = parseModel(text);
    expect(file).toMatchObject({
      title: "Two towns and a bridge   # of our own making",
      negotiation: "bridge",
      known: "2020-01-31",
      version: 2,
      notes: ["Leaves out the province."],
      statusQuo: 2,
    });
    expect(file.makers.map((m) => m.name)).toEqual(["North Town", "South Town"]);
    expect(file.options.map((o) => [o.id, o.direction, o.maker])).toEqual([
      ["pay", "both", 0],
      ["sue", "fwd", 0],
      ["build", "both", 1],
    ]);
    expect(file.options[0].basis[0]).toMatchObject({ kind: "quote", id: "0123456789ab", line: 10 });
    expect(file.never.map((n) => [n.patterns, n.seenBy])).toEqual([
      [["-YY"], null],
      [["YY-"], 1],
    ]);
    expect(file.lists.map((l) => [l.of, l.believedBy, l.name, l.statements.length])).toEqual([
      [0, null, null, 3],
      [0, null, "hard line", 1],
      [1, null, null, 0],
      [0, 1, null, 1],
    ]);
    const game = gameOf(file);
    expect([...game.states].map((s) => stateText(s, 3))).toEqual(["NNN", "YNN", "NYN", "YYN", "NNY", "YNY"]);
    expect(game.model.decisionMakers[1].ranking).toEqual([[6], [5], [2, 4], [1], [3]]);
    expect(game.model.decisionMakers[0].alternatives).toHaveLength(1);
    expect(equilibria(solve(game), "NASH").map((s) => stateText(s, 3))).toEqual(["NYN", "NNY", "YNY"]);
  });

  it("reads and, or, not and parentheses as patterns", () => {
    const read = (s: string): unknown => parseStatement(s, ["a", "b", "c"], 1);
    expect(read("a and not b")).toBe("YN-");
    expect(read("a or b and c")).toEqual({ any: ["Y--", "-YY"] });
    expect(read("not (a or b)")).toBe("NN-");
    expect(read("(a or b) and c")).toEqual({ any: ["Y-Y", "-YY"] });
    expect(read("a if b or c")).toEqual({ if: ["Y--", { any: ["-Y-", "--Y"] }] });
    expect(read("a iff not c")).toEqual({ iff: ["Y--", "--N"] });
  });
});

describe("a bad file", () => {
  const change = (from: string, to: string): string => {
    expect(text).toContain(from);
    return text.replace(from, to);
  };
  const line = (from: string): number => text.split("\n").findIndex((l) => l.startsWith(from)) + 1;
  it.each([
    ["MODEL_SYNTAX", change("quo sue", "quote sue"), line("quo")],
    ["MODEL_SYNTAX", change("quo sue", "mystery sue"), line("quo")],
    ["MODEL_SYNTAX", change("- not pay if not build", "- not pay if (not build"), line("- not pay if")],
    ["MODEL_SYNTAX", change("- not pay if not build", "- not pay if not build if sue"), line("- not pay if")],
    ["MODEL_SYNTAX", change("never sue and build", "never sue if build"), line("never")],
    ["MODEL_SYNTAX", change("known 2020-01-31", "known 2020-02-30"), line("known")],
    ["MODEL_SYNTAX", change("version 2", "version two"), line("version")],
    ["MODEL_SYNTAX", change("prefer NOR as hard line", "prefer NOR"), line("prefer NOR as")],
    ["MODEL_SYNTAX", change("quo sue", "- sue"), line("quo")],
    ["MODEL_UNKNOWN_OPTION", change("- not pay if not build", "- not pay if not dig"), line("- not pay if")],
    ["MODEL_UNKNOWN_OPTION", change("quo sue", "quo dig"), line("quo")],
    ["MODEL_UNKNOWN_MAKER", change("believes SOU NOR", "believes SOU EAST"), line("believes")],
    ["MODEL_OPTION_OWNER", change("option build", "option pay"), line("option build")],
    ["MODEL_NO_PREFERENCES", change("order SOU", "order SOU as other"), line("maker SOU")],
    ["MODEL_CONTRADICTION", change("- not sue", "- sue and not sue"), line("- not sue")],
    ["MODEL_CONTRADICTION", change("- not sue", "- not build"), line("- not sue")],
    ["MODEL_CONTRADICTION", change("- not sue", "- build"), line("- not sue")],
    ["MODEL_CYCLE", change("- YNN = YYN > NNN > NYN", "- YNN = YYN > NNN > NYN > YNY"), line("- YNN =")],
    ["MODEL_BAD_RANKING", change("- YNN = YYN > NNN > NYN", "- YNN = YYN > NNN"), line("order")],
    ["MODEL_BAD_RANKING", change("- YNN = YYN > NNN > NYN", "- YNN = YYN > NNN > NYN > NYY"), line("order")],
    ["MODEL_BAD_RANKING", change("- YNN = YYN > NNN > NYN", "- NYN = YYN > NNN"), line("order")],
    ["MODEL_BAD_PATTERN", change("- YNN = YYN > NNN > NYN", "- YNN = YYN > NN"), line("- YNN =")],
    [
      "MODEL_NO_FEASIBLE_STATE",
      change("unseen SOU pay and sue", "never not sue or not build"),
      line("unseen"),
    ],
    [
      "MODEL_TOO_LARGE",
      change("option build", Array.from({ length: 23 }, (_, k) => `option o${k}`).join("\n")),
      line("option build") + 22,
    ],
  ])("is refused with %s and its line", (code, bad, at) => {
    expect(() => gameOf(parseModel(bad))).toThrow(
      expect.objectContaining({ code, where: expect.objectContaining({ line: at }) }),
    );
  });

  it("is refused where the status quo is ruled out", () => {
    expect(() => gameOf(parseModel(change("quo sue", "quo sue build")))).toThrow(
      expect.objectContaining({
        code: "MODEL_STATE_UNKNOWN",
        where: expect.objectContaining({ line: line("quo") }),
      }),
    );
  });
});
