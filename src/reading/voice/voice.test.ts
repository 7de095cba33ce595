import { describe, expect, it } from "vitest";
import { loadReader } from "../../resources/index.js";

const reader = loadReader();

/** Kind and party of the voice of the clause whose head is `word`. */
function voice(text: string, word: string): string {
  const layers = reader.layers({
    id: "d",
    text,
    publisher: null,
    title: null,
    url: null,
    published: "2020-06-10",
  });
  const at = text.indexOf(word);
  const clause = layers.clauses.find((c) => layers.parsed.sentences[c.sentence].starts[c.head] === at);
  if (clause === undefined) throw new Error(`no clause at ${word}`);
  const v = layers.facts.voice(clause.index);
  return `${v.kind} ${v.party ?? "-"}`;
}

describe("voice", () => {
  it.each([
    ["The Malian army left the town.", "left", "outlet -"],
    ["Algerian Foreign Minister Ahmed Attaf said the border was closed.", "closed", "minister DZA"],
    ["The border, Algerian Foreign Minister Ahmed Attaf said, has reopened.", "reopened", "minister DZA"],
    ["The border has reopened, Algeria's interior ministry said on Sunday.", "reopened", "ministry DZA"],
    ["The border has reopened, two officials said.", "reopened", "unnamed-official -"],
    ["According to state television, the border has reopened.", "reopened", "media -"],
    ["Analysts said the truce had failed.", "failed", "expert -"],
    ["Rebels said the truce had failed.", "failed", "party -"],
    ["Rebels said the truce had failed. Their men would return home.", "return", "party -"],
    ["Rebels said the truce had failed. Their men returned home.", "returned", "outlet -"],
    ["After the truce failed, two officials complained.", "failed", "outlet -"],
    ["Algiers dismissed the complaint and said the border was closed.", "closed", "party DZA"],
    ["Niger will stay, but Benin has not replied.", "stay", "outlet -"],
  ])("%s", (text, word, want) => expect(voice(text, word)).toBe(want));
});
