import type { Item } from "../api/types.js";

const names = (actors: readonly { readonly name: string; readonly code: string | null }[]): string =>
  actors.length === 0 ? "unnamed" : actors.map((a) => a.name || a.code).join(", ");

/** What an item of a reading says, in few words; the source's own wherever the item keeps them. */
export function headline(item: Item): string {
  switch (item.kind) {
    case "event":
      return `${item.class}: ${names(item.actors)}${item.recipients.length > 0 ? ` → ${names(item.recipients)}` : ""}`;
    case "meeting":
      return `${item.what}${item.place ? `, ${item.place.name}` : ""}${item.count > 1 ? ` (${item.count} times)` : ""}`;
    case "agreement":
      return `${names(item.parties)}: ${item.instrument ?? item.what}`;
    case "proposal":
      return `${names(item.by)}${item.to.length > 0 ? ` to ${names(item.to)}` : ""}: ${item.what}`;
    case "commitment":
      return `${names(item.by)}: ${item.what}`;
    case "position":
      return `${item.holder.name} ${item.move}: ${item.stance}`;
    case "measure":
    case "condition":
      return item.what;
    case "linkage":
      return `${item.by.name} ties ${item.issue} to ${item.to}`;
    case "assessment":
      return `${item.of}: ${item.judgement}${item.strength === "hedged" ? " (hedged)" : ""}`;
    case "quote":
      return `${item.speaker?.name ?? "Unnamed"}: “${item.text}”`;
    case "anniversary":
      return `${item.years} years since ${item.date.edtf ?? "then"}`;
  }
}

/** The status that a mark shows for an item. */
export function statusOf(item: Item): string {
  switch (item.kind) {
    case "meeting":
    case "agreement":
    case "measure":
      return item.status;
    case "position":
      return item.move;
    case "condition":
      return item.direction;
    case "quote":
      return item.mode;
    default:
      return item.factuality.status;
  }
}
