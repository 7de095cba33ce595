import { inTitleCase } from "../../language/index.js";
import { type Page, words } from "./page.js";
import { isCapital, OWNERS, only, typed } from "./scan.js";
import type { Entry } from "./trie.js";

const YEAR = /^(1[89]|20)\d\d$/;
const DIGITS = /^\d{4}$/;
/** "G7", "P5". */
const GROUP = /^[GP]-?\d+$/;

/** Names of documents and gatherings, which hold other names: "1956 Japan-Soviet Joint Declaration", "the Minsk agreements". */
export function formalName(p: Page, at: number): number | null {
  const { s, r } = p;
  if (!isCapital(s.forms[at]) && !YEAR.test(s.forms[at])) return null;
  let t = at;
  let end = -1;
  let kind: "document" | "occasion" = "document";
  while (t < s.size && t < at + 12) {
    const w = s.norms[t];
    const up = isCapital(s.forms[t]) || DIGITS.test(s.forms[t]) || GROUP.test(s.forms[t]);
    const doc = p.has(t, "document-head");
    const occ = p.has(t, "occasion-head");
    if ((doc || occ) && t > at && (up || w.endsWith("s") || namedBefore(p, at, t))) {
      end = t + 1;
      kind = doc ? "document" : "occasion";
      if (
        up &&
        p.has(t + 1, "of-preposition") &&
        s.norms[t + 2] !== undefined &&
        isCapital(s.forms[t + 2]) &&
        // "the Athens Declaration of Dec. 7": a date is no part of a name.
        !p.has(t + 2, "weekday-month") &&
        p.has(t, "document-of")
      ) {
        t += 3;
        while (t < s.size && isCapital(s.forms[t])) t++;
        end = t;
        break;
      }
      if (!up) break;
    } else if (
      !up &&
      w !== "-" &&
      !(p.has(t, "title-link") && t + 1 < s.size && isCapital(s.forms[t + 1]) && t > at)
    )
      break;
    t++;
  }
  if (end < 0) return null;
  // "Chad Rebels Sign Initial Peace Agreement": a headline, of which only "Doha Agreement" is a name.
  if (kind === "document" && inTitleCase(s) && !standsBefore(p, at, end)) return null;
  // "the Government of National Accord": a body with such a word in its name.
  if (kind === "document" && isBody(p, at, end)) return null;
  // "the U.S. Congress", "the French National Assembly", "Pacific Islands Forum" are bodies, not gatherings.
  for (let k = at; k < end; k++) {
    const m = p.scan.at[k];
    if (
      m !== null &&
      m.to === end &&
      (typed(m, OWNERS) !== null || only(m, "collective") !== null) &&
      (k === at || m.to - k > 1 || p.has(k, "occasion-head"))
    )
      if (kind === "occasion" || (m.to - k > 1 && typed(m, OWNERS) !== null)) return null;
  }
  const name = words(s, at, end);
  const e = r.add(`${kind}/${name.toLowerCase()}`, {
    kind,
    name,
    code: null,
    sector: null,
    office: null,
    members: [],
    country: null,
    lexiconKey: null,
  });
  p.put(at, end, e, "name", "actor", `entities/${kind}`);
  for (let k = at; k < end; ) {
    const m = p.scan.at[k];
    const o = typed(m, OWNERS) ?? only(m, "place");
    if (m !== null && o !== null && m.to <= end && !(k === at && m.to === end))
      p.modifier({ entry: o, from: k, to: m.to });
    k = m !== null && o !== null && m.to <= end ? m.to : k + 1;
  }
  return end;
}

/** A place, a state or a year right before the noun of a paper. */
function standsBefore(p: Page, at: number, end: number): boolean {
  if (YEAR.test(p.s.forms[at])) return true;
  const m = p.scan.at[at];
  if (m === null || !(typed(m, OWNERS) ?? only(m, "place") ?? only(m, "capital"))) return false;
  return m.to < end && (p.has(m.to, "document-head") || p.has(m.to + 1, "document-head"));
}

/** A body that the tables know by this name, or one that says what it is and behind "of" what it stands for. */
function isBody(p: Page, at: number, end: number): boolean {
  const m = p.scan.at[at];
  if (m !== null && m.to === end && typed(m, BODIES) !== null) return true;
  for (let t = at + 1; t < end - 1; t++)
    if (p.has(t, "of-preposition"))
      return p.has(t - 1, "organisation-head") || only(p.scan.at[t - 1] ?? null, "collective") !== null;
  return false;
}
const BODIES: ReadonlySet<Entry["type"]> = new Set(["government", "organisation", "group"]);

/** Whether tokens [from, to) name what a lower-case head may follow: a city or a numbered group, not a state ("Japan-Russia summit"). */
export function namedBefore(p: Page, from: number, to: number): boolean {
  const m = p.scan.at[from];
  if (m === null || m.to !== to) return false;
  const e = only(m, "organisation");
  return (
    (e !== null && p.has(to, "occasion-head")) ||
    ((only(m, "place") ?? only(m, "capital")) !== null && p.has(to, "document-head"))
  );
}
