import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ParsedDocument, Sentence } from "../../language/index.js";
import { loadLexicon } from "../../resources/lexicon.js";
import type { WithEntities } from "../layers.js";
import { createEntities, parties, resolveActor } from "./index.js";

const entities = createEntities(loadLexicon());

/** A sentence by hand: "form/UPOS/head/relation" a token; heads count from 0, -1 is the root. */
function sentence(index: number, offset: number, marked: string): Sentence {
  const rows = marked.split(" ").map((w) => w.split("~"));
  const n = rows.length;
  const starts = new Int32Array(n);
  const ends = new Int32Array(n);
  const heads = Int32Array.from(rows, (r) => Number(r[2]));
  const firstChild = new Int32Array(n).fill(-1);
  const nextSibling = new Int32Array(n).fill(-1);
  let at = offset;
  for (let t = 0; t < n; t++) {
    starts[t] = at;
    ends[t] = at + rows[t][0].length;
    at = ends[t] + 1;
  }
  for (let t = n - 1; t >= 0; t--) {
    if (heads[t] < 0) continue;
    nextSibling[t] = firstChild[heads[t]];
    firstChild[heads[t]] = t;
  }
  const forms = rows.map((r) => r[0]);
  return {
    index,
    paragraph: 0,
    kind: "prose",
    start: offset,
    end: at - 1,
    size: n,
    forms,
    norms: forms.map((f) => f.toLowerCase()),
    starts,
    ends,
    lemmas: rows.map((r) => r[4] ?? r[0].toLowerCase()),
    upos: rows.map((r) => r[1] as Sentence["upos"][number]),
    xpos: rows.map((r) => (r[0] === "his" ? "PRP$" : r[1] === "PROPN" ? "NNP" : "NN")),
    heads,
    deprels: rows.map((r) => r[3]),
    firstChild,
    nextSibling,
  };
}

function read(published: string | null, ...marked: string[]): WithEntities {
  const sentences: Sentence[] = [];
  let offset = 0;
  for (const m of marked) {
    const s = sentence(sentences.length, offset, m);
    sentences.push(s);
    offset = s.end + 1;
  }
  const text = sentences.map((s) => s.forms.join(" ")).join(" ");
  const parsed: ParsedDocument = {
    document: { id: "d", text, publisher: null, title: null, url: null, published },
    sentences,
  };
  return entities({
    parsed,
    published,
    times: [],
    entryBySentence: [],
    timesBySentence: sentences.map(() => []),
  });
}

const said = (r: WithEntities, words: string) =>
  r.mentions.find((m) => r.parsed.document.text.slice(m.start, m.end) === words);
const codes = (r: WithEntities, list: readonly number[] | null) =>
  list?.map((e) => r.entities[e].code) ?? null;

describe("entities", () => {
  it("reads a capital as a government when it acts and as a place after a place word", () => {
    const r = read(
      "2020-01-10",
      "Ankara~PROPN~1~nsubj rejected~VERB~-1~root talks~NOUN~1~obj in~ADP~4~case Athens~PROPN~1~obl",
    );
    expect(said(r, "Ankara")?.use).toBe("actor");
    expect(r.entities[said(r, "Ankara")!.entity].kind).toBe("state");
    expect(said(r, "Athens")?.use).toBe("place");
    expect(r.entities[said(r, "Athens")!.entity].country).toBe("GRC");
  });

  it("learns a counterpart's office and a later short name", () => {
    const r = read(
      "2024-05-02",
      "Austrian~ADJ~3~amod Foreign~ADJ~2~amod Minister~PROPN~3~nmod:desc Ulrike~PROPN~5~nsubj Brandtner~PROPN~3~flat met~VERB~-1~root his~PRON~8~nmod:poss Swiss~ADJ~8~amod counterpart~NOUN~5~obj ,~PUNCT~10~punct Reto~PROPN~8~appos Camenzind~PROPN~10~flat",
      "Camenzind~PROPN~1~nsubj left~VERB~-1~root",
    );
    const short = r.mentions.find((m) => m.sentence === 1)!;
    const e = r.entities[short.entity];
    expect(e.name).toBe("Reto Camenzind");
    expect(e.office).toMatchObject({ title: "Foreign Minister", of: "CHE", basis: "counterpart" });
  });

  it("gives the members of a plural, and of a coordination, to whoever asks by token", () => {
    const r = read(
      "2018-07-09",
      "Ethiopia~PROPN~3~nsubj and~CCONJ~2~cc Eritrea~PROPN~0~conj met~VERB~-1~root",
      "The~DET~2~det two~NUM~2~nummod countries~NOUN~3~nsubj agreed~VERB~-1~root",
    );
    expect(codes(r, resolveActor(r, 0, 0))).toEqual(["ETH", "ERI"]);
    expect(codes(r, resolveActor(r, 1, 2))?.sort()).toEqual(["ERI", "ETH"]);
    expect(codes(r, parties(r))?.sort()).toEqual(["ERI", "ETH"]);
    expect(resolveActor(r, 0, 3)).toBeNull();
  });

  it("leaves words alone that only look like names", () => {
    const r = read("2020-01-10", "give~VERB~-1~root us~PRON~0~iobj turkey~NOUN~0~obj");
    expect(r.mentions).toHaveLength(0);
  });

  it("knows who held a post on the day", () => {
    const words = "Macron~PROPN~1~nsubj spoke~VERB~-1~root";
    expect(read("2020-01-10", words).entities[0]?.code).toBe("FRA");
    expect(read("1990-01-10", words).mentions).toHaveLength(0);
  });

  it("gives nested or disjoint mentions inside the text, the same each time, for any words", () => {
    const word = fc.constantFrom(
      "Japan",
      "-",
      "U.S.",
      "the",
      "two",
      "sides",
      "President",
      "Xi",
      "'s",
      ",",
      "(",
      ")",
      "of",
      "and",
      "his",
      "counterpart",
      "Moscow",
      "in",
      "Zorbland",
      "Front",
      "rebels",
      "former",
      "1956",
      "Declaration",
      "they",
      "it",
      '"',
      "Ms.",
      "said",
    );
    const upos = fc.constantFrom("NOUN", "PROPN", "ADJ", "VERB", "PUNCT", "PRON", "ADP", "DET");
    const relation = fc.constantFrom("nsubj", "obj", "amod", "conj", "flat", "nmod", "compound");
    fc.assert(
      fc.property(fc.array(fc.tuple(word, upos, relation), { minLength: 1, maxLength: 25 }), (tokens) => {
        const marked = tokens.map(([w, u, d], i) => `${w}~${u}~${i - 1}~${d}`).join(" ");
        const a = read("2019-05-01", marked, marked);
        expect(read("2019-05-01", marked, marked).mentions).toEqual(a.mentions);
        for (const m of a.mentions) {
          expect(m.to).toBeGreaterThan(m.from);
          expect(m.head >= m.from && m.head < m.to).toBe(true);
          expect(m.entity).toBeLessThan(a.entities.length);
          expect(m.end).toBeLessThanOrEqual(a.parsed.document.text.length);
          for (const o of a.mentions) {
            if (o.sentence !== m.sentence || o.index <= m.index) continue;
            expect(
              o.from >= m.to ||
                m.from >= o.to ||
                (o.from >= m.from && o.to <= m.to) ||
                (m.from >= o.from && m.to <= o.to),
            ).toBe(true);
          }
        }
        for (const s of a.parsed.sentences) for (let t = 0; t < s.size; t++) resolveActor(a, s.index, t);
      }),
      { numRuns: 300 },
    );
  });
});
