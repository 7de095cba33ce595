import { describe, expect, it } from "vitest";
import {
  foremost,
  lastTogether,
  latestPositions,
  living,
  passedUnreported,
  unframed,
} from "./brief-choice.js";

const meeting = (what: string, day: string, more: object = {}) =>
  ({
    what,
    when: { earliest: day, latest: day },
    parties: ["CHL", "NOR"],
    status: "unreported",
    mode: "bilateral",
    asks: "look for it",
    ...more,
  }) as never;
const names = (list: readonly { what: string }[]): string[] => list.map((m) => m.what);

describe("what a brief chooses", () => {
  it("of meetings nobody reported: those of late, after which the same parties did not meet", () => {
    const all = [
      meeting("old", "2031-01-01"),
      meeting("overtaken", "2031-08-01"),
      meeting("held", "2031-09-01", { status: "held", asks: null }),
      meeting("open", "2031-10-01"),
    ];
    expect(names(passedUnreported(all, "2031-11-01"))).toEqual(["open"]);
  });

  it("no visit beside the meeting in it, and one of two visits", () => {
    const visit = meeting("visit", "2031-10-01", { mode: "visit" });
    const other = meeting("other", "2031-10-01", { mode: "visit" });
    const later = meeting("later", "2031-12-01", { mode: "visit" });
    expect(names(unframed([visit, meeting("talks", "2031-10-02")]))).toEqual(["talks"]);
    expect(names(unframed([visit, other, later]))).toEqual(["visit", "later"]);
  });

  it("of reasons: the first of each kind, and only the silence where there is nothing recent", () => {
    const all = ["Says: a", "Says: b", "Next: c", "Nothing was found on it"].map((text) => ({
      text,
      evidence: [],
    }));
    expect(foremost(all, "slow").map((e) => e.text)).toEqual([
      "Says: a",
      "Next: c",
      "Nothing was found on it",
    ]);
    expect(foremost(all, "no recent evidence").map((e) => e.text)).toEqual(["Nothing was found on it"]);
  });

  it("of undertakings: overdue, next due, undated from the newest, and what ended of late", () => {
    const line = (what: string, state: string, due: string | null, known: string, at = known) =>
      ({
        item: { what, deadline: due === null ? null : { latest: due }, lastKnown: known },
        status: { state, history: [{ at }] },
      }) as never;
    const all = [
      line("lapsed long ago", "lapsed", "2030-01-01", "2029-01-01", "2030-01-01"),
      line("met", "fulfilled", null, "2031-01-01", "2031-10-01"),
      line("old", "pending", null, "2031-02-01"),
      line("new", "pending", null, "2031-09-01"),
      line("due", "pending", "2031-12-24", "2031-01-01"),
      line("late", "overdue", "2031-10-24", "2031-01-01"),
    ];
    expect(living(all, "2031-11-01").map((l) => l.item.what)).toEqual(["late", "due", "new", "old", "met"]);
  });

  it("of positions: one for all who take it in one sentence, none of a single word", () => {
    const position = (holder: string, stance: string, quote: string) =>
      ({
        holder,
        stance,
        quote,
        move: "holds",
        issues: [],
        issue: stance,
        when: { latest: null },
        known: "2031-01-01",
        lastKnown: "2031-01-01",
      }) as never;
    const all = [
      position("CHL", "share the quota", "q"),
      position("NOR", "share the quota", "q"),
      position("NOR", "fish", "r"),
    ];
    expect(latestPositions(all, "2031-06-01", (s) => s.includes(" ")).map((s) => s.holders.length)).toEqual([
      2,
    ]);
  });

  it("of who met: pairs of one meeting as one, the latest first", () => {
    const pair = (who: string[], level: string, id: string, day: string) =>
      ({ who, level, meeting: id, on: { latest: day }, place: null, undated: 0, statements: [id] }) as never;
    const all = [
      pair(["CHL", "NOR"], "minister", "a", "2031-01-01"),
      pair(["CHL", "NOR"], "any", "a", "2031-01-01"),
      pair(["CHL", "PER"], "any", "b", "2031-02-01"),
      pair(["NOR", "PER"], "any", "b", "2031-02-01"),
    ];
    expect(lastTogether(all).map((l) => [l.who.join(), l.level])).toEqual([
      ["CHL,PER,NOR", "any"],
      ["CHL,NOR", "minister"],
    ]);
  });
});
