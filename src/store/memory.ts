import type { DocumentVersion, Judgement, Statement } from "../ledger/index.js";
import type { Negotiation } from "../record/index.js";
import { checkStatement } from "./check.js";
import { StoreError } from "./errors.js";
import type { Store, StoreProblem } from "./types.js";

/** A store that lives as long as the process. */
export function memoryStore(): Store {
  const documents = new Map<string, DocumentVersion>();
  const statements = new Map<string, Statement>();
  const judgements = new Map<string, Judgement>();
  const negotiations = new Map<string, Negotiation[]>();
  let open = true;
  const must = (): void => {
    if (!open) throw new StoreError("STORE_CLOSED", "The store was closed.");
  };
  const ordered = (): DocumentVersion[] =>
    [...documents.values()].sort(
      (a, b) => compare(a.recorded, b.recorded) || compare(a.document.id, b.document.id),
    );
  const counts = () => ({
    documents: documents.size,
    sources: new Set([...documents.values()].map((d) => d.source)).size,
    statements: statements.size,
    judgements: judgements.size,
    negotiations: negotiations.size,
  });

  return {
    kind: "memory",
    async addDocument(version, list) {
      must();
      const { id } = version.document;
      const other = list.find((s) => s.document !== id);
      if (other !== undefined)
        throw new StoreError("DOCUMENT_UNKNOWN", "A statement belongs to another document.", {
          document: other.document,
        });
      const old = documents.get(id);
      if (old === undefined) documents.set(id, version);
      else if (version.reader !== null && version.reader !== old.reader)
        documents.set(id, { ...old, reader: version.reader, codes: version.codes, notices: version.notices });
      let added = 0;
      for (const s of list) {
        if (statements.has(s.id)) continue;
        statements.set(s.id, s);
        added++;
      }
      return { added: old === undefined, statements: added };
    },
    async hasDocument(id) {
      must();
      return documents.has(id);
    },
    async document(id) {
      must();
      return documents.get(id) ?? null;
    },
    async *documents() {
      must();
      yield* ordered();
    },
    async versionsOf(source) {
      must();
      return ordered().filter((d) => d.source === source);
    },
    async statements(filter = {}) {
      must();
      const { document, knownBy, kinds } = filter;
      return [...statements.values()]
        .filter(
          (s) =>
            (document === undefined || s.document === document) &&
            (knownBy === undefined || s.known <= knownBy),
        )
        .filter((s) => kinds === undefined || kinds.includes(s.item.kind))
        .sort((a, b) => compare(a.known, b.known) || compare(a.id, b.id));
    },
    async statement(id) {
      must();
      return statements.get(id) ?? null;
    },
    async statementIds(prefix, limit) {
      must();
      return [...statements.keys()]
        .filter((id) => id.startsWith(prefix))
        .sort()
        .slice(0, limit);
    },
    async addJudgement(judgement) {
      must();
      const added = !judgements.has(judgement.id);
      if (added) judgements.set(judgement.id, judgement);
      return { added };
    },
    async judgements() {
      must();
      return [...judgements.values()].sort((a, b) => compare(a.when, b.when) || compare(a.id, b.id));
    },
    async putNegotiation(negotiation) {
      must();
      negotiations.set(negotiation.id, [...(negotiations.get(negotiation.id) ?? []), negotiation]);
    },
    async negotiation(id) {
      must();
      return negotiations.get(id)?.at(-1) ?? null;
    },
    async negotiations() {
      must();
      return [...negotiations.keys()].sort(compare).map((id) => negotiations.get(id)?.at(-1) as Negotiation);
    },
    async counts() {
      must();
      return counts();
    },
    async check() {
      must();
      const problems: StoreProblem[] = [];
      let anchors = 0;
      for (const s of statements.values())
        anchors += checkStatement(documents.get(s.document)?.document ?? null, s, problems);
      return { ok: problems.length === 0, counts: counts(), anchors, problems };
    },
    async close() {
      open = false;
    },
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
