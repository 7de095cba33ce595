import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadUseCases } from "../../src/app/index.js";
import { makeJudgement } from "../../src/ledger/index.js";
import { operations, serverContext } from "../../src/server/index.js";
import { good, known, requestOf, text } from "./requests.js";
import { queryOf, type Served, serve } from "./support.js";

let served: Served;
let asked: Awaited<ReturnType<typeof good>>;
let statement = "";

beforeAll(async () => {
  served = await serve({ demo: true });
  asked = await good(served);
  const lines = (await served.app.inject(`/api/v1/timeline?${queryOf(known)}`)).json();
  statement = Object.keys(lines.evidence)[0];
}, 60_000);
afterAll(() => served.close());

const list = await operations();

describe("every route", () => {
  it.each(list.map((o) => [o.id, o] as const))("%s answers in the shape of its schema", async (_, o) => {
    const input = asked(o);
    const answer = await served.app.inject(requestOf(o, input ?? {}));
    expect(answer.headers["content-type"]).toContain("application/json");
    if (input === null) {
      expect(answer.statusCode).toBe(answer.json().error.code === "FILE_REFUSED" ? 403 : 400);
      return;
    }
    expect(`${answer.statusCode} ${answer.statusCode >= 400 ? answer.body : ""}`).toBe(`${o.status ?? 200} `);
    o.output.parse(answer.json());
  });

  it("is there for every use case but those of the machine, by GET where it reads and by POST where it writes", async () => {
    const routes = new Map(list.map((o) => [o.id, o]));
    for (const u of await loadUseCases()) {
      const o = routes.get(u.name.replaceAll(" ", "-"));
      if (u.terminal === true) expect(o, u.name).toBeUndefined();
      else if (u.name !== "read") expect(o?.method, u.name).toBe(u.writes === true ? "POST" : "GET");
    }
    expect(routes.size).toBe(list.length);
    expect(list.length).toBeGreaterThan(45);
  });

  it("stands in the OpenAPI document and on the page, which holds no script", async () => {
    const { openapi, paths } = (await served.app.inject("/api/openapi.json")).json();
    expect(openapi).toBe("3.1.0");
    const page = (await served.app.inject("/api/docs")).body;
    for (const o of list) {
      const described = paths[o.path][o.method.toLowerCase()];
      expect(described.operationId).toBe(o.id);
      expect(
        described.responses[o.status ?? 200].content["application/json"].schema.type,
        o.id,
      ).toBeDefined();
      expect(page).toContain(`id="${o.id}"`);
    }
    expect(Object.values(paths).flatMap((p) => Object.keys(p as object)).length).toBe(list.length);
    expect(page).not.toMatch(/<script|\son\w+=/);
    // References are within one schema only: none points to where the document has nothing.
    expect(JSON.stringify(paths).match(/"\$ref":"(?!#\/components\/schemas\/Error")/g)).toBeNull();
  });
});

