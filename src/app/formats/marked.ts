import type { Item, MeetingItem, Reading } from "../../reading/index.js";
import type { Document } from "../../text/index.js";

/**
 * The text with a mark behind every sentence that something was read from: `{{meeting scheduled 2019-12-19}}`. The words of the
 * source stay as they are; what stands in double braces is Rapporteur's.
 */
export function markedText(document: Document, reading: Reading): string {
  const bySentence = new Map<number, Item[]>();
  for (const item of reading.items) {
    const list = bySentence.get(item.sentences[0]);
    if (list) list.push(item);
    else bySentence.set(item.sentences[0], [item]);
  }
  let out = "";
  let at = 0;
  for (const [index, sentence] of reading.sentences.entries()) {
    const items = bySentence.get(index);
    if (items === undefined) continue;
    out += document.text.slice(at, sentence.end);
    at = sentence.end;
    for (const item of items) out += ` {{${label(item)}}}`;
  }
  return out + document.text.slice(at);
}

/** One-line label of an item: kind, what it says, who, status, time. */
export function label(item: Item): string {
  const time = item.time.edtf ?? "";
  return [item.kind, headline(item), item.factuality.status, time].filter((p) => p !== "").join(" · ");
}

/** " in Oran", where what the meeting is called does not say so already. */
const placeBeside = ({ what, place }: Pick<MeetingItem, "what" | "place">): string =>
  place === null || what.includes(place.name) ? "" : ` in ${place.name}`;

/** What an item says, in few words; the words are the source's own wherever the item keeps them. */
export function headline(item: Item): string {
  switch (item.kind) {
    case "event":
      return `${item.class}${item.mode ? `/${item.mode}` : ""} ${names(item.actors)}${item.recipients.length > 0 ? ` → ${names(item.recipients)}` : ""}`;
    case "meeting":
      return `${item.what}${placeBeside(item)} (${item.status}${item.count > 1 ? `, ${item.count}×` : ""})`;
    case "agreement":
      return `${names(item.parties)}: ${item.instrument ?? item.what} (${item.status})`;
    case "proposal":
      return `${item.type} by ${names(item.by)}${item.to.length > 0 ? ` to ${names(item.to)}` : ""}: ${item.what}`;
    case "commitment":
      return `${item.type} of ${names(item.by)}: ${item.what}`;
    case "position":
      return `${item.holder.name} ${item.move}: ${item.stance}`;
    case "measure":
      return `${item.what} (${item.status})`;
    case "condition":
      return `${item.what} (${item.direction}${item.expected ? ", expected" : ""}; realised: ${item.realised})`;
    case "linkage":
      return `${item.by.name} ties ${item.issue} to ${item.to}`;
    case "assessment":
      return `${item.of}: ${item.judgement}${item.strength === "hedged" ? " (hedged)" : ""}`;
    case "quote":
      return `${item.speaker?.name ?? "unnamed"}: “${item.text}”`;
    case "anniversary":
      return `${item.years} years`;
  }
}

const names = (actors: readonly { readonly name: string; readonly code: string | null }[]): string =>
  actors.length === 0 ? "?" : actors.map((a) => a.code ?? a.name).join(", ");
