import type { Registry } from "./registry.js";
import type { Scan } from "./scan.js";
import { ownerOfShared, ownSecurityBody } from "./shared.js";
import type { Entry, Match } from "./trie.js";

/**
 * Settles whose a body with a common name is, and whose people a people is: Kurds of Iraq, of Syria, Hutus of Burundi live where the text plays; "ethnic Russians" are of
 * the country they live in, not of the one they are named after. A sentence's own states go before the text's.
 */
export function settled(r: Registry, sc: Scan): Scan {
  let at: (Match | null)[] | null = null;
  for (let t = 0; t < sc.at.length; t++) {
    const m = sc.at[t];
    if (m === null) continue;
    const e = m.entries[0];
    if (r.words.shared.has(e.key)) {
      const code = ownerOfShared(r, sc, e, t);
      if (code === e.code) continue;
      at ??= [...sc.at];
      at[t] = { ...m, entries: [{ ...e, key: `${e.key}/of/${code}`, code }, ...m.entries.slice(1)] };
      continue;
    }
    const own = e.type === "organisation" ? ownSecurityBody(r, sc, e, t) : null;
    if (own !== null) {
      at ??= [...sc.at];
      at[t] = { ...m, entries: [own] };
      continue;
    }
    const ethnic = t > 0 && (sc.clues[t - 1]?.has("ethnic") ?? false) && NAMED.has(e.type);
    const homes = ethnic ? null : r.words.homes.get(e.key);
    if (homes === undefined) continue;
    const code = home(r, sc, e, homes, t);
    if (code === null || (code === e.code && !ethnic)) continue;
    at ??= [...sc.at];
    const local = { ...e, key: `${e.key}/in/${code}`, code };
    at[t] = { ...m, entries: [e.type === "group" ? local : { ...local, type: "people", kind: "group" }] };
  }
  return at === null ? sc : { ...sc, at };
}

const NAMED: ReadonlySet<Entry["type"]> = new Set(["demonym", "people"]);
const LANDS: ReadonlySet<Entry["type"]> = new Set(["state", "demonym", "capital", "place", "people"]);

/** The state among `homes` (null: any) that stands nearest behind the people, else before it, else most often in the text. */
function home(
  r: Registry,
  sc: Scan,
  people: Entry,
  homes: readonly string[] | null,
  at: number,
): string | null {
  const fits = (t: number): string | null => {
    const e = sc.at[t]?.entries[0];
    if (e === undefined || !LANDS.has(e.type) || e.code === null || t === at) return null;
    if (homes === null) return e.code !== people.code && r.words.stateNames.has(e.code) ? e.code : null;
    return e.code === people.code || homes.includes(e.code) ? e.code : null;
  };
  for (let t = at + 1; t < sc.at.length; t++) {
    const code = fits(t);
    if (code !== null) return code;
  }
  for (let t = at - 1; t >= 0; t--) {
    const code = fits(t);
    if (code !== null) return code;
  }
  if (homes === null) return null;
  let best = people.code;
  let most = best === null ? 0 : (r.stateCounts.get(best) ?? 0);
  for (const code of homes) {
    const n = r.stateCounts.get(code) ?? 0;
    if (n > most) {
      best = code;
      most = n;
    }
  }
  return best;
}
