import { keeperOf } from "../../src/app/keeper/index.js";
import { rowsOf } from "../../src/record/index.js";
import type { Store } from "../../src/store/index.js";
import type { Worlds } from "../../tools/worlds/index.js";

export interface Pairwise {
  readonly precision: number;
  readonly recall: number;
}

/** Pairs of reports put together rightly, over all pairs put together and over all that belong together. */
export function pairwise(found: ReadonlyMap<string, string>, truth: ReadonlyMap<string, string>): Pairwise {
  const both = new Map<string, number>();
  const mine = new Map<string, number>();
  const real = new Map<string, number>();
  const count = (map: Map<string, number>, key: string): void => {
    map.set(key, (map.get(key) ?? 0) + 1);
  };
  for (const [id, cluster] of found) {
    const thing = truth.get(id);
    if (thing === undefined) continue;
    count(mine, cluster);
    count(real, thing);
    count(both, `${cluster} ${thing}`);
  }
  const pairs = (map: ReadonlyMap<string, number>): number =>
    [...map.values()].reduce((n, k) => n + (k * (k - 1)) / 2, 0);
  const [right, said, is] = [both, mine, real].map(pairs);
  const share = (a: number, b: number): number => (b === 0 ? 1 : Math.round((10_000 * a) / b) / 10_000);
  return { precision: share(right, said), recall: share(right, is) };
}

export interface Identity extends Pairwise {
  readonly kinds: Readonly<Record<string, Pairwise>>;
  readonly copies: Pairwise;
}

/** Compares the clusters in a store with the truth of the worlds it was filled from. */
export async function scoreIdentity(store: Store, worlds: Worlds): Promise<Identity> {
  const truth = new Map<string, string>();
  const kindOf = new Map<string, string>();
  const original = new Map<string, string>();
  let left = 20_000;
  for (const a of worlds.articles()) {
    for (const [s, o] of a.truth) truth.set(s, o);
    original.set(a.version.document.id, a.original);
    if (--left === 0) break;
  }
  const found = new Map<string, string>();
  const copies = new Map<string, string>();
  const keeper = await keeperOf(store);
  await keeper.placeAll();
  for (const n of worlds.negotiations) {
    for (const row of rowsOf(await store.shelf.sheets(n.id))) {
      if (row.place === null || !truth.has(row.statement)) continue;
      found.set(row.statement, row.place.cluster);
      kindOf.set(row.statement, row.kind);
      if (!copies.has(row.document)) copies.set(row.document, row.document);
    }
  }
  const { all } = await copiesOf(store, [...copies.keys()]);
  const kinds: Record<string, Pairwise> = {};
  for (const kind of new Set(kindOf.values())) {
    const own = new Map([...found].filter(([s]) => kindOf.get(s) === kind));
    kinds[kind] = pairwise(own, truth);
  }
  return { ...pairwise(found, truth), kinds, copies: pairwise(all, original) };
}

async function copiesOf(store: Store, documents: readonly string[]): Promise<{ all: Map<string, string> }> {
  const all = new Map(documents.map((d) => [d, d]));
  for (const d of documents)
    for (const c of await store.shelf.copiesOf(d)) if (all.has(c.document)) all.set(c.document, d);
  return { all };
}
