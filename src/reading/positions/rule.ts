import type { Rule } from "../rule.js";
import type { PositionItem } from "../types.js";

/**
 * Where the content of a position stands, seen from its verb: `object`; `inf` (infinitive); `that` (clause); `noun` (object or
 * oblique that names a position, "its demand for X": X); `judged` (object with what it is taken for, "regards X as Y"); `subject-noun` (the same as subject: "its stance on X has hardened"); any other word is a preposition ("on", "for").
 */
export type ContentSource = "object" | "inf" | "that" | "noun" | "subject-noun" | (string & {});

export interface PositionRule extends Rule {
  /** Class in `stances/position-verbs`. */
  readonly verbs: string;
  readonly content: readonly ContentSource[];
  /** Null: it says something where denied only. */
  readonly move: PositionItem["move"] | null;
  /** Move where the verb is negated ("has not dropped"); null: then it says nothing. */
  readonly negated: PositionItem["move"] | null;
  readonly force?: PositionItem["force"];
  /**
   * `issue`: the content must hold a word of `stances/issues`; `matter`: or, where talks are spoken of, any thing (see `matter.ts`);
   * `demand`: a matter, and a word of obligation; `claim`: a matter, and a word of right or belonging; `stark-claim`: the same, of those words only that are said in dispute alone; `tabled`: a word for what somebody proposes. Absent: anything goes.
   */
  readonly gate?: "issue" | "matter" | "demand" | "claim" | "stark-claim" | "tabled";
  /** Put before the content to make the stance ("concerned about"). */
  readonly stance?: string;
}
