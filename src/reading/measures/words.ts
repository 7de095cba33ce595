import type { Lexicon, Sentence } from "../../language/index.js";
import { members } from "../phrases/index.js";
import type { MeasureItem } from "../types.js";

type Status = MeasureItem["status"];

/** What makes a noun a measure: one of these words in its phrase; null: the noun alone does. Hyphenated ones are looked up in the characters. */
interface Needs {
  readonly lemmas: ReadonlySet<string>;
  readonly hyphenated: readonly string[];
}

export interface MeasureVerb {
  readonly args: ReadonlySet<string>;
  /** Only in the plural ("relatives+"): one person's call on another is no measure. */
  readonly plural: boolean;
  /** Particle of "hand_in", or "". */
  readonly particle: string;
  readonly status: Status;
}

export interface MeasureWords {
  readonly nouns: ReadonlyMap<string, readonly (Needs | null)[]>;
  /** Nouns that are measures only with one of these statuses: "cooperation" that was suspended. */
  readonly only: ReadonlyMap<string, ReadonlySet<string>>;
  /** Statuses that a verb gives in the passive only: "is expected". */
  readonly passive: ReadonlyMap<string, Status>;
  /** Markers under which a verb in the present has not happened yet. */
  readonly until: ReadonlySet<string>;
  readonly ordinals: ReadonlySet<string>;
  readonly verbs: ReadonlyMap<string, readonly MeasureVerb[]>;
  readonly statuses: ReadonlyMap<string, Status>;
  readonly progress: ReadonlySet<string>;
  readonly make: ReadonlySet<string>;
  readonly progressOn: ReadonlySet<string>;
  readonly tookPlaceIn: ReadonlySet<string>;
  readonly holds: ReadonlySet<string>;
  /** Prepositions that give examples. */
  readonly example: ReadonlySet<string>;
  readonly negators: ReadonlySet<string>;
}

export function measureWords(lexicon: Lexicon): MeasureWords {
  const nouns = new Map<string, (Needs | null)[]>();
  const only = new Map<string, ReadonlySet<string>>();
  for (const [head, needs, , statuses] of lexicon.table("stances/measures").rows) {
    if (statuses !== undefined && statuses !== "") only.set(head, new Set(statuses.split("|")));
    const list = nouns.get(head) ?? [];
    nouns.set(head, list);
    if (needs === "") list.push(null);
    else {
      const all = needs.split("|");
      list.push({ lemmas: new Set(all), hyphenated: all.filter((w) => w.includes("-")) });
    }
  }
  const verbs = new Map<string, MeasureVerb[]>();
  for (const [lemma, args, , status] of lexicon.table("stances/measure-verbs").rows) {
    const list = verbs.get(lemma) ?? [];
    verbs.set(lemma, list);
    list.push({
      args: new Set(args.replaceAll("+", "").split("|")),
      plural: args.includes("+"),
      particle: lemma.split("_")[1] ?? "",
      status: status as Status,
    });
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
  return {
    nouns,
    only,
    passive: statusesOf("passive"),
    until: members(lexicon, "stances/cues", "class", "not-yet"),
    ordinals: members(lexicon, "stances/cues", "class", "ordinal"),
    verbs,
    statuses,
    progress: members(lexicon, "stances/assessment-words", "class", "progress-noun"),
    make: members(lexicon, "stances/assessment-words", "class", "make-verb"),
    progressOn: members(lexicon, "stances/cues", "class", "progress-on"),
    tookPlaceIn: members(lexicon, "stances/cues", "class", "took-place-in"),
    holds: members(lexicon, "stances/cues", "class", "holds-up"),
    example: members(lexicon, "stances/cues", "class", "example"),
    negators: members(lexicon, "stances/cues", "class", "negator"),
  };
}

/** Whether a noun may be a measure of that status. */
export function allowed(words: MeasureWords, s: Sentence, head: number, status: Status): boolean {
  return words.only.get(s.lemmas[head])?.has(status) ?? true;
}

/** Whether the noun at `head` is a measure, judged by its own phrase: compounds, adjectives and prepositional complements. */
export function isMeasure(words: MeasureWords, s: Sentence, head: number, text: string): boolean {
  const options = words.nouns.get(s.lemmas[head]);
  if (options === undefined) return false;
  for (const needs of options) {
    if (needs === null) return true;
    if (needs.hyphenated.length > 0) {
      const phrase = text.slice(s.starts[Math.max(0, head - 5)], s.ends[head]).toLowerCase();
      if (needs.hyphenated.some((w) => phrase.includes(w))) return true;
    }
    if (near(s, head, needs.lemmas) || inFront(s, head, needs.lemmas)) return true;
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

/** Looks at modifiers left of the head and at its complements, two levels down. */
function near(s: Sentence, head: number, lemmas: ReadonlySet<string>): boolean {
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) {
    const rel = s.deprels[c];
    if (rel === "conj" || rel === "acl:relcl" || rel === "appos" || rel.startsWith("nsubj")) continue;
    if (lemmas.has(s.lemmas[c]) || lemmas.has(s.norms[c])) return true;
    for (let k = s.firstChild[c]; k >= 0; k = s.nextSibling[k]) {
      if (s.deprels[k] !== "acl:relcl" && (lemmas.has(s.lemmas[k]) || lemmas.has(s.norms[k]))) return true;
    }
  }
  return false;
}
