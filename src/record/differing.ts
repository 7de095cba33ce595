import type { CommitmentItem } from "../reading/index.js";
import { isoDate } from "../text/index.js";
import { narrowest } from "./base.js";
import { bearingWords } from "./bearing.js";
import { type Book, kinds } from "./book.js";
import { COMMON } from "./commitment-evidence.js";
import type { Entry } from "./entry.js";
import { dueOf } from "./marks.js";
import type { Source } from "./pages.js";
import { datedByOccurrences, daysOf, type Kind, knownOf, type Shelf } from "./shelf.js";
import type { AsOf, RecordItem } from "./types.js";
import { overlap, type RecordWords } from "./words.js";

/** Kinds whose lines hang on their own reports alone. */
const still: ReadonlySet<Kind> = new Set<Kind>([
  "agreement",
  "position",
  "measure",
  "condition",
  "linkage",
  "assessment",
  "quote",
  "event",
]);

/** Kinds that bear on promises. */
const bearing: readonly Kind[] = ["meeting", "agreement", "measure", "assessment"];

/**
 * Lines of these kinds in two views of one book that may differ in more than what hangs on the days asked about; both or neither
 * of each cluster. Told from heads as far as they go: most lines are never made.
 */
export function differing(
  before: Source,
  a: AsOf,
  after: Source,
  b: AsOf,
  only: ReadonlySet<RecordItem["kind"]>,
  words: RecordWords,
): [readonly RecordItem[], readonly RecordItem[]] {
  const old: RecordItem[] = [];
  const now: RecordItem[] = [];
  const [early, late] = a.asKnownOn < b.asKnownOn ? [a, b] : [b, a];
  const answers = (a.asKnownOn < b.asKnownOn ? after : before).rejections();
  const told: Two = {
    a,
    b,
    answersAlike: answers.every(
      (e) => e.statement.known <= early.asKnownOn && begun(e, early.about) && begun(e, late.about),
    ),
  };
  const pairsOf = (kind: Kind): Pair[] => {
    const out: Pair[] = [];
    for (const shelf of after.book.shelves(kind)) {
      const n = knownOf(shelf, b.asKnownOn);
      const m = knownOf(shelf, a.asKnownOn);
      if (n === 0 && m === 0) continue;
      if (n === m && settled(shelf, n, told) && !rewritten(shelf, after.book)) continue;
      out.push({ shelf, count: n === m ? n : null });
    }
    return out;
  };
  const make = (pairs: readonly Pair[]): RecordItem[] =>
    pairs.flatMap(({ shelf }) => [before.lineOf(shelf), after.lineOf(shelf)].flatMap((line) => line ?? []));
  let news: News | null = null;
  for (const kind of kinds) {
    if (!only.has(kind)) continue;
    for (const { shelf, count } of pairsOf(kind)) {
      if (kind === "commitment" && count !== null) {
        news ??= newsOf(
          bearing.flatMap((k) => make(pairsOf(k))),
          after.book,
          words,
        );
        if (
          !rewritten(shelf, after.book) &&
          begins(shelf, count, a, b) &&
          !touched(shelf, count, news, words)
        )
          continue;
      }
      const was = before.lineOf(shelf);
      if (was !== null) old.push(was);
      const is = after.lineOf(shelf);
      if (is !== null) now.push(is);
    }
  }
  return [old, now];
}

/** A cluster whose lines may differ, with the number of its reports where both views know the same. */
interface Pair {
  readonly shelf: Shelf;
  readonly count: number | null;
}

/** What two views have in common. */
interface Two {
  readonly a: AsOf;
  readonly b: AsOf;
  /** Whether the same was turned down in both. */
  readonly answersAlike: boolean;
}

/** Begun by its own first day as the report gives it, where it gives one. */
const begun = (e: Entry, about: string): boolean =>
  (e.from === null ? e.statement.known : isoDate(e.from)) <= about;

/** Whether a later version of an article took words of it away: by one of the two days it may have. */
const rewritten = ({ cluster }: Shelf, { orphans }: Book): boolean =>
  orphans.size > 0 && cluster.members.some((m) => orphans.has(m.entry.statement.id));

/** Whether a cluster of which both views know the same has the same line in both, told from its days. */
function settled(shelf: Shelf, n: number, { a, b, answersAlike }: Two): boolean {
  const { kind } = shelf;
  const { earliest, latest: end } = daysOf(shelf, n);
  const about = a.about < b.about ? a.about : b.about;
  const first = shelf.cluster.members[0].entry.statement.known;
  if (datedByOccurrences(shelf, n)) return false;
  if (still.has(kind)) return (earliest ?? first) <= about;
  const known = a.asKnownOn < b.asKnownOn ? a.asKnownOn : b.asKnownOn;
  if (kind === "proposal") return answersAlike && (earliest ?? first) <= about && lapsedAlike(shelf, n, a, b);
  if (kind !== "meeting") return false;
  return (earliest === null || earliest <= about) && (end === null || (end < about && end < known));
}

/** Whether no day by which an answer was asked for lies between the days of the two views. */
function lapsedAlike({ cluster: { members } }: Shelf, n: number, a: AsOf, b: AsOf): boolean {
  const past = (due: string, of: AsOf): boolean => due < of.about && due < of.asKnownOn;
  for (let i = 0; i < n; i++) {
    const due = dueOf(members[i].entry.mark);
    if (due !== "" && past(due, a) !== past(due, b)) return false;
  }
  return true;
}

/** Whether a promise stands in both views, or in neither. */
function begins(shelf: Shelf, n: number, a: AsOf, b: AsOf): boolean {
  const { earliest } = daysOf(shelf, n);
  return earliest === null || earliest <= a.about === earliest <= b.about;
}

/** What bears on promises and differs between two views. */
interface News {
  readonly words: readonly ReadonlySet<string>[];
  /** Shared words from which on one may bear on a promise. */
  readonly least: number;
  readonly meetings: boolean;
  readonly assessments: boolean;
  /** Whether an agreement is among it that has no name but that. */
  readonly plain: boolean;
}

function newsOf(lines: readonly RecordItem[], book: Book, words: RecordWords): News {
  const own = lines.flatMap((line) => bearingWords(line, words) ?? []);
  return {
    words: own,
    // One word alone counts where it is an instrument's whole name, or may become too common to tell measures apart.
    least: own.some((w) => w.size < 2) || book.shelves("measure").length > COMMON ? 1 : 2,
    meetings: lines.some((line) => line.kind === "meeting"),
    assessments: lines.some((line) => line.kind === "assessment"),
    plain: own.some((w) => words.plain(w)),
  };
}

/** Whether anything that differs may bear on a promise of which both views know the same reports. */
function touched({ cluster }: Shelf, n: number, news: News, words: RecordWords): boolean {
  const members = cluster.members.slice(0, n).map((m) => m.entry as Entry<CommitmentItem>);
  const best = narrowest(members);
  const type = best.mark.slice(0, best.mark.indexOf("/"));
  if (type === "scheduled-event" && news.meetings) return true;
  if (news.assessments && type === "unilateral-target") return true;
  if (news.plain && words.concludes(best.item.what)) return true;
  if (news.words.some((w) => overlap(w, best.words) >= news.least)) return true;
  return (
    (news.assessments || (news.meetings && type === "joint-commitment")) && words.process(best.item.what)
  );
}
