import type { DocumentVersion, Statement } from "../ledger/index.js";
import type { Described, Item } from "../reading/index.js";
import type { Negotiation } from "./negotiation-types.js";
import { actorsOf } from "./select.js";
import { fold, hasPhrase, type RecordWords } from "./words.js";

/**
 * Parties that the desk set up under a code that no table knows ("BRN=Barisan Revolusi Nasional", "CRED=bondholders"): whoever the text calls
 * by one of their names is that party. Only the negotiation's own copy of what was read says so, never the ledger.
 */
export interface Called {
  /** Codes of the parties whose names stand in a folded text. */
  inText(folded: string): readonly string[];
  statement(statement: Statement): Statement;
  /** With the codes of its parties, and of those that `inText` found. */
  version(version: DocumentVersion, found: readonly string[]): DocumentVersion;
}

/** Null where every party goes by its code or by the name of the state whose code it is: the reader knows them all. */
export function calledBy({ parties }: Negotiation, words: RecordWords): Called | null {
  const names = new Map<string, string>();
  for (const { code, name, names: others = [] } of parties) {
    for (const n of [name, ...others])
      if (n !== code && !words.isStateName(code, n)) names.set(fold(n), code);
  }
  if (names.size === 0) return null;
  const ends = [...names].map(([name, code]) => [` ${name}`, code] as const);
  const codeOf = (called: string): string | undefined => {
    const folded = fold(called);
    return names.get(folded) ?? ends.find(([end]) => folded.endsWith(end))?.[1];
  };
  const own = new Set(names.values());
  const actor = <A extends Described>(a: A): A => {
    if (a.party !== null && own.has(a.party)) return a;
    const code =
      (a.party === null || a.party === a.code ? undefined : names.get(fold(a.party))) ?? codeOf(a.name);
    return code === undefined ? a : { ...a, party: code };
  };
  return {
    inText: (folded) => [
      ...new Set([...names].flatMap(([name, code]) => (hasPhrase(folded, name) ? [code] : []))),
    ],
    statement(s) {
      const item = withActors(s.item, actor);
      const { speaker, party } = s.voice;
      const voice =
        (party === null ? undefined : names.get(fold(party))) ??
        (speaker === null ? undefined : codeOf(speaker));
      if (item === s.item && voice === undefined) return s;
      return { ...s, item, voice: voice === undefined ? s.voice : { ...s.voice, party: voice } };
    },
    version(v, found) {
      const codes = v.codes.map((c) => names.get(fold(c)) ?? c);
      return { ...v, codes: [...new Set([...codes, ...found])] };
    },
  };
}

/** The item with each of its actors as `change` gives them; the same item where none changes. */
function withActors(item: Item, change: <A extends Described>(a: A) => A): Item {
  const known = new Set<unknown>(actorsOf(item));
  let touched = false;
  const write = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      const out = value.map((v) => (known.has(v) ? write(v) : v));
      return out.some((v, i) => v !== value[i]) ? out : value;
    }
    if (!known.has(value)) return value;
    const out = change(value as Described);
    if (out !== value) touched = true;
    return out;
  };
  const fields = Object.entries(item).map(([k, v]) => [k, write(v)] as const);
  return touched ? (Object.fromEntries(fields) as unknown as Item) : item;
}
