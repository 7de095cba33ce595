import type {
  RecordItem,
  RecordMeasure,
  RecordPosition,
  RecordProposal,
  RecordView,
} from "../../record/index.js";
import { contentWords, sameThing, slug } from "./phrases.js";

/** Standings of a position in which its holder keeps to it. */
const KEPT: ReadonlySet<RecordPosition["move"]> = new Set(["holds", "hardened", "adopted", "rejects"]);

/** Something a party could do, as the record speaks of it. */
export interface Candidate {
  readonly maker: string;
  readonly id: string;
  readonly text: string;
  /** Whether it does so at the status quo. */
  readonly taken: boolean;
  readonly issues: readonly string[];
  readonly latest: string;
  readonly item: RecordItem;
  /** Whether its owner is reported to want it (true), not to want it (false), or neither. */
  readonly wanted: boolean | null;
  /** Parties reported to want it of the owner. */
  readonly askedBy: readonly string[];
  /** What it is about, in the source's words, and whether its owner turns that down. */
  readonly about: string;
  readonly rejects: boolean;
  readonly weight: number;
}

/** What each party could do, the weightiest first; what speaks of the same thing once. */
export function candidates(
  view: RecordView,
  codes: ReadonlySet<string>,
  name: (code: string) => string,
): Candidate[] {
  const out: Candidate[] = [
    ...view.proposals.flatMap((p) => ofProposal(p, codes, name)),
    ...latestOf(view.positions).flatMap((p) => ofPosition(p, codes)),
    ...view.linkages
      .filter((l) => codes.has(l.by))
      .map(
        (l): Candidate => ({
          ...common(l, l.by, `link ${l.issue} to ${l.to}`, 2),
          text: `Tie ${l.issue} to ${l.to}`,
          about: `${l.issue} ${l.to}`,
          taken: true,
          wanted: true,
          askedBy: [],
        }),
      ),
    ...view.measures.flatMap((m) => ofMeasure(m, codes)),
  ];
  const kept: Candidate[] = [];
  return out
    .sort(
      (a, b) =>
        b.weight - a.weight || (a.latest < b.latest ? 1 : a.latest > b.latest ? -1 : a.id < b.id ? -1 : 1),
    )
    .filter((c) => {
      const same = kept.some(
        (k) =>
          k.maker === c.maker &&
          k.item.kind === c.item.kind &&
          k.rejects === c.rejects &&
          sameThing(k.about, c.about),
      );
      if (!same) kept.push(c);
      return !same;
    });
}

/** The last position of each holder on each issue; older ones are its history. */
function latestOf(positions: readonly RecordPosition[]): RecordPosition[] {
  const last = new Map<string, RecordPosition>();
  for (const p of positions) {
    const key = `${p.holder} ${p.issues[0] ?? p.issue}`;
    const before = last.get(key);
    if (before === undefined || p.lastKnown >= before.lastKnown) last.set(key, p);
  }
  return [...last.values()];
}

function ofPosition(p: RecordPosition, codes: ReadonlySet<string>): Candidate[] {
  if (!codes.has(p.holder)) return [];
  const firm = p.force === "red-line" || p.force === "precondition";
  const kept = KEPT.has(p.move);
  // A single word ("the idea") does not tell a stranger what would be done.
  const bare = contentWords(p.stance).size < 2;
  const weight =
    (p.issues.length > 0 ? 2 : 0) + (p.track === "core" ? 1 : 0) + (firm ? 1 : 0) - (bare ? 9 : 0);
  const rejects = p.move === "rejects";
  return [
    {
      ...common(p, p.holder, `${rejects ? "reject " : ""}${p.stance}`, weight),
      text: `${rejects ? "Reject" : "Hold to"}: ${p.stance}`,
      about: p.stance,
      rejects,
      taken: kept,
      wanted: kept,
      askedBy: [],
    },
  ];
}

function ofProposal(
  p: RecordProposal,
  codes: ReadonlySet<string>,
  name: (code: string) => string,
): Candidate[] {
  const by = p.by.filter((c) => codes.has(c));
  const own = p.type === "offer" || p.type === "concession";
  const owners = own ? by : p.to.filter((c) => codes.has(c));
  const accepted = p.status === "accepted";
  return owners.map((owner) => ({
    ...common(p, owner, `${own ? "" : "accept "}${p.what}`, p.track === "core" ? 4 : 2),
    text: own ? p.what : `Accept what ${by.map(name).join(" and ") || "the other side"} asked: ${p.what}`,
    about: p.what,
    taken: accepted,
    wanted: own ? true : p.status === "rejected" ? false : accepted ? true : null,
    askedBy: own ? [] : by,
  }));
}

function ofMeasure(m: RecordMeasure, codes: ReadonlySet<string>): Candidate[] {
  const done = m.level > 0 && m.status !== "suspended" && m.status !== "cancelled";
  return m.by
    .filter((c) => codes.has(c))
    .map((owner) => ({
      ...common(m, owner, m.what, m.track === "core" ? 1 : 0),
      text: m.what,
      about: m.what,
      taken: done,
      wanted: done ? true : null,
      askedBy: [],
    }));
}

const common = (
  item: RecordItem,
  maker: string,
  words: string,
  weight: number,
): Pick<Candidate, "item" | "maker" | "id" | "issues" | "latest" | "weight" | "rejects"> => ({
  item,
  rejects: false,
  maker,
  id: slug(words),
  issues: item.issues,
  latest: item.lastKnown,
  weight,
});
