import { CLUSTER_256, CLUSTER_1024, WORD } from "./words.js";

/** Tokens before the first one in padded lists: token i is at i + PAD. */
export const PAD = 2;

/** What the parser sees of a sentence: word rows (times FIELDS), UPOS numbers, and counts up to and with each token. */
export interface ParserInput {
  readonly n: number;
  readonly fields: Int32Array;
  readonly ids: Int32Array;
  /** UPOS number of each token. */
  readonly kinds: Int32Array;
  readonly commas: Int32Array;
  readonly verbs: Int32Array;
  readonly conjunctions: Int32Array;
  /* Padded by PAD places on either side, so that features need not ask for the ends; the root is the first one behind. */
  readonly words: Int32Array;
  readonly clusters: Int32Array;
  readonly fine: Int32Array;
  readonly tags: Int32Array;
  readonly upos: Int32Array;
}

/** Makes inputs from tagged sentences; its lists are used again for the next sentence. */
export class ParserInputs {
  private readonly verb: number;
  private readonly conjunction: number;
  private size = 0;
  private lists: Int32Array[] = [];

  constructor(
    uposNames: readonly string[],
    private readonly uposOfTag: Int32Array,
  ) {
    this.verb = uposNames.indexOf("VERB");
    this.conjunction = uposNames.indexOf("CCONJ");
  }

  make(forms: readonly string[], fields: Int32Array, ids: Int32Array, labels: Int32Array): ParserInput {
    const n = forms.length;
    if (n > this.size || this.lists.length === 0) {
      this.size = Math.max(64, 2 * n);
      this.lists = Array.from({ length: 9 }, () => new Int32Array(this.size + 2 * PAD));
    }
    const [kinds, commas, verbs, conjunctions, words, clusters, fine, tags, upos] = this.lists;
    let comma = 0;
    let verb = 0;
    let conjunction = 0;
    for (let i = 0; i < n; i++) {
      const kind = this.uposOfTag[labels[i]];
      kinds[i] = kind;
      if (forms[i] === ",") comma++;
      if (kind === this.verb) verb++;
      if (kind === this.conjunction) conjunction++;
      commas[i] = comma;
      verbs[i] = verb;
      conjunctions[i] = conjunction;
      clusters[i + PAD] = fields[ids[i] + CLUSTER_256];
      fine[i + PAD] = fields[ids[i] + CLUSTER_1024];
      tags[i + PAD] = labels[i];
      upos[i + PAD] = kind;
    }
    pad(clusters, n, 600, 600);
    pad(fine, n, 2000, 2000);
    pad(tags, n, 901, 902);
    pad(upos, n, 41, 42);
    fillWords(words, fields, ids, n);
    return { n, fields, ids, kinds, commas, verbs, conjunctions, words, clusters, fine, tags, upos };
  }
}

/** Hashes of the words in `ids`, padded. */
export function fillWords(words: Int32Array, fields: Int32Array, ids: Int32Array, n: number): void {
  for (let i = 0; i < n; i++) words[i + PAD] = fields[ids[i] + WORD];
  pad(words, n, 11, 12);
}

function pad(list: Int32Array, n: number, before: number, behind: number): void {
  for (let i = 0; i < PAD; i++) {
    list[i] = before;
    list[n + PAD + i] = behind;
  }
}
