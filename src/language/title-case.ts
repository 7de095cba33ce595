import type { Sentence } from "./types.js";

/** Fewer words tell nothing: they may be a name and no more. */
const LEAST = 4;
const CONTENT: ReadonlySet<string> = new Set(["NOUN", "PROPN", "VERB", "ADJ", "ADV"]);
const LARGE = /^[\p{Lu}\d]/u;

/** A headline that writes every word large: its capitals tell no names. Short words aside ("on", "to"), which are written either way. */
export function inTitleCase(s: Sentence): boolean {
  let large = 0;
  let plain = false;
  for (let t = 0; t < s.size; t++) {
    if (!CONTENT.has(s.upos[t]) || s.forms[t].length < 4) continue;
    if (!LARGE.test(s.forms[t])) return false;
    large++;
    plain ||= s.upos[t] !== "PROPN";
  }
  return plain && large >= LEAST && !/^[.!?]$/.test(s.forms[s.size - 1] ?? "");
}
