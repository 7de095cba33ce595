import { describe, expect, it } from "vitest";
import { loadReader } from "../../resources/index.js";

const reader = loadReader();
const layersOf = (text: string, publisher: string | null) =>
  reader.layers({ id: "d", text, publisher, title: null, url: null, published: "2023-03-09" });

/** Codes of what each first-person word means, and the voice of the last clause. */
function first(text: string, publisher: string | null): { meant: (string | null)[]; voice: string } {
  const layers = layersOf(text, publisher);
  const meant = layers.mentions
    .filter((m) => m.form === "pronoun" && /^(I|we|our|us)$/i.test(text.slice(m.start, m.end)))
    .map((m) => layers.entities[m.entity].code);
  const { kind, party } = layers.facts.voice(layers.clauses.length - 1);
  return { meant, voice: `${kind} ${party ?? "-"}` };
}

const BRIEFING = "Q: Will there be a meeting?\n\nA: We have proposed one.\n\nQ: When?\n\nA: I have no date.";

describe("whose turn it is", () => {
  it("is the issuer's in the answers of his briefing", () => {
    expect(first(BRIEFING, "Ministry of Foreign Affairs of Chile")).toEqual({
      meant: ["CHL", "CHL"],
      voice: "party CHL",
    });
  });

  it("is nobody's that is known where an outlet publishes it", () => {
    expect(first(BRIEFING, "The Chile Mail").meant).toEqual([]);
  });

  it("is whose name stands before it, until the next one", () => {
    const text =
      "PERU: We met in Lima.\n\nOur maps are ready.\n\nCHILE: We have no maps.\n\nPERU: We have sent them.";
    expect(first(text, null)).toEqual({ meant: ["PER", "PER", "CHL", "PER"], voice: "party PER" });
  });

  it("is the issuer's throughout a statement, but for those who are quoted in it", () => {
    const text = 'We regret the delay. "We are ready," Iceland\'s foreign minister said. We will wait.';
    expect(first(text, "Embassy of Norway").meant).toEqual(["NOR", "ISL", "NOR"]);
  });

  it("makes a question the voice of those who ask", () => {
    const layers = layersOf(BRIEFING, "Ministry of Foreign Affairs of Chile");
    expect(layers.facts.voice(0).kind).toBe("media");
  });
});
