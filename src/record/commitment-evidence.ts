import type { CommitmentItem } from "../reading/index.js";
import { contentHash } from "../text/index.js";
import type { Entry } from "./prepare.js";
import type {
  CommitmentEvidence,
  RecordAgreement,
  RecordAssessment,
  RecordCommitment,
  RecordMeasure,
  RecordMeeting,
} from "./types.js";
import { containment, overlap, type RecordWords } from "./words.js";

/** What else on record can bear on a commitment. */
export interface Bearing {
  readonly measures: readonly RecordMeasure[];
  readonly assessments: readonly RecordAssessment[];
  readonly meetings: readonly RecordMeeting[];
  readonly agreements: readonly RecordAgreement[];
}

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
  members: readonly Entry<CommitmentItem>[],
  bearing: Bearing,
  words: RecordWords,
): CommitmentEvidence[] {
  const out: CommitmentEvidence[] = [];
  const start = c.when.earliest ?? c.when.latest ?? "";
  const content = words.content(c.what);
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
  for (const m of members) {
    const effect = outcomes[m.item.outcome];
    if (effect === undefined) continue;
    const { id, known } = m.statement;
    add(effect, { id, known }, known, [id], `a source says: ${m.item.outcome.replace("-", " ")}`);
  }
  for (const m of bearing.measures) {
    const effect = ofMeasure[m.status];
    const at = m.when.latest ?? m.known;
    if (effect === null || at < start || !sharesParty(c, m)) continue;
    const like =
      content.size >= 3 && m.track === c.track ? alike(content, words.content(`${m.what} ${m.quote}`)) : 0;
    if (like >= 0.5) add(effect, m, min(at, m.lastKnown), ids(m), `measure with the same content: ${m.what}`);
  }
  const aboutTalks = words.process(c.what);
  for (const a of bearing.assessments) {
    if (a.track !== c.track || (a.when.latest ?? a.known) < start) continue;
    const effect = a.judgement === "stalled" ? "stall" : a.judgement === "progressing" ? "partial" : null;
    if (effect === null) continue;
    const own = alike(content, words.content(a.what)) >= 0.6;
    const at = a.when.latest === null || a.when.latest > a.known ? a.known : a.when.latest;
    if (c.type === "unilateral-target") add("none", a, at, ids(a), `said of the track: ${a.what}`);
    else if (aboutTalks || own) add(effect, a, at, ids(a), `said of the talks: ${a.what}`);
  }
  for (const m of bearing.meetings) {
    if (m.status !== "held" || m.when.latest === null || !sharesParty(c, m)) continue;
    if (c.type === "scheduled-event") {
      const day = c.deadline ?? c.when;
      if (
        day.earliest !== null &&
        day.latest !== null &&
        m.when.latest >= day.earliest &&
        (m.when.earliest ?? "") <= day.latest
      ) {
        add("fulfil", m, m.when.latest, ids(m), `the meeting was held: ${m.what}`);
      }
    } else if (
      aboutTalks &&
      m.mode === "negotiations" &&
      m.track === c.track &&
      (m.when.earliest ?? "") > start &&
      c.type === "joint-commitment"
    ) {
      add("start", m, m.when.latest, ids(m), `talks were held: ${m.what}`);
    }
  }
  for (const a of bearing.agreements) {
    const done =
      a.status === "signed" || a.status === "adopted" || a.status === "ratified" || a.status === "in-force";
    if (!done || a.instrument === null || (a.when.earliest ?? "") <= start || !sharesParty(c, a)) continue;
    const instrument = words.content(a.instrument);
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

/** Shared words: at least two, as a share of the shorter. */
const alike = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  overlap(a, b) >= 2 ? containment(a, b) : 0;

const sharesParty = (a: { parties: readonly string[] }, b: { parties: readonly string[] }): boolean =>
  b.parties.length === 0 || a.parties.length === 0 || a.parties.some((p) => b.parties.includes(p));

const ids = (item: { reports: readonly { statement: string }[] }): string[] =>
  item.reports.map((r) => r.statement);
const min = (a: string, b: string): string => (a < b ? a : b);
