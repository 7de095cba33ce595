import type {
  Actor,
  AgreementItem,
  AssessmentItem,
  CommitmentItem,
  ConditionItem,
  EventItem,
  Item,
  LinkageItem,
  MeasureItem,
  PositionItem,
  ProposalItem,
  QuoteItem,
} from "../reading/index.js";
import { apart, byContent, ends, RECENT, VERBATIM } from "./by-content.js";
import type { Cluster, Matcher } from "./cluster.js";
import type { Entry } from "./entry.js";
import { timeFit } from "./same-time.js";
import { codesOf, isNamed, partyOf } from "./select.js";
import { containment, fold, jaccard, ordinalIn, overlap, type RecordWords } from "./words.js";

const codes = (actors: readonly Actor[]): string =>
  actors
    .map((a) => partyOf(a) ?? fold(a.name))
    .sort()
    .join(",");

/** Better of shared share and share of the shorter: a short account lies inside a long one. */
const loose = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const least = Math.min(a.size, b.size);
  const shared = overlap(a, b);
  const share = shared === 0 ? 0 : shared / (a.size + b.size - shared);
  return least < 2 ? share : Math.max(share, ((least === 2 ? 0.6 : 0.8) * shared) / least);
};

export const sameProposal: Matcher<ProposalItem> = byContent(
  (e) => codes(e.item.by),
  { likeness: { same: 0.3, within: 0.35, open: 0.55 }, published: null, like: loose, remembered: 550 },
  (c, e) =>
    ends(c).every(
      (m) =>
        disjoint(m.entry.item.to, e.item.to) !== true &&
        deadlinesAgree(m.entry.item.deadline, e.item.deadline),
    ),
);

export const sameCommitment: Matcher<CommitmentItem> = byContent(
  (e) => `${e.item.type}/${codes(e.item.by)}`,
  { likeness: { same: 0.4, within: 0.5, open: 0.6 }, published: null, like: loose, nextDay: true },
  (c, e) => ends(c).every((m) => deadlinesAgree(m.entry.item.deadline, e.item.deadline)),
);

/** Days after which an undated "agreed" tells of something new. */
const ANEW = 7;

export const sameAgreement = (plain: RecordWords["plain"]): Matcher<AgreementItem> => ({
  block: (e) =>
    e.item.instrument === null
      ? "to do"
      : `instrument/${[...e.words]
          .filter((w) => /^\d{4}$/.test(w))
          .sort()
          .join("")}`,
  threshold: 0,
  needsUnique: (e) => e.from === null || e.to === null,
  match(cluster, entry) {
    const fit = timeFit(cluster as unknown as Cluster<Item>, entry);
    if (fit === "apart") return null;
    const time = fit === "next-day" ? "open" : fit;
    const first = cluster.members[0].entry;
    if (
      first.parties.length > 0 &&
      entry.parties.length > 0 &&
      !first.parties.some((p) => entry.parties.includes(p))
    )
      return null;
    const placed = first.item.place !== null && entry.item.place !== null;
    const samePlace = placed && fold(first.item.place?.name ?? "") === fold(entry.item.place?.name ?? "");
    if (placed && !samePlace) return null;
    let like = 0;
    for (const m of ends(cluster)) like = Math.max(like, loose(m.entry.words, entry.words));
    const need = (time === "same" ? 0.25 : time === "within" ? 0.3 : 0.5) - (samePlace ? 0.1 : 0);
    if (like < need) {
      // "The accord" that the same sides signed in the news of a day is the one they signed then, whatever it is called beside.
      if (!signed(entry) || apart(cluster, entry) > ANEW || !sameSides(first, entry)) return null;
      if (!ends(cluster).some((m) => signed(m.entry) && (plain(m.entry.words) || plain(entry.words))))
        return null;
      like = need;
    }
    // What has no name and no day of its own is recognised only in the news of its time.
    if (fit === "open" && entry.item.instrument === null && like < VERBATIM && apart(cluster, entry) > ANEW)
      return null;
    const reason = `same parties; ${fit === "next-day" ? "a day apart" : fit === "open" ? "times allow it" : "times overlap"}${samePlace ? "; same place" : ""}`;
    return {
      score: Math.min(1, 0.4 + 0.5 * like + (samePlace ? 0.1 : 0)),
      reason: `${reason}; ${Math.round(like * 100)} % of the words in common`,
    };
  },
});

const signed = ({ mark }: Entry): boolean => mark.startsWith("signed");
const sameSides = (a: Entry, b: Entry): boolean =>
  a.parties.length > 1 &&
  a.parties.length === b.parties.length &&
  a.parties.every((p) => b.parties.includes(p));

/** A stand is said again and again; a dated change of it is told of as long afterwards as it is remembered. */
export const samePosition: Matcher<PositionItem> = byContent(
  (e) => `${partyOf(e.item.holder) ?? fold(e.item.holder.name)}/${direction(e.item.move)}`,
  {
    likeness: { same: 0.4, within: 0.5, open: 0.6, after: 0.01 },
    published: null,
    like: loose,
    follows: retold,
  },
  (c, e) =>
    apart(c, e) <= STAND ||
    (direction(e.item.move) !== "holds" && ((c.from !== null && e.from !== null) || retold(c, e))),
);
/** Days between reports of one stand. */
const STAND = 31;
/** Days in which news of a dated change is told again as background, without its day. */
const RETOLD = 274;
/** "The voters having rejected the deal", weeks after the day they did: a change told before, in no words but those. */
function retold(c: Cluster<Item>, { item, from, day, words }: Entry): boolean {
  if (item.kind !== "position" || direction(item.move) === "holds" || from !== null || words.size === 0)
    return false;
  if (c.to === null || c.from === null || day < c.to || day - c.to > RETOLD) return false;
  return ends(c).some((m) => m.entry.from !== null && overlap(words, m.entry.words) === words.size);
}

