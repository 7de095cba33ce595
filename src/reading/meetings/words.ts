import type { Lexicon } from "../../language/index.js";
import { members } from "../phrases/index.js";
import type { MeetingItem } from "../types.js";

export type Mode = MeetingItem["mode"];
export type Level = Exclude<MeetingItem["level"], "unknown">;
export type Status = MeetingItem["status"];
export type Frame = "meet" | "host" | "visit" | "travel" | "phone" | "bring" | "await";

export interface MeetingNoun {
  readonly mode: Mode;
  readonly level: Level | null;
  /** Whether it names one occurrence by itself; "talks" may be a process. */
  readonly counts: boolean;
}

export interface Holding {
  /** Status that the verb gives what it holds; null: it takes place as the verb's factuality says. */
  readonly status: Status | null;
  /** Whether its subject takes part; `host`: it may be a third party. */
  readonly subject: "yes" | "host" | "no";
  /** Whether a meeting can be its subject: "the talks opened". */
  readonly happens: boolean;
}

/** Word lists of the meetings finder, made once. */
export interface MeetingWords {
  readonly nouns: ReadonlyMap<string, MeetingNoun>;
  /** Last words of nouns of two words ("round table"). */
  readonly tails: ReadonlySet<string>;
  readonly verbs: ReadonlyMap<string, { readonly frame: Frame; readonly mode: Mode; readonly needs: string }>;
  readonly holding: ReadonlyMap<string, Holding>;
  readonly levels: ReadonlyMap<string, Level>;
  readonly counts: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  /** Members of a class of `meetings/words`. */
  class(name: string): ReadonlySet<string>;
}

export function meetingWords(lexicon: Lexicon): MeetingWords {
  const rows = (name: string): readonly (readonly string[])[] => lexicon.table(`meetings/${name}`).rows;
  const classes = new Map<string, ReadonlySet<string>>();
  return {
    nouns: new Map(
      rows("nouns").map(([n, mode, level, counts]) => [
        n,
        { mode: mode as Mode, level: (level || null) as Level | null, counts: counts === "yes" },
      ]),
    ),
    tails: new Set(
      rows("nouns")
        .map(([n]) => n)
        .filter((n) => n.includes(" "))
        .map((n) => n.slice(n.lastIndexOf(" ") + 1)),
    ),
    verbs: new Map(
      rows("verbs").map(([v, frame, mode, needs]) => [
        v,
        { frame: frame as Frame, mode: mode as Mode, needs },
      ]),
    ),
    holding: new Map(
      rows("holding").map(([v, status, subject, happens]) => [
        v,
        {
          status: (status || null) as Status | null,
          subject: subject as Holding["subject"],
          happens: happens === "yes",
        },
      ]),
    ),
    levels: new Map(rows("levels").map(([w, level]) => [w, level as Level])),
    counts: new Map(rows("counts").map(([w, n]) => [w, Number(n)])),
    ordinals: new Map(
      lexicon
        .table("time/words")
        .rows.filter((r) => r[1] === "ordinal")
        .map((r) => [r[0], Number(r[2])]),
    ),
    class(name) {
      let found = classes.get(name);
      if (found === undefined) {
        found = members(lexicon, "meetings/words", "class", name);
        classes.set(name, found);
      }
      return found;
    },
  };
}
