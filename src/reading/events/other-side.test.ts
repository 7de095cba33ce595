import { beforeAll, describe, expect, it } from "vitest";
import { makeDocument } from "../../ledger/index.js";
import { loadLanguage, loadLexicon } from "../../resources/index.js";
import { createReader, type EventItem, type Reader } from "../index.js";

describe("who is, and who is not, the other side", () => {
  let reader: Reader;
  beforeAll(() => {
    reader = createReader({ language: loadLanguage(), lexicon: loadLexicon() });
  });
  const events = (text: string): EventItem[] =>
    reader
      .read(makeDocument({ publisher: null, title: null, url: null, published: "2024-05-20" }, text))
      .items.filter((i): i is EventItem => i.kind === "event");
  const codes = (list: EventItem["actors"]) => list.map((a) => a.code).sort();

  it("is whoever asked, for a refusal in the same sentence", () => {
    const no = events("Chad asked Niger to hand over two suspects, but Niger refused.").find(
      (e) => e.class === "REJECT",
    );
    expect(codes(no?.recipients ?? [])).toEqual(["TCD"]);
  });

  it("is not the state that the actor speaks for", () => {
    const out = events("President Donald Trump pulled the United States out of the pact.");
    expect(out.flatMap((e) => codes(e.recipients))).not.toContain("USA");
  });

  it("is not whoever is joined in doing it", () => {
    const [e] = events("Poland joined Chad in condemning Niger.");
    expect(codes(e.recipients)).toEqual(["NER"]);
  });

  it("tells an announced meeting once", () => {
    const all = events("Chad and Niger will hold talks in Geneva on Friday.");
    expect(all.map((e) => e.class)).toEqual(["CONSULT"]);
  });

  it("reads no deed in the name of a month", () => {
    const all = events("Chad and Niger signed a declaration in Tunis in March 2015.");
    expect(all.some((e) => e.class === "PROTEST")).toBe(false);
  });
});
