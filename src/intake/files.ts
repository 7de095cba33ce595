import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { CoreError } from "../text/index.js";
import { MAX_BYTES, tooLarge } from "./decode.js";

const READABLE = /\.(txt|text|md|html?|xhtml)$/i;

/** Files of paths and folders (recursive, sorted, articles only: .txt .md .html). Named files are taken whatever their ending. */
export function listFiles(paths: readonly string[]): string[] {
  const out: string[] = [];
  const walk = (dir: string): void => {
    for (const entry of readdirSync(dir, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (entry.isDirectory()) walk(join(dir, entry.name));
      else if (READABLE.test(entry.name) && !/^readme\b/i.test(entry.name)) out.push(join(dir, entry.name));
    }
  };
  for (const path of paths) {
    try {
      if (statSync(path).isDirectory()) walk(path);
      else out.push(path);
    } catch (error) {
      throw unreadable(path, error);
    }
  }
  return out;
}

/** Bytes of a file. One above the limit is refused before it is read, so that a huge file costs nothing. */
export function readBytes(path: string): Uint8Array {
  try {
    const file = openSync(path, "r");
    try {
      const { size: told } = fstatSync(file);
      if (told > MAX_BYTES) throw tooLarge(told, path);
      // A pipe tells no size: it is read to its end, or to one byte above the limit.
      const size = told > 0 ? told : MAX_BYTES + 1;
      const bytes = new Uint8Array(size);
      let at = 0;
      while (at < size) {
        const n = readSync(file, bytes, at, size - at, told > 0 ? at : null);
        if (n === 0) break;
        at += n;
      }
      return bytes.subarray(0, at);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw error instanceof CoreError ? error : unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): CoreError {
  return new CoreError("FILE_UNREADABLE", error instanceof Error ? error.message : String(error), {
    file: path,
  });
}
