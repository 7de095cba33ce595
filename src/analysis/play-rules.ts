import { daysBetween } from "../text/index.js";
import { hardenedOrMissed, noAdvance, type PlayFacts, recentAdvance } from "./signals.js";
import type { PlayState } from "./types.js";

/** One rule of the ordered list; the first that holds decides. Shown to users with its id. */
export interface PlayRule {
  readonly id: string;
  readonly state: PlayState;
  readonly why: string;
  readonly holds: (facts: PlayFacts) => boolean;
}

const standstill = (f: PlayFacts): boolean =>
  noAdvance(f) || (f.saysStalled.length > 0 && f.saysProgress.length === 0);
const deadlock = (f: PlayFacts): boolean =>
  standstill(f) && f.attempts.length >= f.settings.attempts && hardenedOrMissed(f).length > 0;

/** Contact or statement on the track, and whatever else is recent evidence of where it stands. A proposal alone is neither. */
function recentEvidence(f: PlayFacts): boolean {
  if (
    f.next.length + f.contacts.length + f.statements.length + f.saysStalled.length + f.saysProgress.length >
    0
  )
    return true;
  if (recentAdvance(f)) return true;
  return hardenedOrMissed(f).some(
    (i) => i.kind !== "target-missed" && daysBetween(i.latest, f.about) <= f.settings.contact,
  );
}

export const playRules = [
  {
    id: "play/insufficient",
    state: "insufficient evidence",
    why: "nothing on record bears on the track",
    holds: (f) => f.items.length === 0 && f.next.length === 0,
  },
  {
    id: "play/concluded",
    state: "concluded",
    why: "a source says so in terms",
    holds: (f) => f.concluded.length > 0,
  },
  {
    id: "play/broken-off",
    state: "broken off",
    why: "a source says so in terms",
    holds: (f) => f.brokenOff.length > 0,
  },
  {
    id: "play/suspended",
    state: "suspended",
    why: "a source says so in terms",
    holds: (f) => f.suspended.length > 0,
  },
  {
    id: "play/no-recent-evidence",
    state: "no recent evidence",
    why: "no contact and no statement was found within the time that counts as recent; silence says nothing about the talks",
    holds: (f) => !recentEvidence(f),
  },
  {
    id: "play/deadlocked",
    state: "deadlocked",
    why: "no step forward in spite of repeated meetings, and positions hardened or targets were missed",
    holds: deadlock,
  },
  {
    id: "play/stalled",
    state: "stalled",
    why: "no step forward for longer than the threshold, or sources say that the talks stand still",
    holds: standstill,
  },
  {
    id: "play/progressing",
    state: "progressing",
    why: "sources say so in terms, or there was a recent step forward and nothing hardened since",
    holds: (f) => f.saysProgress.length > 0 || (recentAdvance(f) && hardenedOrMissed(f).length === 0),
  },
  {
    id: "play/slow",
    state: "slow",
    why: "talks are alive, with neither a recent step forward nor a standstill",
    holds: () => true,
  },
] as const satisfies readonly PlayRule[];
