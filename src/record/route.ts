import type { DocumentVersion, Statement } from "../ledger/index.js";
import { compare, whatOf } from "./entry.js";
import type { Negotiation } from "./negotiation-types.js";
import { corrected, isJudged, type Rulings } from "./rulings.js";
import { actorCodes, actorsOf, concerns, partyOf, type Selection, selectionOf } from "./select.js";
import { type Sheet, type Sorted, sheetOf } from "./sheet.js";
import { heirOf } from "./succession.js";
import { trackFinder } from "./tracks.js";
import { fold, hasPhrase, type RecordWords } from "./words.js";

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
    trackOf: trackFinder(n),
    parties: new Set(n.parties.filter((p) => p.role !== "third").map((p) => p.code)),
    oneName: nameOf(n),
  }));
  const byCode = new Map<string, number[]>();
  for (const [i, { parties }] of prepared.entries()) {
    for (const code of parties) byCode.set(code, [...(byCode.get(code) ?? []), i]);
  }
  return {
    route(version, statements, rulings, elders = []) {
      const { kept, aliases } = currentOf(version, statements, rulings, elders);
      const out: Sheet[] = [];
      // Nearly always one day: only an undated text read again later becomes known in parts.
      for (const known of [...new Set(kept.map((s) => s.known))].sort()) {
        const soFar = kept.filter((s) => s.known <= known);
        for (const i of concerned(version, soFar)) {
          const { negotiation, trackOf, oneName } = prepared[i];
          const selection = selectionOf(version, soFar, negotiation, words);
          if (selection === null) continue;
          const sorted = soFar.flatMap((s): Sorted[] => {
            if (s.known !== known || !concerns(s, selection)) return [];
            const own = aliases.get(s.id) ?? [];
            return [
              {
                statement: s,
                parties: partiesOf(s, selection),
                words: contentOf(s.item, words.content(oneName(whatOf(s.item)))),
                ...trackOf(s),
                accepted: [s.id, ...own].some((id) => rulings.accepted.has(id)),
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

  /** Negotiations of which two parties occur: a first sieve, so that work does not grow with their number. */
  function concerned(version: DocumentVersion, statements: readonly Statement[]): number[] {
    const codes = new Set(version.codes.map(words.successor));
    for (const s of statements) {
      for (const a of actorsOf(s.item))
        for (const code of [a.code, partyOf(a)]) if (code !== null) codes.add(words.successor(code));
      if (s.voice.party !== null) codes.add(s.voice.party);
    }
    const hits = new Map<number, number>();
    for (const code of codes) for (const i of byCode.get(code) ?? []) hits.set(i, (hits.get(i) ?? 0) + 1);
    return [...hits].flatMap(([i, n]) => (n >= 2 ? [i] : [])).sort((a, b) => a - b);
  }
}

/** A year is part of an instrument's name; elsewhere it is time, which is compared as such. */
function contentOf(item: Statement["item"], words: ReadonlySet<string>): ReadonlySet<string> {
  if (item.kind === "agreement") return words;
  const years = [...words].filter((w) => /^[12]\d{3}$/.test(w));
  return years.length === 0 ? words : new Set([...words].filter((w) => !years.includes(w)));
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

function partiesOf(statement: Statement, selection: Selection): string[] {
  const codes = actorCodes(statement.item)
    .map(selection.successor)
    .filter((c) => selection.parties.has(c));
  return [...new Set(codes)].sort();
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
