export { loadLexicon } from "./lexicon.js";
export { packageRoot } from "./root.js";
