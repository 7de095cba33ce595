import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actor, type Dispatch, dispatch, ledger, place, time } from "../../test/samples/dispatch.js";
import { makeJudgement } from "../ledger/index.js";
import { loadLexicon } from "../resources/index.js";
import { createRecorder, parseNegotiation, validateNegotiation } from "./index.js";

const recorder = createRecorder(loadLexicon());
const negotiation = parseNegotiation({ id: "nor-chl", parties: ["NOR", "CHL"] });
const both = [actor("NOR"), actor("CHL")];
const meeting = (edtf: string | null, more: object = {}) => ({
  kind: "meeting" as const,
  parties: both,
  time: time(edtf),
  ...more,
});
const view = (ds: readonly Dispatch[], asKnownOn = "2032-01-01", about = asKnownOn) =>
  recorder.view(ledger(ds), negotiation, { asKnownOn, about });
const one = (
  published: string,
  item: object,
  publisher = "Test Wire",
  text = `Report by ${publisher} of ${published}.`,
) => dispatch({ published, publisher }, [{ text, items: [item as never] }]);

describe("sides of one country", () => {
  const eln = actor("COL", "ELN", "ELN");
  const talks = parseNegotiation({ id: "col-eln", parties: ["COL", "ELN"] });
  const met = (published: string, ...parties: object[]) =>
    one(published, { kind: "meeting", parties, time: time(published) });
  const meetingsOf = (n: typeof talks, ...ds: Dispatch[]): number =>
    recorder.view(ledger(ds), n, { asKnownOn: "2032-01-01", about: "2032-01-01" }).meetings.length;

  it("a government and a movement meet as two", () => {
    expect(meetingsOf(talks, met("2031-03-05", actor("COL"), eln))).toBe(1);
  });

  it("another movement is nobody of theirs, but counts as its country's between states", () => {
    const farc = actor("COL", "FARC", "FARC");
    expect(
      meetingsOf(talks, met("2031-03-05", actor("COL"), eln), met("2031-04-05", actor("COL"), farc)),
    ).toBe(1);
    const states = parseNegotiation({ id: "col-ecu", parties: ["COL", "ECU"] });
    expect(meetingsOf(states, met("2031-03-05", farc, actor("ECU")))).toBe(1);
  });

  it("an organisation can be a side", () => {
    const eu = actor("IGO", "European Union", "EU");
    const n = parseNegotiation({ id: "eu-nor", parties: ["EU", "NOR"] });
    expect(meetingsOf(n, met("2031-03-05", eu, actor("NOR")))).toBe(1);
  });
});

describe("evidence on a promise", () => {
  const promise = (what: string, more: object = {}) =>
    one("2031-03-06", { kind: "commitment", by: both, what, time: time("2031-03-05"), ...more });
  const said = (day: string, judgement: string) =>
    dispatch({ published: day, publisher: `Wire ${day}` }, [
      { text: "Norway and Chile met.", items: [meeting(day) as never] },
      {
        text: `Said on ${day}.`,
        items: [{ kind: "assessment", judgement, what: "the talks", time: time(day) } as never],
      },
    ]);
  const signed = (instrument: string) =>
    one("2031-09-02", {
      kind: "agreement",
      parties: both,
      instrument,
      what: instrument,
      status: "signed",
      time: time("2031-09-01"),
    });
  const effects = (...ds: Dispatch[]) =>
    view(ds, "2036-01-01").commitments.flatMap((c) => c.evidence.map((e) => e.effect));

  it("is what is said of the talks after it, not before, not on its day, not years later", () => {
    const undated = promise("continue the talks on fish", { time: time(null) });
    expect(effects(undated, said("2031-02-01", "stalled"))).toEqual([]);
    expect(effects(promise("continue the talks on fish"), said("2031-03-05", "progressing"))).toEqual([]);
    expect(effects(promise("continue the talks on fish"), said("2031-05-05", "stalled"))).toEqual(["stall"]);
    expect(effects(promise("continue the talks on fish"), said("2035-05-05", "stalled"))).toEqual([]);
  });

  it("is not what is said of talks that stand among its circumstances", () => {
    const what = "hold off on duties for ninety days while the two delegations go on with their talks";
    expect(effects(promise(what), said("2031-05-05", "progressing"))).toEqual([]);
  });

  it("is an accord signed, to one who promised to sign one, where its name tells it from no other", () => {
    expect(effects(promise("sign a final fisheries accord this year"), signed("90-page accord"))).toEqual([
      "fulfil",
    ]);
    expect(effects(promise("sign a final fisheries accord"), signed("prisoner exchange accord"))).toEqual([]);
    expect(effects(promise("publish the fisheries accord"), signed("90-page accord"))).toEqual([]);
  });
});

