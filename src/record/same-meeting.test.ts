import { describe, expect, it } from "vitest";
import { actor, dispatch, ledger, place, time } from "../../test/samples/dispatch.js";
import { loadLexicon } from "../resources/index.js";
import { createRecorder, parseNegotiation } from "./index.js";

const recorder = createRecorder(loadLexicon());
const several = parseNegotiation({ id: "fish", parties: ["NOR", "CHL", "PER"] });
const both = [actor("NOR"), actor("CHL")];
const people = { representatives: [actor("NOR", "Kari Berg"), actor("CHL", "Ana Soto")], level: "minister" };
const report = (published: string, edtf: string | null, more: object = {}, text = "The ministers met.") =>
  dispatch({ published, publisher: `Wire of ${published} ${text}` }, [
    { text, items: [{ kind: "meeting", parties: both, time: time(edtf), ...more } as never] },
  ]);
const meetings = (...reports: ReturnType<typeof report>[]) =>
  recorder
    .view(ledger(reports), several, { asKnownOn: "2032-01-01", about: "2032-01-01" })
    .meetings.map((m) => m.reports.length);

const oslo = { place: place("Oslo", "NOR") };
const planned = { ...people, status: "scheduled" };

describe("a meeting told as held", () => {
  it("is not one of a later day", () => {
    expect(meetings(report("2031-03-29", null, oslo), report("2031-05-02", "2031-05-01", oslo))).toEqual([
      1, 1,
    ]);
  });

  it("may be one of a day before", () => {
    expect(meetings(report("2031-03-29", null, oslo), report("2031-03-30", "2031-03-28", oslo))).toEqual([2]);
  });
});

describe("talks set to begin on a day", () => {
  const begin = "Soto and Berg will hold talks beginning April 30.";
  const held = (edtf: string, more: object = people) => report("2031-05-06", edtf, more);

  it("are those told of on one of the next days, by the same people", () => {
    expect(meetings(report("2031-04-20", "2031-04-30", planned, begin), held("2031-05-01"))).toEqual([2]);
    expect(meetings(report("2031-04-20", "2031-04-30", planned, begin), held("2031-05-05"))).toEqual([1, 1]);
    const others = { ...people, representatives: [actor("NOR", "Ola Dahl"), actor("CHL", "Ana Soto")] };
    expect(meetings(report("2031-04-20", "2031-04-30", planned, begin), held("2031-05-01", others))).toEqual([
      1, 1,
    ]);
  });

  it("were held on the day they are told of, not on the day set", () => {
    const [m] = recorder.view(
      ledger([report("2031-04-20", "2031-04-30", planned, begin), held("2031-05-01")]),
      several,
      { asKnownOn: "2032-01-01", about: "2032-01-01" },
    ).meetings;
    expect(m.when).toMatchObject({ earliest: "2031-05-01", latest: "2031-05-01" });
  });

  it("are not a meeting set for one day", () => {
    const day = "Soto and Berg will meet on April 30.";
    expect(meetings(report("2031-04-20", "2031-04-30", planned, day), held("2031-05-01"))).toEqual([1, 1]);
  });
});

describe("negotiations", () => {
  const status = "scheduled";
  it("of some days are the talks announced beside them", () => {
    expect(
      meetings(
        report("2031-04-20", "2031-04-30", { ...oslo, status, mode: "negotiations" }),
        report("2031-04-20", "2031-04-30", { ...oslo, status }, "Talks are near."),
      ),
    ).toEqual([2]);
  });

  it("of a season are the frame of many", () => {
    expect(
      meetings(
        report("2031-04-20", "2031-04-01/2031-06-30", { ...oslo, status, mode: "negotiations" }),
        report("2031-04-20", "2031-04-30", { ...oslo, status }, "Talks are near."),
      ),
    ).toEqual([1, 1]);
  });

  it("of many are one where each report names others of them, and nobody is named", () => {
    const parties = [actor("NOR"), actor("PER")];
    expect(
      meetings(
        report("2031-05-01", "2031-04-30", oslo),
        report("2031-05-02", "2031-04-30", { ...oslo, parties }),
      ),
    ).toEqual([2]);
    expect(
      meetings(
        report("2031-05-01", "2031-04-30", { ...oslo, ...people }),
        report("2031-05-02", "2031-04-30", { ...oslo, parties }),
      ),
    ).toEqual([1, 1]);
  });
});

describe("a rejection told again", () => {
  const rejects = (published: string, stance: string, edtf: string | null, text: string) =>
    dispatch({ published, publisher: `Wire of ${published}` }, [
      {
        text: "Norway and Chile met.",
        items: [{ kind: "meeting", parties: both, time: time("2031-03-05") } as never],
      },
      {
        text,
        items: [
          {
            kind: "position",
            holder: actor("CHL"),
            issue: stance,
            stance,
            move: "rejects",
            time: time(edtf),
          } as never,
        ],
      },
    ]);
  const positions = (...ds: ReturnType<typeof rejects>[]) =>
    recorder
      .view(ledger(ds), several, { asKnownOn: "2032-01-01", about: "2032-01-01" })
      .positions.map((p) => p.reports.length);
  const first = rejects(
    "2031-05-03",
    "quota accord with Norway",
    "2031-05-02",
    "Chile rejected it on Friday.",
  );

  it("weeks later without its day, in no words but those, is the same", () => {
    expect(
      positions(first, rejects("2031-07-20", "accord", null, "After Chile rejected the accord.")),
    ).toEqual([2]);
  });

  it("of something else, or on another day, is another", () => {
    expect(positions(first, rejects("2031-07-20", "whale accord", null, "Chile rejects it."))).toEqual([
      1, 1,
    ]);
    expect(positions(first, rejects("2031-07-20", "accord", "2031-07-19", "Chile rejected it."))).toEqual([
      1, 1,
    ]);
  });
});
