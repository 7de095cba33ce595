import type { Decision, DocumentVersion, Judgement, Statement } from "../ledger/index.js";
import { type PlacedSheet, placedOf } from "../record/index.js";
import type { Added, Change, Store, StoreCounts } from "../store/index.js";
import type { Anchor } from "../text/index.js";
import { blackedOut, type Hidden, hiddenFrom } from "./handling.js";
import { keeperOf, keepPart } from "./keeper/index.js";
import { type View, viewKey } from "./view.js";

/** Views kept of one store: each has a record of its own in memory. */
const MOST = 8;
interface Kept {
  readonly stamp: string;
  readonly store: Store;
}
const views = new WeakMap<Store, Map<string, Kept>>();

/**
 * The store as somebody may see it: what is hidden is not there, in lists, records, counts and the log. The store itself where
 * nothing is hidden. Made anew when something came in; what is added goes into the whole store.
 */
export async function clearedStore(store: Store, view: View): Promise<Store> {
  if (view.clearance === "restricted" && view.negotiations === null) return store;
  await (await keeperOf(store)).settle();
  const { sequence, by } = await store.shelf.mark();
  const stamp = `${by} ${sequence}`;
  const own = views.get(store) ?? new Map<string, Kept>();
  views.set(store, own);
  const key = viewKey(view);
  const kept = own.get(key);
  own.delete(key);
  if (kept?.stamp === stamp) {
    own.set(key, kept);
    return kept.store;
  }
  const hidden = await hiddenFrom(store, view.clearance);
  const open = hidden.sources.size + hidden.statements.size === 0 && view.negotiations === null;
  const made = { stamp, store: open ? store : await cleared(store, hidden, view.negotiations) };
  own.set(key, made);
  for (const oldest of own.keys()) {
    if (own.size <= MOST) break;
    own.delete(oldest);
  }
  return made.store;
}

async function cleared(base: Store, hidden: Hidden, scope: readonly string[] | null): Promise<Store> {
  const within = scope === null ? null : new Set(scope);
  const documents = within === null ? null : new Set<string>();
  for (const id of within ?? [])
    for (const sheet of await base.shelf.sheets(id)) documents?.add(sheet.document);
  const seesDocument = (v: DocumentVersion): boolean =>
    !hidden.sources.has(v.source) && (documents === null || documents.has(v.document.id));
  const sees = (s: Statement): boolean =>
    !hidden.sources.has(s.source) &&
    !hidden.statements.has(s.id) &&
    (documents === null || documents.has(s.document));
  const names = (id: string): boolean => within === null || within.has(id);
  const shown = (v: DocumentVersion): DocumentVersion => {
    const places = hidden.places.get(v.document.id);
    const current = v.current?.filter((id) => !hidden.statements.has(id)) ?? v.current;
    if (places === undefined) return { ...v, current };
    return { ...v, current, document: { ...v.document, text: blackedOut(v.document.text, places) } };
  };
  // Words around a quote come from the text as it is shown.
  const said = async (list: readonly Statement[]): Promise<Statement[]> => {
    const texts = new Map<string, string>();
    const out: Statement[] = [];
    for (const s of list) {
      if (!sees(s)) continue;
      const places = hidden.places.get(s.document);
      if (places === undefined) {
        out.push(s);
        continue;
      }
      const text =
        texts.get(s.document) ?? blackedOut((await base.document(s.document))?.document.text ?? "", places);
      texts.set(s.document, text);
      out.push({ ...s, evidence: s.evidence.map((a) => around(a, text)) as [Anchor, ...Anchor[]] });
    }
    return out;
  };
  // No spread, here and for the shelf: what a store learns to give must be decided here before it compiles.
  const store: Store = {
    kind: base.kind,
    // What is added goes into the whole store, which alone can tell whether it has it.
    addDocument: (version, statements) => base.addDocument(version, statements),
    addDocuments: (list) => base.addDocuments(list),
    ready: (list) => base.ready(list),
    addReady: (list) => base.addReady(list),
    hasDocument: (id) => base.hasDocument(id),
    addJudgement: (judgement) => base.addJudgement(judgement),
    putNegotiation: (negotiation, recorded) => base.putNegotiation(negotiation, recorded),
    check: () => base.check(),
    async document(id) {
      const found = await base.document(id);
      return found === null || !seesDocument(found) ? null : shown(found);
    },
    async *documents() {
      for await (const v of base.documents()) if (seesDocument(v)) yield shown(v);
    },
    versionsOf: async (source) => (await base.versionsOf(source)).filter(seesDocument).map(shown),
    // Says only that there is another version, which is asked for below and may be hidden.
    versioned: (among) => base.versioned(among),
    statements: async (filter) => said(await base.statements(filter)),
    async statement(id) {
      const found = await base.statement(id);
      return found === null ? null : ((await said([found]))[0] ?? null);
    },
    async statementIds(prefix, limit) {
      const out: string[] = [];
      for (const id of await base.statementIds(prefix, limit + 200)) {
        const found = await base.statement(id);
        if (found !== null && sees(found)) out.push(id);
      }
      return out.slice(0, limit);
    },
    judgements: () => judgementsFor(base, store, sees, hidden, within !== null),
    negotiation: async (id) => (names(id) ? base.negotiation(id) : null),
    negotiations: async () => (await base.negotiations()).filter((n) => names(n.id)),
    described: async () => (await base.described()).filter((d) => names(d.negotiation.id)),
    changes: async (after, limit) => (await log()).slice(after, after + limit),
    async added(ids) {
      const out: Added[] = [];
      for (const a of await base.added(ids))
        if (seesDocument(a.version))
          out.push({ version: shown(a.version), statements: await said(a.statements) });
      return out;
    },
    counts: () => (counted ??= countsOf(store)),
    // Words that are blacked out must not be found either: a text with such is left out.
    shown: () => (found ??= idsOf(store, hidden)),
    shelf: {
      mark: () => base.shelf.mark(),
      revision: (id) => base.shelf.revision(id),
      sheets: async (id) => (names(id) ? shownSheets(await base.shelf.sheets(id), hidden) : []),
      heads: async (id) => (names(id) ? shownSheets(await base.shelf.heads(id), hidden) : []),
      write: async () => false,
      place: async () => true,
      unplaced: async () => [],
      near: async () => [],
      copiesOf: async () => [],
      clear: async () => undefined,
    },
    close: async () => undefined,
  };
  let counted: Promise<StoreCounts> | null = null;
  let found: Promise<string[]> | null = null;
  // Numbered by what is shown: a gap would tell that something is hidden.
  let logged: Promise<Change[]> | null = null;
  const log = (): Promise<Change[]> => (logged ??= logOf(base, store));
  await keepPart(store, base, (id) => !hidden.statements.has(id));
  return store;
}

