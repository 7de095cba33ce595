import type { Sentence } from "../../language/index.js";
import type { Office } from "../types.js";
import { armyState } from "./called.js";
import { type Page, words } from "./page.js";
import { isCapital, OWNERS, only, typed } from "./scan.js";
import type { Entry } from "./trie.js";
import { holds, type KnownPerson } from "./words.js";

/** End of a person's name starting at `t`, or null. */
export function nameAt(p: Page, t: number): number | null {
  const { s, scan } = p;
  if (t >= s.size || !isCapital(s.forms[t])) return null;
  const known = only(scan.at[t], "person");
  if (known !== null) return scan.at[t]!.to;
  let k = t;
  while (k < s.size && k < t + 6) {
    const m = scan.at[k];
    if (
      isCapital(s.forms[k]) &&
      (s.upos[k] === "PROPN" || s.upos[k] === "NOUN" || s.upos[k] === "X" || s.upos[k] === "ADJ" || k > t) &&
      (s.upos[k] !== "VERB" || (k > t && hyphenated(s, k + 1))) &&
      !p.has(k, "weekday-month")
    ) {
      if (
        k === t &&
        typed(m, OWNERS) !== null &&
        s.forms[k + 1] !== undefined &&
        !isCapital(s.forms[k + 1]) &&
        only(m, "capital") === null &&
        p.r.personByName(scan.folded[k]) < 0
      )
        return null;
      if (k > t && only(m, "post") !== null && s.norms[k].length > 4) break;
      k++;
    } else if (
      k > t &&
      (s.forms[k] === "-" || s.forms[k] === "'" || p.has(k, "name-particle")) &&
      k + 1 < s.size &&
      (isCapital(s.forms[k + 1]) ||
        p.has(k + 1, "name-particle") ||
        (s.forms[k + 1] === "-" && isCapital(s.forms[k + 2] ?? "")) ||
        (s.norms[k] === "'" &&
          /^[a-z]+$/.test(s.forms[k + 1]) &&
          s.ends[k] === s.starts[k + 1] &&
          s.ends[k - 1] === s.starts[k] &&
          !p.has(k, "possessive-mark")))
    ) {
      k += s.norms[k] === "'" ? 2 : 1;
    } else if (k > t + 1 && hyphenated(s, k)) k += 2;
    else break;
  }
  return k > t ? k : null;
}

/** Entity of a named person, from the article, the table, or learned. */
export function personOf(
  p: Page,
  from: number,
  to: number,
  office: Office | null,
  post: Entry | null,
): number {
  const { s, scan, r } = p;
  const folded = scan.folded.slice(from, to).filter((w) => w !== "" && w !== "'");
  const full = folded.join(" ");
  const seen = r.personByName(full);
  let index = seen;
  if (index < 0 && folded.length > 1) {
    const short = r.personByName(folded[folded.length - 1]);
    if (short >= 0 && !r.entities[short].name.includes(" ")) index = short;
  }
  if (index < 0) {
    const known = lookUpPerson(p, from, folded, office);
    index =
      known !== null
        ? r.known(known)
        : r.learnPerson(
            s.starts[from] < s.ends[to - 1] ? words(s, from, to) : full,
            office?.of ?? null,
            null,
            post?.sector ?? null,
          );
  }
  if (folded.length > 1 && !r.entities[index].name.includes(" ")) r.entities[index].name = words(s, from, to);
  r.callPerson(index, folded);
  titleGender(p, from, index);
  if (office !== null) {
    const e = r.entities[index];
    const of =
      office.of ??
      e.office?.of ??
      e.code ??
      (office.basis === "stated" && office.level !== "other" ? stateUntold(p, post) : null);
    r.setOffice(index, { ...office, of });
  }
  return index;
}

/** Whose an official is of whom no country is told. */
export function stateUntold(p: Page, post: Entry | null): string | null {
  const { r, s } = p;
  // A mediator is of none of the parties.
  if (post !== null && isMediator(p, post)) return r.mediating;
  return (
    ownPost(p, post) ??
    (r.ministry?.paragraph === s.paragraph ? r.ministry.code : null) ??
    (post?.sector === "MIL" ? armyState(p) : null) ??
    r.datelineState ??
    r.subjectAt(s.paragraph) ??
    r.foremostState()
  );
}

/** Whether a post is a go-between's. */
export const isMediator = ({ r }: Page, post: Entry): boolean =>
  r.words.clues.get(post.name.slice(post.name.lastIndexOf(" ") + 1))?.has("mediator") === true;

