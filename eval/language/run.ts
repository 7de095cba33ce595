import { join } from "node:path";
import type { TokenReader } from "../../src/language/index.js";
import { loadLanguage } from "../../src/resources/index.js";
import { readTreebank, type TreebankSentence } from "../../tools/train/conllu.js";

export const usage = "language FOLDER: tagger, lemmatiser, parser and sentence ends on the test treebanks";

interface Scores {
  upos: number;
  /** Compared without case, as what the floor comes from was (docs/decisions/0007). */
  lemma: number;
  /** Compared with case, as the script of CoNLL 2018 does. */
  lemmaCased: number;
  uas: number;
  las: number;
  sentenceF1: number;
}

/** CoNLL 2018 metrics on gold tokens with predicted tags (LAS on universal relations, without subtypes; lemmas with and without case); sentence F1 on raw text. */
export async function run([folder]: readonly string[], { json }: { json: boolean }): Promise<number> {
  const reader = loadLanguage();
  const sets: Record<string, TreebankSentence[]> = {
    ewt: readTreebank(join(folder, "en_ewt-test.conllu.gz")),
    pud: readTreebank(join(folder, "en_pud-test.conllu.gz")),
  };
  const scores = Object.fromEntries(
    Object.entries(sets).map(([name, data]) => [
      name,
      { ...words(reader, data), sentenceF1: sentenceF1(reader, data) },
    ]),
  ) as Record<"ewt" | "pud", Scores>;
  const rates = Array.from({ length: 5 }, () => rate(reader, sets.pud)).sort((a, b) => a - b);
  const wordsPerSecond = Math.round(rates[2]);
  for (const [name, s] of Object.entries(scores)) {
    console.log(
      `${name}: UPOS ${s.upos} lemma ${s.lemma} (${s.lemmaCased} where case counts) UAS ${s.uas} LAS ${s.las} sentence F1 ${s.sentenceF1}`,
    );
  }
  console.log(
    `tag + parse: ${wordsPerSecond} words per CPU second, median of 5 (${Math.round(rates[0])}-${Math.round(rates[4])})`,
  );
  if (json) console.log(JSON.stringify({ ...scores, wordsPerSecond }));
  return 0;
}

function words(reader: TokenReader, data: readonly TreebankSentence[]): Omit<Scores, "sentenceF1"> {
  let n = 0;
  let upos = 0;
  let lemma = 0;
  let lemmaCased = 0;
  let uas = 0;
  let las = 0;
  for (const s of data) {
    const a = reader.analyse(s.forms);
    for (let i = 0; i < s.forms.length; i++) {
      n++;
      if (a.upos[i] === s.upos[i]) upos++;
      if (a.lemmas[i] === s.lemmas[i]) lemmaCased++;
      if (a.lemmas[i].toLowerCase() === s.lemmas[i].toLowerCase()) lemma++;
      if (a.heads[i] !== s.heads[i]) continue;
      uas++;
      if (a.deprels[i].split(":")[0] === s.deprels[i].split(":")[0]) las++;
    }
  }
  const percent = (k: number): number => Math.round((10_000 * k) / n) / 100;
  return {
    upos: percent(upos),
    lemma: percent(lemma),
    lemmaCased: percent(lemmaCased),
    uas: percent(uas),
    las: percent(las),
  };
}

/** Sentences whose two ends are both right, on the text as it stands: sentences of a paragraph joined by spaces. */
function sentenceF1(reader: TokenReader, data: readonly TreebankSentence[]): number {
  let text = "";
  const gold = new Set<string>();
  for (const s of data) {
    if (text !== "") text += s.newParagraph ? "\n\n" : " ";
    const start = text.length;
    text += s.text.trim();
    gold.add(`${squeeze(text, start)}:${squeeze(text, text.length)}`);
  }
  const { sentences } = reader.parse({
    id: "eval",
    text,
    publisher: null,
    title: null,
    url: null,
    published: null,
  });
  const got = sentences.map((s) => `${squeeze(text, s.start)}:${squeeze(text, s.end)}`);
  const right = got.filter((g) => gold.has(g)).length;
  return Math.round((10_000 * 2 * right) / (got.length + gold.size)) / 100;
}

let counted = "";
let spaces = new Int32Array(0);

/** Offset without white space, as the CoNLL script counts. */
function squeeze(text: string, offset: number): number {
  if (!text.startsWith(counted) || spaces.length < text.length + 1) {
    spaces = new Int32Array(Math.max(1024, text.length * 2));
    counted = "";
  }
  for (let i = counted.length; i < text.length; i++) spaces[i + 1] = spaces[i] + (/\s/.test(text[i]) ? 1 : 0);
  counted = text;
  return offset - spaces[offset];
}

function rate(reader: TokenReader, data: readonly TreebankSentence[]): number {
  const cpu = process.cpuUsage();
  let n = 0;
  for (let round = 0; round < 2; round++) {
    for (const s of data) {
      reader.analyse(s.forms);
      n += s.forms.length;
    }
  }
  const used = process.cpuUsage(cpu);
  return n / ((used.user + used.system) / 1e6);
}
