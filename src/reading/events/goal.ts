import { type Sentence, subtreeRange } from "../../language/index.js";
import { preposition } from "../clauses/index.js";
import type { Layers } from "../layers.js";
import type { Clause, Entity, Mention } from "../types.js";
import type { Holders } from "./holders.js";
import type { ReturnWords } from "./returns.js";
import type { Visitors } from "./visitors.js";

/** What somebody comes to see. */
export interface Sights {
  readonly grave: boolean;
  /** A home of theirs. */
  readonly home: boolean;
  readonly kin: boolean;
}

/** The land that a clause of going leads to: one that is contested first; null where it names none. */
export function goalOf(
  layers: Layers,
  w: ReturnWords,
  holders: Holders,
  v: Visitors,
  c: Clause,
  verb: number,
): Mention | null {
  const s = layers.parsed.sentences[c.sentence];
  const [, to] = subtreeRange(s, verb);
  let first: Mention | null = null;
  for (const i of layers.mentionsBySentence[c.sentence]) {
    const m = layers.mentions[i];
    if (m.head < verb || m.to > to || !LANDS.has(layers.entities[m.entity].kind)) continue;
    if (!leadsTo(w, s, m.head, verb, v.mention.head)) continue;
    if (holders.isContested(layers.entities[m.entity])) return m;
    first ??= m;
  }
  return first;
}

/** "former residents of the islands", "Georgians displaced from Gali": the land they are from, where they go to what they left there. */
export function homeland(layers: Layers, w: ReturnWords, v: Visitors, verb: number): Mention | null {
  const s = layers.parsed.sentences[v.mention.sentence];
  for (const i of layers.mentionsBySentence[s.index]) {
    const m = layers.mentions[i];
    if (m.from < v.from || m.head > verb || !LANDS.has(layers.entities[m.entity].kind)) continue;
    const over = s.heads[m.head];
    const theirs = over === v.mention.head || (over > v.mention.head && over < verb && over <= v.to);
    if (theirs && w.is("origin", preposition(s, m.head))) return m;
  }
  return null;
}

/** "a group of former residents had visited graves": the contested land told of last, where the text tells of those of one holder only. */
export function landOfText(layers: Layers, holders: Holders, v: Visitors): Mention | null {
  let last: Mention | null = null;
  let holder: string | null = null;
  for (const m of layers.mentions) {
    const e = layers.entities[m.entity];
    if (!LANDS.has(e.kind) || !holders.isContested(e)) continue;
    const name = holders.at(layers, e, layers.published)?.name ?? null;
    if (holder !== null && name !== holder) return null;
    holder = name;
    if (m.start < v.mention.start) last = m;
  }
  return last;
}

const LANDS: ReadonlySet<Entity["kind"]> = new Set(["place", "territory", "state"]);

/** Whether all that stands between a place and the verb says where: "graves in", but no "after talks in". */
function leadsTo(w: ReturnWords, s: Sentence, token: number, verb: number, visitor: number): boolean {
  for (let t = token, steps = 0; t !== verb; t = s.heads[t], steps++) {
    if (t < 0 || steps > 8) return false;
    // "a visit by former residents to graves in", hung on them.
    if (t === visitor && visitor > verb && w.is("destination", preposition(s, token))) continue;
    if (s.upos[t] === "VERB") {
      if (s.xpos[t] !== "VB" && s.xpos[t] !== "VBG") return false;
      continue;
    }
    const prep = preposition(s, t);
    // "from Tindouf to Laayoune", hung one on the other.
    const between = t !== token && w.is("origin", prep) && w.is("destination", preposition(s, token));
    if (prep !== "" && !between && !leads(w, prep)) return false;
    if (!ARGUMENT.test(s.deprels[t])) return false;
  }
  return true;
}

/** "the graves of their dead in Croatia", two prepositions hung on one noun: both must lead there. */
const leads = (w: ReturnWords, prep: string): boolean => prep.split("_").every((x) => w.is("destination", x));

const ARGUMENT = /^(obj|obl|nmod|compound|conj|flat|appos|amod|advmod)/;

/** What stands in a clause of what somebody left behind. */
export function sightsOf(w: ReturnWords, s: Sentence, verb: number): Sights {
  const [, to] = subtreeRange(s, verb);
  const out = { grave: false, home: false, kin: false };
  for (let t = verb + 1; t < to; t++) {
    const lemma = s.lemmas[t].toLowerCase();
    if (w.is("grave", lemma)) out.grave = true;
    else if (w.is("home", lemma) && isTheirs(s, t)) out.home = true;
    else if (w.is("relation", lemma) && s.upos[t] === "NOUN") out.kin = true;
  }
  return out;
}

function isTheirs(s: Sentence, token: number): boolean {
  for (let k = s.firstChild[token]; k >= 0 && k < token; k = s.nextSibling[k])
    if (s.deprels[k] === "nmod:poss" && s.xpos[k] === "PRP$") return true;
  return false;
}
