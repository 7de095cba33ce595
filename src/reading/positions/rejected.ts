import type { Lexicon, Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import { loadActWords, sameSide } from "../acts/index.js";
import type { Layers } from "../layers.js";
import { clauseAt, createResumed, itemBase } from "../phrases/index.js";
import { createAsides } from "../proposals/index.js";
import type { Item, PositionItem, ProposalItem } from "../types.js";

/** "..., a demand that Oslo rejects": who rejects what the same sentence proposes or asks holds that against it. */
export function createRejected(
  lexicon: Lexicon,
): (layers: Layers, s: Sentence, soFar: readonly Item[]) => PositionItem[] {
  const asides = createAsides(lexicon, loadActWords(lexicon));
  const resumed = createResumed(lexicon);
  /** The noun of the aside, where it stands for what it is appended to. */
  const appended = (layers: Layers, s: Sentence, from: number): string | null => {
    let noun = from + 2;
    while (noun < s.size && s.upos[noun] === "ADJ") noun++;
    return noun < s.size ? (resumed(layers.parsed.document, s, noun)?.text ?? null) : null;
  };
  return (layers, s, soFar) => {
    const out: PositionItem[] = [];
    for (const { reply, by, from, verb } of asides(layers, s)) {
      if (reply !== "rejected") continue;
      const told = soFar.findLast(
        (x): x is ProposalItem =>
          x.kind === "proposal" && x.sentences[0] === s.index && x.trigger.start < s.starts[from],
      );
      if (told === undefined) continue;
      const what = appended(layers, s, from) ?? told.what;
      for (const holder of by) {
        if (holder.code === null || told.by.some((a) => sameSide(a, holder))) continue;
        const base = itemBase(layers, {
          component: "positions",
          rule: "position/reject-aside",
          sentence: s.index,
          trigger: verb,
          clause: clauseAt(layers, s.index, verb),
          factuality: told.factuality,
          key: [holder.code, what],
        });
        out.push(
          extend(base, {
            kind: "position",
            holder,
            issue: what,
            stance: what,
            move: "rejects",
            force: "stated",
          }),
        );
      }
    }
    return out;
  };
}
