import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, beforeComment, clausePhrase, mentionAt, slice } from "../phrases/index.js";
import type { Actor, Clause } from "../types.js";
import type { Content } from "./content.js";

/** "recognise Kosovo": a state or territory. */
export function isLand(layers: Layers, s: Sentence, token: number): boolean {
  const m = mentionAt(layers, s.index, token);
  const kind = m === null || m.head !== token ? null : layers.entities[m.entity].kind;
  return kind === "state" || kind === "territory";
}

/** What a copula or "remains" says of its subject: the head of a copular clause, else object or complement. */
export function predicateOf(s: Sentence, clause: Clause): number {
  if (clause.kind !== "verbal") return clause.head;
  if (clause.objects.length > 0) return clause.objects[0];
  for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c])
    if (c > clause.head && s.deprels[c] === "xcomp") return c;
  return clause.head;
}

export function complementOf(s: Sentence, head: number, preps: ReadonlySet<string>): number | null {
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) {
    if (
      c < head ||
      !(
        s.deprels[c].startsWith("nmod") ||
        s.deprels[c] === "obl" ||
        s.deprels[c] === "acl" ||
        s.deprels[c] === "ccomp" ||
        s.deprels[c] === "advcl"
      )
    )
      continue;
    for (let k = s.firstChild[c]; k >= 0 && k <= c; k = s.nextSibling[k]) {
      if ((s.deprels[k] === "case" || s.deprels[k] === "mark") && preps.has(s.norms[k])) return c;
    }
    if (s.deprels[c] === "ccomp" || s.deprels[c] === "acl") return c;
  }
  return null;
}

export function that(layers: Layers, clause: Clause, known: (token: number) => boolean): Content | null {
  const s = layers.parsed.sentences[clause.sentence];
  for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c]) {
    if (s.deprels[c] !== "ccomp" || !known(c)) continue;
    const { from, to } = clausePhrase(layers.parsed.document, s, c);
    const stance = slice(layers.parsed.document, s, from, beforeComment(s, from, to)).text;
    return { head: c, issue: stance, stance, noun: -1 };
  }
  return null;
}

/** "its demand for a vote", "the refusal to sign": a noun that tells its content behind it. */
export function saysItself(s: Sentence, noun: number): boolean {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c])
    if (c > noun && (s.deprels[c] === "acl" || (s.firstChild[c] >= 0 && s.norms[s.firstChild[c]] === FOR)))
      return true;
  return false;
}
const FOR = "for";

export function owners(layers: Layers, sentence: number, noun: number): Actor[] {
  const s = layers.parsed.sentences[sentence];
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    if (s.deprels[c] !== "nmod:poss" && s.deprels[c] !== "amod" && s.deprels[c] !== "nmod") continue;
    const actors = actorsAt(layers, sentence, c).filter((a) => a.code !== null);
    if (actors.length > 0) return actors;
  }
  return [];
}

/** Nouns behind `head` that one of these prepositions opens: "a red line for Oslo". */
export function behindWith(s: Sentence, head: number, preps: ReadonlySet<string>): number[] {
  const out: number[] = [];
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c])
    if (c > head && s.firstChild[c] >= 0 && s.firstChild[c] < c && preps.has(s.norms[s.firstChild[c]]))
      out.push(c);
  return out;
}
