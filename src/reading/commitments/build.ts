import type { Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import { type ActWords, type Condition, type Content, dueFrom, whenOf } from "../acts/index.js";
import { ownDays } from "../attach/index.js";
import type { Layers } from "../layers.js";
import { itemBase } from "../phrases/index.js";
import type { Actor, Clause, CommitmentItem, Factuality, ItemTime } from "../types.js";
import { commitmentRules } from "./commitments.rules.js";

export type Shape = (typeof commitmentRules)[number]["shape"];
const ruleOf = Object.fromEntries(commitmentRules.map((r) => [r.shape, r.id])) as Readonly<
  Record<Shape, string>
>;

export interface Parts {
  readonly shape: Shape;
  readonly type: CommitmentItem["type"];
  readonly clause: Clause | null;
  readonly sentence: number;
  readonly token: number;
  readonly by: readonly Actor[];
  readonly to: readonly Actor[];
  readonly what: string;
  readonly deadline: ItemTime | null;
  readonly condition: Pick<Condition, "what" | "words"> | null;
  readonly time?: ItemTime;
  readonly factuality?: Factuality;
  readonly outcome?: CommitmentItem["outcome"];
}

export function commitment(layers: Layers, p: Parts): CommitmentItem {
  const base = itemBase(layers, {
    component: "commitments",
    rule: ruleOf[p.shape],
    sentence: p.sentence,
    trigger: p.token,
    clause: p.clause,
    ...(p.time === undefined ? {} : { time: p.time }),
    ...(p.factuality === undefined ? {} : { factuality: p.factuality }),
    key: [p.type, p.what],
  });
  return extend(base, {
    kind: "commitment",
    type: p.type,
    by: p.by,
    to: p.to,
    what: p.what,
    deadline: isOver(p.deadline, base.time) ? null : p.deadline,
    condition: p.condition === null ? null : { what: p.condition.what, words: p.condition.words },
    outcome: p.outcome ?? "none-reported",
  });
}

/** "agreed on Friday to reunite families parted by the 1950-53 war": what was over before the act is no deadline of it. */
const isOver = (due: ItemTime | null, told: ItemTime): boolean =>
  due?.latest != null &&
  ((told.earliest !== null && due.latest < told.earliest) ||
    (due.words !== null && due.words.start === told.words?.start));

/**
 * By when the content is due: as stated, else the time of what is to be done where its words stand inside the content and it lies after
 * the act, or after publication ("agreed to send a mission in the summer").
 */
export function dueOf(
  layers: Layers,
  act: Clause,
  content: Content | null,
  condition: Pick<Condition, "words"> | null,
  words: ActWords,
): ItemTime | null {
  const inner = content?.clause ?? null;
  // By when the condition is to be met is not by when the deed is due.
  const conditional = (at: ItemTime["words"]): boolean =>
    condition !== null && at !== null && at.start >= condition.words.start && at.end <= condition.words.end;
  const s = layers.parsed.sentences[act.sentence];
  const told = whenOf(layers, act, content);
  const stated = [inner, act]
    .map((c) => (c === null ? null : layers.facts.deadline(c.index)))
    .find(
      (x) => x !== null && !conditional(x.words) && !isElsewhere(s, content, x.words) && !isOver(x, told),
    );
  if (stated != null) return dueFrom(layers, act.sentence, stated, told);
  if (content === null) return null;
  const [start, end] = [s.starts[content.from], s.ends[content.to - 1]];
  const from = told.latest ?? layers.published;
  for (const i of layers.timesBySentence[act.sentence] ?? []) {
    const x = layers.times[i];
    if (conditional({ doc: layers.parsed.document.id, start: x.start, end: x.end })) continue;
    if (x.start < start || x.earliest === null || x.latest === null) continue;
    if (x.role !== "point" && x.role !== "span" && x.role !== "deadline") continue;
    // Behind the content only what is ahead of the telling: "agreed to send a mission to the area in early October".
    if (x.end > end && (layers.published === null || x.earliest <= layers.published)) continue;
    if (x.from > content.to && hasVerb(s, content.to, x.from)) continue;
    if (isBygone(s, content, x.from, words)) continue;
    if (from === null || x.latest <= from || x.start === told.words?.start) continue;
    const { earliest, latest, precision, edtf } = x;
    const cls = layers.published !== null && latest < layers.published ? "past" : "future";
    const at = { doc: layers.parsed.document.id, start: x.start, end: x.end };
    return { earliest, latest, precision, edtf, words: at, class: cls, rule: "time/of-what-is-due" };
  }
  return null;
}

/** "vowed to stay until May, paving the way for a vote within a month": behind the content, with a verb of its own. */
function isElsewhere(s: Sentence, content: Content | null, words: ItemTime["words"]): boolean {
  if (content === null || words === null || words.start < s.ends[content.to - 1]) return false;
  let to = content.to;
  while (to < s.size && s.starts[to] < words.start) to++;
  return hasVerb(s, content.to, to);
}

/** "agreed to restart exports after coming close to war in April": the date of what came before. "After 1 June" is one ahead. */
function isBygone(s: Sentence, content: Content, time: number, words: ActWords): boolean {
  let verb = false;
  for (let t = time - 1; t > content.head; t--) {
    verb ||= s.xpos[t] === "VBG" || s.xpos[t] === "VBD" || s.xpos[t] === "VBN";
    if (s.xpos[t] === "TO" || s.upos[t] === "PUNCT") return false;
    if ((s.upos[t] === "SCONJ" || s.upos[t] === "ADP") && words.bygone.has(s.norms[t])) return verb;
  }
  return false;
}

/** The date that stands within some words of a sentence and that they lie ahead of. */
export function dueWithin(layers: Layers, s: Sentence, from: number, to: number): ItemTime | null {
  for (const i of layers.timesBySentence[s.index] ?? []) {
    const x = layers.times[i];
    if (x.from < from || x.to > to || x.latest === null || !DUE.has(x.role)) continue;
    const past = layers.published !== null && x.latest < layers.published;
    return ownDays(layers, x, past ? "past" : "future", "time/of-what-is-due");
  }
  return null;
}
const DUE: ReadonlySet<string> = new Set(["point", "span", "deadline", "before"]);

/** The date of what is to be done, where it lies ahead of publication: "is to reopen next month". */
export function aheadOf(layers: Layers, clause: Clause): ItemTime | null {
  const time = layers.facts.time(clause.index);
  return time.latest !== null && layers.published !== null && time.latest > layers.published ? time : null;
}

function hasVerb(s: Sentence, from: number, to: number): boolean {
  for (let t = from; t < to; t++) if (s.upos[t] === "VERB" || s.upos[t] === "AUX") return true;
  return false;
}
