import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** One sentence of a treebank (CoNLL-U, words only). Heads count from 0; -1 is the root. */
export interface TreebankSentence {
  readonly text: string;
  readonly newParagraph: boolean;
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
}

export function readTreebank(file: string): TreebankSentence[] {
  const out: TreebankSentence[] = [];
  for (const block of gunzipSync(readFileSync(file)).toString("utf8").split(/\n\n+/)) {
    const rows: string[][] = [];
    let text = "";
    let newParagraph = false;
    for (const line of block.split("\n")) {
      if (line.startsWith("# text = ")) text = line.slice(9);
      else if (line.startsWith("# newdoc") || line.startsWith("# newpar")) newParagraph = true;
      else if (/^\d+\t/.test(line)) rows.push(line.split("\t"));
    }
    if (rows.length === 0) continue;
    const column = (c: number): string[] => rows.map((r) => r[c]);
    out.push({
      text,
      newParagraph,
      forms: column(1),
      lemmas: column(2),
      upos: column(3),
      xpos: column(4),
      heads: column(6).map((h) => Number(h) - 1),
      deprels: column(7),
    });
  }
  return out;
}
