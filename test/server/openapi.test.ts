import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../../src/server/index.js";
import { good, requestOf } from "./requests.js";
import { queryOf, type Served, serve } from "./support.js";

/** The document as a client has it: fetched from a real server, and nothing else is known about the routes. */
interface Described {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly responses: Readonly<Record<string, { content: { "application/json": { schema: object } } }>>;
}
let served: Served;
let address = "";
let asked: Awaited<ReturnType<typeof good>>;
const ajv = new Ajv2020({ strict: false, allErrors: false });
const described = new Map<string, Described>();
let schemas: Record<string, object> = {};

beforeAll(async () => {
  served = await serve({ demo: true });
  address = await served.app.listen({ host: "127.0.0.1", port: 0 });
  const document = await (await fetch(`${address}/api/openapi.json`)).json();
  schemas = document.components.schemas;
  for (const methods of Object.values(document.paths))
    for (const operation of Object.values(methods as Record<string, Described>))
      described.set(operation.operationId, operation);
  asked = await good(served);
}, 120_000);
afterAll(() => served.close());

const list = await operations();
const validatorOf = (schema: object) => ajv.compile({ ...schema, components: { schemas } });

async function ask(request: { method: string; url: string; payload?: unknown }) {
  const { method, url, payload } = request;
  const body =
    payload === undefined
      ? {}
      : { body: JSON.stringify(payload), headers: { "content-type": "application/json" } };
  const answer = await fetch(`${address}${url}`, { method, ...body });
  return { status: answer.status, headers: answer.headers, json: await answer.json() };
}

describe("over the network, every route", () => {
  it.each(list.map((o) => [o.id, o] as const))(
    "%s answers as the document says, good and bad",
    async (id, o) => {
      const of = described.get(id);
      if (of === undefined) throw new Error("not in the document");
      const wrong = await ask(requestOf(o, { "no-such-field": 1, id: "none" }));
      const failure = validatorOf(of.responses.default.content["application/json"].schema);
      expect(wrong.status).toBeGreaterThanOrEqual(400);
      expect(failure(wrong.json) ? "" : JSON.stringify(failure.errors)).toBe("");
      const input = asked(o);
      if (input === null) return;
      const right = await ask(requestOf(o, input));
      const schema = of.responses[String(right.status)]?.content["application/json"].schema;
      expect(schema, `${right.status} ${JSON.stringify(right.json).slice(0, 300)}`).toBeDefined();
      const valid = validatorOf(schema);
      expect(valid(right.json) ? "" : JSON.stringify(valid.errors)).toBe("");
      for (const name of Object.keys(o.method === "GET" ? input : {}))
        expect(of.parameters.map((p) => p.name)).toContain(name);
    },
  );

  it("catches an answer that is not as described", () => {
    const of = described.get("list");
    const valid = validatorOf(of?.responses[200].content["application/json"].schema ?? {});
    expect(valid({ items: [{ id: 1 }], next: null })).toBe(false);
  });
});

describe("every list", () => {
  const lists = list.filter((o) => o.method === "GET" && "cursor" in o.input.shape && o.id !== "search");
  it("has a cursor, but for the change feed, which goes on from a place", () => {
    expect(lists.length).toBeGreaterThan(18);
    for (const o of list) {
      const shape = (o.output as { shape?: Record<string, unknown> }).shape ?? {};
      if (o.method !== "GET" || !("items" in shape && "next" in shape) || o.id === "changes") continue;
      expect(Object.keys(o.input.shape), o.id).toContain("cursor");
    }
  });

  it.each(lists.filter((o) => o.id !== "audit" && o.id !== "jobs").map((o) => [o.id, o] as const))(
    "%s comes in pages that together are the whole",
    async (_, o) => {
      const input = asked(o) ?? {};
      const whole = (await ask(requestOf(o, input))).json;
      const items: unknown[] = [];
      const evidence: Record<string, unknown> = {};
      const limit = Math.max(1, Math.ceil(whole.items.length / 3));
      let cursor: string | null = "";
      for (let n = 0; cursor !== null && n < 5; n++) {
        const more = cursor === "" ? { limit } : { limit, cursor };
        const page: typeof whole = (await ask(requestOf(o, { ...input, ...more }))).json;
        expect(page.items.length).toBeLessThanOrEqual(limit);
        items.push(...page.items);
        Object.assign(evidence, page.evidence);
        cursor = page.next;
      }
      expect(items).toEqual(whole.items);
      if (whole.evidence !== undefined)
        for (const key of Object.keys(evidence)) expect(evidence[key]).toEqual(whole.evidence[key]);
    },
  );

  it("brings with a page the words of its lines", async () => {
    const url = `/api/v1/meetings?${queryOf({ negotiation: "japan-russia", asKnownOn: "2019-12-15", limit: 2 })}`;
    const page = (await ask({ method: "GET", url })).json;
    const reports = page.items.flatMap((i: { reports: { statement: string }[] }) => i.reports);
    expect(reports.length).toBeGreaterThan(0);
    for (const { statement } of reports) expect(page.evidence[statement].quote).toBeTruthy();
  });

  it("refuses a cursor that it did not give", async () => {
    for (const cursor of [
      "x",
      "!!!",
      Buffer.from("[1]").toString("base64url"),
      Buffer.from('["a",1]').toString("base64url"),
    ]) {
      const url = `/api/v1/list?cursor=${encodeURIComponent(cursor)}`;
      const { status, json } = await ask({ method: "GET", url });
      expect([status, json.error.code]).toEqual([400, "USAGE"]);
    }
  });
});

describe("an answer that is kept", () => {
  it("is told from one that something has changed", async () => {
    const url = `/api/v1/meetings?${queryOf({ negotiation: "japan-russia", asKnownOn: "2019-12-15" })}`;
    const first = await fetch(address + url);
    const before = await first.json();
    const id = before.items[0].reports[0].statement;
    const tag = String(first.headers.get("etag"));
    const same = await fetch(address + url, { headers: { "if-none-match": tag } });
    expect(same.status).toBe(304);
    const reject = { action: "reject", ids: [id], who: "T", why: "test" };
    expect((await ask({ method: "POST", url: "/api/v1/judge", payload: reject })).status).toBe(200);
    const other = await fetch(address + url, { headers: { "if-none-match": tag } });
    expect(other.status).toBe(200);
    expect(await other.json()).not.toEqual(before);
  });
});
