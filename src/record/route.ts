import type { DocumentVersion, Statement } from "../ledger/index.js";
import { calledBy } from "./called.js";
import { compare, whatOf } from "./entry.js";
import type { Negotiation } from "./negotiation-types.js";
import { corrected, isJudged, type Rulings } from "./rulings.js";
import { asSides, coded, concerns, type Mentions, mentionsOf, selectionOf, sidesOf } from "./select.js";
import { type Sheet, type Sorted, sheetOf } from "./sheet.js";
import { heirOf } from "./succession.js";
import { trackFinder } from "./tracks.js";
import { fold, hasPhrase, ordinalWord, type RecordWords } from "./words.js";

/** Sorts the statements of one document to the negotiations they concern. */
export interface Router {
  /**
   * Entries of one document, whatever else is on record: its statements, what people decided about them, and the negotiations. What
   * an earlier reader found and the present one did not is left out, unless a person decided about it; decisions about it pass
   * to the statement of the same kind at the same words, as do those about earlier versions of the article: `elders` are its
   * statements that people decided about.
   */
  route(
    version: DocumentVersion,
    statements: readonly Statement[],
    rulings: Rulings,
    elders?: readonly Statement[],
  ): Sheet[];
}

export function createRouter(negotiations: readonly Negotiation[], words: RecordWords): Router {
  const prepared = negotiations.map((n) => ({
    negotiation: n,
    trackOf: trackFinder(n, words),
    sides: sidesOf(n, words),
    oneName: nameOf(n),
    called: calledBy(n, words),
  }));
  const byCode = new Map<string, number[]>();
  for (const [i, { sides }] of prepared.entries()) {
    for (const code of sides.parties) byCode.set(code, [...(byCode.get(code) ?? []), i]);
  }
  const byName = prepared.flatMap(({ called }, i) => (called === null ? [] : [{ i, called }]));
  return {
    route(version, statements, rulings, elders = []) {
      const { kept, aliases } = currentOf(version, statements, rulings, elders);
      const all = kept.map((s) => coded(s, words));
      const out: Sheet[] = [];
      const folded = byName.length === 0 ? "" : fold(version.document.text);
      const spoken = new Map(byName.map(({ i, called }) => [i, called.inText(folded)] as const));
      // Nearly always one day: only an undated text read again later becomes known in parts.
      for (const known of [...new Set(kept.map((s) => s.known))].sort()) {
        const mentions = mentionsOf(
          version,
          all.filter((c) => c.statement.known <= known),
          words,
        );
        for (const i of concerned(mentions, spoken)) {
          const { negotiation, sides, trackOf, oneName, called } = prepared[i];
          const own = called === null ? all : kept.map((s) => coded(called.statement(s), words));
          const said =
            called === null
              ? mentions
              : mentionsOf(
                  called.version(version, spoken.get(i) ?? []),
                  own.filter((c) => c.statement.known <= known),
                  words,
                );
          const selection = selectionOf(said, sides, words, version.document.text);
          if (selection === null) continue;
          const fresh = own.filter((c) => c.statement.known === known);
          const sorted = fresh.flatMap((plain): Sorted[] => {
            const c = asSides(plain, said, selection);
            if (!concerns(c, selection)) return [];
            const { statement } = c;
            const own = aliases.get(statement.id) ?? [];
            return [
              {
                statement,
                parties: c.codes.filter((code) => sides.parties.has(code)).sort(),
                words: contentOf(statement.item, oneName(whatOf(statement.item)), words),
                ...trackOf(statement),
                accepted: [statement.id, ...own].some((id) => rulings.accepted.has(id)),
                aliases: own,
              },
            ];
          });
          if (sorted.length > 0) out.push(sheetOf(version, negotiation.id, known, sorted));
        }
      }
      return out;
    },
  };

  /** Negotiations of which two parties occur, found so that work does not grow with their number, but for those with parties of their own naming. */
  function concerned({ codes, homes }: Mentions, spoken: ReadonlyMap<number, readonly string[]>): number[] {
    const hits = new Map<number, number>();
    const all = new Set([...codes, ...homes.values()]);
    for (const code of all) for (const i of byCode.get(code) ?? []) hits.set(i, (hits.get(i) ?? 0) + 1);
    for (const [i, found] of spoken)
      for (const code of found) if (!all.has(code)) hits.set(i, (hits.get(i) ?? 0) + 1);
    return [...hits].flatMap(([i, n]) => (n >= 2 ? [i] : [])).sort((a, b) => a - b);
  }
}

