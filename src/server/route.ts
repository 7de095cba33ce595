import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  AppError,
  type Context,
  clearanceOf,
  clearedStore,
  holdsIn,
  reach,
  type Store,
  type View,
  viewKey,
} from "../app/index.js";
import { type Answer, type Answers, SMALL } from "./answers.js";
import { checked, fieldsOf, inputSchema } from "./input.js";
import type { Caller, Desk, Operation } from "./operation.js";

const BODY_OF_MANY = 64 * 2 ** 20;

/** What a caller may see through a route; the whole where nobody had to sign in. */
export const viewOf = (caller: Caller, operation: Pick<Operation, "role">): View =>
  caller === null
    ? { clearance: "restricted", negotiations: null }
    : { clearance: clearanceOf(caller), negotiations: reach(caller, operation.role) };

/** The desk as a caller may see it: its store is cleared, whatever the operation asks of it. */
export async function deskFor(desk: Desk, view: View): Promise<Desk> {
  if (view.clearance === "restricted" && view.negotiations === null) return desk;
  const store = async (): Promise<Store> => clearedStore(await desk.context.store(), view);
  const context: Context = { ...desk.context, store };
  return { ...desk, context };
}

/** One route of the API from its operation. */
export function route(app: FastifyInstance, operation: Operation, desk: Desk, kept: Answers): void {
  const schema = inputSchema(operation);
  app.route({
    method: operation.method,
    url: operation.path.replace(/\{(\w+)\}/g, ":$1"),
    ...(operation.id === "jobs-articles" ? { bodyLimit: BODY_OF_MANY } : {}),
    config: { role: operation.role, scoped: operation.scoped, operation: operation.id },
    async handler(request, reply) {
      const at = request.url.indexOf("?");
      const query = new URLSearchParams(at < 0 ? "" : request.url.slice(at + 1));
      const fields = fieldsOf(query, schema);
      const given = operation.method === "POST" ? { ...fields, ...bodyOf(request.body) } : fields;
      const input = checked(operation, { ...given, ...(request.params as Record<string, string>) });
      request.input = input;
      within(operation, input, request.caller);
      const view = viewOf(request.caller, operation);
      const key = (await isDerived(operation, desk))
        ? await keyOf(operation, input, view, desk.context)
        : null;
      if (key !== null && unchanged(request, reply, kept.tagOf(key))) return reply.code(304).send("");
      const make = async (): Promise<string> =>
        JSON.stringify(await operation.run(input, await deskFor(desk, view), request.caller));
      if (key !== null) return send(request, reply, await kept.of(key, make));
      const body = await make();
      return reply
        .code(operation.status ?? 200)
        .type("application/json; charset=utf-8")
        .send(body);
    },
  });
}

/** Where a role is held in some negotiations alone, what is added must name one of them. Errors: AUTH_ROLE */
function within(operation: Operation, input: Record<string, unknown>, caller: Caller): void {
  if (caller === null || operation.role === "reader" || operation.role === "analyst") return;
  if (reach(caller, operation.role) === null) return;
  const { negotiation } = input;
  if (typeof negotiation === "string" && holdsIn(caller, operation.role, negotiation)) return;
  throw new AppError("AUTH_ROLE", `Name a negotiation in which ${caller.name} is ${operation.role}.`, {
    role: operation.role,
    field: "negotiation",
  });
}

const isDerived = async ({ derived }: Operation, desk: Desk): Promise<boolean> =>
  typeof derived === "function" ? derived(desk) : derived === true;

/** What an answer hangs on: question, day, view, and the place in the store's log; null while something is coming in. */
async function keyOf(
  operation: Operation,
  input: Record<string, unknown>,
  view: View,
  context: Context,
): Promise<string | null> {
  const store = await context.store();
  const { sequence } = await store.shelf.mark();
  if ((await store.changes(sequence, 1)).length > 0) return null;
  return `${operation.id} ${JSON.stringify(input)} ${viewKey(view)} ${sequence} ${context.today()}`;
}

/** Says what the answer is told by; true where who asks has it already, so that it need not be made. */
function unchanged({ headers }: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  void reply
    .header("etag", tag)
    .header("cache-control", "private, no-cache")
    .header("vary", "accept-encoding");
  return headers["if-none-match"] === tag;
}

async function send({ headers }: FastifyRequest, reply: FastifyReply, answer: Answer): Promise<FastifyReply> {
  void reply.type("application/json; charset=utf-8");
  const accepts = headers["accept-encoding"] ?? "";
  const encoding = /\bbr\b/.test(accepts) ? "br" : /\bgzip\b/.test(accepts) ? "gzip" : null;
  if (encoding === null || answer.body.length < SMALL) return reply.send(answer.body);
  const packed = await answer.packed(encoding);
  return reply.header("content-encoding", encoding).send(packed);
}

const bodyOf = (body: unknown): Record<string, unknown> =>
  body !== null && typeof body === "object" && !Array.isArray(body) ? (body as Record<string, unknown>) : {};
