import { describe, expect, it } from "vitest";
import { actor, type Dispatch, dispatch, ledger, time } from "../../test/samples/dispatch.js";
import { loadLexicon } from "../resources/index.js";
import { createRecorder, type Negotiation, parseNegotiation } from "./index.js";

const recorder = createRecorder(loadLexicon());
const lines = (n: Negotiation, ...ds: Dispatch[]) =>
  recorder.view(ledger(ds), n, { asKnownOn: "2032-01-01", about: "2032-01-01" }).items;

let day = 0;
/** One article; each sentence tells of a deed of the parties of these codes, which it names or not. */
const written = (named: boolean, sentences: readonly string[]): Dispatch =>
  dispatch(
    { published: `2031-03-${String((++day % 28) + 1).padStart(2, "0")}`, publisher: `Wire ${day}` },
    sentences.map((codes, i) => ({
      text: named ? `Sentence ${i} of ${codes}.` : `Sentence ${i}.`,
      items: [
        {
          kind: "event",
          actors: codes.split(" ").map((c) => actor(c)),
          recipients: [],
          time: time(`2031-02-${String(i + 1).padStart(2, "0")}`),
        } as never,
      ],
    })),
  );
const article = (...sentences: string[]): Dispatch => written(false, sentences);

describe("an article about another dispute", () => {
  const two = parseNegotiation({ id: "nor-chl", name: "Norway-Chile talks", parties: ["NOR", "CHL"] });

  it("gives the talks only what their parties do by themselves", () => {
    const other = article("KEN", "KEN NOR", "KEN", "KEN", "KEN CHL", "KEN", "KEN NOR", "NOR CHL", "NOR");
    expect(lines(two, other).map((i) => i.quote)).toEqual(["Sentence 7."]);
  });

  it("is none that comes back to both by name: a mediator may act for them", () => {
    const mediated = ["KEN", "KEN NOR", "KEN", "KEN", "KEN", "KEN CHL", "NOR"];
    expect(lines(two, written(true, [...mediated, "CHL"]))).toHaveLength(2);
    expect(lines(two, written(true, mediated))).toEqual([]);
    expect(lines(two, written(false, [...mediated, "CHL"]))).toEqual([]);
  });

  it("is one in which a wider circle acts", () => {
    expect(lines(two, article("KEN PER FJI NOR CHL", "KEN PER FJI NOR CHL", "NOR"))).toEqual([]);
  });

  it("is none that begins with the parties, or tells of both twice, whoever hosts them", () => {
    const hosted = ["KEN", "KEN", "KEN", "KEN", "KEN", "NOR", "CHL"];
    expect(lines(two, article("NOR CHL KEN", ...hosted))).toHaveLength(3);
    expect(lines(two, article(...hosted, "NOR CHL KEN", "NOR CHL KEN"))).toHaveLength(4);
    expect(lines(two, article(...hosted, "NOR CHL KEN"))).toHaveLength(0);
  });

  it("is none where an outsider acts no more often than both sides", () => {
    const own = article("NOR", "CHL", "NOR CHL", "KEN", "KEN", "KEN NOR");
    expect(lines(two, own)).toHaveLength(3);
  });
});

describe("a negotiation called after some of its parties", () => {
  const several = { id: "kenya", parties: ["KEN", "NOR", "CHL", "PER"] };
  const called = parseNegotiation({ ...several, name: "Kenya fisheries talks" });
  const adjective = parseNegotiation({ ...several, name: "Kenyan fisheries" });
  const uncalled = parseNegotiation({ ...several, name: "Fisheries talks" });

  it("is not moved by what the others do among themselves", () => {
    expect(lines(called, article("NOR CHL", "NOR", "CHL"))).toEqual([]);
    expect(lines(adjective, article("NOR CHL", "NOR", "CHL"))).toEqual([]);
    expect(lines(called, article("NOR CHL", "KEN", "CHL"))).toHaveLength(3);
    expect(lines(uncalled, article("NOR CHL", "NOR", "CHL"))).toHaveLength(3);
  });
});

describe("a country whose movement is a side", () => {
  it("is not spoken for by another of its movements", () => {
    const n = parseNegotiation({ id: "col-farc", parties: ["COL", "FARC"] });
    const eln = actor("COL", "ELN", "ELN");
    const holds = (holder: object) => ({ kind: "position", holder, time: time("2031-03-01") }) as never;
    const about = dispatch({ published: "2031-03-02", publisher: "Wire" }, [
      { text: "The first sentence.", items: [holds(actor("COL", "FARC", "FARC"))] },
      { text: "The second sentence.", items: [holds(actor("COL"))] },
    ]);
    expect(lines(n, about)).toHaveLength(2);
    const other = dispatch({ published: "2031-03-03", publisher: "Wire" }, [
      { text: "The first sentence.", items: [holds(eln)] },
      { text: "The second sentence names COL and FARC.", items: [holds(actor("COL")), holds(eln)] },
    ]);
    const quoted = lines(n, { ...other, codes: ["COL", "ELN", "FARC"] } as never);
    expect(quoted.some((i) => i.kind === "position" && i.holder === "ELN")).toBe(false);
  });
});
