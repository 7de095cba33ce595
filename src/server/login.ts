import type { FastifyInstance } from "fastify";
import type { Access } from "../app/index.js";
import { page } from "./escape.js";
import { COOKIE } from "./guard.js";

/** How often one address may try a token a minute. */
const TRIES = 20;
const form = (notice: string): string =>
  page(
    "Sign in",
    `<h1>Rapporteur</h1>
${notice}<form method="post" action="/login">
<label>Token <input type="password" name="token" autocomplete="current-password" required autofocus></label>
<button type="submit">Sign in</button>
</form>
<p>A token is made on the server with <code>rapporteur token new NAME --role ROLE</code>.</p>`,
  );

/** Signing in with a browser: the token goes into a cookie that no script and no other site can use. */
export function login(app: FastifyInstance, access: Access, today: () => string): void {
  const config = { role: null, rateLimit: { max: TRIES, timeWindow: 60_000 } };
  // Only here: everything else takes JSON, which no form of another site can send.
  void app.register(async (inside) => {
    inside.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: 4096 },
      (_, body, done) => done(null, new URLSearchParams(body as string)),
    );
    inside.get("/login", { config: { role: null } }, async (_, reply) =>
      reply.type("text/html; charset=utf-8").header("cache-control", "no-store").send(form("")),
    );
    inside.post("/login", { config }, async (request, reply) => {
      const token = request.body instanceof URLSearchParams ? (request.body.get("token") ?? "").trim() : "";
      const grant = await access.who(token, today());
      if (grant === null) {
        const notice = '<p role="alert">That token is not good.</p>\n';
        return reply.code(401).type("text/html; charset=utf-8").send(form(notice));
      }
      const secure = request.protocol === "https" ? "; Secure" : "";
      void reply.header(
        "set-cookie",
        `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000${secure}`,
      );
      return reply.redirect("/", 303);
    });
    inside.post("/logout", { config: { role: null } }, async (_, reply) => {
      void reply.header("set-cookie", `${COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`);
      return reply.redirect("/login", 303);
    });
  });
}
