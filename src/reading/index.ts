export { type Finder, createReader, READER, type Reader, type ReaderParts, type TimedReader } from "./pipeline.js";
export type { Layers } from "./layers.js";
export { resolveActor } from "./entities/index.js";
export type * from "./types.js";
