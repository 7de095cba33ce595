import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { createLanguageReader, decodeModel, type Lexicon, type TokenReader } from "../language/index.js";
import { CoreError } from "../text/index.js";
import { loadLexicon } from "./lexicon.js";
import { packageRoot } from "./root.js";

/** Loads the shipped model. @throws CoreError MODEL_DAMAGED, MODEL_FORMAT */
export function loadLanguage(
  file = join(packageRoot(), "models", "english.bin.br"),
  lexicon: Lexicon = loadLexicon(),
): TokenReader {
  let bytes: Uint8Array;
  try {
    bytes = brotliDecompressSync(readFileSync(file));
  } catch (error) {
    throw new CoreError("MODEL_DAMAGED", error instanceof Error ? error.message : String(error), { file });
  }
  return createLanguageReader(decodeModel(bytes), lexicon);
}
