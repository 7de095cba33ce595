import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAnalyst } from "../../src/analysis/index.js";
import { Keeper } from "../../src/app/keeper/index.js";
import { exportLines, importLines } from "../../src/app/use-cases/transfer.js";
import { type Decision, makeJudgement } from "../../src/ledger/index.js";
import { createRecorder, type Negotiation, parseNegotiation, rowsOf } from "../../src/record/index.js";
import { loadLexicon } from "../../src/resources/index.js";
import {
  connectPostgres,
  memoryStore,
  openPostgresStore,
  openSqliteStore,
  type Store,
} from "../../src/store/index.js";
import { migrations } from "../../src/store/migrations.js";
import { statementBody } from "../../src/store/rows.js";
import { type Article, makeWorlds } from "../../tools/worlds/index.js";
import { Random } from "../../tools/worlds/random.js";
import { actor, dispatch, time } from "../samples/dispatch.js";
import { postgres } from "../support/postgres.js";

const lexicon = loadLexicon();
const recorder = createRecorder(lexicon);
const keeper = (store: Store): Keeper => new Keeper(store, recorder, createAnalyst(lexicon));
const server = postgres();
beforeAll(() => server.start(), 120_000);
afterAll(() => server.stop());

const fresh = (): string => join(mkdtempSync(join(tmpdir(), "rapporteur-")), "store.db");
const kinds: readonly [string, () => Promise<Store>][] = [
  ["memory", async () => memoryStore()],
  ["sqlite", () => openSqliteStore({ path: fresh(), create: true })],
  ["postgres", async () => openPostgresStore({ url: server.url(), schema: server.schema(), create: true })],
];

const worlds = makeWorlds(160, 3, 6);
const articles = [...worlds.articles()];
const [first] = worlds.negotiations;

/** Everything derived, in a fixed order. */
async function derived(store: Store): Promise<string> {
  const rows = [];
  for (const n of worlds.negotiations) rows.push(...rowsOf(await store.shelf.sheets(n.id)));
  return JSON.stringify(
    rows.map(({ place, ...row }) => [Object.entries(row).sort(), Object.entries(place ?? {}).sort()]),
  );
}

const add = (store: Store, list: readonly Article[]) =>
  store.addDocuments(list.map(({ version, statements }) => ({ version, statements })));

async function describeAll(store: Store, negotiations: readonly Negotiation[]): Promise<void> {
  for (const n of negotiations) await store.putNegotiation(n, "2031-01-01T00:00:00Z");
}

/** Statements of one line with several reports, and of another line of its kind. */
async function twoLines(store: Store): Promise<{ a: string[]; b: string[] }> {
  const clusters = new Map<string, string[]>();
  for (const r of rowsOf(await store.shelf.sheets(first.id))) {
    if (r.kind !== "meeting" || r.place === null) continue;
    clusters.set(r.place.cluster, [...(clusters.get(r.place.cluster) ?? []), r.statement]);
  }
  const [a, b] = [...clusters.values()].filter((c) => c.length > 1);
  return { a, b };
}

