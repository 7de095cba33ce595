import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadLexicon } from "../resources/index.js";
import {
  bocpdPoisson,
  commitmentState,
  optimalPartition,
  type SignalItem,
  stateOfPlay,
  trackHistory,
} from "./index.js";
import { createCommon, createProcedural } from "./procedural.js";

const item = (
  id: string,
  days: string,
  kind: SignalItem["kind"],
  effect: SignalItem["effect"],
  more: Partial<SignalItem> = {},
): SignalItem => {
  const [earliest, latest = earliest] = days.split("/");
  return {
    id,
    known: latest,
    earliest,
    latest,
    track: "fish",
    kind,
    effect,
    sources: ["wire"],
    place: null,
    text: `“${id}”`,
    ...more,
  };
};
const ask = (items: readonly SignalItem[], day: string) =>
  stateOfPlay(items, { track: "fish", asKnownOn: day, about: day });

/** Invented talks: an agreement in March 2030, hardening in May, a missed target in July, a meeting planned for February 2031. */
const talks = [
  item("deal", "2030-03-10", "agreement", "advance"),
  item("no", "2030-05-02", "position", "harden"),
  item("target", "2030-07-01/2030-07-31", "target-missed", "regress", { known: "2030-08-02" }),
  item("word", "2031-01-10", "assessment", "stalled"),
  item("plan", "2031-02-03", "scheduled-meeting", "none", { known: "2031-01-10", place: "Bergen" }),
];

describe("agreements about procedure", () => {
  const procedural = createProcedural(loadLexicon());
  it.each([
    ["continue the talks", true],
    ["meet again in May", true],
    ["to hold a second round of consultations", true],
    ["continue the evacuation", false],
    ["start negotiations on fish quotas", false],
    ["hold elections in May", false],
    ["speed up negotiations on the basis of the treaty", false],
  ])("%s: %s", (what, expected) => expect(procedural(what)).toBe(expected));
});

describe("what the sides have in common", () => {
  const common = createCommon(loadLexicon());
  it.each([
    ["2031 fisheries accord", true],
    ["the truce in the fjords", true],
    ["talks on quotas", true],
    ["demand for a treaty", false],
    ["plan to leave the accord", false],
    ["trade war", false],
  ])("%s: %s", (stance, expected) => expect(common(stance)).toBe(expected));
});

describe("state of play", () => {
  it("is not what was said before a step forward or a setback", () => {
    const stalled = item("stuck", "2030-03-01", "assessment", "stalled");
    expect(ask([stalled], "2030-03-20").state).toBe("stalled");
    expect(ask([stalled, talks[0]], "2030-03-20").state).toBe("progressing");
    expect(ask([talks[0], item("again", "2030-03-11", "assessment", "stalled")], "2030-03-20").state).toBe(
      "stalled",
    );
    const progress = item("good", "2030-04-20", "assessment", "progressing");
    expect(ask([talks[0], progress], "2030-05-20").state).toBe("progressing");
    expect(ask([talks[0], progress, talks[1]], "2030-05-20").state).toBe("slow");
    expect(
      ask([talks[0], talks[1], item("later", "2030-05-10", "assessment", "progressing")], "2030-05-20").state,
    ).toBe("progressing");
  });

  it("is suspended until the sides meet again or agree to", () => {
    const end = item("halt", "2031-01-10", "assessment", "suspended");
    expect(ask([end], "2031-02-01").state).toBe("suspended");
    expect(ask([end, item("again", "2031-01-20", "agreement", "none")], "2031-02-01").state).not.toBe(
      "suspended",
    );
    expect(ask([end, item("before", "2031-01-10", "agreement", "none")], "2031-02-01").state).toBe(
      "suspended",
    );
  });

  it("is stalled with its onset, evidence, next meeting and confidence", () => {
    const state = ask(talks, "2031-01-15");
    expect(state).toMatchObject({
      state: "stalled",
      rule: "play/stalled",
      since: { earliest: "2030-05-02", latest: "2030-07-31" },
      confidence: "moderate",
      nextMeeting: { earliest: "2031-02-03", place: "Bergen", item: "plan" },
      support: { for: 3, of: 3, against: 0 },
    });
    expect(
      ask(
        talks.map((i) => ({ ...i, sources: [i.id] })),
        "2031-01-15",
      ).confidence,
    ).toBe("high");
  });

  it("is deadlocked after three meetings without a step, progressing after a step, slow when one hardened", () => {
    const meetings = ["2030-06-01", "2030-09-01", "2030-11-01"].map((d, i) =>
      item(`m${i}`, d, "meeting", "none"),
    );
    expect(ask([...talks, ...meetings], "2031-01-15").state).toBe("deadlocked");
    expect(ask(talks, "2030-04-01").state).toBe("progressing");
    expect(ask(talks, "2030-05-10").state).toBe("slow");
    expect(ask([], "2031-01-15")).toMatchObject({ state: "insufficient evidence", confidence: "none" });
  });

  it("takes suspension and rupture from words only, until contact resumes", () => {
    const off = [
      item("deal", "2030-03-10", "agreement", "advance"),
      item("off", "2030-04-01", "assessment", "suspended"),
    ];
    expect(ask(off, "2030-05-01").state).toBe("suspended");
    expect(ask([...off, item("again", "2030-06-01", "meeting", "none")], "2030-06-02").state).not.toBe(
      "suspended",
    );
  });

  it("knows the onset in hindsight only", () => {
    const rows = trackHistory(talks, { track: "fish", asKnownOn: "2031-01-15" }, [
      "2030-04-01",
      "2030-06-01",
      "2030-08-15",
    ]);
    expect(rows.map((r) => r.state)).toEqual(["progressing", "stalling (onset window)", "stalled"]);
  });

  it("rests every sentence on its evidence", () => {
    const state = ask(talks, "2031-01-15");
    expect(state.explanation.length).toBeGreaterThan(4);
    for (const sentence of state.explanation) {
      const without = ask(
        talks.filter((i) => !sentence.evidence.includes(i.id)),
        "2031-01-15",
      );
      expect(
        without.explanation.map((s) => s.text),
        sentence.text,
      ).not.toContain(sentence.text);
    }
  });

  const day = fc
    .integer({ min: 0, max: 699 })
    .map((n) => new Date(Date.UTC(2030, 0, 1 + n)).toISOString().slice(0, 10));
  const any = fc.record({
    day,
    known: day,
    kind: fc.constantFrom<SignalItem["kind"]>(
      "agreement",
      "position",
      "meeting",
      "assessment",
      "proposal",
      "scheduled-meeting",
    ),
    effect: fc.constantFrom<SignalItem["effect"]>("advance", "harden", "stalled", "progressing", "none"),
  });
  const build = (
    list: readonly { day: string; known: string; kind: SignalItem["kind"]; effect: SignalItem["effect"] }[],
  ) => list.map((x, i) => item(`i${i}`, x.day, x.kind, x.effect, { known: x.known }));

  it("is monotone in knowledge and blind to order", () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 25 }), day, (list, at) => {
        const all = build(list);
        expect(ask(all, at)).toEqual(ask(all.filter((i) => i.known <= at).reverse(), at));
      }),
    );
  });

  it("never takes silence for a sign", () => {
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 25 }), (list) => {
        const all = build(list.map((x) => ({ ...x, known: x.day }))).filter(
          (i) => i.kind !== "scheduled-meeting",
        );
        const state = ask(all, "2039-01-01").state;
        expect(state).toBe(all.length === 0 ? "insufficient evidence" : "no recent evidence");
      }),
    );
  });
});

