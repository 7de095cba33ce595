import type { Owner, Page } from "./page.js";
import { isCapital, only } from "./scan.js";
import type { Entry } from "./trie.js";
import { useOf } from "./use.js";

const NOMINAL: ReadonlySet<string> = new Set(["ADJ", "NOUN", "PROPN", "NUM"]);

/** States in front of a noun that is nobody ("Japan-Russia summit"), or standing alone. */
export function bareOwners(
  p: Page,
  at: number,
  lead: { list: Owner[]; next: number },
  noun: boolean,
): number | null {
  const { s } = p;
  const possessed = p.has(lead.next - 1, "possessive-mark");
  if (lead.list[0].from !== at) return null;
  let end = lead.list[lead.list.length - 1].to;
  for (const o of lead.list) {
    const e = o.entry;
    const person = only(p.scan.at[o.from], "person");
    if (person !== null) return null;
    const asModifier =
      lead.list.length > 1 ||
      e.type === "demonym" ||
      (noun && !possessed && lead.next === o.to && NOMINAL.has(s.upos[o.to]));
    if (asModifier && e.type === "capital" && lead.list.length === 1) {
      p.put(o.from, o.to, p.r.entry(e, true), "name", "place", "entities/city-of-noun");
      continue;
    }
    if (asModifier) {
      if (e.type === "demonym" && !noun && lead.list.length === 1)
        p.put(
          o.from,
          o.to,
          p.r.entry(e),
          "demonym",
          s.upos[o.from] === "PROPN" || s.upos[o.from] === "NOUN" ? "actor" : "modifier",
          "entities/demonym",
        );
      else p.modifier(o);
      continue;
    }
    end = standing(p, o.from, o.to, e);
  }
  return Math.max(end, at + 1);
}

/** "the Southern Transitional Council": "the STC" is that, where nobody else is called so. */
function callByInitials(p: Page, from: number, to: number, index: number): void {
  let letters = "";
  for (let t = from; t < to; t++) if (isCapital(p.s.forms[t])) letters += p.s.forms[t][0].toLowerCase();
  const links = p.s.forms.slice(from, to).filter((f) => !isCapital(f)).length;
  if (to - from - links === letters.length && letters.length > 2 && p.r.personByName(letters) < 0)
    p.r.alias([letters], index);
}

export function standing(p: Page, from: number, to: number, e: Entry): number {
  // "Kuala Lumpur, Malaysia": a city with its state behind it is a place.
  const behind = e.type === "capital" && p.s.norms[to] === "," ? (p.scan.at[to + 1] ?? null) : null;
  const country = only(behind, "state");
  if (behind !== null && country !== null && country.code === e.code) {
    p.put(from, behind.to, p.r.entry(e, true), "name", "place", "entities/capital-place");
    p.modifier({ entry: country, from: to + 1, to: behind.to });
    return behind.to;
  }
  const acronym = p.s.forms[from] === p.s.forms[from].toUpperCase() && to - from === 1;
  const { use, rule } =
    e.type === "state" || e.type === "capital"
      ? useOf(p, from, to, e.type === "capital")
      : { use: "actor" as const, rule: `entities/${e.type}` };
  // "Egypt's Sameh Shoukry": the state only tells whose he is.
  if (rule === "use/owner" && only(p.scan.at[to + 1] ?? null, "person") !== null) {
    p.modifier({ entry: e, from, to });
    return to;
  }
  const form = acronym ? "acronym" : e.type === "people" ? "demonym" : "name";
  const index = p.r.entry(e, use === "place");
  if (e.type === "government" || e.type === "group") callByInitials(p, from, to, index);
  p.put(from, to, index, form, use, rule);
  return to;
}
