import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { Adding } from "../../src/app/adding.js";
import type { Context, UseCase } from "../../src/app/index.js";
import { loadUseCases } from "../../src/app/index.js";
import { Book, type RecordItem } from "../../src/record/index.js";
import { serverContext } from "../../src/server/index.js";
import { openSqliteStore } from "../../src/store/index.js";
import { makeWorlds } from "../../tools/worlds/index.js";

const folder = mkdtempSync(join(tmpdir(), "rapporteur-lists-"));
const path = join(folder, "store.sqlite");
const asked = { negotiation: "world-0", asKnownOn: "2026-01-01" };
let context: Context;
let useCases: readonly UseCase[];

beforeAll(async () => {
  const store = await openSqliteStore({ path, create: true });
  const worlds = makeWorlds(900, 11, 8);
  for (const n of worlds.negotiations) await store.putNegotiation(n, "2026-01-01T00:00:00.000Z");
  const adding = new Adding(store, path);
  for (const article of worlds.articles()) await adding.put(article);
  await adding.finish();
  await adding.close();
  await store.close();
  useCases = await loadUseCases();
  context = serverContext(path);
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await (await context.store()).close();
  rmSync(folder, { recursive: true, force: true });
});

interface Lines {
  readonly items: readonly (RecordItem | { readonly item: RecordItem })[];
  readonly next: string | null;
  readonly evidence: Readonly<Record<string, unknown>>;
}

const ask = async (name: string, more: Record<string, unknown> = {}): Promise<Lines> =>
  (await useCases.find((u) => u.name === name)?.run({ ...asked, ...more }, context)) as Lines;

test.each([
  ["timeline", {}],
  ["timeline", { kind: "position", from: "2012-12-01" }],
  ["timeline", { last: 90 }],
  ["meetings", {}],
  ["meetings", { status: "held" }],
  ["agreements", { track: "core" }],
  ["proposals", { open: true }],
  ["positions", {}],
  ["positions", { last: 2 }],
  ["quotes", {}],
  ["conditions", {}],
  ["measures", {}],
  ["assessments", {}],
  ["events", { class: "request" }],
  ["events", {}],
  ["commitments", {}],
  ["commitments", { state: "pending" }],
])("the pages of %s %o are the whole list", async (name, more) => {
  const whole = await ask(name, more);
  const items: unknown[] = [];
  const evidence: Record<string, unknown> = {};
  let cursor: string | null | undefined;
  do {
    const page: Lines = await ask(name, { ...more, limit: 7, ...(cursor == null ? {} : { cursor }) });
    expect(page.items.length).toBeLessThanOrEqual(7);
    items.push(...page.items);
    Object.assign(evidence, page.evidence);
    cursor = page.next;
  } while (cursor !== null);
  expect(items.length).toBeGreaterThan(0);
  expect(items).toEqual(whole.items);
  expect(evidence).toEqual(whole.evidence);
});

test.each([
  ["timeline", { kind: "position" }],
  ["meetings", {}],
  ["meetings", { status: "held" }],
  ["agreements", {}],
  ["positions", {}],
  ["events", {}],
])("a page of %s %o makes only its own lines", async (name, more) => {
  const first = await ask(name, { ...more, limit: 5 });
  const made = vi.spyOn(Book.prototype, "lineOf");
  const page = await ask(name, { ...more, limit: 5, cursor: first.next });
  expect(page.items).toHaveLength(5);
  expect(page.next).not.toBeNull();
  expect(made.mock.results.map((r) => (r.value as RecordItem).id)).toEqual(
    page.items.map((i) => (i as RecordItem).id),
  );
});

test("lines that words sort out are made up to the end of the page", async () => {
  const whole = await ask("proposals", { open: true });
  const all = await ask("proposals");
  const ids = all.items.map((i) => (i as RecordItem).id);
  const made = vi.spyOn(Book.prototype, "lineOf");
  const page = await ask("proposals", { open: true, limit: 3 });
  expect(page.items).toEqual(whole.items.slice(0, 3));
  const after = ids.indexOf((whole.items[3] as RecordItem).id);
  expect(after + 1).toBeLessThan(ids.length);
  expect(new Set(made.mock.results.map((r) => (r.value as RecordItem).id))).toEqual(
    new Set(ids.slice(0, after + 1)),
  );
});
