import type { FastifyInstance, FastifyReply } from "fastify";
import { AppError, errorReport, errorRow } from "../app/index.js";

/** Every failure in the one shape of the errors table, with its HTTP status. */
export function failures(app: FastifyInstance): void {
  app.setErrorHandler((thrown, request, reply) => {
    const error = ours(thrown);
    const row = errorRow(error);
    const report = errorReport(error);
    if (row.code === "INTERNAL") {
      // Messages may hold words of an article: the log gets the places in the program alone.
      const stack = error instanceof Error ? (error.stack ?? "") : "";
      const at = stack.split("\n").filter((l) => /^\s+at /.test(l));
      request.log.error({ code: row.code, at: at.slice(0, 8) }, "unforeseen");
      const hidden = { ...report.error, detail: "The server's log says where.", where: {} };
      return fail(reply, { error: hidden }, row.http);
    }
    return fail(reply, report, row.http);
  });
}

export function fail(reply: FastifyReply, report: object, status: number): FastifyReply {
  if (status === 401) void reply.header("www-authenticate", "Bearer");
  return reply
    .code(status)
    .removeHeader("etag")
    .header("cache-control", "no-store")
    .type("application/json; charset=utf-8")
    .send(report);
}

/** Failures of the HTTP layer under codes of the table. */
function ours(error: unknown): unknown {
  const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!code.startsWith("FST_") && status >= 500) return error;
  if (errorRow(error).code !== "INTERNAL") return error;
  const message = error instanceof Error ? error.message : "";
  if (status === 413) return new AppError("BODY_TOO_LARGE", message, {});
  if (status === 429) return new AppError("RATE_LIMITED", message, {});
  if (status === 404) return new AppError("ROUTE_UNKNOWN", message, {});
  return status >= 400 && status < 500 ? new AppError("USAGE", plain(code), {}) : error;
}

/** Without what came in: a parser's message quotes it. */
const plain = (code: string): string =>
  code === "FST_ERR_CTP_INVALID_MEDIA_TYPE"
    ? "The body must be JSON, with the header content-type: application/json."
    : "The body is not JSON.";
