import { version } from "../app/index.js";
import { escapeHtml as e, page } from "./escape.js";
import { inputSchema } from "./input.js";
import type { Operation } from "./operation.js";

/** The API to read through in a browser, made from the same list as the routes. */
export function docsPage(operations: readonly Operation[]): string {
  const groups = [...new Set(operations.map((o) => o.group))];
  const body = groups
    .map(
      (g) =>
        `<h2>${e(g)}</h2>\n${operations
          .filter((o) => o.group === g)
          .map(section)
          .join("\n")}`,
    )
    .join("\n");
  return page(
    "API of Rapporteur",
    `<h1>API, version ${version}</h1>
<p>Answers are JSON. Times: <code>asKnownOn</code> counts only what was published by that day, <code>about</code> is the day asked about.
An error is <code>{"error": {"code", "what", "detail", "where", "now"}}</code>. For programs: <a href="/api/openapi.json">OpenAPI 3.1</a>.
Where a login is asked for, send <code>Authorization: Bearer TOKEN</code>.</p>
${body}`,
  );
}

function section(o: Operation): string {
  const { properties, required } = inputSchema(o);
  const rows = Object.entries(properties).map(([name, field]) => {
    const must = required.includes(name) && field.default === undefined ? "required" : "";
    const choices = Array.isArray(field.enum) ? ` (${field.enum.join(", ")})` : "";
    const fallback = field.default === undefined ? "" : `; default ${String(field.default)}`;
    const about = `${String(field.description ?? "")}${choices}${fallback}`;
    return `<tr><td><code>${e(name)}</code></td><td>${must}</td><td>${e(about)}</td></tr>`;
  });
  const table = rows.length > 0 ? `<table>${rows.join("")}</table>` : "<p>Takes no input.</p>";
  const free = required.every((name) => properties[name].default !== undefined);
  const open = o.method === "GET" && free ? `<p><a href="${e(o.path)}">Open it</a></p>` : "";
  return `<details id="${e(o.id)}"><summary><span class="method">${o.method}</span> <code>${e(o.path)}</code> ${e(o.summary)}</summary>
<p>Role: ${o.role}.</p>${table}${open}</details>`;
}
