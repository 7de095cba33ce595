import { describe, expect, it } from "vitest";
import { loadReader } from "../../resources/index.js";

const reader = loadReader();

/** Status, polarity and certainty of the clause whose head, or light verb, is `word`; cues by their words. */
function fact(text: string, word: string): { readonly is: string; readonly cues: readonly string[] } {
  const layers = reader.layers({
    id: "d",
    text,
    publisher: null,
    title: null,
    url: null,
    published: "2020-06-10",
  });
  const at = text.indexOf(word);
  const clause = layers.clauses.find((c) => {
    const s = layers.parsed.sentences[c.sentence];
    return s.starts[c.head] === at || (c.support >= 0 && s.starts[c.support] === at);
  });
  if (clause === undefined) throw new Error(`no clause at ${word}`);
  const f = layers.facts.factuality(clause.index);
  return {
    is: `${f.status} ${f.polarity} ${f.certainty}`,
    cues: f.cues.map((c) => text.slice(c.start, c.end)),
  };
}

describe("factuality of what is nested", () => {
  it.each([
    ["Chad failed to prevent the attack.", "attack", "happened positive certain"],
    ["Chad did not refuse to sign the text.", "sign", "happened positive certain"],
    ["Chad refused to rule out a withdrawal.", "withdrawal", "hypothetical positive probable"],
    ["Chad may refuse to sign the text.", "sign", "hypothetical negative possible"],
    ["Chad denied that it had agreed to host the base.", "host", "denied negative uncommitted"],
    ["Chad is not expected to agree to a truce.", "truce", "intended negative probable"],
    ["Chad vowed never to recognise the junta.", "recognise", "intended negative probable"],
    ["Chad agreed to end the blockade.", "blockade", "intended negative probable"],
    ["Chad is likely to be asked to host the talks.", "host", "requested positive uncommitted"],
  ])("%s", (text, word, want) => expect(fact(text, word).is).toBe(want));

  it("shows the words that decided, from left to right", () => {
    expect(fact("Chad did not agree to withdraw its troops.", "withdraw").cues).toEqual(["not", "agree"]);
    expect(fact("Chad will probably attend.", "attend").cues).toContain("will");
  });

  it("goes on with a report into the next sentence, but not with what is only imagined", () => {
    expect(fact("Chad said the truce held. Its envoys would return on Monday.", "return").is).toBe(
      "scheduled positive probable",
    );
    expect(fact("Chad said the truce held. A withdrawal would end the war.", "end").is).toBe(
      "hypothetical unknown possible",
    );
  });

  it("leaves alone what stands though it be rejected, and what came before", () => {
    expect(fact("Chad rejected the proposal.", "proposal").is).toBe("happened positive certain");
    expect(fact("Chad did not reply after the attack.", "attack").is).toBe("happened positive certain");
  });
});
