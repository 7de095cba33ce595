import type { Cues } from "./cues.js";
import type { Look, Match } from "./match.js";
import type { Moves } from "./moves.js";
import type { Guard } from "./rule.js";

const DETERMINER = /^(DET|PRON|ADJ)$/;
const NOMINAL = /^(NOUN|PROPN|ADJ)$/;
const CAPITAL = /^\p{Lu}/u;
const VERBAL = /^(VERB|AUX)$/;
/** Farthest that an ordinal stands before the length it is counted over, in tokens. */
const COUNTED = 8;
const FOLLOWERS = /^(DET|NOUN|PROPN|PRON|ADJ|NUM|VERB)$/;

/** Checks of what stands around a match. */
export function createGuard(cues: Cues, moves: Moves): (guard: Guard, m: Match, look: Look) => boolean {
  const article = (look: Look, i: number): boolean => i >= 0 && look.at[i]?.word.article !== undefined;
  const coordinated = (look: Look, i: number): boolean =>
    i > 0 && look.lastEnd === i - 1 && (look.s.upos[i - 1] === "CCONJ" || look.s.forms[i - 1] === ",");

  /** Whether a determiner or owner stands at a token. */
  const inPhrase = (look: Look, i: number): boolean => {
    const { s } = look;
    return (
      article(look, i) || (i >= 0 && (s.upos[i] === "DET" || s.xpos[i] === "POS" || s.xpos[i] === "PRP$"))
    );
  };

  /** "the June 4 Movement", "The Sunday Times": a date as part of a name, not "the June 4 Paris summit". */
  function named(look: Look, m: Match): boolean {
    const { s } = look;
    if (!article(look, m.from - 1) || m.to >= s.size || !CAPITAL.test(s.forms[m.to])) return false;
    return m.to + 1 >= s.size || !NOMINAL.test(s.upos[m.to + 1]);
  }

  function bare(look: Look, m: Match): boolean {
    const { s, names } = look;
    const before = article(look, m.from - 1) ? m.from - 2 : m.from - 1;
    const month = m.values.month !== undefined;
    const whole = m.from + 1 === m.to;
    if (
      month &&
      before === m.from - 1 &&
      before >= 0 &&
      s.upos[before] === "PROPN" &&
      look.at[before] === null
    ) {
      names.add(s.norms[m.from]);
      return false;
    }
    if (
      month &&
      m.to < s.size &&
      s.upos[m.to] === "PROPN" &&
      !(before >= 0 && cues.plain.has(s.norms[before])) &&
      s.deprels[m.to].startsWith("flat") &&
      whole
    )
      return false;
    if (month && whole && m.to < s.size && s.xpos[m.to] === "POS") return true;
    if (month && whole && inPhrase(look, m.from - 1))
      return m.to < s.size && (s.upos[m.to] === "NOUN" || s.upos[m.to] === "ADJ");
    if (month && before !== m.from - 1) return false;
    if (m.values.season !== undefined && m.to < s.size && cues.genitive.has(s.norms[m.to])) return false;
    if (names.has(s.norms[m.from]) && month) return before >= 0 && cues.plain.has(s.norms[before]);
    return (
      (before >= 0 && (cues.ends.has(s.norms[before]) || (month && cues.genitive.has(s.norms[before])))) ||
      coordinated(look, m.from) ||
      (month && s.deprels[m.from] === "obl:unmarked")
    );
  }

  function year(look: Look, m: Match): boolean {
    const { s } = look;
    const prev = m.from - 1;
    const next = m.to < s.size ? m.to : -1;
    if (next >= 0 && look.at[next]?.word["not-year"] !== undefined) return false;
    if (s.upos.every((u, t) => (t >= m.from && t < m.to) || u === "PUNCT")) return true;
    if (prev < 0) return next >= 0 && (s.upos[next] === "VERB" || s.upos[next] === "AUX");
    const cue = cues.ends.has(s.norms[prev]) || cues.genitive.has(s.norms[prev]);
    const plural = next >= 0 && s.xpos[next] === "NNS";
    if (s.upos[prev] === "SYM") return false;
    // "around 1500 were held": a number of people, where the preposition can name a doer.
    const doer = cue && !cues.plain.has(s.norms[prev]) && !cues.genitive.has(s.norms[prev]);
    if (doer && next >= 0 && VERBAL.test(s.upos[next])) return false;
    if (cue) return !plural || cues.plain.has(s.norms[prev]);
    if (look.at[prev]?.word.unit !== undefined || s.forms[prev] === "(" || coordinated(look, m.from))
      return true;
    if (s.forms[prev] === "-") return next >= 0 && NOMINAL.test(s.upos[next]);
    const owned = inPhrase(look, prev) || (s.upos[prev] === "ADJ" && prev > 0);
    return owned && next >= 0 && NOMINAL.test(s.upos[next]) && !(plural && s.upos[prev] === "ADJ");
  }

  /** Of the present a thing to come is told too: "the mandate runs out in six months". */
  function planned(look: Look, m: Match): boolean {
    let before = m.from - 1;
    while (before > 0 && look.at[before]?.word.lead !== undefined) before--;
    if (before < 0 || !cues.plain.has(look.s.norms[before])) return false;
    // "took part in two days of talks" says how long they were.
    if (cues.genitive.has(look.s.norms[m.to] ?? "")) return false;
    // "the first visit in two years" says how long there was none.
    for (let t = before - 1; t >= 0 && t > before - COUNTED && !VERBAL.test(look.s.upos[t]); t--)
      if (look.at[t]?.word.ordinal !== undefined || look.s.xpos[t] === "JJS") return false;
    const { direction, told } = look.tense(m.to - 1);
    return direction === "future" || (direction === "unknown" && told === "other");
  }

  return (guard, m, look) => {
    const { s } = look;
    switch (guard) {
      case "bare":
        return bare(look, m);
      case "year":
        return year(look, m);
      case "the":
        return m.from >= 1 && look.at[m.from - 1]?.word.article === 1;
      case "date-cue":
        return (
          m.from >= 2 &&
          cues.ends.has(s.norms[m.from - 2]) &&
          (m.to >= s.size || !(NOMINAL.test(s.upos[m.to]) || cues.genitive.has(s.norms[m.to])))
        );
      case "planned":
        return planned(look, m);
      case "determiner":
        // Taggers take "that October" for a conjunction.
        if (s.upos[m.from] === "SCONJ" && m.values.month !== undefined)
          return !(m.to < s.size && VERBAL.test(s.upos[m.to]));
        return (
          s.deprels[m.from] === "det" ||
          (DETERMINER.test(s.upos[m.from]) && (s.upos[m.from] !== "PRON" || s.heads[m.from] === m.from + 1))
        );
      case "still":
        return !moves.governs(s, m.to - 1);
      case "unnamed":
        return m.values.year !== undefined || !named(look, m);
      case "free":
        return m.from === 0 || !/^(PROPN|NOUN)$/.test(s.upos[m.from - 1]);
      case "whole":
        return m.to >= s.size || !cues.genitive.has(s.norms[m.to]);
      case "final":
        return m.to >= s.size || !FOLLOWERS.test(s.upos[m.to]);
      case "followed":
        return m.to < s.size && FOLLOWERS.test(s.upos[m.to]);
    }
  };
}
