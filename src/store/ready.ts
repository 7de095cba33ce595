import type { Added, Ready } from "./types.js";

interface AsIs extends Ready {
  readonly list: readonly Added[];
}

/** For stores that keep documents as they come. */
export const readyAsIs = (list: readonly Added[]): AsIs => ({ documents: list.length, list });

export const asWas = (ready: Ready): readonly Added[] => (ready as AsIs).list;
