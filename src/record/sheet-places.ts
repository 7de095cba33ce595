import type { Match } from "./cluster.js";
import { compare } from "./entry.js";
import type { Place } from "./placed.js";

/** Places of a sheet's entries in flat lists, by statement. */
interface Packed {
  /** Statements with a space between; their clusters likewise, nothing for one that founded its own. */
  readonly s: string;
  readonly c: string;
  /** Score, then place of the reason in `v`, for each. */
  readonly m: readonly number[];
  readonly v: readonly string[];
}

type Home = Pick<Place, "cluster" | "score" | "reason">;

/** Places as a store keeps them beside a sheet. */
export function packPlaces(old: string | null, changes: readonly Place[]): string {
  const all: (Home & { readonly statement: string })[] = [...changes];
  if (old !== null) {
    const changed = new Set(changes.map((p) => p.statement));
    for (const [statement, home] of placesIn(old))
      if (!changed.has(statement)) all.push({ statement, ...home });
  }
  all.sort((a, b) => compare(a.statement, b.statement));
  const reasons: string[] = [];
  const matches: number[] = [];
  let [statements, clusters] = ["", ""];
  for (const [i, { statement, cluster, score, reason }] of all.entries()) {
    let at = reasons.indexOf(reason);
    if (at < 0) at = reasons.push(reason) - 1;
    matches.push(score, at);
    statements += i === 0 ? statement : ` ${statement}`;
    clusters += `${i === 0 ? "" : " "}${cluster === statement ? "" : cluster}`;
  }
  return JSON.stringify({ s: statements, c: clusters, m: matches, v: reasons } satisfies Packed);
}

/** What `packPlaces` packed, by statement. */
export function placesIn(packed: string | null): Map<string, Home> {
  const out = new Map<string, Home>();
  const places = new Places(packed);
  for (const statement of places.statements) {
    places.next(statement);
    const { score, reason } = places.match;
    out.set(statement, { cluster: places.cluster, score, reason });
  }
  return out;
}

const NONE: Packed = { s: "", c: "", m: [], v: [] };
const unpacked = (packed: string | null): Packed => (packed === null ? NONE : (JSON.parse(packed) as Packed));
const statementsIn = ({ s }: Packed): string[] => (s === "" ? [] : s.split(" "));

/** Walks through packed places by statement; nothing is made for one. Matches that are alike are one object: few differ. */
export class Places {
  readonly #packed: Packed;
  readonly statements: readonly string[];
  readonly #clusters: readonly string[];
  #at = 0;
  #statement = "";

  constructor(packed: string | null) {
    this.#packed = unpacked(packed);
    this.statements = statementsIn(this.#packed);
    this.#clusters = this.#packed.c.split(" ");
  }
  /** Goes on to a statement, which does not come before the last one; false where it has no place. */
  next(statement: string): boolean {
    while (this.#at < this.statements.length && this.statements[this.#at] < statement) this.#at++;
    this.#statement = statement;
    return this.statements[this.#at] === statement;
  }
  /** The statement that founded the cluster. */
  get cluster(): string {
    const own = this.#clusters[this.#at];
    return own === "" ? this.#statement : own;
  }
  get match(): Match {
    const { m, v } = this.#packed;
    return matchOf(m[2 * this.#at], v[m[2 * this.#at + 1]]);
  }
}

const MOST = 50_000;
const matches = new Map<string, Map<number, Match>>();
let kept = 0;
function matchOf(score: number, reason: string): Match {
  if (kept > MOST) {
    matches.clear();
    kept = 0;
  }
  let own = matches.get(reason);
  if (own === undefined) {
    own = new Map();
    matches.set(reason, own);
  }
  let match = own.get(score);
  if (match === undefined) {
    match = { score, reason };
    own.set(score, match);
    kept++;
  }
  return match;
}
