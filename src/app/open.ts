import type { Reader } from "../reading/index.js";
import type { Store } from "../store/index.js";
import type { IsoDate } from "../text/index.js";

/** Adapters are loaded when they are needed: a command that reads nothing starts fast. */
export async function loadReader(): Promise<Reader> {
  return (await import("../resources/index.js")).loadReader();
}

export async function openStore(path: string): Promise<Store> {
  const { openPostgresStore, openSqliteStore } = await import("../store/index.js");
  return isServer(path)
    ? openPostgresStore({ url: path, create: true })
    : openSqliteStore({ path, create: true });
}

export const isoToday = (): IsoDate => new Date().toISOString().slice(0, 10);

/** Whether a store's name is the address of a PostgreSQL server, and not a file. */
export const isServer = (path: string): boolean => /^postgres(ql)?:\/\//.test(path);
