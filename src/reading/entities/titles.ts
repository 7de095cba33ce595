import { addDays, type IsoDate } from "../../text/index.js";
import type { Office } from "../types.js";
import type { Registry } from "./registry.js";
import { fold } from "./trie.js";
import { type ActorWords, holds, type KnownPerson, type Tenure } from "./words.js";

/** A title as `actors/posts` knows it: what it is another word for, and the levels it may be said of. */
export interface TitleWords {
  readonly same: string;
  readonly any: readonly string[];
}

const plain = (words: ActorWords, title: string): string => {
  const t = fold(title);
  return words.titles.get(t)?.same ?? t;
};

/**
 * Whether somebody of this office may be called by this title: the same words or their end ("the minister" of a foreign minister),
 * another word for it ("the premier"), or a word for any of that level ("the leader").
 */
export function fitsTitle(words: ActorWords, office: Office, title: string): boolean {
  const have = plain(words, office.title);
  const want = plain(words, title);
  if (have === want || have.endsWith(` ${want}`)) return true;
  if (words.titles.get(fold(title))?.any.includes(office.level) !== true) return false;
  // A secretary-general is no envoy, whatever his level.
  const noun = (t: string): string => t.slice(t.lastIndexOf(" ") + 1);
  return !words.is("envoy-post", noun(want)) || have === "" || words.is("envoy-post", noun(have));
}

/** Who holds a post of a country: somebody the article named, else the table on the day; -1 where neither knows. */
export function holder(r: Registry, code: string, office: Office): number {
  for (const i of r.personsOf(code)) {
    const e = r.entities[i];
    if (
      e.office !== null &&
      e.code === code &&
      !e.office.former &&
      r.isNamed(i) &&
      fitsTitle(r.words, e.office, office.title)
    )
      return i;
  }
  if (r.day === null || office.former) return -1;
  const wanted = fold(office.title);
  const same = plain(r.words, office.title);
  const exact = (t: Tenure): boolean => fold(t.title) === wanted;
  const alike = (t: Tenure): boolean => t.level === office.level && plain(r.words, t.title) === same;
  for (const fits of [exact, alike]) {
    const known = inPost(r.words.byPost.get(`${code}/${same}`) ?? [], code, r.day, fits);
    if (known !== null) return known === "several" ? -1 : r.known(known);
  }
  return -1;
}

/** Days in which who goes and who comes may both be told to hold a post: many tenures are known by their month. */
const HANDOVER = 31;

/** Who of a post's holders holds it on a day, the newest where one takes over; "several" where more than one does for longer. */
function inPost(
  holders: readonly KnownPerson[],
  code: string,
  day: IsoDate,
  fits: (t: Tenure) => boolean,
): KnownPerson | "several" | null {
  const held = new Map<KnownPerson, Tenure>();
  for (const k of holders) {
    const t = k.tenures.find((x) => x.of === code && fits(x) && holds(x, day));
    if (t !== undefined) held.set(k, t);
  }
  const [newest, ...others] = [...held].sort(([, a], [, b]) => ((a.from ?? "") < (b.from ?? "") ? 1 : -1));
  if (newest === undefined) return null;
  const from = newest[1].from;
  const settled = from === null ? day : addDays(from, HANDOVER);
  return others.some(([, t]) => t.to === null || t.to > settled) ? "several" : newest[0];
}

/** Office of the person named last in the sentences before, for "his counterpart". */
export function lastOffice(r: Registry): Office | null {
  for (let i = r.mentions.length - 1; i >= 0; i--) {
    const o = r.entities[r.mentions[i].entity].office;
    if (o !== null) return o;
  }
  return null;
}
