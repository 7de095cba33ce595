import { childWith, type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import type { Document } from "../../text/index.js";
import { members } from "../phrases/index.js";

/** Where what somebody holds ends and the text goes on: character offset, and the token that has to stand in what is held for it to count. */
interface End {
  readonly at: number;
  readonly over: number;
}

const FINITE: ReadonlySet<string> = new Set(["VBD", "VBP", "VBZ"]);
const CLAUSAL: ReadonlySet<string> = new Set(["advcl", "conj"]);

/**
 * Trees hang on what is held what the text says next: another predicate ("keen on renewing the pact and wants more"), a contrast ("..., but
 * Chad sees"), why it is held ("as it believes"), what came of it ("..., dashing hopes"). Gives the words of a stance up to there.
 */
export function createOwnWords(lexicon: Lexicon): (doc: Document, s: Sentence, text: string) => string {
  const cue = (cls: string): ReadonlySet<string> => members(lexicon, "stances/position-cues", "class", cls);
  const [reasons, contrasts, comments] = [cue("reason"), cue("contrast"), cue("comment-verb")];
  const attributing = cue("attributing");
  let known: { s: Sentence; ends: readonly End[] } | null = null;

  return (doc, s, text) => {
    if (known === null || known.s !== s) known = { s, ends: endsIn(s) };
    if (known.ends.length === 0) return text;
    const from = doc.text.indexOf(text, s.start);
    if (from < 0 || from >= s.end) return text;
    let to = from + text.length;
    for (const { at, over } of known.ends)
      if (at > from && at < to && s.starts[over] >= from && s.starts[over] < at) to = at;
    return to === from + text.length ? text : doc.text.slice(from, to).replace(/[\s,;:–—-]+$/, "");
  };

  function endsIn(s: Sentence): End[] {
    const out: End[] = [];
    for (let t = 2; t < s.size; t++) {
      if (attributing.has(s.norms[t]) && s.norms[t - 1] === ",")
        out.push({ at: s.starts[t - 1], over: t - 2 });
      // "a two-state model — a notion that Accra rejects": the dash opens what is said of it.
      if (s.norms[t] === "-" && s.ends[t - 1] < s.starts[t] && s.upos[t + 1] === "DET")
        out.push({ at: s.starts[t], over: t - 1 });
      if (!CLAUSAL.has(s.deprels[t])) continue;
      const over = s.heads[t];
      if (over < 0 || over > t || s.upos[over] !== "VERB") continue;
      const first = s.deprels[t] === "conj" ? joined(s, t, over) : added(s, t);
      if (first > over) out.push({ at: s.starts[first], over });
    }
    return out;
  }

  /** First token of a predicate that cannot go on from what is only to be done, or that has a subject of its own behind ", but"; or -1. */
  function joined(s: Sentence, t: number, over: number): number {
    const cc = childWith(s, t, "cc");
    // "..., the minister told reporters": who says it.
    if (cc < 0) {
      const who = comments.has(s.lemmas[t]) && FINITE.has(s.xpos[t]) ? childWith(s, t, "nsubj") : -1;
      const from = who < 0 ? -1 : subtreeRange(s, who)[0];
      return from > over && from < t && s.norms[from - 1] === "," ? from - 1 : -1;
    }
    if (FINITE.has(s.xpos[t]) && isUnfinished(s, over)) return cc;
    const own = childWith(s, t, "nsubj");
    return contrasts.has(s.norms[cc]) && s.norms[cc - 1] === "," && own > cc && own < t ? cc : -1;
  }

  /** First token of why it is held or of what came of it, or -1. */
  function added(s: Sentence, t: number): number {
    if (s.xpos[t] === "VBG")
      return comments.has(s.lemmas[t]) && s.norms[t - 1] === "," && s.firstChild[t] !== t - 2 ? t - 1 : -1;
    const mark = s.firstChild[t];
    if (mark < 0 || mark > t || !reasons.has(s.norms[mark]) || subtreeRange(s, t)[0] !== mark) return -1;
    const next = s.nextSibling[mark];
    return next > mark && s.deprels[next].startsWith("nsubj") && s.upos[mark - 1] !== "ADV" ? mark : -1;
  }
}

/** An infinitive or gerund, which no finite verb goes on from. */
function isUnfinished(s: Sentence, verb: number): boolean {
  for (let c = s.firstChild[verb]; c >= 0 && c < verb; c = s.nextSibling[c])
    if (s.deprels[c].startsWith("aux") || s.deprels[c] === "cop") return false;
  const mark = childWith(s, verb, "mark");
  return s.xpos[verb] === "VBG" || (s.xpos[verb] === "VB" && mark >= 0 && s.xpos[mark] === "TO");
}
