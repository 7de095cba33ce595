import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAccess } from "../../src/app/index.js";
import { operations } from "../../src/server/index.js";
import { good, requestOf } from "./requests.js";
import { queryOf, serve } from "./support.js";

const list = await operations();
const article = (town: string, day: string, publisher: string) => ({
  text: `BANJUL, June 4, 2024 - The foreign ministers of Gambia and Senegal met in ${town} on ${day}. Gambia proposed a joint bridge board at ${town}, officials said.`,
  title: `Ministers in ${town}`,
  publisher,
  published: "2024-06-04",
});
const SECRET = "Kaolack";
const LINE = "Tambacounda";
let served: Awaited<ReturnType<typeof serve>>;
const tokens: Record<string, string> = {};

const ask = (who: string, request: string | object) => {
  const r = typeof request === "string" ? { url: request } : request;
  const headers = { authorization: `Bearer ${tokens[who]}` };
  return served.app.inject({ ...r, headers } as never) as unknown as ReturnType<typeof served.app.inject>;
};
const post = (who: string, url: string, payload: object) => ask(who, { method: "POST", url, payload });
const of = { negotiation: "gambia-senegal", asKnownOn: "2024-07-01" };
let secret = "";
let line = "";
/** Everything a reader is answered by every route that reads, before and after. */
let asked: Awaited<ReturnType<typeof good>>;

async function everything(who: string): Promise<string> {
  const out: string[] = [];
  for (const o of list.filter(
    (l) => l.method === "GET" && l.role === "reader" && !l.id.startsWith("model-"),
  )) {
    const named = Object.fromEntries(Object.entries(of).filter(([name]) => name in o.input.shape));
    const input: Record<string, unknown> = { ...(o.id === "explain" ? (asked(o) ?? {}) : {}), ...named };
    if (o.id === "search") input.q = "ministers";
    if (o.id === "moved") input.since = "2024-01-01";
    if (["evidence", "history", "diff", "documents", "job"].includes(o.id)) continue;
    const answer = await ask(who, requestOf(o, input));
    expect([o.id, answer.statusCode, answer.statusCode < 400 ? "" : answer.body]).toEqual([o.id, 200, ""]);
    out.push(`${o.id} ${answer.body}`);
  }
  return out.join("\n");
}

beforeAll(async () => {
  served = await serve({ demo: true, tokens: true, local: false, perMinute: 100_000 });
  const access = await openAccess(served.store, true);
  const give = async (name: string, role: "reader" | "editor" | "admin", clearance: "public" | "limited") => {
    const given = await access?.grant({ name, role, clearance, expires: null }, "2024-01-01T00:00:00.000Z");
    tokens[name] = given?.token ?? "";
  };
  await give("public reader", "reader", "public");
  await give("cleared reader", "reader", "limited");
  await give("editor", "editor", "limited");
  await give("admin", "admin", "public");
  access?.close();
  const admin = { ...served, app: { inject: (r: string | object) => ask("admin", r) } };
  asked = await good(admin as unknown as typeof served);
  await post("editor", "/api/v1/new", { id: of.negotiation, parties: ["GMB=Gambia", "SEN=Senegal"] });
  await post("editor", "/api/v1/articles", article("Banjul", "Monday", "River Post"));
  await post("editor", "/api/v1/articles", article(LINE, "Saturday", "River Post"));
  const kept = await post("editor", "/api/v1/articles", article(SECRET, "Sunday", "Closed Letter"));
  secret = kept.json().items[0].document;
}, 120_000);
afterAll(() => served.close());

