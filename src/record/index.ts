export {
  defaultTracks,
  type NegotiationInput,
  type NegotiationProblem,
  parseNegotiation,
  validateNegotiation,
} from "./negotiation.js";
export type { Issue, Names, Negotiation, Party, Rung, Track } from "./negotiation-types.js";
export { createRecorder } from "./recorder.js";
export type * from "./types.js";
