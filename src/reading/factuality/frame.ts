import { childWith, isRelation, type Sentence } from "../../language/index.js";
import { preposition } from "../clauses/index.js";
import type { Clause } from "../types.js";
import type { PredicateRule } from "./rule.js";
import type { FactualityWords } from "./words.js";

/** How a word hangs on the one above it. */
export interface Link {
  /** What the word list calls it, or null for a circumstance, which the governor selects nothing for. */
  readonly frame: "inf" | "obj" | "that" | "ger" | "noun" | null;
  /** Preposition or marker that stands between, or "". */
  readonly prep: string;
}

const CLAUSAL = new Set(["xcomp", "ccomp", "csubj", "csubj:pass", "acl", "obj", "advcl", "obl"]);
const NOMINAL = ["obj", "nmod", "obl", "nsubj", "iobj", "appos"];

/** The frame in which a predicate hangs on its governor. */
export function clausalLink(
  s: Sentence,
  at: number,
  governor: Clause | undefined,
  words: FactualityWords,
): Link {
  const r = s.deprels[at];
  const mark = markBefore(s, at);
  // A relative clause has its "that" as an argument; one that has it as a marker is content under another name.
  const content = mark !== "" || hasTwoObjects(s, at);
  if (!CLAUSAL.has(r) && (r !== "acl:relcl" || !content)) return { frame: null, prep: "" };
  const subject = childWith(s, at, "nsubj") >= 0;
  if (hasTo(s, at)) {
    if (r === "advcl" && addressed(s, s.heads[at], at, words)) return { frame: "obj", prep: "" };
    if (r === "advcl") return { frame: null, prep: "to" };
    const other = subject || (r === "xcomp" && childWith(s, s.heads[at], "obj") >= 0);
    return { frame: other && governor?.passive !== true ? "obj" : "inf", prep: "" };
  }
  if (isGerund(s, at)) {
    // "stopped shelling", "accused it of shelling"; a bare participle is a circumstance.
    const bare = r === "xcomp" || r === "ccomp" || r === "obj" || r.startsWith("csubj");
    return { frame: mark !== "" || bare ? "ger" : null, prep: mark };
  }
  if (r === "advcl" || r === "obl") return { frame: null, prep: mark };
  // "an accord signed by Chad": what was done with it, not what it is about.
  if (r === "acl" && mark === "" && (s.xpos[at] === "VBN" || s.xpos[at] === "VBD"))
    return { frame: null, prep: "" };
  // "let the ships leave", "saw": a bare verb without "that" under a verb with an object.
  if (r === "xcomp" && s.xpos[at] === "VB") return { frame: "inf", prep: "" };
  return { frame: "that", prep: "" };
}

/** "a report that they had crossed the border": with an object of its own, the "that" is none. */
function hasTwoObjects(s: Sentence, at: number): boolean {
  let count = 0;
  for (let k = s.firstChild[at]; k >= 0; k = s.nextSibling[k]) if (s.deprels[k] === "obj") count++;
  return count > 1;
}

/** The frame in which a noun hangs on its governor. */
export function nominalLink(s: Sentence, at: number, above: Clause | undefined): Link {
  const r = s.deprels[at];
  if (r === "advcl" || r === "acl") {
    // "prevented from meeting them" with "meeting" taken for a noun.
    const mark = markBefore(s, at);
    return { frame: mark === "" ? null : "ger", prep: mark };
  }
  if (!NOMINAL.some((n) => isRelation(r, n))) return { frame: null, prep: "" };
  // What acts is not acted on: "talks aimed at", but "the visit is planned", "a deal is likely".
  if (r === "nsubj" && above?.kind === "verbal" && !above.passive) return { frame: null, prep: "" };
  return { frame: "noun", prep: preposition(s, at) };
}

