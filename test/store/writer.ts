/** Run as a process of its own by the crash test: adds documents and says which the store acknowledged. */
import { openSqliteStore } from "../../src/store/index.js";
import { actor, dispatch, time } from "../samples/dispatch.js";

const [path, from, count] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const store = await openSqliteStore({ path, create: true, busyMs: 20_000 });
for (let n = from; n < from + count; n++) {
  const text = `Norway and Chile met on occasion ${n}.`;
  const items = Array.from({ length: 5 }, (_, i) => ({
    kind: "meeting" as const,
    what: `meeting ${i}`,
    parties: [actor("NOR"), actor("CHL")],
    time: time("2031-03-01"),
  }));
  const d = dispatch({ published: "2031-03-02", url: `https://example.org/${n}` }, [{ text, items }]);
  await store.addDocument(d.version, d.statements);
  process.stdout.write(`${d.version.document.id}\n`);
}
await store.close();
