import { describe, expect, it } from "vitest";
import { loadReader } from "../../resources/index.js";

const reader = loadReader();

/** Time, deadline and place of the clause of a word, as "time | due | place". */
function attached(text: string, word: string): string {
  const { layers } = reader.explain({
    id: "t",
    text,
    publisher: null,
    title: null,
    url: null,
    published: "2019-12-13",
  });
  const c = layers.clauses.find((x) => {
    const s = layers.parsed.sentences[x.sentence];
    return s.norms[x.head] === word || (x.support >= 0 && s.norms[x.support] === word);
  });
  if (c === undefined) return "no clause";
  const { time, deadline, place } = layers.facts;
  return [time(c.index).edtf, deadline(c.index)?.edtf, place(c.index)?.name].map((x) => x ?? "-").join(" | ");
}

describe("which date and place a clause has", () => {
  it("has all of a chronology's entry under the date that stands before it", () => {
    const text =
      "7-9 May 2011. Chad and Niger open talks. They leave without a deal.\n\nChad waits for an answer.";
    expect(attached(text, "leave")).toBe("2011-05-07/2011-05-09 | - | -");
    expect(attached(text, "waits")).toBe("- | - | -");
  });

  it.each([
    ["4 June 2012: Chad and Niger agree on a truce.", "agree", "2012-06-04 | - | -"],
    ["- June 2012 - Chad lifts the ban.", "lifts", "2012-06 | - | -"],
    ["**4 June 2012.** Chad closes the road. It is opened on 8 July.", "opened", "2012-07-08 | - | -"],
    [
      "November 2012 – February 2013: Chad shuts the road. It is opened on 3 January.",
      "opened",
      "2013-01-03 | - | -",
    ],
    [
      "2012\n\n4 June\n\nChad closes the road.\n\n9 August\n\nNiger opens the road.",
      "opens",
      "2012-08-09 | - | -",
    ],
    ["4 June 2012. Chad closes the road. Niger reopens it six days later.", "reopens", "2012-06-10 | - | -"],
    [
      "4 June 2012. Chad closes the road. A treaty that had been signed in May lapses.",
      "signed",
      "2012-05 | - | -",
    ],
    // A report with its day above it is no chronology.
    ["4 June 2012\n\nChad closed the road.\n\nNiger protested.", "protested", "- | - | -"],
    ["In June 2012: Chad closes the road. Niger protests.", "protests", "- | - | -"],
  ])("has it however the date is set off: %s", (text, word, expected) => {
    expect(attached(text, word)).toBe(expected);
  });

  it.each([
    // A year behind one deed says nothing of somebody else's behind a comma; a day, and a year in front, may.
    [
      "Trade rose to six billion dollars last year, and Chad promised Niger to raise it.",
      "promised",
      "- | - | -",
    ],
    ["In 2014 Chad built the road, and Niger promised a bridge.", "promised", "2014 | - | -"],
    [
      "GENEVA, Dec. 12 - Chad and Niger signed a six-month truce here on Friday.",
      "signed",
      "2019-12-13 | - | Geneva",
    ],
    ['GENEVA, Dec. 12 - "We signed it here," the envoy said in Paris.', "signed", "- | - | -"],
    ["The minister said on Monday that they would meet on Friday in Vienna.", "said", "2019-12-09 | - | -"],
    [
      "The minister said on Monday that they would meet on Friday in Vienna.",
      "meet",
      "2019-12-13 | - | Vienna",
    ],
    [
      "The parties agreed in October to release prisoners before Christmas.",
      "agreed",
      "2019-10 | 2019-12-25 | -",
    ],
    ["The parties agreed in October to release prisoners before Christmas.", "release", "- | 2019-12-25 | -"],
    [
      "Iran accepted a proposal made by Oman in November to hold talks in Muscat in January.",
      "made",
      "2019-11 | - | -",
    ],
    [
      "They pledged to conclude a deal before a summit in Madrid in June 2020.",
      "summit",
      "2020-06 | - | Madrid",
    ],
    [
      "Ethiopia filled the dam in July 2018, and in August Egypt recalled its envoy.",
      "recalled",
      "2018-08 | - | -",
    ],
    ["Brussels postponed the summit to Jan. 20, officials said on Friday.", "summit", "2020-01-20 | - | -"],
    ["Brussels postponed the summit to Jan. 20, officials said on Friday.", "said", "2019-12-13 | - | -"],
    ["Negotiators face a March 1 deadline.", "face", "- | 2020-03-01 | -"],
    ["Mali will visit Chad early next year, after another meeting in Lagos.", "meeting", "- | - | Lagos"],
    [
      "Mali will visit Chad early next year, after another meeting in Lagos.",
      "visit",
      "2020-01/2020-04 | - | Chad",
    ],
    ["They set a deadline of March 29 for an agreement.", "set", "- | 2020-03-29 | -"],
    [
      "Following the November meeting in Brussels, the sides exchanged lists on Dec. 2.",
      "meeting",
      "2019-11 | - | Brussels",
    ],
    [
      "Following the November meeting in Brussels, the sides exchanged lists on Dec. 2.",
      "exchanged",
      "2019-12-02 | - | -",
    ],
    [
      "A meeting between the foreign ministers is planned for Jan. 9 in Cairo.",
      "meeting",
      "2020-01-09 | - | Cairo",
    ],
    ["His visit to Baghdad in September was the first since 2012.", "visit", "2019-09 | - | Baghdad"],
    ["The army shelled the town until Wednesday.", "shelled", "- | 2019-12-11 | -"],
    [
      "Dec. 12 marks the second anniversary of talks in which they agreed on a map.",
      "agreed",
      "2017-12-12 | - | -",
    ],
    ["Under the deal of May 5, 2018, Ghana closed its port.", "closed", "- | - | -"],
  ])("%s: %s", (text, word, expected) => {
    expect(attached(text, word)).toBe(expected);
  });

  // What is proposed lies ahead of the proposal; what is concluded is due with what it concludes.
  it.each([
    [
      "Iran accepted a proposal made by Oman in November to hold talks in Muscat in January.",
      "talks",
      "2020-01 | - | Muscat",
    ],
    [
      "They pledged to conclude a deal before a summit in Madrid in June 2020.",
      "conclude",
      "- | 2020-06 | -",
    ],
  ])("%s: %s", (text, word, expected) => {
    expect(attached(text, word)).toBe(expected);
  });

  it("dates nothing without a publication day that has to be counted from it", () => {
    const { layers } = reader.explain({
      id: "t",
      text: "They met in Oslo on Tuesday.",
      publisher: null,
      title: null,
      url: null,
      published: null,
    });
    expect(layers.times.map((x) => x.unresolved)).toEqual(["PUBLICATION_DATE_MISSING"]);
    expect(layers.facts.time(0).edtf).toBeNull();
  });
});
