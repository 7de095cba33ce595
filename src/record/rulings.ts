import { activeJudgements, type Judgement, type Statement } from "../ledger/index.js";
import type { Item } from "../reading/index.js";
import { canonicalJson, type IsoDate } from "../text/index.js";
import { decisionsOf, type Held } from "./same-names.js";

/** What people decided, by statement. */
export interface Rulings {
  readonly rejected: ReadonlySet<string>;
  readonly accepted: ReadonlySet<string>;
  readonly corrections: ReadonlyMap<string, readonly Judgement[]>;
  /** Statement to the representative of the statements it was merged with. */
  readonly merged: ReadonlyMap<string, string>;
  /** Statement to the statements it must not be joined with. */
  readonly split: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names that people decided mean one thing, to the one that is shown. */
  readonly names: ReadonlyMap<string, string>;
  /** Posts that mean one person for some days. */
  readonly held: readonly Held[];
}

/** Judgements in force, folded by time: a later one overrides an earlier one on the same statements. */
export function rulingsOf(judgements: readonly Judgement[]): Rulings {
  const rejected = new Set<string>();
  const accepted = new Set<string>();
  const corrections = new Map<string, Judgement[]>();
  const merged = new Map<string, string>();
  const split = new Map<string, Set<string>>();
  for (const j of activeJudgements(judgements)) {
    const d = j.decision;
    if (d.type === "accept") {
      accepted.add(d.statement);
      rejected.delete(d.statement);
    } else if (d.type === "reject") {
      rejected.add(d.statement);
      accepted.delete(d.statement);
    } else if (d.type === "correct") {
      accepted.add(d.statement);
      corrections.set(d.statement, [...(corrections.get(d.statement) ?? []), j]);
    } else if (d.type === "merge") {
      const old = new Set(d.statements.map((s) => merged.get(s) ?? s));
      const root = [...old].sort()[0];
      for (const [s, r] of merged) if (old.has(r)) merged.set(s, root);
      for (const s of d.statements) {
        merged.set(s, root);
        for (const t of d.statements) split.get(s)?.delete(t);
      }
    } else if (d.type === "split") {
      for (const s of d.statements) {
        merged.delete(s);
        const apart = split.get(s) ?? new Set<string>();
        for (const t of d.statements) if (t !== s) apart.add(t);
        split.set(s, apart);
      }
    }
  }
  const decided = decisionsOf(judgements);
  const names = new Map(
    decided
      .identities()
      .flatMap(({ name, names, from }) => (from === null ? names.map((n) => [n, name] as const) : [])),
  );
  return { rejected, accepted, corrections, merged, split, names, held: decided.held() };
}

/** Whether people decided about a statement. */
export const isJudged = (id: string, r: Rulings): boolean =>
  r.accepted.has(id) || r.rejected.has(id) || r.corrections.has(id) || r.merged.has(id) || r.split.has(id);

/** All statements that people decided about. */
export const judgedIds = (r: Rulings): Set<string> =>
  new Set([...r.accepted, ...r.rejected, ...r.corrections.keys(), ...r.merged.keys(), ...r.split.keys()]);

export const noRulings: Rulings = rulingsOf([]);

/** The statement with the fields that people corrected; what was read stays in the ledger. */
export function corrected(statement: Statement, corrections: readonly Judgement[] | undefined): Statement {
  if (corrections === undefined || corrections.length === 0) return statement;
  const item = JSON.parse(canonicalJson(statement.item)) as Record<string, unknown>;
  for (const { decision } of corrections) {
    if (decision.type !== "correct") continue;
    const path = decision.field.split(".");
    let at = item;
    for (const key of path.slice(0, -1)) {
      if (at[key] === null || typeof at[key] !== "object") at[key] = {};
      at = at[key] as Record<string, unknown>;
    }
    at[path[path.length - 1]] = decision.value;
  }
  const fixed = item as unknown as Item;
  return { ...statement, item: fixed, time: fixed.time, factuality: fixed.factuality };
}

/** Names that mean another on a day: those that always do, and posts that their holder of the day is meant by. */
export function namesOn({ names, held }: Rulings, day: IsoDate): ReadonlyMap<string, string> {
  const own = held.filter((h) => h.from <= day && day <= h.to);
  return own.length === 0 ? names : new Map([...names, ...own.map((h) => [h.post, h.name] as const)]);
}
