export { datelineAgency } from "./agency.js";
export { decode, MAX_BYTES } from "./decode.js";
export { detectLanguage } from "./detect-language.js";
export { type Dispatch, readDispatch } from "./dispatch.js";
export { listFiles, readBytes } from "./files.js";
export { datelineDate, type FoundDate, fileDate, isoDay, lineDate, urlDate } from "./published.js";
