import type { Lexicon, Sentence } from "../../language/index.js";
import { type ActWords, onePerSide } from "../acts/index.js";
import type { Layers } from "../layers.js";
import { actorsWithin, members, PhraseTable } from "../phrases/index.js";
import type { Actor, ProposalItem } from "../types.js";

/** An answer that a sentence appends to what it has told: "..., a demand that Oslo rejects". */
export interface Aside {
  readonly reply: ProposalItem["reply"];
  readonly by: readonly Actor[];
  /** Comma that sets it off, and its verb. */
  readonly from: number;
  readonly verb: number;
}

/**
 * Reads answers in asides from their words alone, since parsers hang them on whatever stands before: a comma, "a demand that" or "which",
 * who answers and how; or how and "by" whom.
 */
export function createAsides(
  lexicon: Lexicon,
  words: ActWords,
): (layers: Layers, s: Sentence) => readonly Aside[] {
  const replies = new PhraseTable<ProposalItem["reply"]>(
    lexicon
      .table("deals/replies")
      .rows.filter((r) => r[2] === "")
      .map((r) => [r[0].replaceAll("_", " "), r[1] as ProposalItem["reply"]] as const),
  );
  const which = members(lexicon, "deals/cues", "class", "which");
  return (layers, s) => {
    const out: Aside[] = [];
    for (let t = 1; t + 2 < s.size; t++) {
      const open = s.norms[t] === "," || s.norms[t] === "-" || s.norms[t] === "–" || s.norms[t] === "—";
      const head = open ? headOf(s, t + 1) : -1;
      if (head < 0) continue;
      const aside = answerIn(layers, s, t, head, endOf(s, head));
      if (aside !== null) out.push(aside);
    }
    return out;
  };

  /** The noun that names what was told, or the relative word. */
  function headOf(s: Sentence, t: number): number {
    if (which.has(s.norms[t])) return t;
    if (!words.indefinite.has(s.norms[t])) return -1;
    let noun = t + 1;
    while (noun < s.size && (s.upos[noun] === "ADJ" || s.upos[noun] === "ADV")) noun++;
    return words.nouns.has(s.lemmas[noun]) ? noun : -1;
  }

  function answerIn(layers: Layers, s: Sentence, from: number, head: number, end: number): Aside | null {
    for (let t = head + 1; t < end; t++) {
      if (s.xpos[t] === "MD" || words.negators.has(s.norms[t])) return null;
      const hit = FINITE.has(s.xpos[t]) ? replies.at(s, t) : null;
      if (hit === null) continue;
      const before = actorsWithin(layers, s.index, head + 1, t);
      const behind = t + hit.length;
      const by =
        before.length > 0
          ? before
          : words.agents.has(s.norms[behind])
            ? actorsWithin(layers, s.index, behind + 1, end)
            : [];
      if (by.length > 0) return { reply: hit.value, by: onePerSide(by), from, verb: t };
    }
    return null;
  }
}

const FINITE: ReadonlySet<string> = new Set(["VBD", "VBN", "VBZ", "VBP"]);

function endOf(s: Sentence, from: number): number {
  let t = from;
  while (t < s.size && s.upos[t] !== "PUNCT") t++;
  return t;
}
