import type { Lexicon, Sentence } from "../../language/index.js";
import { preposition } from "../clauses/index.js";
import { beginnings, members, TurnTable } from "../phrases/index.js";
import type { MeasureItem } from "../types.js";

type Status = MeasureItem["status"];

/** What makes a noun a measure: one of these words in its phrase (null: the noun alone does), and one of these statuses (null: any). */
export interface Needs {
  readonly lemmas: ReadonlySet<string> | null;
  /** Those that tokenisers cut, looked up in the characters. */
  readonly hyphenated: readonly string[];
  readonly only: ReadonlySet<Status> | null;
  /** Counts only where it is of both sides: "their scheme" of two, "a register between A and B". */
  readonly shared: boolean;
}

export interface MeasureVerb {
  readonly args: ReadonlySet<string>;
  /** Only in the plural ("relatives+"): one person's call on another is no measure. */
  readonly plurals: ReadonlySet<string>;
  /** Where the thing stands: "freed the prisoners", "the soldiers left", or either. */
  readonly slot: "object" | "subject" | "either";
  /** Last part of "hand_in", "do_away_with", or "". */
  readonly particle: string;
  readonly status: Status;
}

export interface MeasureWords {
  readonly nouns: ReadonlyMap<string, readonly Needs[]>;
  /** Statuses that a verb gives in the passive only: "is expected". */
  readonly passive: ReadonlyMap<string, Status>;
  /** Statuses of what goes on: "has been meeting every month". */
  readonly repeated: ReadonlyMap<string, Status>;
  /** States that something is or remains in, and what brings it there: "operational", "on_hold", "into_force". */
  readonly states: ReadonlyMap<string, Status>;
  /** States of several words: "a matter of days", "up and running". */
  readonly turns: TurnTable<Status>;
  /** What a quantity is of: "dozens of prisoners". */
  readonly link: ReadonlySet<string>;
  /** Markers under which a verb in the present has not happened yet. */
  readonly until: ReadonlySet<string>;
  readonly ordinals: ReadonlySet<string>;
  readonly verbs: ReadonlyMap<string, readonly MeasureVerb[]>;
  readonly beginnings: ReadonlySet<string>;
  readonly statuses: ReadonlyMap<string, Status>;
  readonly progress: ReadonlySet<string>;
  readonly make: ReadonlySet<string>;
  readonly progressOn: ReadonlySet<string>;
  readonly tookPlaceIn: ReadonlySet<string>;
  readonly holds: ReadonlySet<string>;
  /** Markers behind which a gerund tells what was done: "by freeing". */
  readonly done: ReadonlySet<string>;
  /** Verbs whose infinitive is a commitment: "agree". */
  readonly pledges: ReadonlySet<string>;
  /** Who acts for himself and for no side: "company". */
  readonly private: ReadonlySet<string>;
  /** Verbs with "on" and what is agreed. */
  readonly agreeing: ReadonlySet<string>;
  /** Prepositions that give examples. */
  readonly example: ReadonlySet<string>;
  readonly negators: ReadonlySet<string>;
  readonly scant: ReadonlySet<string>;
  /** Verbs that bring their object into a state: "put the scheme on ice". */
  readonly placing: ReadonlySet<string>;
  /** Shares and adverbs that leave something of a thing undone: "two thirds complete", "nearly finished". */
  readonly partial: ReadonlySet<string>;
  /** "yet" to do it: not done; no "longer" does it; "how" it was done, which is no news. */
  readonly yet: ReadonlySet<string>;
  readonly longer: ReadonlySet<string>;
  readonly manner: ReadonlySet<string>;
  /** What says that a thing is of both: "common"; that those who have it are two: "both"; that it stands between them. */
  readonly both: ReadonlySet<string>;
  readonly pair: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  /** "after the guns have fallen silent": not yet. */
  readonly after: ReadonlySet<string>;
  /** "the plan to exchange prisoners": what becomes of it becomes of the exchange. */
  readonly plans: ReadonlySet<string>;
  /** "Nothing has come of the patrols." */
  readonly comingOf: ReadonlySet<string>;
  readonly nothing: ReadonlySet<string>;
  /** Prepositions of what work is done on. */
  readonly complement: ReadonlySet<string>;
  readonly proviso: ReadonlySet<string>;
  /** Verbs of keeping to what was agreed: who says he will do so does nothing new. */
  readonly keeping: ReadonlySet<string>;
}

