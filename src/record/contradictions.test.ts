import { describe, expect, it } from "vitest";
import { actor, type Dispatch, dispatch, ledger, place, time } from "../../test/samples/dispatch.js";
import { type Judgement, makeJudgement } from "../ledger/index.js";
import { loadLexicon } from "../resources/index.js";
import { createRecorder, parseNegotiation } from "./index.js";

const recorder = createRecorder(loadLexicon());
const negotiation = parseNegotiation({ id: "nor-chl", parties: ["NOR", "CHL"] });
const both = [actor("NOR"), actor("CHL")];
const people = [actor("NOR", "Kari Berg"), actor("CHL", "Ana Soto")];
const by = (party: string) => ({ kind: "party", entity: null, party, cue: null, rule: "test" });

const meeting = (day: string, more: object = {}) => ({
  kind: "meeting" as const,
  parties: both,
  representatives: people,
  level: "minister",
  time: time(day),
  ...more,
});
let count = 0;
const one = (published: string, publisher: string, item: object, title: string | null = null): Dispatch => {
  const d = dispatch({ published, publisher }, [
    { text: `Report ${++count} by ${publisher} of ${published}.`, items: [item as never] },
  ]);
  if (title === null) return d;
  const document = { ...d.version.document, title };
  return { ...d, version: { ...d.version, document } };
};
function look(ds: readonly Dispatch[], judgements: readonly Judgement[] = [], asKnownOn = "2032-01-01") {
  const asOf = { asKnownOn, about: asKnownOn };
  const all = { ...ledger(ds), judgements };
  const book = recorder.bookOf(all, negotiation, asOf);
  const view = recorder.read(book, asOf);
  return { view, found: recorder.contradictions(view, book) };
}

describe("two dates, two places", () => {
  it("shows what more independent sources say, and the line follows", () => {
    const oslo = { place: place("Oslo", "NOR") };
    const { view, found } = look([
      one("2031-03-06", "a", meeting("2031-03-06", oslo)),
      one("2031-03-07", "b", meeting("2031-03-05", oslo)),
      one("2031-03-07", "c", meeting("2031-03-05", oslo)),
    ]);
    expect(view.meetings).toHaveLength(1);
    expect(found).toMatchObject([
      {
        kind: "dates",
        accounts: [
          { value: "2031-03-06", owners: ["a"] },
          { value: "2031-03-05", owners: ["b", "c"] },
        ],
        chosen: { value: "2031-03-05", rule: "contradiction/more-independent" },
      },
    ]);
    expect(view.meetings[0].when).toMatchObject({ earliest: "2031-03-05", latest: "2031-03-05" });
  });

  it("shows the account nearer to the day where as many stand on each side", () => {
    const oslo = { place: place("Oslo", "NOR") };
    const { found } = look([
      one("2031-03-05", "a", meeting("2031-03-05", oslo)),
      one("2031-04-07", "b", meeting("2031-03-06", oslo)),
    ]);
    expect(found[0].chosen).toMatchObject({ value: "2031-03-05", rule: "contradiction/nearer" });
  });

  it("follows an outlet that puts its own account right, in the line too", () => {
    const { view, found } = look([
      one("2031-03-06", "a", meeting("2031-03-05", { place: place("Bergen", "NOR") })),
      one(
        "2031-03-07",
        "a",
        meeting("2031-03-05", { place: place("Oslo", "NOR") }),
        "Correction: place of talks",
      ),
    ]);
    expect(view.meetings.map((m) => m.place)).toEqual(["Oslo"]);
    expect(found).toMatchObject([
      { kind: "places", chosen: { value: "Oslo", rule: "contradiction/correction" } },
    ]);
  });

  it("leaves open what no rule decides, and the line shows both", () => {
    const oslo = { place: place("Oslo", "NOR") };
    const { view, found } = look([
      one("2031-03-09", "a", meeting("2031-03-05", oslo)),
      one("2031-03-09", "b", meeting("2031-03-06", oslo)),
    ]);
    expect(found[0].chosen).toMatchObject({ value: null, rule: "contradiction/open" });
    expect(view.meetings[0].when.edtf).toBe("[2031-03-05,2031-03-06]");
  });

  it("a country contradicts no town in it, and a plan no report", () => {
    const plan = { status: "scheduled", place: place("Norway", "NOR") };
    const { view, found } = look([
      one("2031-02-06", "a", meeting("2031-03-04/2031-03-06", plan)),
      one("2031-03-07", "b", meeting("2031-03-05", { place: place("Oslo", "NOR") })),
    ]);
    expect(view.meetings).toMatchObject([{ place: "Oslo", status: "held" }]);
    expect(found).toEqual([]);
  });

  it("shows two lines of one day in two towns as accounts of one meeting, owned by their outlets", () => {
    const { found } = look([
      one("2031-03-06", "a", meeting("2031-03-05", { place: place("Oslo", "NOR") })),
      one("2031-03-06", "b", meeting("2031-03-05", { place: place("Lima", "PER") })),
    ]);
    expect(found.map((c) => [c.kind, c.items.length])).toEqual([["places", 2]]);
    expect(found[0].accounts.map((a) => a.owners).sort()).toEqual([["a"], ["b"]]);
  });

  it("is gone once a person rejected one account, and back once that is undone", () => {
    const oslo = { place: place("Oslo", "NOR") };
    const ds = [
      one("2031-03-06", "a", meeting("2031-03-05", oslo)),
      one("2031-03-07", "b", meeting("2031-03-06", oslo)),
    ];
    const judge = (when: string, decision: Judgement["decision"]) =>
      makeJudgement({ who: "desk", when, why: "", decision });
    const reject = judge("2031-04-01T00:00:00Z", { type: "reject", statement: ds[1].statements[0].id });
    expect(look(ds).found).toHaveLength(1);
    expect(look(ds, [reject]).found).toHaveLength(0);
    const undone = judge("2031-04-02T00:00:00Z", { type: "undo", judgement: reject.id });
    expect(look(ds, [reject, undone]).found).toHaveLength(1);
  });
});

