import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "./root.js";

/** A bundled dossier: dispatches in a folder with the description of the negotiation beside them. */
export interface ExampleDossier {
  readonly id: string;
  readonly folder: string;
  readonly file: string;
}

export function exampleDossiers(root = join(packageRoot(), "examples")): ExampleDossier[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((d) => d.isDirectory() && existsSync(join(root, d.name, "negotiation.json")))
    .map((d) => ({ id: d.name, folder: join(root, d.name), file: join(root, d.name, "negotiation.json") }));
}
