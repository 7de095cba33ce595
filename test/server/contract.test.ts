import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadUseCases } from "../../src/app/index.js";
import { type Operation, operations } from "../../src/server/index.js";
import { queryOf, type Served, serve } from "./support.js";

const known = { negotiation: "japan-russia", asKnownOn: "2019-12-15" };
const text =
  "BANJUL, April 3, 2031 - The foreign ministers of Gambia and Senegal met in Banjul on Thursday and agreed to reopen the river crossing by June 1, officials said.";
let served: Served;
let statement = "";
let document = "";
let job = "";
let judgement = "";

beforeAll(async () => {
  served = await serve({ demo: true });
  const lines = (await served.app.inject(`/api/v1/timeline?${queryOf(known)}`)).json();
  statement = Object.keys(lines.evidence)[0];
  document = lines.evidence[statement].document;
  const made = await served.app.inject({ method: "POST", url: "/api/v1/jobs/rebuild", payload: {} });
  job = made.json().id;
  const decided = { action: "accept", ids: [statement], who: "A. Tester", why: "read it" };
  const kept = await served.app.inject({ method: "POST", url: "/api/v1/judge", payload: decided });
  judgement = kept.json().items[0].id;
}, 60_000);
afterAll(() => served.close());

/** One good request of every route; a route without one fails. */
function asked(o: Operation): Record<string, unknown> | null {
  const own: Record<string, () => Record<string, unknown> | null> = {
    demo: () => ({}),
    new: () => ({ id: "gambia-senegal", parties: ["GMB=Gambia", "SEN=Senegal"], aim: "treaty" }),
    list: () => ({}),
    check: () => ({}),
    export: () => ({}),
    rebuild: () => ({}),
    add: () => null,
    import: () => null,
    "model-new": () => null,
    "model-edit": () => null,
    explain: () => ({ text: "The ministers met in Banjul on Monday.", published: "2031-04-03" }),
    evidence: () => ({ id: statement }),
    history: () => ({ id: statement }),
    diff: () => ({ id: document }),
    judge: () => ({ action: "annotate", ids: [statement], who: "A. Tester", note: "checked" }),
    undo: () => ({ id: judgement, who: "A. Tester" }),
    moved: () => ({ ...known, since: "2019-09-01" }),
    "model-what-if": () => ({ model: "examples/japan-russia/model.conflict", quo: "two-islands" }),
    "model-suggest": () => known,
    read: () => ({ text, published: "2024-04-03" }),
    articles: () => ({ text, publisher: "River Post", published: "2024-04-03" }),
    documents: () => ({ id: document }),
    search: () => ({ q: "islands" }),
    changes: () => ({ since: 2 }),
    "jobs-articles": () => ({ articles: [{ text, published: "2024-04-04" }] }),
    "jobs-rebuild": () => ({}),
    jobs: () => ({}),
    job: () => ({ id: job }),
    "job-cancel": () => ({ id: job }),
    show: () => ({ negotiation: known.negotiation }),
  };
  if (Object.hasOwn(own, o.id)) return own[o.id]();
  if (o.id.startsWith("model-")) return { model: "japan-russia" };
  return o.group === "answers" || o.group === "record" ? known : {};
}

function requestOf(o: Operation, input: Record<string, unknown>) {
  const rest = { ...input };
  const path = o.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = encodeURIComponent(String(rest[name]));
    delete rest[name];
    return value;
  });
  if (o.method === "POST") return { method: o.method, url: path, payload: rest };
  return { method: o.method, url: `${path}?${queryOf(rest)}` };
}

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