describe("accords signed in the news of one day", () => {
  const sign = (instrument: string, edtf: string | null, publisher: string) =>
    one(
      "2031-09-02",
      { kind: "agreement", parties: both, instrument, what: instrument, status: "signed", time: time(edtf) },
      publisher,
    );
  const count = (...names: string[]): number =>
    view(names.map((n, i) => sign(n, "2031-09-01", `Wire ${i}`))).agreements.length;

  it("are one where one name tells it from no other", () => {
    expect(count("cod and whaling quota accord", "90-page accord")).toBe(1);
    expect(count("cod and whaling quota accord", "prisoner repatriation and ransom accord")).toBe(2);
  });
});

describe("one event, many reports", () => {
  it("joins reports of one meeting, the wider dates to the narrower", () => {
    const v = view([
      one("2031-03-06", meeting("2031-03-05", { place: place("Oslo", "NOR"), level: "minister" })),
      one("2031-03-07", meeting("2031-03-05", { place: place("Oslo", "NOR") }), "Other Post"),
      one("2031-06-01", meeting("2031-03", { place: place("Oslo", "NOR") }), "Third Post"),
    ]);
    expect(v.meetings).toHaveLength(1);
    expect(v.meetings[0]).toMatchObject({
      status: "held",
      when: { earliest: "2031-03-05", latest: "2031-03-05" },
      outlets: ["Other Post", "Test Wire", "Third Post"],
    });
    expect(v.meetings[0].reports[2].reason).toContain("times overlap");
  });

  it("keeps apart what only looks alike: a month later, another place, another level, another form", () => {
    const oslo = { place: place("Oslo", "NOR"), level: "minister" };
    const v = view([
      one("2031-03-06", meeting("2031-03-05", oslo)),
      one("2031-04-06", meeting("2031-04-05", oslo)),
      one("2031-03-06", meeting("2031-03-05", { ...oslo, place: place("Bergen", "NOR") }), "b"),
      one("2031-03-06", meeting("2031-03-05", { ...oslo, level: "leader" }), "c"),
      one("2031-03-06", meeting("2031-03-05", { ...oslo, mode: "phone" }), "d"),
    ]);
    expect(v.meetings).toHaveLength(5);
  });

  it("joins neither of two candidates to a report that fits both", () => {
    const v = view([
      one("2031-03-06", meeting("2031-03-05")),
      one("2031-03-20", meeting("2031-03-19")),
      one("2031-06-01", meeting("2031-03")),
    ]);
    expect(v.meetings).toHaveLength(3);
  });

  it("knows a meeting by the town in its name years later, and a host's by his country", () => {
    const people = {
      representatives: [actor("NOR", "Kari Berg"), actor("CHL", "Ana Soto")],
      level: "minister",
    };
    const ds = [
      one("2031-03-06", meeting("2031-03-05", { ...people, place: place("Oslo", "NOR") })),
      one("2031-08-06", meeting("2031-08-05", { ...people, place: place("Lima", "PER") }), "b"),
    ];
    const named = { what: "Oslo meeting", place: place("Oslo", "NOR") };
    const later = one("2032-06-01", meeting(null, named), "c");
    const hosted = one(
      "2033-01-01",
      meeting("2031-01-01/2031-12-31", people),
      "d",
      "Two years ago Kari Berg hosted Ana Soto for talks.",
    );
    const guest = one(
      "2033-01-01",
      meeting("2031-01-01/2031-12-31", people),
      "e",
      "Two years ago Kari Berg was hosted by Ana Soto.",
    );
    const outlets = (last: Dispatch) =>
      view([...ds, later, last], "2034-01-01").meetings.map((m) => m.outlets);
    expect(outlets(hosted)).toEqual([["Test Wire", "c", "d"], ["b"]]);
    expect(outlets(guest)).toContainEqual(["e"]);
  });

  it("does not take a new attempt for the one that was called off", () => {
    const flight = (status: string, when: string | null) => ({
      kind: "measure",
      what: "relatives fly to the fjord graves",
      status,
      time: time(when),
    });
    const about = (published: string, item: object, publisher: string) =>
      dispatch({ published, publisher }, [
        { text: "Norway and Chile met.", items: [meeting("2031-03-05") as never] },
        { text: `Of ${published}.`, items: [item as never] },
      ]);
    const { measures } = view([
      about("2031-03-06", flight("announced", "2031-04"), "a"),
      about("2031-04-20", flight("cancelled", "2031-04"), "b"),
      about("2031-05-01", flight("announced", "2031-05"), "c"),
      about("2031-06-02", flight("carried-out", null), "d"),
    ]);
    expect(measures.map((m) => [m.status, m.outlets])).toEqual([
      ["cancelled", ["a", "b"]],
      ["carried-out", ["c", "d"]],
    ]);
  });

  it("joins what was planned for a time to the word of what became of it, as long as it is the same one of a series", () => {
    const of = (published: string, what: string, status: string, when: string | null) =>
      dispatch({ published, publisher: `of ${published}` }, [
        { text: "Norway and Chile met.", items: [meeting("2031-03-05") as never] },
        { text: `Of ${published}.`, items: [{ kind: "measure", what, status, time: time(when) } as never] },
      ]);
    const joined = (...ds: Dispatch[]): number[] => view(ds).measures.map((m) => m.reports.length);
    const plan = of("2031-04-28", "the first convoy", "announced", "2031-06");
    const off = "the first relief convoy to the fjord villages";
    expect(joined(plan, of("2031-06-19", off, "cancelled", null))).toEqual([2]);
    expect(joined(plan, of("2031-07-02", off, "carried-out", null))).toEqual([2]);
    // Another of the series, one that is none of it, before and long after its time.
    expect(joined(plan, of("2031-06-19", off.replace("first", "second"), "cancelled", null))).toEqual([1, 1]);
    expect(joined(plan, of("2031-06-19", off.replace("first ", ""), "cancelled", null))).toEqual([1, 1]);
    expect(joined(plan, of("2031-05-19", off, "cancelled", null))).toEqual([1, 1]);
    expect(joined(plan, of("2031-09-19", off, "cancelled", null))).toEqual([1, 1]);
    // "For the first time" says nothing of a series.
    const once = "relief convoy reached the villages for the first time";
    expect(joined(plan, of("2031-06-19", once, "carried-out", null))).toEqual([1, 1]);
  });

  it("joins an announcement without a day to the report, and an invitation to the visit", () => {
    const people = {
      representatives: [actor("NOR", "Kari Berg"), actor("CHL", "Ana Soto")],
      level: "minister",
    };
    const visit = { mode: "visit", representatives: [actor("NOR", "Kari Berg")], level: "minister" };
    const v = view([
      one("2031-03-06", meeting(null, { ...people, status: "expected" })),
      one("2031-04-06", meeting("2031-04-05", people), "b"),
      one("2031-03-07", meeting(null, { ...visit, status: "proposed" }), "c"),
      one("2031-05-01", meeting("2031-05-20/2031-05-31", { ...visit, status: "scheduled" }), "d"),
    ]);
    expect(v.meetings.map((m) => m.outlets)).toEqual([
      ["Test Wire", "b"],
      ["c", "d"],
    ]);
  });

  it("joins copies of an event without a day of its own, and nothing that is only alike or told later", () => {
    const event = (more: object = {}) => ({
      kind: "event" as const,
      class: "ACCUSE",
      mode: null,
      actors: [actor("NOR")],
      recipients: [actor("CHL")],
      reciprocal: false,
      contexts: [],
      place: null,
      time: time("2031-03"),
      ...more,
    });
    const text = "Norway accused Chile of taking more salmon in March than the quota allows.";
    const other = "Norway accused Chile of closing a harbour to its trawlers in March.";
    const v = view([
      one("2031-03-20", event(), "a", text),
      one("2031-03-21", event(), "b", `${text.slice(0, -1)}, it said.`),
      one("2031-03-21", event(), "c", other),
      one("2031-04-20", event(), "d", text),
      one("2031-03-20", event({ time: time("2031-02") }), "e", text),
    ]);
    expect(v.events.map((e) => e.outlets.join("+")).sort()).toEqual(["a+b", "c", "d", "e"]);
  });

  it("follows people who merged, split, rejected, corrected and undid", () => {
    const ds = [one("2031-03-06", meeting("2031-03-05")), one("2031-03-20", meeting("2031-03-19"))];
    const [a, b] = ds.map((d) => d.statements[0].id);
    const judge = (when: string, decision: Parameters<typeof makeJudgement>[0]["decision"]) =>
      makeJudgement({ who: "desk", when, why: "", decision });
    const look = (...judgements: ReturnType<typeof judge>[]) =>
      recorder.view({ ...ledger(ds), judgements }, negotiation, {
        asKnownOn: "2032-01-01",
        about: "2032-01-01",
      }).meetings;
    const merge = judge("2031-07-01T00:00:00Z", { type: "merge", statements: [a, b] });
    expect(look()).toHaveLength(2);
    expect(look(merge)).toHaveLength(1);
    expect(look(merge, judge("2031-07-02T00:00:00Z", { type: "undo", judgement: merge.id }))).toHaveLength(2);
    expect(look(merge, judge("2031-07-02T00:00:00Z", { type: "split", statements: [a, b] }))).toHaveLength(2);
    expect(look(judge("2031-07-01T00:00:00Z", { type: "reject", statement: a }))).toHaveLength(1);
    const moved = look(
      judge("2031-07-01T00:00:00Z", {
        type: "correct",
        statement: a,
        field: "place",
        value: place("Lima", "PER"),
      }),
    );
    expect(moved.map((m) => m.place)).toContain("Lima");
  });

  it("marks evidence that a later version of its article took out, and keeps it", () => {
    const url = "https://example.org/one";
    const draft = dispatch({ published: "2031-03-06", url }, [
      { text: "Norway and Chile met in Oslo.", items: [meeting("2031-03-05")] },
      {
        text: "They signed an accord on cod.",
        items: [{ kind: "agreement", what: "an accord on cod", parties: both } as never],
      },
    ]);
    const final = dispatch({ published: "2031-03-09", url }, [
      { text: "Norway and Chile met in Oslo.", items: [meeting("2031-03-05")] },
    ]);
    const later = view([draft, final]);
    expect(later.agreements[0].reports.map((r) => r.orphaned)).toEqual(["2031-03-09"]);
    expect(later.meetings[0].reports.map((r) => r.orphaned)).toEqual([null, null]);
    expect(later.meetings[0].independent).toBe(1);
    expect(view([draft, final], "2031-03-08").agreements[0].reports[0].orphaned).toBeNull();
  });

  it("marks it too where nothing is read in the later version", () => {
    const url = "https://example.org/two";
    const draft = dispatch({ published: "2031-03-06", url }, [
      { text: "Norway and Chile met in Oslo.", items: [meeting("2031-03-05")] },
    ]);
    const gone = dispatch({ published: "2031-03-09", url }, [
      { text: "This page was taken down.", items: [] },
    ]);
    const kept = dispatch({ published: "2031-03-09", url }, [
      { text: "Correction. Norway and Chile met in Oslo.", items: [] },
    ]);
    expect(view([draft, gone]).meetings[0]).toMatchObject({ withdrawn: "2031-03-09" });
    expect(view([draft, gone], "2031-03-08").meetings[0].withdrawn).toBeNull();
    expect(view([draft, kept]).meetings[0].reports[0].orphaned).toBeNull();
  });

  it("leaves out other people's business and documents about one party only", () => {
    const v = view([
      one("2031-03-06", meeting("2031-03-05", { parties: [actor("NOR"), actor("SWE"), actor("FIN")] })),
      dispatch({ published: "2031-03-07" }, [
        { text: "Norway and Chile met.", items: [meeting("2031-03-07")] },
        {
          text: "Peru and Bolivia met.",
          items: [meeting("2031-03-07", { parties: [actor("PER"), actor("BOL")] })],
        },
      ]),
    ]);
    expect(v.meetings.map((m) => m.parties)).toEqual([["CHL", "NOR"]]);
  });
});