/** The state that alone has a post of this name, unless the text hardly names that one and is told from or about another. */
export function ownPost({ r }: Page, post: Entry | null): string | null {
  const code = post?.code ?? null;
  if (code === null || !r.words.stateNames.has(code)) return code;
  const other = r.datelineState ?? r.foremostState();
  if (other === null) return code;
  const named = (of: string): number => r.stateCounts.get(of) ?? 0;
  return named(other) >= PASSING * named(code) ? other : code;
}

/** A state named so many times less often than another is spoken of in passing. */
const PASSING = 3;

/** "The Ghanaian side, led by Ana Lind": whose delegation the one named at `at` leads; null where no such words stand before. */
export function ledBefore(p: Page, at: number): string | null {
  const { last, r, s } = p;
  if (!p.has(at - 1, "agent-preposition") || !p.has(at - 2, "leads") || s.norms[at - 3] !== ",") return null;
  if (last === null || last.to !== at - 3 || last.entity < 0) return null;
  const { code } = r.entities[last.entity];
  return code !== null && r.words.stateNames.has(code) ? code : null;
}

/** "Ms. Lind", "spokeswoman Anna Lind": the word before the name tells the sex. */
function titleGender(p: Page, from: number, index: number): void {
  for (let t = from - 1; t >= 0 && t >= from - 2; t--) {
    if (p.has(t, "female-title")) p.r.tellGender(index, "female");
    else if (p.has(t, "male-title")) p.r.tellGender(index, "male");
  }
}

/** How much it weighs that somebody holds a post of a level on the day: of two who share a name the higher is meant. */
const RANK: Readonly<Partial<Record<Office["level"], number>>> = { leader: 3, minister: 2.5 };

export function lookUpPerson(
  p: Page,
  from: number,
  folded: readonly string[],
  office: Office | null,
): KnownPerson | null {
  const { r, scan } = p;
  const exact = only(scan.at[from], "person");
  const fits = (k: KnownPerson): boolean => office?.of == null || k.tenures.some((t) => t.of === office.of);
  if (exact !== null) {
    let first: KnownPerson | null = null;
    for (const e of scan.at[from]!.entries) {
      const k = e.type === "person" ? r.words.people.get(e.key) : undefined;
      if (k === undefined || !fits(k)) continue;
      if (k.tenures.some((t) => holds(t, r.day))) return k;
      first ??= k;
    }
    if (first !== null) return first;
    return null;
  }
  const family = folded.length === 1 && office !== null ? r.words.byFamily.get(folded[0]) : undefined;
  const list = family ?? r.words.bySurname.get(folded[folded.length - 1]);
  if (list === undefined || (folded.length > 1 && office === null)) return null;
  // "Price", "Hill": a family name that opens sentences as a word of the language is nobody's until he is named in full.
  if (office === null && r.words.readings.get(folded[0])?.has("word") === true) return null;
  let best: KnownPerson | null = null;
  let bestScore = 0;
  let tied = false;
  for (const k of list) {
    if (!fits(k)) continue;
    if (folded.length > 1 && k.name[0].toLowerCase() !== folded[0][0]) continue;
    let score = office?.of != null ? 2 : 0;
    for (const t of k.tenures) {
      if (holds(t, r.day)) score += RANK[t.level] ?? 2;
      if (office !== null && t.level === office.level)
        score += t.title.toLowerCase() === office.title.toLowerCase() ? 2 : 1;
      if (r.stateCounts.has(t.of)) score += 2;
    }
    if (score > bestScore) {
      bestScore = score;
      best = k;
      tied = false;
    } else if (score === bestScore) tied = true;
  }
  return bestScore >= (office === null ? 3 : 2) && !(tied && (office === null || family !== undefined))
    ? best
    : null;
}

/** Longest second syllable of "Tae-yul". */
const SYLLABLE = 6;

/** "Lee Jae-yong", "Wang Shih-chieh": a given name whose second syllable is written small behind a hyphen; no "Kim Jong-led". */
function hyphenated(s: Sentence, k: number): boolean {
  if (k + 1 >= s.size || s.forms[k] !== "-") return false;
  const next = s.forms[k + 1];
  return (
    s.starts[k] === s.ends[k - 1] &&
    s.starts[k + 1] === s.ends[k] &&
    next.length <= SYLLABLE &&
    /^\p{Ll}+$/u.test(next) &&
    s.xpos[k + 1] !== "VBN" &&
    s.xpos[k + 1] !== "VBD"
  );
}
