import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { defaultSettings, playRules } from "../../src/analysis/index.js";
import { packageRoot } from "../../src/resources/index.js";

interface Shown {
  readonly id: string;
  readonly why: string;
  readonly hits: readonly string[];
  readonly misses: readonly string[];
}

/** Every list of rules in `src/reading/<component>/*.rules.ts`, by component; found by listing, so that a new one cannot be forgotten. */
export async function readingRules(): Promise<ReadonlyMap<string, readonly Shown[]>> {
  const folder = join(packageRoot(), "src/reading");
  const out = new Map<string, Shown[]>();
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((f) => f.endsWith(".rules.ts"))
    .sort();
  const compiled = import.meta.url.endsWith(".js");
  for (const file of files) {
    const path = compiled
      ? join(packageRoot(), "dist/src/reading", file.replace(/\.ts$/, ".js"))
      : join(folder, file);
    const module = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
    // By name: loaders do not agree on the order of exports.
    const rules = Object.keys(module)
      .sort()
      .flatMap((name) => rulesIn(module[name]));
    const component = file.split("/")[0];
    out.set(component, [...(out.get(component) ?? []), ...rules]);
  }
  return out;
}

const rulesIn = (value: unknown): Shown[] =>
  Array.isArray(value) ? (value as unknown[]).filter(isRule) : [];
const isRule = (x: unknown): x is Shown => typeof x === "object" && x !== null && "id" in x && "hits" in x;

/** All rules with their examples, and the rules and thresholds of the verdict. */
export async function rulesPage(made: string): Promise<string> {
  const lines = [
    `${made}# Rules`,
    "",
    'What every rule is for, a sentence that it must fire on and one that it must leave alone. `rapporteur explain "SENTENCE"` says which fired. Marks in examples, `[role words]`, say what must be read from which words; all of a rule\'s examples are run by the tests.',
    "",
  ];
  for (const [component, rules] of await readingRules()) {
    lines.push(`## ${component}`, "", "| rule | why | fires on | not on |", "|---|---|---|---|");
    for (const r of rules)
      lines.push(`| \`${r.id}\` | ${cell(r.why)} | ${cell(r.hits[0])} | ${cell(r.misses[0])} |`);
    lines.push("");
  }
  lines.push(
    "## state of play, in order; the first that holds decides",
    "",
    "| rule | state | why |",
    "|---|---|---|",
  );
  for (const r of playRules) lines.push(`| \`${r.id}\` | ${r.state} | ${cell(r.why)} |`);
  lines.push("", "## thresholds", "", "| setting | default |", "|---|---|");
  for (const [name, value] of Object.entries(defaultSettings)) lines.push(`| \`${name}\` | ${value} |`);
  return `${lines.join("\n")}\n`;
}

const cell = (text: string): string => text.replace(/\|/g, "\\|").replace(/\s+/g, " ");
