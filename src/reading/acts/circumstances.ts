import type { Sentence } from "../../language/index.js";
import { addDays, daysBetween, makeSpan } from "../../text/index.js";
import { ownDays } from "../attach/index.js";
import { preposition } from "../clauses/index.js";
import type { Layers } from "../layers.js";
import type { Clause, Item, ItemTime, MeetingItem, Place } from "../types.js";
import type { Content } from "./types.js";

/**
 * When an act took place: the clause's own time, else a date its sentence opens with. Parsers lose long openings ("In May 2018, at a
 * forum in Sochi, ..."), so that one is read from the words alone.
 */
export function whenOf(layers: Layers, clause: Clause, content: Content | null = null): ItemTime {
  const time = layers.facts.time(clause.index);
  const dated = time.earliest !== null || time.latest !== null;
  // A date within what is agreed, or ahead of the day it is told, is when that is due.
  const s = layers.parsed.sentences[clause.sentence];
  // A date of the sentence itself comes before one carried over from an earlier sentence.
  const carried = time.words === null || time.words.start < s.start;
  const behind = carried ? behindAside(layers, s, clause) : null;
  if (behind !== null) return behind;
  const due = dated && (isWithin(layers, time, content, clause) || isAhead(layers, time));
  if (dated && !due) return time;
  const open: ItemTime = due ? { ...UNDATED, class: "past" } : time;
  const until = openingEnd(s, clause);
  for (const i of layers.timesBySentence[clause.sentence] ?? []) {
    const x = layers.times[i];
    if (x.to > until || (x.role !== "point" && x.role !== "span")) continue;
    if (x.earliest === null || x.latest === null) continue;
    if (layers.published !== null && x.earliest > layers.published) continue;
    if (isAside(s, x.from)) continue;
    const words = makeSpan(layers.parsed.document, x.start, x.end);
    const { earliest, latest, precision, edtf } = x;
    return { earliest, latest, precision, edtf, words, class: "past", rule: "time/opening" };
  }
  return open;
}

/** "clinched a deal with lenders, led by Chad, in November": a date set off behind an aside, which parsers hang on the aside. */
function behindAside(layers: Layers, s: Sentence, clause: Clause): ItemTime | null {
  const verb = clause.support >= 0 ? clause.support : clause.head;
  for (const i of layers.timesBySentence[s.index] ?? []) {
    const x = layers.times[i];
    if (x.role !== "point" || x.earliest === null || x.from < verb + 3 || s.norms[x.from - 2] !== ",")
      continue;
    if (s.upos[x.from - 1] !== "ADP" || (x.to < s.size && s.upos[x.to] !== "PUNCT")) continue;
    if (layers.published !== null && x.earliest > layers.published) continue;
    let aside = false;
    let finite = false;
    for (let t = verb + 1; t < x.from; t++) {
      const reduced = s.norms[t - 1] === "," && PARTICIPLE.has(s.xpos[t]) && s.upos[t + 1] === "ADP";
      aside ||= reduced;
      finite ||= !reduced && FINITE.has(s.xpos[t]);
    }
    if (aside && !finite) return ownDays(layers, x, "past", "time/behind-aside");
  }
  return null;
}

const PARTICIPLE: ReadonlySet<string> = new Set(["VBN", "VBD"]);

const UNDATED: ItemTime = {
  earliest: null,
  latest: null,
  precision: null,
  edtf: null,
  words: null,
  class: "unknown",
  rule: "time/of-what-is-due",
};

const isAhead = (layers: Layers, t: ItemTime): boolean =>
  layers.published !== null && t.earliest !== null && t.earliest > layers.published;

function isWithin(layers: Layers, t: ItemTime, content: Content | null, clause: Clause): boolean {
  if (content === null || t.words === null) return false;
  const s = layers.parsed.sentences[clause.sentence];
  return t.words.start >= s.starts[content.from] && t.words.end <= s.ends[content.to - 1];
}

/**
 * A deadline without a year of its own counts from the day of the act, not from publication: of "in September 2018 he proposed to sign by
 * the end of the year" it is the end of 2018.
 */
