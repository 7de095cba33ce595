export { loadLexicon } from "./lexicon.js";
export { packageRoot } from "./root.js";
export { loadLanguage } from "./language.js";
export { type ExampleDossier, exampleDossiers } from "./examples.js";
export { loadReader } from "./reader.js";
