import { describe, expect, it } from "vitest";
import { loadReader } from "../../resources/index.js";
import type { QuoteItem } from "../types.js";

const reader = loadReader();

function read(text: string, published = "2020-06-10"): QuoteItem[] {
  const document = { id: "d", text, publisher: null, title: null, url: null, published };
  return reader.read(document).items.filter((i): i is QuoteItem => i.kind === "quote");
}
const lines = (text: string): string[] =>
  read(text).map((q) => `${q.mode} ${q.speaker?.code ?? "?"}: ${q.text}`);

describe("quotes", () => {
  it("joins a quotation that its attribution breaks, and keeps both places", () => {
    const text = '"The border," Chadian President Mahamat Deby said, "will stay closed."';
    const [q] = read(text);
    expect(q.content.map((c) => text.slice(c.start, c.end))).toEqual(["The border,", "will stay closed."]);
    expect(q.voice.kind).toBe("leader");
  });

  it("carries a quotation over paragraphs that open and do not close", () => {
    const text =
      "“Our patience is at an end,” said Kenyan President William Ruto.\n\n“We ask both generals to stop. The fighting must end.\n\n“If they refuse, we will act.”";
    const found = read(text);
    expect(found.map((q) => q.text)).toEqual([
      "Our patience is at an end,",
      "We ask both generals to stop. The fighting must end.",
      "If they refuse, we will act.",
    ]);
    expect(found.map((q) => q.continues)).toEqual([null, found[0].id, found[1].id]);
    expect(new Set(found.map((q) => q.speaker?.code))).toEqual(new Set(["KEN"]));
  });

  it("leaves the words of an official without a name to him, and not to the person named before", () => {
    const told =
      'Chadian Foreign Minister Mahamat Annadif met rebels on Monday. A ministry official, who asked not to be named, said the talks went badly. "We will try again," he said.';
    expect(read(told).map((q) => q.speaker?.name)).not.toContain("Mahamat Annadif");
    const named = told.replace("A ministry official, who asked not to be named,", "He");
    expect(read(named).at(-1)?.speaker?.name).toBe("Mahamat Saleh Annadif");
  });

  it.each([
    ["Analysts say the truce will not hold.", "Analysts"],
    ['"Nobody expects a breakthrough," a senior official who asked not to be named said.', "senior official"],
    ["An adviser to the president of Benin said the border was closed.", "adviser to the president"],
    ["The energy ministry's spokeswoman said the licences were renewed.", "energy ministry's spokeswoman"],
    ['One resident, her voice breaking, said: "We only want to go home."', "One resident"],
  ])("describes a speaker whom the text does not name by its words: %s", (text, name) => {
    const [{ speaker }] = read(text);
    expect(speaker).toMatchObject({ entity: null, name });
    expect(text.slice(speaker?.words?.start, speaker?.words?.end)).toBe(name);
  });

  it("has no speaker for what is said by him of whom an agency only quotes the words", () => {
    const text = "State news agency KCNA quoted him as saying the door was closed.";
    expect(read(text)[0].speaker).toBeNull();
    const named =
      "Chadian Foreign Minister Mahamat Annadif left. The agency quoted him as saying the door was closed.";
    expect(read(named)[0].speaker?.name).toBe("Mahamat Saleh Annadif");
  });

  it.each([
    [
      "is told at an occasion",
      "The top diplomats from Chad and Niger said in a statement that the truce is meant to free prisoners.",
      "the truce is meant to free prisoners",
    ],
    [
      "was told to a conference",
      "Talks on the border should bring a change, Chadian President Mahamat Deby told a news conference on Friday.",
      "Talks on the border should bring a change",
    ],
    [
      "goes on over a second verb",
      "Officials said the offensive will only end when all rebels surrender or are killed.",
      "the offensive will only end when all rebels surrender or are killed",
    ],
    [
      "ends where the speaker does more",
      "Chad said the border was shut and recalled its envoy.",
      "the border was shut",
    ],
    ["begins behind its day", "Niger said yesterday it was close to a deal.", "it was close to a deal"],
  ])("takes the whole of what %s", (_, text, said) => {
    expect(read(text).map((q) => q.text)).toEqual([said]);
  });

  it.each([
    ["those who were told", "The Kenyan envoys were handed a note and told that they must leave.", []],
    [
      "whoever was given a document",
      "Kenya gave the Ugandan foreign minister a paper stating that the border is open.",
      ["paper"],
    ],
    [
      "the one whom the words name",
      "The truce is signed, Norwegian envoy Anna Berg said. Chadian President Mahamat Deby had approved it, she added.",
      ["Anna Berg", "Anna Berg"],
    ],
    [
      "a side that sources have not named",
      "Kenya's envoy met his Ugandan counterpart, sources said.",
      ["sources"],
    ],
  ])("is not said by %s", (_, text, speakers) => {
    expect(read(text).map((q) => q.speaker?.name)).toEqual(speakers);
  });

  it("reads nothing that a picture shows or another story's title says", () => {
    const text = [
      "Chad and Niger meet in Oslo",
      "Chad says it will sign. (photo credit: ANNA BERG/REUTERS)",
      "OSLO: Envoys of Chad met those of Niger on Monday, their hosts said.",
      "They will meet again in May, the hosts said.",
      "The envoys left on Tuesday.",
      "Mali says it shot down a drone",
    ].join("\n");
    expect(read(text).map((q) => q.text)).toEqual([
      "Envoys of Chad met those of Niger on Monday",
      "They will meet again in May",
    ]);
  });

  it("says where and when it was said, and about whom", () => {
    const text =
      '"He is a man of his word," Spanish Foreign Minister Jose Manuel Albares told a news conference on June 8, referring to David Cameron.';
    const [q] = read(text);
    expect(q.occasion).toBe("news conference");
    expect(q.time.earliest).toBe("2020-06-08");
    expect(q.about.map((a) => a.code)).toEqual(["GBR"]);
  });

  it.each([
    ['The envoys watched "The Battle of Algiers" in Tunis.', "a title"],
    ['A "technical" pause was agreed in Oslo.', "a scare quote"],
    ['The minister arrived under a banner reading "No Surrender".', "a slogan"],
  ])("leaves alone %s (%s)", (text) => expect(read(text)).toEqual([]));

  it("reads reports in the outlet's words, before, after and around who says so", () => {
    expect(lines("Malian Foreign Minister Abdoulaye Diop said that the mission would leave.")).toEqual([
      "indirect MLI: the mission would leave",
    ]);
    expect(lines("The mission, Malian Foreign Minister Abdoulaye Diop said, will leave.")).toEqual([
      "indirect MLI: The mission ... will leave",
    ]);
    expect(lines("Malian Foreign Minister Abdoulaye Diop did not say that the mission would leave.")).toEqual(
      [],
    );
  });

  it("keeps a mixed quotation to the words between the marks", () => {
    expect(
      lines('Iraqi Prime Minister Mohammed al-Sudani called the strike "a clear violation of our soil".'),
    ).toEqual(["mixed IRQ: a clear violation of our soil"]);
  });

  it("stays bounded on marks that never close, and never reads across a stranger's words", () => {
    expect(read('"'.repeat(5001))).toEqual([]);
    const [first, ...rest] = read(
      '"We agree," Finnish President Sauli Niinisto said. The Swedish parliament voted on Tuesday. "No comment here at all."',
    );
    expect(first.speaker?.code).toBe("FIN");
    expect(rest).toEqual([]);
  });

  it("goes on in quotation marks with what the sentence before reports", () => {
    const found = read('The port is ours, Chadian President Mahamat Deby said. "It is part of who we are."');
    expect(found.at(-1)?.speaker?.code).toBe("TCD");
    expect(read('The port reopened in May. "It is part of who we are."')).toEqual([]);
  });

  it("knows the verb of a quotation by its place, and a speaker by the name behind his title", () => {
    expect(
      read('"The gap is narrower than it was," argues Efua Mensah, who follows the talks.')[0].speaker?.name,
    ).toBe("Efua Mensah");
    const [first, then] = read(
      '"Quiet is no peace," the Special Envoy, Parfait Obiang-Eko, told reporters. "We will go back," he said.',
    );
    expect(first.speaker?.name).toBe("Parfait Obiang-Eko");
    expect(then.speaker?.name).toBe("Parfait Obiang-Eko");
  });

  it("takes words on a sign for no speech", () => {
    expect(read('A handwritten sign reading "No deal without water" hung over the gate.')).toEqual([]);
  });

  it("takes what stands before the speaker, whatever circumstance follows him", () => {
    const [q] = read(
      "Kenya and Somalia have suspended their talks, envoy Jane Okello said Tuesday, three days after a truce expired without being renewed.",
    );
    expect(q.text).toBe("Kenya and Somalia have suspended their talks");
    const [other] = read(
      "Kenya wants peace. Envoy Jane Okello said Tuesday that the talks had been suspended.",
    );
    expect(other.text).toBe("the talks had been suspended");
  });
});

describe("speakers whom trees lose", () => {
  it.each([
    ['Lima, which was not asked to join, has accused the three of "sharing out the whole sea".', "Peru"],
    [
      'The UPC turned it down. A spokesman for the group, Otim Lalek, said it was late. "We will not wait," he said.',
      "Otim Lalek",
    ],
  ])("%s", (text, name) => expect(read(text).at(-1)?.speaker?.name).toBe(name));
});
