import { mentionAt } from "../phrases/index.js";
import type { Clause, Entity } from "../types.js";
import type { Reader } from "./meaning.js";
import { groupsAt } from "./nouns.js";

const ARMED = new Set<Entity["kind"]>(["military", "armed-group"]);
const LANDS = new Set<Entity["kind"]>(["state", "place", "territory"]);
const THINGS = new Set<Entity["kind"]>(["document", "occasion", "place"]);

/**
 * Whether a clause gives an entry what it needs. A plain word is a group that the object must belong to; "from:body" one for the
 * object of a preposition ("any" and "party" as well); the rest are named below.
 */
export function meets(r: Reader, c: Clause, need: string): boolean {
  const objects = c.support >= 0 ? [c.head] : c.objects;
  const kind = (t: number): Entity["kind"] | null => {
    const m = mentionAt(r.layers, r.s.index, t);
    return m === null ? null : r.layers.entities[m.entity].kind;
  };
  const is = (t: number, group: string): boolean => groupsAt(r.words, r.s, t).has(group);
  const party = (t: number): boolean => {
    const k = kind(t);
    return k === null ? is(t, "person") : !THINGS.has(k) && !r.words.is("thing", r.s.lemmas[t]);
  };
  switch (need) {
    case "none":
      return objects.length === 0;
    case "passive":
      return c.passive;
    case "complement":
      return r.innerOf(c) !== null;
    case "party":
      return objects.some(party);
    case "not-party":
      return !objects.some(party);
    case "place-object":
      return (
        objects.some((o) => LANDS.has(kind(o) ?? "group") || is(o, "territory")) ||
        c.obliques.some((o) => LANDS.has(kind(o.head) ?? "group") || is(o.head, "territory"))
      );
    case "self":
      return objects.some((o) => r.words.is("self", r.s.norms[o]));
    case "military-subject":
      return c.subjects.some((t) => ARMED.has(kind(t) ?? "group") || is(t, "troops") || is(t, "fighter"));
    case "diplomat-subject":
      return c.subjects.some((t) => {
        const m = mentionAt(r.layers, r.s.index, t);
        const e = m === null ? null : r.layers.entities[m.entity];
        return e?.kind === "person" || is(t, "delegation") || is(t, "envoy") || is(t, "office-holder");
      });
  }
  const colon = need.indexOf(":");
  if (colon < 0) return objects.some((o) => is(o, need));
  const group = need.slice(colon + 1);
  return c.obliques.some(
    (o) =>
      o.prep === need.slice(0, colon) &&
      (group === "any" || (group === "party" ? party(o.head) : is(o.head, group))),
  );
}
