import type { Lexicon } from "../../language/index.js";
import { makeSpan } from "../../text/index.js";
import { resolveActor } from "../entities/index.js";
import type { WithClauses, WithQuotes } from "../layers.js";
import type { Clause, Entity, QuoteItem, Voice } from "../types.js";

export const OUTLET: Voice = { kind: "outlet", entity: null, party: null, cue: null, rule: "voice/outlet" };

const KINDS: Partial<Record<Entity["kind"], Voice["kind"]>> = {
  ministry: "ministry",
  organisation: "organisation",
  media: "media",
  state: "party",
  territory: "party",
  "historical-state": "party",
  "armed-group": "party",
  party: "party",
  legislature: "party",
  plural: "party",
};

/** Voice of an entity that speaks, by its office or kind. */
export function voiceOf(entity: Entity | undefined, cue: Voice["cue"], rule: string): Voice {
  if (entity === undefined) return { kind: "unnamed-official", entity: null, party: null, cue, rule };
  const level = entity.office?.level;
  const kind: Voice["kind"] =
    level === "leader"
      ? "leader"
      : level === "minister"
        ? "minister"
        : level !== undefined && level !== "other"
          ? "official"
          : (KINDS[entity.kind] ??
            (entity.kind === "person" ? "other" : entity.kind === "group" ? "unnamed-official" : "other"));
  return { kind, entity: entity.index, party: entity.code, cue, rule };
}

/** Whether a clause is a frame of speech: somebody says something. */
export function createSpeech(lexicon: Lexicon): (clause: Clause) => boolean {
  const speech = lexicon.list("voice/speech");
  return (clause) => clause.kind === "verbal" && speech.has(clause.lemma);
}

/** Who says what a clause tells: the innermost quote or frame of speech around it; else the outlet. */
export function createVoice(lexicon: Lexicon): (input: WithQuotes) => (clause: number) => Voice {
  const isSpeech = createSpeech(lexicon);
  return (input) => {
    const bySentence = new Map<number, QuoteItem[]>();
    for (const q of input.quotes)
      for (const n of q.sentences) bySentence.set(n, [...(bySentence.get(n) ?? []), q]);
    return (index) => {
      const clause = input.clauses[index];
      const s = input.parsed.sentences[clause.sentence];
      const at = s.starts[clause.head];
      for (const q of bySentence.get(clause.sentence) ?? [])
        if (q.content.some((c) => at >= c.start && at < c.end)) return q.voice;
      let c = clause;
      for (let steps = 0; steps < 8 && c.parent >= 0; steps++) {
        const parent = input.clauses[c.parent];
        if (
          isSpeech(parent) &&
          (c.relation === "ccomp" || c.relation === "parataxis" || c.relation === "conj")
        )
          return speaker(input, parent, "voice/reported");
        c = parent;
      }
      // "..., officials said": the frame hangs below the content.
      for (const i of input.clausesBySentence[clause.sentence]) {
        const below = input.clauses[i];
        if (
          below.relation === "parataxis" &&
          isSpeech(below) &&
          below.parent >= 0 &&
          (below.parent === index || below.parent === clause.parent)
        )
          return speaker(input, below, "voice/parenthetical");
      }
      return OUTLET;
    };
  };
}

export function speaker(input: WithClauses, frame: Clause, rule: string): Voice {
  const s = input.parsed.sentences[frame.sentence];
  const cue = makeSpan(input.parsed.document, s.starts[frame.head], s.ends[frame.head]);
  const subject = frame.subjects[0];
  const who = subject === undefined ? [] : (resolveActor(input, frame.sentence, subject) ?? []);
  return voiceOf(input.entities[who[0]], cue, rule);
}
