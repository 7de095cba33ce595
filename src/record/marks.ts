import type { Item } from "../reading/index.js";
import { partyOf } from "./select.js";

/**
 * What a verdict, a series and the choice between accounts ask of an item, kept among the small fields so that they need not read
 * it: "REJECT/threat/happened" of an event, "held/visit/1/leader" of a meeting. A quote says whether it names a speaker, and whose.
 */
export function markOf(item: Item): string {
  switch (item.kind) {
    case "event":
      return `${item.class}/${item.mode ?? ""}/${item.factuality.status}`;
    case "meeting":
      return `${item.status}/${item.mode}/${item.count}/${item.level}`;
    case "agreement":
      return item.instrument === null ? item.status : `${item.status}/${item.instrument}`;
    case "proposal":
      return `${item.type}/${item.reply}/${item.deadline?.latest ?? ""}`;
    case "commitment":
      return `${item.type}/${item.outcome}`;
    case "position":
      return item.move;
    case "measure":
      return item.status;
    case "condition":
      return `${item.direction}/${item.realised}`;
    case "assessment":
      return item.judgement;
    case "quote":
      return item.speaker === null ? "" : `=${partyOf(item.speaker) ?? ""}`;
    default:
      return "";
  }
}
