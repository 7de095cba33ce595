import { AppError } from "../errors.js";

/** Writes a new file; an existing one is never written over. Errors: MODEL_EXISTS, FILE_UNREADABLE */
export async function writeNew(path: string, text: string): Promise<void> {
  const { writeFile } = await import("node:fs/promises");
  try {
    await writeFile(path, text, { flag: "wx" });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST")
      throw new AppError("MODEL_EXISTS", `${path} is there already.`, { file: path });
    throw unwritable(path, error);
  }
}

/** Replaces a file. The text is written whole before it takes the name: a crash leaves one version or the other. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const { rename, writeFile } = await import("node:fs/promises");
  try {
    await writeFile(`${path}.new`, text);
    await rename(`${path}.new`, path);
  } catch (error) {
    throw unwritable(path, error);
  }
}

const unwritable = (path: string, error: unknown): AppError =>
  new AppError("FILE_UNREADABLE", error instanceof Error ? error.message : String(error), { file: path });
