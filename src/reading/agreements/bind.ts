import type { Layers } from "../layers.js";
import { verbOf } from "../phrases/index.js";
import type { AgreementItem } from "../types.js";
import type { Stipulation } from "./stipulations.js";
import type { Told } from "./told.js";

/** Adds what instruments and agreements stipulate to their items. */
export function withStipulations(
  layers: Layers,
  items: readonly AgreementItem[],
  told: readonly Told[],
  stipulations: readonly Stipulation[],
): AgreementItem[] {
  const list = [...items];
  for (const st of stipulations) {
    const i = homeOf(layers, st, list, told);
    if (i < 0) continue;
    const { what, words: at, conditional, by } = st;
    if (list[i].stipulations.some((x) => x.what === what)) continue;
    list[i] = withSentence(
      layers,
      { ...list[i], stipulations: [...list[i].stipulations, { what, words: at, conditional, by }] },
      st.clause.sentence,
    );
  }
  return list;
}

/** The agreement that a stipulation belongs to: the instrument it names, else the last one told before it. */
function homeOf(
  layers: Layers,
  st: Stipulation,
  items: readonly AgreementItem[],
  told: readonly Told[],
): number {
  if (st.instrument >= 0) {
    const t = told.find((x) =>
      x.mentions.some((m) => m.sentence.index === st.clause.sentence && m.token === st.instrument),
    );
    if (t !== undefined) return items.indexOf(items.find((i) => i.id === t.item.id) as AgreementItem);
  }
  const start = layers.parsed.sentences[st.clause.sentence].starts[verbOf(st.clause)];
  let best = -1;
  for (const [i, x] of items.entries())
    if (
      x.trigger.start <= start &&
      st.clause.sentence - x.sentences[0] <= 4 &&
      (best < 0 || x.trigger.start > items[best].trigger.start)
    )
      best = i;
  return best;
}

function withSentence(layers: Layers, item: AgreementItem, at: number): AgreementItem {
  if (item.sentences.includes(at)) return item;
  const { start, end } = layers.parsed.sentences[at];
  const doc = layers.parsed.document.id;
  return { ...item, sentences: [...item.sentences, at], evidence: [...item.evidence, { doc, start, end }] };
}