describe("lives", () => {
  const planned = one("2031-03-01", {
    ...meeting("2031-03-20", { status: "scheduled" }),
    time: time("2031-03-20", "future"),
  });
  const held = one("2031-03-21", meeting("2031-03-20"), "Other Post");

  it("a meeting is scheduled, then held, or unreported and asked about once its day passed", () => {
    expect(view([planned], "2031-03-10").meetings[0].status).toBe("scheduled");
    expect(view([planned], "2031-03-10", "2031-04-10").meetings[0].status).toBe("scheduled");
    expect(view([planned], "2031-04-10").meetings[0]).toMatchObject({
      status: "unreported",
      asks: expect.stringContaining("2031-03-20"),
    });
    expect(view([planned, held], "2031-04-10").meetings).toMatchObject([
      { status: "held", asks: null, reports: [{}, {}] },
    ]);
    expect(view([planned, held], "2031-04-10", "2031-03-10").meetings[0].status).toBe("scheduled");
  });

  it("a proposal lapses on its own date, unless answered, and never before that date is known to have passed", () => {
    const offer = (reply: string, published = "2031-03-06") =>
      one(published, {
        kind: "proposal",
        by: [actor("NOR")],
        to: [actor("CHL")],
        what: "share the salmon quota of the southern fjords",
        time: time("2031-03-05"),
        deadline: time("2031-06-30"),
        reply,
      });
    expect(view([offer("none-reported")], "2031-05-01").proposals[0].status).toBe("tabled");
    expect(view([offer("none-reported")], "2031-05-01", "2031-08-01").proposals[0].status).toBe("tabled");
    expect(view([offer("none-reported")], "2031-08-01").proposals[0].status).toBe("lapsed");
    const answered = view([offer("none-reported"), offer("rejected", "2031-04-02")], "2031-08-01").proposals;
    expect(answered).toHaveLength(1);
    expect(answered[0].life.map((s) => s.state)).toEqual(["tabled", "rejected"]);
  });
});

