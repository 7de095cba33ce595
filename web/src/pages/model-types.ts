/** Shapes of `model solve` and `model explain`. */
export interface Ground {
  readonly kind: string;
  readonly words: string;
  readonly line: number;
  readonly statement: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly state: string;
}

export interface Sentence {
  readonly kind: string;
  readonly text: string;
  readonly reasons: readonly {
    readonly maker: string;
    readonly place: number;
    readonly says: string;
    readonly grounds: readonly Ground[];
  }[];
}

export interface Solved {
  readonly title: string;
  readonly states: number;
  readonly equilibria: number;
  readonly deadlock: boolean | null;
  readonly follows: string;
  readonly notes: readonly string[];
  readonly items: readonly {
    readonly number: number;
    readonly taken: readonly string[];
    readonly statusQuo: boolean;
    readonly equilibrium: readonly string[];
    readonly stays: Readonly<Record<string, readonly string[]>>;
  }[];
}

export interface Explanation {
  readonly verdict: string;
  readonly holds: boolean;
  readonly options: readonly {
    readonly id: string;
    readonly text: string;
    readonly maker: string;
    readonly grounds: readonly Ground[];
  }[];
  readonly makers: readonly {
    readonly code: string;
    readonly name: string;
    readonly sentences: readonly Sentence[];
  }[];
  readonly joint: readonly Sentence[];
}
