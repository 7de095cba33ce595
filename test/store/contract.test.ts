import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeJudgement } from "../../src/ledger/index.js";
import { parseNegotiation } from "../../src/record/index.js";
import { memoryStore, openPostgresStore, openSqliteStore, type Store } from "../../src/store/index.js";
import { actor, dispatch, time } from "../samples/dispatch.js";
import { postgres } from "../support/postgres.js";

const fresh = (): string => join(mkdtempSync(join(tmpdir(), "rapporteur-")), "store.db");
const server = postgres();
beforeAll(() => server.start(), 120_000);
afterAll(() => server.stop());
const kinds: readonly [string, () => Promise<Store>][] = [
  ["memory", async () => memoryStore()],
  ["sqlite", () => openSqliteStore({ path: fresh(), create: true })],
  ["postgres", async () => openPostgresStore({ url: server.url(), schema: server.schema(), create: true })],
];

const sample = (n: number) =>
  dispatch({ published: `2031-03-${String(n).padStart(2, "0")}`, url: `https://example.org/${n % 3}` }, [
    {
      text: `Norway and Chile met on day ${n}.`,
      items: [
        {
          kind: "meeting",
          parties: [actor("NOR"), actor("CHL")],
          time: time(`2031-03-${String(n).padStart(2, "0")}`),
        },
      ],
    },
    {
      text: `“Talks go on,” said envoy ${n}. \u{1F54A}`,
      items: [{ kind: "quote", speaker: actor("NOR", "envoy") }],
    },
  ]);

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const out: T[] = [];
  for await (const item of items) out.push(item);
  return out;
}

describe.each(kinds)("store: %s", (_, open) => {
  it("gives back what was put in, in order, and adds the same thing once", async () => {
    const store = await open();
    const samples = [3, 1, 2].map(sample);
    for (const s of samples)
      expect(await store.addDocument(s.version, s.statements)).toEqual({ added: true, statements: 2 });
    expect(await store.addDocument(samples[0].version, samples[0].statements)).toEqual({
      added: false,
      statements: 0,
    });
    expect(await store.counts()).toEqual({
      documents: 3,
      sources: 3,
      statements: 6,
      judgements: 0,
      negotiations: 0,
    });
    const byDay = [samples[1], samples[2], samples[0]];
    expect(await collect(store.documents())).toEqual(byDay.map((s) => s.version));
    expect((await store.statements()).map((s) => s.known)).toEqual([
      "2031-03-01",
      "2031-03-01",
      "2031-03-02",
      "2031-03-02",
      "2031-03-03",
      "2031-03-03",
    ]);
    expect(await store.statements({ document: samples[0].version.document.id, kinds: ["quote"] })).toEqual([
      samples[0].statements[1],
    ]);
    expect((await store.statements({ knownBy: "2031-03-02" })).length).toBe(4);
    const [first] = samples[2].statements;
    expect(await store.statement(first.id)).toEqual(first);
    expect(await store.statementIds(first.id.slice(0, 12), 5)).toEqual([first.id]);
    expect(await store.statement("none")).toBeNull();
    expect(await store.document("none")).toBeNull();
    expect(await store.hasDocument(samples[0].version.document.id)).toBe(true);
    await store.close();
  });

  it("keeps versions of one source, and statements of a newer reader beside the old ones", async () => {
    const store = await open();
    const [a, b] = [sample(1), sample(4)];
    await store.addDocument(a.version, a.statements.slice(0, 1));
    await store.addDocument(b.version, b.statements);
    expect((await store.versionsOf(a.version.source)).map((v) => v.document.id)).toEqual([
      a.version.document.id,
      b.version.document.id,
    ]);
    const again = { ...a.version, reader: "test-2", recorded: "2031-04-01T00:00:00Z" };
    expect(await store.addDocument(again, a.statements)).toEqual({ added: false, statements: 1 });
    expect((await store.document(a.version.document.id))?.reader).toBe("test-2");
    await store.close();
  });

  it("keeps judgements and the last description of a negotiation", async () => {
    const store = await open();
    const judgement = makeJudgement({
      who: "desk",
      when: "2031-05-01T08:00:00Z",
      why: "wrong day",
      decision: { type: "reject", statement: "x" },
    });
    expect(await store.addJudgement(judgement)).toEqual({ added: true });
    expect(await store.addJudgement(judgement)).toEqual({ added: false });
    expect(await store.judgements()).toEqual([judgement]);
    const negotiation = parseNegotiation({ id: "nor-chl", parties: ["NOR", "CHL"] });
    await store.putNegotiation(negotiation, "2031-05-01T08:00:00Z");
    await store.putNegotiation({ ...negotiation, name: "Fisheries" }, "2031-05-02T08:00:00Z");
    expect((await store.negotiation("nor-chl"))?.name).toBe("Fisheries");
    expect((await store.negotiations()).map((n) => n.id)).toEqual(["nor-chl"]);
    expect(await store.negotiation("other")).toBeNull();
    await store.close();
  });

  it("names what has no place yet, the negotiation with most rows first", async () => {
    const store = await open();
    const ids: string[] = [];
    for (const { version, statements } of [1, 2].map(sample)) {
      await store.addDocument(version, statements);
      ids.push(version.document.id);
    }
    const sheet = (negotiation: string, document: string) => ({
      negotiation,
      document,
      known: "2031-03-02",
      body: "{}\n[]",
    });
    const from = await store.shelf.mark();
    await store.shelf.write({
      from,
      to: from,
      dropNegotiations: [],
      dropDocuments: [],
      sheets: [sheet("anna", ids[0]), sheet("berta", ids[0]), sheet("berta", ids[1]), sheet("carla", ids[1])],
      revised: [],
      unplace: [],
      copies: [],
    });
    expect(await store.shelf.unplaced()).toEqual(["berta", "anna", "carla"]);
    await store.close();
  });

  it("refuses a document with a statement of another as a whole", async () => {
    const store = await open();
    const [a, b] = [sample(1), sample(2)];
    await expect(store.addDocument(a.version, [...a.statements, b.statements[0]])).rejects.toMatchObject({
      code: "DOCUMENT_UNKNOWN",
    });
    expect(await store.counts()).toMatchObject({ documents: 0, statements: 0 });
    await store.close();
    await expect(store.counts()).rejects.toMatchObject({ code: "STORE_CLOSED" });
  });

  it("reads every anchor back in its check", async () => {
    const store = await open();
    const s = sample(1);
    const [anchor] = s.statements[0].evidence;
    const wrong = {
      ...s.statements[0],
      id: "wrong",
      evidence: [{ ...anchor, quote: "words that are not there" }] as const,
    };
    await store.addDocument(s.version, s.statements);
    expect(await store.check()).toMatchObject({ ok: true, anchors: 2, problems: [] });
    await store.addDocument(s.version, [wrong]);
    expect(await store.check()).toMatchObject({
      ok: false,
      problems: [{ code: "ANCHOR_MISMATCH", where: { statement: "wrong" } }],
    });
    await store.close();
  });
});