describe("properties", () => {
  const days = fc.integer({ min: 1, max: 28 }).map((d) => `2031-03-${String(d).padStart(2, "0")}`);
  const item = fc.record({
    day: days,
    published: days,
    held: fc.boolean(),
    town: fc.constantFrom("Oslo", "Lima", null),
  });
  const make = (
    x: { day: string; published: string; held: boolean; town: string | null },
    i: number,
  ): Dispatch =>
    one(
      x.published,
      meeting(x.day, {
        status: x.held ? "held" : "scheduled",
        place: x.town === null ? null : place(x.town),
      }),
      `p${i}`,
    );

  it("what becomes known later never changes what was known", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), days, (list, asKnownOn) => {
        const all = list.map(make);
        const then = all.filter((_, i) => list[i].published <= asKnownOn);
        expect(view(all, asKnownOn)).toEqual(view(then, asKnownOn));
      }),
      { numRuns: 60 },
    );
  });

  it("the order of the ledger does not matter", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), (list) => {
        const all = list.map(make);
        expect(view([...all].reverse())).toEqual(view(all));
      }),
      { numRuns: 60 },
    );
  });
});

describe("a negotiation's description", () => {
  it("tells all that is wrong with it", () => {
    const { negotiation: none, problems } = validateNegotiation({
      id: "Bad Id",
      parties: ["NOR", { code: "nor" }],
      colour: 1,
      issues: [{ id: "a" }, { id: "a" }],
    });
    expect(none).toBeNull();
    expect(problems.map((p) => p.code).sort()).toEqual(["FIELD_UNKNOWN", "ID_BAD", "ID_BAD", "ID_TWICE"]);
    expect(() => parseNegotiation({ id: "x", parties: ["NOR"] })).toThrow(
      expect.objectContaining({ code: "NEGOTIATION_INVALID" }),
    );
  });
});
