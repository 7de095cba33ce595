import type { Lexicon } from "../language/index.js";
import type { Ledger } from "../ledger/index.js";
import type { Item } from "../reading/index.js";
import { type Built, build, compare } from "./base.js";
import { cluster, type Matcher } from "./cluster.js";
import { evidenceOf } from "./commitment-evidence.js";
import { lastMet } from "./last-met.js";
import {
  agreementLine,
  assessmentLine,
  commitmentLine,
  conditionLine,
  eventLine,
  linkageLine,
  measureLine,
  positionLine,
  quoteLine,
} from "./lines.js";
import { meetingLine } from "./meetings.js";
import type { Negotiation } from "./negotiation-types.js";
import { ofKind, prepare } from "./prepare.js";
import { proposalLine } from "./proposals.js";
import { sameMeeting } from "./same-meeting.js";
import {
  sameAgreement,
  sameAssessment,
  sameCommitment,
  sameCondition,
  sameEvent,
  sameLinkage,
  sameMeasure,
  samePosition,
  sameProposal,
  sameQuote,
} from "./same-others.js";
import { trackFinder } from "./tracks.js";
import type { AsOf, Recorder, RecordItem, RecordView, ViewOptions } from "./types.js";
import { createRecordWords } from "./words.js";

/** Makes recorders from the word lists under `lexicon/record`. */
export function createRecorder(lexicon: Lexicon): Recorder {
  const words = createRecordWords(lexicon);

  function view(ledger: Ledger, negotiation: Negotiation, asOf: AsOf, options: ViewOptions = {}): RecordView {
    const { entries, rulings } = prepare(ledger, negotiation, asOf, words, options);
    const trackOf = trackFinder(negotiation);
    const group = <K extends Item["kind"]>(
      kind: K,
      matcher: Matcher<Extract<Item, { kind: K }>>,
    ): Built<Extract<Item, { kind: K }>>[] =>
      cluster(ofKind(entries, kind), matcher, rulings).map((c) => build(kind, c, trackOf));
    const begun = (i: RecordItem): boolean => (i.when.earliest ?? i.known) <= asOf.about;
    const rejections = ofKind(entries, "event").filter((e) => e.item.class === "REJECT");

    const meetings = group("meeting", sameMeeting).flatMap((b) => meetingLine(b, asOf) ?? []);
    const agreements = group("agreement", sameAgreement).map(agreementLine).filter(begun);
    const proposals = group("proposal", sameProposal)
      .map((b) => proposalLine(b, asOf, rejections))
      .filter(begun);
    const measures = group("measure", sameMeasure).map(measureLine).filter(begun);
    const assessments = group("assessment", sameAssessment).map(assessmentLine).filter(begun);
    const bearing = { measures, assessments, meetings, agreements };
    const commitments = group("commitment", sameCommitment)
      .map((b) => {
        const line = { ...commitmentLine(b), evidence: [] };
        return { ...line, evidence: evidenceOf(line, b.members, bearing, words) };
      })
      .filter((c) => c.when.earliest === null || c.when.earliest <= asOf.about);
    const positions = group("position", samePosition)
      .map((b) => positionLine(b, negotiation.issues))
      .filter(begun);
    const conditions = group("condition", sameCondition).map(conditionLine).filter(begun);
    const linkages = group("linkage", sameLinkage).map(linkageLine).filter(begun);
    const quotes = group("quote", sameQuote).map(quoteLine).filter(begun);
    const events = group("event", sameEvent)
      .map(eventLine)
      .filter((e) => begun(e) || e.status === "scheduled");
    const byTime = <T extends RecordItem>(list: readonly T[]): T[] =>
      [...list].sort((a, b) => compare(timeKey(a), timeKey(b)) || compare(a.id, b.id));
    const lists = {
      meetings: byTime(meetings),
      agreements: byTime(agreements),
      proposals: byTime(proposals),
      commitments: byTime(commitments),
      positions: byTime(positions),
      measures: byTime(measures),
      conditions: byTime(conditions),
      linkages: byTime(linkages),
      assessments: byTime(assessments),
      quotes: byTime(quotes),
      events: byTime(events),
    };
    const items = byTime(Object.values(lists).flat() as RecordItem[]);
    const published = entries
      .flatMap((e) => (e.statement.published === null ? [] : [e.statement.published]))
      .sort();
    return {
      negotiation,
      asOf,
      items,
      ...lists,
      lastMet: lastMet(lists.meetings, negotiation),
      basis: {
        statements: entries.length,
        sources: new Set(entries.map((e) => e.statement.source)).size,
        outlets: new Set(entries.map((e) => e.statement.publisher ?? e.statement.source)).size,
        lastPublished: published.at(-1) ?? null,
        reviewed: items.filter((i) => i.reviewed).length,
      },
    };
  }

  return { view };
}

const timeKey = (i: RecordItem): string => i.when.earliest ?? i.when.latest ?? i.known;
