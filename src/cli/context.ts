import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { createInterface } from "node:readline/promises";
import {
  AppError,
  type Context,
  isoToday,
  isServer,
  loadReader,
  openStore,
  type Reader,
  type Store,
} from "../app/index.js";
import { terminalProgress } from "./progress.js";

export interface CliContext extends Context {
  close(): Promise<void>;
}

/** The terminal's context: the clock, the embedded store in this folder, a progress bar on stderr, a person if stdin is a terminal. */
export function cliContext(path?: string): CliContext {
  const storePath = path ?? process.env.RAPPORTEUR_STORE ?? ".rapporteur/store.sqlite";
  let store: Promise<Store> | null = null;
  let reader: Promise<Reader> | null = null;
  return {
    storePath,
    store(options) {
      if (store === null) {
        if (!isServer(storePath) && !existsSync(storePath)) {
          if (options?.create !== true)
            throw new AppError("STORE_MISSING", `No file ${storePath}.`, { store: storePath });
          mkdirSync(dirname(storePath), { recursive: true });
        }
        store = openStore(storePath);
      }
      return store;
    },
    reader() {
      reader ??= loadReader();
      return reader;
    },
    today: isoToday,
    now: () => new Date().toISOString(),
    progress: terminalProgress(),
    async askPublished(name, beginning) {
      if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
      const lines = createInterface({ input: process.stdin, output: process.stderr });
      try {
        const answer = await lines.question(
          `${name}: "${beginning}..."\nWhen was it published (YYYY-MM-DD, empty to skip)? `,
        );
        return answer.trim() === "" ? null : answer.trim();
      } finally {
        lines.close();
      }
    },
    watched: process.stdout.isTTY === true && !process.env.CI,
    async stdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return new Uint8Array(Buffer.concat(chunks));
    },
    async serve(options) {
      return (await import("../server/index.js")).startServer(storePath, options);
    },
    async close() {
      if (store !== null)
        await store.then(
          (s) => s.close(),
          () => undefined,
        );
    },
  };
}
