import type { Lexicon } from "../language/index.js";
import { activeJudgements, type Judgement } from "../ledger/index.js";
import type { Book } from "./book.js";
import { compare } from "./entry.js";
import { fold, jaccard } from "./words.js";

export type NamedKind = "person" | "organisation" | "place" | "document";

/** A name as sources write it. */
export interface Named {
  readonly name: string;
  readonly kind: NamedKind;
  /** State or organisation it belongs to, or null. */
  readonly code: string | null;
  readonly reports: number;
  readonly first: string;
  readonly last: string;
  /** One statement that holds it. */
  readonly statement: string;
}

/** Two names that may mean one thing, with what speaks for it and what people decided. */
export interface Candidate {
  readonly kind: NamedKind;
  readonly left: string;
  readonly right: string;
  /** 0 to 1. */
  readonly score: number;
  readonly reason: string;
  /** `same` and `different` may follow from other decisions: same is transitive. Null where nobody decided. */
  readonly answer: "same" | "different" | "unsure" | null;
  readonly decided: "by a person" | "follows" | null;
}

/** Names that people decided mean one thing; the first is shown. */
export interface Identity {
  readonly name: string;
  readonly names: readonly string[];
}

/** Least score at which a pair is put before a person. */
const WORTH = 0.6;

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

/** Names in a book up to a day: who acts or speaks, where, and which documents. */
export function namesOf(book: Book, asKnownOn: string): Named[] {
  const out = new Map<string, { -readonly [K in keyof Named]: Named[K] }>();
  for (const { item, statement } of book.known(asKnownOn)) {
    const add = (name: string | null | undefined, kind: NamedKind, code: string | null): void => {
      if (name === null || name === undefined || name === "" || name === code) return;
      const key = `${kind}/${name}`;
      const { known, id } = statement;
      const old = out.get(key);
      if (old === undefined)
        out.set(key, { name, kind, code, reports: 1, first: known, last: known, statement: id });
      else {
        old.reports++;
        old.last = known;
      }
    };
    if (item.kind === "meeting") for (const r of item.representatives) add(r.name, "person", r.code);
    if (item.kind === "quote" && item.speaker !== null && / /.test(item.speaker.name))
      add(item.speaker.name, "person", item.speaker.code);
    if ("place" in item && item.place !== null) add(item.place.name, "place", item.place.country);
    if (item.kind === "agreement") add(item.instrument, "document", null);
    if (item.kind === "event")
      for (const a of [...item.actors, ...item.recipients])
        if (a.code === "IGO" || a.code === "NGO") add(a.name, "organisation", a.code);
  }
  return [...out.values()].sort((a, b) => b.reports - a.reports || compare(a.name, b.name));
}

/** Pairs of names worth a person's look, best first; what was decided is told with them. */
export function candidatesOf(
  names: readonly Named[],
  book: Book,
  judgements: readonly Judgement[],
  sound: (name: string) => string,
): Candidate[] {
  const decided = decisionsOf(judgements);
  const sets = book.negotiation.names.map((n) => new Set([n.of, ...Object.values(n.by).flat()].map(fold)));
  const keys = names.map((n) => ({
    ...n,
    words: sound(n.name)
      .split(" ")
      .filter((w) => w !== ""),
  }));
  const blocks = new Map<string, number[]>();
  for (const [i, k] of keys.entries()) {
    const own = [
      ...k.words.filter((w) => w.length > 2),
      ...k.words
        .map((w) => w[0])
        .join("")
        .split(" "),
    ];
    for (const word of new Set([
      ...own,
      ...sets.flatMap((s, n) => (s.has(fold(k.name)) ? [`set ${n}`] : [])),
    ])) {
      const key = `${k.kind}/${word}`;
      blocks.set(key, [...(blocks.get(key) ?? []), i]);
    }
  }
  const out = new Map<string, Candidate>();
  for (const list of blocks.values()) {
    for (const i of list.slice(0, 200)) {
      for (const j of list.slice(0, 200)) {
        if (j <= i) continue;
        const [left, right] = [keys[i].name, keys[j].name].sort(compare);
        if (out.has(`${left}\n${right}`)) continue;
        const match = compareNames(keys[i], keys[j], sets);
        const answer = decided.answer(left, right);
        if (match !== null && (match.score >= WORTH || answer.answer !== null))
          out.set(`${left}\n${right}`, { kind: keys[i].kind, left, right, ...match, ...answer });
      }
    }
  }
  return [...out.values()].sort(
    (a, b) => b.score - a.score || compare(a.left, b.left) || compare(a.right, b.right),
  );
}

