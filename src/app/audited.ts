import type { AuditLine } from "../access/index.js";

/** Fields that say what a change is about; all others may hold words of an article or of a person. */
const TOLD = new Set([
  "id",
  "ids",
  "action",
  "negotiation",
  "handling",
  "reread",
  "replace",
  "clearance",
  "model",
  "name",
  "role",
]);
const LONGEST = 200;

/** Reading that takes much away at once. */
const WATCHED = new Set(["export", "audit", "backup"]);

/** Whether what somebody asked for goes into the audit log. */
export const isAudited = (action: string, changes: boolean): boolean => changes || WATCHED.has(action);

/** What a change is about: ids and names of fields that are told, never a text. */
export function aboutOf(input: Readonly<Record<string, unknown>> | null): AuditLine["about"] {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(input ?? {})) {
    if (!TOLD.has(name) || value === undefined) continue;
    out[name] = (Array.isArray(value) ? value.join(" ") : String(value)).slice(0, LONGEST);
  }
  return out;
}