describe("the SQLite file", () => {
  it("is made only when asked for, and survives closing", async () => {
    const path = fresh();
    await expect(openSqliteStore({ path })).rejects.toMatchObject({ code: "STORE_MISSING" });
    const s = sample(1);
    const store = await openSqliteStore({ path, create: true });
    await store.addDocument(s.version, s.statements);
    await store.close();
    const again = await openSqliteStore({ path });
    expect(await again.statements()).toHaveLength(2);
    await again.close();
  });

  it("of a newer program, of another program, or damaged is refused with a code", async () => {
    const path = fresh();
    await (await openSqliteStore({ path, create: true })).close();
    const db = new Database(path);
    db.pragma("user_version = 999");
    db.close();
    await expect(openSqliteStore({ path })).rejects.toMatchObject({ code: "STORE_TOO_NEW" });
    const other = fresh();
    const foreign = new Database(other);
    foreign.exec("CREATE TABLE t (x)");
    foreign.close();
    await expect(openSqliteStore({ path: other })).rejects.toMatchObject({ code: "STORE_DAMAGED" });
    const garbage = fresh();
    writeFileSync(garbage, "this is no database at all ".repeat(400));
    await expect(openSqliteStore({ path: garbage })).rejects.toMatchObject({ code: "STORE_DAMAGED" });
    const torn = fresh();
    const store = await openSqliteStore({ path: torn, create: true });
    for (let n = 1; n < 28; n++) await store.addDocument(sample(n).version, sample(n).statements);
    await store.close();
    const bytes = readFileSync(torn);
    bytes.fill(0xa5, 8192, bytes.length - 4096);
    writeFileSync(torn, bytes);
    const look = async (): Promise<unknown> => {
      const s = await openSqliteStore({ path: torn });
      return s.check();
    };
    await expect(
      look().then((c) => (c as { problems: { code: string }[] }).problems[0]),
    ).rejects.toMatchObject({ code: "STORE_DAMAGED" });
  });

  it("that is full says so and stays whole", async () => {
    const path = fresh();
    const store = await openSqliteStore({ path, create: true });
    await store.addDocument(sample(1).version, sample(1).statements);
    await store.close();
    const full = await openSqliteStore({ path, maxPages: 24 });
    let failed: unknown = null;
    let kept = 1;
    for (let n = 2; n < 28 && failed === null; n++) {
      await full.addDocument(sample(n).version, sample(n).statements).then(
        () => kept++,
        (e) => {
          failed = e;
        },
      );
    }
    expect(failed).toMatchObject({ code: "STORE_FULL" });
    expect(await full.counts()).toMatchObject({ documents: kept, statements: 2 * kept });
    expect((await full.check()).ok).toBe(true);
    await full.close();
  });
});
