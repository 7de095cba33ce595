import type { Entry } from "./entry.js";

/**
 * Entries by statement: an open hash table of their numbers. A map of a hundred thousand texts takes longer to fill than what is
 * asked of it takes to answer.
 */
export class StatementIndex {
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor(private readonly entries: readonly Entry[]) {
    const size = 1 << (33 - Math.clz32(Math.max(1, entries.length)));
    this.#mask = size - 1;
    this.#slots = new Int32Array(size);
    for (let i = 0; i < entries.length; i++) {
      let at = hashOf(entries[i].statement.id) & this.#mask;
      while (this.#slots[at] !== 0) at = (at + 1) & this.#mask;
      this.#slots[at] = i + 1;
    }
  }

  get(statement: string): Entry | undefined {
    for (let at = hashOf(statement) & this.#mask; ; at = (at + 1) & this.#mask) {
      const n = this.#slots[at];
      if (n === 0) return undefined;
      const entry = this.entries[n - 1];
      if (entry.statement.id === statement) return entry;
    }
  }
}

/** Letters of an id that are looked at: ids are hashes already. */
const LETTERS = 8;

function hashOf(id: string): number {
  let h = 0x811c9dc5;
  for (let i = Math.min(LETTERS, id.length) - 1; i >= 0; i--) h = Math.imul(h ^ id.charCodeAt(i), 0x01000193);
  return h ^ (h >>> 15);
}