export function dueFrom(
  layers: Layers,
  sentence: number,
  due: ItemTime | null,
  told: ItemTime,
): ItemTime | null {
  if (due?.latest == null || due.words === null || told.latest === null) return due;
  const { start } = due.words;
  const x = (layers.timesBySentence[sentence] ?? [])
    .map((i) => layers.times[i])
    .find((t) => t.start === start);
  if (x === undefined || x.anchor !== "publication" || x.known.includes("year")) return due;
  // "On 2 May 2019 it undertook to pay within thirty days": they run from that day.
  const { published } = layers;
  if (x.rule === WITHIN && published !== null && told.words !== null && told.latest < published) {
    const latest = addDays(told.latest, daysBetween(published, due.latest));
    const cls = latest < published ? "past" : "future";
    return { ...due, earliest: told.earliest, latest, edtf: latest, class: cls, rule: "time/due-from-act" };
  }
  const from = Number(told.latest.slice(0, 4));
  let years = from - Number(due.latest.slice(0, 4));
  if (years >= 0) return due;
  if (shifted(due.latest, years) < told.latest) years++;
  if (years >= 0) return due;
  const move = (d: string | null): string | null => (d === null ? null : shifted(d, years));
  const latest = shifted(due.latest, years);
  const past = layers.published !== null && latest < layers.published;
  return {
    ...due,
    earliest: move(due.earliest),
    latest,
    edtf: due.edtf === null ? null : due.edtf.replace(/\d{4}/g, (y) => String(Number(y) + years)),
    class: past ? "past" : "future",
    rule: "time/due-from-act",
  };
}

const WITHIN = "time/within";

/** "The pact, which lapsed in 2024, was renewed": the date of an aside is not that of the act. */
function isAside(s: Sentence, time: number): boolean {
  for (let t = time - 1; t > 0 && s.norms[t] !== ","; t--)
    if (s.xpos[t] === "WDT" || s.xpos[t] === "WP" || s.xpos[t] === "WRB") return s.norms[t - 1] === ",";
  return false;
}

/** The same day some years on; 29 February becomes the 28th. */
const shifted = (d: string, years: number): string =>
  `${String(Number(d.slice(0, 4)) + years).padStart(4, "0")}${d.slice(4)}`.replace("-02-29", "-02-28");

/** Where: the clause's own place, else one its sentence opens with behind "in" or "at". */
export function whereOf(layers: Layers, clause: Clause): Place | null {
  const own = layers.facts.place(clause.index);
  if (own !== null) return own;
  const s = layers.parsed.sentences[clause.sentence];
  const until = openingEnd(s, clause);
  for (const i of layers.mentionsBySentence[clause.sentence] ?? []) {
    const m = layers.mentions[i];
    if (m.use !== "place" || m.to > until || preposition(s, m.head) === "") continue;
    const e = layers.entities[m.entity];
    const words = makeSpan(layers.parsed.document, m.start, m.end);
    return { name: e.name, country: e.country, words, basis: "opening" };
  }
  return null;
}

/** The gathering at which it was done, by name or by what the meeting is called; null where the sentence has none. */
export function occasionOf(layers: Layers, clause: Clause, soFar: readonly Item[]): string | null {
  const s = layers.parsed.sentences[clause.sentence];
  for (const i of layers.mentionsBySentence[clause.sentence] ?? []) {
    const m = layers.mentions[i];
    const e = layers.entities[m.entity];
    if (e.kind === "occasion" && s.upos[Math.max(0, m.from - 1)] !== "VERB") return e.name;
  }
  const met = soFar.find(
    (x): x is MeetingItem =>
      x.kind === "meeting" && x.sentences[0] === clause.sentence && x.status === "held",
  );
  return met?.occasion ?? null;
}

/** First token of what belongs to the verb: its subject where that stands before it. Only a comma ends an opening. */
function openingEnd(s: Sentence, clause: Clause): number {
  const verb = clause.support >= 0 ? clause.support : clause.head;
  const first = Math.min(verb, ...clause.subjects.filter((t) => t < verb));
  for (let t = first; t > 0; t--)
    if (s.norms[t - 1] === ",") return s.upos[t] === "CCONJ" && hasFinite(s, t - 1) ? 0 : t - 1;
  return 0;
}

/** "Catches fell last year, and Chad promised ...": a clause of its own is no opening. */
function hasFinite(s: Sentence, to: number): boolean {
  for (let t = 0; t < to; t++) if (FINITE.has(s.xpos[t])) return true;
  return false;
}
const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP", "MD"]);