export function measureWords(lexicon: Lexicon): MeasureWords {
  const things = new Map<string, readonly string[]>(
    lexicon.table("stances/measure-things").rows.map(([cls, all]) => [`@${cls}`, all.split("|")] as const),
  );
  const spelt = (cell: string): string[] => cell.split("|").flatMap((x) => things.get(x) ?? [x]);
  const nouns = new Map<string, Needs[]>();
  for (const [heads, needs, statuses, shared] of lexicon.table("stances/measures").rows) {
    const all = needs === "" ? [] : spelt(needs).map((w) => w.replace("+", ""));
    const need: Needs = {
      lemmas: needs === "" ? null : new Set(all),
      hyphenated: all.filter((w) => w.includes("-")),
      only: statuses === "" ? null : new Set(statuses.split("|") as Status[]),
      shared: shared === "shared",
    };
    for (const head of heads.split("|")) nouns.set(head, [...(nouns.get(head) ?? []), need]);
  }
  const verbs = new Map<string, MeasureVerb[]>();
  for (const [lemmas, things, slot, status] of lexicon.table("stances/measure-verbs").rows) {
    const all = spelt(things);
    const args = new Set(all.filter((x) => !x.endsWith("+")));
    const plurals = new Set(all.filter((x) => x.endsWith("+")).map((x) => x.slice(0, -1)));
    for (const lemma of lemmas.split("|")) {
      const parts = lemma.split("_");
      // The clause knows a verb with one particle; the next is the preposition of the thing: "do away | with".
      const key = parts.slice(0, 2).join("_");
      const list = verbs.get(key) ?? [];
      verbs.set(key, list);
      list.push({
        args,
        plurals,
        slot: slot as MeasureVerb["slot"],
        particle: parts.length > 1 ? (parts.at(-1) ?? "") : "",
        status: status as Status,
      });
    }
  }
  const rows = lexicon.table("stances/measure-statuses").rows;
  const statusesOf = (form: string): ReadonlyMap<string, Status> =>
    new Map(
      rows
        .filter((r) => (r[2] ?? "") === form)
        .map(([l, s]) => [l, s as Status] as const)
        .reverse(),
    );
  const statuses = statusesOf("");
  const statusless = (cls: string): ReadonlySet<string> =>
    members(lexicon, "stances/measure-cues", "class", cls);
  return {
    nouns,
    passive: statusesOf("passive"),
    states: statusesOf("state"),
    repeated: statusesOf("progressive"),
    turns: new TurnTable(rows.filter((r) => r[2] === "turn").map(([w, st]) => [w, st as Status] as const)),
    link: members(lexicon, "stances/cues", "class", "quantity-link"),
    until: members(lexicon, "stances/cues", "class", "not-yet"),
    ordinals: members(lexicon, "stances/cues", "class", "ordinal"),
    verbs,
    beginnings: beginnings(verbs.keys()),
    statuses,
    progress: members(lexicon, "stances/assessment-words", "class", "progress-noun"),
    make: members(lexicon, "stances/assessment-words", "class", "make-verb"),
    progressOn: members(lexicon, "stances/cues", "class", "progress-on"),
    tookPlaceIn: members(lexicon, "stances/cues", "class", "took-place-in"),
    holds: members(lexicon, "stances/cues", "class", "holds-up"),
    done: members(lexicon, "deals/cues", "class", "done-gerund"),
    pledges: members(lexicon, "deals/cues", "class", "pledge"),
    private: members(lexicon, "stances/cues", "class", "private"),
    agreeing: members(lexicon, "stances/cues", "class", "agree-on"),
    example: members(lexicon, "stances/cues", "class", "example"),
    negators: members(lexicon, "stances/cues", "class", "negator"),
    scant: members(lexicon, "stances/cues", "class", "scant"),
    placing: statusless("placing"),
    partial: statusless("partial"),
    both: statusless("both"),
    pair: statusless("pair"),
    between: statusless("between"),
    after: statusless("after"),
    keeping: statusless("keeping"),
    proviso: statusless("proviso"),
    plans: statusless("plan-noun"),
    comingOf: statusless("coming-of"),
    nothing: statusless("nothing"),
    complement: statusless("complement"),
    yet: statusless("yet"),
    longer: statusless("longer"),
    manner: statusless("manner"),
  };
}

