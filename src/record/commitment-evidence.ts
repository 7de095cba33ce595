import type { CommitmentItem } from "../reading/index.js";
import { addDays, contentHash } from "../text/index.js";
import type { Built } from "./base.js";
import type { Bearing, Worded } from "./bearing.js";
import type { CommitmentEvidence, RecordAssessment, RecordCommitment, RecordMeasure } from "./types.js";
import { containment, overlap } from "./words.js";

/** Of assessments and talks that bear on one commitment, the last so many are kept: the state hangs on the last word. */
const LAST = 24;

const effectOf = (a: RecordAssessment): "stall" | "partial" | null =>
  a.judgement === "stalled" ? "stall" : a.judgement === "progressing" ? "partial" : null;

const outcomes: Partial<Record<CommitmentItem["outcome"], CommitmentEvidence["effect"]>> = {
  fulfilled: "fulfil",
  "partly-fulfilled": "partial",
  missed: "none",
  withdrawn: "withdraw",
  broken: "break",
};

const ofMeasure: Record<RecordMeasure["status"], CommitmentEvidence["effect"] | null> = {
  announced: null,
  started: "start",
  "carried-out": "partial",
  progressed: "partial",
  completed: "partial",
  suspended: "stall",
  cancelled: "stall",
  "no-progress": "stall",
};

/**
 * Evidence on one commitment: what its own reports say became of it; measures with the same content; and, for a commitment to talk,
 * how the talks of its track go. Only sources that say so in terms fulfil or break anything, except that a meeting held fulfils
 * its announcement and an instrument signed fulfils the promise to sign it, or to come to one where its name says no more than that.
 */
export function evidenceOf(
  c: RecordCommitment,
  built: Built<CommitmentItem>,
  bearing: Bearing,
): CommitmentEvidence[] {
  const out: CommitmentEvidence[] = [];
  // A promise without a day was made by the time it was told of: what was said before is no word on it.
  const start = c.when.earliest ?? c.when.latest ?? c.known;
  const content = built.best.words;
  const deed = firstWords(c.what);
  const until =
    c.deadline?.latest == null ? addDays(start, REMEMBERED) : addDays(c.deadline.latest, AFTER_DUE);
  const add = (
    effect: CommitmentEvidence["effect"],
    from: { id: string; known: string },
    valid: string,
    statements: readonly string[],
    why: string,
  ): void => {
    out.push({
      id: contentHash(`${c.id}/${effect}/${from.id}`),
      effect,
      known: from.known,
      valid,
      statements,
      why,
    });
  };
  for (const m of built.members) {
    const outcome = m.mark.split("/")[1] as CommitmentItem["outcome"];
    const effect = outcomes[outcome];
    if (effect === undefined) continue;
    const { id, known } = m.statement;
    add(effect, { id, known }, known, [id], `a source says: ${outcome.replace("-", " ")}`);
  }
  for (const [m, words] of measuresLike(content, start, bearing)) {
    const effect = ofMeasure[m.status];
    const at = m.when.latest ?? m.known;
    if (effect === null || at < start || m.track !== c.track || !sharesParty(c, m)) continue;
    if (alike(content, words) >= 0.5)
      add(effect, m, min(at, m.lastKnown), ids(m), `measure with the same content: ${m.what}`);
  }
  const aboutTalks = bearing.words.process(deed);
  let left = LAST;
  const assessments = bearing.assessments(start);
  for (let i = assessments.length - 1; i >= 0 && left > 0; i--) {
    const [a, words] = assessments[i];
    const effect = effectOf(a);
    if (effect === null || a.track !== c.track || (a.when.latest ?? a.known) < start) continue;
    const at = a.when.latest === null || a.when.latest > a.known ? a.known : a.when.latest;
    // What is said of the talks on the day of a promise is said of how it came about; long after, of other talks.
    if (at <= start || at > until) continue;
    if (c.type === "unilateral-target") add("none", a, at, ids(a), `said of the track: ${a.what}`);
    else if (aboutTalks || alike(content, words) >= 0.6)
      add(effect, a, at, ids(a), `said of the talks: ${a.what}`);
    else continue;
    left--;
  }
  left = LAST;
  const day = c.deadline ?? c.when;
  const talks = aboutTalks && c.type === "joint-commitment";
  const first = c.type === "scheduled-event" ? day.earliest : talks ? start : null;
  const meetings = first === null ? [] : bearing.meetings(first);
  for (let i = meetings.length - 1; i >= 0 && left > 0; i--) {
    const m = meetings[i];
    const end = m.when.latest as string;
    if (!sharesParty(c, m)) continue;
    if (c.type === "scheduled-event") {
      if (day.earliest === null || day.latest === null) break;
      if (end < day.earliest || (m.when.earliest ?? "") > day.latest) continue;
      add("fulfil", m, end, ids(m), `the meeting was held: ${m.what}`);
    } else if (m.mode === "negotiations" && m.track === c.track && (m.when.earliest ?? "") > start) {
      add("start", m, end, ids(m), `talks were held: ${m.what}`);
    } else continue;
    left--;
  }
  const promised = bearing.words.content(deed);
  const concludes = bearing.words.concludes(c.what);
  for (const [a, instrument] of bearing.agreements(start)) {
    if ((a.when.earliest ?? "") <= start || !sharesParty(c, a)) continue;
    const named =
      instrument.size >= 1 &&
      containment(promised, instrument) >= 0.99 &&
      overlap(promised, instrument) >= Math.min(2, instrument.size);
    if (
      named ||
      (concludes && c.parties.every((p) => a.parties.includes(p)) && bearing.words.plain(instrument))
    ) {
      add("fulfil", a, a.when.latest ?? a.known, ids(a), `${a.status}: ${a.instrument}`);
    }
  }
  return out.sort((x, y) => (x.valid < y.valid ? -1 : x.valid > y.valid ? 1 : x.id < y.id ? -1 : 1));
}

/** Days in which what is said of the talks is a word on a promise to talk: from the promise, or past its day. */
const REMEMBERED = 730;
const AFTER_DUE = 180;

/** What is to be done stands first in a promise; further on stand its circumstances, and what others do. */
const DEED = 10;
const firstWords = (what: string): string => what.split(/\s+/, DEED).join(" ");

/** A word of more measures than this, since the promise, tells none of them from the others. */
export const COMMON = 200;

/** Measures that share a telling word, each once. */
function measuresLike(
  content: ReadonlySet<string>,
  start: string,
  bearing: Bearing,
): Iterable<Worded<RecordMeasure>> {
  const met = new Map<string, Worded<RecordMeasure>>();
  if (content.size < 3) return [];
  const index = bearing.measures(start);
  for (const word of content) {
    const list = index.get(word) ?? [];
    const later = list.length <= COMMON ? list : list.filter(([m]) => (m.when.latest ?? m.known) >= start);
    if (later.length <= COMMON) for (const pair of later) met.set(pair[0].id, pair);
  }
  return met.values();
}

/** Shared words: at least two, as a share of the shorter. */
const alike = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  overlap(a, b) >= 2 ? containment(a, b) : 0;

const sharesParty = (a: { parties: readonly string[] }, b: { parties: readonly string[] }): boolean =>
  b.parties.length === 0 || a.parties.length === 0 || a.parties.some((p) => b.parties.includes(p));

const ids = (item: { reports: readonly { statement: string }[] }): string[] =>
  item.reports.map((r) => r.statement);
const min = (a: string, b: string): string => (a < b ? a : b);