describe("two readouts", () => {
  const promise = (what: string, party: string, more: object = {}) => ({
    kind: "commitment",
    type: "unilateral-undertaking",
    by: [actor("NOR")],
    to: [actor("CHL")],
    what,
    voice: by(party),
    ...more,
  });

  it("sets what one side says was agreed beside what the other denies, and takes neither", () => {
    const { found } = look([
      one("2031-03-06", "a", promise("open the northern fjords to Chilean trawlers", "CHL")),
      one(
        "2031-03-07",
        "b",
        promise("open the northern fjords to Chilean trawlers", "NOR", {
          factuality: {
            certainty: "certain",
            polarity: "negative",
            status: "denied",
            cues: [],
            rule: "test",
          },
        }),
      ),
    ]);
    expect(found).toMatchObject([
      { kind: "readouts", chosen: { value: null, rule: "contradiction/side-by-side" } },
    ]);
    expect(found[0].accounts.map((a) => a.owners)).toEqual([["CHL"], ["NOR"]]);
  });

  it("holds a promise against an event of refusal or denial, once for a sentence", () => {
    const said = (published: string, publisher: string, text: string, ...items: object[]) =>
      dispatch({ published, publisher }, [{ text, items: items as never[] }]);
    const agree = {
      kind: "event",
      class: "AGREE",
      actors: [actor("NOR")],
      recipients: [actor("CHL")],
      voice: by("CHL"),
    };
    const refuse = { ...agree, class: "REJECT", voice: by("NOR") };
    const words = "open the northern fjords to Chilean trawlers";
    const one = said("2031-03-06", "a", `Norway agreed to ${words}.`, promise(words, "CHL"), agree);
    const other = said("2031-03-07", "b", `Norway refused to ${words} and to Chile.`, refuse);
    const apart = said("2031-03-07", "c", "Norway rejected a Chilean customs plan outright.", refuse);
    expect(look([one, other]).found.map((c) => [c.kind, c.accounts.flatMap((a) => a.owners)])).toEqual([
      ["readouts", ["CHL", "NOR"]],
    ]);
    expect(look([one, apart]).found).toEqual([]);
  });

  it("sets deeds that exclude each other side by side", () => {
    const { found } = look([
      one("2031-03-06", "a", promise("postpone the opening of the salmon pens", "CHL")),
      one("2031-03-07", "b", promise("begin filling the salmon pens next week", "NOR")),
    ]);
    expect(found.map((c) => [c.kind, c.accounts.flatMap((a) => a.owners)])).toEqual([
      ["readouts", ["CHL", "NOR"]],
    ]);
  });

  it("says nothing of one party's two statements, nor of two parties on different things", () => {
    const { found } = look([
      one("2031-03-06", "a", promise("postpone the opening of the salmon pens", "NOR")),
      one("2031-03-07", "b", promise("begin filling the salmon pens next week", "NOR")),
      one("2031-03-07", "c", promise("suspend the customs survey", "CHL")),
    ]);
    expect(found).toEqual([]);
  });

  it("sets opposite judgements of the same talks side by side", () => {
    const judged = (judgement: string, party: string) => ({
      kind: "assessment",
      judgement,
      what: judgement,
      voice: by(party),
    });
    const { found } = look([
      dispatch({ published: "2031-03-06" }, [
        { text: "Norway and Chile met.", items: [meeting("2031-03-05") as never] },
        { text: "Oslo spoke of progress.", items: [judged("progressing", "NOR") as never] },
      ]),
      dispatch({ published: "2031-03-07", publisher: "b" }, [
        { text: "Norway and Chile had met.", items: [meeting("2031-03-05") as never] },
        { text: "Santiago saw none.", items: [judged("stalled", "CHL") as never] },
      ]),
    ]);
    expect(found.filter((c) => c.kind === "readouts")).toHaveLength(1);
  });
});
