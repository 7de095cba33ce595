export { createLexicon, type Lexicon, oncePerLexicon, parseTable, type Table } from "./lexicon.js";
export { decodeModel, type LanguageModel, MODEL_FORMAT } from "./model/codec.js";
export { type Analysed, createLanguageReader, MOST_TOKENS, type TokenReader } from "./reader.js";
export { linkChildren, sentenceFromConllu } from "./sentence.js";
export { inTitleCase } from "./title-case.js";
export { charRange, children, childWith, dominates, isMain, isRelation, subtreeRange } from "./tree.js";
export {
  isText,
  type LanguageReader,
  type ParsedDocument,
  type SegmentKind,
  type Sentence,
  type Upos,
} from "./types.js";
