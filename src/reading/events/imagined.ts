import type { Clause, EventItem, Factuality } from "../types.js";
import { entriesOf } from "./entries.js";
import { DEEDS } from "./groups.js";
import { eventOf } from "./item.js";
import type { Reader } from "./meaning.js";
import { rolesOf } from "./roles.js";

/** Deeds that a text tells of though they have not come about: "concern over a possible deployment", "if the land were returned". */
export function imagined(r: Reader, c: Clause, used: Set<number>): EventItem | null {
  if (c.index < 0 || !UNREAL.has(r.layers.facts.factuality(c.index).status)) return null;
  // "accuse him of giving land away": what he is blamed for is told by the charge alone.
  const over = r.clauses.find((x) => x.index === c.parent);
  if (over !== undefined && entriesOf(r, over).some((e) => e.operator === CHARGE)) return null;
  const m = r.clause(c);
  if (m === null || !DEEDS.has(m.class)) return null;
  const roles = rolesOf(r, m, []);
  // "any attack would draw a response": nobody is said to make it.
  if (c.kind === "nominal" && c.support < 0 && roles.actors.every((a) => a.basis === "nearby")) return null;
  for (let x = m.content; x !== null; x = x.content) used.add(x.trigger);
  const recipients = roles.recipients.filter((a) => a.basis !== "domestic");
  return roles.actors.length === 0 ? null : eventOf(r, c, m, { ...roles, recipients }, null);
}

const CHARGE = "accuse";
const UNREAL: ReadonlySet<Factuality["status"]> = new Set(["hypothetical", "conditional"]);