/** As what the noun at `head` may be a measure, judged by its own phrase: compounds, adjectives and prepositional complements. */
export function measuresAt(words: MeasureWords, s: Sentence, head: number, text: string): readonly Needs[] {
  return (words.nouns.get(s.lemmas[head]) ?? []).filter((needs) => {
    if (needs.lemmas === null) return true;
    if (needs.hyphenated.length > 0) {
      const phrase = text.slice(s.starts[Math.max(0, head - 5)], s.ends[head]).toLowerCase();
      if (needs.hyphenated.some((w) => phrase.includes(w))) return true;
    }
    return (
      near(words, s, head, needs.lemmas) ||
      inFront(s, head, needs.lemmas) ||
      behindVerb(words, s, head, needs.lemmas)
    );
  });
}

/** "Work has begun on a bridge": its complement, hung on the verb behind it. */
function behindVerb(words: MeasureWords, s: Sentence, head: number, lemmas: ReadonlySet<string>): boolean {
  const verb = s.heads[head];
  if (verb < head || s.upos[verb] !== "VERB") return false;
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c]) {
    if (c < verb || s.deprels[c] !== "obl" || !words.complement.has(preposition(s, c))) continue;
    if (lemmas.has(s.lemmas[c])) return true;
    for (let k = s.firstChild[c]; k >= 0; k = s.nextSibling[k])
      if (isOfIt(words, s, k) && lemmas.has(s.lemmas[k])) return true;
  }
  return false;
}

/** Nouns and adjectives right before the head belong to it, wherever the parser hung them. */
function inFront(s: Sentence, head: number, lemmas: ReadonlySet<string>): boolean {
  for (let t = head - 1; t >= 0 && t > head - 5; t--) {
    if (s.upos[t] !== "NOUN" && s.upos[t] !== "ADJ" && s.upos[t] !== "PROPN" && s.norms[t] !== "-")
      return false;
    if (lemmas.has(s.lemmas[t]) || lemmas.has(s.norms[t])) return true;
  }
  return false;
}

/** Looks at modifiers left of the head and at its complements, and on through quantities: "release of dozens of prisoners". */
function near(words: MeasureWords, s: Sentence, head: number, lemmas: ReadonlySet<string>): boolean {
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) {
    const rel = s.deprels[c];
    if (rel === "conj" || rel === "acl:relcl" || rel === "appos" || rel.startsWith("nsubj")) continue;
    if (lemmas.has(s.lemmas[c]) || lemmas.has(s.norms[c])) return true;
    for (let k = s.firstChild[c]; k >= 0; k = s.nextSibling[k])
      if (isOfIt(words, s, k) && (lemmas.has(s.lemmas[k]) || lemmas.has(s.norms[k]))) return true;
  }
  return false;
}

/** Whether a dependent of a noun tells what kind of thing it is, or what a quantity is of; "the film about the prisoners" frees none. */
export function isOfIt(words: MeasureWords, s: Sentence, t: number): boolean {
  const rel = s.deprels[t];
  if (rel.startsWith("nmod")) return rel === "nmod:poss" || words.link.has(preposition(s, t));
  // "the last of the sandbags"
  if (rel === "obl" && s.upos[s.heads[t]] !== "VERB") return words.link.has(preposition(s, t));
  return rel === "compound" || rel === "amod" || rel === "conj" || rel === "flat";
}
