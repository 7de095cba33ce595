import { clears, type Handling, handlings } from "../access/index.js";
import { activeJudgements, type Judgement, type Statement } from "../ledger/index.js";
import type { Store } from "../store/index.js";

/** A mark is an annotation of this target: it is a person's decision like others, kept in the store and its exports, with a history. */
const TARGET = /^handling\/(source|statement)\/(.+)$/;
export const handlingTarget = (kind: "source" | "statement", id: string): string => `handling/${kind}/${id}`;
export const isHandling = (target: string): boolean => TARGET.test(target);

export interface Marks {
  readonly sources: ReadonlyMap<string, Handling>;
  readonly statements: ReadonlyMap<string, Handling>;
}

/** Marks in force; the last decision about a source or a statement counts. */
export function marksOf(judgements: readonly Judgement[]): Marks {
  const sources = new Map<string, Handling>();
  const statements = new Map<string, Handling>();
  for (const { decision } of activeJudgements(judgements)) {
    if (decision.type !== "annotate") continue;
    const [, kind, id] = TARGET.exec(decision.target) ?? [];
    const mark = handlings.find((h) => h === decision.note);
    if (mark !== undefined && kind !== undefined) (kind === "source" ? sources : statements).set(id, mark);
  }
  return { sources, statements };
}

/** What somebody is not to see. */
export interface Hidden {
  readonly sources: ReadonlySet<string>;
  /** Statements that are marked, and those which rest on some of the same words. */
  readonly statements: ReadonlySet<string>;
  /** Places to black out in texts that are shown, by document, half open, in UTF-16 code units. */
  readonly places: ReadonlyMap<string, readonly (readonly [number, number])[]>;
}

const overlap = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  a[0] < b[1] && b[0] < a[1];
export const placesOf = (s: Statement): [number, number][] =>
  s.evidence.map((a) => [a.span.start, a.span.end]);

/** What is above a clearance. The same article in another version is the same source; the same words in it are marked with it. */
export async function hiddenFrom(store: Store, clearance: Handling): Promise<Hidden> {
  const marks = marksOf(await store.judgements());
  const above = (m: ReadonlyMap<string, Handling>): string[] =>
    [...m].flatMap(([id, mark]) => (clears(clearance, mark) ? [] : [id]));
  const sources = new Set(above(marks.sources));
  const statements = new Set<string>();
  const places = new Map<string, [number, number][]>();
  for (const id of above(marks.statements)) {
    const marked = await store.statement(id);
    if (marked === null) continue;
    statements.add(id);
    const quotes = new Set(marked.evidence.map((a) => a.quote));
    for (const { document } of await store.versionsOf(marked.source)) {
      const own: [number, number][] = document.id === marked.document ? placesOf(marked) : [];
      for (const quote of quotes)
        for (let at = document.text.indexOf(quote); at >= 0; at = document.text.indexOf(quote, at + 1))
          own.push([at, at + quote.length]);
      places.set(document.id, [...(places.get(document.id) ?? []), ...own]);
    }
  }
  for (const [document, black] of places)
    for (const s of await store.statements({ document }))
      if (placesOf(s).some((p) => black.some((b) => overlap(p, b)))) statements.add(s.id);
  return { sources, statements, places };
}

/** A text with places blacked out, as long as it was: spans outside stay where they are. */
export function blackedOut(text: string, places: readonly (readonly [number, number])[]): string {
  let out = text;
  for (const [start, end] of places)
    out = out.slice(0, start) + text.slice(start, end).replace(/\S/g, "█") + out.slice(end);
  return out;
}
