import type { Layers } from "../layers.js";
import type { Actor, Entity } from "../types.js";

/** The two whom a text is about, each as its state or party; null where it does not speak of two. */
const pairs = new WeakMap<object, readonly [Entity, Entity] | null>();

/**
 * The other side, where the sentence names none: in an account of talks between two parties, what one of them rejects or gives up is the
 * other's. Only in a text that speaks of "the two sides" and names these two most.
 */
export function counterpart(layers: Layers, actors: readonly Actor[]): Actor[] {
  const pair = pairOf(layers);
  if (pair === null || actors.length === 0) return [];
  const [a, b] = pair;
  const of = actors.every((x) => x.code === a.code) ? b : actors.every((x) => x.code === b.code) ? a : null;
  return of === null
    ? []
    : [
        {
          entity: of.index,
          name: of.name,
          code: of.code,
          party: of.party,
          words: null,
          basis: "counterpart",
        },
      ];
}

function pairOf(layers: Layers): readonly [Entity, Entity] | null {
  let pair = pairs.get(layers.parsed);
  if (pair === undefined) {
    pair = find(layers);
    pairs.set(layers.parsed, pair);
  }
  return pair;
}

function find({ mentions, entities }: Layers): readonly [Entity, Entity] | null {
  const named = new Map<string, number>();
  const joined = new Map<string, { readonly of: readonly [Entity, Entity]; times: number }>();
  for (const m of mentions) {
    const e = entities[m.entity];
    if (e.kind !== "plural") {
      if (e.code !== null && m.use !== "place") named.set(e.code, (named.get(e.code) ?? 0) + 1);
      continue;
    }
    if (e.members.length !== 2) continue;
    const [x, y] = e.members.map((i) => partyOf(entities, entities[i]));
    if (x === null || y === null || x.code === y.code) continue;
    const of = x.index < y.index ? ([x, y] as const) : ([y, x] as const);
    const key = `${of[0].index}+${of[1].index}`;
    const seen = joined.get(key);
    if (seen === undefined) joined.set(key, { of, times: 1 });
    else seen.times++;
  }
  const [first, second] = [...joined.values()].sort((a, b) => b.times - a.times);
  if (first === undefined || first.times === second?.times) return null;
  const most = [...named]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 2)
    .map(([code]) => code);
  return first.of.every((e) => e.code !== null && most.includes(e.code)) ? first.of : null;
}

/** A person's country, else who it is. */
function partyOf(entities: readonly Entity[], e: Entity): Entity | null {
  if (e.kind !== "person") return e;
  return entities.find((x) => x.kind === "state" && x.code !== null && x.code === e.country) ?? null;
}
