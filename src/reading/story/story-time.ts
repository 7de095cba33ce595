import { isMain } from "../../language/index.js";
import { dayNumber } from "../../text/index.js";
import type { Layers } from "../layers.js";
import { pastDateIn } from "../phrases/index.js";
import type { Clause, ItemTime } from "../types.js";

/** How many sentences back any date of the story holds, and one of the last days, on which a dispatch goes on. */
const BACK = 2;
const FAR = 12;
/** Days before publication that a dispatch reports on. */
const NEWS = 10;

/**
 * When something took place whose own clause does not say: what is quoted, on the day it was said; what is told in the past, at the last
 * past date of its sentence, else on the day on which the story stands there. Null where there is none.
 */
export function storyTime(layers: Layers, clause: Clause): ItemTime | null {
  const said = quotedOn(layers, clause);
  if (said !== null) return said;
  if (clause.tense !== "past" && !clause.aspect.startsWith("perfect")) return null;
  const own = pastDateIn(layers, clause.sentence, clause);
  // "Egypt had turned it down": before the story's day.
  // "Egypt had turned it down": before the story's day. "Egypt has turned it down": of late, not when an old story stood.
  return own ?? (isPluperfect(clause) ? null : before(layers, clause.sentence, clause.tense !== "past"));
}

const isPluperfect = (c: Clause): boolean => c.tense === "past" && c.aspect.startsWith("perfect");

function before(layers: Layers, sentence: number, late: boolean): ItemTime | null {
  for (let i = sentence - 1; i >= 0 && i >= sentence - FAR; i--) {
    const found = storyDay(layers, i);
    if (found === null) continue;
    return (sentence - i <= BACK && !late) || isNews(layers, found) ? found : null;
  }
  return null;
}

function isNews({ published }: Layers, { latest }: ItemTime): boolean {
  return published !== null && latest !== null && dayNumber(published) - dayNumber(latest) <= NEWS;
}

/** Clauses that tell the story on: the main ones, and what they are told to coincide with. */
const MEANWHILE = new Set(["when", "while", "as"]);

/** The day of what a sentence tells in its main clause; dates of what came before ("had agreed in May") or was agreed for later are none. */
function storyDay(layers: Layers, sentence: number): ItemTime | null {
  for (const i of layers.clausesBySentence[sentence] ?? []) {
    const c = layers.clauses[i];
    const tells = isMain(c.relation) || (c.relation === "advcl" && MEANWHILE.has(c.marker ?? ""));
    if (!tells || c.tense !== "past" || c.aspect.startsWith("perfect") || c.modal !== null) continue;
    const time = layers.facts.time(c.index);
    if (time.earliest === null || time.latest === null || time.words === null) continue;
    if (layers.published !== null && time.latest > layers.published) continue;
    return { ...time, class: "past", rule: "time/narrative" };
  }
  return null;
}

/** Date of the quotation that holds the clause, or null. */
function quotedOn(layers: Layers, clause: Clause): ItemTime | null {
  const at = layers.parsed.sentences[clause.sentence].starts[clause.head];
  const quote = layers.quotes.find((q) => q.content.some((c) => c.start <= at && c.end > at));
  return quote === undefined || quote.time.earliest === null
    ? null
    : { ...quote.time, rule: "time/quoted-on" };
}

/** Whether a clause carries the story on, so that its deed falls on the story's day. */
export function isStory(c: Clause): boolean {
  return (
    c.tense === "past" &&
    !c.aspect.startsWith("perfect") &&
    c.modal === null &&
    (isMain(c.relation) || (c.relation === "advcl" && MEANWHILE.has(c.marker ?? "")))
  );
}