interface Key extends Named {
  readonly words: readonly string[];
}

function compareNames(
  a: Key,
  b: Key,
  sets: readonly ReadonlySet<string>[],
): { score: number; reason: string } | null {
  if (sets.some((s) => s.has(fold(a.name)) && s.has(fold(b.name))))
    return { score: 1, reason: "names of one thing, by party, in the negotiation's description" };
  if (a.kind === "document") {
    const years = (k: Key): string => k.words.filter((w) => /^\d{4}$/.test(w)).join();
    if (years(a) !== "" && years(b) !== "" && years(a) !== years(b)) return null;
    const like = jaccard(new Set(a.words), new Set(b.words));
    return {
      score: Math.round(100 * (0.2 + 0.8 * like)) / 100,
      reason: `${Math.round(100 * like)} % of the words in common`,
    };
  }
  if (a.code !== null && b.code !== null && a.code !== b.code) return null;
  const full = (k: Key): string => k.words.join(" ");
  if (full(a) === full(b)) return { score: 0.97, reason: "one sound, two spellings" };
  const initials = (k: Key): string => k.words.map((w) => w[0]).join("");
  if (a.kind !== "person") {
    if (initials(a) === full(b).replace(/ /g, "") || initials(b) === full(a).replace(/ /g, ""))
      return { score: 0.8, reason: "one is the other's initials" };
    const like = jaccard(new Set(a.words), new Set(b.words));
    return {
      score: Math.round(100 * like) / 100,
      reason: `${Math.round(100 * like)} % of the words in common`,
    };
  }
  const [last, other] = [a.words.at(-1), b.words.at(-1)];
  const swapped = a.words.length > 1 && [...a.words].sort().join(" ") === [...b.words].sort().join(" ");
  if (swapped) return { score: 0.92, reason: "the same names in another order" };
  if (last !== other) return null;
  if (a.words.length === 1 || b.words.length === 1)
    return { score: 0.75, reason: "the same last name, given in full once" };
  const [x, y] = [a.words[0], b.words[0]];
  if (x === y) return { score: 0.9, reason: "the same first and last name" };
  if ((x.length === 1 || y.length === 1) && x[0] === y[0])
    return { score: 0.8, reason: "the same last name and initial" };
  return x.slice(0, 4) === y.slice(0, 4) && x.length > 3
    ? { score: 0.7, reason: "the same last name, like first names" }
    : null;
}

/** What people decided about names, with what follows: same is transitive, and what differs from one differs from all that are it. */
export function decisionsOf(judgements: readonly Judgement[]) {
  const direct = new Map<string, "same" | "different" | "unsure">();
  for (const { decision: d } of activeJudgements(judgements))
    if (d.type === "same") direct.set([d.left, d.right].sort(compare).join("\n"), d.answer);
  const parent = new Map<string, string>();
  const root = (name: string): string => {
    let at = name;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    return at;
  };
  for (const [pair, answer] of [...direct].sort((a, b) => compare(a[0], b[0]))) {
    if (answer !== "same") continue;
    const [a, b] = pair.split("\n").map(root);
    if (a !== b) parent.set(a < b ? b : a, a < b ? a : b);
  }
  const apart = new Set<string>();
  for (const [pair, answer] of direct)
    if (answer === "different") apart.add(pair.split("\n").map(root).sort(compare).join("\n"));
  return {
    root,
    answer(left: string, right: string): Pick<Candidate, "answer" | "decided"> {
      const own = direct.get([left, right].sort(compare).join("\n"));
      if (own !== undefined) return { answer: own, decided: "by a person" };
      const [a, b] = [root(left), root(right)];
      if (a === b && left !== right) return { answer: "same", decided: "follows" };
      if (apart.has([a, b].sort(compare).join("\n"))) return { answer: "different", decided: "follows" };
      return { answer: null, decided: null };
    },
    /** Decided identities of more than one name. */
    identities(): Identity[] {
      const groups = new Map<string, Set<string>>();
      for (const [pair, answer] of direct) {
        if (answer !== "same") continue;
        for (const name of pair.split("\n"))
          groups.set(root(name), (groups.get(root(name)) ?? new Set()).add(name));
      }
      return [...groups]
        .map(([name, names]) => ({ name, names: [...names].sort(compare) }))
        .sort((a, b) => compare(a.name, b.name));
    },
  };
}
