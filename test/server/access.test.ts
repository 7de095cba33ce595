import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Role, roles } from "../../src/app/index.js";
import { operations, startServer } from "../../src/server/index.js";
import { serve } from "./support.js";

const list = await operations();
let served: Awaited<ReturnType<typeof serve>>;
const tokens = new Map<Role, string>();

beforeAll(async () => {
  served = await serve({ tokens: true, local: false });
  for (const role of roles) tokens.set(role, await served.token(role));
});
afterAll(() => served.close());

const bearer = (token: string | undefined) => ({ authorization: `Bearer ${token}` });

/** What each role may do, written out by hand: the table in the program is held against it. */
const least: Readonly<Record<Role, readonly string[]>> = {
  reader: [],
  analyst: ["judge", "undo"],
  editor: ["new", "add", "articles", "model-new", "model-edit", "jobs-articles", "job-cancel", "mark"],
  admin: ["demo", "rebuild", "export", "import", "check", "audit", "jobs-rebuild"],
};

describe("who may do what", () => {
  it("names only routes that are there", () => {
    const ids = new Set(list.map((o) => o.id));
    for (const named of Object.values(least).flat()) expect(ids).toContain(named);
  });

  it.each(list.map((o) => [o.id, o] as const))(
    "%s: nobody without a token, no role below its own",
    async (id, o) => {
      const needs = roles.find((r) => least[r].includes(id)) ?? "reader";
      const url = o.path.replace(/\{\w+\}/g, "none");
      // An unknown field is refused after the role is known and before anything is done.
      const request = {
        method: o.method,
        url: `${url}?no-such-field=1`,
        ...(o.method === "POST" ? { payload: {} } : {}),
      };
      const status = async (headers: Record<string, string>) =>
        (await served.app.inject({ ...request, headers })).statusCode;
      expect(await status({})).toBe(401);
      expect(await status(bearer("rptr_000000000000_0000000000000000000000000000000000000000000"))).toBe(401);
      for (const role of roles) {
        const may = roles.indexOf(role) >= roles.indexOf(needs);
        const got = await status(bearer(tokens.get(role)));
        expect(`${role}: ${may ? got === 400 : got}`).toBe(`${role}: ${may ? true : 403}`);
      }
    },
  );

  it("lets nobody see the API's description, a job's events or the metrics without a token", async () => {
    for (const url of [
      "/api/openapi.json",
      "/api/docs",
      "/metrics",
      "/api/v1/jobs/none/events",
      "/api/v1/nothing",
      "/",
    ])
      expect((await served.app.inject(url)).statusCode, url).toBe(401);
    expect((await served.app.inject("/healthz")).statusCode).toBe(200);
  });

  it("keeps decisions under the name of the token, whatever the request says", async () => {
    await served.app.inject({
      method: "POST",
      url: "/api/v1/judge",
      headers: bearer(tokens.get("analyst")),
      payload: { action: "same", ids: ["River Post", "The River Post"], who: "somebody else" },
    });
    const feed = await served.app.inject({ url: "/api/v1/export", headers: bearer(tokens.get("admin")) });
    expect(feed.json().text).toContain('"the analyst"');
    expect(feed.json().text).not.toContain("somebody else");
  });

  it("signs a browser in with a cookie that no script and no other site can use, and out again", async () => {
    const form = (token: string) =>
      served.app.inject({
        method: "POST",
        url: "/login",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: `token=${token}`,
      });
    const bad = await form("rptr_nothing");
    expect([bad.statusCode, bad.headers["set-cookie"]]).toEqual([401, undefined]);
    const good = await form(tokens.get("reader") ?? "");
    expect(good.statusCode).toBe(303);
    const cookie = String(good.headers["set-cookie"]);
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    const [pair] = cookie.split(";");
    expect((await served.app.inject({ url: "/api/v1/list", headers: { cookie: pair } })).statusCode).toBe(
      200,
    );
    const other = { cookie: pair, origin: "https://evil.example" };
    const refused = await served.app.inject({ url: "/api/v1/list", headers: other });
    expect([refused.statusCode, refused.json().error.code]).toEqual([403, "ORIGIN_REFUSED"]);
    const to = async (place: string) =>
      (
        await served.app.inject({
          method: "POST",
          url: "/login",
          headers: { "content-type": "application/x-www-form-urlencoded" },
          payload: new URLSearchParams({ token: tokens.get("reader") ?? "", to: place }).toString(),
        })
      ).headers.location;
    expect(await to("/n/japan-russia?known=2019-12-15")).toBe("/n/japan-russia?known=2019-12-15");
    for (const place of [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "javascript:alert(1)",
      "",
    ])
      expect(await to(place)).toBe("/");
    const page = await served.app.inject(`/login?to=${encodeURIComponent('/"><script>x')}`);
    expect(page.body).not.toContain("<script");
    const out = await served.app.inject({ method: "POST", url: "/logout" });
    expect(String(out.headers["set-cookie"])).toContain("Max-Age=0");
  });
});

describe("the page", () => {
  it("comes to a browser that is not signed in, holds nothing of the record, and no answer comes with it", async () => {
    const accept = { accept: "text/html,*/*" };
    for (const url of ["/", "/n/japan-russia"]) {
      const { statusCode, headers, body } = await served.app.inject({ url, headers: accept });
      expect([url, statusCode, headers["content-type"]]).toEqual([url, 200, "text/html; charset=utf-8"]);
      expect(body).not.toMatch(/Japan|Russia/);
    }
    for (const url of ["/api/v1/list", "/api/v1/nothing", "/api/docs", "/metrics"])
      expect([url, (await served.app.inject({ url, headers: accept })).statusCode]).toEqual([url, 401]);
  });
});

describe("tokens", () => {
  it("are kept as argon2id hashes only, and end when revoked or past their day", async () => {
    const { openAccess } = await import("../../src/app/index.js");
    const access = await openAccess(served.store, true);
    if (access === null) throw new Error("no file");
    const now = "2031-04-03T10:00:00Z";
    const { token, grant } = await access.grant({ name: "B", role: "reader", expires: "2031-04-10" }, now);
    expect((await access.who(token, "2031-04-10"))?.name).toBe("B");
    expect(await access.who(token, "2031-04-11")).toBeNull();
    expect(
      await access.who(`${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`, "2031-04-03"),
    ).toBeNull();
    const { readFileSync } = await import("node:fs");
    const files = ["", "-wal"].map((end) =>
      readFileSync(`${served.store.replace(/\.sqlite$/, "")}.access.sqlite${end}`, "latin1"),
    );
    expect(files.join("")).toContain("$argon2id$");
    expect(files.join("")).not.toContain(token.slice(-43));
    expect(access.revoke(grant.id, now)).toBe(true);
    expect(await access.who(token, "2031-04-03")).toBeNull();
    expect(access.revoke(grant.id, now)).toBe(false);
    access.close();
  });

  it("are demanded before a server that others can reach begins", async () => {
    const other = await serve();
    await expect(startServer(other.store, { host: "0.0.0.0", port: 0 })).rejects.toMatchObject({
      code: "AUTH_NOT_SET_UP",
    });
    await expect(startServer(other.store, { host: "127.0.0.1", port: 0, login: true })).rejects.toMatchObject(
      {
        code: "AUTH_NOT_SET_UP",
      },
    );
    await other.close();
  });
});