describe("commitments", () => {
  const base = {
    id: "c",
    text: "open the port",
    by: ["NOR"],
    known: "2030-01-01",
    due: { earliest: "2030-06-01", latest: "2030-06-30" },
    condition: null,
  };
  const at = (
    type: "joint commitment" | "proposal" | "conditional commitment",
    asKnownOn: string,
    about = asKnownOn,
    effects: [string, string][] = [],
  ) =>
    commitmentState(
      { ...base, type },
      effects.map(([valid, effect], i) => ({
        id: `e${i}`,
        commitment: "c",
        known: valid,
        valid,
        effect: effect as never,
      })),
      { asKnownOn, about },
    );

  it("run on the clock only when the day lies behind both days of the question", () => {
    expect(at("joint commitment", "2030-06-30")?.state).toBe("pending");
    expect(at("joint commitment", "2030-06-10", "2030-09-01")).toMatchObject({
      state: "pending",
      why: expect.stringContaining("after the last thing known"),
    });
    expect(at("joint commitment", "2030-07-10")).toMatchObject({
      state: "overdue",
      why: "10 days past due, no fulfilment recorded",
    });
    expect(at("joint commitment", "2031-01-10")?.state).toBe("lapsed");
    expect(at("proposal", "2030-07-01")?.state).toBe("lapsed");
    expect(at("joint commitment", "2029-12-31")).toBeNull();
  });

  it("end by explicit evidence, and open again by explicit evidence only", () => {
    expect(
      at("joint commitment", "2031-01-10", "2031-01-10", [
        ["2030-05-01", "fulfil"],
        ["2030-08-01", "stall"],
      ])?.state,
    ).toBe("fulfilled");
    const again = at("joint commitment", "2030-06-20", "2030-06-20", [
      ["2030-05-01", "fulfil"],
      ["2030-06-01", "reopen"],
    ]);
    expect(again).toMatchObject({
      state: "in progress",
      history: [{ state: "fulfilled" }, { state: "in progress" }],
    });
  });
});

describe("change points", () => {
  it("finds the exact best segmentation (against all segmentations)", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 1, max: 60 }),
        (series, beta) => {
          let best = Number.POSITIVE_INFINITY;
          for (let cuts = 0; cuts < 2 ** (series.length - 1); cuts++) {
            let [sum, from] = [0, 0];
            for (let i = 1; i <= series.length; i++) {
              if (i < series.length && ((cuts >> (i - 1)) & 1) === 0) continue;
              const part = series.slice(from, i);
              const mean = part.reduce((s, v) => s + v, 0) / part.length;
              sum += part.reduce((s, v) => s + (v - mean) ** 2, 0) + (i < series.length ? beta : 0);
              from = i;
            }
            best = Math.min(best, sum);
          }
          expect(optimalPartition(series, beta).objective).toBeCloseTo(best, 6);
        },
      ),
    );
  });

  it("starts a new run when the pace changes", () => {
    expect(bocpdPoisson([1, 0, 1, 1, 0, 9, 8, 10], 0.05, { shape: 1, rate: 1 }).mapRunLength).toEqual([
      1, 2, 3, 4, 5, 1, 2, 3,
    ]);
  });
});
