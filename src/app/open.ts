import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Access, DeskFile } from "../access/index.js";
import type { Reader } from "../reading/index.js";
import type { Store } from "../store/index.js";
import type { IsoDate } from "../text/index.js";

/** Adapters are loaded when they are needed: a command that reads nothing starts fast. */
export async function loadReader(): Promise<Reader> {
  return (await import("../resources/index.js")).loadReader();
}

/** `bulk`: much is to be written, as far as the kind of store makes a difference. */
export async function openStore(path: string, { bulk = false } = {}): Promise<Store> {
  const { openPostgresStore, openSqliteStore } = await import("../store/index.js");
  return isServer(path)
    ? openPostgresStore({ url: path, create: true })
    : openSqliteStore({ path, create: true, bulk });
}

export const isoToday = (): IsoDate => new Date().toISOString().slice(0, 10);

/** Whether a store's name is the address of a PostgreSQL server, and not a file. */
export const isServer = (path: string): boolean => /^postgres(ql)?:\/\//.test(path);

/** Who may use a server over this store: a file of its own beside the store, or in this folder for a store on a PostgreSQL server. */
export async function openAccess(storePath: string, create: boolean): Promise<Access | null> {
  const path = isServer(storePath)
    ? ".rapporteur/access.sqlite"
    : storePath.replace(/(\.sqlite)?$/, ".access.sqlite");
  return (await import("../access/index.js")).openAccess(path, create);
}

/** What a server keeps for itself over this store: audit log and jobs, in a file beside the store, or in this folder as above. */
export async function openDeskFile(storePath: string): Promise<DeskFile> {
  const path = isServer(storePath)
    ? ".rapporteur/desk.sqlite"
    : storePath.replace(/(\.sqlite)?$/, ".desk.sqlite");
  return (await import("../access/index.js")).openDeskFile(path);
}

/** Folder in which the program is installed. */
export const programFolder = async (): Promise<string> =>
  (await import("../resources/index.js")).packageRoot();

/** Bundled models by the name that a web client gives them: their files on this machine. */
export async function exampleModels(): Promise<ReadonlyMap<string, string>> {
  const { exampleDossiers } = await import("../resources/index.js");
  return new Map(
    exampleDossiers().flatMap(({ id, folder }) => {
      const file = join(folder, "model.conflict");
      return existsSync(file) ? [[`examples/${id}/model.conflict`, file] as const] : [];
    }),
  );
}

/** Texts that come as texts and not as files. */
export const pasted = () => import("./use-cases/pasted.js");

/** Inputs of every list that is told page by page. */
export const loadPageInput = async () => (await import("./page-input.js")).pageInput;
