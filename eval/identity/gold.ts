import { readFileSync } from "node:fs";

/** One report: the words of an example dispatch that tell of the thing, the same kind of item read from them. */
export interface Report {
  readonly file: string;
  /** Stand exactly once in the file. They hold the word that the item is read from. */
  readonly words: string;
}

/** All reports of one thing, as a person found them in the dispatches. */
export interface Cluster {
  readonly id: string;
  /** `check` was never looked at while rules were mended. */
  readonly half: "tuned" | "check";
  readonly dossier: string;
  readonly kind: string;
  readonly what: string;
  readonly reports: readonly Report[];
}

export function readClusters(path: string): Cluster[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((l) => l !== "")
    .map((l) => JSON.parse(l) as Cluster);
}
