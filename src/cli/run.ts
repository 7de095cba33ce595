import { Command, CommanderError, Option } from "commander";
import pc from "picocolors";
import { catalogue, errorReport, errorRow, type UseCase, version } from "../app/index.js";
import { noteCommand } from "./audit.js";
import { type CliContext, cliContext } from "./context.js";
import { type FieldForm, fieldForms } from "./options.js";
import { clean, layOut } from "./table.js";

/** Runs one command line. Returns the exit code of the errors table; 0 when all went well. */
export async function run(argv: readonly string[]): Promise<number> {
  let code = 0;
  const examples: string[] = [];
  const program = new Command("rapporteur")
    .description(
      "Keeps a negotiation's record from what is published: every line opens the sentence it came from.",
    )
    .version(version)
    .exitOverride()
    .configureHelp({ sortSubcommands: false })
    .addHelpText("after", "\nStart: rapporteur demo\nEach command has an example: rapporteur help COMMAND");
  const words = inWords(argv);
  try {
    for (const entry of catalogue) {
      const parent = parentOf(program, entry.name);
      if (!asks(words, entry.name)) {
        parent.addCommand(new Command(last(entry.name)).summary(entry.summary));
        continue;
      }
      const definition = await entry.load();
      if (parent !== program) {
        if (examples.push(`  ${definition.example}`) === 1)
          parent.addHelpText("after", () => ["", "Examples:", ...examples].join("\n"));
      }
      parent.addCommand(
        command(definition, async (input, options) => {
          const context = cliContext(options.store);
          try {
            code = await perform(definition, input, options.format, context);
            await noteCommand(definition, input, code, context);
          } catch (error) {
            await noteCommand(definition, input, errorRow(error).exit, context);
            throw error;
          } finally {
            await context.close();
          }
        }),
      );
    }
    await program.parseAsync(["node", "rapporteur", ...words]);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return fail(error, argv.includes("json") && argv.includes("--format"));
  }
}

/** Whether a command line is about the command of that name, or asks for its help. Only that one is loaded. */
function asks(argv: readonly string[], name: string): boolean {
  const words = argv[0] === "help" ? argv.slice(1) : argv;
  const [first, second] = name.split(" ");
  // Help about `model` shows an example of each of its commands.
  const group =
    second !== undefined && words[0] === first && (words[1] === undefined || words[1].startsWith("-"));
  return group || name.split(" ").every((word, i) => words[i] === word);
}

const last = (name: string): string => name.slice(name.lastIndexOf(" ") + 1);

/** A name of two words may stand in quotation marks, and after `help`: `help model solve` is `model solve --help`. */
function inWords(argv: readonly string[]): string[] {
  const [first = "", ...rest] = argv;
  const named = catalogue.some((u) => u.name === first) ? first.split(" ") : [first];
  if (first === "help" && catalogue.some((u) => u.name === rest.join(" "))) return [...rest, "--help"];
  return argv.length === 0 ? [] : [...named, ...rest];
}

/** A name of two words is a command under its first word: `model solve`. */
function parentOf(program: Command, name: string): Command {
  const [first, second] = name.split(" ");
  if (second === undefined) return program;
  const there = program.commands.find((c) => c.name() === first);
  if (there !== undefined) return there;
  const parent = new Command(first).summary(groups[first]).description(groups[first]).exitOverride();
  program.addCommand(parent);
  return parent;
}

/** What commands of two words are about, by their first. */
const groups: Readonly<Record<string, string>> = {
  model: "What could break a deadlock: a small model of the conflict, solved and explained",
  token: "Who may use a server that others can reach",
  user: "Who signs in to a server that others can reach",
};

type Perform = (input: Record<string, unknown>, options: { store?: string; format: string }) => Promise<void>;

function command(definition: UseCase, perform: Perform): Command {
  const forms = fieldForms(definition.input);
  const placed = definition.positional.map((name) => forms.find((f) => f.name === name) as FieldForm);
  const cmd = new Command(last(definition.name))
    .summary(definition.summary)
    .description(definition.summary)
    .exitOverride();
  for (const form of placed) {
    const name = form.kind === "list" ? `${form.name}...` : form.name;
    cmd.argument(form.optional ? `[${name}]` : `<${name}>`, form.about);
  }
  const flags = forms.filter((f) => !placed.includes(f));
  for (const form of flags) cmd.addOption(option(form));
  cmd.addOption(
    new Option("--format <form>", "how the answer is printed")
      .choices(["table", "json", ...Object.keys(definition.formats ?? {})])
      .default("table"),
  );
  cmd.option("--store <file>", "the store (default: RAPPORTEUR_STORE, else .rapporteur/store.sqlite here)");
  cmd.addHelpText("after", `\nExample:\n  ${definition.example}`);
  cmd.action(async (...args: unknown[]) => {
    const options = args[placed.length] as Record<string, unknown> & { store?: string; format: string };
    const input: Record<string, unknown> = {};
    for (const [i, form] of placed.entries()) if (args[i] !== undefined) input[form.name] = args[i];
    for (const form of flags) if (options[form.name] !== undefined) input[form.name] = options[form.name];
    await perform(input, options);
  });
  return cmd;
}

function option(form: FieldForm): Option {
  if (form.kind === "boolean") return new Option(`--${form.flag}`, form.about);
  const o = new Option(
    `--${form.flag} <${form.kind === "list" ? `${form.kind}...` : form.kind}>`,
    form.about,
  );
  if (form.kind === "choice") o.choices([...form.choices]);
  if (form.kind === "number") o.argParser(Number);
  if (!form.optional) o.makeOptionMandatory();
  return o;
}

async function perform(
  definition: UseCase,
  raw: Record<string, unknown>,
  format: string,
  context: CliContext,
): Promise<number> {
  const input = parse(definition, raw);
  const output = await definition.run(input, context);
  context.progress.end();
  if (format === "json") process.stdout.write(`${JSON.stringify(output, null, 2)}\n`);
  else if (format !== "table") process.stdout.write(definition.formats?.[format](output, input) ?? "");
  else process.stdout.write(layOut(definition.render(output, input), process.stdout.columns ?? 120, pc.bold));
  return (output as { exit?: number } | null)?.exit ?? 0;
}

function parse(definition: UseCase, raw: Record<string, unknown>): Record<string, unknown> {
  const result = definition.input.safeParse(raw);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw Object.assign(new Error(issue.message), {
    code: /date/i.test(issue.message) ? "DATE_BAD" : "USAGE",
    where: { option: issue.path.join(".") },
  });
}

function fail(error: unknown, json: boolean): number {
  const row = errorRow(error);
  const report = errorReport(error);
  if (json) process.stderr.write(`${JSON.stringify(report)}\n`);
  else {
    const { code, what, detail, where, now } = report.error;
    const places = Object.entries(where)
      .map(([k, v]) => `${k} ${String(v)}`)
      .join(", ");
    process.stderr.write(`${pc.red(code)} ${what}\n`);
    process.stderr.write(
      `  what: ${clean(detail)}${places ? `\n  where: ${clean(places)}` : ""}\n  now: ${now}\n`,
    );
    if (code === "INTERNAL" && error instanceof Error) process.stderr.write(`${clean(error.stack ?? "")}\n`);
  }
  return row.exit;
}
