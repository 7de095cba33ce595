export { type Alternatives, MAX_COMBINATIONS, solveAlternatives } from "./alternatives.js";
export { type AsOne, type CoalitionConcept, coalitionConcepts, solveAsOne } from "./as-one.js";
export {
  type BlockedImprovement,
  blockedImprovements,
  type CoalitionImprovement,
  coalitionImprovements,
  isStructuralDeadlock,
  reachedBy,
} from "./coalitions.js";
export { deciding, type Ways, waysOut } from "./deciding.js";
export * from "./file/index.js";
export { changeable, createGame, type Game, movesOf, withPreferences } from "./game.js";
export { INVERSE_STATES, type Inverse, inverse } from "./inverse.js";
export { equilibriumRankings, TRIED_STATES } from "./inverse-equilibrium.js";
export { type Misperception, solveMisperceptions } from "./misperception.js";
export {
  checkModel,
  compileStatement,
  type DecisionMaker,
  type GraphModel,
  MAX_OPTIONS,
  type ModelOption,
  type OwnView,
  type PreferenceStatement,
  type Preferences,
  patternBits,
} from "./model.js";
export { type Evolution, evolution, type Step } from "./paths.js";
export {
  applyEdit,
  type Edit,
  editsOf,
  type Robustness,
  robustness,
  type VerdictChange,
} from "./robustness.js";
export {
  type MetImprovement,
  reasonsToStay,
  type Sanction,
  type StayReason,
  shortestTo,
} from "./sanctions.js";
export { SIM_CAP } from "./simultaneous.js";
export {
  type Concept,
  concepts,
  equilibria,
  isStable,
  type SanctionRule,
  type Solution,
  solve,
} from "./stability.js";
