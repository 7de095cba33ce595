import type { TimeRule } from "./rule.js";

/** One place of a pattern. */
export interface Piece {
  readonly kind: "class" | "words" | "date";
  /** Class of a `{class}`. */
  readonly of: string;
  /** Name under which it is captured. */
  readonly name: string;
  readonly words: ReadonlySet<string>;
  readonly optional: boolean;
}

export interface Pattern {
  readonly rule: TimeRule;
  /** Place in the list of rules: of two matches of one length the first rule's holds. */
  readonly order: number;
  readonly pieces: readonly Piece[];
  /** The second piece, where the first two must be there; else null. */
  readonly second: Piece | null;
}

/** Patterns by what their first word may be: a class or a word; those that open with a date come after one was found. */
export interface Index {
  readonly byClass: ReadonlyMap<string, readonly Pattern[]>;
  readonly byWord: ReadonlyMap<string, readonly Pattern[]>;
  readonly afterDate: readonly Pattern[];
  /** Rarest words of patterns of nothing but words. */
  readonly names: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

function pieceOf(text: string): Piece {
  const optional = text.length > 1 && text.endsWith("?");
  const body = optional ? text.slice(0, -1) : text;
  const braces = /^[{<](\w+)(?::(\w+))?[}>]$/.exec(body);
  if (braces === null) return { kind: "words", of: "", name: "", words: new Set(body.split("|")), optional };
  return {
    kind: body.startsWith("{") ? "class" : "date",
    of: braces[1],
    name: braces[2] ?? braces[1],
    words: NONE,
    optional,
  };
}

/** @throws Error where a pattern opens with a date that may be missing, or has no words: a mistake in the rules. */
export function compile(rules: readonly TimeRule[]): Index {
  const byClass = new Map<string, Pattern[]>();
  const byWord = new Map<string, Pattern[]>();
  const afterDate: Pattern[] = [];
  const names = new Set<string>();
  const put = (map: Map<string, Pattern[]>, key: string, p: Pattern): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [p]);
    else list.push(p);
  };
  rules.forEach((rule, order) => {
    for (const text of rule.patterns) {
      const pieces = text.split(" ").map(pieceOf);
      const second = pieces.length > 1 && !pieces[0].optional && !pieces[1].optional ? pieces[1] : null;
      const pattern = { rule, order, pieces, second };
      if (pieces.every((p) => p.kind === "words")) for (const w of rarest(pieces)) names.add(w);
      // Everything up to the first piece that must be there can open the match.
      for (let k = 0; k < pieces.length; k++) {
        const p = pieces[k];
        if (p.kind === "class") put(byClass, p.of, pattern);
        else if (p.kind === "words") for (const w of p.words) put(byWord, w, pattern);
        else if (k === 0 && !p.optional) afterDate.push(pattern);
        else throw new Error(`time rule ${rule.id}: "${text}" may open with a date`);
        if (!p.optional) break;
        if (k === pieces.length - 1) throw new Error(`time rule ${rule.id}: "${text}" may be empty`);
      }
    }
  });
  return { byClass, byWord, afterDate, names };
}

/** Words of a pattern's rarest piece, by length. */
function rarest(pieces: readonly Piece[]): string[] {
  const shortest = (p: Piece): number => Math.min(...[...p.words].map((w) => w.length));
  const must = pieces.filter((p) => !p.optional);
  return [...must.reduce((a, b) => (shortest(b) > shortest(a) ? b : a)).words];
}
