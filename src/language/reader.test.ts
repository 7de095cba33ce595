import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadLanguage } from "../resources/index.js";
import { MOST_TOKENS, type Sentence } from "./index.js";

const reader = loadLanguage();
const parse = (text: string): readonly Sentence[] =>
  reader.parse({ id: "t", text, publisher: null, title: null, url: null, published: null }).sentences;
const texts = (text: string): string[] => parse(text).map((s) => text.slice(s.start, s.end));

const piece = fc.oneof(
  fc.constantFrom(
    "The envoys met.",
    " Mr. Sato said ",
    "“No,” ",
    "U.S.",
    "e\u0301",
    "👩‍👩‍👧",
    "شكرا",
    "\u200b",
    "\u00a0",
    "\n",
    "\n\n",
    "...",
    "…",
    "—",
    "don't",
    "'s",
    "- ",
    "• ",
    "\ud83d",
    "3.5",
    "1,000",
    "https://a.b/c?d=e.",
    "GENEVA (Reuters) -",
    "A".repeat(300),
    "!!!",
    "(",
    '"',
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);
const anyText = fc.array(piece, { maxLength: 25 }).map((p) => p.join(""));

describe("for any text", () => {
  it("sentences and tokens cover all that is not white space, in order, without overlap", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const covered = new Uint8Array(text.length);
        let last = 0;
        for (const s of parse(text)) {
          expect(s.start).toBeGreaterThanOrEqual(last);
          expect(s.end).toBeGreaterThan(s.start);
          last = s.end;
          let at = s.start;
          for (let i = 0; i < s.size; i++) {
            expect(s.starts[i]).toBeGreaterThanOrEqual(at);
            expect(s.ends[i]).toBeGreaterThan(s.starts[i]);
            expect(text.slice(s.starts[i], s.ends[i])).toBe(s.forms[i]);
            at = s.ends[i];
            covered.fill(1, s.starts[i], s.ends[i]);
          }
          expect(at).toBeLessThanOrEqual(s.end);
        }
        for (let i = 0; i < text.length; i++)
          if (covered[i] === 0) expect(text[i]).toMatch(/[\s\p{C}\p{Z}]/u);
      }),
      { numRuns: 300 },
    );
  });

  it("no token begins or ends inside a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        for (const s of parse(text)) {
          for (let i = 0; i < s.size; i++) {
            for (const at of [s.starts[i], s.ends[i]]) {
              const low = text.charCodeAt(at);
              const high = text.charCodeAt(at - 1);
              expect(low >= 0xdc00 && low < 0xe000 && high >= 0xd800 && high < 0xdc00).toBe(false);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("heads make one tree a sentence, and the lists of children agree with them", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const s of parse(text)) {
          expect([...s.heads].filter((h) => h < 0)).toHaveLength(1);
          for (let i = 0; i < s.size; i++) {
            let steps = 0;
            for (let t = i; t >= 0; t = s.heads[t]) expect(++steps).toBeLessThanOrEqual(s.size);
            expect(s.deprels[i] === "root").toBe(s.heads[i] < 0);
            expect(s.lemmas[i].length).toBeGreaterThan(0);
          }
          let children = 0;
          for (let h = 0; h < s.size; h++)
            for (let c = s.firstChild[h]; c >= 0; c = s.nextSibling[c], children++)
              expect(s.heads[c]).toBe(h);
          expect(children).toBe(s.size - 1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("reading twice gives the same", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parse(text)).toEqual(parse(text));
      }),
      { numRuns: 50 },
    );
  });
});

describe("sentence ends", () => {
  it.each([
    ["Mr. Sato met Gen. Ivanov in Oslo. They talked for an hour.", 2],
    ["The U.S. Senate voted on Friday. The bill failed.", 2],
    ["He lives in the U.S. He works for the U.N. mission.", 2],
    ["A Japan-U.S. alliance was signed on Jan. 19 at 9 a.m. in Tokyo.", 1],
    ["“We will not go. We have no reason to,” the envoy said. Talks end on Dec. 3.", 3],
    ["“Will they come?” asked the host. Nobody answered...", 2],
    ["The envoys ... did not agree. The price rose 3.5 percent.", 2],
    ["The envoy left at 5 p.m. Talks go on at 9 a.m. Tuesday, or 8 a.m. Oslo time.", 2],
    ["The pact covers two of the islands. which looks likely, officials said.", 1],
    ["The ministers met in Oslo.The envoys stayed on. See www.talks.org.", 3],
    ["Article No. 5 was dropped. No. 2 on the list stays.", 2],
    ["“Is that a no?” the host asked. “It is. We leave.” He left.", 4],
    ["The envoy said: “We are close…” He gave no details.", 2],
    ["The minister said he would be back (he never came). The hall was empty.", 2],
  ])("%s", (text, count) => {
    expect(texts(text)).toHaveLength(count);
  });
});

