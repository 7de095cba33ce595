import { nameAt, personOf } from "./names.js";
import type { Owner, Page } from "./page.js";
import { isCapital, only } from "./scan.js";
import type { Entry } from "./trie.js";

/** A place or a person of the lexicon, or somebody's short name. */
export function singleName(p: Page, at: number): number | null {
  const { s, scan, r } = p;
  const m = scan.at[at];
  if (p.has(at, "honorific") && at + 1 < s.size) {
    // "Mr de Klerk": written small, and yet where the name begins.
    let begin = at + 1;
    while (p.has(begin, "name-particle") && !isCapital(s.forms[begin])) begin++;
    const end = nameAt(p, begin);
    if (end !== null) {
      p.put(at, end, personOf(p, at + 1, end, null, null), "name", "actor", "entities/honorific");
      return end;
    }
  }
  if (m !== null) {
    const person = only(m, "person");
    if (person !== null) {
      const i = personOf(p, at, m.to, null, null);
      p.put(at, m.to, i, "name", "actor", "entities/person");
      return m.to;
    }
    const plural = only(m, "plural");
    if (plural !== null) return null;
    const place = only(m, "place");
    if (place !== null && r.personByName(scan.folded[at]) < 0) return placeName(p, at, m.to, place);
  }
  if (!isCapital(s.forms[at]) || s.upos[at] === "PUNCT") return null;
  const end = nameAt(p, at) ?? at;
  if (end - at > 1) {
    const full = r.personByName(
      scan.folded
        .slice(at, end)
        .filter((w) => w !== "")
        .join(" "),
    );
    if (full >= 0) {
      p.put(at, end, full, "name", "actor", "entities/short-name");
      return end;
    }
  }
  const known = scan.folded[at].length > 1 ? r.personByName(scan.folded[at]) : -1;
  if (known >= 0 && (s.upos[at] === "PROPN" || s.upos[at] === "NOUN")) {
    p.put(at, at + 1, known, "name", "actor", "entities/short-name");
    return at + 1;
  }
  return null;
}

export function placeName(p: Page, from: number, to: number, e: Entry): number {
  const { s, scan, r } = p;
  let end = to;
  if (p.has(end, "place-head") && isCapital(s.forms[end])) end++;
  const index = r.entry(e, true);
  let country: Owner | null = null;
  if (s.norms[end] === "," && end + 1 < s.size && isCapital(s.forms[end + 1])) {
    const m = scan.at[end + 1];
    const next = only(m, "place") ?? only(m, "state");
    if (m !== null && next !== null && next.code === e.code) {
      if (next.type === "state") country = { entry: next, from: end + 1, to: m.to };
      end = p.has(m.to, "place-head") && isCapital(s.forms[m.to]) ? m.to + 1 : m.to;
    } else if (p.has(end + 2, "place-head") && isCapital(s.forms[end + 2])) end += 3;
  }
  // "Middle East envoy": what he is for, not where he is.
  const office = only(p.scan.at[end] ?? null, "post") !== null && s.upos[end] === "NOUN";
  p.put(
    from,
    end,
    index,
    "name",
    office ? "modifier" : "place",
    p.has(end, "possessive-mark") ? "entities/place-owner" : "entities/place",
  );
  if (country !== null) p.modifier(country);
  return end;
}
