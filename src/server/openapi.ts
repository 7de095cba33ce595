import { z } from "zod";
import { errorTable, version } from "../app/index.js";
import { inputSchema } from "./input.js";
import type { Operation } from "./operation.js";

const errorBody = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "what", "detail", "where", "now"],
      properties: {
        code: { type: "string", enum: errorTable.map((r) => r.code) },
        what: { type: "string", description: "what happened" },
        detail: { type: "string", description: "this case of it" },
        where: { type: "object", description: "field, line or id" },
        now: { type: "string", description: "what to do now" },
      },
    },
  },
};

/** The API as an OpenAPI 3.1 document, made from the same list as the routes. */
export function openApi(operations: readonly Operation[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const o of operations) {
    paths[o.path] ??= {};
    paths[o.path][o.method.toLowerCase()] = described(o);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Rapporteur",
      version,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      description:
        "The record of negotiations, every line with its evidence. On the server's own machine no login is asked for; elsewhere send `Authorization: Bearer TOKEN`.",
    },
    paths,
    components: {
      schemas: { Error: errorBody },
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
    },
    security: [{ token: [] }, {}],
  };
}

function described(o: Operation): Record<string, unknown> {
  const { properties, required } = inputSchema(o);
  const inPath = [...o.path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]);
  const fields = Object.keys(properties).filter((name) => o.method === "GET" || inPath.includes(name));
  const parameters = fields.map((name) => ({
    name,
    in: inPath.includes(name) ? "path" : "query",
    required: inPath.includes(name) || (required.includes(name) && properties[name].default === undefined),
    description: properties[name].description,
    schema: properties[name],
    ...(properties[name].type === "array" ? { style: "form", explode: true } : {}),
  }));
  const body = z.toJSONSchema(o.input, { io: "input", unrepresentable: "any" });
  const answer = z.toJSONSchema(o.output, { io: "output", unrepresentable: "any", reused: "inline" });
  return {
    operationId: o.id,
    summary: o.summary,
    tags: [o.group],
    "x-role": o.role,
    parameters,
    ...(o.method === "POST" ? { requestBody: { required: true, content: json(bare(body)) } } : {}),
    responses: {
      [o.status ?? 200]: { description: "The answer", content: json(bare(answer)) },
      default: { description: "An error", content: json({ $ref: "#/components/schemas/Error" }) },
    },
  };
}

const json = (schema: unknown): unknown => ({ "application/json": { schema } });

/** A schema without the line that says which dialect it is in: the document's own is the same. */
function bare({ $schema: _, ...schema }: Record<string, unknown>): Record<string, unknown> {
  return schema;
}
