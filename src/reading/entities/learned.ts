import { lookUpPerson, nameAt, personOf } from "./names.js";
import { type Page, words } from "./page.js";
import { headOf, isCapital, only } from "./scan.js";

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
    const k = lookUpPerson(p, at, folded, null);
    if (k !== null) {
      const i = r.known(k);
      r.callPerson(i, folded);
      p.put(at, nameEnd, i, "name", "actor", "entities/table-surname");
      return nameEnd;
    }
    if (!described) return null;
  }
  if (!many && !described) return null;
  if (!speaks && !described) return null;
  const i = personOf(p, at, nameEnd, null, null);
  p.put(at, nameEnd, i, "name", "actor", "entities/learned-person");
  return nameEnd;
}

/** Whether a post comes within a few words: "the U.N. special envoy for Yemen". */
export function describes(p: Page, t: number): boolean {
  for (let k = t; k < Math.min(t + 7, p.s.size); k++) {
    if (only(p.scan.at[k], "post") !== null) return true;
    if ((p.s.upos[k] === "PUNCT" && p.s.forms[k] !== "-") || p.s.upos[k] === "VERB") return false;
  }
  return false;
}
