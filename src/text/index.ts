export { type Anchor, checkAnchor, quote, type Reanchored, reanchor } from "./anchor.js";
export {
  addDays,
  civilToDays,
  dayNumber,
  daysBetween,
  daysInMonth,
  daysToCivil,
  isIsoDate,
  isoDate,
} from "./date.js";
export type { Document, DocumentId, DocumentMeta, IsoDate } from "./document.js";
export { CoreError } from "./errors.js";
export { extend } from "./extend.js";
export { canonicalJson, contentHash } from "./hash.js";
export { listed } from "./listed.js";
export { narrow } from "./narrow.js";
export { sortShort } from "./sort.js";
export { makeSpan, type Span, utf16Offset } from "./span.js";
export { DAY_NAMED, dayOf as stampDay, type Stamp, stampOf } from "./stamp.js";
