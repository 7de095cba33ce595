import { againstRules } from "./against.rules.js";
import { askingRules } from "./asking.rules.js";
import { changeRules } from "./change.rules.js";
import { favourRules } from "./favour.rules.js";
import type { PositionRule } from "./rule.js";
import { wordsRules } from "./words.rules.js";

/** Of the rules for one class of verbs the first that fits a verb and its content decides. */
export const positionRules: readonly PositionRule[] = [
  ...changeRules,
  ...againstRules,
  ...askingRules,
  ...favourRules,
  ...wordsRules,
];
