import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/app/answer.js";
import { draftText } from "../../src/app/model/draft.js";
import { draftFromRecord } from "../../src/app/model/from-record.js";
import { gameOf, parseModel } from "../../src/conflict/index.js";
import type { RecordItem, RecordMeasure, RecordPosition, RecordProposal } from "../../src/record/index.js";

const base = (id: string, quote: string) =>
  ({
    id,
    track: "core",
    issues: ["water"],
    parties: ["NOR", "SOU"],
    reports: [{ statement: `${id}aaaaaaaaaaaa`, source: id, publisher: "Valley Post", known: "2020-01-02" }],
    lastKnown: "2020-01-02",
    known: "2020-01-02",
    quote,
  }) as unknown as RecordItem;

const proposal = (id: string, p: Partial<RecordProposal>, quote: string): RecordProposal =>
  ({ ...base(id, quote), kind: "proposal", ...p }) as RecordProposal;
const position = (id: string, p: Partial<RecordPosition>, quote: string): RecordPosition =>
  ({ ...base(id, quote), kind: "position", force: "plain", ...p }) as unknown as RecordPosition;

const proposals = [
  proposal(
    "a1",
    { type: "offer", by: ["NOR"], to: ["SOU"], what: "share the reservoir every summer", status: "tabled" },
    "North Town offered to share the reservoir every summer.",
  ),
  proposal(
    "a2",
    { type: "request", by: ["NOR"], to: ["SOU"], what: "close the upper sluice", status: "rejected" },
    "North Town asked South Town to close the upper sluice; it refused.",
  ),
];
const positions = [
  position(
    "b1",
    {
      holder: "SOU",
      issue: "sluice",
      issues: ["sluice"],
      stance: "the upper sluice stays open",
      move: "holds",
    },
    "South Town says the upper sluice stays open.",
  ),
  position(
    "b2",
    { holder: "NOR", issue: "meters", issues: ["meters"], stance: "it", move: "holds" },
    "North Town holds to it.",
  ),
];
const measures = [
  {
    ...base("c1", "Both towns read the meters together."),
    kind: "measure",
    what: "reading the meters together",
    status: "done",
    level: 2,
    by: ["NOR", "SOU"],
  } as unknown as RecordMeasure,
];
const items: readonly RecordItem[] = [...proposals, ...positions, ...measures];
const got = {
  negotiation: {
    id: "valley",
    name: "Valley water",
    parties: [
      { code: "NOR", name: "North Town", role: "primary" },
      { code: "SOU", name: "South Town", role: "primary" },
      { code: "PRV", name: "The province", role: "third" },
    ],
  },
  asOf: { asKnownOn: "2020-02-01", about: "2020-02-01" },
  view: { proposals, positions, measures, linkages: [] },
  evidence: (ids: Iterable<string>) =>
    [...ids].map((statement) => ({
      statement,
      quote: items.find((i) => i.reports[0].statement === statement)?.quote,
    })),
} as unknown as Answer;

describe("a draft", () => {
  const draft = draftFromRecord(got);
  const option = (words: string) => draft.options.find((o) => o.text.includes(words));
  const wants = (maker: string, text: string) =>
    draft.preferences.find((p) => p.maker === maker && p.text === text)?.basis[0].kind;

  it("makes an option of an offer for the one who offers, of a request for the one who is asked", () => {
    const share = option("share the reservoir");
    const close = option("close the upper sluice");
    expect([share?.maker, close?.maker]).toEqual(["NOR", "SOU"]);
    expect(close?.text).toBe("Accept what North Town asked: close the upper sluice");
    expect(wants("NOR", share?.id ?? "")).toBe("quote");
    expect(wants("NOR", close?.id ?? "")).toBe("quote");
    expect(wants("SOU", `not ${close?.id}`)).toBe("quote");
  });

  it("takes what is done and held for the status quo, and leaves out what says nothing", () => {
    const meters = draft.options.filter((o) => o.text === "reading the meters together").map((o) => o.id);
    expect(meters).toHaveLength(2);
    expect(draft.quo).toEqual(expect.arrayContaining([...meters, option("sluice stays open")?.id]));
    expect(draft.quo).not.toContain(option("share the reservoir")?.id);
    expect(draft.options.some((o) => o.text === "Hold to: it")).toBe(false);
  });

  it("marks what no source says as assumed and asks for it", () => {
    const held = option("sluice stays open");
    expect(wants("NOR", `not ${held?.id}`)).toBe("assumption");
    expect(draft.asks.some((a) => a.includes(`not ${held?.id}`) && a.startsWith("Does North Town"))).toBe(
      true,
    );
    const refused = option("close the upper sluice");
    expect(draft.asks).toContain(
      `“${refused?.id}” and “${held?.id}” seem to be about the same thing: does one rule out the other?`,
    );
    expect(draft.asks).toContain("The province has no option on record. Does it take part?");
  });

  it("is a file that can be solved, each option with its words", () => {
    const file = parseModel(draftText(draft));
    expect(gameOf(file).states).toHaveLength(2 ** draft.options.length);
    for (const o of file.options)
      expect(items.map((i) => i.quote)).toContain(o.basis[0].kind === "quote" ? o.basis[0].words : "");
  });
});
