import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Adding } from "../../src/app/adding.js";
import { keeperOf } from "../../src/app/keeper/index.js";
import { makeJudgement } from "../../src/ledger/index.js";
import { rowsOf } from "../../src/record/index.js";
import { type Kept, memoryStore, openSqliteStore, type Store } from "../../src/store/index.js";
import { makeWorlds } from "../../tools/worlds/index.js";

const worlds = makeWorlds(1_250, 3, 3);
const articles = [...worlds.articles()];

/** Everything derived, in a fixed order. */
async function derived(store: Store): Promise<string> {
  const rows = [];
  for (const n of worlds.negotiations) rows.push(...rowsOf(await store.shelf.sheets(n.id)));
  return JSON.stringify(rows.map((row) => Object.entries({ ...row, place: row.place }).sort()));
}

it("much that is added through a thread of its own is kept, sorted and grouped as one by one", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "rapporteur-")), "store.sqlite");
  const plain = memoryStore();
  const store = await openSqliteStore({ path, create: true });
  for (const s of [plain, store])
    for (const n of worlds.negotiations) await s.putNegotiation(n, "2031-01-01T00:00:00Z");
  for (const a of articles) await plain.addDocument(a.version, a.statements);
  const judgement = makeJudgement({
    who: "desk",
    when: "2031-02-01T00:00:00Z",
    why: "test",
    decision: { type: "reject", statement: articles[700].statements[0].id },
  });
  await plain.addJudgement(judgement);
  await (await keeperOf(plain)).placeAll();

  const results: Kept[] = [];
  const adding = new Adding(store, path, (news) => results.push(...news));
  for (const [i, { version, statements }] of articles.entries()) {
    await adding.put({ version, statements });
    // What was made ready before it was sorted without knowing.
    if (i === 600) await store.addJudgement(judgement);
  }
  await adding.put(articles[5]);
  await adding.flush();
  const total = articles.reduce((n, a) => n + a.statements.length, 0);
  expect(await store.counts()).toMatchObject({ documents: articles.length, statements: total });
  expect(results.map((r) => r.added)).toEqual([...articles.map(() => true), false]);
  expect(results.reduce((n, r) => n + r.statements, 0)).toBe(total);
  await adding.finish();
  await adding.close();
  const shown = await derived(store);
  await store.close();
  expect(shown).toBe(await derived(plain));
}, 240_000);
