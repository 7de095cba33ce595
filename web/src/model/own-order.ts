import type { FileList, ModelFile } from "../../../src/conflict/index.js";

/** How one party's preferences stand on this page: which of its lists, and the list's entries that count, most important first. */
export interface Own {
  /** Index among the party's own lists; 0 is the one the model is solved with. */
  readonly list: number;
  /** Places in the file's list, from 0. What is left out does not count. */
  readonly places: readonly number[];
}

/** By index of the decision maker. Who is not in it stands as in the file. */
export type Orders = ReadonlyMap<number, Own>;

/** The lists a party may turn out to have: the first, then its alternatives. */
export const listsOf = (file: ModelFile, maker: number): readonly FileList[] =>
  file.lists
    .filter((l) => l.of === maker && l.believedBy === null)
    .sort((a, b) => Number(a.name !== null) - Number(b.name !== null));

export const lengthOf = (list: FileList): number => list.order?.length ?? list.statements.length;

export const asInFile = (file: ModelFile, maker: number, list = 0): Own => ({
  list,
  places: Array.from({ length: lengthOf(listsOf(file, maker)[list]) }, (_, k) => k),
});

export const ownOf = (file: ModelFile, orders: Orders, maker: number): Own =>
  orders.get(maker) ?? asInFile(file, maker);

/** Moves what stands at one place of the order to another; the others close up. */
export function moved(own: Own, from: number, to: number): Own {
  const places = [...own.places];
  const [taken] = places.splice(from, 1);
  if (taken === undefined) return own;
  places.splice(Math.min(Math.max(to, 0), places.length), 0, taken);
  return { ...own, places };
}

/** Leaves an entry out of the order, or takes it back in at the end. */
export const counted = (own: Own, place: number, counts: boolean): Own => ({
  ...own,
  places: counts ? [...own.places, place] : own.places.filter((p) => p !== place),
});

/** The model's file with the orders of this page in the place of its own. Beliefs about others and alternatives stay. */
export function reordered(file: ModelFile, orders: Orders): ModelFile {
  if (orders.size === 0) return file;
  const lists = file.lists.map((l): FileList => {
    const own = l.believedBy === null && l.name === null ? orders.get(l.of) : undefined;
    if (own === undefined) return l;
    const from = listsOf(file, l.of)[own.list];
    return {
      ...from,
      name: null,
      statements: from.order === null ? own.places.map((p) => from.statements[p]) : [],
      order: from.order === null ? null : own.places.map((p) => from.order?.[p] ?? []),
    };
  });
  return { ...file, lists };
}

/** As it stands in an address: "JPN.0.2-1-3~RUS.1.1-2", places from 1; parties that stand as in the file are left out. */
export function writeOrders(file: ModelFile, orders: Orders): string {
  const parts: string[] = [];
  for (const [maker, own] of orders) {
    const same = asInFile(file, maker);
    if (own.list === 0 && own.places.join() === same.places.join()) continue;
    parts.push(`${file.makers[maker].code}.${own.list}.${own.places.map((p) => p + 1).join("-")}`);
  }
  return parts.join("~");
}

/** Reads what an address holds. What does not fit this model is passed over: the file's order stands there. */
export function readOrders(file: ModelFile, text: string): Orders {
  const out = new Map<number, Own>();
  for (const part of text.split("~")) {
    const found = /^([\w-]+)\.(\d{1,3})\.([\d-]*)$/.exec(part);
    const maker = found === null ? -1 : file.makers.findIndex((m) => m.code === found[1]);
    if (found === null || maker < 0) continue;
    const list = listsOf(file, maker)[Number(found[2])];
    if (list === undefined) continue;
    const places = found[3] === "" ? [] : found[3].split("-").map((p) => Number(p) - 1);
    const fits = places.every((p) => Number.isInteger(p) && p >= 0 && p < lengthOf(list));
    const whole = list.order === null || places.length === lengthOf(list);
    if (fits && whole && new Set(places).size === places.length)
      out.set(maker, { list: Number(found[2]), places });
  }
  return out;
}
