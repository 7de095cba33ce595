import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAccess } from "../../src/app/index.js";
import { serve } from "./support.js";

/** A real provider on this machine, and a browser that follows its pages with the cookies it is given. */
let provider: Server;
let served: Awaited<ReturnType<typeof serve>>;
let desk = "";

const people: Record<string, { email: string; email_verified: boolean }> = {
  "subject-1": { email: "awa@ministry.example", email_verified: true },
  "subject-2": { email: "ousman@ministry.example", email_verified: true },
  "subject-3": { email: "awa@ministry.example", email_verified: false },
};

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}

beforeAll(async () => {
  const [own, theirs] = [await freePort(), await freePort()];
  desk = `http://127.0.0.1:${own}`;
  const issuer = `http://127.0.0.1:${theirs}`;
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: "rapporteur",
        client_secret: "a secret of the desk's own",
        redirect_uris: [`${desk}/oidc/back`],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    cookies: { keys: ["for a test"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    conformIdTokenClaims: false,
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...people[id] }),
    }),
  });
  provider = createServer(oidc.callback()).listen(theirs, "127.0.0.1");
  served = await serve({
    tokens: true,
    local: false,
    oidc: {
      issuer,
      client: "rapporteur",
      secret: "a secret of the desk's own",
      back: `${desk}/oidc/back`,
      insecure: true,
    },
  });
  await served.app.listen({ host: "127.0.0.1", port: own });
  const access = await openAccess(served.store, true);
  const now = new Date().toISOString();
  await access?.addUser(
    { name: "Awa", role: "editor", identity: "awa@ministry.example", password: null },
    now,
  );
  access?.close();
}, 60_000);
afterAll(async () => {
  await served.close();
  provider.close();
});

function browser() {
  const jar = new Map<string, string>();
  const cookies = (url: string) => {
    const host = new URL(url).host;
    return [...jar].flatMap(([key, value]) => (key.startsWith(`${host} `) ? [value] : [])).join("; ");
  };
  return {
    jar,
    async go(
      url: string,
      fields?: Record<string, string>,
    ): Promise<{ url: string; status: number; body: string }> {
      const answer = await fetch(url, {
        redirect: "manual",
        headers: { cookie: cookies(url) },
        ...(fields === undefined ? {} : { method: "POST", body: new URLSearchParams(fields) }),
      });
      for (const set of answer.headers.getSetCookie()) {
        const [pair] = set.split(";");
        jar.set(`${new URL(url).host} ${pair.split("=")[0]}`, pair);
      }
      const to = answer.headers.get("location");
      if (answer.status >= 300 && answer.status < 400 && to !== null) return this.go(new URL(to, url).href);
      return { url, status: answer.status, body: await answer.text() };
    },
  };
}

/** Goes to the desk's sign-in, through the provider's pages as that person, and back. */
async function signIn(subject: string) {
  const b = browser();
  let page = await b.go(`${desk}/oidc/begin`);
  for (let i = 0; i < 3 && page.url.includes("/interaction/"); i++) {
    const action = /action="([^"]+)"/.exec(page.body)?.[1] ?? page.url;
    const prompt = /name="prompt" value="(\w+)"/.exec(page.body)?.[1] ?? "login";
    page = await b.go(new URL(action, page.url).href, { prompt, login: subject, password: "any" });
  }
  return { ...b, page };
}

describe("an identity provider", () => {
  it("signs in whom the desk has set up, by a verified address", async () => {
    const { page, jar } = await signIn("subject-1");
    expect([page.url.split("?")[0], page.status]).toEqual([`${desk}/oidc/back`, 200]);
    const cookie = [...jar.values()].find((c) => c.startsWith("rapporteur=")) ?? "";
    const me = await (await fetch(`${desk}/api/v1/me`, { headers: { cookie } })).json();
    expect([me.name, me.role]).toEqual(["Awa", "editor"]);
  });

  it("signs in nobody who is not set up, nor by an address that is not verified", async () => {
    for (const subject of ["subject-2", "subject-3"]) {
      const { page, jar } = await signIn(subject);
      expect([page.status, JSON.parse(page.body).error.code]).toEqual([401, "AUTH_FAILED"]);
      expect([...jar.values()].some((c) => c.startsWith("rapporteur="))).toBe(false);
    }
  });

  it("is not believed without the errand that this browser began, nor with another's", async () => {
    const stolen = await fetch(`${desk}/oidc/back?code=x&state=y`);
    expect([stolen.status, (await stolen.json()).error.code]).toEqual([401, "AUTH_FAILED"]);
    const b = browser();
    const begun = await fetch(`${desk}/oidc/begin`, { redirect: "manual" });
    const errand = begun.headers.getSetCookie()[0].split(";")[0];
    const forged = await fetch(`${desk}/oidc/back?code=x&state=other`, { headers: { cookie: errand } });
    expect((await forged.json()).error.code).toBe("AUTH_FAILED");
    const bent = await fetch(`${desk}/oidc/back?code=x&state=y`, { headers: { cookie: `${errand}x` } });
    expect((await bent.json()).error.code).toBe("AUTH_FAILED");
    expect(b.jar.size).toBe(0);
  });

  it("that cannot be reached is told as that", async () => {
    const other = await serve({
      tokens: true,
      local: false,
      oidc: {
        issuer: "http://127.0.0.1:1",
        client: "x",
        secret: "y",
        back: `${desk}/oidc/back`,
        insecure: true,
      },
    });
    const answer = await other.app.inject("/oidc/begin");
    expect([answer.statusCode, answer.json().error.code]).toEqual([502, "IDENTITY_PROVIDER"]);
    await other.close();
  });
});
