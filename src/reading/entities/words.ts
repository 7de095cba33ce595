import type { Lexicon } from "../../language/index.js";
import { CoreError, type IsoDate } from "../../text/index.js";
import type { Office } from "../types.js";
import { CLUES, type Clue } from "./clues.js";
import type { Gender } from "./gender.js";
import type { TitleWords } from "./titles.js";
import { type Entry, fold, foldName, NameTrie } from "./trie.js";

/** One post somebody held: dates are inclusive, null = unknown or still in post. */
export interface Tenure {
  readonly title: string;
  readonly of: string;
  readonly level: Office["level"];
  readonly sector: string | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

export interface KnownPerson {
  readonly entry: Entry;
  readonly name: string;
  readonly tenures: Tenure[];
}

/** The lexicon's actors, places and clue words, indexed for look-up. */
export interface ActorWords {
  readonly trie: NameTrie;
  readonly stateNames: ReadonlyMap<string, string>;
  readonly stateKinds: ReadonlyMap<string, string>;
  /** States whose names put the family's first. */
  readonly familyFirst: ReadonlySet<string>;
  readonly people: ReadonlyMap<string, KnownPerson>;
  readonly bySurname: ReadonlyMap<string, readonly KnownPerson[]>;
  /** By a family's name that stands first: "President Xi", where a post tells of whom it is said. */
  readonly byFamily: ReadonlyMap<string, readonly KnownPerson[]>;
  /** By state and title; titles that are other words for one (`TitleWords.same`) count as it. */
  readonly byPost: ReadonlyMap<string, readonly KnownPerson[]>;
  /** First capital of each state, by its code. */
  readonly capitals: ReadonlyMap<string, Entry>;
  /** The letters by which an organisation or movement is known, by key: "EU", "ELN". No two share them, and no state has them. */
  readonly letters: ReadonlyMap<string, string>;
  /** Organisations by key. */
  readonly bodies: ReadonlyMap<string, Entry>;
  /** Other states where a people without a state of its own lives, by its entry's key. */
  readonly homes: ReadonlyMap<string, readonly string[]>;
  /** Other states that have a body of that name, by its entry's key; "*": any may. */
  readonly shared: ReadonlyMap<string, readonly string[]>;
  /** What else a name of a state or city may be, by its folded word: "given-name", "region-of:USA", "word". */
  readonly readings: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words of the labels of a transcript, by who speaks then. */
  readonly turns: ReadonlyMap<string, "asks" | "answers">;
  /** Words that tell an office that publishes from an outlet. */
  readonly issuers: ReadonlySet<string>;
  /** Nouns for who speaks, by the kind of voice. */
  readonly speakers: ReadonlyMap<string, string>;
  readonly givenNames: ReadonlyMap<string, Gender>;
  /** By title, lower case: what else it says. */
  readonly titles: ReadonlyMap<string, TitleWords>;
  /** The country or body of a title that only one has ("taoiseach"). */
  readonly postOf: ReadonlyMap<string, string>;
  /** Classes of `actors/clues` by word. */
  readonly clues: ReadonlyMap<string, ReadonlySet<Clue>>;
  is(clue: Clue, word: string): boolean;
}

const LETTERS = /^[A-Z][A-Z-]{1,9}$/;

const split = (cell: string): string[] => (cell === "" ? [] : cell.split("|"));

/** @throws CoreError `LEXICON_MISSING` where a table of `lexicon/actors` or `lexicon/places` is not there. */
export function loadActorWords(lexicon: Lexicon): ActorWords {
  const trie = new NameTrie();
  const stateNames = new Map<string, string>();
  const stateKinds = new Map<string, string>();
  const seats = new Map<string, Entry>();
  const entry = (
    type: Entry["type"],
    key: string,
    name: string,
    code: string,
    kind: string,
    sector: string,
    level = "",
    count = 0,
  ): Entry => ({
    type,
    key,
    name,
    code: code === "" ? null : code,
    kind,
    sector: sector === "" ? null : sector,
    level,
    count,
  });
  for (const [code, kind, name, variants, adjectives, people, capitals] of lexicon.table("actors/states")
    .rows) {
    const own = kind === "territory" && stateNames.has(code);
    if (!own) stateNames.set(code, name);
    if (!own) stateKinds.set(code, kind);
    const key = own ? `territory/${code}/${slug(name)}` : `state/${code}`;
    const state = entry("state", key, name, code, kind, "GOV");
    for (const n of [name, ...split(variants)]) trie.add(n, state);
    const demonym = entry("demonym", key, name, code, kind, "GOV");
    for (const n of split(adjectives)) trie.add(n, demonym);
    const folk = entry(
      "people",
      own ? `people/${key}` : `people/${code}`,
      split(people)[0] ?? name,
      code,
      "group",
      "CVL",
    );
    for (const n of split(people)) if (!split(adjectives).includes(n)) trie.add(n, folk);
    for (const n of split(capitals)) {
      const city = entry("capital", key, n, code, kind, "GOV");
      trie.add(n, city);
      if (!seats.has(code)) seats.set(code, city);
    }
  }
  const bodies = new Map<string, Entry>();
  const letters = new Map<string, string>();
  const taken = new Set<string>(stateNames.keys());
  const known = (key: string, names: readonly string[]): void => {
    const found = names.map((n) => n.replaceAll(".", "")).find((n) => LETTERS.test(n));
    if (found === undefined || taken.has(found)) return;
    taken.add(found);
    letters.set(key, found);
  };
  for (const [key, name, variants, code, sector] of lexicon.table("actors/organisations").rows) {
    const e = entry("organisation", key, name, code, "organisation", sector);
    bodies.set(key, e);
    known(key, [name, ...split(variants)]);
    for (const n of [name, ...split(variants)]) trie.add(n, e);
  }
  const shared = new Map<string, readonly string[]>();
  for (const [name, code, kind, sector, also] of lexicon.table("actors/governments").rows) {
    const e = entry("government", `${kind}/${code}/${slug(name)}`, name, code, kind, sector);
    trie.add(name, e);
    if (also) shared.set(e.key, split(also));
  }
  const homes = new Map<string, readonly string[]>();
  for (const [name, variants, code, sector, kind, also] of lexicon.table("actors/groups").rows) {
    const e = entry("group", `group/${code}/${slug(name)}`, name, code, kind, sector);
    known(e.key, [name, ...split(variants)]);
    if (also) homes.set(e.key, split(also));
    for (const n of [name, ...split(variants)]) trie.add(n, e);
  }
  for (const [name, code, also] of lexicon.table("actors/peoples").rows) {
    const key = `people/${slug(name)}`;
    trie.add(name, entry("people", key, name, code, "group", "CVL"));
    if (also) homes.set(key, split(also));
  }
  for (const table of ["places/regions", "places/cities"]) {
    for (const [name, code] of lexicon.table(table).rows)
      trie.add(name, entry("place", `place/${code}/${slug(name)}`, name, code, "place", ""));
  }
  const postOf = new Map<string, string>();
  const titles = new Map<string, TitleWords>();
  for (const [post, level, sector, before, kind, as, any, plural, of] of lexicon.table("actors/posts").rows) {
    trie.add(post, entry("post", "", post, of, kind || "person", sector, level, before === "" ? 0 : 1));
    if (of !== "") postOf.set(post, of);
    if (plural !== "")
      trie.add(
        plural,
        entry("collective", "", post, of, "group", sector, level, kind === "counterpart" ? 2 : 1),
      );
    if (as !== "" || any !== "") titles.set(fold(post), { same: as || fold(post), any: split(any) });
  }
  for (const [noun, kind, sector] of lexicon.table("actors/collectives").rows)
    trie.add(noun, entry("collective", "", noun, "", kind, sector));
  for (const [phrase, type, count, alone, of] of lexicon.table("actors/plurals").rows)
    trie.add(phrase, entry("plural", "", phrase, "", type, of ?? "", alone, Number(count)));
  const readings = new Map<string, Set<string>>();
  for (const [word, reading] of lexicon.table("actors/ambiguous").rows)
    readings.set(fold(word), (readings.get(fold(word)) ?? new Set()).add(reading));
  const givenNames = new Map(
    lexicon.table("actors/given-names").rows.map(([name, sex]) => [fold(name), sex as Gender]),
  );
  const clues = loadClues(lexicon);
  const { people, bySurname, byFamily, byPost } = loadPeople(lexicon, trie, titles, givenNames);
  return {
    trie,
    stateNames,
    stateKinds,
    familyFirst: lexicon.list("actors/family-first"),
    capitals: seats,
    letters,
    bodies,
    homes,
    shared,
    people,
    bySurname,
    byFamily,
    byPost,
    givenNames,
    readings,
    turns: new Map(lexicon.table("voice/turns").rows.map(([w, role]) => [w, role as "asks" | "answers"])),
    issuers: lexicon.list("voice/issuers"),
    speakers: new Map(lexicon.table("voice/speakers").rows.map(([noun, kind]) => [noun, kind])),
    titles,
    postOf,
    clues,
    is: (clue, word) => clues.get(word)?.has(clue) === true,
  };
}

function loadClues(lexicon: Lexicon): ReadonlyMap<string, ReadonlySet<Clue>> {
  const out = new Map<string, Set<Clue>>();
  const seen = new Set<string>();
  for (const [clue, word] of lexicon.table("actors/clues").rows) {
    seen.add(clue);
    const set = out.get(word);
    if (set === undefined) out.set(word, new Set([clue as Clue]));
    else set.add(clue as Clue);
  }
  const absent = CLUES.find((c) => !seen.has(c));
  if (absent !== undefined)
    throw new CoreError("LEXICON_MISSING", `No words of class "${absent}".`, { table: "actors/clues" });
  return out;
}

function loadPeople(
  lexicon: Lexicon,
  trie: NameTrie,
  titles: ReadonlyMap<string, TitleWords>,
  givenNames: ReadonlyMap<string, Gender>,
) {
  const familyFirst = lexicon.list("actors/family-first");
  const people = new Map<string, KnownPerson>();
  const bySurname = new Map<string, KnownPerson[]>();
  const byFamily = new Map<string, KnownPerson[]>();
  const byPost = new Map<string, KnownPerson[]>();
  for (const [key, name, variants, of, title, level, sector, from, to] of lexicon.table("actors/people")
    .rows) {
    let p = people.get(key);
    if (p === undefined) {
      p = {
        entry: {
          type: "person",
          key,
          name,
          code: of,
          kind: "person",
          sector: sector || "GOV",
          level,
          count: 0,
        },
        name,
        tenures: [],
      };
      people.set(key, p);
    }
    p.tenures.push({
      title,
      of,
      level: level as Tenure["level"],
      sector: sector || "GOV",
      from: from || null,
      to: to || null,
    });
    const post = `${of}/${titles.get(fold(title))?.same ?? fold(title)}`;
    const holders = byPost.get(post);
    if (holders === undefined) byPost.set(post, [p]);
    else holders.push(p);
    for (const n of [name, ...split(variants)]) {
      const words = foldName(n);
      if (words.length > 1) trie.add(n, p.entry);
      if (words.length > 1 && familyFirst.has(of)) {
        const family = byFamily.get(words[0]) ?? [];
        if (!family.includes(p)) byFamily.set(words[0], [...family, p]);
      }
      for (const last of surnames(words)) {
        if (last === words[0] && givenNames.has(last) && !familyFirst.has(of) && words.length > 1) continue;
        const list = bySurname.get(last);
        if (list === undefined) bySurname.set(last, [p]);
        else if (!list.includes(p)) list.push(p);
      }
    }
  }
  return { people, bySurname, byFamily, byPost };
}

/** Names by which somebody may be called shortly: the last word, and the first, for names that may begin with the family's. */
function surnames(words: readonly string[]): string[] {
  const last = words[words.length - 1];
  return words.length > 1 && /^(i|ii|iii|iv|vi|jr|sr)$/.test(last)
    ? [words[words.length - 2]]
    : words.length > 2 || last.length < 3
      ? [last, words[0]]
      : [last];
}

export function slug(name: string): string {
  return foldName(name)
    .join("-")
    .replace(/[^a-z0-9-]/g, "");
}

/** Whether a tenure covers a day; a day not known is covered by whoever has no end. */
export function holds(t: Tenure, day: IsoDate | null): boolean {
  if (day === null) return t.to === null;
  return (t.from === null || t.from <= day) && (t.to === null || t.to >= day);
}
