import type { Handling } from "../access/index.js";
import type { Store } from "../store/index.js";

/** What somebody may see: up to a mark, and only what concerns some negotiations; null: all. */
export interface View {
  readonly clearance: Handling;
  readonly negotiations: readonly string[] | null;
}

/** Tells views apart. */
export const viewKey = ({ clearance, negotiations }: View): string =>
  `${clearance} ${negotiations === null ? "*" : JSON.stringify(negotiations)}`;

/** The store as somebody may see it, see `cleared.ts`, which brings the whole record with it and is loaded by who asks. */
export const clearedStore = async (store: Store, view: View): Promise<Store> =>
  (await import("./cleared.js")).clearedStore(store, view);
