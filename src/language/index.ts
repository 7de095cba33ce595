export { createLexicon, type Lexicon, parseTable, type Table } from "./lexicon.js";
export { charRange, childWith, children, dominates, isRelation, subtreeRange } from "./tree.js";
export type { LanguageReader, ParsedDocument, SegmentKind, Sentence, Upos } from "./types.js";
