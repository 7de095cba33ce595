import { describe, expect, it } from "vitest";
import { actor, type Dispatch, dispatch, ledger, time } from "../../test/samples/dispatch.js";
import { type Judgement, makeJudgement } from "../ledger/index.js";
import { loadLexicon } from "../resources/index.js";
import {
  candidatesOf,
  createRecorder,
  createSpelling,
  decisionsOf,
  namesOf,
  nameUses,
  officesOf,
  parseNegotiation,
} from "./index.js";

const lexicon = loadLexicon();
const recorder = createRecorder(lexicon);
const sound = createSpelling(lexicon);
const negotiation = parseNegotiation({
  id: "nor-chl",
  parties: ["NOR", "CHL"],
  names: [{ of: "the fjord isles", by: { NOR: ["Holmene"], CHL: ["Islas Frias"] } }],
});
const both = [actor("NOR"), actor("CHL")];

interface Who {
  readonly title?: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly key?: string | null;
}
const person = (code: string, name: string, who: Who = {}) => {
  const { title, from = null, to = null, key = null } = who;
  const post =
    title === undefined
      ? null
      : { title, of: code, level: "minister", former: false, from, to, table: from !== null };
  return { ...actor(code, name), person: { post, key } };
};
let n = 0;
const met = (published: string, representatives: readonly object[], publisher = `o${++n}`): Dispatch =>
  dispatch({ published, publisher }, [
    {
      text: `Meeting ${n} of ${published}.`,
      items: [
        {
          kind: "meeting",
          parties: both,
          representatives,
          time: time(published),
          level: "minister",
        } as never,
      ],
    },
  ]);
const same = (
  left: string,
  right: string,
  answer: "same" | "different" | "unsure" = "same",
  days: object = {},
  when = "2031-05-01T00:00:00Z",
) => makeJudgement({ who: "desk", when, why: "", decision: { type: "same", left, right, answer, ...days } });

function look(ds: readonly Dispatch[], judgements: readonly Judgement[] = [], asKnownOn = "2032-01-01") {
  const asOf = { asKnownOn, about: asKnownOn };
  const book = recorder.bookOf({ ...ledger(ds), judgements }, negotiation, asOf);
  const names = namesOf(book, asKnownOn);
  return {
    book,
    names,
    view: recorder.read(book, asOf),
    offices: officesOf(book, asKnownOn),
    pairs: candidatesOf(names, book, asKnownOn, judgements, sound),
  };
}

describe("names that may mean one", () => {
  const pairOf = (a: string, b: string, codes = ["CHL", "CHL"]) =>
    look([met("2031-03-01", [person(codes[0], a)]), met("2031-03-02", [person(codes[1], b)])]).pairs;

  it("are scored with a reason: spelling, initials, order, last name", () => {
    expect(pairOf("Sergej Ilyin", "Sergei Ilin")[0]).toMatchObject({
      score: 0.97,
      reason: "one sound, two spellings",
    });
    expect(pairOf("J. Araya", "Juan Araya")[0].reason).toContain("initial");
    expect(pairOf("Wei Zhang", "Zhang Wei")[0].reason).toContain("another order");
    expect(pairOf("Ana Soto", "Pablo Soto")).toEqual([]);
    expect(pairOf("Ana Soto", "Ana Soto", ["CHL", "NOR"])).toEqual([]);
  });

  it("are two people of one name where the table of offices knows two", () => {
    const { names, pairs } = look([
      met("2031-03-01", [person("CHL", "Ana Soto", { key: "person/CHL/ana-soto" })]),
      met("2031-03-02", [person("CHL", "Ana Soto", { key: "person/CHL/ana-soto-2" })]),
    ]);
    expect(names.filter((x) => x.kind === "person").map((x) => x.key)).toHaveLength(2);
    expect(pairs).toEqual([]);
  });

  const signed = (published: string, instrument: string) =>
    dispatch({ published, publisher: `o${++n}` }, [
      {
        text: `Words of ${published} ${n}.`,
        items: [
          { kind: "agreement", what: instrument, instrument, parties: both, time: time("2012") } as never,
        ],
      },
    ]);

  it("of documents: initials, but no common noun, and no pair that differs in its capitals", () => {
    const named = ["Joint Fisheries Action Plan", "JFAP", "joint fisheries action plan", "plan", "Oslo plan"];
    const { pairs, names } = look(named.map((name, i) => signed(`2031-03-0${i + 1}`, name)));
    expect(names.filter((x) => x.kind === "document")).toHaveLength(3);
    expect(pairs.map((p) => [p.left, p.right, p.reason])).toEqual([
      ["JFAP", "Joint Fisheries Action Plan", "one is the other's initials"],
    ]);
  });

  it("of documents: one in short, of the same year; another year is another document", () => {
    const { pairs } = look([
      signed("2031-03-01", "Joint Declaration of 2012"),
      signed("2031-03-02", "2012 Declaration"),
      signed("2031-03-03", "2014 Declaration"),
    ]);
    expect(pairs.map((p) => [p.left, p.right])).toEqual([["2012 Declaration", "Joint Declaration of 2012"]]);
  });
});

