import type { DocumentVersion, Statement } from "../ledger/index.js";
import type { Actor, Item } from "../reading/index.js";
import type { Negotiation } from "./negotiation-types.js";
import type { RecordWords } from "./words.js";

/** A statement with the codes of all that act in it or are acted on, historical states as their successors. */
export interface Coded {
  readonly statement: Statement;
  readonly codes: readonly string[];
}

/** Which sentences of a document speak of the negotiation's parties. */
export interface Selection extends Sides {
  /** Codes that occur in a sentence, by its number. */
  readonly sentences: ReadonlyMap<number, ReadonlySet<string>>;
  readonly successor: (code: string) => string;
}

/** Codes of the negotiating parties, then of third parties. */
export interface Sides {
  readonly parties: ReadonlySet<string>;
  readonly third: ReadonlySet<string>;
}

export function sidesOf({ parties }: Negotiation): Sides {
  const of = (third: boolean): Set<string> =>
    new Set(parties.filter((p) => (p.role === "third") === third).map((p) => p.code));
  return { parties: of(false), third: of(true) };
}

/** What a document says, for all negotiations alike. */
export interface Mentions {
  /** All codes named in it, acting in it or spoken for. */
  readonly codes: ReadonlySet<string>;
  readonly sentences: ReadonlyMap<number, ReadonlySet<string>>;
}

export function mentionsOf(
  version: DocumentVersion,
  list: readonly Coded[],
  { successor }: RecordWords,
): Mentions {
  const codes = new Set(version.codes.map(successor));
  const sentences = new Map<number, Set<string>>();
  for (const { statement, codes: own } of list) {
    const here = setOf(sentences, statement.item.sentences[0]);
    for (const code of own) {
      codes.add(code);
      here.add(code);
    }
    if (statement.voice.party !== null) codes.add(statement.voice.party);
  }
  return { codes, sentences };
}

/**
 * Whether a statement belongs to the negotiation's record: lying in a document that speaks of two negotiating parties, it
 * is about one of them (two, for what takes two), or about nobody in a sentence that is about nobody else.
 */
export function concerns({ statement, codes: all }: Coded, selection: Selection): boolean {
  const { item } = statement;
  if (item.kind === "anniversary") return false;
  // Whoever hosts or chairs is nobody else's business: "a summit of the African Union".
  let [acting, own, third] = [0, 0, 0];
  for (const code of all) {
    if (BODIES.has(code)) continue;
    acting++;
    if (selection.parties.has(code)) own++;
    if (selection.third.has(code)) third++;
  }
  const others = acting - own - third;
  switch (item.kind) {
    case "meeting":
    case "agreement":
      // An instrument is referred to by its name, without saying whose it is.
      if (acting === 0 && item.kind === "agreement" && item.instrument !== null)
        return aboutNobodyElse(item, selection);
      return (
        own >= 2 || (own === 1 && others === 0 && (third > 0 || acting === 1)) || (own === 0 && third >= 2)
      );
    case "event":
      return own >= 2 || (own >= 1 && others === 0) || (own === 0 && third >= 1 && others === 0);
    case "proposal":
    case "commitment": {
      const to = codesOf(item.to).map(selection.successor);
      const reaches = to.length === 0 || to.some((c) => selection.parties.has(c));
      const by = codesOf(item.by).map(selection.successor);
      return reaches && by.some((c) => selection.parties.has(c) || selection.third.has(c));
    }
    case "position":
    case "linkage":
      return own >= 1 || third >= 1;
    case "quote":
      return (
        own >= 1 ||
        third >= 1 ||
        (statement.voice.party !== null && selection.parties.has(statement.voice.party))
      );
    case "condition":
      return true;
    default: {
      if (own >= 1) return true;
      return acting > 0 ? third >= 1 && others === 0 : aboutNobodyElse(item, selection);
    }
  }
}

function aboutNobodyElse(item: Item, { sentences, parties, third }: Selection): boolean {
  const here = sentences.get(item.sentences[0]);
  return here === undefined || here.size === 0 || [...here].some((c) => parties.has(c) || third.has(c));
}

/** Codes that stand for any organisation of states, or none. */
const BODIES: ReadonlySet<string> = new Set(["IGO", "NGO"]);

/** Codes of all that act in an item or are acted on; unknown ones are left out. */
function actorCodes(item: Item): string[] {
  switch (item.kind) {
    case "event":
      return codesOf([...item.actors, ...item.recipients]);
    case "meeting":
      return codesOf([...item.parties, ...item.representatives]);
    case "agreement":
      return codesOf(item.parties);
    case "proposal":
    case "commitment":
      return codesOf([...item.by, ...item.to]);
    case "position":
      return codesOf([item.holder]);
    case "linkage":
      return codesOf([item.by]);
    case "measure":
      return codesOf(item.by);
    case "condition":
      return codesOf(item.who);
    case "quote":
      return codesOf(item.speaker === null ? item.about : [item.speaker, ...item.about]);
    default:
      return [];
  }
}

/** The codes of a statement, each once. */
export const coded = (statement: Statement, { successor }: RecordWords): Coded => ({
  statement,
  codes: [...new Set(actorCodes(statement.item).map(successor))],
});

export const codesOf = (actors: readonly Actor[]): string[] =>
  actors.flatMap((a) => (a.code === null ? [] : [a.code]));

function setOf(map: Map<number, Set<string>>, key: number): Set<string> {
  let set = map.get(key);
  if (set === undefined) {
    set = new Set();
    map.set(key, set);
  }
  return set;
}
