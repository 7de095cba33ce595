import { createReader, type Reader } from "../reading/index.js";
import { loadLanguage } from "./language.js";
import { loadLexicon } from "./lexicon.js";

/** The reader with the shipped model and word lists. */
export function loadReader(): Reader {
  const lexicon = loadLexicon();
  return createReader({ language: loadLanguage(undefined, lexicon), lexicon });
}
