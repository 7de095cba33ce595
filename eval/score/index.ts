export { type GoldItem, type GoldPassage, readGold, wrongFields } from "./gold-items.js";
export { type PassageOptions, runGold, runPassages } from "./passages.js";
export { frozenLines, type Outcome, scorePassage, type Tally, tally } from "./score-items.js";
