import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAccess, openDeskFile, type Role, roles } from "../../src/app/index.js";
import { type Operation, operations } from "../../src/server/index.js";
import { good, requestOf } from "./requests.js";
import { queryOf, serve } from "./support.js";

const OWN = "japan-russia";
const list = await operations();
let served: Awaited<ReturnType<typeof serve>>;
let asked: Awaited<ReturnType<typeof good>>;
const tokens = new Map<string, string>();
let other = "";

beforeAll(async () => {
  served = await serve({ demo: true, tokens: true, local: false, perMinute: 100_000 });
  tokens.set("admin", await served.token("admin"));
  const admin = { ...served, app: signed(tokens.get("admin") ?? "") };
  asked = await good(admin as unknown as typeof served);
  const access = await openAccess(served.store, true);
  for (const role of roles) {
    const given = { name: `the ${role} of one`, role: null, roles: { [OWN]: role }, expires: null };
    tokens.set(`${role} of one`, (await access?.grant(given, "2024-01-01T00:00:00.000Z"))?.token ?? "");
  }
  access?.close();
  const all = (await ask("admin", "/api/v1/list")).json().items.map((n: { id: string }) => n.id);
  other = all.find((id: string) => id !== OWN);
}, 120_000);
afterAll(() => served.close());

function signed(token: string) {
  return {
    inject: (request: string | { headers?: object; url: string }) => {
      const r = typeof request === "string" ? { url: request } : request;
      return served.app.inject({
        ...r,
        headers: { ...r.headers, authorization: `Bearer ${token}` },
      } as never);
    },
  };
}
const ask = (who: string, request: string | object) =>
  signed(tokens.get(who) ?? "").inject(request as never) as unknown as ReturnType<typeof served.app.inject>;

