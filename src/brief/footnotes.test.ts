import { expect, it } from "vitest";
import { briefMarkdown, type Cited } from "./index.js";

const cited = (statement: string, quote: string): Cited => ({
  statement,
  quote,
  publisher: "Pacific Wire",
  published: "2020-06-10",
  title: null,
});
const brief = (sentences: { text: string; evidence: Cited[] }[]) => ({
  title: "Talks",
  asKnownOn: "2020-06-10",
  about: "2020-06-10",
  sections: [{ title: "What is scheduled", sentences, empty: "No meeting was found." }],
  basis: "From 1 source.",
});

it("numbers footnotes once and cites the exact words", () => {
  const text = briefMarkdown(
    brief([
      { text: "The ministers meet on 12 June.", evidence: [cited("aaaaaaaa1", "will meet on 12 June")] },
      {
        text: "They meet in Vienna.",
        evidence: [cited("bbbbbbbb2", "in Vienna"), cited("aaaaaaaa1", "will meet on 12 June")],
      },
    ]),
  );
  expect(text).toContain("The ministers meet on 12 June.[^1]");
  expect(text).toContain("They meet in Vienna.[^2][^1]");
  expect(text.match(/^\[\^1\]: “will meet on 12 June” Pacific Wire, 2020-06-10/m)).not.toBeNull();
});

it("shows markup in sources as text and refuses a sentence without evidence", () => {
  expect(briefMarkdown(brief([{ text: "x", evidence: [cited("c", "<script>*bold*</script>")] }]))).toContain(
    "\\<script\\>\\*bold\\*",
  );
  expect(() => briefMarkdown(brief([{ text: "Trust me.", evidence: [] }]))).toThrow(/no evidence/);
});

it("says so where nothing was found", () => {
  expect(briefMarkdown(brief([]))).toContain("No meeting was found.");
});
