import type { Lexicon, Sentence } from "../../language/index.js";
import { verbOf } from "../phrases/index.js";
import type { Clause, PositionItem } from "../types.js";

/** A turn of phrase that takes a stand: "dig in its heels" over something. */
export interface Wording {
  /** What may stand at each place, by lemma or form. */
  readonly words: readonly ReadonlySet<string>[];
  /** What opens its matter: a preposition, or "inf", "that", "np" (a noun at once), "object" (of the verb, whose turn is broken by it), "bare" (the clause's own verb), "before" (what was proposed before). */
  readonly about: readonly string[];
  /** Move where it is asserted and where it is denied; null: then it says nothing. */
  readonly move: PositionItem["move"] | null;
  readonly negated: PositionItem["move"] | null;
  /**
   * `would`: a conditional mood is only polite; `own`: so it is in the mouth of whoever holds it; `modal`: it counts in that mood only;
   * `first`: in the first person only; `wide`: an object may stand in its middle; `said`: only of a duty or a refusal that the clause behind it tells; `tabled`: only of what is on the table; `free`: of anything, as the turn itself is one of talks.
   */
  readonly form: ReadonlySet<string>;
}

/** A wording found: last token of its words. */
export interface Match {
  readonly wording: Wording;
  readonly from: number;
  readonly to: number;
}

/** Most words that may stand between two of the turn: "dug in its famously heavy heels". */
const GAP = 3;
/** Most words of an object in the middle: "took the border off the table". */
const OBJECT = 14;
const BETWEEN = new Set(["ADV", "DET", "ADJ", "PART"]);

export interface Wordings {
  /** Words that one may begin with. */
  readonly firsts: ReadonlySet<string>;
  at(s: Sentence, clause: Clause): readonly Match[];
}

/** Finds the wordings of `stances/position-wordings` at a clause, longest first. */
export function createWordings(lexicon: Lexicon): Wordings {
  const byFirst = new Map<string, Wording[]>();
  for (const [words, about, move, negated, form] of lexicon.table("stances/position-wordings").rows) {
    const places = words.split(" ").map((w) => new Set(w.split("|")));
    const wording: Wording = {
      words: places,
      about: about.split("|"),
      move: moveOf(move),
      negated: moveOf(negated),
      form: new Set(form.split("|")),
    };
    for (const first of places[0]) byFirst.set(first, [...(byFirst.get(first) ?? []), wording]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);

  return { firsts: new Set(byFirst.keys()), at };

  function at(s: Sentence, clause: Clause): readonly Match[] {
    const out: Match[] = [];
    const verb = verbOf(clause);
    const whole = clause.kind !== "verbal" && clause.support < 0;
    const from = whole ? predicateFrom(s, clause.head) : Math.max(0, verb - 1);
    for (let t = from; t <= Math.max(verb, clause.head); t++) {
      // In front of a verb only what goes with it: "would rather keep".
      if (!whole && t < verb && (s.heads[t] !== verb || s.deprels[t] !== "advmod")) continue;
      if (!whole && t > verb && t !== clause.head) continue;
      for (const wording of listAt(s, t)) {
        const to = end(s, t, wording);
        if (to >= 0) out.push({ wording, from: t, to });
      }
    }
    return out;
  }

  function listAt(s: Sentence, t: number): readonly Wording[] {
    const own = byFirst.get(s.lemmas[t]);
    const form = s.norms[t] === s.lemmas[t] ? undefined : byFirst.get(s.norms[t]);
    if (own === undefined) return form ?? NONE;
    return form === undefined ? own : [...own, ...form];
  }
}

const NONE: readonly Wording[] = [];
const moveOf = (m: string): PositionItem["move"] | null => (m === "-" ? null : (m as PositionItem["move"]));

/** First token of a predicate behind its copula. */
function predicateFrom(s: Sentence, head: number): number {
  let from = head;
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    if (s.deprels[c] === "cop") from = c + 1;
  return from;
}

/** Last token of a turn that begins at `t`, or -1. */
function end(s: Sentence, t: number, { words, about, form }: Wording): number {
  let at = t;
  for (let k = 1; k < words.length; k++) {
    const gap = k === 1 && (about[0] === "object" || form.has("wide")) ? OBJECT : GAP;
    let next = at + 1;
    while (next < s.size && !isOneOf(s, next, words[k])) {
      if (next - at > gap || !mayStand(s, next, gap)) return -1;
      next++;
    }
    if (next >= s.size) return -1;
    at = next;
  }
  return at;
}

const isOneOf = (s: Sentence, t: number, words: ReadonlySet<string>): boolean =>
  words.has(s.lemmas[t]) || words.has(s.norms[t]);

function mayStand(s: Sentence, t: number, gap: number): boolean {
  if (gap === OBJECT) return s.upos[t] !== "VERB" && !/^[;:"“”.?!]$/.test(s.forms[t]);
  // "vowed not to block": a denial in the midst turns the whole.
  if (s.upos[t] === "PART" && s.xpos[t] === "RB") return false;
  return BETWEEN.has(s.upos[t]) || s.deprels[t] === "nmod:poss" || s.xpos[t] === "PRP$";
}