describe("parts of an article", () => {
  it("headline, byline, dateline and bullets are told apart from prose", () => {
    const text = [
      "Envoys of two states meet in Geneva",
      "",
      "By Anna Berg",
      "",
      "GENEVA, March 3 (Reuters) - Envoys of two states met on Sunday.",
      "",
      "They agreed on:",
      "- the return of prisoners",
      "- a hotline between the armies",
    ].join("\n");
    expect(parse(text).map((s) => [s.kind, text.slice(s.start, s.end)])).toEqual([
      ["headline", "Envoys of two states meet in Geneva"],
      ["byline", "By Anna Berg"],
      ["dateline", "GENEVA, March 3 (Reuters) -"],
      ["prose", "Envoys of two states met on Sunday."],
      ["prose", "They agreed on:"],
      ["bullet", "- the return of prisoners"],
      ["bullet", "- a hotline between the armies"],
    ]);
  });

  it.each([
    [
      "Jeddah, Saudi Arabia, 1 June 2023 (AFP) - The army left the talks.",
      "Jeddah, Saudi Arabia, 1 June 2023 (AFP) -",
    ],
    ["MOSCOW, December 19. /TASS/. The ministers met.", "MOSCOW, December 19. /TASS/."],
    ["(Reuters) - The ministers met.", "(Reuters) -"],
    ["Addis Ababa, 4 May 2021 – The ministers met.", "Addis Ababa, 4 May 2021 –"],
    ["NEW DELHI: The ministers met.", "NEW DELHI:"],
    ["NATO-Russia talks ended.", null],
    ["Geneva - where they met in May - is far.", null],
    ["Japan, Russia and others - among them China - met.", null],
  ])("%s", (text, dateline) => {
    const found = parse(text).find((s) => s.kind === "dateline");
    expect(found === undefined ? null : text.slice(found.start, found.end)).toBe(dateline);
  });

  it("the number of a point belongs to its sentence", () => {
    const text =
      "The parties agreed:\n1. Withdraw all troops.\n2. Open the border. Both sides.\n(3) Exchange prisoners.";
    expect(texts(text)).toEqual([
      "The parties agreed:",
      "1. Withdraw all troops.",
      "2. Open the border.",
      "Both sides.",
      "(3) Exchange prisoners.",
    ]);
  });

  it("lines wrapped by hand are one paragraph", () => {
    const line = "The delegations of the two neighbouring states spent the morning";
    const text = `${Array(6).fill(line).join("\n")}.`;
    expect(texts(text)).toEqual([text]);
  });
});

describe("tokens", () => {
  it.each([
    ["Egypt's envoys didn't agree.", "Egypt|'s|envoys|did|n't|agree|."],
    ["The Japan-Russia talks cost $1,000.50.", "The|Japan|-|Russia|talks|cost|$|1,000.50|."],
    ["“They’re gone,” he said…", "“|They|’re|gone|,|”|he|said|…"],
    ["On Dec. 3 the U.S. left.", "On|Dec.|3|the|U.S.|left|."],
  ])("%s", (text, tokens) => {
    expect(
      parse(text)
        .flatMap((s) => s.forms)
        .join("|"),
    ).toBe(tokens);
  });
});

describe("analysis", () => {
  it("finds the bones of a plain sentence", () => {
    const [s] = parse("The ministers signed two agreements on Tuesday in Vienna.");
    const at = (w: string): number => s.forms.indexOf(w);
    const arc = (w: string): string =>
      `${s.deprels[at(w)]} of ${s.heads[at(w)] < 0 ? "-" : s.lemmas[s.heads[at(w)]]}`;
    expect(["ministers", "signed", "agreements", "Vienna", "Tuesday"].map(arc)).toEqual([
      "nsubj of sign",
      "root of -",
      "obj of sign",
      "obl of sign",
      "obl of sign",
    ]);
    expect(s.xpos[at("signed")]).toBe("VBD");
  });

  it("long sentences are cut and stay bounded", () => {
    const text = `${"and then they talked ".repeat(1000)}.`;
    for (const s of parse(text)) expect(s.size).toBeLessThanOrEqual(MOST_TOKENS);
  });
});
