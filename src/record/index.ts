export type { Account, Choice } from "./accounts.js";
export { Book, type Place, type Placed } from "./book.js";
export type { Contradiction } from "./contradictions.js";
export type { Entry, EntryStatement } from "./entry.js";
export {
  type Candidate,
  candidatesOf,
  createSpelling,
  decisionsOf,
  type Identity,
  type Named,
  namesOf,
} from "./identity.js";
export {
  defaultTracks,
  type NegotiationInput,
  type NegotiationProblem,
  parseNegotiation,
  validateNegotiation,
} from "./negotiation.js";
export type { Issue, Names, Negotiation, Party, Rung, Track } from "./negotiation-types.js";
export { orphansOf, versionedSources } from "./orphans.js";
export { createRecorder } from "./recorder.js";
export type { Router } from "./route.js";
export { isJudged, judgedIds, type Rulings, rulingsOf } from "./rulings.js";
export {
  type BodyAgain,
  type PlacedSheet,
  packPlaces,
  placedOf,
  rowsOf,
  type Sheet,
  type ShelvedRow,
} from "./sheet.js";
export { heirOf } from "./succession.js";
export type * from "./types.js";