/** Without the sheets of hidden sources, and without the names of outlets that only those bear; to be grouped from the beginning. */
function shownSheets(sheets: readonly PlacedSheet[], hidden: Hidden): PlacedSheet[] {
  const outlets = new Set<string>();
  const out: PlacedSheet[] = [];
  for (const sheet of sheets) {
    const [first] = placedOf([{ ...sheet, places: null }]);
    if (first === undefined) continue;
    const { source, publisher } = first.entry.statement;
    if (hidden.sources.has(source)) continue;
    outlets.add(publisher ?? source);
    out.push({ ...sheet, places: null });
  }
  return out.map((s) => (s.origin === null || outlets.has(s.origin) ? s : { ...s, origin: null }));
}

async function logOf(base: Store, store: Store): Promise<Change[]> {
  const out: Change[] = [];
  const decided = new Set((await store.judgements()).map((j) => j.id));
  for (let at = 0; ; ) {
    const changes = await base.changes(at, 1000);
    if (changes.length === 0) return out;
    for (const c of changes) {
      const there =
        c.kind === "document"
          ? (await store.document(c.id)) !== null
          : c.kind === "judgement"
            ? decided.has(c.id)
            : (await store.negotiation(c.id)) !== null;
      if (there) out.push({ ...c, sequence: out.length + 1 });
    }
    at = changes[changes.length - 1].sequence;
  }
}

async function idsOf(store: Store, { places }: Hidden): Promise<string[]> {
  const out: string[] = [];
  for await (const { document } of store.documents()) if (!places.has(document.id)) out.push(document.id);
  return out;
}

async function countsOf(store: Store): Promise<StoreCounts> {
  const sources = new Set<string>();
  let documents = 0;
  let statements = 0;
  for await (const v of store.documents()) {
    documents++;
    sources.add(v.source);
    statements += (await store.statements({ document: v.document.id })).length;
  }
  const judgements = (await store.judgements()).length;
  const negotiations = (await store.negotiations()).length;
  return { documents, sources: sources.size, statements, judgements, negotiations };
}

/** Decisions that name nothing hidden, and marks of nothing hidden. */
async function judgementsFor(
  base: Store,
  store: Store,
  sees: (s: Statement) => boolean,
  hidden: Hidden,
  scoped: boolean,
): Promise<readonly Judgement[]> {
  const seen = new Map<string, boolean>();
  const all = await base.judgements();
  const kept = new Set<string>();
  const statement = async (id: string): Promise<boolean> => {
    const known = seen.get(id);
    if (known !== undefined) return known;
    const found = await base.statement(id);
    // What is no statement's id (an outlet's grade) is hidden from nobody who may see the whole.
    const there = found === null ? !scoped : sees(found);
    seen.set(id, there);
    return there;
  };
  // A grade tells that there is an outlet.
  let outlets: Set<string> | null = null;
  const outlet = async (name: string): Promise<boolean> => {
    if (outlets === null) {
      outlets = new Set();
      for await (const { document } of store.documents())
        if (document.publisher !== null) outlets.add(document.publisher.toLowerCase());
    }
    return outlets.has(name.toLowerCase());
  };
  const visible = async (d: Decision): Promise<boolean> => {
    switch (d.type) {
      case "merge":
      case "split":
        for (const s of d.statements) if (!(await statement(s))) return false;
        return true;
      case "undo":
        return kept.has(d.judgement);
      case "annotate": {
        const source = /^handling\/source\/(.+)$/.exec(d.target)?.[1];
        if (source !== undefined) return !scoped && !hidden.sources.has(source);
        const name = /^outlet\/(.+)$/.exec(d.target)?.[1];
        return name === undefined ? statement(d.target.replace(/^handling\/statement\//, "")) : outlet(name);
      }
      case "grade": {
        const name = /^outlet\/(.+)$/.exec(d.target)?.[1];
        return name === undefined ? statement(d.target) : outlet(name);
      }
      case "same":
        return true;
      default:
        return statement(d.statement);
    }
  };
  for (const j of all) if (await visible(j.decision)) kept.add(j.id);
  // Names are not sorted to negotiations or marks: why two of them are one may tell what is hidden.
  return all.filter((j) => kept.has(j.id)).map((j) => (j.decision.type === "same" ? { ...j, why: "" } : j));
}

function around(anchor: Anchor, text: string): Anchor {
  const { start, end } = anchor.span;
  return {
    ...anchor,
    prefix: text.slice(Math.max(0, start - anchor.prefix.length), start),
    suffix: text.slice(end, end + anchor.suffix.length),
  };
}