const YEAR = /^[12]\d{3}$/;

/**
 * A year is part of an instrument's name; elsewhere it is time, which is compared as such. Which of a series a measure is says more
 * than most of its words: "the first flight".
 */
function contentOf(item: Statement["item"], text: string, words: RecordWords): ReadonlySet<string> {
  const content = words.content(text);
  if (item.kind === "agreement") return content;
  const ordinal = item.kind === "measure" ? words.ordinal(text) : null;
  if (ordinal === null && ![...content].some((w) => YEAR.test(w))) return content;
  const out = new Set([...content].filter((w) => !YEAR.test(w)));
  if (ordinal !== null) {
    for (const word of words.content(ordinal.word)) out.delete(word);
    out.add(ordinalWord(ordinal.number));
  }
  return out;
}

/** Writes what each party calls a contested thing as its common name, so that two sides' accounts of it meet. Never shown. */
function nameOf(negotiation: Negotiation): (text: string) => string {
  const names = negotiation.names
    .flatMap(({ of, by }) => Object.values(by).flatMap((l) => l.map((n) => [fold(n), fold(of)] as const)))
    .filter(([name, of]) => name !== of && !of.includes(name))
    .sort((a, b) => b[0].length - a[0].length || compare(a[0], b[0]));
  if (names.length === 0) return (text) => text;
  return (text) => {
    let out = fold(text);
    for (const [name, of] of names) if (hasPhrase(out, name)) out = out.replaceAll(name, of);
    return out;
  };
}

function currentOf(
  version: DocumentVersion,
  statements: readonly Statement[],
  rulings: Rulings,
  elders: readonly Statement[],
): { readonly kept: Statement[]; readonly aliases: ReadonlyMap<string, readonly string[]> } {
  const current = version.current === undefined || version.current === null ? null : new Set(version.current);
  const fresh = current === null ? statements : statements.filter((s) => current.has(s.id));
  const aliases = new Map<string, string[]>();
  const kept = [...fresh];
  const handOn = (old: Statement): boolean => {
    const heir = heirOf(old, fresh);
    if (heir !== null) aliases.set(heir.id, [...(aliases.get(heir.id) ?? []), old.id].sort(compare));
    return heir !== null;
  };
  if (current !== null) {
    for (const old of statements)
      if (!current.has(old.id) && isJudged(old.id, rulings) && !handOn(old)) kept.push(old);
  }
  // Onwards only: what is decided about words of tomorrow changes nothing about the record as known today.
  const known = version.document.published ?? version.recorded.slice(0, 10);
  for (const old of elders) if (old.document !== version.document.id && old.known <= known) handOn(old);
  if (rulings.rejected.size === 0 && rulings.corrections.size === 0)
    return { kept: kept.sort((a, b) => compare(a.id, b.id)), aliases };
  const out = kept.flatMap((s) => {
    const ids = [s.id, ...(aliases.get(s.id) ?? [])];
    if (ids.some((id) => rulings.rejected.has(id))) return [];
    const corrections = ids
      .flatMap((id) => rulings.corrections.get(id) ?? [])
      .sort((a, b) => compare(a.when, b.when) || compare(a.id, b.id));
    return [corrected(s, corrections)];
  });
  return { kept: out.sort((a, b) => compare(a.id, b.id)), aliases };
}
