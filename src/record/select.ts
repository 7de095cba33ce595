import type { DocumentVersion, Statement } from "../ledger/index.js";
import type { Actor, Described, Item } from "../reading/index.js";
import { extend } from "../text/index.js";
import type { Negotiation } from "./negotiation-types.js";
import { fold, hasPhrase, type RecordWords } from "./words.js";

/** A statement with the codes of all that act in it or are acted on, historical states as their successors. */
export interface Coded {
  readonly statement: Statement;
  readonly codes: readonly string[];
}

/** Which sentences of a document speak of the negotiation's parties. */
export interface Selection extends Sides {
  /** Codes that occur in a sentence, by its number. */
  readonly sentences: ReadonlyMap<number, ReadonlySet<string>>;
  /** Organisations that are not parties: whoever hosts or chairs is nobody else's business ("a summit of the African Union"). */
  readonly bodies: ReadonlySet<string>;
  /**
   * The party of the negotiation that stands for a code: the state that followed a historical one; the country of a movement that is no
   * side, but where another movement of that country is one.
   */
  readonly successor: (code: string) => string;
  /** The document speaks of others more than of the parties' dealings: only what two parties do by themselves counts. */
  readonly foreign: boolean;
}

/** Codes of the negotiating parties, then of third parties. */
export interface Sides {
  readonly parties: ReadonlySet<string>;
  readonly third: ReadonlySet<string>;
  /** Those of several parties after which the negotiation is called: what names none of them is another matter. Null where it tells none from the others. */
  readonly called: ReadonlySet<string> | null;
  /** Countries of which a movement is a side: no other movement of theirs stands for them. */
  readonly homes: ReadonlySet<string>;
  /** What texts call each party, folded. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

/** From so many parties on, two of them have business of their own with one another. */
const SEVERAL = 3;

export function sidesOf({ name, parties: all }: Negotiation, words: RecordWords): Sides {
  const of = (third: boolean): Set<string> =>
    new Set(all.filter((p) => (p.role === "third") === third).map((p) => p.code));
  const parties = of(false);
  const title = fold(name);
  const names = new Map(
    all.map((p) => {
      const own = [p.code, p.name, ...(p.names ?? [])].map(fold);
      return [p.code, [...new Set([...own, ...words.stateWords(p.code)])]] as const;
    }),
  );
  const called = new Set(
    [...names].flatMap(([code, own]) => (own.some((n) => hasPhrase(title, n)) ? [code] : [])),
  );
  const few = parties.size < SEVERAL || called.size === 0 || [...parties].every((p) => called.has(p));
  return {
    parties,
    third: of(true),
    called: few ? null : called,
    homes: new Set(all.flatMap((p) => words.homeOf(p.code) ?? words.homeOf(p.name) ?? [])),
    names,
  };
}

/** What a document says, for all negotiations alike. */
export interface Mentions {
  /** All codes named in it, acting in it or spoken for. */
  readonly codes: ReadonlySet<string>;
  readonly sentences: ReadonlyMap<number, ReadonlySet<string>>;
  /** Organisations that act in it. */
  readonly bodies: ReadonlySet<string>;
  /** The countries of movements that act in it. */
  readonly homes: ReadonlyMap<string, string>;
}

export function mentionsOf(
  version: DocumentVersion,
  list: readonly Coded[],
  { successor }: RecordWords,
): Mentions {
  const codes = new Set(version.codes.map(successor));
  const sentences = new Map<number, Set<string>>();
  const bodies = new Set<string>();
  const homes = new Map<string, string>();
  for (const { statement, codes: own } of list) {
    const here = setOf(sentences, statement.item.sentences[0]);
    for (const code of own) {
      codes.add(code);
      here.add(code);
    }
    if (statement.voice.party !== null) codes.add(statement.voice.party);
    for (const a of actorsOf(statement.item)) {
      if (a.code === null || a.party == null || a.party === a.code) continue;
      if (BODIES.has(a.code)) bodies.add(a.party);
      else homes.set(a.party, a.code);
    }
  }
  return { codes, sentences, bodies, homes };
}

/** Null where fewer than two of the negotiating parties are named, act or are spoken for. The text is looked at only where it decides. */
export function selectionOf(
  { codes, sentences, bodies, homes }: Mentions,
  sides: Sides,
  words: RecordWords,
  text: string,
): Selection | null {
  const isSide = (party: string): boolean => sides.parties.has(party) || sides.third.has(party);
  const split = new Set([...homes].flatMap(([party, home]) => (isSide(party) ? [home] : [])));
  for (const home of sides.homes) split.add(home);
  const successor = (code: string): string => {
    const home = homes.get(code);
    return home === undefined || isSide(code) || split.has(home) ? words.successor(code) : home;
  };
  if (homes.size > 0) {
    const found = new Set([...codes].map(successor).filter((c) => sides.parties.has(c)));
    if (found.size < 2) return null;
  }
  const { called } = sides;
  if (called !== null && ![...codes].some((c) => called.has(successor(c)))) return null;
  return extend(sides, {
    sentences,
    bodies,
    successor,
    foreign: speaksOfOthers(sentences, bodies, sides, successor, text),
  });
}

/** So many sentences in which an outsider acts, to one of the party that acts second most, make a text one about others. */
const OTHERS = 2;
/** So many outsiders that act nearly as often as that party make it one about a wider circle. */
const CIRCLE = 3;
const NEARLY = 0.75;

/** Whether a text comes back to two of the parties at least: a mediator may act for both. */
function keepsNaming(text: string, parties: ReadonlySet<string>, names: Sides["names"]): boolean {
  const sentences = fold(text).split(/[.!?]/);
  let kept = 0;
  for (const code of parties) {
    const own = names.get(code) ?? [];
    let named = 0;
    for (const s of sentences) if (named < BACK && own.some((n) => hasPhrase(s, n))) named++;
    if (named >= BACK) kept++;
  }
  return kept >= 2;
}
/** In so many sentences named, a party is come back to. */
const BACK = 2;

/** So many sentences of the parties together make an article one about them; one at the head does, of its first few sentences. */
const TOGETHER = 2;
const HEAD = 3;

/**
 * An article about the talks tells of both sides. One in which an outsider acts far more often than the second of the parties, or in
 * which several act nearly as often, is about another dispute, which names them along the way.
 */
function speaksOfOthers(
  sentences: Mentions["sentences"],
  bodies: ReadonlySet<string>,
  { parties, third, names }: Sides,
  successor: (code: string) => string,
  text: string,
): boolean {
  const acts = new Map<string, number>();
  let joint = 0;
  for (const [at, here] of sentences) {
    let [own, others] = [0, 0];
    for (const code of here) {
      const is = successor(code);
      if (third.has(is) || BODIES.has(is) || bodies.has(is)) continue;
      acts.set(is, (acts.get(is) ?? 0) + 1);
      if (parties.has(is)) own++;
      else others++;
    }
    // The parties by themselves, or with a host or mediator: said at the head, or twice, it is what the article is about.
    if (own >= 2 && others <= 1) joint += at < HEAD ? TOGETHER : 1;
  }
  if (joint >= TOGETHER) return false;
  let [first, second, other] = [0, 0, 0];
  for (const [code, n] of acts) {
    if (!parties.has(code)) other = Math.max(other, n);
    else if (n > first) [first, second] = [n, first];
    else if (n > second) second = n;
  }
  const wide = (): boolean => {
    let circle = 0;
    for (const [code, n] of acts) if (n >= second * NEARLY && !parties.has(code)) circle++;
    return circle >= CIRCLE;
  };
  return (
    other >= second * NEARLY &&
    (other > Math.max(1, second) * OTHERS || wide()) &&
    !keepsNaming(text, parties, names)
  );
}

/** A statement with its movements as their countries', where they are no sides of the negotiation. */
export const asSides = (c: Coded, { homes }: Mentions, { successor }: Selection): Coded =>
  c.codes.some((code) => homes.has(code)) ? { ...c, codes: [...new Set(c.codes.map(successor))] } : c;

/**
 * Whether a statement belongs to the negotiation's record: lying in a document that speaks of two negotiating parties, it
 * is about one of them (two, for what takes two), or about nobody in a sentence that is about nobody else.
 */
export function concerns({ statement, codes: all }: Coded, selection: Selection): boolean {
  const { item } = statement;
  if (item.kind === "anniversary") return false;
  let [acting, own, third] = [0, 0, 0];
  for (const code of all) {
    const isParty = selection.parties.has(code) || selection.third.has(code);
    if (!isParty && (BODIES.has(code) || selection.bodies.has(code))) continue;
    acting++;
    if (selection.parties.has(code)) own++;
    if (selection.third.has(code)) third++;
  }
  const others = acting - own - third;
  if (selection.foreign) return own >= 2 && others === 0;
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
        (statement.voice.party !== null && selection.parties.has(selection.successor(statement.voice.party)))
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

/** Parties of all that act in an item or are acted on; unknown ones are left out. */
const actorCodes = (item: Item): string[] => codesOf(actorsOf(item));

/** All that act in an item or are acted on. */
export function actorsOf(item: Item): readonly Described[] {
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

/** Whether a quotation's speaker is somebody the text names, not only describes. */
export const isNamed = (speaker: Described | null): speaker is Actor =>
  speaker !== null && speaker.entity !== null;

/** Parties by which actors are known, unknown ones left out: a state's code, "EU", "ELN". */
export const codesOf = (actors: readonly Described[]): string[] => actors.flatMap((a) => partyOf(a) ?? []);

/** What an earlier reader wrote has no party. */
export const partyOf = (a: Pick<Actor, "code"> & Partial<Pick<Actor, "party">>): string | null =>
  a.party ?? a.code;

/** The codes of a statement, each once. */
export const coded = (statement: Statement, { successor }: RecordWords): Coded => ({
  statement,
  codes: [...new Set(actorCodes(statement.item).map(successor))],
});

function setOf(map: Map<number, Set<string>>, key: number): Set<string> {
  let set = map.get(key);
  if (set === undefined) {
    set = new Set();
    map.set(key, set);
  }
  return set;
}
