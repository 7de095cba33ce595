import type { Lexicon } from "../../language/index.js";
import { createSilence, type Silence } from "../acts/index.js";
import type { PloverClass } from "../types.js";
import { type LandWords, loadLandWords } from "./fate-of-land.js";
import { formsOf } from "./forms.js";

/** One condition of an entry (`needs.ts`): its name, and what stands in it of a group. */
export interface Need {
  readonly word: string;
  /** Group of the subject ("crowd-subject"), or "". */
  readonly subject: string;
  /** Preposition of "from:body", or "". */
  readonly prep: string;
  readonly group: string;
}

/** A verb, adjective or noun that tells an event, or that makes one of what it governs (`operator`). */
export interface Entry {
  readonly word: string;
  /** Particle or preposition that must stand with it, or "". */
  readonly particle: string;
  /** The words of the particle. */
  readonly parts: readonly string[];
  readonly class: PloverClass | null;
  readonly operator: string | null;
  readonly mode: string | null;
  /** Where actor and recipient stand, best first: `subj`, `obj`, `iobj`, `poss`, `inner`, `both`, `none`, or a preposition. */
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  /** What the object must be: groups of `nouns`, `party`, `none`, or any (empty). */
  readonly needs: readonly string[];
  /** The same taken apart: one of these lists must be met as a whole. */
  readonly asks: readonly (readonly Need[])[];
  /** Means what it means under a negation only: "did not hesitate to". */
  readonly negated: boolean;
}

export interface Noun {
  readonly class: PloverClass | null;
  readonly operator: string | null;
  readonly mode: string | null;
  readonly recipient: readonly string[];
  readonly groups: readonly string[];
}

export interface EventWords {
  /** By first word; entries with a particle or with needs come first. */
  readonly verbs: ReadonlyMap<string, readonly Entry[]>;
  readonly adjectives: ReadonlyMap<string, readonly Entry[]>;
  /** Operators of the entries of each list in `verbs` and `adjectives`. */
  readonly operators: ReadonlyMap<readonly Entry[], ReadonlySet<string>>;
  readonly nouns: ReadonlyMap<string, Noun>;
  /** First words of the nouns of several words: no key is made of others. */
  readonly opens: ReadonlySet<string>;
  /** Inflected form to lemma, for the verbs listed: taggers miss some. */
  readonly forms: ReadonlyMap<string, string>;
  /** Forms of those verbs in the past, and in the third person. */
  readonly past: ReadonlySet<string>;
  readonly third: ReadonlySet<string>;
  readonly contexts: ReadonlyMap<string, readonly string[]>;
  /** Words that take up the place before them: "where". */
  readonly whereRelative: ReadonlySet<string>;
  /** All kinds of a word in `predicates/cues`. */
  kinds(word: string): ReadonlySet<string>;
  is(kind: string, word: string): boolean;
  readonly silence: Silence;
  readonly land: LandWords;
}

const NO_KINDS: ReadonlySet<string> = new Set();

const VERBS = [
  "talk",
  "cooperation",
  "yielding",
  "aid",
  "disagreement",
  "demands",
  "pressure",
  "force",
  "operators",
];
const CLASSES: ReadonlySet<string> = new Set<PloverClass>([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
]);

/** Several layers ask for them: the tables are read once. */
const loaded = new WeakMap<Lexicon, EventWords>();

export function loadEventWords(lexicon: Lexicon): EventWords {
  let words = loaded.get(lexicon);
  if (words === undefined) {
    words = load(lexicon);
    loaded.set(lexicon, words);
  }
  return words;
}

