import type { FastifyInstance } from "fastify";
import { AppError, version } from "../app/index.js";
import type { Desk } from "./operation.js";

/** How long a store may take to answer before the server says that it is not ready. */
const PATIENCE_MS = 3000;

/** `/healthz`: the process lives. `/readyz`: it can answer from its store; not while it ends. Open to everybody, and tell nothing else. */
export function readiness(app: FastifyInstance, desk: Desk): void {
  let ending = false;
  app.addHook("preClose", async () => {
    ending = true;
  });
  // A connection that was answered while the server ends is not kept open: the end would wait for whoever holds it.
  app.addHook("onSend", async (_, reply, payload) => {
    if (ending) void reply.header("connection", "close");
    return payload;
  });
  const config = { role: null };
  app.get("/healthz", { config }, async () => ({ ok: true, version }));
  app.get("/readyz", { config }, async (_, reply) => {
    void reply.header("cache-control", "no-store");
    if (ending) throw new AppError("STORE_CLOSED", "The server is ending.", {});
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, fail) => {
      timer = setTimeout(
        () => fail(new AppError("STORE_BUSY", "The store did not answer.", {})),
        PATIENCE_MS,
      );
    });
    try {
      const answered = desk.context.store().then((store) => store.negotiations());
      await Promise.race([answered, late]);
    } finally {
      clearTimeout(timer);
    }
    const open = desk.jobs.list().filter((j) => j.ended === null).length;
    return { ok: true, jobs: open };
  });
}
