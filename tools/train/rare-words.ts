import { FIELDS, WORD, type WordTable } from "../../src/language/model/words.js";
import type { Random } from "./random.js";

/** Stands for the hash of a hidden form; no feature of it is met at run time. */
const HIDDEN = 0x5bd1e995;

/**
 * Word dropout (Kiperwasser and Goldberg 2016): a word seen k times in training is hidden, but for its letters and clusters, with the
 * odds `odds` : k, so that these get the weights that unknown words need. Hidden words have twins of their rows in `fields`.
 */
export class RareWords {
  readonly fields: Int32Array;
  private readonly counts = new Map<number, number>();
  private readonly size: number;

  constructor(
    sentences: readonly Int32Array[],
    words: WordTable,
    private readonly odds: number,
  ) {
    for (const ids of sentences) for (const id of ids) this.counts.set(id, (this.counts.get(id) ?? 0) + 1);
    this.size = words.fields.length;
    this.fields = new Int32Array(2 * this.size);
    this.fields.set(words.fields);
    this.fields.set(words.fields, this.size);
    for (let at = this.size + WORD; at < this.fields.length; at += FIELDS) this.fields[at] = HIDDEN;
  }

  /** A copy of the word rows of a sentence with some hidden. */
  hide(ids: Int32Array, random: Random): Int32Array {
    const { odds } = this;
    return ids.map((id) =>
      random.next() * (odds + (this.counts.get(id) as number)) < odds ? id + this.size : id,
    );
  }
}
