import { z } from "zod";
import type { Evidence } from "../answer.js";
import { answer } from "../answer.js";
import type { Context } from "../context.js";
import { errorRow } from "../errors.js";
import type { Rendering } from "../use-case.js";
import { useCase } from "../use-case.js";
import { add } from "./add.js";
import { showWhen } from "./lines.js";
import { type MovedLine, movedSince } from "./moved.js";
import { newNegotiation } from "./new.js";
import { quoted, type Status, status, statusOf } from "./status.js";

interface Shown {
  readonly status: Status;
  readonly since: string;
  readonly moved: readonly MovedLine[];
  readonly ahead: readonly {
    readonly when: string;
    readonly what: string;
    readonly place: string | null;
    readonly evidence: readonly Evidence[];
  }[];
}

interface Output {
  readonly store: string;
  /** Where the desk is open; null where it was not asked for. */
  readonly address: string | null;
  readonly dossiers: readonly { readonly id: string; readonly added: number; readonly there: number }[];
  readonly shown: Shown;
}

/** Dossier shown first, and the days its story is best looked at from. */
const SHOWN = { id: "japan-russia", asKnownOn: "2019-12-17", since: "2019-09-01" };

/** Reads the bundled example dossiers into the store and shows where the first one stands. */
export const demo = useCase({
  name: "demo",
  summary: "Read the example dossiers and show where the talks stand, what moved, what comes next",
  group: "negotiations",
  writes: true,
  input: z.object({
    serve: z.boolean().optional().describe("then open the desk on them, at port 4747 or any free one"),
    ifWatched: z
      .boolean()
      .optional()
      .describe("with --serve: only where a person watches, not in a pipe and not in CI"),
  }),
  local: { serve: "refused", ifWatched: "refused" },
  positional: [],
  output: z.object({
    store: z.string(),
    address: z.string().nullable(),
    dossiers: z.array(z.object({ id: z.string(), added: z.number(), there: z.number() })),
    shown: z.unknown(),
  }) as unknown as z.ZodType<Output>,
  example: "rapporteur demo",
  async run({ serve, ifWatched }, context) {
    const { exampleDossiers } = await import("../../resources/index.js");
    const dossiers: { id: string; added: number; there: number }[] = [];
    for (const { id, folder, file } of exampleDossiers()) {
      await newNegotiation.run({ id, file, replace: true }, context);
      const { items } = (await add.run({ paths: [folder] }, context)) as {
        items: readonly { outcome: string }[];
      };
      dossiers.push({
        id,
        added: items.filter((i) => i.outcome === "added").length,
        there: items.filter((i) => i.outcome === "already there").length,
      });
    }
    const got = await answer({ negotiation: SHOWN.id, asKnownOn: SHOWN.asKnownOn }, context);
    const ahead = got.view.meetings
      .filter((m) => m.status === "scheduled" && (m.when.latest ?? "") >= SHOWN.asKnownOn)
      .map((m) => ({
        when: showWhen(m.when),
        what: m.what,
        place: m.place,
        evidence: got.evidence(m.reports.map((r) => r.statement)),
      }));
    const moved = movedSince(got, SHOWN.since).filter((m) =>
      ["meeting", "agreement", "proposal", "measure", "commitment"].includes(m.kind),
    );
    return {
      store: context.storePath,
      address:
        serve === true && (ifWatched !== true || context.watched === true) ? await opened(context) : null,
      dossiers,
      shown: { status: statusOf(got), since: SHOWN.since, moved, ahead },
    };
  },
  render: render,
});

/** Opens the desk; a port that another program holds is no reason to end a demonstration. */
async function opened(context: Context): Promise<string | null> {
  const host = "127.0.0.1";
  try {
    return (await context.serve?.({ port: 4747, host })) ?? null;
  } catch (error) {
    if (errorRow(error).code !== "PORT_TAKEN") throw error;
    return (await context.serve?.({ port: 0, host })) ?? null;
  }
}

function render({ store, address, dossiers, shown }: Output): Rendering {
  const stands = status.render(shown.status, {});
  const lines: string[] = [];
  lines.push(`WHAT MOVED since ${shown.since}`);
  for (const m of shown.moved.slice(0, 10)) {
    lines.push(
      `  - ${m.change} ${m.kind}: ${m.text}${m.field === null ? "" : ` (${m.field}: ${m.before || "none"} → ${m.after || "none"})`}`,
      ...quoted(m.evidence, "      ", 1),
    );
  }
  if (shown.moved.length > 10)
    lines.push(
      `  and ${shown.moved.length - 10} more: rapporteur moved ${SHOWN.id} --since ${shown.since} --as-known-on ${SHOWN.asKnownOn}`,
    );
  lines.push("", "WHAT COMES NEXT");
  for (const a of shown.ahead)
    lines.push(
      `  - ${a.when}: ${a.what}${a.place ? `, ${a.place}` : ""}`,
      ...quoted(a.evidence, "      ", 1),
    );
  if (shown.ahead.length === 0) lines.push("  no scheduled meeting was found");
  const id =
    shown.ahead[0]?.evidence[0]?.statement.slice(0, 8) ??
    shown.moved[0]?.evidence[0]?.statement.slice(0, 8) ??
    "ID";
  const run = "node dist/src/cli/main.js";
  return {
    lead: [
      ...dossiers.map((d) => `${d.id}: ${d.added} dispatches read, ${d.there} there already`),
      "",
      ...(stands.lead ?? []),
      "",
      "WHERE IT STANDS",
    ],
    text: `${stands.text ?? ""}\n${lines.join("\n")}`,
    tail: [
      ...(stands.tail ?? []),
      "",
      `The store is ${store}. Go on:`,
      `  ${run} evidence ${id}                                      the words behind a line`,
      `  ${run} status ${SHOWN.id} --as-known-on 2018-12-15 --why      the same talks a year before, with the rules`,
      `  ${run} brief ${SHOWN.id} --as-known-on ${SHOWN.asKnownOn}             one page, every sentence footnoted`,
      `  ${run} new my-talks --parties AAA=First BBB=Second           your own negotiation, then: add FILES`,
      `  ${run} serve                                             the desk in the browser`,
      `  ${run} --help`,
      ...(address === null
        ? []
        : ["", `The desk is open at ${address} with these dossiers in it. Ctrl-C ends it.`]),
    ],
  };
}
