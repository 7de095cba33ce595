import { type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { PhraseTable, verbKeys, verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import type { LinkageWords } from "./words.js";

/**
 * What a connector asks of the undertaking before it (`only`: that "only" stands with its verb; `said`: that a party says it; `meanwhile`: that it is refused) and whether a clause or a noun phrase
 * follows it.
 */
interface Connector {
  readonly needs: "any" | "negated" | "only" | "said" | "meanwhile";
  readonly behind: "clause" | "noun" | "both";
}

/** A connector of a sentence with the undertaking that hangs on it. `to`: tokens of what it hangs on. */
export interface Joint {
  readonly clause: Clause;
  /** Token that the undertaking's own words end before, or -1 where the connector stands in front of it. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** Its connector makes a link by itself ("unless"), as "if" does not. */
  readonly firm: boolean;
  /** It joins one thing to another given for it ("in exchange for"), and no clause. */
  readonly barter: boolean;
}

/** Reads where a sentence joins an undertaking to what it hangs on: "only if X", "not until X", "as long as X", "in exchange for X". */
export function createJoints(
  lexicon: Lexicon,
  {
    only,
    lasting,
    occasions,
    negators,
    pointless,
    process,
    rejecting,
    offering,
    striving,
    terms,
    expiring,
  }: LinkageWords,
  holds: (layers: Layers, clause: Clause) => boolean,
): (layers: Layers, s: Sentence) => Joint[] {
  const table = new PhraseTable<Connector>(
    lexicon
      .table("stances/linkage-connectors")
      .rows.map(([words, needs, behind]) => [words, { needs, behind } as Connector] as const),
  );

  return (layers, s) => {
    const out: Joint[] = [];
    for (let t = 0; t < s.size; t++) {
      const hit = table.at(s, t);
      if (hit === null) continue;
      const from = t + hit.length;
      const to = hit.value.behind === "noun" ? nounEnd(s, from) : stretchEnd(s, from);
      const behind = isFronted(s, t) ? after(layers, s, to) : null;
      const clause = behind ?? before(layers, s, t);
      if (clause !== null && to - from >= 1 && fits(layers, s, clause, t, from, to, hit.value))
        out.push({
          clause,
          at: behind === null ? t : -1,
          from,
          to,
          firm: hit.value.needs !== "said",
          barter: hit.value.behind === "noun",
        });
      t = from - 1;
    }
    return out;
  };

  function fits(
    layers: Layers,
    s: Sentence,
    clause: Clause,
    at: number,
    from: number,
    to: number,
    { needs, behind }: Connector,
  ): boolean {
    // "will not hear of a pact while the crew are held": not what lasts as long as the talks.
    if (needs === "meanwhile" && (!isRefused(layers, rejecting, clause) || namesTalks(s, from, to)))
      return false;
    if (needs === "only" && !onlyBefore(s, clause, at)) return false;
    if (
      needs === "said" &&
      !(
        onlyBefore(s, clause, at) ||
        layers.facts.voice(clause.index).cue !== null ||
        isOffered(layers, clause)
      )
    )
      return false;
    // "until her term expires", "for as long as they can": a day, and no condition.
    if (isTerm(s, from, to) || !saysWhat(s, from, to)) return false;
    // "will keep working until a solution is found": what they work for.
    if (needs === "negated" && isStriving(s, clause)) return false;
    // "has been held back until": what lasts hangs on what ends it, and on nothing else.
    if (needs !== "negated" && isLasting(layers, clause) && !holds(layers, clause)) return false;
    if (
      needs === "negated" &&
      !isRefused(layers, rejecting, clause) &&
      !isNothing(s, clause, at) &&
      !isLasting(layers, clause)
    )
      return false;
    if (hasVerb(s, from, to)) return behind !== "noun" || s.xpos[from] !== "VBG";
    return behind !== "clause" && hasThing(layers, s, from, to, needs === "negated");
  }

  function isTerm(s: Sentence, from: number, to: number): boolean {
    let term = false;
    let over = false;
    for (let t = from; t < to; t++) {
      term ||= terms.has(s.lemmas[t]);
      over ||= expiring.has(s.lemmas[t]);
    }
    return term && over;
  }

  /** A noun, or a full verb, or at least who does it and how: "they can" says nothing. */
  function saysWhat(s: Sentence, from: number, to: number): boolean {
    for (let t = from; t < to; t++)
      if (s.upos[t] !== "PRON" && s.upos[t] !== "AUX" && s.upos[t] !== "PUNCT" && s.upos[t] !== "PART")
        return true;
    return false;
  }

  /** A noun that sets no day: "until June" and "before the summit" do, "until a ceasefire" is a condition. */
  function hasThing(layers: Layers, s: Sentence, from: number, to: number, negated: boolean): boolean {
    const times = layers.timesBySentence[s.index] ?? [];
    for (let t = from; t < to; t++) {
      if (s.upos[t] !== "NOUN") continue;
      if (negated && s.heads[t] < from && occasions.has(s.lemmas[t])) return false;
      if (!times.some((i) => layers.times[i].from <= t && t < layers.times[i].to)) return true;
    }
    return false;
  }

  /** "offered to stop the flow if": an offer is said. */
  function isOffered(layers: Layers, clause: Clause): boolean {
    const over = clause.parent < 0 ? null : layers.clauses[clause.parent];
    return clause.mood === "infinitive" && over !== null && offering.has(over.lemma);
  }

  function namesTalks(s: Sentence, from: number, to: number): boolean {
    for (let t = from; t < to; t++) if (process.has(s.lemmas[t])) return true;
    return false;
  }

  function isStriving(s: Sentence, clause: Clause): boolean {
    if (clause.negated) return false;
    if (striving.has(s.lemmas[clause.head])) return true;
    for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c])
      if (c > clause.head && striving.has(s.lemmas[c])) return true;
    return false;
  }

  /** "will only sign if": the word stands with the verb. */
  function onlyBefore(s: Sentence, clause: Clause, at: number): boolean {
    const verb = verbOf(clause);
    for (let t = Math.max(0, verb - 2); t < verb; t++) if (only.has(s.norms[t])) return at > verb;
    return false;
  }

  /** "would release no more until", "will sign nothing before". */
  function isNothing(s: Sentence, clause: Clause, at: number): boolean {
    for (let t = verbOf(clause) + 1; t < at && t <= verbOf(clause) + 3; t++)
      if (negators.has(s.norms[t])) return true;
    return false;
  }

  /** The undertaking nearest before a token; what was done ends the search. */
  function before(layers: Layers, s: Sentence, at: number): Clause | null {
    const list = layers.clausesBySentence[s.index] ?? [];
    for (let i = list.length - 1; i >= 0; i--) {
      const c = layers.clauses[list[i]];
      if (c.head >= at || (c.kind === "nominal" && c.support < 0) || isAside(s, c, at)) continue;
      if (holds(layers, c) || isLasting(layers, c) || isPointless(s, c)) return c;
      if (c.tense !== "none" && c.relation !== "acl:relcl" && c.relation !== "parataxis") return null;
    }
    return null;
  }

  function after(layers: Layers, s: Sentence, end: number): Clause | null {
    const apart = s.norms[end] === ",";
    for (const i of layers.clausesBySentence[s.index] ?? []) {
      const c = layers.clauses[i];
      if (c.head > end && ((apart && holds(layers, c)) || isPointless(s, c))) return c;
    }
    return null;
  }

  /** "has been held back", "will stay frozen". */
  function isLasting(layers: Layers, clause: Clause): boolean {
    return verbKeys(layers, clause).some((k) => lasting.has(k));
  }

  /** "there is no point in talking about customs", "there would be no discussion": what makes no sense yet is refused. */
  function isPointless(s: Sentence, clause: Clause): boolean {
    return [...clause.subjects, clause.head].some((t) => {
      if (!pointless.has(s.lemmas[t])) return false;
      for (let c = s.firstChild[t]; c >= 0 && c < t; c = s.nextSibling[c])
        if (negators.has(s.norms[c])) return true;
      return false;
    });
  }
}

