import type { Lexicon } from "../../language/index.js";
import type { TimeExpression } from "../types.js";
import type { Look } from "./match.js";

type Role = TimeExpression["role"];

/** Prepositions of dates, from lexicon/time/cues.tsv. */
export interface Cues {
  /** Last words of all cues. */
  readonly ends: ReadonlySet<string>;
  /** Those that place a thing in time and can name nobody as doer: "in", "since". */
  readonly plain: ReadonlySet<string>;
  /** "of". */
  readonly genitive: ReadonlySet<string>;
  /** Role that the words before a token give to a date, or null. */
  roleBefore(look: Look, token: number): Role | null;
}

const ROLE: Readonly<Record<string, Role>> = {
  deadline: "deadline",
  before: "before",
  until: "until",
  since: "since",
  from: "since",
  after: "after",
  within: "point",
  throughout: "span",
};

export function loadCues(lexicon: Lexicon): Cues {
  const byEnd = new Map<string, { readonly words: readonly string[]; readonly role: Role }[]>();
  const plain = new Set<string>();
  for (const [text, bearing, doer] of lexicon.table("time/cues").rows) {
    const words = text.split(" ");
    const last = words[words.length - 1];
    const list = byEnd.get(last) ?? [];
    list.push({ words, role: ROLE[bearing] });
    list.sort((a, b) => b.words.length - a.words.length);
    byEnd.set(last, list);
    if (doer !== "doer") plain.add(text);
  }
  return {
    ends: new Set(byEnd.keys()),
    plain,
    genitive: lexicon.list("time/genitive"),
    roleBefore({ s, at }, token) {
      let i = token - 1;
      while (i >= 0 && i > token - 4 && (at[i]?.word.article !== undefined || at[i]?.word.lead !== undefined))
        i--;
      for (let k = Math.max(i, 0); k < token; k++) {
        for (const cue of byEnd.get(s.norms[k]) ?? []) {
          const first = k - cue.words.length + 1;
          if (first >= 0 && cue.words.every((w, n) => s.norms[first + n] === w)) return cue.role;
        }
      }
      return null;
    },
  };
}
