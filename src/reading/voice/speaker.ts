import type { Sentence } from "../../language/index.js";
import type { Span } from "../../text/index.js";
import { resolveActor } from "../entities/index.js";
import type { WithClauses } from "../layers.js";
import type { Entity, Mention, Voice } from "../types.js";
import { singular } from "./phrase.js";
import type { VoiceWords } from "./words.js";

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
  military: "party",
  court: "organisation",
  company: "organisation",
};

/** The voice of the noun at `head`: by the office of whom it means, else by the noun itself or what stands in apposition to it, else by the kind of entity. */
export function voiceAt(
  input: WithClauses,
  sentence: number,
  head: number,
  cue: Span | null,
  rule: string,
  words: VoiceWords,
): Voice {
  const s = input.parsed.sentences[sentence];
  const entity = entityAt(input, sentence, head);
  const noun = nounKind(s, head, words);
  // The adviser to a president speaks for himself, and so do a country's "state television" and "the negotiators of the two sides".
  const other =
    entity !== null &&
    s.upos[head] === "NOUN" &&
    (entity.kind === "person" || (entity.kind === "group" && words.speakers.has(singular(s, head)))) &&
    !isMeant(input, sentence, head);
  const kind = kindOf(other ? null : entity, noun);
  const bare = entity?.kind === "group" && isBare(s, head);
  const own = entity !== null && !other && !bare && (kind === "media") === (entity.kind === "media");
  return { kind, entity: own ? entity.index : null, party: bare ? null : (entity?.party ?? null), cue, rule };
}

/** "sources said": a noun for many that says nothing of whose they are; whichever state was named last is a guess. */
const isBare = (s: Sentence, head: number): boolean =>
  s.xpos[head] === "NNS" && s.upos[head] === "NOUN" && s.firstChild[head] < 0;

/** The voice of an entity that speaks in its own name. */
export const voiceOf = (entity: Entity, cue: Span | null, rule: string): Voice => ({
  kind: kindOf(entity, undefined),
  entity: entity.index,
  party: entity.party,
  cue,
  rule,
});

function entityAt(input: WithClauses, sentence: number, head: number): Entity | null {
  const m = mentionAt(input, sentence, head) ?? nameOf(input, sentence, head);
  if (m !== null) return input.entities[m.entity];
  const found = resolveActor(input, sentence, head);
  // "organisers in Hokkaido": the place does not speak.
  const entity = found === null ? null : input.entities[found[0]];
  return entity === null || entity.kind === "place" || entity.kind === "occasion" ? null : entity;
}

/** "the spokesman, Nasser Kanaani": the name in apposition. */
function nameOf(input: WithClauses, sentence: number, head: number): Mention | null {
  const s = input.parsed.sentences[sentence];
  for (let k = s.firstChild[head]; k >= 0; k = s.nextSibling[k])
    if (s.deprels[k] === "appos") return mentionAt(input, sentence, k);
  return null;
}

/** Whether the words at a noun, or the name in apposition to it, mean somebody: not only what hangs on it does. */
const isMeant = (input: WithClauses, sentence: number, head: number): boolean =>
  mentionAt(input, sentence, head) !== null || nameOf(input, sentence, head) !== null;

/** The widest mention that ends in or holds the token. */
export function mentionAt(input: WithClauses, sentence: number, token: number): Mention | null {
  let best: Mention | null = null;
  for (const i of input.mentionsBySentence[sentence]) {
    const m = input.mentions[i];
    if (m.from > token || m.to <= token || m.use === "modifier") continue;
    if (best === null || m.to - m.from > best.to - best.from) best = m;
  }
  return best;
}

function kindOf(entity: Entity | null, noun: Voice["kind"] | undefined): Voice["kind"] {
  const level = entity?.office?.level;
  if (level === "leader" || level === "minister") return level;
  if (entity?.kind === "person" && level !== undefined && level !== "other") return "official";
  if (noun !== undefined && entity?.kind !== "organisation" && entity?.kind !== "ministry") return noun;
  if (level !== undefined && level !== "other") return "official";
  if (entity === null) return "other";
  return KINDS[entity.kind] ?? (entity.kind === "group" ? "unnamed-official" : "other");
}

/** Kind by the noun, by a title in it or by its apposition: "Rahman, an analyst at ...". */
function nounKind(s: Sentence, head: number, words: VoiceWords): Voice["kind"] | undefined {
  const own = words.speakers.get(singular(s, head));
  if (own !== undefined) return own;
  for (let k = s.firstChild[head]; k >= 0; k = s.nextSibling[k]) {
    if (s.deprels[k] !== "appos" && s.deprels[k] !== "nmod:desc" && s.deprels[k] !== "compound") continue;
    const kind = words.speakers.get(s.lemmas[k].toLowerCase());
    if (kind !== undefined) return kind;
  }
  return undefined;
}
