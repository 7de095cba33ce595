import type { Item, Precision } from "../reading/index.js";
import { contentHash, isoDate } from "../text/index.js";
import type { Cluster } from "./cluster.js";
import type { Entry } from "./prepare.js";
import { whatOf } from "./prepare.js";
import type { TrackOf } from "./tracks.js";
import type { RecordBase, Report, When } from "./types.js";

/** A cluster with its members by known day, and what all kinds of line have. */
export interface Built<I extends Item> {
  readonly base: RecordBase;
  /** By known day, then id; the first founded the item. */
  readonly members: readonly Entry<I>[];
  /** The most precise member: what fields are taken from unless a member says otherwise. */
  readonly best: Entry<I>;
}

const certainties = ["certain", "probable", "possible", "uncommitted"] as const;

/** Turns a cluster into the fields of a line. `kind` is part of the id, since a statement can found lines of several kinds. */
export function build<I extends Item>(kind: string, cluster: Cluster<I>, trackOf: TrackOf): Built<I> {
  const ordered = [...cluster.members].sort((a, b) => compareEntries(a.entry, b.entry));
  const members = ordered.map((m) => m.entry);
  const best = cluster.members[0].entry;
  const reports = ordered.map(({ entry, match }): Report => {
    const { statement } = entry;
    return {
      statement: statement.id,
      source: statement.source,
      publisher: statement.publisher,
      known: statement.known,
      voice: voiceName(entry),
      score: match.score,
      reason: match.reason,
    };
  });
  const { track, issues } = trackOf(members);
  const id = contentHash(`${kind}/${members[0].statement.id}`);
  const certainty =
    certainties.find((c) => members.some((m) => m.statement.factuality.certainty === c)) ?? "uncommitted";
  return {
    members,
    best,
    base: {
      id,
      track,
      issues,
      parties: [...new Set(members.flatMap((m) => m.parties))].sort(),
      what: whatOf(best.item),
      when: whenOfCluster(cluster),
      reports: reports as [Report, ...Report[]],
      outlets: [...new Set(members.map((m) => m.statement.publisher ?? "unnamed"))].sort(),
      known: members[0].statement.known,
      lastKnown: members[members.length - 1].statement.known,
      certainty,
      quote: best.statement.evidence[0].quote,
      reviewed: members.some((m) => m.accepted),
    },
  };
}

/** Days that all reports leave possible, in the words of the report that says it most exactly. */
function whenOfCluster(cluster: Cluster<Item>): When {
  const { time } = cluster.members[0].entry.item;
  const earliest = cluster.from === null ? null : isoDate(cluster.from);
  const latest = cluster.to === null ? null : isoDate(cluster.to);
  const exact = cluster.members.find(
    (m) => m.entry.item.time.earliest === earliest && m.entry.item.time.latest === latest,
  );
  if (exact !== undefined)
    return { earliest, latest, precision: exact.entry.item.time.precision, edtf: exact.entry.item.time.edtf };
  const precision: Precision | null = earliest !== null && earliest === latest ? "day" : time.precision;
  return {
    earliest,
    latest,
    precision,
    edtf: earliest === latest ? earliest : `${earliest ?? ".."}/${latest ?? ".."}`,
  };
}

/** Whose word a report is: the speaker, the party, the ministry; else the outlet's. */
export function voiceName(entry: Entry): string {
  const { kind, speaker, party } = entry.statement.voice;
  if (kind === "outlet") return entry.statement.publisher ?? "the outlet";
  return speaker ?? (party === null ? kind : `${kind} (${party})`);
}

export function compareEntries(a: Entry, b: Entry): number {
  return compare(a.statement.known, b.statement.known) || compare(a.statement.id, b.statement.id);
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