/**
 * What was called off did not take place: the attempt after it is another, unless it was set again before. The first of a series is
 * not the second.
 */
export const sameMeasure: Matcher<MeasureItem> = byContent(
  () => "",
  {
    likeness: { same: 0.5, within: 0.55, open: 0.7 },
    published: 92,
    like: loose,
    nearer: sameNews,
    follows: outcomeOf,
  },
  (c, e) => {
    const own = ordinalIn(e.words);
    if (own !== null && ends(c).some((m) => (ordinalIn(m.entry.words) ?? own) !== own)) return false;
    const last = c.members[c.members.length - 1].entry.item.status;
    return last === "cancelled"
      ? !tookPlace(e.item)
      : e.item.status !== "cancelled" || !tookPlace(c.members[0].entry.item);
  },
);
/** "Called off" is told of what was called off, not of what is still to come; "the first" of what was to be the first. */
function sameNews(c: Cluster<Item>, { item, words }: Entry): number {
  const last = c.members[c.members.length - 1].entry.item;
  if (item.kind === "measure" && last.kind === "measure" && last.status === item.status) return 0.1;
  const own = ordinalIn(words);
  return own !== null && ends(c).some((m) => m.entry.words.has(own)) ? 0.1 : 0;
}
/** "The group has flown", "the flight was called off" is told within weeks of the days the flight was set for. */
function outcomeOf(c: Cluster<Item>, { item, from, day }: Entry): boolean {
  if (item.kind !== "measure" || from !== null || c.to === null) return false;
  if (!tookPlace(item) && item.status !== "cancelled") return false;
  return day >= (c.from ?? c.to) && day - c.to <= RECENT;
}
const tookPlace = ({ status }: MeasureItem): boolean =>
  status === "started" || status === "progressed" || status === "carried-out" || status === "completed";

export const sameCondition: Matcher<ConditionItem> = byContent((e) => e.item.direction, {
  likeness: { same: 0.4, within: 0.45, open: 0.5 },
  published: 183,
  like: loose,
});

export const sameLinkage: Matcher<LinkageItem> = byContent((e) => codes([e.item.by]), {
  likeness: { same: 0.4, within: 0.5, open: 0.5 },
  published: 183,
  like: loose,
});

/** Judgements are made again and again: only copies of one are the same. */
export const sameAssessment: Matcher<AssessmentItem> = byContent(
  (e) => `${e.item.track}/${e.item.judgement}`,
  {
    likeness: { same: 0.6, within: 0.7, open: 0.7 },
    published: 3,
    like: jaccard,
  },
);

export const sameQuote: Matcher<QuoteItem> = byContent(
  (e) => (isNamed(e.item.speaker) ? surname(e.item.speaker.name) : ""),
  {
    likeness: { same: 0.7, within: 0.75, open: 0.75 },
    published: 31,
    like: (a, b) =>
      Math.min(a.size, b.size) >= 4 ? Math.max(jaccard(a, b), 0.9 * containment(a, b)) : jaccard(a, b),
  },
);

/**
 * Events carry few words: they meet on one day with the same slots. Without a day of its own an event meets only its copies: the
 * same time, told within days in nearly the same words.
 */
export const sameEvent: Matcher<EventItem> = {
  block: (e) =>
    [
      e.item.class,
      e.item.mode ?? "",
      codes(e.item.actors),
      codes(e.item.recipients),
      e.item.factuality.status,
    ].join("/"),
  threshold: 0,
  needsUnique: () => false,
  match(cluster, entry) {
    if (cluster.from !== entry.from || cluster.to !== entry.to) return null;
    if (entry.from !== null && entry.from === entry.to)
      return { score: 0.8, reason: "same class, actors and day" };
    if (apart(cluster, entry) > REPRINTED) return null;
    const like = jaccard(told(cluster.members[0].entry), told(entry));
    return like < VERBATIM
      ? null
      : { score: 0.7, reason: `same class and actors; ${Math.round(like * 100)} % of all words in common` };
  },
};

/** Days in which a story is reprinted. */
const REPRINTED = 3;
const told = (e: Entry): ReadonlySet<string> => new Set(fold(e.statement.quote).split(" "));

/** True where both name parties and share none. */
function disjoint(a: readonly Actor[], b: readonly Actor[]): boolean {
  const left = codesOf(a);
  const right = new Set(codesOf(b));
  return left.length > 0 && right.size > 0 && !left.some((c) => right.has(c));
}

function deadlinesAgree(
  a: { latest: string | null; earliest: string | null } | null,
  b: { latest: string | null; earliest: string | null } | null,
): boolean {
  if (a?.latest == null || b?.latest == null) return true;
  return a.latest >= (b.earliest ?? b.latest) && b.latest >= (a.earliest ?? a.latest);
}

const direction = (move: PositionItem["move"]): string =>
  move === "hardened" || move === "rejects"
    ? "harder"
    : move === "softened" || move === "shelved"
      ? "softer"
      : "holds";

const surname = (name: string): string => fold(name).split(" ").at(-1) ?? "";
