import { childWith, type Lexicon, type Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import type { Layers } from "../layers.js";
import {
  actorsAt,
  corePhrase,
  createResumed,
  members,
  nounPhrase,
  subtreeHas,
  verbPhrase,
} from "../phrases/index.js";
import type { Clause } from "../types.js";
import type { Found } from "./found.js";
import { isSide } from "./holders.js";
import { createMatter } from "./matter.js";
import { NOT_HELD } from "./not-held.js";
import { meant } from "./relative.js";

/**
 * Reads "called the proposal unacceptable", "a veto that the officials call illegal" (who condemns what is tabled rejects it), and
 * "is against foreign observers", and
 * "describes independence as its only goal".
 */
export function createVerdict(lexicon: Lexicon): (layers: Layers, clause: Clause) => Found | null {
  const cue = (cls: string): ReadonlySet<string> => members(lexicon, "stances/cues", "class", cls);
  const [calling, bad, against, favour] = [
    cue("describe"),
    cue("refused-as"),
    cue("stands-against"),
    cue("stands-for"),
  ];
  const tabled = new Set([...lexicon.list("deals/nouns"), ...lexicon.list("deals/instruments")]);
  const issues = lexicon.list("stances/issues");
  const matter = createMatter(lexicon);
  const resumed = createResumed(lexicon);
  const needed = members(lexicon, "stances/position-cues", "class", "indispensable");
  const aims = new Set(
    ["policy", "red-line"].flatMap((c) => [...members(lexicon, "stances/position-nouns", "class", c)]),
  );

  return (layers, clause) => {
    const s = layers.parsed.sentences[clause.sentence];
    const side = clause.kind === "copular" && !clause.passive ? firstCase(s, clause.head) : "";
    const move = against.has(side) ? "rejects" : favour.has(side) ? "holds" : null;
    const calls = clause.kind === "verbal" && calling.has(clause.lemma) && !clause.negated;
    if (move === null && !calls) return null;
    if (
      (clause.passive && clause.subjects.length === 0) ||
      NOT_HELD.has(layers.facts.factuality(clause.index).status)
    )
      return null;
    const known = (t: number): boolean =>
      tabled.has(s.lemmas[t]) || subtreeHas(s, t, issues) || matter(layers, s, t);
    const holders = clause.subjects
      .flatMap((t) => actorsAt(layers, clause.sentence, t))
      .filter((a) => isSide(layers, a));
    if (holders.length === 0) return null;
    if (move !== null) {
      if (s.upos[clause.head] !== "NOUN" || !known(clause.head)) return null;
      return extend(at(layers, s, clause.head), { holders, move: clause.negated ? flipped(move) : move });
    }
    // "finds the toll unacceptable": a clause of its own to the parser.
    const objects = clause.objects.length > 0 ? clause.objects : smallSubject(s, clause.head);
    const object = objects.map((o) => meant(s, clause, o)).find((o) => o >= 0 && known(o));
    const aim =
      object !== undefined &&
      (hasBehind(s, clause.head, objects, aims) || hasBehind(s, clause.head, objects, needed));
    if (object === undefined || !(aim || hasBehind(s, clause.head, objects, bad))) return null;
    const found = at(layers, s, object);
    const relative = object < clause.head;
    const stance =
      relative || clause.passive
        ? found.content.stance
        : verbPhrase(layers.parsed.document, s, clause.head).text;
    return extend(found, { content: { ...found.content, stance }, holders, move: aim ? "holds" : "rejects" });
  };

  /** A predicate of a class, on the verb or on what it is said of. */
  function hasBehind(
    s: Sentence,
    verb: number,
    objects: readonly number[],
    of: ReadonlySet<string>,
  ): boolean {
    for (const over of [verb, ...objects])
      for (let c = s.firstChild[over]; c >= 0; c = s.nextSibling[c])
        if (c > verb && (of.has(s.lemmas[c]) || of.has(s.norms[c]))) return true;
    return false;
  }

  function at(layers: Layers, s: Sentence, head: number): Pick<Found, "rule" | "content" | "force"> {
    const doc = layers.parsed.document;
    const said = resumed(doc, s, head);
    if (said !== null) {
      const { text } = said;
      return {
        rule: "position/verdict",
        content: { head: said.head, issue: text, stance: text, noun: -1 },
        force: "stated",
      };
    }
    return {
      rule: "position/verdict",
      content: {
        head,
        issue: corePhrase(doc, s, head).text,
        stance: nounPhrase(doc, s, head).text,
        noun: -1,
      },
      force: "stated",
    };
  }
}

/** The subject of the adjective or noun that a verb of judging takes. */
function smallSubject(s: Sentence, verb: number): number[] {
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c])
    if (c > verb && s.deprels[c].endsWith("comp") && s.upos[c] !== "VERB") {
      const subject = childWith(s, c, "nsubj");
      if (subject > verb) return [subject];
    }
  return [];
}

const flipped = (move: "rejects" | "holds"): "softened" | "rejects" =>
  move === "rejects" ? "softened" : "rejects";

/** The preposition in front of a predicate ("against", "in_favour"), or "". */
function firstCase(s: Sentence, head: number): string {
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    if (s.deprels[c] === "case") return s.norms[c];
  return "";
}
