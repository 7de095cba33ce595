import { z } from "zod";
import { operations } from "../../src/server/index.js";

/** The few words of JSON Schema that zod writes for the answers. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

/** Answers that pages ask for. Lists of the record and whole readings have the core's own types, which the desk shares as they are. */
const asked = new Set([
  "articles",
  "changes",
  "commitments",
  "contradictions",
  "evidence",
  "history",
  "identity",
  "job",
  "judge",
  "list",
  "marks",
  "me",
  "model-show",
  "moved",
  "search",
  "show",
  "sources",
  "status",
]);

/** `web/src/api/answers.ts`: the shape of every answer, from the schemas that the OpenAPI document is made of. */
export async function answersFile(): Promise<string> {
  const lines: string[] = [];
  for (const o of (await operations()).toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (!asked.has(o.id)) continue;
    const schema = z.toJSONSchema(o.output, { io: "output", unrepresentable: "any", reused: "inline" });
    lines.push(`  /** ${o.summary}. */`, `  readonly ${quoted(o.id)}: ${typeOf(schema as Schema, "  ")};`);
  }
  return `/** Made by \`npm run docs\` from the schemas of the API; edit these instead. */\nexport interface Answers {\n${lines.join("\n")}\n}\n`;
}

function typeOf(s: Schema, indent: string): string {
  if (s.const !== undefined) return JSON.stringify(s.const);
  if (s.enum !== undefined) return s.enum.map((v) => JSON.stringify(v)).join(" | ");
  const some = s.anyOf ?? s.oneOf;
  if (some !== undefined) return [...new Set(some.map((one) => typeOf(one, indent)))].join(" | ");
  if (Array.isArray(s.type)) return s.type.map((type) => typeOf({ ...s, type }, indent)).join(" | ");
  if (s.prefixItems !== undefined)
    return `readonly [${s.prefixItems.map((i) => typeOf(i, indent)).join(", ")}]`;
  if (s.type === "array") return arrayOf(typeOf(s.items ?? {}, indent));
  if (s.type === "object") return objectOf(s, indent);
  if (s.type === "integer") return "number";
  return typeof s.type === "string" ? s.type : "unknown";
}

const arrayOf = (item: string): string =>
  /^[\w"]+$/.test(item) || item.startsWith("{") ? `readonly ${item}[]` : `readonly (${item})[]`;

function objectOf(s: Schema, indent: string): string {
  const more = s.additionalProperties;
  const fields = Object.entries(s.properties ?? {});
  if (fields.length === 0)
    return typeof more === "object"
      ? `Readonly<Record<string, ${typeOf(more, indent)}>>`
      : "Readonly<Record<string, unknown>>";
  const deeper = `${indent}  `;
  const lines = fields.map(
    ([name, field]) =>
      `${deeper}readonly ${quoted(name)}${s.required?.includes(name) ? "" : "?"}: ${typeOf(field, deeper)};`,
  );
  return `{\n${lines.join("\n")}\n${indent}}`;
}

const quoted = (name: string): string => (/^[a-zA-Z_]\w*$/.test(name) ? name : JSON.stringify(name));
