export { gameOf, stateText } from "./build.js";
export { parseStatement } from "./expression.js";
export { parseModel } from "./parse.js";
export type * from "./types.js";
