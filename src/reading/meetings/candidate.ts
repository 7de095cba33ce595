import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import type { Clause, ItemTime, Place } from "../types.js";
import type { Participants } from "./participants.js";
import type { Level, MeetingWords, Mode, Status } from "./words.js";

/** A meeting as one clause tells it, before it is held against the others of the article. */
export interface Candidate {
  readonly sentence: number;
  readonly trigger: number;
  /** Clause that voice and factuality are asked of. */
  readonly clause: Clause | null;
  readonly rule: string;
  readonly what: string;
  readonly mode: Mode;
  readonly level: Level | null;
  /** Null: it is named only, and counts only as another mention of a meeting told of before. */
  readonly status: Status | null;
  readonly participants: Participants;
  readonly time: ItemTime;
  readonly place: Place | null;
  readonly occasion: string | null;
  readonly count: number;
  /** "the meeting", "that summit": may be one told of before. */
  readonly definite: boolean;
  /** "another round", "the third meeting", "met again": it is not the one told of before. */
  readonly another: boolean;
  /** Hosted or mediated by somebody who is no party of it. */
  readonly hosted: boolean;
  /**
   * Whether those who take part may be told elsewhere: in a `series` ("the third round") they are those of the negotiation, at a
   * `meeting` those named last; null: they are told here; `within`: they are all of one body ("EU ministers") or of a committee; `placed`: it has a day and a place, and stands
   * without them where the article tells of several groups.
   */
  readonly open: "series" | "meeting" | "within" | "placed" | null;
  /** Status of a journey if nothing is told that it was for. */
  readonly alone: Status | null;
  /** Index of the candidate of the visit it is part of, or -1. */
  readonly within: number;
}

/** What every part of the finder reads from. */
export interface Bench {
  readonly layers: Layers;
  readonly words: MeetingWords;
  /** Candidates so far, in reading order. */
  readonly found: Candidate[];
  /** Tokens of a sentence that are read already. */
  readonly taken: Set<number>;
  miss(rule: string, s: Sentence, token: number, why: string): void;
}
