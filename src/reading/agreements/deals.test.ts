import { describe, expect, it } from "vitest";
import { loadReader } from "../../resources/index.js";
import { contentHash } from "../../text/index.js";
import type { AgreementItem, CommitmentItem, Item, ProposalItem } from "../types.js";

const reader = loadReader();
const read = (text: string, published: string | null = "2020-03-10"): readonly Item[] =>
  reader.read({ id: contentHash(text), text, publisher: null, title: null, url: null, published }).items;
const agreements = (text: string): AgreementItem[] =>
  read(text).filter((i): i is AgreementItem => i.kind === "agreement");
const proposals = (text: string): ProposalItem[] =>
  read(text).filter((i): i is ProposalItem => i.kind === "proposal");
const commitments = (text: string): CommitmentItem[] =>
  read(text).filter((i): i is CommitmentItem => i.kind === "commitment");

describe("deals told over several sentences", () => {
  it("joins a reply to the proposal it answers, with the sentence as evidence", () => {
    const [p, ...rest] = proposals(
      "Kenya proposed that Somalia withdraw its claim by May. Somalia rejected the proposal on Friday.",
    );
    expect(rest).toEqual([]);
    expect(p.reply).toBe("rejected");
    expect(p.deadline?.latest).toBe("2020-05-31");
    expect(p.evidence).toHaveLength(2);
  });

  it("leaves a proposal unanswered that nobody answers", () => {
    const [p] = proposals(
      "Kenya proposed that Somalia withdraw its claim. Somalia did not reject the proposal.",
    );
    expect(p.reply).toBe("none-reported");
  });

  it("keeps the date of a condition out of the deadline of what hangs on it", () => {
    const [c] = commitments(
      "If the border opens by May, Japan has promised a grant of 9 million yen for Malawi.",
    );
    expect(c).toMatchObject({ type: "conditional-commitment", deadline: null });
    expect(c.condition?.what).toBe("If the border opens by May");
    expect(c.to.map((a) => a.code)).toEqual(["MWI"]);
  });

  it("takes for extended what both sides agree to extend", () => {
    const [a] = agreements(
      "Chad and Niger agreed to extend a ten-day truce by a week under Kenyan mediation.",
    );
    expect(a.status).toBe("extended");
    expect(a.parties.map((x) => x.code)).toEqual(["TCD", "NER"]);
    const [b] = agreements("Chad and Niger agreed to sign a truce.");
    expect(b?.status).not.toBe("signed");
  });

  it("takes a draft sent back with a clause for countered", () => {
    const [p] = proposals(
      "Eritrea submitted a draft protocol that would open two ports. Djibouti sent it back with an article on customs.",
    );
    expect(p.reply).toBe("countered");
  });

  it("tells each deed that a text obliges to, and counts a term from the day of the act", () => {
    const all = commitments(
      "The treaty commits the parties to share data by 2024 and to publish it by 2025.",
    );
    expect(all.map((c) => c.deadline?.latest)).toEqual(["2024-12-31", "2025-12-31"]);
    const [c] = commitments("5 February 2019. Peru undertakes to close the camps within sixty days.");
    expect(c.deadline?.latest).toBe("2019-04-06");
  });

  it("leaves an accord to both who agreed on it, though one of those who signed is known", () => {
    const found = agreements(
      "Chad and Niger agreed on a border accord on Monday. The accord was signed in Rabat by Chadian Foreign Minister Mahamat Annadif.",
    );
    const signed = found.find((x) => x.status === "signed");
    expect(signed?.parties.map((x) => x.code).sort()).toEqual(["NER", "TCD"]);
  });

  it("tells an instrument once, however often it is named", () => {
    const found = agreements(
      "Peru cited the 1998 Brasilia Agreement. Ecuador said that the Brasilia Agreement left no room for talks.",
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ status: "referred-to", time: { earliest: "1998-01-01" } });
    expect(found[0].evidence).toHaveLength(2);
  });

  it("refers an agreement to the instrument it builds on, and makes a commitment of it", () => {
    const text = "Peru and Ecuador agreed to resume talks on the basis of the 1998 Brasilia Agreement.";
    const [a, b] = agreements(text).sort((x, y) => x.status.localeCompare(y.status));
    expect(a).toMatchObject({ status: "agreed", refersTo: [b.id] });
    expect(commitments(text)).toMatchObject([{ type: "joint-commitment", outcome: "none-reported" }]);
  });

  it("gives a stipulation its doer and its condition", () => {
    const text =
      "Chad and Niger signed an accord in Abuja. Under the accord, Chad will release the prisoners once observers arrive.";
    const [a] = agreements(text);
    expect(a.stipulations).toMatchObject([{ conditional: true, by: { code: "TCD" } }]);
    expect(commitments(text)).toMatchObject([
      { type: "conditional-commitment", condition: { what: "once observers arrive" } },
    ]);
  });
});

describe("what is no deal", () => {
  it.each([
    "Chad and Niger are close to a deal.",
    "Chad and Niger reached no agreement.",
    "Chad hopes that a treaty would end the conflict with Niger.",
    "Chad refused to commit to a withdrawal.",
    "The deal would give Chad a share of the water.",
    "Did Chad and Niger agree to share the water?",
  ])("%s", (text) => {
    expect([...agreements(text), ...commitments(text)]).toEqual([]);
  });

  it("reads nothing, and throws nothing, where there is nothing to read", () => {
    for (const text of ["", "agreed", "by by by agreed to to", "the 1956 of deal deal under"])
      expect(() => read(text, null)).not.toThrow();
  });
});
