import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import {
  type Context,
  isoToday,
  isServer,
  loadReader,
  openStore,
  type Progress,
  type Reader,
  type Store,
} from "../app/index.js";

export interface ServerContext extends Context {
  close(): Promise<void>;
}

const silent: Progress = { step: () => {}, end: () => {} };

/** A server's world: one store, made where there is none; nobody is there to be asked, and nothing comes from standard input. */
export function serverContext(storePath: string, progress = silent, today = isoToday): ServerContext {
  let store: Promise<Store> | null = null;
  let reader: Promise<Reader> | null = null;
  return {
    storePath,
    store() {
      if (store === null) {
        if (!isServer(storePath) && !existsSync(storePath))
          mkdirSync(dirname(storePath), { recursive: true });
        store = openStore(storePath);
        // A store that could not be opened is tried again by the next request.
        store.catch(() => {
          store = null;
        });
      }
      return store;
    },
    reader() {
      reader ??= loadReader();
      return reader;
    },
    today,
    now: () => new Date().toISOString(),
    progress,
    askPublished: async () => null,
    stdin: async () => new Uint8Array(),
    async close() {
      const opened = store;
      store = null;
      await opened?.then(
        (s) => s.close(),
        () => undefined,
      );
    },
  };
}
