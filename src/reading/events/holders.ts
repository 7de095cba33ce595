import type { Lexicon } from "../../language/index.js";
import type { Layers } from "../layers.js";
import type { Actor, Entity } from "../types.js";

interface Term {
  readonly holder: string;
  /** First day, or "" where it was so before anything a text tells of. */
  readonly since: string;
}

/** Who holds the places that more than one claims. */
export interface Holders {
  isContested(place: Entity): boolean;
  /** Whoever held a place on a day: whoever is in the table, else the state it lies in; null where nobody knows. */
  at(layers: Layers, place: Entity, day: string | null): Actor | null;
}

/** Reads `places/holders`. A holder is a state's code, or the name of a land with a government of its own. */
export function loadHolders(lexicon: Lexicon): Holders {
  const terms = new Map<string, Term[]>();
  for (const [place, holder, since] of lexicon.table("places/holders").rows) {
    const key = place.toLowerCase();
    terms.set(key, [...(terms.get(key) ?? []), { holder, since }]);
  }
  const names = new Map<string, string>();
  const codes = new Map<string, string>();
  for (const [code, , name] of lexicon.table("actors/states").rows) {
    if (!names.has(code)) names.set(code, name);
    codes.set(name, code);
  }
  return {
    isContested: (place) => terms.has(place.name.toLowerCase()),
    at(layers, place, day) {
      const known = terms.get(place.name.toLowerCase());
      const term = known?.findLast((x) => day === null || x.since <= day);
      const holder = term?.holder ?? place.country ?? place.code;
      if (holder === null) return null;
      const name = names.get(holder) ?? holder;
      const code = codes.get(name) ?? holder;
      const found = layers.entities.find((e) => e.name === name && e.code === code);
      return {
        entity: (found ?? place).index,
        name,
        code,
        party: name === holder ? name : code,
        words: null,
        basis: "holder",
      };
    },
  };
}
