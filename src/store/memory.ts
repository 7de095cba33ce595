import type { DocumentVersion, Judgement, Statement } from "../ledger/index.js";
import { type Negotiation, versionedSources } from "../record/index.js";
import { checkStatement } from "./check.js";
import { StoreError } from "./errors.js";
import { memoryShelf } from "./memory-shelf.js";
import { asWas, readyAsIs } from "./ready.js";
import type { Added, Change, Described, Store, StoreProblem } from "./types.js";

/** A store that lives as long as the process. */
export function memoryStore(): Store {
  const documents = new Map<string, DocumentVersion>();
  const statements = new Map<string, Statement>();
  const byDocument = new Map<string, Statement[]>();
  const judgements = new Map<string, Judgement>();
  const negotiations = new Map<string, Negotiation[]>();
  const described: Described[] = [];
  const changes: Change[] = [];
  const log = (kind: Change["kind"], id: string): void => {
    changes.push({ sequence: changes.length + 1, kind, id });
  };
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

  const addAll = (all: readonly Added[]) => {
    for (const { version, statements: list } of all) {
      const other = list.find((s) => s.document !== version.document.id);
      if (other !== undefined)
        throw new StoreError("DOCUMENT_UNKNOWN", "A statement belongs to another document.", {
          document: other.document,
        });
    }
    return all.map(({ version, statements: list }) => {
      const { id } = version.document;
      const old = documents.get(id);
      let news = old === undefined;
      if (old === undefined) documents.set(id, version);
      else if (version.reader !== null && version.reader !== old.reader) {
        // A second reading names what it found, so that what only the first one found is told apart.
        const current = version.current ?? (old.reader === null ? null : list.map((s) => s.id));
        const { reader, codes, notices } = version;
        documents.set(id, { ...old, reader, codes, notices, ...(current === null ? {} : { current }) });
        news = true;
      }
      let added = 0;
      for (const s of list) {
        if (statements.has(s.id)) continue;
        statements.set(s.id, s);
        byDocument.set(id, [...(byDocument.get(id) ?? []), s]);
        added++;
      }
      if (news || added > 0) log("document", id);
      return { added: old === undefined, statements: added };
    });
  };

  return {
    kind: "memory",
    async addDocument(version, list) {
      must();
      return addAll([{ version, statements: list }])[0];
    },
    async addDocuments(list) {
      must();
      return addAll(list);
    },
    ready: readyAsIs,
    async addReady(list) {
      must();
      return addAll(list.flatMap(asWas));
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
    async versioned() {
      must();
      return versionedSources(documents.values());
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
      if (added) {
        judgements.set(judgement.id, judgement);
        log("judgement", judgement.id);
      }
      return { added };
    },
    async judgements() {
      must();
      return [...judgements.values()].sort((a, b) => compare(a.when, b.when) || compare(a.id, b.id));
    },
    async putNegotiation(negotiation, recorded) {
      must();
      described.push({ negotiation, recorded });
      log("negotiation", negotiation.id);
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
    async described() {
      must();
      return [...described];
    },
    async changes(after, limit) {
      must();
      return changes.slice(after, after + limit);
    },
    async added(ids) {
      must();
      return ids.flatMap((id): Added[] => {
        const version = documents.get(id);
        const list = [...(byDocument.get(id) ?? [])].sort((a, b) => compare(a.id, b.id));
        return version === undefined ? [] : [{ version, statements: list }];
      });
    },
    shelf: memoryShelf((id) => documents.get(id) ?? null),
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
