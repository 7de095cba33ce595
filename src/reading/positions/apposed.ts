import { childWith, type Lexicon, type Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, classes, clauseAt, clauseOver, members, mentionAt, subtreeHas } from "../phrases/index.js";
import type { Actor, Clause } from "../types.js";
import type { Content, ContentWords } from "./content.js";
import { contentAfter } from "./content-after.js";
import { createMatter } from "./matter.js";
import type { Named } from "./named.js";
import { positionRules } from "./positions.rules.js";
import type { PositionRule } from "./rule.js";
import { createWordings } from "./wordings.js";

const CLASSES = ["stative", "against", "open-adj"];
const OPEN = new Set(["ADJ", "NOUN", "PROPN", "VERB"]);
const BEFORE = new Set(["DET", "ADJ", "NUM"]);
/** Most tokens of an opening "Unwilling to ...," before the party that it is said of. */
const OPENING = 25;

/**
 * A state of mind set beside the party that it is said of, without a verb: "Spain, keen on licences and cool towards beacons, ...",
 * "Unwilling to extend the lease, Spain ...". Heads in `taken` are read already.
 */
export function createApposed(
  lexicon: Lexicon,
  words: ContentWords,
): (layers: Layers, s: Sentence, taken: ReadonlySet<number>) => Named[] {
  const verbClasses = classes(lexicon, "stances/position-verbs", "class");
  const rules = new Map<string, PositionRule>(
    (positionRules as readonly PositionRule[])
      .filter((r) => CLASSES.includes(r.verbs))
      .map((r) => [r.verbs, r]),
  );
  const wordings = createWordings(lexicon);
  const issues = lexicon.list("stances/issues");
  const bygone = members(lexicon, "stances/cues", "class", "bygone");
  const negators = members(lexicon, "stances/cues", "class", "negator");
  const matter = createMatter(lexicon);

  /** Words that may begin what is read, and those that may stand in front of it ("would rather keep"). */
  const firsts = new Set([
    ...[...verbClasses].filter(([, own]) => own.some((cls) => rules.has(cls))).map(([w]) => w),
    ...wordings.firsts,
  ]);

  /** Whether anything in a sentence can be read at all. */
  function mayRead(s: Sentence): boolean {
    for (let t = 0; t < s.size; t++)
      if ((isOpen(s, t) || s.upos[t] === "ADV") && (firsts.has(s.lemmas[t]) || firsts.has(s.norms[t])))
        return true;
    return false;
  }

  return (layers, s, taken) => {
    if (!mayRead(s)) return [];
    const out: Named[] = [];
    let beside: readonly Actor[] = [];
    for (let t = 0; t < s.size; t++) {
      if (!isOpen(s, t)) {
        // The aside is over where its comma is.
        if (s.norms[t] === ",") beside = [];
        continue;
      }
      const start = opening(s, t);
      if (start < 0 || isPast(s, start, t)) continue;
      const named = setBeside(layers, s, start);
      if (named.length > 0) beside = named;
      else if (s.upos[start - 1] !== "CCONJ") continue;
      if (beside.length === 0) continue;
      const read = readAt(layers, s, t, taken);
      const clause = clauseAt(layers, s.index, t) ?? clauseOver(layers, s.index, t) ?? anyClause(layers, s);
      if (read === null || clause === null) continue;
      out.push({
        clause,
        found: {
          rule: "position/beside",
          content: read.content,
          holders: beside,
          move: read.move,
          force: "stated",
          held: "certain",
        },
      });
    }
    return out;
  };

  function readAt(
    layers: Layers,
    s: Sentence,
    t: number,
    taken: ReadonlySet<number>,
  ): { content: Content; move: PositionRule["move"] & string } | null {
    const denied = t > 0 && negators.has(s.norms[t - 1]);
    const doc = layers.parsed.document;
    const fits = (c: Content | null): c is Content =>
      c !== null && !taken.has(c.head) && (subtreeHas(s, c.head, issues) || matter(layers, s, c.head));
    for (const cls of verbClasses.get(s.lemmas[t]) ?? verbClasses.get(s.norms[t]) ?? []) {
      const rule = rules.get(cls);
      const move = denied ? rule?.negated : rule?.move;
      if (rule === undefined || move == null) continue;
      const content = contentAfter(doc, s, t, rule.content, words);
      if (fits(content)) return { content, move };
    }
    const at = { kind: "verbal", support: -1, head: t } as Clause;
    for (const { wording, to } of wordings.at(s, at)) {
      const move = denied ? wording.negated : wording.move;
      const content = move === null ? null : contentAfter(doc, s, to, wording.about, words);
      if (move !== null && fits(content)) return { content, move };
    }
    return null;
  }

  /** "once a fierce critic": of other times. */
  function isPast(s: Sentence, from: number, to: number): boolean {
    for (let t = from; t < to; t++) if (bygone.has(s.norms[t])) return true;
    return false;
  }

  /** First token of the phrase that begins at or right before an adjective ("long", "increasingly"), or -1 where it stands in the midst of things. */
  function opening(s: Sentence, t: number): number {
    let from = t;
    // "a fierce opponent of"
    if (s.upos[t] === "NOUN")
      while (from > 0 && (BEFORE.has(s.upos[from - 1]) || s.deprels[from - 1] === "compound")) from--;
    while (
      from > 0 &&
      (s.upos[from - 1] === "ADV" || s.upos[from - 1] === "PART" || negators.has(s.norms[from - 1]))
    )
      from--;
    return from === 0 || s.norms[from - 1] === "," || s.upos[from - 1] === "CCONJ" ? from : -1;
  }
}

/** Behind a comma and at the front of a sentence adjectives are taken for nouns and names. */
const isOpen = (s: Sentence, t: number): boolean =>
  OPEN.has(s.upos[t]) && (t === 0 || s.upos[t] !== "VERB" || s.xpos[t] === "VBN") && s.xpos[t] !== "VBG";

/** The party right before the comma, or, where the phrase opens the sentence, right behind the next one. */
function setBeside(layers: Layers, s: Sentence, start: number): Actor[] {
  if (start > 1 && s.norms[start - 1] === ",") {
    const m = mentionAt(layers, s.index, start - 2);
    return m !== null && m.to === start - 1 && m.use === "actor" ? coded(layers, s, m.head) : [];
  }
  if (start !== 0) return [];
  for (let t = 1; t < OPENING && t + 1 < s.size; t++) {
    // "Chad and Mali will return, Niger said": a clause with its own subject is set beside nobody.
    if (s.deprels[t].startsWith("nsubj") && childWith(s, s.heads[t], "mark") < 0) return [];
    if (s.norms[t] !== ",") continue;
    const m = mentionAt(layers, s.index, s.upos[t + 1] === "DET" ? t + 2 : t + 1);
    return m !== null && m.use === "actor" ? coded(layers, s, m.head) : [];
  }
  return [];
}

const coded = (layers: Layers, s: Sentence, t: number): Actor[] =>
  actorsAt(layers, s.index, t).filter((a) => a.code !== null);

const anyClause = (layers: Layers, s: Sentence): Clause | null => {
  const [first] = layers.clausesBySentence[s.index] ?? [];
  return first === undefined ? null : layers.clauses[first];
};
