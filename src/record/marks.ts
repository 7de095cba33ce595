import type { Item } from "../reading/index.js";
import { partyOf } from "./select.js";

/**
 * What a verdict, a series and the choice between accounts ask of an item, kept among the small fields so that they need not read
 * it: "REJECT/threat/happened" of an event, "held/visit/1/leader" of a meeting, "proposal/accepted/2031-05-01" of a proposal with the day by
 * which an answer is asked for. A quote says whether it names a speaker, and whose.
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
      return `${item.type}/${item.outcome}/${item.deadline?.latest ?? ""}/${item.condition === null ? "" : "if"}`;
    case "position":
      return item.move;
    case "measure":
      return item.occurrences.length === 0 ? item.status : `${item.status}/dated`;
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

/** Last day by which a proposal asks for an answer, or a promise is to be kept; "" where none is told. */
export const dueOf = (mark: string): string => mark.split("/")[2];

/** Whether occurrences of its own date a measure. */
export const isDated = (mark: string): boolean => mark.endsWith("/dated");