/** Loads `lexicon/predicates`; its README explains the columns. */
function load(lexicon: Lexicon): EventWords {
  const verbs = new Map<string, Entry[]>();
  for (const name of VERBS) read(lexicon, `predicates/verbs-${name}`, verbs);
  const adjectives = new Map<string, Entry[]>();
  read(lexicon, "predicates/adjectives", adjectives);
  const operators = new Map<readonly Entry[], ReadonlySet<string>>();
  for (const list of [...verbs.values(), ...adjectives.values()]) {
    list.sort((a, b) => weight(b) - weight(a));
    operators.set(list, new Set(list.map((e) => e.operator ?? "")));
  }
  const forms = new Map<string, string>();
  const past = new Set<string>();
  const third = new Set<string>();
  for (const lemma of verbs.keys()) {
    const f = formsOf(lemma);
    forms.set(lemma, lemma);
    for (const form of [f.third, ...f.past, ...f.gerund]) if (!forms.has(form)) forms.set(form, lemma);
    for (const form of f.past) past.add(form);
    third.add(f.third);
  }
  for (const [lemma, list] of lexicon.table("predicates/irregular").rows)
    if (verbs.has(lemma))
      for (const form of list.split("|")) {
        forms.set(form, lemma);
        past.add(form);
      }
  const nouns = new Map<string, Noun>();
  for (const table of ["predicates/nouns-events", "predicates/nouns-things"])
    for (const [noun, what, mode, recipient, groups] of lexicon.table(table).rows) {
      const old = nouns.get(noun);
      nouns.set(noun, {
        class: asClass(what) ?? old?.class ?? null,
        operator: asOperator(what) ?? old?.operator ?? null,
        mode: mode || old?.mode || null,
        recipient: [...cells(recipient), ...(old?.recipient ?? [])],
        groups: [...cells(groups), ...(old?.groups ?? [])],
      });
    }
  const cues = new Map<string, Set<string>>();
  for (const [word, kind] of lexicon.table("predicates/cues").rows)
    cues.set(word, (cues.get(word) ?? new Set()).add(kind));
  const contexts = new Map(
    lexicon.table("predicates/contexts").rows.map(([word, list]) => [word, cells(list)] as const),
  );
  return {
    verbs,
    adjectives,
    operators,
    nouns,
    opens: new Set([...nouns.keys()].filter((n) => n.includes(" ")).map((n) => n.slice(0, n.indexOf(" ")))),
    forms,
    past,
    third,
    contexts,
    whereRelative: lexicon.list("time/place-relatives"),
    silence: createSilence(lexicon),
    land: loadLandWords(lexicon),
    kinds: (word) => cues.get(word) ?? NO_KINDS,
    is: (kind, word) => cues.get(word)?.has(kind) === true,
  };
}

function read(lexicon: Lexicon, table: string, into: Map<string, Entry[]>): void {
  for (const [key, what, mode, recipient, needs, actor] of lexicon.table(table).rows) {
    const cut = key.indexOf("_");
    const word = cut < 0 ? key : key.slice(0, cut);
    const entry: Entry = {
      word,
      particle: cut < 0 ? "" : key.slice(cut + 1),
      parts: cut < 0 ? [] : key.slice(cut + 1).split("_"),
      class: asClass(what),
      operator: asOperator(what),
      mode: mode || null,
      actor: cells(actor).length > 0 ? cells(actor) : ["subj"],
      recipient: cells(recipient),
      needs: cells(needs),
      asks: cells(needs).map((n) => n.split("+").map(needOf)),
      negated: cells(needs).some((n) => n.split("+").includes("negated")),
    };
    const list = into.get(word);
    if (list === undefined) into.set(word, [entry]);
    else list.push(entry);
  }
}

function needOf(word: string): Need {
  const colon = word.indexOf(":");
  return {
    word,
    subject: word.endsWith(SUBJECT) ? word.slice(0, -SUBJECT.length) : "",
    prep: colon < 0 ? "" : word.slice(0, colon),
    group: colon < 0 ? word : word.slice(colon + 1),
  };
}

const SUBJECT = "-subject";

/** Entries with more conditions go first; a group of nouns says more than "a party" or "no object". */
const weight = (e: Entry): number =>
  (e.particle === "" ? 0 : e.parts.length > 1 ? 6 : 4) +
  (e.needs.length === 0
    ? 0
    : e.needs.every((n) => LOOSE.has(n))
      ? 1
      : e.needs[0].includes("+") && !e.needs[0].includes("civil")
        ? 3
        : 2);
const LOOSE = new Set([
  "party",
  "none",
  "not-party",
  "complement",
  "passive",
  "from-place",
  "place-object",
  "military-subject",
  "diplomat-subject",
  "crowd-member-subject",
  "civil-subject",
]);
const cells = (cell: string | undefined): readonly string[] => (cell ? cell.split("|") : []);
const asClass = (what: string): PloverClass | null => (CLASSES.has(what) ? (what as PloverClass) : null);
const asOperator = (what: string): string | null => (what === "" || CLASSES.has(what) ? null : what);
