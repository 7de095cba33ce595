import type { PloverClass } from "../types.js";
import { eventRules } from "./events.rules.js";
import type { EventRule } from "./rule.js";

const GROUPS: Readonly<Record<string, readonly PloverClass[]>> = {
  cooperation: ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"],
  conflict: ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"],
  words: ["REQUEST", "ACCUSE", "REJECT", "THREATEN"],
};

/** Which rule makes an event of an operator and its content. Rules stand by operator and content in one map. */
export class Shifts {
  private readonly byKey = new Map<string, EventRule>();

  constructor() {
    for (const rule of eventRules as readonly EventRule[])
      for (const operator of rule.operators)
        for (const content of rule.content)
          for (const cls of GROUPS[content] ?? [content])
            this.put(`${operator} ${cls}`, rule, GROUPS[content] !== undefined);
  }

  /** A rule that names a class goes before one that names its group. */
  private put(key: string, rule: EventRule, general: boolean): void {
    if (this.byKey.has(key) && general) return;
    this.byKey.set(key, rule);
  }

  find(operator: string, content: PloverClass | null, negated: boolean): EventRule | null {
    const kind = content === null ? "nothing" : negated ? "negated" : content;
    return (
      this.byKey.get(`${operator} ${kind}`) ??
      (negated ? this.byKey.get(`${operator} ${content}`) : undefined) ??
      this.byKey.get(`${operator} anything`) ??
      null
    );
  }
}