describe.each(kinds)("the record kept in a store: %s", (_, open) => {
  it("grown bit by bit in any order, through judgements and their undoing, is the record made at once, to the byte", async () => {
    const store = await open();
    const grown = keeper(store);
    const order = new Random(7).some(articles, articles.length);
    await add(store, order.slice(0, 50));
    await grown.placeAll();
    await describeAll(store, worlds.negotiations);
    await grown.placeAll();
    for (let at = 50; at < order.length; at += 37) {
      await add(store, order.slice(at, at + 37));
      await grown.placeAll();
    }
    const plain = await derived(store);
    const { a, b } = await twoLines(store);
    let second = 0;
    const judge = async (decision: Decision): Promise<string> => {
      const when = `2031-02-01T00:00:${String(second++).padStart(2, "0")}Z`;
      const j = makeJudgement({ who: "desk", when, why: "test", decision });
      await store.addJudgement(j);
      await grown.placeAll();
      return j.id;
    };
    const [x, y] = [...a, ...b].sort();
    const done = [
      await judge({ type: "merge", statements: [a[0], b[0], ...a.slice(1), ...b.slice(1)] }),
      await judge({ type: "reject", statement: a[1] }),
      await judge({ type: "correct", statement: b[0], field: "level", value: "leader" }),
      await judge({ type: "accept", statement: b[1] }),
      await judge({ type: "split", statements: [x, y] }),
    ];
    const judged = await derived(store);
    expect(judged).not.toBe(plain);
    await grown.rebuild();
    expect(await derived(store)).toBe(judged);
    for (const judgement of done) await judge({ type: "undo", judgement });
    expect(await derived(store)).toBe(plain);
    await store.close();
  }, 60_000);

  it("answers as the record made from the lists does, for any two days", async () => {
    const store = await open();
    await describeAll(store, worlds.negotiations);
    await add(store, articles);
    const book = await keeper(store).book(first);
    const ledger = {
      versions: articles.map((a) => a.version),
      statements: articles.flatMap((a) => a.statements),
      judgements: [],
    };
    const days = [...new Set(articles.map((a) => a.version.document.published as string))].sort();
    for (const share of [0.2, 0.5, 1]) {
      const asKnownOn = days[Math.floor((days.length - 1) * share)];
      const asOf = { asKnownOn, about: days[Math.floor((days.length - 1) * share * 0.9)] };
      expect(recorder.read(book, asOf)).toEqual(recorder.view(ledger, first, asOf));
    }
    await store.close();
  }, 60_000);

  it("marks what a later version no longer says, though nothing be read in it, whenever either comes in", async () => {
    const negotiation = parseNegotiation({ id: "nor-chl", parties: ["NOR", "CHL"] });
    const url = "https://example.org/one";
    const parties = [actor("NOR"), actor("CHL")];
    const said = (published: string, items: object[]) =>
      dispatch({ published, url }, [
        { text: `Norway and Chile met, it said on ${published}.`, items: items as never },
      ]);
    const met = { kind: "meeting", parties, time: time("2031-03-05") };
    const draft = said("2031-03-06", [met]);
    const empty = said("2031-03-09", []);
    const again = said("2031-03-12", [met]);
    const orphans = async (...steps: readonly (readonly Article[])[]): Promise<unknown> => {
      const store = await open();
      await store.putNegotiation(negotiation, "2031-01-01T00:00:00Z");
      // One keeper: what it holds in memory must be read anew.
      const kept = keeper(store);
      for (const list of steps) {
        await add(store, list);
        await kept.book(negotiation);
      }
      const rows = async (): Promise<string> =>
        JSON.stringify(rowsOf(await store.shelf.sheets(negotiation.id)));
      const grown = await rows();
      const found = [...(await kept.book(negotiation)).orphans];
      await kept.rebuild();
      expect(await rows()).toBe(grown);
      await store.close();
      return found;
    };
    const [first] = draft.statements;
    const one = [[first.id, "2031-03-09"]];
    const article = (d: typeof draft) => d as unknown as Article;
    expect(await orphans([article(draft)], [article(empty)])).toEqual(one);
    expect(await orphans([article(empty)], [article(draft)])).toEqual(one);
    expect(await orphans([article(draft), article(empty)])).toEqual(one);
    expect(await orphans([article(draft)], [article(again)], [article(empty)])).toEqual(one);
    expect(await orphans([article(draft)])).toEqual([]);
  }, 60_000);

  it("finds near-copies, the same whatever order they come in", async () => {
    const original = new Map(articles.map((a) => [a.version.document.id, a.original]));
    const groups = async (lists: readonly (readonly Article[])[]): Promise<string[]> => {
      const store = await open();
      for (const list of lists) {
        await add(store, list);
        await keeper(store).settle();
      }
      const out: string[] = [];
      for (const a of articles)
        for (const c of await store.shelf.copiesOf(a.version.document.id))
          out.push(`${c.document} ${c.parent} ${c.root}`);
      await store.close();
      return out;
    };
    const once = await groups([articles]);
    expect(
      await groups([articles.slice(60).reverse(), articles.slice(20, 60), articles.slice(0, 20).reverse()]),
    ).toEqual(once);
    for (const line of once) {
      const [copy, , root] = line.split(" ");
      expect(original.get(copy)).toBe(original.get(root));
    }
    // Made-up articles of six short sentences: one cut and one added leave some below the threshold.
    const copies = articles.filter((a) => a.original !== a.version.document.id);
    expect(once.length).toBeGreaterThan(0.75 * copies.length);
  }, 60_000);
});

