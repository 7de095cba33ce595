import type { Office } from "../types.js";
import type { Registry } from "./registry.js";
import { fold } from "./trie.js";
import { type ActorWords, holds } from "./words.js";

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
  return words.titles.get(fold(title))?.any.includes(office.level) === true;
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
  for (const title of [wanted, r.words.titles.get(wanted)?.same ?? wanted])
    for (const k of r.words.byPost.get(`${code}/${title}`) ?? [])
      if (k.tenures.some((t) => t.of === code && fold(t.title) === title && holds(t, r.day)))
        return r.known(k);
  return -1;
}

/** Office of the person named last in the sentences before, for "his counterpart". */
export function lastOffice(r: Registry): Office | null {
  for (let i = r.mentions.length - 1; i >= 0; i--) {
    const o = r.entities[r.mentions[i].entity].office;
    if (o !== null) return o;
  }
  return null;
}
