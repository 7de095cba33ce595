import type {
  Actor,
  AgreementItem,
  CommitmentItem,
  MeetingItem,
  ProposalItem,
} from "../../src/reading/types.js";
import { type Gold, type GoldEntry, overlap } from "./gold.js";
import { at, decide, type Outcome, type Read, wrongCodes, wrongDays, wrongIf, wrongPlace } from "./match.js";

const codes = (actors: readonly Actor[]): (string | null)[] => actors.map((a) => a.code);
const names = (actors: readonly Actor[]): string[] => actors.map((a) => a.name);

/** Meetings, what is scheduled, agreements, anniversaries. */
export function meetings(gold: Gold, read: Read): Outcome[] {
  const out: Outcome[] = [];
  const found = new Map<string, MeetingItem>();
  for (const m of gold.meetings as readonly GoldEntry[]) {
    const candidates = at(read, m, "meeting");
    const check = (c: MeetingItem): string[] => wrongMeeting(m, c, found);
    const best = candidates
      .map((c) => ({ c, wrong: check(c).length }))
      .sort((a, b) => a.wrong - b.wrong)[0]?.c;
    if (best !== undefined) found.set(String(m.id), best);
    out.push(decide("meetings", `${m.id} ${m.what}`, candidates, check));
  }
  for (const n of gold.next_scheduled as readonly GoldEntry[]) {
    const m = found.get(String(n.meeting));
    const right = m !== undefined && m.status === "scheduled" && m.time.earliest === n.date;
    out.push({
      section: "next_scheduled",
      entry: `${n.meeting} ${n.date}`,
      result: right ? "found" : "missed",
      detail: "",
    });
  }
  const agreements = new Map<string, AgreementItem>();
  for (const a of gold.agreements as readonly GoldEntry[]) {
    const check = (c: AgreementItem): string[] => [
      ...wrongCodes("parties", a.parties as string[], codes(c.parties)),
      ...wrongDays("date", a.date, c.time),
      ...wrongIf(overlap(String(a.what), said(c)) < 0.5, `what: want "${a.what}", got "${said(c)}"`),
      ...wrongIf(
        a.meeting !== undefined && c.meeting !== found.get(String(a.meeting))?.id,
        `meeting: want ${a.meeting}`,
      ),
    ];
    out.push(decide("agreements", `${a.id} ${a.what}`, at(read, a, "agreement"), check));
    const best = at(read, a, "agreement").find((c) => check(c).length === 0);
    if (best !== undefined) agreements.set(String(a.id), best);
  }
  for (const a of gold.anniversaries as readonly GoldEntry[]) {
    const of = found.get(String(a.of))?.id ?? agreements.get(String(a.of))?.id;
    out.push(
      decide("anniversaries", String(a.date), at(read, a, "anniversary"), (c) => [
        ...wrongDays("date", a.date, c.date),
        ...wrongIf(c.years !== a.years, `years: got ${c.years}`),
        ...wrongIf(of === undefined || c.of !== of, "of: not the meeting recalled"),
      ]),
    );
  }
  return out;
}

const said = (c: AgreementItem): string =>
  [c.what, c.instrument ?? "", ...c.stipulations.map((s) => s.what)].join(" ");

/** Types of meeting in gold and how a reader may call them. */
const LEVELS: Readonly<Record<string, readonly string[]>> = {
  summit: ["leader"],
  "foreign ministers": ["minister"],
  visit: ["minister"],
};

