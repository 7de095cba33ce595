import { readFileSync } from "node:fs";
import type { Actor, Item, ItemTime, Place } from "../../src/reading/types.js";

/**
 * One passage of the project's own gold with the items a perfect reader finds. `items` must be found; kinds in `maybe` may be found
 * besides; any other item of the kinds under test is wrong. `check` passages are never looked at while tuning.
 */
export interface GoldPassage {
  readonly id: string;
  readonly story: string;
  readonly published: string;
  /** 1: plain newspaper sentence; 2: takes two steps; 3: a hard one. */
  readonly tier: 1 | 2 | 3;
  readonly text: string;
  readonly items: readonly GoldItem[];
  readonly maybe: readonly string[];
  readonly check: boolean;
}

/**
 * Expected fields. A list of words: all of them stand in the field. A text: equal, or one of the choices between "|". For lists of
 * actors: their codes; for `representatives`: their names. `place` is a name, `time` and `date` are EDTF; true: the field is not
 * null. `text` looks into issue, stance and quoted words together; `occurrences` and `count` are numbers.
 */
export type GoldItem = { readonly kind: string } & Readonly<
  Record<string, string | number | boolean | readonly string[]>
>;

export function readGold(file: string): GoldPassage[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((l) => l !== "")
    .map((l) => JSON.parse(l) as GoldPassage);
}

/** Fields of a gold item that a found item gets wrong; empty where all are right. */
export function wrongFields(gold: GoldItem, found: Item): string[] {
  const wrong: string[] = [];
  for (const [field, want] of Object.entries(gold)) {
    if (
      field !== "kind" &&
      field !== "optional" &&
      !agrees(field, want, found as unknown as Record<string, unknown>)
    )
      wrong.push(field);
  }
  return wrong;
}

function agrees(field: string, want: GoldItem[string], item: Record<string, unknown>): boolean {
  if (field === "text")
    return holdsWords(
      want as readonly string[],
      `${item.issue ?? ""} ${item.stance ?? ""} ${item.text ?? ""}`,
    );
  const got = item[field];
  if (field === "voice")
    return (
      (got as { party: string | null; kind: string }).party === want ||
      (got as { kind: string }).kind === want
    );
  if (field === "place") return choices(want).includes((got as Place | null)?.name ?? "");
  if (field === "time" || field === "date") return choices(want).includes((got as ItemTime).edtf ?? "");
  if (field === "representatives")
    return sameList(
      want as readonly string[],
      (got as Actor[]).map((a) => a.name),
    );
  if (typeof want === "boolean" && typeof got !== "boolean") return want === (got !== null);
  if (typeof want === "number") return want === (Array.isArray(got) ? got.length : got);
  if (isActor(got)) return typeof want === "string" && choices(want).includes(got.code ?? got.name);
  if (Array.isArray(got)) {
    return sameList(
      want as readonly string[],
      (got as Actor[]).map((a) => a.code ?? a.name),
    );
  }
  const shown = plain(got);
  if (Array.isArray(want)) return typeof shown === "string" && holdsWords(want, shown);
  return typeof want === "string" && typeof shown === "string"
    ? choices(want).includes(shown)
    : shown === want;
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
/** A deadline as its last day, a condition as its words. */
function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value) || isActor(value)) return value;
  if ("latest" in value) return value.latest;
  return "what" in value ? value.what : value;
}

const choices = (want: GoldItem[string]): readonly string[] =>
  typeof want === "string" ? want.split("|") : (want as readonly string[]);
const isActor = (x: unknown): x is Actor =>
  typeof x === "object" && x !== null && "code" in x && "basis" in x;
const holdsWords = (words: readonly string[], text: string): boolean => {
  const low = text.toLowerCase();
  return words.every((w) => low.includes(w.toLowerCase()));
};
