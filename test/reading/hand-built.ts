import type { Sentence, Upos } from "../../src/language/index.js";
import type { Layers } from "../../src/reading/layers.js";
import type { Clause, Entity, Factuality, ItemTime, Mention, Voice } from "../../src/reading/types.js";

/**
 * Layers built by hand, so that a finder is tested on what it reads and not on a parser. A sentence is one line of tokens
 * "form/lemma/UPOS/head/relation", head counted from 1 and 0 for the root.
 */
export interface HandBuilt {
  readonly sentences: readonly string[];
  readonly entities?: readonly {
    readonly name: string;
    readonly code: string | null;
    readonly at: readonly [number, number][];
  }[];
  readonly clauses: readonly (Partial<Clause> & Pick<Clause, "sentence" | "head" | "lemma">)[];
  readonly factuality?: Readonly<Record<number, Factuality["status"]>>;
  readonly voice?: Readonly<Record<number, Voice["kind"]>>;
}

export function handBuilt(input: HandBuilt): Layers {
  const rows = input.sentences.map((line) => line.split(" ").map((cell) => cell.split("/")));
  let text = "";
  const sentences = rows.map((tokens, index) => {
    const start = text.length;
    const starts: number[] = [];
    for (const [form] of tokens) {
      if (text.length > start && !/^[.,'’]/.test(form)) text += " ";
      starts.push(text.length);
      text += form;
    }
    const sentence = sentenceOf(tokens, index, start, text.length, starts);
    text += "\n";
    return sentence;
  });
  const document = { id: "d", text, publisher: null, title: null, url: null, published: null };
  const entities: Entity[] = (input.entities ?? []).map((e, index) => ({
    index,
    kind: "state",
    name: e.name,
    code: e.code,
    party: e.code,
    sector: null,
    office: null,
    members: [],
    country: e.code,
    lexiconKey: null,
  }));
  const mentions: Mention[] = (input.entities ?? [])
    .flatMap((e, entity) =>
      e.at.map(
        ([sentence, token]): Omit<Mention, "index"> => ({
          entity,
          form: "name",
          use: "actor",
          rule: "test",
          sentence,
          from: token,
          to: token + 1,
          head: token,
          start: sentences[sentence].starts[token],
          end: sentences[sentence].ends[token],
        }),
      ),
    )
    .map((m, index) => ({ ...m, index }));
  const clauses = input.clauses.map(
    (c, index): Clause => ({
      kind: "verbal",
      support: -1,
      subjects: [],
      objects: [],
      recipients: [],
      obliques: [],
      passive: false,
      negated: false,
      negation: -1,
      tense: "past",
      aspect: "simple",
      modal: null,
      mood: "indicative",
      parent: -1,
      relation: "root",
      marker: null,
      ...c,
      index,
    }),
  );
  const by = <T extends { readonly sentence: number; readonly index: number }>(
    list: readonly T[],
  ): number[][] => sentences.map((s) => list.filter((x) => x.sentence === s.index).map((x) => x.index));
  const time: ItemTime = {
    earliest: null,
    latest: null,
    precision: null,
    edtf: null,
    words: null,
    class: "unknown",
    rule: "test",
  };
  return {
    parsed: { document, sentences },
    published: null,
    times: [],
    entryBySentence: [],
    timesBySentence: sentences.map(() => []),
    entities,
    mentions,
    mentionsBySentence: by(mentions),
    spokenBy: null,
    clauses,
    clausesBySentence: by(clauses),
    quotes: [],
    facts: {
      factuality: (i) => ({
        certainty: "certain",
        polarity: clauses[i].negated ? "negative" : "positive",
        status: input.factuality?.[i] ?? (clauses[i].negated ? "negated" : "happened"),
        cues: [],
        rule: "test",
      }),
      voice: (i) => ({
        kind: input.voice?.[i] ?? "outlet",
        entity: null,
        party: null,
        cue: null,
        rule: "test",
      }),
      time: () => time,
      place: () => null,
      deadline: () => null,
    },
  };
}

function sentenceOf(
  tokens: readonly string[][],
  index: number,
  start: number,
  end: number,
  starts: number[],
): Sentence {
  const size = tokens.length;
  const heads = Int32Array.from(tokens, (t) => Number(t[3]) - 1);
  const firstChild = new Int32Array(size).fill(-1);
  const nextSibling = new Int32Array(size).fill(-1);
  for (let i = size - 1; i >= 0; i--) {
    if (heads[i] < 0) continue;
    nextSibling[i] = firstChild[heads[i]];
    firstChild[heads[i]] = i;
  }
  return {
    index,
    paragraph: index,
    kind: "prose",
    start,
    end,
    size,
    forms: tokens.map((t) => t[0]),
    norms: tokens.map((t) => t[0].toLowerCase()),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(starts, (s, i) => s + tokens[i][0].length),
    lemmas: tokens.map((t) => t[1]),
    upos: tokens.map((t) => t[2] as Upos),
    xpos: tokens.map(() => ""),
    heads,
    deprels: tokens.map((t) => t[4]),
    firstChild,
    nextSibling,
  };
}
