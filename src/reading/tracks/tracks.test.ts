import { describe, expect, it } from "vitest";
import { loadLexicon } from "../../resources/index.js";
import { TrackWords } from "./words.js";

const words = new TrackWords(loadLexicon());

describe("track words", () => {
  it("takes the first telling word, the longer phrase where two begin together", () => {
    expect(words.first("talks on joint economic activities before a peace treaty")).toBe(
      "confidence-building",
    );
    expect(words.first("a peace treaty before joint economic activities")).toBe("core");
  });

  it("reads plurals and hyphens, and says nothing without a telling word", () => {
    expect(words.first("Visits to family graves")).toBe("confidence-building");
    expect(words.first("visa-free travel")).toBe("confidence-building");
    expect(words.first("a long lunch")).toBeNull();
  });
});
