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

const CLAUSAL = new Set(["xcomp", "ccomp", "csubj", "csubj:pass", "acl", "parataxis", "obj", "advcl", "obl"]);
const NOMINAL = ["obj", "nmod", "obl", "nsubj", "iobj", "appos"];

/** The frame in which a predicate hangs on its governor. */
export function clausalLink(s: Sentence, at: number, governor: Clause | undefined): Link {
  const r = s.deprels[at];
  const mark = markBefore(s, at);
  // A relative clause has its "that" as an argument; one that has it as a marker is content under another name.
  if (!CLAUSAL.has(r) && (r !== "acl:relcl" || mark === "")) return { frame: null, prep: "" };
  const subject = childWith(s, at, "nsubj") >= 0;
  if (hasTo(s, at)) {
    if (r === "advcl" || r === "parataxis") return { frame: null, prep: "to" };
    const other = subject || (r === "xcomp" && childWith(s, s.heads[at], "obj") >= 0);
    return { frame: other && governor?.passive !== true ? "obj" : "inf", prep: "" };
  }
  if (s.xpos[at] === "VBG" && childWith(s, at, "aux") < 0) {
    // "stopped shelling", "accused it of shelling"; a bare participle is a circumstance.
    const bare = r === "xcomp" || r === "ccomp" || r === "obj" || r.startsWith("csubj");
    return { frame: mark !== "" || bare ? "ger" : null, prep: mark };
  }
  if (r === "advcl" || r === "obl") return { frame: null, prep: mark };
  // "let the ships leave", "saw": a bare verb without "that" under a verb with an object.
  if (r === "xcomp" && s.xpos[at] === "VB") return { frame: "inf", prep: "" };
  return { frame: "that", prep: "" };
}

/** The frame in which a noun hangs on its governor. */
export function nominalLink(s: Sentence, at: number): Link {
  const r = s.deprels[at];
  if (!NOMINAL.some((n) => isRelation(r, n))) return { frame: null, prep: "" };
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

/** The noun just before "to" that an infinitive belongs to, wherever the tree hangs it: "tabled a proposal to extend"; else -1. */
export function nounBeforeTo(s: Sentence, at: number, words: FactualityWords): number {
  const r = s.deprels[at];
  if (r !== "advcl" && r !== "xcomp") return -1;
  for (let k = s.firstChild[at]; k >= 0 && k < at; k = s.nextSibling[k])
    if (s.xpos[k] === "TO") {
      const noun = k - 1;
      return noun > s.heads[at] &&
        s.upos[noun] === "NOUN" &&
        s.heads[noun] === s.heads[at] &&
        words.predicate(s.lemmas[noun], "inf", "NOUN") !== undefined
        ? noun
        : -1;
    }
  return -1;
}

/** Whether "to" stands before a verb, or before the copula of an adjective or noun. */
export function hasTo(s: Sentence, at: number): boolean {
  for (let k = s.firstChild[at]; k >= 0 && k < at; k = s.nextSibling[k])
    if (s.xpos[k] === "TO" && (s.deprels[k] === "mark" || s.deprels[k] === "aux")) return true;
  return false;
}

function markBefore(s: Sentence, at: number): string {
  for (let k = s.firstChild[at]; k >= 0 && k < at; k = s.nextSibling[k])
    if ((s.deprels[k] === "mark" || s.deprels[k] === "case") && s.xpos[k] !== "TO") return s.norms[k];
  return "";
}