/** What somebody who holds a role in one negotiation alone is answered; by hand, so that a new route must be thought about. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  ...["new", "add", "model-new", "model-edit", "jobs-articles", "job-cancel", "mark"],
  ...["demo", "rebuild", "export", "import", "check", "audit", "jobs-rebuild"],
]);

describe("a role in one negotiation", () => {
  it.each(list.map((o) => [o.id, o] as const))(
    "%s: not where the role is less, nor what is everybody's",
    async (id, o) => {
      for (const role of roles) {
        const request = {
          ...requestOf({ ...o, method: o.method } as Operation, { "no-such-field": 1, id: "none" }),
        };
        const { statusCode } = await ask(`${role} of one`, request);
        const may = !EVERYWHERE.has(id) && roles.indexOf(role) >= roles.indexOf(o.role);
        expect(`${role} ${may ? statusCode !== 403 : statusCode}`).toBe(`${role} ${may ? true : 403}`);
      }
    },
  );

  it("answers about that one, and knows no other", async () => {
    expect(other).toBeTruthy();
    const names = (await ask("reader of one", "/api/v1/list")).json();
    expect(names.items.map((n: { id: string }) => n.id)).toEqual([OWN]);
    for (const o of list.filter((l) => l.method === "GET" && "negotiation" in l.input.shape)) {
      const input = { ...(asked(o) ?? {}) };
      delete (input as { track?: unknown }).track;
      const own = await ask("reader of one", requestOf(o, { ...input, negotiation: OWN }));
      expect([o.id, own.statusCode]).toEqual([o.id, 200]);
      const elsewhere = await ask("reader of one", requestOf(o, { ...input, negotiation: other }));
      expect([o.id, elsewhere.statusCode, elsewhere.json().error?.code]).toEqual([
        o.id,
        404,
        "NEGOTIATION_UNKNOWN",
      ]);
    }
  });

  it("shows no article, no line and no count of another", async () => {
    const all = (await ask("admin", "/api/v1/list")).json().counts;
    const own = (await ask("reader of one", "/api/v1/list")).json().counts;
    expect(own.documents).toBeLessThan(all.documents);
    expect(own.documents).toBeGreaterThan(0);
    const lines = (await ask("admin", `/api/v1/timeline?${queryOf({ negotiation: other })}`)).json();
    const shared = (await ask("admin", `/api/v1/timeline?${queryOf({ negotiation: OWN })}`)).json();
    const mine = new Set(
      Object.values(shared.evidence as Record<string, { document: string }>).map((e) => e.document),
    );
    const foreign = Object.values(
      lines.evidence as Record<string, { document: string; statement: string }>,
    ).find((e) => !mine.has(e.document));
    if (foreign === undefined) throw new Error("the dossiers share every article");
    for (const url of [
      `evidence?id=${foreign.statement}`,
      `history?id=${foreign.statement}`,
      `documents/${foreign.document}`,
    ])
      expect([url, (await ask("reader of one", `/api/v1/${url}`)).statusCode]).toEqual([url, 404]);
    const feed = (await ask("reader of one", "/api/v1/changes?limit=500")).json();
    expect(JSON.stringify(feed)).not.toContain(foreign.document);
    expect(feed.items.map((c: { sequence: number }) => c.sequence)).toEqual(
      feed.items.map((_: unknown, i: number) => i + 1),
    );
    const judged = await ask("analyst of one", {
      method: "POST",
      url: "/api/v1/judge",
      payload: { action: "accept", ids: [foreign.statement] },
    });
    expect(judged.json().error.code).toBe("EVIDENCE_UNKNOWN");
  });

  it("lets an editor add to that one and to no other", async () => {
    const text =
      "TOKYO, June 3, 2024 - The foreign ministers of Japan and Russia met in Tokyo on Monday, officials said.";
    const post = (negotiation?: string) =>
      ask("editor of one", {
        method: "POST",
        url: "/api/v1/articles",
        payload: { text, published: "2024-06-03", negotiation },
      });
    expect((await post()).statusCode).toBe(403);
    expect((await post(other)).statusCode).toBe(403);
    expect((await post(OWN)).json().items[0].outcome).toBe("added");
  });
});

describe("people", () => {
  const now = () => new Date().toISOString();
  const form = (fields: Record<string, string>) =>
    served.app.inject({
      method: "POST",
      url: "/login",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams(fields).toString(),
    });
  const cookieOf = (answer: { headers: Record<string, unknown> }) =>
    String(answer.headers["set-cookie"]).split(";")[0];

  it("sign in by name and password, and nobody else", async () => {
    const access = await openAccess(served.store, true);
    const given = {
      name: "M. Mbaye",
      role: "analyst" as Role,
      identity: null,
      password: "correct horse battery",
    };
    expect(await access?.addUser(given, now())).not.toBeNull();
    expect(await access?.addUser(given, now())).toBeNull();
    expect((await form({ name: "M. Mbaye", password: "wrong" })).statusCode).toBe(401);
    expect((await form({ name: "Nobody", password: "correct horse battery" })).statusCode).toBe(401);
    const good = await form({ name: "M. Mbaye", password: "correct horse battery" });
    expect(good.statusCode).toBe(303);
    const cookie = cookieOf(good);
    const me = (await served.app.inject({ url: "/api/v1/me", headers: { cookie } })).json();
    expect([me.name, me.role, me.clearance]).toEqual(["M. Mbaye", "analyst", "public"]);
    // What changes something must show where it comes from.
    const undo = (headers: Record<string, string>) =>
      served.app.inject({
        method: "POST",
        url: "/api/v1/undo",
        headers: { cookie, ...headers },
        payload: { id: "none" },
      });
    expect((await undo({})).json().error.code).toBe("CSRF_REFUSED");
    expect((await undo({ "x-csrf-token": "guess" })).json().error.code).toBe("CSRF_REFUSED");
    expect((await undo({ origin: "https://evil.example" })).json().error.code).toBe("ORIGIN_REFUSED");
    expect((await undo({ "x-csrf-token": me.csrf })).json().error.code).toBe("JUDGEMENT_UNKNOWN");
    expect((await undo({ host: "desk.example", origin: "http://desk.example" })).json().error.code).toBe(
      "JUDGEMENT_UNKNOWN",
    );
    // The session ends when they sign out, and when their rights change.
    await served.app.inject({ method: "POST", url: "/logout", headers: { cookie } });
    expect((await served.app.inject({ url: "/api/v1/me", headers: { cookie } })).statusCode).toBe(401);
    const again = cookieOf(await form({ name: "M. Mbaye", password: "correct horse battery" }));
    await access?.setUser("M. Mbaye", { disabled: true });
    expect((await served.app.inject({ url: "/api/v1/me", headers: { cookie: again } })).statusCode).toBe(401);
    expect((await form({ name: "M. Mbaye", password: "correct horse battery" })).statusCode).toBe(401);
    access?.close();
  });

  it("leave a session that lasts a day's work and no longer, of which the file holds a hash", async () => {
    const access = await openAccess(served.store, true);
    const session = (await access?.open(tokens.get("reader of one") ?? "", "2031-04-03T08:00:00.000Z")) ?? "";
    expect((await access?.who(session, "2031-04-03T19:59:00.000Z"))?.name).toBe("the reader of one");
    expect(await access?.who(session, "2031-04-03T20:01:00.000Z")).toBeNull();
    const { readFileSync } = await import("node:fs");
    const files = ["", "-wal"].map((end) =>
      readFileSync(`${served.store.replace(/\.sqlite$/, "")}.access.sqlite${end}`, "latin1"),
    );
    expect(files.join("")).not.toContain(session);
    access?.close();
  });
});

describe("the audit log", () => {
  it("tells who did what when, refusals too, and no word of an article", async () => {
    const secret = "The crossing at Farafenni was discussed in a closed session, officials said on Monday.";
    const article = {
      text: `BANJUL, June 4, 2024 - ${secret}`,
      published: "2024-06-04",
      title: "Farafenni closed",
    };
    await ask("admin", { method: "POST", url: "/api/v1/articles", payload: article });
    await ask("reader of one", { method: "POST", url: "/api/v1/undo", payload: { why: secret } });
    await ask("admin", "/api/v1/export");
    const { items } = (await ask("admin", "/api/v1/audit?limit=1000")).json();
    const lines = items.map(
      (l: { who: string; action: string; status: number }) => `${l.who} ${l.action} ${l.status}`,
    );
    expect(lines).toContain("the admin articles 200");
    expect(lines).toContain("the admin export 200");
    expect(lines).toContain("the reader of one refused 403");
    expect(lines).toContain("M. Mbaye sign-in 303");
    expect(lines).toContain("null sign-in 401");
    expect(JSON.stringify(items)).not.toMatch(/Farafenni|crossing/);
    const only = (
      await ask("admin", `/api/v1/audit?${queryOf({ name: "the admin", action: "export" })}`)
    ).json();
    expect(new Set(only.items.map((l: { action: string }) => l.action))).toEqual(new Set(["export"]));
    const first = (await ask("admin", "/api/v1/audit?limit=2")).json();
    const next = (await ask("admin", `/api/v1/audit?limit=2&cursor=${first.next}`)).json();
    expect(next.items[0].sequence).toBe(first.items[1].sequence - 1);
  });

  it("lets nothing be changed or taken out", async () => {
    const { default: Sqlite } = await import("better-sqlite3");
    const file = await openDeskFile(served.store);
    file.close();
    const db = new Sqlite(served.store.replace(/\.sqlite$/, ".desk.sqlite"));
    expect(() => db.exec("DELETE FROM audit")).toThrow(/append-only/);
    expect(() => db.exec("UPDATE audit SET who = 'x'")).toThrow(/append-only/);
    db.close();
  });
});
