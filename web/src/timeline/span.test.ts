import { describe, expect, it } from "vitest";
import { type Dated, lane, rowsFor } from "./layout.js";
import { withoutStrays } from "./use-span.js";

const at = (day: string, track = "core"): Dated => {
  const from = Date.parse(`${day}T00:00:00Z`);
  const item = { id: `${day} ${track}`, track } as unknown as Dated["item"];
  return { item, from, to: from + 86_400_000 };
};
const months = Array.from({ length: 40 }, (_, n) =>
  at(`${2016 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}-05`),
);

describe("what the timeline shows at first", () => {
  it("leaves out what lies decades before the rest", () => {
    expect(withoutStrays([at("1956-10-19"), ...months])).toHaveLength(40);
    expect(withoutStrays([at("1855-02-07"), at("1956-10-19"), ...months])).toHaveLength(40);
  });
  it("is all of it where things are spread, few, or old in numbers", () => {
    expect(withoutStrays(months)).toHaveLength(40);
    expect(withoutStrays([at("2015-06-01"), ...months])).toHaveLength(41);
    expect(withoutStrays([at("1956-10-19"), at("2019-12-19")])).toHaveLength(2);
    expect(
      withoutStrays([...months.map((m) => ({ ...m, from: m.from - 1e12, to: m.to - 1e12 })), ...months]),
    ).toHaveLength(80);
    expect(withoutStrays([])).toEqual([]);
  });
});

describe("a lane", () => {
  it("puts fifty items of one day under one another, and what finds no row into one sign with its number", () => {
    const day = Array.from({ length: 50 }, () => at("2019-12-19"));
    const l = lane("core", day, (t) => (t - day[0].from) / 86_400_000);
    expect(new Set(l.placed.map((p) => p.row)).size).toBe(l.placed.length);
    expect(l.placed.length + l.crowds.reduce((n, c) => n + c.items.length, 0)).toBe(50);
  });
  it("has fewer rows where very many are in view", () => {
    expect(rowsFor(100, 3, 1000)).toBe(16);
    expect(rowsFor(10_000, 3, 1000)).toBe(4);
  });
});
