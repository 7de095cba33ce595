import { describe, expect, it } from "vitest";
import { makeDocument } from "../../ledger/index.js";
import { loadReader } from "../../resources/index.js";
import type { AnniversaryItem, MeetingItem } from "../types.js";

const reader = loadReader();

function read(
  text: string,
  published: string,
): { meetings: MeetingItem[]; anniversaries: AnniversaryItem[] } {
  const { items } = reader.read(makeDocument({ publisher: null, title: null, url: null, published }, text));
  return {
    meetings: items.filter((i) => i.kind === "meeting"),
    anniversaries: items.filter((i) => i.kind === "anniversary"),
  };
}

describe("meetings", () => {
  it("are one item however often the article names them, with the place of the visit they are part of", () => {
    const { meetings } = read(
      "Kenyan Foreign Minister Raychelle Omamo will visit Mogadishu from March 2 to meet her Somali counterpart, Mohamed Abdirizak. The bilateral meeting is scheduled to take place on March 4.",
      "2021-02-25",
    );
    const [visit, meeting] = meetings;
    expect(meetings).toHaveLength(2);
    expect([visit.mode, visit.time.earliest]).toEqual(["visit", "2021-03-02"]);
    expect([meeting.time.edtf, meeting.place?.name, meeting.partOf]).toEqual([
      "2021-03-04",
      "Mogadishu",
      visit.id,
    ]);
    expect(meeting.sentences).toEqual([0, 1]);
  });

  it("are where the headline says, on the day of the news, and not what is recalled beside", () => {
    const { meetings } = read(
      "Chile, Peru to keep talking on fish after Arica meeting\n\nARICA, May 14 - The foreign ministers of Chile and Peru failed on Tuesday to agree on quotas but decided to meet again before the presidents' summit in Lima in November.\n\nChilean Foreign Minister Alberto van Klaveren said after four hours of talks with his Peruvian counterpart, Javier Gonzalez-Olaechea, that the gap was narrower. The two, who last met in Tacna in March, spoke to reporters after the session.",
      "2024-05-14",
    );
    const told = meetings.map((m) => [m.status, m.place?.name ?? null, m.time.edtf]);
    expect(told).toContainEqual(["held", "Arica", "2024-05-14"]);
    expect(told).toContainEqual(["scheduled", null, "../2024-11-30"]);
    expect(told).toContainEqual(["held", "Tacna", "2024-03"]);
  });

  it.each([
    [
      "Kenya's president will visit Somalia early next year, after another meeting in Lagos.",
      ["scheduled", null],
    ],
    ["Kenya's president visited Somalia early this year, after another meeting in Lagos.", ["held", null]],
  ])("that come first have not the season of what follows: %s", (text, expected) => {
    const found = read(text, "2021-11-25").meetings.find((m) => m.place?.name === "Lagos");
    expect([found?.status, found?.time.earliest]).toEqual(expected);
  });

  it("are held on the day that an anniversary recalls, and never on the anniversary", () => {
    const { meetings, anniversaries } = read(
      "March 4 marks the second anniversary of talks between Kenya and Somalia in Nairobi.",
      "2021-03-01",
    );
    expect(meetings.map((m) => m.time.edtf)).toEqual(["2019-03-04"]);
    expect(anniversaries.map((a) => [a.date.edtf, a.years, a.of])).toEqual([
      ["2021-03-04", 2, meetings[0].id],
    ]);
  });

  it("take parties that are not named from the other meetings of the article only where these agree", () => {
    const alone =
      "Kenya and Somalia held talks in Nairobi on Monday. A second round is planned in Djibouti on March 9.";
    expect(read(alone, "2021-03-03").meetings.map((m) => m.parties.map((p) => p.code))).toEqual([
      ["KEN", "SOM"],
      ["KEN", "SOM"],
    ]);
    const mixed =
      "Kenya and Somalia held talks on Monday. Kenya and Uganda held talks on Tuesday. A second round is planned in Djibouti on March 9.";
    expect(read(mixed, "2021-03-03").meetings.map((m) => m.parties.length)).toEqual([2, 2, 0]);
  });

  it("take no parties from what is told only later, nor from a visit", () => {
    const later =
      "The minister declined to say whether the treaty could be signed at a summit in Lusaka in June.\n\nKenya and Somalia held talks in Nairobi in January 2020.";
    expect(read(later, "2021-03-03").meetings.map((m) => [m.place?.name, m.parties.length])).toEqual([
      ["Lusaka", 0],
      ["Nairobi", 2],
    ]);
    const visit =
      "Kenya and Uganda held talks on Monday. Kenya's president visited Somalia on Tuesday. A summit is planned in Lusaka in June.";
    const summit = read(visit, "2021-03-03").meetings.find((m) => m.place?.name === "Lusaka");
    expect(summit?.parties).toEqual([]);
    const [lusaka] = read(visit, "2021-03-03").meetings.filter((m) => m.place?.name === "Lusaka");
    expect(lusaka.parties).toEqual([]);
  });

  it("are told of a body, and of people from afar, without parties or a place of theirs", () => {
    const [met, next] = read(
      "A committee of the lenders met by video link on Monday and will reconvene on March 20.",
      "2021-03-03",
    ).meetings;
    expect([met.status, met.time.edtf, met.place, met.parties]).toEqual(["held", "2021-03-01", null, []]);
    expect([next.status, next.time.edtf]).toEqual(["scheduled", "2021-03-20"]);
    const { meetings } = read(
      "Kenya and Somalia last met in Djibouti in February and held talks by phone on Monday.",
      "2021-03-03",
    );
    expect(meetings.map((m) => [m.mode, m.place?.name ?? null])).toEqual([
      ["third-party", "Djibouti"],
      ["phone", null],
    ]);
  });

  it("are of both ministers, however long their titles", () => {
    const [m] = read(
      "The Minister of Foreign Affairs of the Republic of Kenya, Amina Odero, and the Minister of Foreign Affairs of the Federal Republic of Somalia, Omar Warsame, met today at the Mandera bridge.",
      "2021-03-03",
    ).meetings;
    expect(m.parties.map((p) => p.code)).toEqual(["KEN", "SOM"]);
  });

  it("that are told as past were held, though the day read lies ahead", () => {
    const [m] = read(
      "Kenya and Somalia agreed at a meeting in Nairobi on Thursday to reopen the border.",
      "2021-03-05",
    ).meetings;
    expect([m.status, m.time.edtf]).toEqual(["held", "2021-03-04"]);
  });

  it("keep a fate of their own in one sentence: those held, and the one called off", () => {
    const text =
      "Three rounds of talks between Kenya and Somalia were held between April and June; a fourth, set for July 15 in Djibouti, was cancelled.";
    const found = read(text, "2021-08-02").meetings;
    expect(found.map((m) => [m.status, m.time.edtf])).toEqual([
      ["held", "2021-04/2021-06"],
      ["cancelled", "2021-07-15"],
    ]);
  });

  it("are no second one where an apposition says what the first is", () => {
    const text =
      "Kenyan President Uhuru Kenyatta and Somali President Mohamed Farmajo will meet in Mombasa on March 11, the first visit by a Somali leader to Kenya in six years.";
    const found = read(text, "2021-03-01").meetings;
    expect(found.map((m) => [m.status, m.time.edtf])).toEqual([["scheduled", "2021-03-11"]]);
  });

  it("are named without what is told beside them", () => {
    const text =
      "The sides discussed the Kampala meeting on 10 May and the draft treaty on fishing between Kenya and Somalia.";
    expect(read(text, "2021-06-01").meetings.map((m) => m.what)).toEqual(["Kampala meeting on 10 May"]);
  });

  it.each([
    ["It has been postponed, an official said.", "postponed"],
    ["The payment has been postponed, an official said.", "scheduled"],
  ])("have the fate that the next sentence tells of them: %s", (next, status) => {
    const text = `A summit between Chad and Niger is planned for December 20 in Zinder. ${next}`;
    expect(read(text, "2021-11-01").meetings.map((m) => m.status)).toEqual([status]);
  });

  it("are told without those who meet where the text leaves it open, but not of those at home", () => {
    const text =
      "Chad and Niger want the road, an official said. The joint commission met in Zinder on 3 October and set up a fund. Farmers held a meeting in Zinder on 5 October.";
    expect(read(text, "2021-11-01").meetings.map((m) => [m.time.edtf, m.parties.length])).toEqual([
      ["2021-10-03", 2],
    ]);
  });
});
