export { type ExampleDossier, exampleDossiers } from "./examples.js";
export { loadLanguage } from "./language.js";
export { loadLexicon } from "./lexicon.js";
export { loadReader } from "./reader.js";
export { packageRoot } from "./root.js";
