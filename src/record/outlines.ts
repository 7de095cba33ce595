import type { AgreementItem, CommitmentItem, MeetingItem, ProposalItem } from "../reading/index.js";
import { extend } from "../text/index.js";
import { narrowest, surest } from "./base.js";
import type { Entry } from "./entry.js";
import { furthest, realisedOf } from "./lines.js";
import { standing } from "./meetings.js";
import type { Source } from "./pages.js";
import { acceptedAtLast } from "./proposals.js";
import { datedByOccurrences, daysOf, idOf, type Kind, knownOf, type Shelf } from "./shelf.js";
import { trackOfMost } from "./tracks.js";
import type { AsOf, Outline, RecordItem } from "./types.js";

const told = [
  "meeting",
  "agreement",
  "proposal",
  "commitment",
  "position",
  "measure",
  "condition",
  "linkage",
  "assessment",
  "quote",
] as const satisfies readonly Kind[];

/** What a verdict asks of all lines but events, told from heads; a line is made only when its words are asked for. In the order of the book. */
export function outlinesOf(source: Source, asOf: AsOf): Outline[] {
  const out: Outline[] = [];
  for (const kind of told)
    for (const shelf of source.book.shelves(kind)) {
      const n = knownOf(shelf, asOf.asKnownOn);
      const found = n === 0 ? null : outline(source, shelf, kind, n, asOf);
      if (found !== null) out.push(found);
    }
  return out;
}

function outline(
  source: Source,
  shelf: Shelf,
  kind: (typeof told)[number],
  n: number,
  asOf: AsOf,
): Outline | null {
  const { members: all } = shelf.cluster;
  const { earliest, latest } = daysOf(shelf, n);
  const line = (): RecordItem => source.lineOf(shelf) as RecordItem;
  if (kind === "measure" && datedByOccurrences(shelf, n)) return source.lineOf(shelf);
  const known = all[0].entry.statement.known;
  const begun = (kind === "commitment" ? (earliest ?? "") : (earliest ?? known)) <= asOf.about;
  if (kind !== "meeting" && !begun) return null;
  const members: Entry[] = [];
  for (let i = 0; i < n; i++) members.push(all[i].entry);
  const best = narrowest(members);
  const base = {
    id: idOf(shelf),
    known,
    when: { earliest, latest },
    track: trackOfMost(members, source.book.negotiation).track,
    reports: members,
    line,
  };
  const [first, second, third] = best.mark.split("/");
  const last = members[n - 1].mark;
  switch (kind) {
    case "meeting": {
      const stands = standing(members, base.when, asOf);
      if (stands === null) return null;
      return extend(base, {
        kind,
        status: stands.status,
        mode: second as MeetingItem["mode"],
        count: Number(third),
        scheduledBy: stands.announced,
        parties: n === 1 ? best.parties : [...new Set(members.flatMap((m) => m.parties))].sort(),
      });
    }
    case "agreement": {
      const told = members.map(({ mark }) => mark.split("/", 1)[0] as AgreementItem["status"]);
      const status = furthest(told);
      const named = (best.mark.includes("/") ? best : members.find(({ mark }) => mark.includes("/")))?.mark;
      // Whether it is a step hangs on its words where it has no name.
      if (status === "agreed" && named === undefined) return source.lineOf(shelf);
      const instrument = named === undefined ? null : named.slice(named.indexOf("/") + 1);
      return extend(base, { kind, status, instrument, certainty: surest(members) });
    }
    case "proposal":
      return extend(base, {
        kind,
        type: first as ProposalItem["type"],
        status: acceptedAtLast(members) ? "accepted" : "tabled",
      });
    case "commitment": {
      const type = first as CommitmentItem["type"];
      const ended = members.some(({ mark }) => ["broken", "withdrawn"].includes(mark.split("/")[1]));
      // Of others only that they were broken or withdrawn bears on a verdict.
      if (type === "unilateral-target" || ended) return source.lineOf(shelf);
      return extend(base, { kind, type });
    }
    case "condition": {
      return extend(base, { kind, direction: first, realised: realisedOf(members) }) as Outline;
    }
    case "quote": {
      const named = members.find((m) => m.mark !== "")?.mark.slice(1) ?? "";
      return extend(base, { kind, speakerCode: named === "" ? best.statement.voice.party : named });
    }
    case "position":
      return extend(base, { kind, move: best.mark }) as Outline;
    case "measure":
      return extend(base, { kind, status: last.split("/")[0] }) as Outline;
    case "assessment":
      return extend(base, { kind, judgement: best.mark }) as Outline;
    case "linkage":
      return extend(base, { kind });
  }
}
