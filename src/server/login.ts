import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Access, AppError } from "../app/index.js";
import { escapeHtml, page } from "./escape.js";
import { COOKIE, tokenOf } from "./guard.js";
import { type OidcOptions, oidc } from "./oidc.js";
import type { Desk } from "./operation.js";

interface LoginOptions {
  readonly access: Access;
  readonly desk: Desk;
  readonly oidc: OidcOptions | null;
}

/** How often one address may try to sign in a minute. */
const TRIES = 20;
const ERRAND = "rapporteur_errand";

/** A place of this desk to go on to; anything else is the desk's first page. */
const placeOf = (to: string | null): string =>
  to !== null && /^\/(?![/\\])[^\s\\]{0,2000}$/.test(to) ? to : "/";

const form = (notice: string, provider: boolean, to: string): string =>
  page(
    "Sign in",
    `<h1>Rapporteur</h1>
${notice}${provider ? '<p><a href="/oidc/begin">Sign in with the identity provider</a></p>\n' : ""}<form method="post" action="/login">
<input type="hidden" name="to" value="${escapeHtml(to)}">
<label>Name <input name="name" autocomplete="username" required></label>
<label>Password <input type="password" name="password" autocomplete="current-password" required></label>
<button type="submit">Sign in</button>
</form>
<h2>With a token</h2>
<form method="post" action="/login">
<input type="hidden" name="to" value="${escapeHtml(to)}">
<label>Token <input type="password" name="token" autocomplete="off" required></label>
<button type="submit">Sign in</button>
</form>
<p>People are set up on the server with <code>rapporteur user new NAME --role ROLE</code>, tokens made with <code>rapporteur token new NAME --role ROLE</code>.</p>`,
  );

/**
 * Signing in with a browser: by name and password, with a token, or through an identity provider. What the browser keeps is a session
 * of its own in a cookie that no script and no other site can use.
 */
export async function login(
  app: FastifyInstance,
  { access, desk, oidc: provider }: LoginOptions,
): Promise<void> {
  const config = { role: null, rateLimit: { max: TRIES, timeWindow: 60_000 } };
  const identity = provider === null ? null : oidc(provider);
  const show = (reply: FastifyReply, status: number, notice: string, to: string): FastifyReply =>
    reply
      .code(status)
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .send(form(notice, identity !== null, to));
  const note = (action: string, who: string | null, status: number): void =>
    desk.file.note({ at: desk.context.now(), who, role: null, action, about: {}, status });
  // Only here: everything else takes JSON, which no form of another site can send.
  await app.register(async (inside) => {
    inside.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: 4096 },
      (_, body, done) => done(null, new URLSearchParams(body as string)),
    );
    inside.get("/login", { config: { role: null } }, async (request, reply) =>
      show(reply, 200, "", placeOf((request.query as { to?: unknown }).to?.toString() ?? null)),
    );
    inside.post("/login", { config }, async (request, reply) => {
      const fields = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
      const now = desk.context.now();
      const to = placeOf(fields.get("to"));
      const token = (fields.get("token") ?? "").trim();
      const session =
        token !== ""
          ? await access.open(token, now)
          : await access.signIn(fields.get("name") ?? "", fields.get("password") ?? "", now);
      if (session === null) {
        note("sign-in", null, 401);
        return show(reply, 401, '<p role="alert">That is not right.</p>\n', to);
      }
      note("sign-in", (await access.who(session, now))?.name ?? null, 303);
      return enter(request, reply, session).redirect(to, 303);
    });
    inside.post("/logout", { config: { role: null } }, async (request, reply) => {
      const { token } = tokenOf(request);
      if (token !== null) access.signOut(token);
      void reply.header("set-cookie", `${COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`);
      return reply.redirect("/login", 303);
    });
    if (identity === null || provider === null) return;
    inside.get("/oidc/begin", { config }, async (request, reply) => {
      const { to, errand } = await identity.begin();
      // Lax, as the provider's page sends the browser back; it is of use for nothing else.
      const cookie = `${ERRAND}=${errand}; Path=/oidc; HttpOnly; SameSite=Lax; Max-Age=600${secure(request, provider)}`;
      return reply.header("set-cookie", cookie).header("cache-control", "no-store").redirect(to, 303);
    });
    inside.get("/oidc/back", { config }, async (request, reply) => {
      const errand = new RegExp(`(?:^|; )${ERRAND}=([\\w.-]{1,2000})`).exec(
        request.headers.cookie ?? "",
      )?.[1];
      if (errand === undefined)
        throw new AppError("AUTH_FAILED", "This browser did not begin to sign in here.", {});
      const url = new URL(provider.back);
      url.search = request.url.slice(request.url.indexOf("?"));
      const identities = await identity.end(url, errand);
      const known = access.signInAs(identities, desk.context.now());
      note("sign-in", known?.name ?? null, known === null ? 401 : 200);
      if (known === null)
        throw new AppError(
          "AUTH_FAILED",
          "The identity provider vouches for somebody who is not set up here.",
          {},
        );
      // A page and no redirect: a strict cookie is not sent along when another site's page has led here.
      return enter(request, reply, known.session, provider)
        .type("text/html; charset=utf-8")
        .header("refresh", "0; url=/")
        .send(page("Signed in", '<h1>Rapporteur</h1><p><a href="/">Open the desk</a></p>'));
    });
  });
}

const secure = (request: FastifyRequest, provider?: OidcOptions | null): string =>
  request.protocol === "https" || provider?.back.startsWith("https:") === true ? "; Secure" : "";

function enter(
  request: FastifyRequest,
  reply: FastifyReply,
  session: string,
  provider?: OidcOptions,
): FastifyReply {
  const cookie = `${COOKIE}=${session}; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200${secure(request, provider)}`;
  return reply.header("set-cookie", cookie).header("cache-control", "no-store");
}
