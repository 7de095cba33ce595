import type { EventItem } from "../types.js";
import { ANSWERS, ASKED } from "./groups.js";

/** "asked Cuba to extradite them, but Cuba refused": a no to whoever asked or accused in the same sentence. */
export function answered(before: readonly EventItem[], e: EventItem): EventItem {
  const named = e.recipients.some((a) => a.basis !== "counterpart");
  if (!ANSWERS.has(e.class) || named || e.reciprocal) return e;
  const asked = before.findLast(
    (x) =>
      ASKED.has(x.class) &&
      !x.reciprocal &&
      x.actors.length > 0 &&
      x.actors.every((a) => e.actors.every((b) => b.code !== a.code)),
  );
  if (asked === undefined || asked.trigger.start > e.trigger.start) return e;
  const to =
    asked.recipients.length === 0 || asked.recipients.some((a) => e.actors.some((b) => b.code === a.code));
  return to ? { ...e, recipients: asked.actors.map((a) => ({ ...a, words: null, basis: "answered" })) } : e;
}
