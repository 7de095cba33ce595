import type { MeetingItem, Place } from "../reading/index.js";
import { extend } from "../text/index.js";
import { placeConflict, tellers } from "./accounts.js";
import type { Built } from "./base.js";
import type { Entry } from "./entry.js";
import { comparePlaces, isCountry } from "./places.js";
import type { AsOf, RecordMeeting, Step, When } from "./types.js";

/** Which statuses a report may have on its own publication day: nobody reports as held what lies ahead. */
function statusOf({ mark, from, day }: Entry): MeetingItem["status"] {
  const status = mark.slice(0, mark.indexOf("/")) as MeetingItem["status"];
  return status === "held" && from !== null && from > day ? "scheduled" : status;
}

/** How a meeting stands about a day, told from heads. Null where it had neither taken place nor been announced. */
export function standing(
  members: readonly Entry[],
  { earliest, latest }: Pick<When, "earliest" | "latest">,
  asOf: AsOf,
): {
  readonly status: RecordMeeting["status"];
  readonly overdue: boolean;
  readonly announced: Entry[];
} | null {
  const begun = earliest === null || earliest <= asOf.about;
  const announced = members.filter((m) => statusOf(m) !== "held" && statusOf(m) !== "unreported");
  if (!begun && announced.length === 0) return null;
  if (begun && members.some((m) => statusOf(m) === "held"))
    return { status: "held", overdue: false, announced };
  const status = lastPlan(announced) ?? "unreported";
  const passed = latest !== null && latest < asOf.about && latest < asOf.asKnownOn;
  const overdue = passed && (status === "scheduled" || status === "expected" || status === "unreported");
  return { status: overdue ? "unreported" : status, overdue, announced };
}

/** A meeting's line and life. Null where, about that day, it had neither taken place nor been announced. */
export function meetingLine(built: Built<MeetingItem>, asOf: AsOf): RecordMeeting | null {
  const { base, members, best } = built;
  const { earliest, latest } = base.when;
  const begun = earliest === null || earliest <= asOf.about;
  const stands = standing(members, base.when, asOf);
  if (stands === null) return null;
  const { status, overdue, announced } = stands;
  const life: Step[] = [];
  let own: string[] = [];
  for (const m of members) {
    const state = statusOf(m);
    if (state === "held" && !begun) continue;
    if (life.at(-1)?.state === state) {
      own.push(m.statement.id);
      continue;
    }
    const at = state === "held" ? latest : m.statement.known;
    own = [m.statement.id];
    life.push({ state, at, known: m.statement.known, why: "a source says so", statements: own });
  }
  let asks: string | null = null;
  if (overdue) {
    asks = `Its day, ${base.when.edtf ?? latest}, has passed and no report of it was found: look for one that says whether it took place.`;
    life.push({
      state: "unreported",
      at: latest,
      known: asOf.asKnownOn,
      why: "its day passed and no report of it was found",
      statements: [],
    });
  }
  const people = [
    ...new Map(members.flatMap((m) => m.item.representatives).map((r) => [r.name, r])).values(),
  ];
  const placed = placeOfMeeting(built);
  const pick = <K extends "occasion" | "outcome">(key: K): string | null =>
    members.find((m) => m.item[key] !== null)?.item[key] ?? null;
  return extend(base, {
    kind: "meeting",
    mode: best.item.mode,
    level: members.find((m) => m.item.level !== "unknown")?.item.level ?? "unknown",
    status,
    representatives: people.map((p) => p.name),
    place: placed?.name ?? null,
    country: placed?.country ?? null,
    occasion: pick("occasion"),
    count: best.item.count,
    outcome: pick("outcome"),
    life,
    asks,
    scheduledBy: announced.map((m) => m.statement.id),
  });
}

/** The place that the rules choose; all that are told where none decides. A town rather than its country. */
function placeOfMeeting({ members, best, base }: Built<MeetingItem>): Pick<Place, "name" | "country"> | null {
  const placed = [best, ...tellers(members), ...members].flatMap((m) =>
    m.item.kind === "meeting" && m.item.place !== null ? [m.item.place] : [],
  );
  if (placed.length === 0) return null;
  const conflict = placeConflict(members, base.when.earliest);
  if (conflict === null) {
    const [first] = placed;
    return (isCountry(first) ? placed.find((p) => comparePlaces(first, p) === "wide") : undefined) ?? first;
  }
  const { value } = conflict.chosen;
  if (value !== null) return placed.find((p) => p.name === value) ?? null;
  return { name: conflict.accounts.map((a) => a.value).join(" or "), country: null };
}

/** What the last word about a meeting to come was; a bare mention does not undo a postponement. */
function lastPlan(
  announced: readonly Entry[],
): Exclude<RecordMeeting["status"], "held" | "unreported"> | null {
  let out: Exclude<RecordMeeting["status"], "held" | "unreported"> | null = null;
  for (const m of announced) {
    const status = statusOf(m);
    if (status === "held" || status === "unreported") continue;
    if (out === "scheduled" && (status === "expected" || status === "proposed")) continue;
    out = status;
  }
  return out;
}
