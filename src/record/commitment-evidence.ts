import type { CommitmentItem } from "../reading/index.js";
import { contentHash } from "../text/index.js";
import type { Built } from "./base.js";
import type {
  CommitmentEvidence,
  RecordAgreement,
  RecordAssessment,
  RecordCommitment,
  RecordMeasure,
  RecordMeeting,
} from "./types.js";
import { containment, overlap, type RecordWords } from "./words.js";

/** What else on record can bear on a commitment: each list is made when it is first needed. */
export interface Bearing {
  measures(): readonly RecordMeasure[];
  assessments(): readonly RecordAssessment[];
  meetings(): readonly RecordMeeting[];
  agreements(): readonly RecordAgreement[];
}

type Worded<T> = readonly (readonly [T, ReadonlySet<string>])[];

/** The same, with the words of each line made once and found by word. */
export interface BearingIndex {
  readonly words: RecordWords;
  readonly measures: ReadonlyMap<string, Worded<RecordMeasure>>;
  readonly assessments: Worded<RecordAssessment>;
  /** Held and dated. */
  meetings(): readonly RecordMeeting[];
  readonly agreements: Worded<RecordAgreement>;
}

const signed: ReadonlySet<RecordAgreement["status"]> = new Set([
  "signed",
  "adopted",
  "ratified",
  "in-force",
] as const);

export function bearingIndex(bearing: Bearing, words: RecordWords): BearingIndex {
  const measures = new Map<string, (readonly [RecordMeasure, ReadonlySet<string>])[]>();
  for (const m of bearing.measures()) {
    if (ofMeasure[m.status] === null) continue;
    const content = words.content(`${m.what} ${m.quote}`);
    for (const word of content) {
      const list = measures.get(word);
      if (list === undefined) measures.set(word, [[m, content]]);
      else list.push([m, content]);
    }
  }
  let held: readonly RecordMeeting[] | null = null;
  return {
    words,
    measures,
    assessments: bearing
      .assessments()
      .flatMap((a) => (effectOf(a) === null ? [] : [[a, words.content(a.what)] as const])),
    meetings() {
      held ??= bearing.meetings().filter((m) => m.status === "held" && m.when.latest !== null);
      return held;
    },
    agreements: bearing
      .agreements()
      .flatMap((a) =>
        signed.has(a.status) && a.instrument !== null ? [[a, words.content(a.instrument)] as const] : [],
      ),
  };
}

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
 * its announcement and an instrument signed fulfils the promise to sign it.
 */
export function evidenceOf(
  c: RecordCommitment,
  built: Built<CommitmentItem>,
  bearing: BearingIndex,
): CommitmentEvidence[] {
  const out: CommitmentEvidence[] = [];
  const start = c.when.earliest ?? c.when.latest ?? "";
  const content = built.best.words;
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
    const effect = outcomes[m.item.outcome];
    if (effect === undefined) continue;
    const { id, known } = m.statement;
    add(effect, { id, known }, known, [id], `a source says: ${m.item.outcome.replace("-", " ")}`);
  }
  for (const [m, words] of measuresLike(content, bearing)) {
    const effect = ofMeasure[m.status];
    const at = m.when.latest ?? m.known;
    if (effect === null || at < start || m.track !== c.track || !sharesParty(c, m)) continue;
    if (alike(content, words) >= 0.5)
      add(effect, m, min(at, m.lastKnown), ids(m), `measure with the same content: ${m.what}`);
  }
  const aboutTalks = bearing.words.process(c.what);
  let left = LAST;
  for (let i = bearing.assessments.length - 1; i >= 0 && left > 0; i--) {
    const [a, words] = bearing.assessments[i];
    const effect = effectOf(a);
    if (effect === null || a.track !== c.track || (a.when.latest ?? a.known) < start) continue;
    const at = a.when.latest === null || a.when.latest > a.known ? a.known : a.when.latest;
    if (c.type === "unilateral-target") add("none", a, at, ids(a), `said of the track: ${a.what}`);
    else if (aboutTalks || alike(content, words) >= 0.6)
      add(effect, a, at, ids(a), `said of the talks: ${a.what}`);
    else continue;
    left--;
  }
  left = LAST;
  const day = c.deadline ?? c.when;
  const talks = aboutTalks && c.type === "joint-commitment";
  const meetings = c.type === "scheduled-event" || talks ? bearing.meetings() : [];
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
  for (const [a, instrument] of bearing.agreements) {
    if ((a.when.earliest ?? "") <= start || !sharesParty(c, a)) continue;
    if (
      instrument.size >= 1 &&
      containment(content, instrument) >= 0.99 &&
      overlap(content, instrument) >= Math.min(2, instrument.size)
    ) {
      add("fulfil", a, a.when.latest ?? a.known, ids(a), `${a.status}: ${a.instrument}`);
    }
  }
  return out.sort((x, y) => (x.valid < y.valid ? -1 : x.valid > y.valid ? 1 : x.id < y.id ? -1 : 1));
}

/** A word of more measures than this tells none of them from the others. */
const COMMON = 200;

/** Measures that share a telling word, each once. */
function measuresLike(
  content: ReadonlySet<string>,
  bearing: BearingIndex,
): Iterable<readonly [RecordMeasure, ReadonlySet<string>]> {
  const met = new Map<string, readonly [RecordMeasure, ReadonlySet<string>]>();
  if (content.size < 3) return [];
  for (const word of content) {
    const list = bearing.measures.get(word) ?? [];
    if (list.length <= COMMON) for (const pair of list) met.set(pair[0].id, pair);
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
