export {
  type BlockedImprovement,
  blockedImprovements,
  type CoalitionImprovement,
  coalitionImprovements,
  isStructuralDeadlock,
  reachedBy,
} from "./coalitions.js";
export { changeable, createGame, type Game, movesOf } from "./game.js";
export {
  checkModel,
  compileStatement,
  type DecisionMaker,
  type GraphModel,
  MAX_OPTIONS,
  type ModelOption,
  type PreferenceStatement,
  patternBits,
} from "./model.js";
export { type Evolution, evolution, type Step } from "./paths.js";
export { type Concept, concepts, equilibria, isStable, SIM_CAP, type Solution, solve } from "./stability.js";
