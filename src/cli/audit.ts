import { existsSync } from "node:fs";
import { aboutOf, account, isAudited, isServer, openDeskFile, type UseCase } from "../app/index.js";
import type { CliContext } from "./context.js";

/**
 * Notes a command that changed the store, or took much out of it, where a server notes what came over the network. `status` is the exit
 * code. A log that cannot be written is told and stops nothing: whoever runs commands here can write every file of the store.
 */
export async function noteCommand(
  { name, writes, group }: UseCase,
  input: Record<string, unknown>,
  status: number,
  { storePath, now }: CliContext,
): Promise<void> {
  // Models are files of their own; without a store nothing was changed.
  if (group === "model" || !isAudited(name, writes === true)) return;
  if (!isServer(storePath) && !existsSync(storePath)) return;
  try {
    const file = await openDeskFile(storePath);
    try {
      const action = name.replaceAll(" ", "-");
      file.note({ at: now(), who: account(), role: null, action, about: aboutOf(input), status });
    } finally {
      file.close();
    }
  } catch (error) {
    process.stderr.write(`Not in the audit log: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
