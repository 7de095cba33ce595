import { extend } from "../../text/index.js";
import type { Office } from "../types.js";
import { ledBefore, lookUpPerson, nameAt, personOf } from "./names.js";
import { type Page, words } from "./page.js";
import { headOf, isCapital, OWNERS, only, typed } from "./scan.js";
import { holds, type KnownPerson } from "./words.js";

/** Capitalised words nobody knows: a person, an organisation or a place, if something beside them says which. */
export function learned(p: Page, at: number): number | null {
  const { s, scan, r } = p;
  if (!isCapital(s.forms[at]) || s.upos[at] !== "PROPN" || p.has(at, "weekday-month")) return null;
  let end = at;
  while (
    end < s.size &&
    end < at + 7 &&
    (isCapital(s.forms[end]) ||
      ((s.forms[end] === "-" || p.has(end, "name-particle") || p.has(end, "of-preposition")) &&
        end > at &&
        end + 1 < s.size &&
        isCapital(s.forms[end + 1])))
  ) {
    if (
      end > at &&
      (only(scan.at[end], "capital") !== null || only(scan.at[end], "state") !== null) &&
      !p.has(end - 1, "of-preposition") &&
      s.norms[end - 1] !== "-"
    )
      break;
    end++;
  }
  const many = end - at > 1;
  if (many && p.has(end - 1, "place-head")) {
    const e = r.add(`place/learned/${scan.folded.slice(at, end).join(" ")}`, {
      kind: "place",
      name: words(s, at, end),
      code: null,
      sector: null,
      office: null,
      members: [],
      country: null,
      lexiconKey: null,
    });
    p.put(at, end, e, "name", "place", "entities/learned-place");
    return end;
  }
  const nameEnd = nameAt(p, at) ?? end;
  const folded = scan.folded.slice(at, nameEnd).filter((w) => w !== "");
  const head = headOf(s, at, nameEnd);
  const verb = s.heads[head];
  const speaks = s.deprels[head].startsWith("nsubj") && verb >= 0 && r.words.is("speech", s.lemmas[verb]);
  const described =
    s.norms[nameEnd] === "," &&
    (describes(p, nameEnd + 1) || (nameEnd - at > 1 && p.has(nameEnd + 1, "person-relative")));
  if (nameEnd - at === 1) {
    const k = lookUpPerson(p, at, folded, null) ?? heldNow(p, at, folded[0], speaks || deals(p, head));
    if (k !== null) {
      const i = r.known(k);
      r.callPerson(i, folded);
      p.put(at, nameEnd, i, "name", "actor", "entities/table-surname");
      return nameEnd;
    }
    if (!described) return null;
  }
  const owner = ownerBefore(p, at, nameEnd);
  if (owner !== null) {
    const i = personOf(p, at, nameEnd, null, null);
    r.setOffice(i, {
      title: "",
      of: owner,
      level: "other",
      former: false,
      from: null,
      to: null,
      basis: "implied",
    });
    p.put(at, nameEnd, i, "name", "actor", "entities/owned-name");
    return nameEnd;
  }
  const led = ledBefore(p, at);
  if (led !== null && isName(p, at, nameEnd)) {
    const i = personOf(p, at, nameEnd, null, null);
    r.setOffice(i, extend(HEAD, { of: led }));
    p.put(at, nameEnd, i, "name", "actor", "entities/learned-person");
    return nameEnd;
  }
  if (!many && !described) return null;
  const body = bodyBehind(p, at, nameEnd);
  const met =
    verb >= 0 && MEETS.test(s.deprels[head]) && r.words.is("meets", s.lemmas[verb]) && isName(p, at, nameEnd);
  if (!speaks && !described && !met && body === null) return null;
  const i = personOf(p, at, nameEnd, null, null);
  const of = body ?? (described ? headed(p, nameEnd + 1) : null);
  if (of !== null && r.entities[i].code === null) r.setOffice(i, extend(HEAD, { of }));
  p.put(at, nameEnd, i, "name", "actor", "entities/learned-person");
  return nameEnd;
}

