export { resolveActor } from "./entities/index.js";
export type { Layers, NearMiss } from "./layers.js";
export { NOT_ENGLISH } from "./notices.js";
export {
  createReader,
  type Finder,
  READER,
  type Reader,
  type ReaderParts,
  type TimedReader,
} from "./pipeline.js";
export type * from "./types.js";
