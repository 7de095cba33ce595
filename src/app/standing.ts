import type { Decision, Judgement, Statement } from "../ledger/index.js";
import { heirOf } from "../record/index.js";
import type { Store } from "../store/index.js";

/**
 * Where a decision stands after texts were read again: `stands` (on what is read today), `handed-on` (what a newer reading says at the
 * same words), `orphaned` (no reading says it today: an accepted or corrected line is kept as it was read), `missing` (its line is not
 * in the store).
 */
export type Footing = "stands" | "handed-on" | "orphaned" | "missing";

export interface Standing {
  readonly footing: Footing;
  /** Statements that it was handed on to. */
  readonly heirs: readonly string[];
}

/** Statements that a decision is about; none for undoings and for decisions about names and outlets. */
export function statementsIn(d: Decision): readonly string[] {
  switch (d.type) {
    case "accept":
    case "reject":
    case "correct":
      return [d.statement];
    case "merge":
    case "split":
      return d.statements;
    case "annotate":
    case "grade":
      return d.target.includes("/") ? [] : [d.target];
    default:
      return [];
  }
}

/** Looks up where decisions stand; texts and statements are read once each. */
export function standings(store: Store): (judgement: Judgement) => Promise<Standing> {
  const known = new Map<string, Standing>();
  const readings = new Map<
    string,
    { current: ReadonlySet<string> | null; statements: readonly Statement[] }
  >();

  async function one(id: string): Promise<Standing> {
    const found = known.get(id);
    if (found !== undefined) return found;
    const made = await look(id);
    known.set(id, made);
    return made;
  }

  async function look(id: string): Promise<Standing> {
    const statement = await store.statement(id);
    if (statement === null) return { footing: "missing", heirs: [] };
    const { document } = statement;
    let reading = readings.get(document);
    if (reading === undefined) {
      const version = await store.document(document);
      const current = version?.current == null ? null : new Set(version.current);
      reading = { current, statements: current === null ? [] : await store.statements({ document }) };
      readings.set(document, reading);
    }
    const { current, statements } = reading;
    if (current === null || current.has(id)) return { footing: "stands", heirs: [] };
    const heir = heirOf(
      statement,
      statements.filter((s) => current.has(s.id)),
    );
    return heir === null ? { footing: "orphaned", heirs: [] } : { footing: "handed-on", heirs: [heir.id] };
  }

  const worst: readonly Footing[] = ["missing", "orphaned", "handed-on", "stands"];
  return async ({ decision }) => {
    const parts: Standing[] = [];
    for (const id of statementsIn(decision)) parts.push(await one(id));
    return {
      footing: worst.find((f) => parts.some((p) => p.footing === f)) ?? "stands",
      heirs: [...new Set(parts.flatMap((p) => p.heirs))].sort(),
    };
  };
}
