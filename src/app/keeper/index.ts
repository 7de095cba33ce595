import type { Store } from "../../store/index.js";
import { keepMemoryFor } from "../memory.js";
import { Keeper } from "./keeper.js";

export type { Prepared } from "./prepared.js";
export { Keeper };

const keepers = new WeakMap<Store, Keeper>();

/** Makes the keeper of a store that shows a part of another. */
export async function keepPart(
  part: Store,
  whole: Store,
  shows: (statement: string) => boolean,
): Promise<void> {
  keepers.set(part, (await keeperOf(whole)).over(part, shows));
}

/** The keeper of a store, one each. */
export async function keeperOf(store: Store): Promise<Keeper> {
  const found = keepers.get(store);
  if (found !== undefined) return found;
  const { loadLexicon } = await import("../../resources/index.js");
  const { createRecorder } = await import("../../record/index.js");
  const { createAnalyst } = await import("../../analysis/index.js");
  keepMemoryFor("holding");
  const lexicon = loadLexicon();
  const keeper = new Keeper(store, createRecorder(lexicon), createAnalyst(lexicon));
  keepers.set(store, keeper);
  return keeper;
}
