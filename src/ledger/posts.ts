import type { Actor, Entity, Item, Reading } from "../reading/index.js";
import { extend, type IsoDate } from "../text/index.js";

/** The post in which a person acts in an item, as the article gives it or the table of offices knows it. */
export interface Post {
  readonly title: string;
  /** Country or organisation. */
  readonly of: string | null;
  readonly level: string;
  readonly former: boolean;
  /** First and last day in it; null where not known. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** Whether the days come from the table of offices. */
  readonly table: boolean;
}

/** What a statement keeps of a person beside the name, since entity numbers mean nothing outside their reading. */
export interface Personal {
  readonly post: Post | null;
  /** Key in the table of offices: two people of one name have two. */
  readonly key: string | null;
}

/** The item with what its reading knows of the people in it. The item's own id and all other fields stay. */
export function withPeople<I extends Item>(item: I, reading: Reading): I {
  const dress = (value: unknown): unknown => {
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) {
      const list = value.map(dress);
      return list.some((v, i) => v !== value[i]) ? list : value;
    }
    const old = value as Record<string, unknown>;
    let out = old;
    for (const [key, field] of Object.entries(old)) {
      const made = dress(field);
      if (made === field) continue;
      if (out === old) out = { ...old };
      out[key] = made;
    }
    const person =
      typeof old.entity === "number" && "code" in old ? personal(reading.entities[old.entity]) : null;
    return person === null ? out : extend(out, { person });
  };
  return dress(item) as I;
}

function personal(entity: Entity | undefined): Personal | null {
  if (entity?.kind !== "person" || (entity.office === null && entity.lexiconKey === null)) return null;
  const { office, lexiconKey } = entity;
  if (office === null) return { post: null, key: lexiconKey };
  const { title, of, level, former, from, to, basis } = office;
  return { post: { title, of, level, former, from, to, table: basis === "table" }, key: lexiconKey };
}

/** What a statement knows of a person in it; null where nothing, or where an older version kept it. */
export const personalOf = (actor: Actor): Personal | null =>
  (actor as Actor & { readonly person?: Personal }).person ?? null;
