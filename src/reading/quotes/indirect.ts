import { type Sentence, subtreeRange } from "../../language/index.js";
import type { WithClauses } from "../layers.js";
import type { Frame, Speech } from "../voice/index.js";
import type { Quoted } from "./marks.js";

/** What somebody is reported to have said, in the outlet's words: tokens [from, to) of the frame's sentence. */
export interface Report {
  readonly frame: Frame;
  readonly from: number;
  readonly to: number;
}

/** Reports of a sentence by verbs of saying with a clause for object, outside quotation marks and with none inside. */
export function reports(
  input: WithClauses,
  sentence: number,
  stretches: readonly Quoted[],
  speech: Speech,
): Report[] {
  const s = input.parsed.sentences[sentence];
  const quoted = (t: number): boolean =>
    stretches.some((q) => s.starts[t] >= q.start - 1 && s.starts[t] < q.end + 1);
  const out: Report[] = [];
  for (const frame of speech.frames(input, sentence)) {
    if (frame.kind !== "say" || frame.unreal || quoted(frame.verb)) continue;
    const head = contentOf(s, frame);
    if (head < 0) continue;
    const [from, to] = trimmed(s, frame, head);
    if (to - from < 2) continue;
    let marks = false;
    for (let t = from; t < to && !marks; t++) marks = quoted(t);
    if (!marks) out.push({ frame, from, to });
  }
  return out;
}

/** Head of the clause that is said, after the verb; -1 where there is none. */
function contentOf(s: Sentence, frame: Frame): number {
  for (let k = s.firstChild[frame.verb]; k >= 0; k = s.nextSibling[k]) {
    if (k < frame.verb || k === frame.speaker) continue;
    if (s.deprels[k] !== "ccomp" && s.deprels[k] !== "parataxis") continue;
    return k;
  }
  return -1;
}

function trimmed(s: Sentence, frame: Frame, head: number): readonly [number, number] {
  let [from, to] = subtreeRange(s, head);
  if (from <= frame.verb) from = frame.verb + 1;
  while (from < to && (s.upos[from] === "PUNCT" || s.norms[from] === "that")) from++;
  while (to > from && s.upos[to - 1] === "PUNCT") to--;
  return [from, to];
}
