/** What a model says, in sentences. Pure: the desk's page tells it in the browser, as preferences are moved. */
export {
  type Ground,
  groundLines,
  grounds,
  type Link,
  type LinkState,
  type Links,
  listOf,
  MOVED,
  type Reason,
  reason,
  showReason,
  tally,
} from "./basis.js";
export { type Change, type Changes, changes, smallest } from "./changes.js";
export { tellMove, tellWay } from "./moves.js";
export type { Sentence } from "./sentence.js";
export { type Loaded, nameState, numberOf, type StateName, showState } from "./state.js";
export { joint, telling } from "./together.js";
export { verdict } from "./verdict.js";
export { ownPicture, whyStays } from "./why-stays.js";
