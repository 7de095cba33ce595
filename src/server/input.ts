import { z } from "zod";
import { AppError } from "../app/index.js";
import type { Operation } from "./operation.js";

interface FieldSchema {
  readonly type?: string;
  readonly anyOf?: readonly FieldSchema[];
}

export interface InputSchema {
  readonly properties: Readonly<Record<string, FieldSchema & Record<string, unknown>>>;
  readonly required: readonly string[];
}

/** JSON Schema of what an operation takes. */
export function inputSchema(operation: Operation): InputSchema {
  const schema = z.toJSONSchema(operation.input, { io: "input", unrepresentable: "any" });
  return { properties: {}, required: [], ...schema } as InputSchema;
}

/** Reads the fields of a query: words become numbers, yes or no, and lists where the schema has such. Errors: USAGE, DATE_BAD, FILE_REFUSED */
export function fieldsOf(query: URLSearchParams, schema: InputSchema): Record<string, unknown> {
  // Without a prototype, so that a field called __proto__ is a field like others.
  const out: Record<string, unknown> = Object.create(null);
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name);
    const type = Object.hasOwn(schema.properties, name) ? schema.properties[name].type : undefined;
    if (type === "array") out[name] = values;
    else if (values.length > 1)
      throw new AppError("USAGE", `"${name}" is given ${values.length} times.`, { field: name });
    else out[name] = typed(values[0], type);
  }
  return out;
}

function typed(text: string, type: string | undefined): unknown {
  if (type === "number" || type === "integer") return text.trim() === "" ? text : Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}

/** Holds what came in against the schema. A field that is not known is refused: a mistyped one would change the answer unseen. */
export function checked(operation: Operation, given: Record<string, unknown>): Record<string, unknown> {
  const file = operation.refused?.find((name) => Object.hasOwn(given, name));
  if (file !== undefined)
    throw new AppError("FILE_REFUSED", `"${file}" acts on the server's machine.`, { field: file });
  const result = operation.input.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue.code === "unrecognized_keys" ? issue.keys.join(", ") : issue.path.join(".");
  throw new AppError(/date/i.test(issue.message) ? "DATE_BAD" : "USAGE", issue.message, { field });
}