describe("moving a store", () => {
  it("from each kind to each other loses nothing", async () => {
    const odd = dispatch({ published: "2031-03-01", publisher: 'A "quoted"\tname \u0001json:' }, [
      { text: "Half a pair \ud83d and a zero \0 stand in this text.", items: [{ kind: "quote" }] },
    ]);
    const source = memoryStore();
    await describeAll(source, worlds.negotiations);
    await add(source, articles.slice(0, 40));
    const again = { ...articles[0].version, reader: "world-2", recorded: "2031-04-01T00:00:00Z" };
    await source.addDocument(again, articles[0].statements.slice(1));
    await source.addJudgement(
      makeJudgement({
        who: "desk",
        when: "2031-05-01T00:00:00Z",
        why: "é\0",
        decision: { type: "accept", statement: "s" },
      }),
    );
    const lines = async (store: Store): Promise<string[]> => {
      const out: string[] = [];
      for await (const line of exportLines(store)) out.push(line);
      return out;
    };
    const feed = async function* (all: readonly string[]): AsyncGenerator<string> {
      yield* all;
    };
    let held = await lines(source);
    for (const [, open] of [...kinds, kinds[1], kinds[0]]) {
      const store = await open();
      expect(await importLines(store, feed(held))).toMatchObject({ documents: 40, there: 0 });
      expect(await importLines(store, feed(held))).toMatchObject({
        documents: 0,
        statements: 0,
        judgements: 0,
        negotiations: 0,
      });
      const out = await lines(store);
      expect(out).toEqual(held);
      held = out;
      await store.addDocument(odd.version, []);
      // SQLite's and PostgreSQL's text must give back even what is not well formed.
      expect((await store.document(odd.version.document.id))?.document.text).toBe(odd.version.document.text);
      await store.close();
    }
  }, 60_000);

  it("refuses a file that is no export, naming the line", async () => {
    const feed = async function* (...all: string[]): AsyncGenerator<string> {
      yield* all;
    };
    const store = memoryStore();
    const head = '{"type":"store","format":1}';
    for (const [lines, number] of [
      [["{}"], 1],
      [[head, "not json"], 2],
      [[head, '{"type":"judgement"}'], 2],
      [[head, head.replace("store", "other")], 2],
    ] as const)
      await expect(importLines(store, feed(...lines))).rejects.toMatchObject({
        code: "IMPORT_BAD",
        where: { line: number },
      });
  });
});

describe("a store of the first version", () => {
  const [{ version, statements }] = articles;
  it("is brought forward with its data, in SQLite", async () => {
    const path = fresh();
    const old = new Database(path);
    for (const sql of migrations[0].sql) old.exec(sql);
    const { id, publisher, title, url, published, text } = version.document;
    old
      .prepare("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .run(id, version.source, publisher, title, url, published, text, version.recorded);
    old
      .prepare("INSERT INTO reading VALUES (?, ?, ?, ?, ?)")
      .run(id, version.reader, version.recorded, "[]", "[]");
    for (const s of statements)
      old
        .prepare("INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?)")
        .run(s.id, id, s.item.kind, s.known, s.recorded, statementBody(s));
    old.pragma(`application_id = ${0x52505452}`);
    old.pragma("user_version = 1");
    old.close();
    const store = await openSqliteStore({ path });
    await check(store);
  });

  it("is brought forward with its data, in PostgreSQL", async () => {
    const schema = server.schema();
    const old = await connectPostgres({ url: server.url(), schema, create: true, version: 1 });
    const { id, publisher, title, url, published, text } = version.document;
    const values = [id, version.source, publisher, title, url, published, text, version.recorded];
    await old.query("INSERT INTO document VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", values);
    await old.query("INSERT INTO reading VALUES ($1, $2, $3, '[]', '[]')", [
      id,
      version.reader,
      version.recorded,
    ]);
    for (const s of statements)
      await old.query("INSERT INTO statement VALUES ($1, $2, $3, $4, $5, $6)", [
        s.id,
        id,
        s.item.kind,
        s.known,
        s.recorded,
        statementBody(s),
      ]);
    await old.close();
    await check(await openPostgresStore({ url: server.url(), schema }));
  });

  async function check(store: Store): Promise<void> {
    expect(await store.counts()).toMatchObject({ documents: 1, statements: statements.length });
    expect((await store.added([version.document.id]))[0]).toEqual({
      version,
      statements: [...statements].sort((a, b) => (a.id < b.id ? -1 : 1)),
    });
    expect(await store.changes(0, 10)).toEqual([{ sequence: 1, kind: "document", id: version.document.id }]);
    await describeAll(store, worlds.negotiations);
    await keeper(store).placeAll();
    expect(
      (
        await Promise.all(worlds.negotiations.map(async (n) => rowsOf(await store.shelf.sheets(n.id))))
      ).flat(),
    ).toHaveLength(statements.length);
    await store.close();
  }
});
