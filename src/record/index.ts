export type { Account, Choice } from "./accounts.js";
export { Book } from "./book.js";
export type { Contradiction } from "./contradictions.js";
export { type Entry, type EntryStatement, whatOf } from "./entry.js";
export { type Candidate, candidatesOf, createSpelling } from "./identity.js";
export { listedLine } from "./listed.js";
export {
  type Holder,
  type Named,
  type NamedKind,
  type NameUse,
  namesOf,
  nameUses,
  type Office,
  officesOf,
} from "./names.js";
export {
  defaultTracks,
  type NegotiationInput,
  type NegotiationProblem,
  parseNegotiation,
  validateNegotiation,
} from "./negotiation.js";
export type { Issue, Names, Negotiation, Party, Rung, Track } from "./negotiation-types.js";
export { byVersion, orphansOf, type VersionOrder, versionedSources } from "./orphans.js";
export type { Place, Placed } from "./placed.js";
export { createRecorder } from "./recorder.js";
export type { Router } from "./route.js";
export { isJudged, judgedIds, type Rulings, rulingsOf } from "./rulings.js";
export { decisionsOf, type Identity, isPost } from "./same-names.js";
export { type BodyAgain, type PlacedSheet, rowsOf, type Sheet, type ShelvedRow } from "./sheet.js";
export { placedOf } from "./sheet-entries.js";
export { packPlaces } from "./sheet-places.js";
export { heirOf } from "./succession.js";
export type * from "./types.js";