function wrongMeeting(m: GoldEntry, c: MeetingItem, found: ReadonlyMap<string, MeetingItem>): string[] {
  const status =
    m.status === "happened" ? ["held", ...(m.status_basis === undefined ? [] : ["unreported"])] : [m.status];
  const required = m.representatives as readonly string[];
  const allowed = [...required, ...((m.representatives_implied as readonly string[] | undefined) ?? [])];
  const people = names(c.representatives);
  const startOnly = String(m.date_precision ?? "").startsWith("start day");
  return [
    ...wrongIf(!status.includes(c.status), `status: want ${m.status}, got ${c.status}`),
    ...(startOnly
      ? wrongIf(c.time.earliest !== m.date, `date: want from ${m.date}, got ${c.time.earliest}`)
      : wrongDays("date", m.date, c.time)),
    ...wrongIf(m.date === null && c.time.earliest !== null, `date: want none, got ${c.time.earliest}`),
    ...wrongPlace(m.place, c.place),
    ...wrongIf(m.place === null && c.place !== null, `place: want none, got ${c.place?.name}`),
    ...wrongCodes("parties", m.parties as string[], codes(c.parties)),
    ...wrongIf(
      required.some((r) => !people.includes(r)) || people.some((p) => !allowed.includes(p)),
      `representatives: want ${required.join(", ")}, got ${people.join(", ")}`,
    ),
    ...wrongIf(c.count !== (m.count ?? 1), `count: want ${m.count ?? 1}, got ${c.count}`),
    ...wrongIf(
      LEVELS[String(m.type)] !== undefined && !LEVELS[String(m.type)].includes(c.level),
      `level: got ${c.level}`,
    ),
    ...wrongIf((m.type === "visit") !== (c.mode === "visit"), `mode: got ${c.mode}`),
    ...wrongIf((m.type === "negotiations") !== (c.mode === "negotiations"), `mode: got ${c.mode}`),
    ...wrongIf(
      typeof m.occasion === "string" && overlap(m.occasion, c.occasion ?? "") < 1,
      `occasion: got ${c.occasion}`,
    ),
    ...wrongIf(
      typeof m.outcome === "string" && overlap(m.outcome, c.outcome ?? "") < 0.5,
      `outcome: got ${c.outcome}`,
    ),
    ...wrongIf(
      m.part_of !== undefined && c.partOf !== found.get(String(m.part_of))?.id,
      `part of: want ${m.part_of}`,
    ),
  ];
}

/** Proposals, targets and commitments. */
export function undertakings(gold: Gold, read: Read): Outcome[] {
  const out: Outcome[] = [];
  for (const p of gold.proposals as readonly GoldEntry[]) {
    out.push(
      decide("proposals", `${p.id} ${p.what}`, at(read, p, "proposal"), (c: ProposalItem) => [
        ...wrongCodes("by", [String(p.by)], codes(c.by)),
        ...wrongCodes("to", [String(p.to)], codes(c.to)),
        ...wrongIf(
          !names(c.by).includes(String(p.by_person)),
          `by: want ${p.by_person}, got ${names(c.by).join(", ")}`,
        ),
        ...wrongIf(
          !names(c.to).includes(String(p.to_person)),
          `to: want ${p.to_person}, got ${names(c.to).join(", ")}`,
        ),
        ...wrongDays("date", p.date, c.time),
        ...wrongPlace(p.place, c.place),
        ...wrongIf(overlap(String(p.occasion), c.occasion ?? "") < 1, `occasion: got ${c.occasion}`),
        ...wrongIf(overlap(String(p.what), c.what) < 0.6, `what: got "${c.what}"`),
        ...wrongIf(
          c.deadline?.latest !== p.deadline,
          `deadline: want ${p.deadline}, got ${c.deadline?.latest}`,
        ),
        ...wrongIf(c.reply !== "none-reported", `reply: got ${c.reply}`),
      ]),
    );
  }
  for (const t of gold.targets as readonly GoldEntry[]) {
    out.push(
      decide("targets", `${t.id} ${t.what}`, at(read, t, "commitment"), (c: CommitmentItem) => [
        ...wrongIf(c.type !== "unilateral-target" && c.type !== "intention", `type: got ${c.type}`),
        ...wrongCodes("by", [String(t.by)], codes(c.by)),
        ...wrongIf(
          t.by_person !== undefined && !names(c.by).includes(String(t.by_person)),
          `by: want ${t.by_person}`,
        ),
        ...wrongIf(overlap(String(t.what), c.what) < 0.6, `what: got "${c.what}"`),
        ...wrongDays("deadline", t.deadline, c.deadline),
        ...wrongIf(t.deadline === null && c.deadline !== null, "deadline: want none"),
      ]),
    );
  }
  for (const k of gold.commitments as readonly GoldEntry[]) {
    const by: string[] = String(k.by).match(/\b[A-Z]{3}\b/g) ?? [];
    const holders = String(k.by).includes("succeeded") ? [by.slice(0, 1), by.slice(1), by] : [by];
    out.push(
      decide("commitments", String(k.what), at(read, k, "commitment"), (c: CommitmentItem) => [
        ...wrongIf(
          !holders.some((h) => wrongCodes("by", h, codes(c.by)).length === 0),
          `by: want ${k.by}, got ${codes(c.by).join(" ")}`,
        ),
        ...wrongIf(overlap(String(k.what), c.what) < 0.5, `what: want "${k.what}", got "${c.what}"`),
      ]),
    );
  }
  return out;
}
