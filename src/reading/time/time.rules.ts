import { DATES } from "./dates.rules.js";
import { EVENTS } from "./events.rules.js";
import { KNOWN } from "./known.rules.js";
import { LENGTHS } from "./lengths.rules.js";
import { RELATIVE } from "./relative.rules.js";
import type { TimeRule } from "./rule.js";

/** All rules of time; of two matches of one length the earlier rule's holds. */
export const TIME_RULES: readonly TimeRule[] = [...KNOWN, ...DATES, ...RELATIVE, ...LENGTHS, ...EVENTS];

export const RULES_BY_ID: ReadonlyMap<string, TimeRule> = new Map(TIME_RULES.map((r) => [r.id, r]));
