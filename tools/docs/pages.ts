import { z } from "zod";
import { errorTable, loadUseCases, type UseCase } from "../../src/app/index.js";
import { readingSchema } from "../../src/app/schema/reading.js";
import { fieldForms } from "../../src/cli/options.js";
import { rulesPage } from "./rules-page.js";

/** Reference pages by path under docs/reference. Generated: what stands in them is what the code says. */
export async function referencePages(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ["errors.md", errorsPage()],
    ["commands.md", await commandsPage()],
    ["rules.md", await rulesPage(MADE)],
    ["reading.schema.json", `${JSON.stringify(z.toJSONSchema(readingSchema, { reused: "ref" }), null, 2)}\n`],
  ]);
}

const MADE = "<!-- made by `npm run docs`; edit the code instead -->\n";

function errorsPage(): string {
  const rows = errorTable.map((r) => `| \`${r.code}\` | ${r.exit} | ${r.http} | ${r.what} | ${r.now} |`);
  return [
    `${MADE}# Errors`,
    "",
    "Every error has a code, says what happened, where, and what to do now. The exit code groups them: 2 wrong use, 3 bad input, 4 not found, 5 store, 6 installation, 1 anything else.",
    "",
    "| code | exit | HTTP | what | now |",
    "|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

async function commandsPage(): Promise<string> {
  return [
    `${MADE}# Commands`,
    "",
    "All commands take `--store FILE` (default: the variable RAPPORTEUR_STORE, else `.rapporteur/store.sqlite` in this folder) and `--format`. Lists come as `{ items, next }` in JSON.",
    "",
    ...(await loadUseCases()).flatMap(commandSection),
  ].join("\n");
}

function commandSection(definition: UseCase): string[] {
  const forms = fieldForms(definition.input);
  const placed = definition.positional.map((p) => {
    const form = forms.find((f) => f.name === p);
    const name = form?.kind === "list" ? `${p} ...` : p;
    return form?.optional ? `[${name}]` : name;
  });
  const rows = forms.map((f) => {
    const name = definition.positional.includes(f.name) ? f.name : `--${f.flag}`;
    const values = f.choices.length > 0 ? ` (${f.choices.join(", ")})` : "";
    return `| \`${name}\` | ${f.about}${values}${f.fallback === undefined ? "" : `; default ${String(f.fallback)}`} |`;
  });
  const formats = ["table", "json", ...Object.keys(definition.formats ?? {})].join(", ");
  return [
    `## ${[definition.name, ...placed].join(" ")}`,
    "",
    `${definition.summary}. Formats: ${formats}.`,
    "",
    ...(rows.length > 0 ? ["| input | meaning |", "|---|---|", ...rows, ""] : []),
    "```sh",
    definition.example,
    "```",
    "",
  ];
}