/** Whether a subject or object meets or speaks, alone or with somebody else. */
function deals(p: Page, head: number): boolean {
  const { s, r } = p;
  const first = s.deprels[head] === "conj" ? s.heads[head] : head;
  const verb = s.heads[first] ?? -1;
  if (verb < 0 || !MEETS.test(s.deprels[first])) return false;
  return r.words.is("meets", s.lemmas[verb]) || r.words.is("speech", s.lemmas[verb]);
}

/** "Kerry and Lavrov met": the one of that family name who leads or is minister on the day, where he does what such people do. */
function heldNow(p: Page, at: number, name: string | undefined, acts: boolean): KnownPerson | null {
  const { r, s } = p;
  if (!acts || name === undefined || r.day === null || s.upos[at] !== "PROPN") return null;
  // A word of the language, a town or a given name may be another's.
  if (p.scan.at[at] !== null || r.words.readings.has(name) || r.words.givenNames.has(name)) return null;
  if (s.upos[at - 1] === "PROPN" || s.upos[at + 1] === "PROPN") return null;
  const now = (r.words.bySurname.get(name) ?? []).filter((k) =>
    k.tenures.some((t) => (t.level === "leader" || t.level === "minister") && holds(t, r.day)),
  );
  return now.length === 1 ? now[0] : null;
}

const HEAD: Omit<Office, "of"> = {
  title: "Head",
  level: "senior-official",
  former: false,
  from: null,
  to: null,
  basis: "implied",
};

const MEETS = /^(?:nsubj|obj)/;

/** Words of a name and nothing else: no body, place or paper, and none of it known for something. */
function isName(p: Page, at: number, end: number): boolean {
  for (let t = at; t < end; t++) {
    if (p.s.upos[t] !== "PROPN" && p.s.forms[t] !== "-" && !p.has(t, "name-particle")) return false;
    if (
      p.has(t, "place-head") ||
      p.has(t, "organisation-head") ||
      p.has(t, "document-head") ||
      p.has(t, "occasion-head")
    )
      return false;
    if (typed(p.scan.at[t], OWNERS) !== null) return false;
  }
  return end - at > 1;
}

/** "Ana Lind of the African Union": a given name and a body behind it; whose she is, else null. */
function bodyBehind(p: Page, at: number, end: number): string | null {
  if (!p.has(end, "of-preposition") || !p.r.words.givenNames.has(p.scan.folded[at]) || !isName(p, at, end))
    return null;
  const k = p.has(end + 1, "definite") ? end + 2 : end + 1;
  const e = only(p.scan.at[k] ?? null, "organisation") ?? only(p.scan.at[k] ?? null, "group");
  return e?.code ?? null;
}

/** ", who heads the rebels' council": whose it is that the named leads; null where that is not told. */
function headed(p: Page, t: number): string | null {
  if (!p.has(t, "person-relative") || !p.has(t + 1, "leads")) return null;
  const k = p.has(t + 2, "article") ? t + 3 : t + 2;
  return typed(p.scan.at[k] ?? null, OWNERS)?.code ?? null;
}

/** "Japan's Takehiro Funakoshi": two words that name nobody known, owned by a state; its code, else null. */
function ownerBefore(p: Page, at: number, end: number): string | null {
  const { last, r, s, scan } = p;
  if (end - at !== 2 || !p.has(at - 1, "possessive-mark") || s.upos[end - 1] !== "PROPN") return null;
  const state = p.drafts.findLast((d) => d.to === at - 1 && d.entity >= 0) ?? last;
  if (state === null || state === undefined || state.to !== at - 1 || state.entity < 0) return null;
  for (let t = at; t < end; t++) {
    if (scan.at[t] !== null && only(scan.at[t], "person") === null && !r.words.givenNames.has(scan.folded[t]))
      return null;
    if (p.has(t, "place-head") || p.has(t, "organisation-head") || p.has(t, "document-head")) return null;
  }
  const e = r.entities[state.entity];
  return e.kind === "state" && s.upos[end] !== "NOUN" ? e.code : null;
}

/** Whether a post comes within a few words: "the U.N. special envoy for Yemen". */
export function describes(p: Page, t: number): boolean {
  for (let k = t; k < Math.min(t + 7, p.s.size); k++) {
    if (only(p.scan.at[k], "post") !== null) return true;
    if ((p.s.upos[k] === "PUNCT" && p.s.forms[k] !== "-") || p.s.upos[k] === "VERB") return false;
  }
  return false;
}
