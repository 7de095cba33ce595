import type {
  AgreementItem,
  AssessmentItem,
  CommitmentItem,
  ConditionItem,
  EventItem,
  LinkageItem,
  MeasureItem,
  PositionItem,
  QuoteItem,
} from "../reading/index.js";
import { extend } from "../text/index.js";
import { type Built, voiceName } from "./base.js";
import type { Entry } from "./entry.js";
import { isDated } from "./marks.js";
import type { Issue } from "./negotiation-types.js";
import { codesOrNames, deadlineOf } from "./proposals.js";
import { codesOf, isNamed, partyOf } from "./select.js";
import { rungOf } from "./tracks.js";
import type {
  RecordAgreement,
  RecordAssessment,
  RecordCommitment,
  RecordCondition,
  RecordEvent,
  RecordLinkage,
  RecordMeasure,
  RecordPosition,
  RecordQuote,
} from "./types.js";

/** Order in which an instrument's life runs; of the turns it may take while it stands none comes before another. */
const agreementRank: Readonly<Record<AgreementItem["status"], number>> = {
  "referred-to": 0,
  draft: 1,
  agreed: 2,
  adopted: 3,
  signed: 4,
  ratified: 5,
  "in-force": 6,
  extended: 7,
  suspended: 7,
  "withdrawn-from": 7,
  expired: 7,
  collapsed: 7,
  terminated: 8,
};

/** The furthest that a source reports, of statuses in the order in which they became known; of turns the last one told. */
export const furthest = (told: readonly AgreementItem["status"][]): AgreementItem["status"] =>
  told.reduce((a, b) => (agreementRank[b] >= agreementRank[a] ? b : a), "referred-to");

export function agreementLine({ base, members, best }: Built<AgreementItem>): RecordAgreement {
  const seen = new Set<string>();
  const stipulations = members.flatMap((m) =>
    m.item.stipulations.flatMap((s) => {
      if (seen.has(s.what)) return [];
      seen.add(s.what);
      return [{ what: s.what, conditional: s.conditional, statement: m.statement.id }];
    }),
  );
  return extend(base, {
    what: best.item.what,
    kind: "agreement",
    instrument:
      best.item.instrument ?? members.find((m) => m.item.instrument !== null)?.item.instrument ?? null,
    instrumentKind: members.find((m) => m.item.instrumentKind !== null)?.item.instrumentKind ?? null,
    status: furthest(members.map((m) => m.item.status)),
    place: members.find((m) => m.item.place !== null)?.item.place?.name ?? null,
    stipulations,
  });
}

/** Without its evidence, which needs the other lines. */
export function commitmentLine({
  base,
  members,
  best,
}: Built<CommitmentItem>): Omit<RecordCommitment, "evidence"> {
  const condition = members.find((m) => m.mark.endsWith("/if"))?.item.condition ?? null;
  return extend(base, {
    kind: "commitment",
    type: best.item.type,
    by: codesOrNames(best.item.by),
    to: codesOrNames(best.item.to),
    deadline: deadlineOf(members),
    condition: condition?.what ?? null,
  });
}

export function positionLine({ base, best }: Built<PositionItem>, issues: readonly Issue[]): RecordPosition {
  let rung: readonly [number, number] | null = null;
  let issue = base.issues[0] ?? "";
  for (const i of issues) {
    // A policy given up is where the party no longer stands: what it moved to is another statement.
    if (best.item.move === "shelved" || best.item.move === "rejects") break;
    const found = rungOf(i, `${best.item.stance} ${base.quote}`);
    if (found !== null) {
      rung = found;
      issue = i.id;
      break;
    }
  }
  return extend(base, {
    issues: issue === "" || base.issues.includes(issue) ? base.issues : [...base.issues, issue],
    kind: "position",
    holder: partyOf(best.item.holder) ?? best.item.holder.name,
    holderName: best.item.holder.name,
    issue: issue === "" ? best.item.issue : issue,
    stance: best.item.stance,
    move: best.item.move,
    force: best.item.force,
    rung,
    voice: voiceName(best),
  });
}

const measureLevels: Record<MeasureItem["status"], 0 | 1 | 2 | 3> = {
  announced: 0,
  cancelled: 0,
  "no-progress": 0,
  suspended: 1,
  started: 1,
  progressed: 2,
  "carried-out": 2,
  completed: 3,
};

/** The last report's word is the status. */
export function measureLine({ base, members }: Built<MeasureItem>): RecordMeasure {
  const last = members[members.length - 1].item;
  const times = members.flatMap((m) => (isDated(m.mark) ? m.item.occurrences : []));
  const first = times.reduce<string | null>((a, t) => (a === null || t.earliest < a ? t.earliest : a), null);
  const end = times.reduce<string | null>((a, t) => (a === null || t.latest > a ? t.latest : a), null);
  const when =
    base.when.earliest === null && first !== null
      ? { ...base.when, earliest: first, latest: end }
      : base.when;
  return extend(base, {
    when,
    kind: "measure",
    status: last.status,
    level: measureLevels[last.status],
    by: codesOrNames(last.by),
  });
}

/** Realised as the last report that knows says it, told from heads. */
export const realisedOf = (members: readonly Entry[]): ConditionItem["realised"] =>
  members.reduce<ConditionItem["realised"]>((r, { mark }) => {
    const own = mark.split("/")[1] as ConditionItem["realised"];
    return own === "unknown" ? r : own;
  }, "unknown");

export function conditionLine({ base, members, best }: Built<ConditionItem>): RecordCondition {
  const realised = realisedOf(members);
  return extend(base, {
    kind: "condition",
    direction: best.item.direction,
    expected: members.some((m) => m.item.expected),
    realised,
    who: codesOrNames(members.flatMap((m) => m.item.who)),
    claimedBy: voiceName(members[0]),
  });
}

export function linkageLine({ base, best }: Built<LinkageItem>): RecordLinkage {
  return extend(base, {
    kind: "linkage",
    by: partyOf(best.item.by) ?? best.item.by.name,
    issue: best.item.issue,
    to: best.item.to,
  });
}

export function assessmentLine({ base, best }: Built<AssessmentItem>): RecordAssessment {
  return extend(base, {
    what: best.item.what,
    kind: "assessment",
    judgement: best.item.judgement,
    strength: best.item.strength,
    voice: voiceName(best),
  });
}

/** The longest wording is shown: shorter ones are parts of it. */
export function quoteLine({ base, members, best }: Built<QuoteItem>): RecordQuote {
  const text = members.reduce((t, m) => (m.item.text.length > t.length ? m.item.text : t), best.item.text);
  const speakers = members.flatMap((m) => m.item.speaker ?? []);
  const speaker = speakers.find(isNamed) ?? speakers[0] ?? null;
  return extend(base, {
    kind: "quote",
    mode: best.item.mode,
    text,
    speaker: speaker?.name ?? best.statement.voice.speaker,
    named: speaker === null ? best.statement.voice.speaker !== null : isNamed(speaker),
    speakerCode: (speaker === null ? null : partyOf(speaker)) ?? best.statement.voice.party,
    occasion: members.find((m) => m.item.occasion !== null)?.item.occasion ?? null,
  });
}

export function eventLine({ base, best }: Built<EventItem>): RecordEvent {
  const { item } = best;
  return extend(base, {
    what: base.quote.length > 160 ? `${base.quote.slice(0, 159)}…` : base.quote,
    kind: "event",
    class: item.class,
    mode: item.mode,
    actors: codesOf(item.actors),
    recipients: codesOf(item.recipients),
    status: item.factuality.status,
    place: item.place?.name ?? null,
  });
}
