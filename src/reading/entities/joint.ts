import type { Office } from "../types.js";
import { type Owner, type Page, titleCase, words } from "./page.js";
import { together } from "./plurals.js";
import { OWNERS, only, typed } from "./scan.js";
import { holder, lastOffice } from "./titles.js";
import type { Entry } from "./trie.js";

/** Levels of posts that one person holds. */
const UNIQUE: ReadonlySet<string> = new Set(["leader", "minister"]);

/** Most owners of one joint phrase. */
const MOST = 6;

/** Words that may tell before its name what an organisation is: "the South American group Mercosur". */
const TOLD_BEFORE = 4;

/** Token at which the name of an organisation begins that is told what it is first, or `t`. */
function pastDescription(p: Page, t: number): number {
  for (let k = t; k <= t + TOLD_BEFORE && k < p.s.size; k++) {
    if (k > t && only(p.scan.at[k], "organisation") !== null && p.s.upos[k - 1] === "NOUN") return k;
    if (p.s.upos[k] !== "NOUN" && p.s.upos[k] !== "ADJ" && p.s.upos[k] !== "PROPN") break;
  }
  return t;
}

/** Owners behind a noun: "of Japan and Russia", "of Chad, Niger and Mali". Empty where what follows is not one. */
export function ownersBehind(p: Page, at: number): Owner[] {
  const list: Owner[] = [];
  let t = at;
  while (list.length < MOST) {
    if (p.has(t, "article")) t = pastDescription(p, t + 1);
    const m = p.scan.at[t] ?? null;
    const e = typed(m, OWNERS);
    if (m === null || e === null) break;
    list.push({ entry: e, from: t, to: m.to });
    t = m.to;
    // "the Chadian government": the state.
    const noun = p.has(t, "possessive-mark") ? t + 1 : t;
    const ruled = e.type === "demonym" || noun > t ? only(p.scan.at[noun] ?? null, "collective") : null;
    if (ruled !== null && ruled.kind === "state") t = p.scan.at[noun]!.to;
    const comma = p.s.norms[t] === ",";
    if (comma && p.has(t + 1, "coordinator")) t += 2;
    else if (comma || p.has(t, "coordinator")) t++;
    else break;
  }
  return list;
}

/**
 * "the Japanese and Russian foreign ministers", "the presidents of Chad and Niger": the plural of those who hold the post, each
 * known by the text, by the table on the day, or by country and post alone.
 */
export function jointPosts(p: Page, from: number, to: number, list: readonly Owner[], head: Entry): number {
  const { r, s } = p;
  for (const o of list) p.modifier(o);
  const counterparts = head.count === 2 ? lastOffice(r) : null;
  const title = counterparts?.title ?? titleCase(head.name);
  const level = (counterparts?.level ?? head.level) as Office["level"];
  const members: number[] = [];
  for (const o of list) {
    const of = o.entry.code;
    if (of === null) continue;
    const office: Office = { title, of, level, former: false, from: null, to: null, basis: "stated" };
    // "Russian and Iranian diplomats": not the one diplomat whom the text names.
    // "Greek and Turkish Cypriot leaders": of one country, and two.
    const own = list.some((x) => x !== o && x.entry.code === of && x.entry.key !== o.entry.key);
    const held = UNIQUE.has(level) && !own ? holder(r, of, office) : -1;
    members.push(
      held >= 0
        ? held
        : r.add(`post/${own ? o.entry.key : of}/${title}`, {
            kind: "person",
            name: `${words(s, o.from, o.to)} ${head.name}`,
            code: of,
            sector: head.sector ?? "GOV",
            office,
            members: [],
            country: r.words.stateNames.has(of) ? of : null,
            lexiconKey: null,
          }),
    );
  }
  const end = Math.max(to, list[list.length - 1].to);
  const entity = together(r, members, words(s, from, end));
  p.put(from, end, entity, "nominal", "actor", "entities/joint-post");
  return end;
}