/** Rule of the governing word at `g` for what hangs on it so; the word with its preposition comes first. */
export function ruleFor(
  words: FactualityWords,
  s: Sentence,
  g: number,
  lemma: string,
  { frame, prep }: Link,
): PredicateRule | undefined {
  if (frame === null) return undefined;
  if (prep !== "") {
    const own = words.predicate(`${lemma}_${prep}`, frame, s.upos[g]);
    if (own !== undefined) return own;
    if (!words.contentPrepositions.has(prep)) return undefined;
  }
  // "provided that", "is planned": words with a sense of their own in one form.
  return words.predicate(s.norms[g], frame, s.upos[g]) ?? words.predicate(lemma, frame, s.upos[g]);
}

/**
 * The word just before a clause that it belongs to, wherever the tree hangs it: "tabled a proposal to extend", "remains unclear when it
 * will meet"; else -1.
 */
export function wordBefore(s: Sentence, at: number, words: FactualityWords): number {
  const r = s.deprels[at];
  if (r !== "advcl" && r !== "xcomp" && r !== "ccomp") return -1;
  const infinitive = hasTo(s, at);
  let first = at;
  for (let k = s.firstChild[at]; k >= 0 && k < at; k = s.nextSibling[k]) {
    if (infinitive ? s.xpos[k] === "TO" : s.deprels[k] === "mark" || s.xpos[k] === "WRB") {
      first = k;
      break;
    }
  }
  const word = first - 1;
  if (first === at || word <= s.heads[at] || s.heads[word] !== s.heads[at]) return -1;
  if (s.upos[word] !== "NOUN" && (infinitive || s.upos[word] !== "ADJ")) return -1;
  return words.predicate(s.lemmas[word], infinitive ? "inf" : "that", s.upos[word]) === undefined ? -1 : word;
}

/** "came close to signing", "stopped short of a deal": the word before the preposition decides; undefined where it is none of these. */
export function ruleBeforePreposition(
  words: FactualityWords,
  s: Sentence,
  at: number,
  { frame, prep }: Link,
): { readonly rule: PredicateRule; readonly word: number } | undefined {
  if (frame === null || prep === "") return undefined;
  for (let k = s.firstChild[at]; k >= 0 && k < at; k = s.nextSibling[k]) {
    if (s.deprels[k] !== "case" && s.deprels[k] !== "mark") continue;
    const word = k - 1;
    if (word < 0 || word === s.heads[at] || (s.upos[word] !== "ADV" && s.upos[word] !== "ADJ"))
      return undefined;
    const rule = words.predicate(`${s.norms[word]}_${prep}`, frame, s.upos[word]);
    return rule === undefined ? undefined : { rule, word };
  }
  return undefined;
}

/** Whether "to" stands before a verb, or before the copula of an adjective or noun. */
export const hasTo = (s: Sentence, at: number): boolean => toBefore(s, at) >= 0;

/** "shelling", "being shelled", but not "is shelling". */
function isGerund(s: Sentence, at: number): boolean {
  if (s.xpos[at] === "VBG") return childWith(s, at, "aux") < 0;
  const aux = childWith(s, at, "aux:pass");
  return aux >= 0 && s.xpos[aux] === "VBG" && s.heads[aux] === at && childWith(s, at, "nsubj") < 0;
}

/** "called on both sides to": somebody stands between the verb and the infinitive. */
function addressed(s: Sentence, verb: number, at: number, words: FactualityWords): boolean {
  for (let k = s.firstChild[verb]; k >= 0 && k < at; k = s.nextSibling[k])
    if (k > verb && isRelation(s.deprels[k], "obl") && words.address.has(preposition(s, k))) return true;
  return false;
}

function markBefore(s: Sentence, at: number): string {
  for (let k = s.firstChild[at]; k >= 0 && k < at; k = s.nextSibling[k])
    if ((s.deprels[k] === "mark" || s.deprels[k] === "case") && s.xpos[k] !== "TO") return s.norms[k];
  return "";
}

/** Token of the infinitive's "to" before a verb, or -1. */
export function toBefore(s: Sentence, verb: number): number {
  for (let k = s.firstChild[verb]; k >= 0 && k < verb; k = s.nextSibling[k])
    if (s.xpos[k] === "TO" && (s.deprels[k] === "mark" || s.deprels[k] === "aux")) return k;
  return -1;
}
