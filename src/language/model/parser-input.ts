/** What the parser sees of a sentence: word rows (times FIELDS), tag labels, UPOS numbers, and counts up to and with each token. */
export interface ParserInput {
  readonly n: number;
  readonly fields: Int32Array;
  readonly ids: Int32Array;
  readonly tags: Int32Array;
  readonly upos: Int32Array;
  readonly commas: Int32Array;
  readonly verbs: Int32Array;
  readonly conjunctions: Int32Array;
}

/** Makes inputs from tagged sentences; its lists are used again for the next sentence. */
export class ParserInputs {
  private readonly verb: number;
  private readonly conjunction: number;
  private size = 0;
  private upos = new Int32Array(0);
  private commas = new Int32Array(0);
  private verbs = new Int32Array(0);
  private conjunctions = new Int32Array(0);

  constructor(
    uposNames: readonly string[],
    private readonly uposOfTag: Int32Array,
  ) {
    this.verb = uposNames.indexOf("VERB");
    this.conjunction = uposNames.indexOf("CCONJ");
  }

  make(forms: readonly string[], fields: Int32Array, ids: Int32Array, tags: Int32Array): ParserInput {
    const n = forms.length;
    if (n > this.size) {
      this.size = Math.max(64, 2 * n);
      this.upos = new Int32Array(this.size);
      this.commas = new Int32Array(this.size);
      this.verbs = new Int32Array(this.size);
      this.conjunctions = new Int32Array(this.size);
    }
    const { upos, commas, verbs, conjunctions } = this;
    let comma = 0;
    let verb = 0;
    let conjunction = 0;
    for (let i = 0; i < n; i++) {
      upos[i] = this.uposOfTag[tags[i]];
      if (forms[i] === ",") comma++;
      if (upos[i] === this.verb) verb++;
      if (upos[i] === this.conjunction) conjunction++;
      commas[i] = comma;
      verbs[i] = verb;
      conjunctions[i] = conjunction;
    }
    return { n, fields, ids, tags, upos, commas, verbs, conjunctions };
  }
}
