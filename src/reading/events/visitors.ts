import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { mentionAt, verbOf } from "../phrases/index.js";
import type { Clause, Mention } from "../types.js";
import { complement } from "./nouns.js";
import type { ReturnWords } from "./returns.js";

/** Those who go to a land that they, or their kin, are from. */
export interface Visitors {
  readonly mention: Mention;
  /** Token range of all that is said of them. */
  readonly from: number;
  readonly to: number;
  /** Made to leave it: their coming back says more than that they came. */
  readonly uprooted: boolean;
  /** "former residents": another power holds the land than when they lived there. */
  readonly former: boolean;
  /** Pilgrims come to see a place, wherever they are from. */
  readonly devout: boolean;
  /** Anybody who lived there, or whose kin did: only what they come to see tells that they have ties. */
  readonly plain: boolean;
}

export function visitorsOf(layers: Layers, w: ReturnWords, c: Clause, verb: number): Visitors | null {
  const s = layers.parsed.sentences[c.sentence];
  const own = c.passive ? c.objects : c.subjects;
  const near = own.length > 0 ? own : endingBefore(layers, s, verb);
  for (const t of near) {
    const found = visitorsAt(layers, w, s, counted(w, s, t));
    if (found !== null) return found;
  }
  if (own.length > 0) return null;
  for (const t of astray(layers, w, c)) {
    const found = visitorsAt(layers, w, s, counted(w, s, t));
    if (found !== null) return { ...found, to: verb };
  }
  return null;
}

/**
 * Subjects that the tree gave to a participle: "relatives of soldiers killed in the war visited", where "killed" was taken for the main verb;
 * "Armenians displaced from their homes went back". All before the verb is said of them.
 */
function astray(layers: Layers, w: ReturnWords, c: Clause): readonly number[] {
  const p = c.parent < 0 ? null : layers.clauses[c.parent];
  if (p !== null && c.relation === "advcl" && c.marker === null && c.tense === "past") return p.subjects;
  for (const i of layers.clausesBySentence[c.sentence]) {
    const d = layers.clauses[i];
    const under = d.parent === c.index || (p !== null && c.mood === "infinitive" && d.parent === p.index);
    const before = d.head < verbOf(p !== null && c.mood === "infinitive" ? p : c);
    if (
      under &&
      before &&
      d.mood === "participle" &&
      isUprooted(w, layers.parsed.sentences[c.sentence], d.head)
    )
      return d.subjects;
  }
  return [];
}

const isUprooted = (w: ReturnWords, s: Sentence, t: number): boolean => w.is("uprooted", s.norms[t]);

/** "hundreds of Georgians": whom a word of number counts. */
function counted(w: ReturnWords, s: Sentence, t: number): number {
  const held = w.measures.has(s.lemmas[t]) || s.upos[t] === "NUM" ? complement(s, t) : -1;
  if (held >= 0) return held;
  // "Exiled Chagossians", taken for one name.
  return s.deprels[t + 1] === "flat" && s.heads[t + 1] === t && w.is("uprooted", s.norms[t]) ? t + 1 : t;
}

/** "Displaced Georgians visited": where the tree lost the subject, whoever stands right before the verb. */
function endingBefore(layers: Layers, s: Sentence, verb: number): readonly number[] {
  let t = verb - 1;
  while (t >= 0 && (s.upos[t] === "AUX" || s.upos[t] === "ADV" || s.upos[t] === "PART")) t--;
  const m = t < 0 ? null : mentionAt(layers, s.index, t);
  return m !== null && m.to === t + 1 && m.use === "actor" ? [m.head] : [];
}

function visitorsAt(layers: Layers, w: ReturnWords, s: Sentence, head: number): Visitors | null {
  const mention = mentionAt(layers, s.index, head);
  if (mention === null || layers.entities[mention.entity].kind !== "group") return null;
  const [from, before] = saidBefore(w, s, head);
  const lemma = s.lemmas[head].toLowerCase();
  const exile = w.is("exile", lemma);
  const devout = w.is("visitor", lemma);
  const folk = w.is("dweller", lemma) || mention.form === "demonym";
  const former = before.has("once") && w.is("settled", lemma);
  const behind = folk && uprootedBehind(w, s, head);
  const uprooted =
    exile || behind || (folk && before.has("uprooted")) || (before.has("once") && w.is("settled", lemma));
  if (!uprooted && !devout && !folk) return null;
  return {
    mention,
    from: Math.min(from, mention.from),
    to: behind ? Math.max(mention.to, head + 2) : mention.to,
    uprooted,
    former,
    devout,
    plain: !uprooted && !devout,
  };
}

/** First token and kinds of the words in front of a noun. */
function saidBefore(w: ReturnWords, s: Sentence, head: number): readonly [number, ReadonlySet<string>] {
  const kinds = new Set<string>();
  let from = head;
  for (let t = head - 1; t >= 0 && t > head - FARTHEST && INSIDE.test(s.upos[t]); t--) {
    for (const kind of w.kinds(s.norms[t])) kinds.add(kind);
    if (kinds.size > 0) from = t;
  }
  return [from, kinds];
}

const FARTHEST = 5;
const INSIDE = /^(ADJ|NOUN|PROPN|VERB|NUM|ADV)$/;

/** "Georgians displaced by the war" */
function uprootedBehind(w: ReturnWords, s: Sentence, head: number): boolean {
  for (let k = s.firstChild[head]; k >= 0; k = s.nextSibling[k])
    if (k > head && s.deprels[k].startsWith("acl") && w.is("uprooted", s.norms[k])) return true;
  // "Georgians expelled from Gali were allowed", taken for the main verb: whoever expels has an object.
  return head + 2 < s.size && w.is("uprooted", s.norms[head + 1]) && s.upos[head + 2] === "ADP";
}
