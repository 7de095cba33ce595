import type { EntityKind } from "../types.js";
import { ownMinistry } from "./ministries.js";
import { type Page, words } from "./page.js";
import { isCapital, OWNERS, only, typed } from "./scan.js";
import type { Entry } from "./trie.js";
import { whereabouts } from "./whereabouts.js";

/** What a learned body is, by what its head noun is in `actors/collectives`; armies that no state is named for are armed groups. */
const KINDS: Readonly<Record<string, EntityKind>> = {
  party: "party",
  court: "court",
  media: "media",
  company: "company",
  legislature: "legislature",
  military: "armed-group",
  "armed-group": "armed-group",
};

/** Longest name in tokens. */
const LONGEST = 10;

/**
 * A body the tables do not know, by its head noun or by the acronym behind it: "the National Front for Reform (NFR)", "Union of
 * Free Farmers". Where every word is a known owner, post or collective ("Russian Defence Ministry") the titled phrase reads it.
 */
export function learnedOrganisation(p: Page, at: number): number | null {
  const { s, scan, r } = p;
  if (!isCapital(s.forms[at]) || s.upos[at] === "DET" || s.upos[at] === "VERB" || s.upos[at] === "ADP")
    return null;
  // "Its Defence Ministry": whose it is, is no part of the name.
  if (s.xpos[at] === "PRP$") return null;
  if (p.has(at, "weekday-month") || p.has(at, "article")) return null;
  let end = at;
  let head = -1;
  let linked = false;
  let news = false;
  while (end < s.size && end < at + LONGEST) {
    const link = end > at ? linksOn(p, end, linked, head) : 0;
    if (link > 0) {
      linked = true;
      news ||= p.has(end, "owner-of-organisation");
      end += link;
      continue;
    }
    if (s.forms[end] === "-" && end > at && isCapital(s.forms[end + 1] ?? "")) {
      end++;
      continue;
    }
    // "the Foreign Ministry on Wednesday": a day ends a name, and opens none.
    if (!isCapital(s.forms[end]) || p.has(end, "weekday-month") || only(scan.at[end], "person") !== null)
      break;
    if (end > at && !linked && only(scan.at[end], "post") !== null && !p.has(end, "organisation-head")) break;
    if (p.has(end, "organisation-head") && (!linked || head < 0)) head = end;
    else if (scan.at[end] === null) news = true;
    end++;
  }
  while (end > at && !isCapital(s.forms[end - 1])) end--;
  const acronym = acronymBehind(p, at, end);
  if (end - at < 2 || (acronym === null && (head < 0 || (head < end - 1 && !linked)))) return null;
  if (!news && acronym === null && !isStatelessMinistry(p, at, end, head)) return null;
  // "the Grand Renaissance Dam (GRD)": works and papers have acronyms too.
  if (head < 0 && (p.has(end - 1, "place-head") || p.has(end - 1, "document-head"))) return null;
  for (let k = at; k < end; k++) {
    const m = scan.at[k];
    if (m !== null && m.to >= end && m.to - k > 1 && typed(m, OWNERS) !== null) return null;
  }
  const stop = acronym === null ? end : end + 3;
  const index = learn(p, at, end, head);
  if (acronym !== null) r.alias([scan.folded[end + 1]], index);
  else if (initials(p, at, end).length > 2) r.alias([initials(p, at, end).toLowerCase()], index);
  p.put(at, stop, index, "name", "actor", "entities/learned-organisation");
  return stop;
}

/** "The Foreign Ministry summoned the Japanese ambassador": no state is named, and the text tells whose it is. */
function isStatelessMinistry(p: Page, at: number, end: number, head: number): boolean {
  if (head < 0 || !p.has(head, "ministerial")) return false;
  for (let k = at; k < end; k++) if (typed(p.scan.at[k], OWNERS) !== null) return false;
  return ownMinistry(p, at, end) !== null;
}

/** Tokens of a link inside a name at `t`: "of", "for the", "and" inside what the body is for; 0 where the name ends. */
function linksOn(p: Page, t: number, linked: boolean, head: number): number {
  const { forms } = p.s;
  if (!p.has(t, "title-link") || head < 0) return 0;
  if (p.has(t, "coordinator") && !linked) return 0;
  if (p.has(t + 1, "weekday-month")) return 0;
  if (isCapital(forms[t + 1] ?? "")) return 1;
  return p.has(t + 1, "article") && isCapital(forms[t + 2] ?? "") && !isCapital(forms[t + 1]) ? 2 : 0;
}

/** "(NFR)" behind a name whose words begin with its letters; null where there is none. */
function acronymBehind(p: Page, at: number, end: number): string | null {
  const { forms, size } = p.s;
  if (end + 2 >= size || forms[end] !== "(" || forms[end + 2] !== ")") return null;
  const inside = forms[end + 1];
  if (!/^[A-Z][A-Za-z/.-]+$/.test(inside) || end - at < 2) return null;
  const first = inside[0];
  return forms.slice(at, end).some((f) => f[0] === first) ? inside : null;
}

function initials(p: Page, at: number, end: number): string {
  let out = "";
  for (let t = at; t < end; t++) if (isCapital(p.s.forms[t])) out += p.s.forms[t][0];
  return out;
}

function learn(p: Page, at: number, end: number, head: number): number {
  const { s, scan, r } = p;
  let code: string | null = null;
  for (let k = at; k < end; k++) code ??= typed(scan.at[k], OWNERS)?.code ?? null;
  let noun: Entry | null = null;
  for (let k = at; k <= head; k++) if (scan.at[k]?.to === head + 1) noun ??= only(scan.at[k], "collective");
  let kind = (noun !== null && KINDS[noun.kind]) || "organisation";
  // "the rebel Lofa Defence Force": the word before tells what it is.
  const before = p.last !== null && p.last.to === at ? (p.last.fallback?.() ?? p.last.entity) : -1;
  if (before >= 0 && r.entities[before].kind === "armed-group") kind = "armed-group";
  if (code === null && (kind === "party" || kind === "armed-group")) code = whereabouts(p, at);
  if (code === null && p.has(head, "ministerial")) code = ownMinistry(p, at, end);
  return r.add(`organisation/learned/${scan.folded.slice(at, end).join(" ")}`, {
    kind,
    name: words(s, at, end),
    code,
    sector: kind === "armed-group" ? "REB" : kind === "party" ? "OPP" : (noun?.sector ?? "NGO"),
    office: null,
    members: [],
    country: code !== null && r.words.stateNames.has(code) ? code : null,
    lexiconKey: null,
  });
}
