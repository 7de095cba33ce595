import type { Basis, FileList, FileStatement } from "../../../conflict/index.js";
import type { Loaded } from "./state.js";

/** What one line of a model rests on, looked up where a record is at hand. */
export interface Ground {
  readonly kind: "quote" | "assumption";
  /** Exact words, or the assumption in the analyst's words (empty where nobody has owned it yet). */
  readonly words: string;
  readonly line: number;
  readonly statement: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly state: "stands" | "moved" | "unread" | "withdrawn" | "gone" | "not looked up" | "assumed";
}

/** A preference that decides something, by its place in its owner's list. */
export interface Reason {
  readonly maker: string;
  /** From 1; 0 for an order by hand. */
  readonly place: number;
  readonly says: string;
  readonly line: number;
  readonly grounds: readonly Ground[];
}

/**
 * What became of a quote: `stands` (a statement that the record uses holds it: the one named, or any where none is), `moved` (the words
 * stand under another statement than the one named), `unread` (the words stand; no line of the record rests on them), `withdrawn` (the
 * statement named is no longer used), `gone` (no such words).
 */
export type LinkState = "stands" | "moved" | "unread" | "withdrawn" | "gone";

/** One quote of a model, looked up in the record. */
export interface Link {
  readonly line: number;
  readonly words: string;
  readonly state: LinkState;
  /** Statement that holds the words now, or null. */
  readonly statement: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  /** What else of the same party and issue became known, or changed, after the day the model was made for. */
  readonly since: readonly { readonly statement: string; readonly text: string }[];
}

export type Links = ReadonlyMap<number, Link> | null;

export function grounds(
  entry: { readonly basis: readonly Basis[]; readonly line: number },
  found: Links,
): Ground[] {
  const none = { statement: null, publisher: null, published: null } as const;
  if (entry.basis.length === 0)
    return [{ kind: "assumption", words: "", line: entry.line, ...none, state: "assumed" }];
  return entry.basis.map((b): Ground => {
    if (b.kind === "assumption")
      return { kind: b.kind, words: b.text, line: b.line, ...none, state: "assumed" };
    const link = found?.get(b.line);
    if (link === undefined)
      return {
        kind: b.kind,
        words: b.words,
        line: b.line,
        ...none,
        statement: b.id || null,
        state: "not looked up",
      };
    const { statement, publisher, published, state } = link;
    return { kind: b.kind, words: b.words, line: b.line, statement, publisher, published, state };
  });
}

/** The list of a decision maker that the model is solved with. */
export const listOf = ({ file }: Loaded, i: number): FileList =>
  file.lists.find((l) => l.of === i && l.believedBy === null && l.name === null) as FileList;

/** The preference at a place of a decision maker's list; the order by hand where it has one. */
export function reason(model: Loaded, i: number, place: number | null, found: Links): Reason | null {
  const list = listOf(model, i);
  const maker = model.file.makers[i].code;
  if (list.order !== null)
    return { maker, place: 0, says: "its order of states", line: list.line, grounds: grounds(list, found) };
  if (place === null) return null;
  const s: FileStatement = list.statements[place];
  return { maker, place: place + 1, says: s.text, line: s.line, grounds: grounds(s, found) };
}

/** "JPN 2 “hand-over”": a preference as sentences name it. */
export const showReason = (r: Reason): string =>
  r.place === 0 ? `${r.maker}'s order of states` : `${r.maker} ${r.place} “${r.says}”`;

/** Lines that show what a preference rests on, for text answers. */
export function groundLines(r: Reason, indent: string): string[] {
  return r.grounds.map((g) => {
    if (g.kind === "assumption") return `${indent}assumed (line ${g.line}): ${g.words || "not yet said why"}`;
    const from = [g.publisher, g.published].filter(Boolean).join(", ");
    const flag = g.state === "stands" || g.state === "not looked up" ? "" : ` [${g.state}]`;
    return `${indent}“${g.words}”${from === "" ? "" : ` ${from}`}${g.statement === null ? "" : ` [${g.statement.slice(0, 8)}]`}${flag}`;
  });
}

/** How many of a model's preferences rest on words, and on what else. */
export function tally({ file }: Loaded, found: Links): string {
  const entries: Parameters<typeof grounds>[0][] = file.lists.flatMap((l) => [
    ...(l.order === null ? l.statements : [l]),
  ]);
  const all = entries.map((e) => grounds(e, found));
  const quoted = all.filter((g) => g.some((x) => x.kind === "quote"));
  const flagged = (g: readonly Ground[]): boolean =>
    g.some((x) => MOVED.has(x.state) || (found?.get(x.line)?.since.length ?? 0) > 0);
  const moved = quoted.filter(flagged).length;
  const checked =
    found === null
      ? " (not looked up: no store or negotiation at hand)"
      : moved === 0
        ? ", none of which moved"
        : `, ${moved} of which moved since (rapporteur model check shows them)`;
  return `This follows from the model's ${all.length} preferences: ${quoted.length} rest${quoted.length === 1 ? "s" : ""} on words of the record${quoted.length > 0 ? checked : ""}; ${all.length - quoted.length} ${all.length - quoted.length === 1 ? "is an assumption of the analyst" : "are the analyst's assumptions"}.`;
}

/** What became of a quote when the evidence under it is no longer what it was. */
export const MOVED: ReadonlySet<Ground["state"]> = new Set(["moved", "withdrawn", "gone"]);
