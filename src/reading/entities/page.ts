import type { Sentence } from "../../language/index.js";
import type { Mention, Office } from "../types.js";
import type { Clue } from "./clues.js";
import type { Registry } from "./registry.js";
import type { Scan } from "./scan.js";
import type { Entry } from "./trie.js";

/** A mention in the making. */
export interface Draft {
  from: number;
  to: number;
  /** Entity, or -1 for a post without owner and name that coreference has still to resolve. */
  entity: number;
  form: Mention["form"];
  use: Mention["use"];
  rule: string;
  /** Post words of a nominal without a name ("the foreign minister"), for later sentences to resolve. */
  post?: string;
  /** Who is named behind such a post, and the post with the country still open: "its foreign minister, Ana Lind". */
  person?: number;
  office?: Office;
  /** Token where the plural begins whose they are ("officials of the two countries"), for coreference to read. */
  several?: number;
  /** For a noun behind "its", "their": what it is once its owner's code is known. */
  ofOwner?: (code: string) => number;
  /** For a definite noun ("the rebels"): the entity it is where nothing named before is meant. */
  fallback?: () => number;
}

/** Whose a post or a noun is: "Japanese", "Iran's", "the U.N." */
export interface Owner {
  readonly entry: Entry;
  readonly from: number;
  readonly to: number;
}

/** One sentence while its names are found, left to right: what was found so far, and the document's registry. */
export class Page {
  readonly drafts: Draft[] = [];
  readonly s: Sentence;
  /** Last mention that is not inside another one. */
  last: Draft | null = null;

  constructor(
    readonly r: Registry,
    readonly scan: Scan,
  ) {
    this.s = scan.s;
  }

  /** Whether token `t` is a word of a class of `actors/clues`; false outside the sentence. */
  has(t: number, clue: Clue): boolean {
    return this.scan.clues[t]?.has(clue) === true;
  }

  put(from: number, to: number, entity: number, form: Draft["form"], use: Draft["use"], rule: string): Draft {
    const d: Draft = { from, to, entity, form, use, rule };
    this.drafts.push(d);
    if (use !== "modifier") this.last = d;
    return d;
  }

  /** A name inside a longer one or in front of a noun. */
  modifier(o: Owner): void {
    const form = o.entry.type === "demonym" || o.entry.type === "people" ? "demonym" : "name";
    const entity = this.r.entry(o.entry, o.entry.type === "place");
    this.put(o.from, o.to, entity, form, "modifier", "entities/modifier");
  }
}

/** Text of tokens [from, to) with its own spacing, runs of space made one. */
export function words(s: Sentence, from: number, to: number): string {
  let out = s.forms[from];
  for (let t = from + 1; t < to; t++) out += (s.starts[t] > s.ends[t - 1] ? " " : "") + s.forms[t];
  return out;
}

export const titleCase = (title: string): string => title.replace(/\b[a-z]/g, (c) => c.toUpperCase());
