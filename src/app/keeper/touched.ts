import type { Decision, Judgement } from "../../ledger/index.js";
import { byVersion } from "../../record/index.js";
import type { Store } from "../../store/index.js";
import type { Prepared } from "./prepared.js";

/** Documents whose statements judgements are about, and whether what is known earlier may group anew. */
export async function touchedBy(
  store: Store,
  ids: readonly string[],
  judgements: readonly Judgement[],
): Promise<{
  readonly documents: Set<string>;
  readonly regroup: boolean;
  readonly renamed: boolean;
}> {
  const byId = new Map(judgements.map((j) => [j.id, j]));
  const statements = new Set<string>();
  let regroup = false;
  let renamed = false;
  const follow = (d: Decision): void => {
    if (d.type === "accept" || d.type === "reject" || d.type === "correct") statements.add(d.statement);
    else if (d.type === "merge" || d.type === "split") for (const s of d.statements) statements.add(s);
    else if (d.type === "undo") {
      const undone = byId.get(d.judgement);
      if (undone !== undefined) follow(undone.decision);
    }
    if (d.type === "same") renamed = true;
    if (d.type !== "accept" && d.type !== "annotate" && d.type !== "grade" && d.type !== "same")
      regroup = true;
  };
  for (const id of ids) {
    const judgement = byId.get(id);
    if (judgement !== undefined) follow(judgement.decision);
  }
  const documents = new Set<string>();
  for (const s of statements) {
    const statement = await store.statement(s);
    if (statement === null) continue;
    documents.add(statement.document);
    // What is decided about one version holds for the same words in the others.
    for (const v of await store.versionsOf(statement.source)) documents.add(v.document.id);
  }
  return { documents, regroup, renamed };
}

/** Other versions of articles that came in with statements decided about before: an import may bring the decision first. */
export async function lateDecided(store: Store, fresh: readonly Prepared[]): Promise<string[]> {
  const out: string[] = [];
  for (const { version, judged } of fresh) {
    if (!judged) continue;
    const all = await store.versionsOf(version.source);
    if (all.length > 1) out.push(...all.map((v) => v.document.id));
  }
  return out;
}

/**
 * Other versions of articles that came in: whether their words still stand is asked anew, though nothing be read in the new one;
 * and which came in after one that follows them, whose reports were put beside theirs without knowing.
 */
export async function otherVersions(
  store: Store,
  fresh: readonly Prepared[],
): Promise<{ readonly revised: readonly string[]; readonly overtaken: readonly string[] }> {
  const revised = new Set<string>();
  const overtaken = new Set<string>();
  const versioned = await store.versioned(fresh.map((p) => p.version.source));
  for (const { version } of fresh) {
    if (!versioned.has(version.source)) continue;
    for (const other of await store.versionsOf(version.source)) {
      if (other.document.id === version.document.id) continue;
      revised.add(other.document.id);
      if (byVersion(version, other) < 0) overtaken.add(other.document.id);
    }
  }
  return { revised: [...revised], overtaken: [...overtaken] };
}
