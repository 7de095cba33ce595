import type { Actor, CommitmentItem, EventItem, ProposalItem } from "../reading/index.js";
import { extend } from "../text/index.js";
import type { Built } from "./base.js";
import type { Entry } from "./entry.js";
import { dueOf } from "./marks.js";
import { codesOf, partyOf } from "./select.js";
import type { AsOf, RecordProposal, Step, When } from "./types.js";
import { overlap } from "./words.js";

const replies: Partial<Record<ProposalItem["reply"], RecordProposal["status"]>> = {
  accepted: "accepted",
  rejected: "rejected",
  countered: "countered",
  withdrawn: "withdrawn",
};

/** Whether the last reply that reports tell accepts it, told from heads. */
export function acceptedAtLast(members: readonly Entry[]): boolean {
  const told = members.flatMap((m) => replies[m.mark.split("/")[1] as ProposalItem["reply"]] ?? []);
  return told[told.length - 1] === "accepted";
}

/**
 * A proposal's line and life: what sources say of the reply, and the clock. A proposal lapses on its own date, since nobody owed
 * it; only once that date lies behind both days of the question.
 */
export function proposalLine(
  built: Built<ProposalItem>,
  asOf: AsOf,
  rejections: readonly Entry<EventItem>[],
): RecordProposal {
  const { base, members, best } = built;
  const deadline = deadlineOf(members);
  const first = members[0];
  const life: Step[] = [
    {
      state: "tabled",
      at: base.when.earliest,
      known: first.statement.known,
      why: "a source says so",
      statements: [first.statement.id],
    },
  ];
  let status: RecordProposal["status"] = "tabled";
  const to = codesOf(best.item.to);
  for (const m of members) {
    const state = replies[m.mark.split("/")[1] as ProposalItem["reply"]];
    if (state === undefined || state === status) continue;
    status = state;
    life.push({
      state,
      at: null,
      known: m.statement.known,
      why: "a source says so",
      statements: [m.statement.id],
    });
  }
  const answer = status === "tabled" ? rejections.find((r) => answers(r, built, to)) : undefined;
  if (answer !== undefined && (answer.item.time.earliest ?? answer.statement.known) <= asOf.about) {
    status = "rejected";
    const { id, known } = answer.statement;
    life.push({
      state: "rejected",
      at: answer.item.time.earliest,
      known,
      why: "the other side rejected it",
      statements: [id],
    });
  }
  const due = deadline?.latest ?? null;
  if (
    (status === "tabled" || status === "countered") &&
    due !== null &&
    due < asOf.about &&
    due < asOf.asKnownOn
  ) {
    status = "lapsed";
    const why = `its own date passed on ${due} with no recorded fulfilment`;
    life.push({ state: "lapsed", at: due, known: due, why, statements: [] });
  }
  return extend(base, {
    kind: "proposal",
    type: best.item.type,
    by: codesOrNames(best.item.by),
    to: codesOrNames(best.item.to),
    deadline,
    status,
    life,
  });
}

/** Whether a rejection event answers a proposal: by its addressee, to its author, not before it, and about the same words. */
function answers(rejection: Entry<EventItem>, built: Built<ProposalItem>, to: readonly string[]): boolean {
  const { item } = rejection;
  if (
    item.class !== "REJECT" ||
    item.factuality.status !== "happened" ||
    item.factuality.polarity !== "positive"
  )
    return false;
  const by = codesOf(built.best.item.by);
  if (!codesOf(item.actors).some((c) => to.includes(c))) return false;
  if (item.recipients.length > 0 && !codesOf(item.recipients).some((c) => by.includes(c))) return false;
  const start = built.best.from;
  if (start === null || rejection.from === null || rejection.from < start) return false;
  return overlap(rejection.words, built.best.words) >= 2;
}

/** The date by which a reply or fulfilment was asked for: the earliest that a member states, of the first that does. */
export function deadlineOf(members: readonly Entry<ProposalItem | CommitmentItem>[]): When | null {
  let first: Entry<ProposalItem | CommitmentItem> | null = null;
  for (const m of members) {
    const due = dueOf(m.mark);
    if (due !== "" && (first === null || due < dueOf(first.mark))) first = m;
  }
  const due = first?.item.deadline ?? null;
  return due === null
    ? null
    : { earliest: due.earliest, latest: due.latest, precision: due.precision, edtf: due.edtf };
}

export const codesOrNames = (actors: readonly Actor[]): string[] =>
  [...new Set(actors.map((a) => partyOf(a) ?? a.name))].sort();
