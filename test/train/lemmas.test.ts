import { describe, expect, it } from "vitest";
import { Lemmatiser } from "../../src/language/model/lemmatiser.js";
import { inflections } from "../../tools/train/lemma-words.js";
import { type LemmaExample, lemmaTable } from "../../tools/train/lemmas.js";

const words =
  "talk be smoke hope hop add control plan planned visit breath breathe certify bomb die agree past paste fix focus party movie class box minister crisis politics".split(
    " ",
  );
const forms =
  "smoked hoped hopped added controlled visited breathed certified bombed died agreed pasted fixed focused talking smoking planning dying parties movies classes boxes ministers".split(
    " ",
  );
const found = new Map(
  [...inflections([...words, ...forms], 1)].map((e) => [`${e.form} ${e.tag.split("|")[1]}`, e.lemma]),
);

describe("inflections", () => {
  it.each([
    ["smoked VBD", "smoke"],
    ["hoped VBN", "hope"],
    ["hopped VBN", "hop"],
    ["added VBD", "add"],
    ["controlled VBD", "control"],
    ["visited VBD", "visit"],
    ["breathed VBD", "breathe"],
    ["certified VBN", "certify"],
    ["bombed VBD", "bomb"],
    ["died VBD", "die"],
    ["agreed VBD", "agree"],
    ["pasted VBN", "paste"],
    ["fixed VBN", "fix"],
    ["focused VBD", "focus"],
    ["talking VBG", "talk"],
    ["planning VBG", "plan"],
    ["dying VBG", "die"],
    ["parties NNS", "party"],
    ["movies NNS", "movie"],
    ["classes NNS", "class"],
    ["boxes VBZ", "box"],
    ["ministers NNS", "minister"],
    ["crises NNS", "crisis"],
    ["politics NNS", "politics"],
    ["beat VBD", "beat"],
    ["sought VBN", "seek"],
    ["fled VBD", "flee"],
  ])("%s is of %s", (form, lemma) => {
    expect(found.get(form)).toBe(lemma);
  });
});

describe("the table of lemmas", () => {
  const table = (examples: LemmaExample[]): Lemmatiser => new Lemmatiser(lemmaTable(examples));
  const of = (form: string, tag: string, lemma: string, weight = 1): LemmaExample => ({
    form,
    tag,
    lemma,
    weight,
  });

  it("makes rules of suffixes for words with endings only", () => {
    const l = table([
      of("stood", "VERB|VB", "stand"),
      of("withstood", "VERB|VB", "withstand"),
      of("walked", "VERB|VBD", "walk"),
      of("talked", "VERB|VBD", "talk"),
    ]);
    expect(l.lemma("flood", "VERB|VB")).toBe("flood");
    expect(l.lemma("stood", "VERB|VB")).toBe("stand");
    expect(l.lemma("balked", "VERB|VBD")).toBe("balk");
  });

  it("follows most uses of a form", () => {
    const l = table([of("media", "NOUN|NNS", "medium"), of("media", "NOUN|NNS", "media", 3)]);
    expect(l.lemma("media", "NOUN|NNS")).toBe("media");
  });
});