describe("posts and those who held them", () => {
  const berg = {
    title: "Foreign Minister",
    from: "2029-01-01",
    to: "2031-03-15",
    key: "person/NOR/kari-berg",
  };
  const lie = { title: "Foreign Minister", from: "2031-03-15", to: null, key: "person/NOR/ola-lie" };
  const post = { title: "Foreign Minister" };
  const ds = [
    met("2031-02-01", [person("NOR", "Kari Berg", berg)]),
    met("2031-02-20", [person("NOR", "Norway foreign minister", post)]),
    met("2031-04-01", [person("NOR", "Ola Lie", lie)]),
    met("2031-04-20", [person("NOR", "Norway foreign minister", post)]),
  ];

  it("a successor is another person, and had not come on an earlier day", () => {
    expect(look(ds).offices).toMatchObject([
      {
        code: "NOR",
        holders: [
          { name: "Kari Berg", to: "2031-03-15" },
          { name: "Ola Lie", to: null },
        ],
      },
    ]);
    expect(look(ds, [], "2031-02-28").offices).toMatchObject([
      { holders: [{ name: "Kari Berg", from: "2029-01-01", to: null }] },
    ]);
    expect(look(ds).pairs.filter((p) => p.left === "Kari Berg" && p.right === "Ola Lie")).toEqual([]);
  });

  it("a post is put beside each holder with the days in which it means them", () => {
    expect(look(ds).pairs.map((p) => [p.left, p.right, p.from, p.to])).toEqual([
      ["Kari Berg", "Norway foreign minister", "2029-01-01", "2031-03-15"],
      ["Norway foreign minister", "Ola Lie", "2031-03-15", "2032-01-01"],
    ]);
  });

  it("a decision about a post holds for its days only", () => {
    const decided = [
      same("Kari Berg", "Norway foreign minister", "same", { from: "2029-01-01", to: "2031-03-14" }),
      same(
        "Norway foreign minister",
        "Ola Lie",
        "same",
        { from: "2031-03-15", to: "2032-01-01" },
        "2031-05-02T00:00:00Z",
      ),
    ];
    const people = look(ds, decided).view.meetings.map((m) => m.representatives);
    expect(people).toEqual([["Kari Berg"], ["Kari Berg"], ["Ola Lie"], ["Ola Lie"]]);
    expect(decisionsOf(decided).answer("Kari Berg", "Ola Lie").answer).toBeNull();
  });
});

describe("decisions about names", () => {
  const at = (i: number): string => `2031-05-0${i}T00:00:00Z`;

  it("are transitive, negative for all that are one, and undone one by one", () => {
    const ab = same("A Soto", "Ana Soto", "same", {}, at(1));
    const bc = same("Ana Soto", "Anna Soto", "same", {}, at(2));
    const cd = same("Anna Soto", "Ana Sota", "different", {}, at(3));
    const d = decisionsOf([ab, bc, cd]);
    expect(d.answer("A Soto", "Anna Soto")).toEqual({ answer: "same", decided: "follows" });
    expect(d.answer("A Soto", "Ana Sota")).toEqual({ answer: "different", decided: "follows" });
    const undo = makeJudgement({
      who: "desk",
      when: at(4),
      why: "",
      decision: { type: "undo", judgement: bc.id },
    });
    expect(decisionsOf([ab, bc, cd, undo]).answer("A Soto", "Anna Soto").answer).toBeNull();
    expect(
      decisionsOf([ab, same("A Soto", "Ana Soto", "unsure", {}, at(5))]).answer("A Soto", "Ana Soto").answer,
    ).toBe("unsure");
  });

  it("join what names kept apart, and a newer reading under the other name changes nothing", () => {
    const ds = [
      met("2031-03-05", [person("CHL", "Ana Soto")], "a"),
      met("2031-03-05", [person("CHL", "A. Zoto")], "b"),
    ];
    expect(look(ds).view.meetings).toHaveLength(2);
    const merged = look(ds, [same("A. Zoto", "Ana Soto")]);
    expect(merged.view.meetings).toHaveLength(1);
    const again = [...ds, met("2031-03-05", [person("CHL", "A. Zoto")], "c")];
    expect(look(again, [same("A. Zoto", "Ana Soto")]).view.meetings.map((m) => m.representatives)).toEqual([
      ["A. Zoto"],
    ]);
  });
});

describe("names per party", () => {
  const said = (published: string, publisher: string, what: string) =>
    dispatch({ published, publisher }, [
      {
        text: `They spoke of ${what} with Chile and Norway.`,
        items: [
          {
            kind: "proposal",
            by: [actor("NOR")],
            to: [actor("CHL")],
            what: `joint patrol around ${what}`,
            time: time("2031-03-05"),
          } as never,
        ],
      },
    ]);

  it("join two sides' accounts of one thing, and the words stay each side's own", () => {
    const { view, book } = look([said("2031-03-06", "a", "Holmene"), said("2031-03-07", "b", "Islas Frias")]);
    expect(view.proposals).toHaveLength(1);
    expect(view.proposals[0].what).toContain("Holmene");
    expect(nameUses(book, "2032-01-01").map((u) => [u.party, u.name, u.reports, u.outlets])).toEqual([
      ["NOR", "Holmene", 1, ["a"]],
      ["CHL", "Islas Frias", 1, ["b"]],
    ]);
  });
});