/** ", which it calls legal, unless": an aside between commas is closed before what follows it. */
function isAside(s: Sentence, clause: Clause, at: number): boolean {
  if (s.norms[at - 1] !== ",") return false;
  const open = clause.objects.concat(clause.subjects).find((t) => s.xpos[t] === "WDT" || s.xpos[t] === "WP");
  return open !== undefined && open < clause.head && s.norms[open - 1] === ",";
}

/** Refusals: "will not", "refuses to", "ruled out". The verb's own negation or that of what it hangs on. */
function isRefused(layers: Layers, rejecting: ReadonlySet<string>, clause: Clause): boolean {
  // "ruled out any release until": a verb that refuses by itself.
  if (clause.negated || verbKeys(layers, clause).some((k) => rejecting.has(k))) return true;
  const over = clause.parent < 0 ? null : layers.clauses[clause.parent];
  return over?.negated === true && (clause.relation === "xcomp" || clause.relation === "conj");
}

/** At the opening of a sentence, of what is said, or of a quotation. */
function isFronted(s: Sentence, t: number): boolean {
  const k = t - 1;
  return k < 0 || s.upos[k] === "PUNCT" || s.upos[k] === "SCONJ" || (s.upos[k] === "CCONJ" && k <= 1);
}

function stretchEnd(s: Sentence, from: number): number {
  let t = from;
  while (t < s.size && !(s.upos[t] === "PUNCT" && /^[,;:"“”.?!–—]+$/.test(s.forms[t]))) t++;
  return t;
}

/** End of the noun phrase that opens at a token; the predicate behind it is no part of it. */
function nounEnd(s: Sentence, from: number): number {
  const end = stretchEnd(s, from);
  for (let t = from; t < end; t++)
    if (s.heads[t] < from) return Math.min(end, Math.max(t + 1, subtreeRange(s, t)[1]));
  return end;
}

function hasVerb(s: Sentence, from: number, to: number): boolean {
  for (let t = from; t < to; t++) if (s.upos[t] === "VERB" || s.upos[t] === "AUX") return true;
  return false;
}
