import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { isPowers } from "../phrases/index.js";
import type { Actor } from "../types.js";

/** Whether a token is the head of somebody who acts. */
export const isActor = (layers: Layers, s: Sentence, token: number): boolean =>
  isOneOf(layers, s, token, ACTING);

/** Whether a token is the head of somebody who does something, be it a group that speaks for no side. */
export const isDoer = (layers: Layers, s: Sentence, token: number): boolean =>
  isOneOf(layers, s, token, DOING);

function isOneOf(layers: Layers, s: Sentence, token: number, kinds: ReadonlySet<string>): boolean {
  for (const i of layers.mentionsBySentence[s.index] ?? []) {
    const m = layers.mentions[i];
    const e = layers.entities[m.entity];
    if (m.head === token && m.use === "actor" && e !== undefined && (kinds.has(e.kind) || isPowers(e)))
      return true;
  }
  return false;
}

const ACTING = new Set(["state", "historical-state", "person", "ministry", "armed-group", "plural"]);
/** The same with groups of people ("the Serbian minority"): they do things, though they talk for nobody. */
const DOING = new Set([...ACTING, "group"]);

/** Token range of the characters [start, end) of a sentence. */
export function tokens(s: Sentence, start: number, end: number): [number, number] {
  let from = 0;
  while (from < s.size - 1 && s.ends[from] <= start) from++;
  let to = from + 1;
  while (to < s.size && s.starts[to] < end) to++;
  return [from, to];
}

/** States named in the range in any use, metonyms and modifiers included: circumstances are named by their adjectives ("U.S. bases"). */
export function mentionsWithin(layers: Layers, s: Sentence, from: number, to: number): Actor[] {
  const out: Actor[] = [];
  for (const i of layers.mentionsBySentence[s.index] ?? []) {
    const m = layers.mentions[i];
    const e = layers.entities[m.entity];
    if (
      m.from < from ||
      m.to > to ||
      e === undefined ||
      e.code === null ||
      out.some((a) => a.party === e.party)
    )
      continue;
    out.push({
      entity: e.index,
      name: e.name,
      code: e.code,
      party: e.party,
      words: { doc: layers.parsed.document.id, start: m.start, end: m.end },
      basis: m.form,
    });
  }
  return out;
}
