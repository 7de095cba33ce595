/** Run as a process of its own by the crash test: adds a world's articles as `add` does, skipping what is there, and says which the store acknowledged. */
import { keeperOf } from "../../src/app/keeper/index.js";
import { openSqliteStore } from "../../src/store/index.js";
import { makeWorlds } from "../../tools/worlds/index.js";

const [path, from, to, every] = [process.argv[2], ...process.argv.slice(3).map(Number)];
const store = await openSqliteStore({ path, create: true, busyMs: 20_000 });
const keeper = await keeperOf(store);
const worlds = makeWorlds(1000, 11, 5);
if ((await store.negotiations()).length === 0)
  for (const n of worlds.negotiations) await store.putNegotiation(n, "2031-01-01T00:00:00Z");
let n = 0;
for (const { version, statements } of worlds.articles()) {
  if (n++ < from || n > to) continue;
  if (await store.hasDocument(version.document.id)) continue;
  await store.addDocument(version, statements);
  process.stdout.write(`${version.document.id}\n`);
  // Derived rows too are written while the process may die.
  if (n % every === 0) await keeper.placeAll();
}
await keeper.placeAll();
process.stdout.write("done\n");
await store.close();
