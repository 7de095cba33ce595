import type { Lexicon, Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import { loadActWords, sameSide } from "../acts/index.js";
import type { Layers } from "../layers.js";
import { clauseAt, itemBase } from "../phrases/index.js";
import { createAsides } from "../proposals/index.js";
import type { Item, PositionItem, ProposalItem } from "../types.js";

/** "..., a demand that Oslo rejects": who rejects what the same sentence proposes or asks holds that against it. */
export function createRejected(
  lexicon: Lexicon,
): (layers: Layers, s: Sentence, soFar: readonly Item[]) => PositionItem[] {
  const asides = createAsides(lexicon, loadActWords(lexicon));
  return (layers, s, soFar) => {
    const out: PositionItem[] = [];
    for (const { reply, by, from, verb } of asides(layers, s)) {
      if (reply !== "rejected") continue;
      const told = soFar.findLast(
        (x): x is ProposalItem =>
          x.kind === "proposal" && x.sentences[0] === s.index && x.trigger.start < s.starts[from],
      );
      if (told === undefined) continue;
      for (const holder of by) {
        if (holder.code === null || told.by.some((a) => sameSide(a, holder))) continue;
        const base = itemBase(layers, {
          component: "positions",
          rule: "position/reject-aside",
          sentence: s.index,
          trigger: verb,
          clause: clauseAt(layers, s.index, verb),
          factuality: told.factuality,
          key: [holder.code, told.what],
        });
        out.push(
          extend(base, {
            kind: "position",
            holder,
            issue: told.what,
            stance: told.what,
            move: "rejects",
            force: "stated",
          }),
        );
      }
    }
    return out;
  };
}
