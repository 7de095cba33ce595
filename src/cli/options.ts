import type { z } from "zod";

/** How one input field appears on a command line. */
export interface FieldForm {
  readonly name: string;
  readonly flag: string;
  readonly kind: "text" | "number" | "boolean" | "list" | "choice";
  readonly choices: readonly string[];
  readonly optional: boolean;
  readonly fallback: unknown;
  readonly about: string;
}

interface ZodInside {
  readonly def: {
    readonly type: string;
    readonly innerType?: ZodInside;
    readonly entries?: Record<string, string>;
    readonly defaultValue?: unknown;
    readonly in?: ZodInside;
  };
  readonly description?: string;
}

/** Reads the fields of an input schema as command line options: `asKnownOn` becomes `--as-known-on`. */
export function fieldForms(schema: z.ZodObject): FieldForm[] {
  return Object.entries(schema.shape).map(([name, type]) => fieldForm(name, type as unknown as ZodInside));
}

function fieldForm(name: string, type: ZodInside): FieldForm {
  let inner = type;
  let optional = false;
  let fallback: unknown;
  let about = type.description ?? "";
  while (inner.def.innerType !== undefined || inner.def.type === "pipe") {
    if (inner.def.type === "optional" || inner.def.type === "default" || inner.def.type === "nullable")
      optional = true;
    if (inner.def.type === "default") fallback = inner.def.defaultValue;
    inner = (inner.def.innerType ?? inner.def.in) as ZodInside;
    about ||= inner.description ?? "";
  }
  const kinds: Record<string, FieldForm["kind"]> = {
    boolean: "boolean",
    array: "list",
    enum: "choice",
    number: "number",
  };
  return {
    name,
    flag: name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`),
    kind: kinds[inner.def.type] ?? "text",
    choices: inner.def.type === "enum" ? Object.keys(inner.def.entries ?? {}) : [],
    optional,
    fallback,
    about,
  };
}
