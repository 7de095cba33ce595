import type { Layers } from "../layers.js";
import { clauseAt, clauseOver } from "../phrases/index.js";
import type { Clause, Item } from "../types.js";
import { isStory, storyTime } from "./story-time.js";

export { storyTime } from "./story-time.js";

/** Gives deeds without a date of their own, told in the main line of a past story, the day on which that story stands. */
export function withStoryDates(layers: Layers, items: readonly Item[]): Item[] {
  return items.map((i) => {
    if (i.time.earliest !== null || i.time.latest !== null || !isDeed(i)) return i;
    const clause = clauseOf(layers, i);
    if (clause === null || !isStory(clause) || isDistant(layers, i)) return i;
    const time = storyTime(layers, clause);
    return time === null ? i : { ...i, time };
  });
}

const REACHED = new Set(["agreed", "signed", "adopted", "ratified"]);
const PROMISED = new Set([
  "joint-commitment",
  "unilateral-undertaking",
  "conditional-commitment",
  "unilateral-target",
]);

function isDeed(i: Item): boolean {
  if (i.factuality.status !== "happened") return false;
  switch (i.kind) {
    case "agreement":
      return REACHED.has(i.status);
    case "proposal":
      return i.origin.rule !== "proposal/named";
    case "commitment":
      return PROMISED.has(i.type) && i.outcome === "none-reported";
    case "measure":
      return i.status === "carried-out" || i.status === "announced";
    case "meeting":
      return i.status === "held" && i.count === 1;
    default:
      return false;
  }
}

/** The clause that tells it: of a bare noun ("after a meeting"), the one above. */
function clauseOf(layers: Layers, i: Item): Clause | null {
  const t = tokenOf(layers, i);
  if (t < 0) return null;
  const own = clauseAt(layers, i.sentences[0], t);
  const bare = own === null || (own.kind === "nominal" && own.support < 0);
  return bare ? clauseOver(layers, i.sentences[0], t, true) : own;
}

/** "since the Geneva meeting": a meeting known by a definite name is not of the story's day; "at a meeting" is. */
function isDistant(layers: Layers, i: Item): boolean {
  if (i.kind !== "meeting" || i.origin.rule === "meeting/met" || i.origin.rule === "meeting/received")
    return false;
  const s = layers.parsed.sentences[i.sentences[0]];
  const t = tokenOf(layers, i);
  if ((clauseAt(layers, s.index, t)?.support ?? -1) >= 0) return false;
  for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) if (s.lemmas[c] === "a") return false;
  return true;
}

function tokenOf(layers: Layers, i: Item): number {
  const s = layers.parsed.sentences[i.sentences[0]];
  return s.starts.indexOf(i.trigger.start);
}
