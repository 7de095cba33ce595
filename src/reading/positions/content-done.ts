import { type Sentence, subtreeRange } from "../../language/index.js";
import type { Document } from "../../text/index.js";
import { corePhrase, nounPhrase, slice, verbPhrase } from "../phrases/index.js";
import type { Clause } from "../types.js";
import type { Content } from "./content.js";
import { CLAUSAL, complements, marked } from "./content-tree.js";
import { argument } from "./content-verb.js";

/** "regards the plateau as its own territory", "considers the matter closed": with what it is taken for. */
export function judged(doc: Document, s: Sentence, clause: Clause): Content | null {
  const object = clause.objects.find((o) => o > clause.head && s.upos[o] === "NOUN");
  if (object === undefined) return null;
  const end = subtreeRange(s, object)[1];
  const taken = complements(
    s,
    clause.head,
    (c) =>
      c > object &&
      (s.deprels[c] === "xcomp" || s.deprels[c] === "obj" || marked(s, c, "as")) &&
      subtreeRange(s, c)[0] <= end + 1,
  );
  const own = complements(
    s,
    object,
    (c) =>
      c > object &&
      (marked(s, c, "as") ||
        s.xpos[c] === "VBN" ||
        // "considers such a body incompatible with the pact": to the parser an adjective of the body.
        (s.upos[c] === "ADJ" && subtreeRange(s, c)[0] === object + 1) ||
        (s.deprels[c] === "appos" && subtreeRange(s, c)[0] === object + 1)),
  );
  const first = taken[0] ?? own[0];
  if (first === undefined) return null;
  const { text } = verbPhrase(doc, s, clause.head);
  const phrase = nounPhrase(doc, s, object);
  const issue = slice(
    doc,
    s,
    phrase.from,
    Math.max(object + 1, Math.min(phrase.to, subtreeRange(s, first)[0])),
  ).text;
  return { head: object, issue, stance: text, noun: -1 };
}

/** "wants the officers freed": with its own subject, without "to be". */
export function wantedDone(doc: Document, s: Sentence, verb: number): Content | null {
  for (const done of complements(
    s,
    verb,
    (c) =>
      (c > verb && s.deprels[c] === "ccomp" && s.xpos[c] === "VBN") ||
      (s.xpos[c] === "VBD" && s.deprels[c] === "ccomp" && c > verb),
  )) {
    const noun = complements(s, done, (c) => c < done && s.deprels[c].startsWith("nsubj"))[0];
    if (
      noun === undefined ||
      s.upos[noun] === "PROPN" ||
      // "claimed his office had resumed": told, and not to be done.
      complements(s, done, (c) => (c < noun && s.deprels[c] === "mark") || s.deprels[c] === "aux").length > 0
    )
      continue;
    const to = verbPhrase(doc, s, done).to;
    if (s.upos[noun] !== "NOUN") {
      // "wants it confined to roads"
      const { text } = slice(doc, s, noun, to);
      if (to === done + 1) continue;
      return { head: done, issue: text, stance: text, noun: -1 };
    }
    const from = nounPhrase(doc, s, noun).from;
    const stance = slice(doc, s, from, to).text;
    return { head: noun, issue: corePhrase(doc, s, noun).text, stance, noun: -1 };
  }
  return null;
}

/** "wants them confined to five points": what is to be done to those spoken of before. */
export function doneTo(doc: Document, s: Sentence, clause: Clause, object: number): Content | null {
  const done = complements(
    s,
    clause.head,
    (c) => c > object && (s.xpos[c] === "VBN" || s.xpos[c] === "VBD") && CLAUSAL.has(s.deprels[c]),
  )[0];
  if (done === undefined) return null;
  const stance = slice(doc, s, object, verbPhrase(doc, s, done).to).text;
  return { head: done, issue: stance, stance, noun: -1 };
}

/** "wants the land to be shared out", "to be part of the deal": what is to be done stands in front of the infinitive. */
export function passiveOf(doc: Document, s: Sentence, clause: Clause, infinitive: number): Content | null {
  const named = [...clause.objects, ...clause.obliques.map((o) => o.head)].find(
    (o) => o > clause.head && o < infinitive && (s.upos[o] === "NOUN" || partOf(s, o) >= 0),
  );
  if (named === undefined) return null;
  const object = s.upos[named] === "NOUN" ? named : partOf(s, named);
  const done =
    complements(s, infinitive, (c) => s.deprels[c] === "aux:pass" || s.deprels[c] === "cop").length > 0;
  // "wants the drilling to stop": what is named with nothing behind it is itself the issue.
  if (!done && (argument(s, infinitive) >= 0 || !clause.objects.includes(named))) return null;
  const from = Math.min(named, nounPhrase(doc, s, object).from);
  const stance = slice(doc, s, from, Math.max(verbPhrase(doc, s, infinitive).to, infinitive + 1)).text;
  return { head: object, issue: corePhrase(doc, s, object).text, stance, noun: -1 };
}

/** "some of the ships": the ships, or -1. */
const partOf = (s: Sentence, t: number): number =>
  s.upos[t] === "DET" || s.upos[t] === "NUM"
    ? (complements(s, t, (c) => c > t && s.deprels[c] === "nmod" && s.upos[c] === "NOUN")[0] ?? -1)
    : -1;
