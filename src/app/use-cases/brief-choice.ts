import type { CommitmentLine } from "../../analysis/index.js";
import type { LastMet, RecordMeeting, RecordPosition } from "../../record/index.js";
import { addDays, type IsoDate } from "../../text/index.js";
import type { Backed } from "./status.js";

/** Days after which what was said once, and no day ends, is no longer where somebody stands: two years. */
const STALE = 730;
/** Days after which a meeting that nobody reported, or an undertaking that lapsed or was met, is no longer news. */
const LATELY = 180;

/** Meetings whose day passed of late without a report, the latest first; not those after which the same parties have met. */
export function passedUnreported(meetings: readonly RecordMeeting[], about: IsoDate): RecordMeeting[] {
  const since = addDays(about, -LATELY);
  const held = meetings.filter((m) => m.status === "held" && m.when.earliest !== null);
  const day = (m: RecordMeeting): string => m.when.latest ?? "";
  return unframed(meetings.filter((m) => m.asks !== null && day(m) >= since))
    .filter((m) => !held.some((h) => (h.when.earliest ?? "") > day(m) && meet(m.parties, h.parties)))
    .sort((a, b) => (day(a) < day(b) ? 1 : -1));
}

/** Without visits beside the meetings held in them, and without a second visit of the same days: who comes, meets. */
export function unframed(meetings: readonly RecordMeeting[]): RecordMeeting[] {
  return meetings.filter(
    (m, i) =>
      m.mode !== "visit" ||
      !meetings.some(
        (o, j) =>
          (o.mode !== "visit" ? o.mode !== "phone" : j < i) &&
          meet(m.parties, o.parties) &&
          within(m, o, VISIT),
      ),
  );
}

/** Longest stay of a visit whose end is not told, in days. */
const VISIT = 7;
const within = ({ when: a }: RecordMeeting, { when: b }: RecordMeeting, days: number): boolean =>
  a.earliest !== null &&
  a.latest !== null &&
  b.earliest !== null &&
  b.latest !== null &&
  b.latest >= a.earliest &&
  b.earliest <= addDays(a.latest, days);

const meet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && a.every((p) => b.includes(p));

/** The sentence of each kind that tells most: those of one kind begin with the same words; and none that rests on words told before. */
export function foremost(explanation: readonly Backed[], state: string): Backed[] {
  if (state === "no recent evidence")
    return explanation.filter((e) => e.text.startsWith("Nothing was found"));
  const leads = new Set<string>();
  const words = new Set<string>();
  return explanation.filter(({ text, evidence }) => {
    const lead = text.split(":", 1)[0];
    const quote = evidence[0]?.quote ?? text;
    if (leads.has(lead) || words.has(quote)) return false;
    leads.add(lead);
    words.add(quote);
    return true;
  });
}

const ENDED: ReadonlySet<string> = new Set(["fulfilled", "broken", "withdrawn", "superseded", "lapsed"]);

/**
 * What binds somebody now: what is overdue, then what falls due next, then what has no day, the newest first; last, what ended of late.
 */
export function living(lines: readonly CommitmentLine[], about: IsoDate): CommitmentLine[] {
  const since = addDays(about, -LATELY);
  const ended = ({ status }: CommitmentLine): boolean => ENDED.has(status.state);
  const endedOn = ({ status }: CommitmentLine): string => status.history[status.history.length - 1]?.at ?? "";
  const due = ({ item }: CommitmentLine): string => item.deadline?.latest ?? "";
  const rank = (l: CommitmentLine): number =>
    ended(l) ? 3 : l.status.state === "overdue" ? 0 : due(l) === "" ? 2 : 1;
  const stale = addDays(about, -STALE);
  const lives = (l: CommitmentLine): boolean =>
    ended(l) ? endedOn(l) >= since : due(l) !== "" || l.item.lastKnown >= stale;
  return lines.filter(lives).sort((a, b) => {
    const by = rank(a) - rank(b);
    if (by !== 0) return by;
    if (rank(a) < 2 && due(a) !== due(b)) return due(a) < due(b) ? -1 : 1;
    return a.item.lastKnown === b.item.lastKnown ? 0 : a.item.lastKnown < b.item.lastKnown ? 1 : -1;
  });
}

/** Positions that several parties take in one sentence, as one. */
export interface Shared {
  readonly first: RecordPosition;
  readonly holders: readonly RecordPosition[];
}

/** The newest positions first, one a party and issue; one word ("the deal") tells nobody where a party stands. */
export function latestPositions(
  positions: readonly RecordPosition[],
  about: IsoDate,
  telling: (stance: string) => boolean,
): Shared[] {
  const seen = new Set<string>();
  const shared = new Map<string, RecordPosition[]>();
  const stale = addDays(about, -STALE);
  const newest = positions
    .filter((p) => p.lastKnown >= stale)
    .sort((a, b) => ((b.when.latest ?? b.known) < (a.when.latest ?? a.known) ? -1 : 1));
  for (const p of newest) {
    const key = `${p.holder}/${p.issues[0] ?? p.issue}`;
    if (seen.has(key) || !telling(p.stance)) continue;
    seen.add(key);
    const same = `${p.quote}/${p.move}/${p.stance}`;
    const list = shared.get(same);
    if (list === undefined) shared.set(same, [p]);
    else list.push(p);
  }
  return [...shared.values()].map((holders) => ({ first: holders[0], holders }));
}

/** Who met last, the latest first: pairs of one meeting as one, and no level beside the same meeting of any level. */
export function lastTogether(pairs: readonly LastMet[]): LastMet[] {
  const groups = new Map<string, LastMet>();
  const levelled = new Set(
    pairs.flatMap((p) => (p.level !== "any" && p.meeting !== null ? [`${p.who.join()}/${p.meeting}`] : [])),
  );
  for (const p of pairs) {
    if (p.level === "any" && p.meeting !== null && levelled.has(`${p.who.join()}/${p.meeting}`)) continue;
    const key = `${p.level}/${p.meeting ?? p.statements.join()}`;
    const known = groups.get(key);
    groups.set(
      key,
      known === undefined
        ? p
        : {
            ...known,
            who: [...new Set([...known.who, ...p.who])],
            undated: Math.min(known.undated, p.undated),
          },
    );
  }
  const day = (l: LastMet): string => l.on?.latest ?? l.on?.earliest ?? "";
  return [...groups.values()].sort((a, b) => (day(a) === day(b) ? 0 : day(a) < day(b) ? 1 : -1));
}
