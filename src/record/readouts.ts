import type { IsoDate } from "../text/index.js";
import { dayNumber } from "../text/index.js";
import { type Account, accountOf } from "./accounts.js";
import { compare, type Entry, whatOf } from "./entry.js";
import type { RecordItem, RecordView } from "./types.js";
import { overlap } from "./words.js";

/** Sides of opposed deeds that stand in a text: "begin filling" goes ahead, "put off the filling" holds back. */
export interface Opposites {
  /** `scale/side` of each word found. */
  sides(text: string): ReadonlySet<string>;
  /** Content words as stems. */
  content(text: string): ReadonlySet<string>;
}

/** What two parties say of one thing that cannot both be true, or that judges it in opposite ways. */
export interface Readouts {
  readonly items: readonly [string, string];
  readonly about: string;
  readonly accounts: readonly Account[];
}

/** Days after a meeting in which the parties' accounts of it appear. */
const READOUT = 7;
/** Parties' words of the last days that one is held against, newest first: keeps the work bounded. */
const MOST = 64;

interface Claim {
  readonly item: RecordItem;
  readonly members: readonly Entry[];
  readonly party: string;
  readonly known: IsoDate;
  /** How it is shown, where its line's own words do not say it. */
  readonly value: string | null;
  readonly denies: boolean;
  readonly good: boolean | null;
  readonly words: ReadonlySet<string>;
  readonly sides: ReadonlySet<string>;
}

const good = new Set(["progressing", "positive"]);
const bad = new Set(["stalled", "negative", "broken-off", "suspended"]);
const kinds = new Set<RecordItem["kind"]>([
  "commitment",
  "agreement",
  "proposal",
  "measure",
  "position",
  "assessment",
  "event",
]);

/** Pairs of accounts by different parties, told within a week of each other, in the order they became known. */
export function readouts(
  view: RecordView,
  entries: (i: RecordItem) => readonly Entry[],
  opposites: Opposites,
): Readouts[] {
  const claims = view.items.flatMap((item) => claimOf(item, entries(item), opposites) ?? []);
  const event = (c: Claim): number => (c.item.kind === "event" ? 1 : 0);
  claims.sort((a, b) => compare(a.known, b.known) || event(a) - event(b) || compare(a.item.id, b.item.id));
  const out: Readouts[] = [];
  const seen = new Set<string>();
  for (const [i, x] of claims.entries()) {
    for (const y of claims.slice(i + 1, i + 1 + MOST)) {
      if (dayNumber(y.known) - dayNumber(x.known) > READOUT) break;
      if (x.party === y.party || x.item.id === y.item.id || !opposed(x, y)) continue;
      // One sentence is often read as an event and as a promise: the first that was sorted tells it.
      const places = [x, y].map(({ members: [{ statement: s }] }) => `${s.document} ${s.start}`).join();
      if (seen.has(places)) continue;
      seen.add(places);
      const accounts = [x, y].map(
        ({ item, members, party, value }): Account => ({
          ...accountOf(`${party}: ${value ?? item.what}`, members),
          owners: [party],
        }),
      );
      out.push({ items: [x.item.id, y.item.id], about: `${x.item.what}; ${y.item.what}`, accounts });
    }
  }
  return out;
}

function claimOf(item: RecordItem, members: readonly Entry[], opposites: Opposites): Claim | null {
  if (!kinds.has(item.kind) || members.length === 0) return null;
  const [first] = members;
  const { party } = first.statement.voice;
  if (party === null || members.some((m) => m.statement.voice.party !== party)) return null;
  const judged = item.kind === "assessment" ? item.judgement : null;
  const { polarity, status } = first.item.factuality;
  const denied = status === "denied" || (status === "negated" && polarity === "negative");
  const denies = denied || (item.kind === "event" && item.class === "REJECT");
  // An event's own line names only its class: what it is about stands in its sentence.
  const { words } = first;
  return {
    item,
    members,
    party,
    known: item.known,
    value: judged ?? (denied ? `denies: ${item.what}` : null),
    denies,
    good: judged === null ? null : good.has(judged) ? true : bad.has(judged) ? false : null,
    words: item.kind === "event" ? opposites.content(first.statement.quote) : words,
    sides: denies || item.kind === "event" ? new Set() : opposites.sides(whatOf(first.item)),
  };
}

function opposed(x: Claim, y: Claim): boolean {
  if (x.item.kind === "assessment" || y.item.kind === "assessment")
    return x.good !== null && y.good !== null && x.good !== y.good && x.item.track === y.item.track;
  if (!x.item.parties.some((p) => y.item.parties.includes(p))) return false;
  const common = overlap(x.words, y.words);
  if (x.denies !== y.denies)
    return consents(x) !== consents(y) && common >= 2 && common >= Math.min(x.words.size, y.words.size) / 2;
  // One word in common besides those that oppose each other: what is begun is what is put off.
  return common >= 1 && [...x.sides].some((s) => y.sides.has(opposite(s)));
}

/** What a denial can deny: something agreed, promised, done or set. */
const consents = ({ item, denies }: Claim): boolean =>
  !denies && (item.kind !== "event" || item.class === "AGREE");

const opposite = (side: string): string =>
  side.endsWith("/yes") ? side.replace(/yes$/, "no") : side.replace(/no$/, "yes");