describe("answers", () => {
  it("have a tag, and are not sent again while it is good", async () => {
    const url = `/api/v1/status?${queryOf(known)}`;
    const first = await served.app.inject(url);
    const tag = String(first.headers.etag);
    expect(tag).toMatch(/^W\/"/);
    const again = await served.app.inject({ url, headers: { "if-none-match": tag } });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    const other = await served.app.inject(`/api/v1/status?${queryOf({ ...known, asKnownOn: "2018-12-15" })}`);
    expect(other.headers.etag).not.toBe(tag);
  });

  it("are told to be the same before they are made, and made anew once something came in from elsewhere", async () => {
    const url = `/api/v1/quotes?${queryOf(known)}`;
    const first = await served.app.inject(url);
    const tag = String(first.headers.etag);
    const unchanged = () => served.app.inject({ url, headers: { "if-none-match": tag } });
    expect((await unchanged()).statusCode).toBe(304);
    // Another process over the same store.
    const other = serverContext(served.store);
    const store = await other.store();
    const [statement] = Object.keys(first.json().evidence);
    const decision = { type: "reject", statement } as const;
    const when = "2031-04-03T10:00:00.000Z";
    await store.addJudgement(makeJudgement({ who: "Elsewhere", when, why: "", decision }));
    await other.close();
    const changed = await unchanged();
    expect(changed.statusCode).toBe(200);
    expect(changed.headers.etag).not.toBe(tag);
    expect(changed.json().evidence[statement]).toBeUndefined();
  });

  it("that failed have no tag", async () => {
    const url = `/api/v1/status?${queryOf({ ...known, negotiation: "nowhere" })}`;
    const { statusCode, headers } = await served.app.inject(url);
    expect([statusCode, headers.etag]).toEqual([404, undefined]);
  });

  it("take a file's bytes, whose encoding they tell, or a text, and not both", async () => {
    const post = (payload: object) => served.app.inject({ method: "POST", url: "/api/v1/read", payload });
    const page = `<!doctype html><html><head><meta charset="windows-1252"><title>Th\xe8s</title></head><body><p>The foreign ministers of Gambia and Senegal met in Th\xe8s on Monday and agreed to open the crossing, officials of both governments said.</p></body></html>`;
    const bytes = Buffer.from(page, "latin1").toString("base64");
    expect((await post({ bytes, published: "2024-06-05" })).json().document.text).toContain("in Th\xe8s");
    const pdf = Buffer.from("%PDF-1.7\n1 0 obj").toString("base64");
    const refused = await post({ bytes: pdf, file: "scan.pdf" });
    expect([refused.statusCode, refused.json().error.code, refused.json().error.where.file]).toEqual([
      415,
      "DOCUMENT_PDF",
      "scan.pdf",
    ]);
    for (const payload of [{}, { bytes, text: "Both." }, { bytes: "not base64!" }])
      expect((await post(payload)).json().error.code).toBe("USAGE");
  });

  it("count what is found by outlet and year", async () => {
    const all = (await served.app.inject("/api/v1/search?q=ministers&facets=true&limit=1")).json();
    expect(all.items).toHaveLength(1);
    const sum = (shares: { count: number }[]) => shares.reduce((n, s) => n + s.count, 0);
    expect([sum(all.facets.outlets), sum(all.facets.years)]).toEqual([all.total, all.total]);
    const { of, count } = all.facets.years[0];
    const year = `from=${of}-01-01&to=${of}-12-31`;
    expect((await served.app.inject(`/api/v1/search?q=ministers&${year}`)).json().total).toBe(count);
    expect((await served.app.inject("/api/v1/search?q=ministers")).json().facets).toBeNull();
  });

  it("are compressed where that is understood", async () => {
    const url = `/api/v1/timeline?${queryOf(known)}`;
    const plain = await served.app.inject(url);
    const packed = await served.app.inject({ url, headers: { "accept-encoding": "gzip" } });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);
  });

  it("find words with their places, all of them, page by page", async () => {
    const ask = async (q: string, more = {}) =>
      (await served.app.inject(`/api/v1/search?${queryOf({ q, ...more })}`)).json();
    const all = await ask("islands");
    expect(all.complete).toBe(true);
    expect(all.total).toBeGreaterThan(5);
    for (const { snippet, marks } of all.items) {
      for (const [start, end] of marks) expect(snippet.slice(start, end)).toMatch(/^island/i);
    }
    const pages: string[] = [];
    for (let cursor: string | null = "0"; cursor !== null; ) {
      const page: { items: { document: string }[]; next: string | null } = await ask("islands", {
        limit: 3,
        cursor,
      });
      pages.push(...page.items.map((i) => i.document));
      cursor = page.next;
    }
    expect(pages).toEqual(all.items.map((i: { document: string }) => i.document));
    expect((await ask("islands -summit")).total).toBeLessThan(all.total);
    expect((await ask('"islands four the"')).total).toBe(0);
    expect((await ask("islands", { to: "2016-12-31" })).total).toBeLessThan(all.total);
  });

  it("tell what came in, from a place in the log on", async () => {
    const first = (await served.app.inject("/api/v1/changes?limit=5")).json();
    expect(first.items).toHaveLength(5);
    const rest = (await served.app.inject(`/api/v1/changes?since=${first.at}&limit=500`)).json();
    expect(rest.items[0].sequence).toBeGreaterThan(first.at);
    expect(rest.next).toBeNull();
    expect((await served.app.inject(`/api/v1/changes?since=${rest.at}`)).json().items).toEqual([]);
  });

  it("keep a decision under the name it was made with, and take it back", async () => {
    const { items } = (await served.app.inject(`/api/v1/history?id=${statement}`)).json();
    expect(JSON.stringify(items)).toContain("A. Tester");
  });

  it("keep a pasted article once, and refuse one without a day", async () => {
    const post = (payload: object) => served.app.inject({ method: "POST", url: "/api/v1/articles", payload });
    const article = {
      text: `${text} A joint board will meet again.`,
      title: "Crossing",
      published: "2024-05-02",
    };
    expect((await post(article)).json().items[0].outcome).toBe("added");
    expect((await post(article)).json().items[0].outcome).toBe("already there");
    const undated = await post({ text: "The ministers met on Monday." });
    expect([undated.statusCode, undated.json().error.code]).toEqual([422, "PUBLISHED_MISSING"]);
    const nowhere = await post({ ...article, negotiation: "nobody" });
    expect([nowhere.statusCode, nowhere.json().error.code]).toEqual([404, "NEGOTIATION_UNKNOWN"]);
  });
});

describe("upkeep", () => {
  it("tells that it lives, and what it has answered", async () => {
    expect((await served.app.inject("/healthz")).json().ok).toBe(true);
    const { body } = await served.app.inject("/metrics");
    expect(body).toMatch(
      /rapporteur_request_seconds_count\{method="GET",route="\/api\/v1\/status",status="200"\} \d/,
    );
    expect(body).toContain("process_resident_memory_bytes");
  });
});
