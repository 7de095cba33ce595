import type { Lexicon, Sentence } from "../../language/index.js";
import { doersOf, loadActWords, onePerSide, pairInForce, sides } from "../acts/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, members, slice, verbKeys } from "../phrases/index.js";
import type { Actor, Clause, CommitmentItem } from "../types.js";
import { commitment } from "./build.js";

/** Points a list may have, and the kinds of act that may open it. */
const LONGEST = 20;
const BINDING: ReadonlySet<string> = new Set(["agree", "decide", "promise"]);

/**
 * "The two sides agreed that: (a) a joint team shall visit ...; (b) ...": each point of a list behind such an opening binds both, or whom it
 * names. A list ends where its marks change.
 */
export function createListed(lexicon: Lexicon): (layers: Layers) => CommitmentItem[] {
  const words = loadActWords(lexicon);
  const future = members(lexicon, "deals/cues", "class", "future-modal");
  const duty = members(lexicon, "deals/cues", "class", "duty-modal");
  const noDeed = members(lexicon, "deals/cues", "class", "no-deed");
  return (layers) => {
    const out: CommitmentItem[] = [];
    const { sentences } = layers.parsed;
    for (let i = 0; i < sentences.length; i++) {
      const by = opening(layers, sentences[i]);
      if (by === null) continue;
      const style = styleOf(sentences[i + 1]);
      if (style === "") continue;
      for (let k = i + 1; k < sentences.length && k <= i + LONGEST; k++) {
        if (styleOf(sentences[k]) !== style) break;
        const item = point(layers, sentences[k], by);
        if (item !== null) out.push(item);
      }
    }
    return out;
  };

  /** Whom a sentence that ends in a colon binds to the points behind it; nobody by name where it only says "the Parties". */
  function opening(layers: Layers, s: Sentence): readonly Actor[] | null {
    if (s.norms[s.size - 1] !== ":") return null;
    for (const i of layers.clausesBySentence[s.index] ?? []) {
      const c = layers.clauses[i];
      if (c.negated || c.modal !== null || c.tense === "none") continue;
      if (!verbKeys(layers, c).some((k) => words.verbs.get(k)?.some((e) => BINDING.has(e.cls)))) continue;
      const by = onePerSide(doersOf(layers, c, words));
      const all = sides(by) > 1 ? by : (pairInForce(layers, s.index) ?? by);
      const several = c.subjects.some((t) => words.several.has(s.lemmas[t].toLowerCase()));
      if (all.length > 0 || several) return all;
    }
    return null;
  }

  function point(layers: Layers, s: Sentence, all: readonly Actor[]): CommitmentItem | null {
    const clause = dutyIn(layers, s);
    if (clause === null || clause.negated || noDeed.has(clause.lemma)) return null;
    const own = clause.passive
      ? []
      : onePerSide(clause.subjects.flatMap((t) => actorsAt(layers, s.index, t)));
    const by = own.length > 0 ? own : all;
    let to = s.size;
    while (to > 1 && (s.upos[to - 1] === "PUNCT" || s.upos[to - 1] === "CCONJ")) to--;
    const { text } = slice(layers.parsed.document, s, markEnd(s), to);
    return commitment(layers, {
      shape: "listed",
      type: by === all || sides(by) > 1 ? "joint-commitment" : "unilateral-undertaking",
      clause,
      sentence: s.index,
      token: clause.head,
      by,
      to: [],
      what: text,
      deadline: layers.facts.deadline(clause.index),
      condition: null,
    });
  }

  /** The first verb of duty or future, or an infinitive that opens the point ("to exchange lists"). */
  function dutyIn(layers: Layers, s: Sentence): Clause | null {
    for (const i of layers.clausesBySentence[s.index] ?? []) {
      const c = layers.clauses[i];
      if (c.kind === "nominal" && c.support < 0) continue;
      if (future.has(c.modal ?? "") || duty.has(c.modal ?? "")) return c;
      if (c.head <= markEnd(s) + 1 && s.xpos[c.head] === "VB") return c;
      if (c.tense !== "none") return null;
    }
    return null;
  }
}

/** How a point is marked: "(a)", "1.", a dash; "" where it is none. */
function styleOf(s: Sentence | undefined): string {
  if (s === undefined || s.size < 3) return "";
  const mark = s.forms.slice(0, markEnd(s)).join("");
  if (mark === "") return s.kind === "bullet" ? "bullet" : "";
  return mark.replace(/\d+/, "1").replace(/[a-z]+/, "a");
}

/** Tokens of the mark in front of a point. */
function markEnd(s: Sentence): number {
  let t = 0;
  if (s.forms[t] === "(" || s.forms[t] === "[") t++;
  if (!/^(\d{1,2}|[a-z]|[ivx]{1,4}|[-–—•*])[.)]*$/.test(s.forms[t])) {
    const whole = /^[([]?(\d{1,2}|[a-z]|[ivx]{1,4})[.)\]]+$/.test(s.forms[0]);
    return whole ? 1 : 0;
  }
  const dash = /^[-–—•*]$/.test(s.forms[t]);
  const closed = /[.)]$/.test(s.forms[t]);
  t++;
  while (t < s.size && /^[.)\]]$/.test(s.forms[t])) t++;
  return dash || closed || /^[.)\]]$/.test(s.forms[t - 1]) ? t : 0;
}
