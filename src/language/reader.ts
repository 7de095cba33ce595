import type { Document } from "../text/index.js";
import type { Beginning } from "./layout.js";
import type { Lexicon } from "./lexicon.js";
import type { LanguageModel } from "./model/codec.js";
import { ParseState } from "./model/parse-state.js";
import { parseTokens } from "./model/parser.js";
import { ParserInputs } from "./model/parser-input.js";
import { repairArcs } from "./model/repair.js";
import { repairHeads } from "./model/repair-heads.js";
import { repairPairs } from "./model/repair-pairs.js";
import { tagTokens } from "./model/tagger.js";
import { FIELDS, WordTable } from "./model/words.js";
import { segments } from "./segments.js";
import { linkChildren } from "./sentence.js";
import { splitSentences } from "./sentences.js";
import { tokenise } from "./tokens.js";
import type { LanguageReader, ParsedDocument, SegmentKind, Sentence, Upos } from "./types.js";

/** Most tokens of one parsed sentence; a longer one is cut, so that no text makes unbounded work. */
export const MOST_TOKENS = 400;

/** Tags and parses given tokens: what evaluation on treebanks measures. */
export interface TokenReader extends LanguageReader {
  analyse(forms: readonly string[]): Analysed;
}

export interface Analysed {
  readonly lemmas: string[];
  readonly upos: Upos[];
  readonly xpos: string[];
  /** -1 is the root. */
  readonly heads: Int32Array;
  readonly deprels: string[];
}

/** Beginnings of publishers' lines by their first letter: a line asks few of them. */
function grouped(rows: readonly (readonly string[])[]): ReadonlyMap<string, readonly Beginning[]> {
  const out = new Map<string, Beginning[]>();
  for (const [words, use] of rows) {
    const key = words.slice(0, 1);
    const list = out.get(key) ?? [];
    list.push({ words, links: use === "links" });
    out.set(key, list);
  }
  return out;
}

/** Makes a reader of English from a trained model and the word lists under `lexicon/language`. */
export function createLanguageReader(model: LanguageModel, lexicon: Lexicon): TokenReader {
  const words = new WordTable(model.clusters);
  const state = new ParseState();
  const kinds = new Map(lexicon.table("language/abbreviations").rows.map((r) => [r[0], r[1]]));
  const openers = lexicon.list("language/sentence-openers");
  const furniture = {
    beginnings: grouped(lexicon.table("language/boilerplate").rows),
    lines: lexicon.list("language/boilerplate-lines"),
  };
  const towns = new Set([...lexicon.list("places/cities"), ...lexicon.list("language/dateline-places")]);
  const states = lexicon.table("actors/states");
  const capital = states.columns.indexOf("capital");
  for (const row of states.rows) for (const name of row[capital].split("|")) towns.add(name);
  const senders = new Set(
    lexicon.table("record/outlets").rows.flatMap(([name, variants]) => [name, ...variants.split("|")]),
  );
  const known = {
    isTown: (n: string): boolean => towns.has(n),
    isSender: (n: string): boolean => senders.has(n),
  };
  const joined = new Map(lexicon.table("language/joined").rows.map((r) => [r[0], Number(r[1])]));
  const tokens = {
    isAbbreviation: (word: string): boolean => kinds.has(word),
    joined: (word: string): number => joined.get(word) ?? 0,
  };
  const afterClock = lexicon.list("language/after-clock");
  const rules = {
    abbreviation: (w: string) => kinds.get(w),
    opener: (w: string) => openers.has(w),
    afterClock: (w: string) => afterClock.has(w),
  };
  const names = model.uposNames as readonly Upos[];
  const inputs = new ParserInputs(names, model.uposOfTag);
  let ids = new Int32Array(512);
  let tags = new Int32Array(512);

  function analyse(forms: readonly string[]): Analysed {
    room(forms.length);
    for (let i = 0; i < forms.length; i++) ids[i] = words.id(forms[i]) * FIELDS;
    return analyseIds(forms);
  }

  function room(n: number): void {
    if (n <= ids.length) return;
    ids = new Int32Array(2 * n);
    tags = new Int32Array(2 * n);
  }

  /** Analyses the words whose rows (times FIELDS) are in `ids`. */
  function analyseIds(forms: readonly string[]): Analysed {
    const n = forms.length;
    const fields = words.fields;
    tagTokens(model.tagger, fields, ids, n, tags);
    const input = inputs.make(forms, fields, ids, tags);
    parseTokens(model.parser, state, input);
    const heads = new Int32Array(n);
    const lemmas = new Array<string>(n);
    const uposNames = new Array<Upos>(n);
    const xpos = new Array<string>(n);
    const deprels = new Array<string>(n);
    for (let i = 0; i < n; i++) {
      const h = state.heads[i];
      heads[i] = h === n ? -1 : h;
      uposNames[i] = names[input.kinds[i]];
      xpos[i] = model.xposOfTag[tags[i]];
      lemmas[i] = model.lemmatiser.lemma(forms[i], model.tagger.labels[tags[i]]);
      deprels[i] = h === n ? "root" : model.parser.labels[state.labels[i]];
    }
    const arcs = { upos: uposNames, xpos, heads, deprels };
    repairHeads(arcs);
    repairArcs(arcs);
    repairPairs(arcs, forms);
    return { lemmas, upos: uposNames, xpos, heads, deprels };
  }

  function sentence(
    text: string,
    start: number,
    end: number,
    index: number,
    paragraph: number,
    kind: SegmentKind,
    from: number,
    starts: readonly number[],
    ends: readonly number[],
    size: number,
  ): Sentence {
    const forms = new Array<string>(size);
    const norms = new Array<string>(size);
    const a = new Int32Array(size);
    const b = new Int32Array(size);
    room(size);
    for (let i = 0; i < size; i++) {
      a[i] = starts[from + i];
      b[i] = ends[from + i];
      const id = words.id(text.slice(a[i], b[i]));
      ids[i] = id * FIELDS;
      forms[i] = words.forms[id];
      norms[i] = words.norms[id];
    }
    const analysed = analyseIds(forms);
    return {
      index,
      paragraph,
      kind,
      start,
      end,
      size,
      forms,
      norms,
      starts: a,
      ends: b,
      ...analysed,
      ...linkChildren(analysed.heads),
    };
  }

  return {
    analyse,
    parse(document: Document): ParsedDocument {
      words.trim();
      const sentences: Sentence[] = [];
      for (const segment of segments(document, furniture, known)) {
        const ranges: [number, number][] =
          segment.kind === "prose" || segment.kind === "bullet"
            ? splitSentences(document.text, segment.start, segment.end, rules)
            : [[segment.start, segment.end]];
        for (const [start, end] of ranges) {
          const { starts, ends } = tokenise(document.text, start, end, tokens);
          for (let from = 0; from < starts.length; from += MOST_TOKENS) {
            const size = Math.min(MOST_TOKENS, starts.length - from);
            const a = from === 0 ? start : starts[from];
            const b = from + size === starts.length ? end : ends[from + size - 1];
            sentences.push(
              sentence(
                document.text,
                a,
                b,
                sentences.length,
                segment.paragraph,
                segment.kind,
                from,
                starts,
                ends,
                size,
              ),
            );
          }
        }
      }
      return { document, sentences };
    },
  };
}
