import { isText } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { Participants } from "./participants.js";
import { actorsOf, piecesAfter } from "./tail.js";
import { at } from "./who.js";
import type { MeetingWords } from "./words.js";

/** Sentences without a story: who stands in them says nothing of who negotiates. */
/** Sentences at the head of an article: whom they name together once, it is about. */
const LEAD = 3;

/**
 * Who negotiates in an article, by its own words: those who are most often named together, as the subject of one verb or "between" one
 * another. Null where nobody is, or two groups as often. Read only for articles that leave it open.
 */
export function pairOf(layers: Layers, words: MeetingWords): Participants | null {
  const pairs = new Map<string, { readonly who: Participants; readonly sentence: number; times: number }>();
  const count = (who: Participants, sentence: number): void => {
    if (who.size < 2) return;
    const key = [...who.keys].sort().join(" ");
    const known = pairs.get(key);
    if (known === undefined) pairs.set(key, { who, sentence, times: 1 });
    else known.times++;
  };
  for (const s of layers.parsed.sentences) {
    if (!isText(s)) continue;
    for (const i of layers.clausesBySentence[s.index] ?? []) {
      const { subjects } = layers.clauses[i];
      if (subjects.length > 0)
        count(
          together(
            layers,
            subjects.flatMap((t) => at(layers, s, t, words)),
          ),
          s.index,
        );
    }
    for (let t = 0; t < s.size; t++)
      if (words.class("among").has(s.norms[t])) {
        const first = piecesAfter(layers, s, t)[0];
        if (first !== undefined) count(together(layers, actorsOf(layers, s, first)), s.index);
      }
  }
  const [best, next] = [...pairs.values()].sort((a, b) => b.times - a.times);
  if (best === undefined || best.times === next?.times) return null;
  return best.times > 1 || best.sentence < LEAD ? best.who : null;
}

/** Parties without the words for them: these stand elsewhere in the article. */
const together = (layers: Layers, actors: ReturnType<typeof at>): Participants =>
  new Participants(layers).add(actors.map((a) => ({ ...a, words: null })));
