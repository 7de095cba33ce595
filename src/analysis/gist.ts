import type { RecordItem, RecordView } from "../record/index.js";
import { listed } from "../text/index.js";

/** What one line of the record says, in one clause without its date, for sentences that explain a verdict. */
export function gist(item: RecordItem, view: RecordView): string {
  const names = (codes: readonly string[]): string => listed(codes.map((c) => nameOf(c, view))) || "somebody";
  switch (item.kind) {
    case "meeting":
      return item.what;
    case "agreement": {
      const what = item.instrument ?? item.what;
      return item.parties.length === 0 ? what : `${names(item.parties)}: ${what} (${item.status})`;
    }
    case "proposal":
      return `${names(item.by)}: ${item.type}: ${item.what} (${item.status})`;
    case "commitment":
      return `${names(item.by)}: ${item.what}${item.deadline?.edtf ? `, due ${item.deadline.edtf}` : ""}`;
    case "position":
      return item.says;
    case "linkage":
      return `${names([item.by])} tied “${item.issue}” to “${item.to}”`;
    case "measure":
      return `${item.what} (${item.status})`;
    case "condition":
      return `${item.what} (${item.direction})`;
    case "assessment":
    case "quote":
    case "event":
      return short(item.quote);
  }
}

const nameOf = (code: string, view: RecordView): string =>
  view.negotiation.parties.find((p) => p.code === code)?.name ?? code;

const short = (text: string): string => {
  const line = inner(text.replace(/\s+/g, " ").trim());
  return line.length <= 240 ? `“${line}”` : `“${line.slice(0, 239)}…”`;
};

/** Quotation marks within the words quoted are single ones, and a sentence that is one quotation has none. */
function inner(text: string): string {
  const whole = /^[“"]([^“”"]*)[”"]$/.exec(text);
  if (whole !== null) return whole[1];
  const single = text
    .replace(/"([^"]*)"/g, "‘$1’")
    .replace(/“/g, "‘")
    .replace(/”/g, "’");
  // A sentence in the midst of a quotation ends it without having begun it.
  return /^[^“]*”/.test(text) ? `‘${single}` : single;
}
