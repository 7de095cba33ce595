import type { Negotiation } from "./negotiation-types.js";
import type { LastMet, RecordMeeting } from "./types.js";

const levels = ["leader", "minister", "any"] as const;

/** For every pair of negotiating parties: the last dated meeting held at each level, and how many undated ones are on record. */
export function lastMet(meetings: readonly RecordMeeting[], negotiation: Negotiation): LastMet[] {
  const codes = negotiation.parties
    .filter((p) => p.role !== "third")
    .map((p) => p.code)
    .sort();
  const held = meetings.filter((m) => m.status === "held" && m.mode !== "phone");
  const out: LastMet[] = [];
  for (let i = 0; i < codes.length; i++) {
    for (let j = i + 1; j < codes.length; j++) {
      const pair = [codes[i], codes[j]];
      const together = held.filter((m) => pair.every((p) => m.parties.includes(p)));
      for (const level of levels) {
        const line = lastOf(
          pair,
          level,
          together.filter((m) => level === "any" || m.level === level),
        );
        if (line !== null) out.push(line);
      }
    }
  }
  return out;
}

function lastOf(
  who: readonly string[],
  level: LastMet["level"],
  meetings: readonly RecordMeeting[],
): LastMet | null {
  if (meetings.length === 0) return null;
  let last: RecordMeeting | null = null;
  let undated = 0;
  const counted: RecordMeeting[] = [];
  for (const m of meetings) {
    if (m.when.latest === null || m.count > 1) {
      undated += m.count;
      counted.push(m);
    } else if (last === null || m.when.latest > (last.when.latest as string)) last = m;
  }
  const from = last === null ? counted : [last];
  return {
    who,
    level,
    meeting: last?.id ?? null,
    on: last?.when ?? null,
    place: last?.place ?? null,
    undated,
    statements: from.flatMap((m) => m.reports.map((r) => r.statement)),
  };
}
