import type { DocumentVersion, Statement } from "../ledger/index.js";
import type { Actor, Item } from "../reading/index.js";
import type { Negotiation } from "./negotiation-types.js";
import type { RecordWords } from "./words.js";

/** Which sentences of a document speak of the negotiation's parties. */
export interface Selection {
  /** Codes of the negotiating parties, then of third parties. */
  readonly parties: ReadonlySet<string>;
  readonly third: ReadonlySet<string>;
  /** Codes that occur in a sentence, by its number. */
  readonly sentences: ReadonlyMap<number, ReadonlySet<string>>;
  /** Organisations that are not parties: whoever hosts or chairs is nobody else's business ("a summit of the African Union"). */
  readonly bodies: ReadonlySet<string>;
  /** The party of the negotiation that stands for a code: a state that followed, the country of a movement that is no side itself. */
  readonly successor: (code: string) => string;
}

/** Null where fewer than two negotiating parties are named, act or are spoken for in the document. */
export function selectionOf(
  version: DocumentVersion,
  statements: readonly Statement[],
  negotiation: Negotiation,
  words: RecordWords,
): Selection | null {
  const parties = new Set(negotiation.parties.filter((p) => p.role !== "third").map((p) => p.code));
  const third = new Set(negotiation.parties.filter((p) => p.role === "third").map((p) => p.code));
  const found = new Set<string>();
  const sentences = new Map<number, Set<string>>();
  const { bodies, homes } = othersIn(statements, (p) => parties.has(p) || third.has(p));
  const successor = (code: string): string => homes.get(code) ?? words.successor(code);
  for (const code of version.codes.map(successor)) if (parties.has(code)) found.add(code);
  for (const s of statements) {
    const codes = actorCodes(s.item).map(successor);
    if (s.voice.party !== null) codes.push(successor(s.voice.party));
    for (const code of codes) if (parties.has(code)) found.add(code);
    const here = setOf(sentences, s.item.sentences[0]);
    for (const a of actorsOf(s.item)) here.add(successor(partyOf(a) ?? ""));
  }
  return found.size < 2 ? null : { parties, third, sentences, bodies, successor };
}

/**
 * Organisations, and movements with their country, that act in a document without being a side. A movement counts as its country's,
 * as between two states; where another movement of that country is a side, it counts as nobody's.
 */
function othersIn(statements: readonly Statement[], isSide: (party: string) => boolean) {
  const bodies = new Set<string>();
  const homes = new Map<string, string>();
  const split = new Set<string>();
  for (const s of statements)
    for (const a of actorsOf(s.item)) {
      const party = partyOf(a);
      if (party === null || a.code === null) continue;
      if (isSide(party)) {
        if (party !== a.code) split.add(a.code);
      } else if (BODIES.has(a.code)) bodies.add(party);
      else if (party !== a.code) homes.set(party, a.code);
    }
  for (const [party, code] of homes) if (split.has(code)) homes.delete(party);
  return { bodies, homes };
}

/**
 * Whether a statement belongs to the negotiation's record: lying in a document that speaks of two negotiating parties, it
 * is about one of them (two, for what takes two), or about nobody in a sentence that is about nobody else.
 */
export function concerns(statement: Statement, selection: Selection): boolean {
  const { item } = statement;
  if (item.kind === "anniversary") return false;
  const codes = [...new Set(actorCodes(item).map(selection.successor))].filter(
    (c) => !selection.bodies.has(c),
  );
  const own = codes.filter((c) => selection.parties.has(c)).length;
  const third = codes.filter((c) => selection.third.has(c)).length;
  const others = codes.length - own - third;
  switch (item.kind) {
    case "meeting":
    case "agreement":
      // An instrument is referred to by its name, without saying whose it is.
      if (codes.length === 0 && item.kind === "agreement" && item.instrument !== null)
        return aboutNobodyElse(item, selection);
      return (
        own >= 2 ||
        (own === 1 && others === 0 && (third > 0 || codes.length === 1)) ||
        (own === 0 && third >= 2)
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
        (statement.voice.party !== null && selection.parties.has(selection.successor(statement.voice.party)))
      );
    case "condition":
      return true;
    default: {
      if (own >= 1) return true;
      return codes.length > 0 ? third >= 1 && others === 0 : aboutNobodyElse(item, selection);
    }
  }
}

function aboutNobodyElse(item: Item, { sentences, parties, third }: Selection): boolean {
  const here = sentences.get(item.sentences[0]);
  return here === undefined || here.size === 0 || [...here].some((c) => parties.has(c) || third.has(c));
}

/** Codes that stand for any organisation of states, or none. */
const BODIES: ReadonlySet<string> = new Set(["IGO", "NGO"]);

/** Parties of all that act in an item or are acted on; unknown ones are left out. */
export const actorCodes = (item: Item): string[] => codesOf(actorsOf(item));

/** All that act in an item or are acted on. */
export function actorsOf(item: Item): readonly Actor[] {
  switch (item.kind) {
    case "event":
      return [...item.actors, ...item.recipients];
    case "meeting":
      return [...item.parties, ...item.representatives];
    case "agreement":
      return item.parties;
    case "proposal":
    case "commitment":
      return [...item.by, ...item.to];
    case "position":
      return [item.holder];
    case "linkage":
      return [item.by];
    case "measure":
      return item.by;
    case "condition":
      return item.who;
    case "quote":
      return item.speaker === null ? item.about : [item.speaker, ...item.about];
    default:
      return [];
  }
}

/** Parties by which actors are known, unknown ones left out: a state's code, "EU", "ELN". */
export const codesOf = (actors: readonly Actor[]): string[] => actors.flatMap((a) => partyOf(a) ?? []);

/** What an earlier reader wrote has no party. */
export const partyOf = (a: Pick<Actor, "code"> & Partial<Pick<Actor, "party">>): string | null =>
  a.party ?? a.code;

function setOf(map: Map<number, Set<string>>, key: number): Set<string> {
  let set = map.get(key);
  if (set === undefined) {
    set = new Set();
    map.set(key, set);
  }
  return set;
}
