import type { Lexicon } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { beginnings, beginsOne, members, verbKeys } from "../phrases/index.js";
import type { Clause } from "../types.js";

/** Whether a deed says what is done: an object, a circumstance, or another verb ("stop licensing trawlers"). */
export function hasMore(layers: Layers, c: Clause): boolean {
  if (c.objects.length + c.obliques.length > 0) return true;
  const s = layers.parsed.sentences[c.sentence];
  for (let k = s.firstChild[c.head]; k >= 0; k = s.nextSibling[k])
    if (k > c.head && s.xpos[k] === "VBG" && (s.deprels[k] === "xcomp" || s.deprels[k] === "ccomp"))
      return true;
  return false;
}

export interface Steps {
  /** "will withdraw", "will hold elections": a deed that can be checked to have been done, by its verb or by that with its object. */
  isDeed(layers: Layers, c: Clause): boolean;
  /** "will meet", "will join them for talks": left to the finder of meetings. */
  isMeeting(layers: Layers, c: Clause): boolean;
  /** "will try", "will discuss": nothing that can be checked to have been done. */
  isNone(c: Clause): boolean;
}

/** What a verb ahead is of: a meeting, or no step at all. */
export function createSteps(lexicon: Lexicon): Steps {
  const meetings = lexicon.list("deals/conveyors");
  const joining = members(lexicon, "deals/cues", "class", "joining");
  const none = members(lexicon, "deals/cues", "class", "no-step");
  const talks = lexicon.list("stances/negotiation-nouns");
  const deeds = lexicon.list("deals/deeds");
  const deedFirsts = beginnings(deeds);
  /** First words of deeds that take a certain object: "hold_election". */
  const light = new Set([...deeds].filter((d) => d.includes("_")).map((d) => d.split("_")[0]));
  const withObject = (layers: Layers, c: Clause): boolean => {
    if (!light.has(c.lemma) || c.objects.length === 0) return false;
    const s = layers.parsed.sentences[c.sentence];
    return c.objects.some((o) => deeds.has(`${c.lemma}_${s.lemmas[o]}`));
  };
  return {
    isDeed: (layers, c) =>
      beginsOne(layers, c, deedFirsts) &&
      (verbKeys(layers, c).some((k) => deeds.has(k)) || withObject(layers, c)),
    isMeeting(layers, c) {
      if (withObject(layers, c)) return false;
      if (meetings.has(c.lemma)) return true;
      if (!joining.has(c.lemma)) return false;
      const s = layers.parsed.sentences[c.sentence];
      return [...c.objects, ...c.obliques.map((o) => o.head)].some(
        (t) => s.upos[t] === "PRON" || talks.has(s.lemmas[t]) || isPerson(layers, c.sentence, t),
      );
    },
    isNone: (c) => none.has(c.lemma),
  };
}

function isPerson(layers: Layers, sentence: number, t: number): boolean {
  return (layers.mentionsBySentence[sentence] ?? []).some((i) => {
    const m = layers.mentions[i];
    return m.head === t && layers.entities[m.entity].kind === "person";
  });
}