describe("a source that is marked", () => {
  it("is seen by everybody before", async () => {
    expect(await everything("public reader")).toContain(SECRET);
  });

  it("is not there for who is not cleared: no page, no list, no count, no search, no feed, no export", async () => {
    const without = (await ask("public reader", "/api/v1/list")).json().counts;
    const marked = await post("editor", "/api/v1/mark", {
      handling: "limited",
      ids: [secret],
      why: "in confidence",
    });
    expect([marked.statusCode, marked.json().items.length]).toEqual([200, 1]);
    const seen = await everything("public reader");
    for (const word of [SECRET, "Closed Letter", secret, "in confidence"]) expect(seen).not.toContain(word);
    expect((await ask("public reader", "/api/v1/list")).json().counts.documents).toBe(without.documents - 1);
    expect((await ask("public reader", `/api/v1/documents/${secret}`)).statusCode).toBe(404);
    expect((await ask("public reader", `/api/v1/search?q=${SECRET}`)).json().total).toBe(0);
    expect((await ask("public reader", `/api/v1/diff?id=${secret}`)).statusCode).toBe(404);
    const feed = (await ask("public reader", "/api/v1/changes?limit=500")).json();
    expect(feed.items.map((c: { sequence: number }) => c.sequence)).toEqual(
      feed.items.map((_: unknown, i: number) => i + 1),
    );
    const sources = (await ask("public reader", `/api/v1/sources?${queryOf(of)}`)).json();
    expect([sources.articles, sources.items.length]).toEqual([2, 1]);
  });

  it("is there for who is cleared", async () => {
    const seen = await everything("cleared reader");
    expect(seen).toContain(SECRET);
    expect((await ask("cleared reader", `/api/v1/documents/${secret}`)).statusCode).toBe(200);
    expect((await ask("cleared reader", `/api/v1/search?q=${SECRET}`)).json().total).toBe(1);
    expect((await ask("cleared reader", "/api/v1/marks")).json().items).toHaveLength(1);
    expect((await ask("public reader", "/api/v1/marks")).json().items).toHaveLength(0);
  });

  it("stays out of an export to hand on, which is whole all the same", async () => {
    const everythingOut = (await ask("admin", "/api/v1/export")).json().text;
    expect(everythingOut).toContain(SECRET);
    const handed: string = (await ask("admin", "/api/v1/export?clearance=public")).json().text;
    expect(handed).not.toContain(SECRET);
    const { openStore, loadUseCases } = await import("../../src/app/index.js");
    const { writeFileSync } = await import("node:fs");
    const file = `${served.folder}/handed.jsonl`;
    writeFileSync(file, handed);
    const { serverContext } = await import("../../src/server/index.js");
    const context = serverContext(`${served.folder}/handed.sqlite`);
    const restore = (await loadUseCases()).find((u) => u.name === "import");
    await restore?.run({ file }, context);
    await context.close();
    const store = await openStore(`${served.folder}/handed.sqlite`);
    expect((await store.check()).ok).toBe(true);
    await store.close();
  });

  it("is not opened again by an analyst's undoing or annotation", async () => {
    const mine = (await ask("editor", "/api/v1/marks")).json().items[0];
    const annotate = { action: "annotate", ids: [`handling/source/${mine.id}`], note: "public" };
    expect((await post("editor", "/api/v1/judge", annotate)).json().error.code).toBe("JUDGEMENT_BAD");
    await post("editor", "/api/v1/undo", {});
    expect((await ask("public reader", `/api/v1/search?q=${SECRET}`)).json().total).toBe(0);
  });
});

describe("a line that is marked", () => {
  beforeAll(async () => {
    const { items } = (await ask("editor", `/api/v1/meetings?${queryOf(of)}`)).json();
    const found = items.find((i: { place: string | null }) => i.place?.includes(LINE));
    line = found.reports[0].statement;
    await post("editor", "/api/v1/mark", { handling: "restricted", ids: [line] });
  });

  it("is not there for who is not cleared, nor are its words in the text it was read from", async () => {
    for (const who of ["public reader", "cleared reader"]) {
      const { items } = (await ask(who, `/api/v1/meetings?${queryOf(of)}`)).json();
      expect(items.some((i: { place: string | null }) => i.place?.includes(LINE))).toBe(false);
      expect((await ask(who, `/api/v1/evidence?id=${line}`)).statusCode).toBe(404);
    }
    const whole = (await ask("admin", `/api/v1/evidence?id=${line}`)).json();
    const document = whole.document.id;
    const { text } = (await ask("public reader", `/api/v1/documents/${document}`)).json().document;
    expect(text).toContain("█");
    expect(text).not.toContain(whole.context[0].quote);
    expect(text.length).toBe(
      (await ask("admin", `/api/v1/documents/${document}`)).json().document.text.length,
    );
    // The place is named once more, in a sentence that is not marked: it is shown, without what stood before it.
    const all = await everything("public reader");
    expect(all).not.toContain(whole.context[0].quote);
  });

  it("is there for who keeps the store", async () => {
    const { items } = (await ask("admin", `/api/v1/meetings?${queryOf(of)}`)).json();
    expect(items.some((i: { place: string | null }) => i.place?.includes(LINE))).toBe(true);
  });
});
