import type { Lexicon } from "../language/index.js";
import type { Judgement } from "../ledger/index.js";
import type { IsoDate } from "../text/index.js";
import type { Book } from "./book.js";
import { compare } from "./entry.js";
import { type Named, type NamedKind, officesOf } from "./names.js";
import { type Answered, decisionsOf } from "./same-names.js";
import { fold, jaccard } from "./words.js";

/** Two names that may mean one thing, with what speaks for it and what people decided. */
export interface Candidate extends Answered {
  readonly kind: NamedKind;
  readonly left: string;
  readonly right: string;
  /** 0 to 1. `same` and `different` may follow from other decisions: same is transitive. */
  readonly score: number;
  readonly reason: string;
  /** For a post and a person: days in which sources or the table have this person in it, to decide for; else null. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** Least score at which a pair is put before a person. */
const WORTH = 0.6;
/** Names of one block that are compared with one another, most reported first: keeps the work bounded. */
const MOST = 200;

/** Compares names by how they sound: letters that stand for one sound meet. */
export function createSpelling(lexicon: Lexicon): (name: string) => string {
  const pairs = lexicon
    .table("record/spellings")
    .rows.map(([written, heard]) => [written, heard] as const)
    .sort((a, b) => b[0].length - a[0].length);
  return (name) => {
    let rest = fold(name).replace(/[^\p{L}\p{N} ]/gu, "");
    let out = "";
    while (rest !== "") {
      const pair = pairs.find(([written]) => rest.startsWith(written));
      const [take, put] = pair === undefined ? [1, rest[0]] : [pair[0].length, pair[1]];
      out += put;
      rest = rest.slice(take);
    }
    return out.replace(/(.)\1+/gu, "$1");
  };
}

/** Pairs of names worth a person's look, best first; what was decided is told with them. */
export function candidatesOf(
  names: readonly Named[],
  book: Book,
  asKnownOn: IsoDate,
  judgements: readonly Judgement[],
  sound: (name: string) => string,
): Candidate[] {
  const decided = decisionsOf(judgements);
  const sets = book.negotiation.names.map((n) => new Set([n.of, ...Object.values(n.by).flat()].map(fold)));
  const keys = names
    .filter((n) => !n.post)
    .map((n) => ({
      ...n,
      words: sound(n.name)
        .split(" ")
        .filter((w) => w !== ""),
    }));
  const out = new Map<string, Candidate>();
  for (const list of blocksOf(keys, sets).values()) {
    for (const i of list.slice(0, MOST)) {
      for (const j of list.slice(0, MOST)) {
        if (j <= i) continue;
        const [left, right] = [keys[i].name, keys[j].name].sort(compare);
        if (left === right || out.has(`${left}\n${right}`)) continue;
        const match = compareNames(keys[i], keys[j], sets);
        const answer = decided.answer(left, right);
        if (match !== null && (match.score >= WORTH || answer.answer !== null))
          out.set(`${left}\n${right}`, {
            kind: keys[i].kind,
            left,
            right,
            ...match,
            ...answer,
            from: null,
            to: null,
          });
      }
    }
  }
  for (const c of holders(names, book, asKnownOn)) {
    const [left, right] = [c.left, c.right].sort(compare);
    out.set(`${left}\n${right}`, { ...c, left, right, ...decided.answer(left, right) });
  }
  return [...out.values()].sort(
    (a, b) => b.score - a.score || compare(a.left, b.left) || compare(a.right, b.right),
  );
}

interface Key extends Named {
  readonly words: readonly string[];
}

/** Names that share a word, their initials, or a set of the negotiation's names, by what they share. */
function blocksOf(keys: readonly Key[], sets: readonly ReadonlySet<string>[]): Map<string, number[]> {
  const blocks = new Map<string, number[]>();
  for (const [i, k] of keys.entries()) {
    const initials = k.words.map((w) => w[0]).join("");
    const own = sets.flatMap((s, n) => (s.has(fold(k.name)) ? [`set ${n}`] : []));
    // Initials are letters as written, whatever they sound like.
    const written = k.kind !== "document" ? [] : [k.words.length === 1 ? fold(k.name) : initialsOf(k.name)];
    for (const word of new Set([...k.words.filter((w) => w.length > 2), initials, ...written, ...own])) {
      const key = `${k.kind}/${word}`;
      blocks.set(key, [...(blocks.get(key) ?? []), i]);
    }
  }
  return blocks;
}

const initialsOf = (name: string): string =>
  fold(name)
    .split(" ")
    .map((w) => w[0])
    .join("");

type Match = { readonly score: number; readonly reason: string };

const shareOf = (like: number): string => `${Math.round(100 * like)} % of the words in common`;
const round = (x: number): number => Math.round(100 * x) / 100;

function compareNames(a: Key, b: Key, sets: readonly ReadonlySet<string>[]): Match | null {
  if (sets.some((s) => s.has(fold(a.name)) && s.has(fold(b.name))))
    return { score: 1, reason: "names of one thing, by party, in the negotiation's description" };
  if (a.kind === "document") return compareDocuments(a, b);
  if (a.code !== null && b.code !== null && a.code !== b.code) return null;
  // The table of offices knows them as two people.
  if (a.key !== null && b.key !== null && a.key !== b.key) return null;
  const full = (k: Key): string => k.words.join(" ");
  if (full(a) === full(b)) return { score: 0.97, reason: "one sound, two spellings" };
  const initials = (k: Key): string => k.words.map((w) => w[0]).join("");
  if (a.kind !== "person") {
    if (initials(a) === full(b).replace(/ /g, "") || initials(b) === full(a).replace(/ /g, ""))
      return { score: 0.8, reason: "one is the other's initials" };
    const like = jaccard(new Set(a.words), new Set(b.words));
    return { score: round(like), reason: shareOf(like) };
  }
  const match = comparePeople(a, b);
  if (match === null) return null;
  const shared = a.titles.find((t) => b.titles.some((u) => fold(u) === fold(t)));
  return shared === undefined
    ? match
    : { score: round(Math.min(0.99, match.score + 0.05)), reason: `${match.reason}; both called ${shared}` };
}

function comparePeople(a: Key, b: Key): Match | null {
  const [last, other] = [a.words.at(-1), b.words.at(-1)];
  if (a.words.length > 1 && [...a.words].sort().join(" ") === [...b.words].sort().join(" "))
    return { score: 0.92, reason: "the same names in another order" };
  if (last !== other) return null;
  if (a.words.length === 1 || b.words.length === 1)
    return { score: 0.75, reason: "the same last name, given in full once" };
  const [x, y] = [a.words[0], b.words[0]];
  if (x === y) return { score: 0.9, reason: "the same first and last name" };
  // Initials as they are written: a sound of two letters begins with neither.
  if ((x.length === 1 || y.length === 1) && fold(a.name)[0] === fold(b.name)[0])
    return { score: 0.8, reason: "the same last name and initial" };
  return x.slice(0, 4) === y.slice(0, 4) && x.length > 3
    ? { score: 0.7, reason: "the same last name, like first names" }
    : null;
}

/** "Joint Declaration of 1956" and "1956 Declaration": one name is the other in short, and the year is the same. */
function compareDocuments(a: Key, b: Key): Match | null {
  const years = (k: Key): string => k.words.filter((w) => /^\d{4}$/.test(w)).join();
  if (years(a) !== "" && years(b) !== "" && years(a) !== years(b)) return null;
  if (a.words.join(" ") === b.words.join(" ")) return { score: 0.97, reason: "the same words" };
  const short = (k: Key, of: Key): boolean => k.words.length === 1 && fold(k.name) === initialsOf(of.name);
  if (short(a, b) || short(b, a)) return { score: 0.8, reason: "one is the other's initials" };
  // Of which accord it is, a name of two words says one.
  if (Math.min(a.words.length, b.words.length) < 2) return null;
  const set = (k: Key): Set<string> => new Set(k.words.filter((w) => w.length > 2));
  const [x, y] = [set(a), set(b)];
  const [small, large] = x.size <= y.size ? [x, y] : [y, x];
  const like = jaccard(x, y);
  if (small.size >= 2 && [...small].every((w) => large.has(w)) && years(a) === years(b) && years(a) !== "")
    return { score: 0.9, reason: "one name is the other in short, of the same year" };
  return { score: round(0.2 + 0.8 * like), reason: shareOf(like) };
}

/** Posts without a name beside the people who were in them when they were named: who that was depends on the day. */
function holders(names: readonly Named[], book: Book, asKnownOn: IsoDate): Omit<Candidate, keyof Answered>[] {
  const offices = officesOf(book, asKnownOn);
  return names
    .filter((n) => n.post)
    .flatMap((post) =>
      offices.flatMap(({ code, title, holders: list }) => {
        const own = fold(post.name);
        if (
          code !== post.code ||
          (!post.titles.some((t) => fold(t) === fold(title)) && !own.endsWith(fold(title)))
        )
          return [];
        return list.flatMap((h, i) => {
          const from = h.from ?? (i === 0 ? h.first : dayAfter(list[i - 1].last, h.first));
          const to = h.to ?? list[i + 1]?.from ?? asKnownOn;
          if (to < post.first || from > post.last) return [];
          return [
            {
              kind: "person" as const,
              left: post.name,
              right: h.name,
              score: h.basis === "table" ? 0.9 : 0.85,
              reason: `${h.name} was ${title} then, by ${h.basis === "table" ? "the table of offices" : `${h.reports} report${h.reports === 1 ? "" : "s"}`}`,
              from,
              to,
            },
          ];
        });
      }),
    );
}

const dayAfter = (last: IsoDate, first: IsoDate): IsoDate => (last < first ? first : last);
