import { describe, expect, it } from "vitest";
import { loadReader } from "../../resources/index.js";

const reader = loadReader();

/** Subjects of the clause of a word, as the words that name them. */
function subjects(text: string, word: string): string[] {
  const { layers } = reader.explain({
    id: "t",
    text,
    publisher: null,
    title: null,
    url: null,
    published: "2023-05-02",
  });
  const c = layers.clauses.find((x) => layers.parsed.sentences[x.sentence].norms[x.head] === word);
  return c === undefined
    ? ["no clause"]
    : c.subjects.map((t) => layers.parsed.sentences[c.sentence].forms[t]);
}

describe("subjects that the tree lost", () => {
  it.each([
    [
      "Chadian President Idriss Deby and Sudan's prime minister, Abdalla Hamdok, agreed late on Monday on how to share the wells.",
      "agreed",
      2,
    ],
    [
      "Its foreign minister, Sameh Shoukry, asked Sudan to open the road, but Khartoum has not answered.",
      "asked",
      1,
    ],
    ["Their leader, Timoleon Jimenez, called for a truce covering the whole country.", "called", 1],
    ["Chad, Niger and Mali signed a deal on Tuesday to end fighting over the lake.", "signed", 3],
    ["Chad, Niger agree to reopen the lake road", "agree", 2],
    // Things demand nothing: who said it did.
    ["President Deby said the draft was not acceptable and demanded guarantees on wells.", "demanded", 1],
    // What a relative clause says of somebody, or stands on the other side of a semicolon, is no second subject.
    ["Chad, which is at odds with Niger over a lake, sent rifles to Mali.", "sent", 1],
    // What stands behind a preposition or was said to be done to somebody is no subject.
    ["After talks with Chad and Niger, ended on Monday, nothing was signed.", "ended", 0],
    ["The talks between Chad and Niger ended on Monday.", "ended", 1],
  ])("%s", (text, word, count) => {
    expect(subjects(text, word)).toHaveLength(count);
  });
});

it("does not hand the first part's subject to a part behind a semicolon that has its own", () => {
  const text = "Two rounds were held in Dakar in June; a third, set for July 9 in Praia, was cancelled.";
  const document = { id: "t", text, publisher: null, title: null, url: null, published: "2023-08-02" };
  const { layers } = reader.explain(document);
  const cancelled = layers.clauses.find((c) => c.lemma === "cancel");
  expect(cancelled?.objects.map((t) => layers.parsed.sentences[0].forms[t])).not.toContain("rounds");
});

it("gives a verb behind a contrast the noun phrase before it, not the subject of the first verb", () => {
  const text =
    "Lawmakers accuse the junta of bargaining behind closed doors, while allies of the general warn him.";
  expect(subjects(text, "warn")).toEqual(["allies"]);
});
