import type { Lexicon, Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import type { Item, ItemBase } from "../types.js";
import { type TrackName, TrackWords } from "./words.js";

/** Tokens after the trigger in which an event or a meeting names what it is about. */
const REACH = 24;

/**
 * Refiner: sorts every item into a strand by the first telling word of what it is about, in its own fields first, then in the words
 * after its trigger. Outside circumstances are context; measures without a telling word build confidence; all else is core.
 * A negotiation's own tracks and words are the record's business.
 */
export function createTracks(lexicon: Lexicon): (layers: Layers, items: readonly Item[]) => Item[] {
  const words = new TrackWords(lexicon);
  return (layers, items) =>
    items.map((item) => {
      const track = trackOf(layers, item, words);
      return track === item.track ? item : { ...item, track };
    });
}

function trackOf(layers: Layers, item: Item, words: TrackWords): ItemBase["track"] {
  switch (item.kind) {
    case "condition":
      return "context";
    case "measure":
      return "confidence-building";
    case "position":
      return words.first(item.issue) ?? words.first(item.stance) ?? "core";
    case "linkage":
      return words.first(item.issue) ?? "core";
    case "assessment":
      return words.first(item.of) ?? afterTrigger(layers, item, words, false) ?? "core";
    case "proposal":
    case "commitment":
    case "agreement":
      return words.first(item.what) ?? afterTrigger(layers, item, words, false) ?? "core";
    case "quote":
      return words.first(item.text) ?? "core";
    case "anniversary":
      return "core";
    case "meeting":
    case "event":
      return afterTrigger(layers, item, words, true) ?? "core";
  }
}

/** First telling word after the trigger; `near` stops at a relative clause, which tells of something else. */
function afterTrigger(layers: Layers, item: Item, words: TrackWords, near: boolean): TrackName | null {
  const s: Sentence = layers.parsed.sentences[item.sentences[0]];
  let from = 0;
  while (from < s.size && s.starts[from] < item.trigger.start) from++;
  let to = from;
  while (to < s.size && to < from + REACH && !(near && to > from && RELATIVE.has(s.xpos[to]))) to++;
  if (from >= s.size) return null;
  return words.first(layers.parsed.document.text.slice(s.starts[from], s.ends[Math.max(from, to - 1)]));
}

/** Penn tags of relative words. */
const RELATIVE = new Set(["WDT", "WP", "WRB", "WP$"]);
