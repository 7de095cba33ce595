import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAnchor, quote, reanchor, utf16Offset } from "./index.js";
import { makeSpan } from "./span.js";

/** Text with what breaks naive offsets: pairs of code units, marks that join, right-to-left, halves of pairs, exotic spaces. */
const awkward = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      "a",
      "é",
      "e\u0301",
      "👩‍👩‍👧",
      "𝔘",
      "ش",
      "\u200f",
      "\u00a0",
      " ",
      "\n",
      "\ud800",
      "\udc00",
      "ﬁ",
      "İ",
    ),
    fc.string({ unit: "binary", maxLength: 1 }),
  ),
  maxLength: 80,
});
const document = (text: string) => ({ id: "d", text });

const placed = awkward
  .filter((t) => t.length > 0)
  .chain((text) =>
    fc
      .tuple(fc.constant(text), fc.nat(text.length - 1), fc.nat(text.length - 1))
      .map(([t, a, b]) => ({ text: t, start: Math.min(a, b), end: Math.max(a, b) + 1 })),
  );

describe("spans", () => {
  it("refuse what holds no words or leaves the text", () => {
    const doc = document("Oslo");
    expect(() => makeSpan(doc, 2, 2)).toThrowError(expect.objectContaining({ code: "SPAN_EMPTY" }));
    expect(() => makeSpan(doc, 3, 2)).toThrowError(expect.objectContaining({ code: "SPAN_EMPTY" }));
    for (const [a, b] of [
      [-1, 2],
      [0, 5],
      [0.5, 2],
      [0, Number.NaN],
    ]) {
      expect(() => makeSpan(doc, a, b)).toThrowError(expect.objectContaining({ code: "SPAN_OUTSIDE" }));
    }
  });

  it("code-point offsets become UTF-16 offsets as the language itself counts", () => {
    fc.assert(
      fc.property(awkward, fc.nat(90), (text, points) => {
        expect(utf16Offset(text, points)).toBe([...text].slice(0, points).join("").length);
      }),
    );
  });
});

describe("quotes", () => {
  it("are read back word for word from the text they came from", () => {
    fc.assert(
      fc.property(placed, ({ text, start, end }) => {
        const anchor = quote(document(text), start, end);
        expect(anchor.quote).toBe(text.slice(start, end));
        expect(text.slice(0, start).endsWith(anchor.prefix)).toBe(true);
        expect(text.slice(end).startsWith(anchor.suffix)).toBe(true);
        expect(checkAnchor(document(text), JSON.parse(JSON.stringify(anchor)))).toEqual(anchor);
        expect(reanchor(document(text), anchor)?.anchor).toEqual(anchor);
      }),
    );
  });

  it("are found again when words are put before and after", () => {
    fc.assert(
      fc.property(placed, awkward, awkward, ({ text, start, end }, before, after) => {
        const anchor = quote(document(text), start, end);
        const later = document(before + text + after);
        const found = reanchor(later, anchor);
        // Null is right where several places cannot be told apart; words other than the quoted ones never are.
        if (found !== null)
          expect(later.text.slice(found.anchor.span.start, found.anchor.span.end)).toBe(anchor.quote);
        else expect(later.text.indexOf(anchor.quote)).not.toBe(later.text.lastIndexOf(anchor.quote));
      }),
    );
  });

  it("are gone when the words are gone, and refused when others stand there", () => {
    const anchor = quote(document("The envoys meet in Oslo on Monday."), 19, 23);
    expect(reanchor(document("The envoys meet in Bern on Monday."), anchor)).toBeNull();
    expect(() => checkAnchor(document("The envoys meet in Bern on Monday."), anchor)).toThrowError(
      expect.objectContaining({ code: "ANCHOR_MISMATCH" }),
    );
  });

  it("choose among several places by what surrounds them", () => {
    const anchor = quote(document("Talks in Oslo failed; talks in Bern did not."), 22, 27);
    expect(anchor.quote).toBe("talks");
    const later = document("The ministers' talks ended. Talks in Oslo failed; talks in Bern did not.");
    expect(reanchor(later, anchor)).toMatchObject({ how: "context", anchor: { span: { start: 50 } } });
    expect(reanchor(document("talks, talks, talks"), quote(document("No talks."), 3, 8))).toBeNull();
  });
});
