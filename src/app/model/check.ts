import { z } from "zod";
import { compileStatement, type FileStatement } from "../../conflict/index.js";
import { useCase } from "../use-case.js";
import { links } from "./links.js";
import { loadModel } from "./load.js";
import { groundSchema, knownInput, modelPath } from "./schema.js";
import { type Ground, grounds, type Link, type Loaded, MOVED, tally } from "./telling/index.js";

interface CheckLine {
  readonly line: number;
  readonly kind: "option" | "never" | "preference" | "order";
  /** Code of whose it is; null for what holds for all. */
  readonly maker: string | null;
  readonly says: string;
  readonly grounds: readonly Ground[];
  /** What became known after the day the model was made for. */
  readonly since: Link["since"];
  readonly flags: readonly string[];
}

interface Output {
  readonly model: string;
  readonly known: string | null;
  readonly lookedUp: boolean;
  readonly items: readonly CheckLine[];
  readonly next: null;
  /** Lines whose evidence moved, or about which something newer is on record. */
  readonly flagged: number;
  /** Lines that rest on nothing but the analyst's word. */
  readonly assumed: number;
  readonly follows: string;
}

/** Looks up what every line of a model rests on, and flags what moved, what is assumed, and what decides nothing. */
export const checkModelFile = useCase({
  name: "model check",
  summary:
    "Look up what every line of a model rests on; flag what moved in the record, what is assumed, what decides nothing",
  group: "model",
  input: z.object({ model: modelPath, asKnownOn: knownInput }),
  local: { model: "example" },
  positional: ["model"],
  output: z.strictObject({
    model: z.string(),
    known: z.string().nullable(),
    lookedUp: z.boolean(),
    items: z.array(
      z.strictObject({
        line: z.number(),
        kind: z.enum(["option", "never", "preference", "order"]),
        maker: z.string().nullable(),
        says: z.string(),
        grounds: z.array(groundSchema),
        since: z.array(z.strictObject({ statement: z.string(), text: z.string() })),
        flags: z.array(z.string()),
      }),
    ),
    next: z.null(),
    flagged: z.number(),
    assumed: z.number(),
    follows: z.string(),
  }) as unknown as z.ZodType<Output>,
  example: "rapporteur model check examples/japan-russia/model.conflict",
  async run(input, context) {
    const model = await loadModel(input.model);
    const found = await links(model.file, context, {
      required: model.file.negotiation !== null,
      asKnownOn: input.asKnownOn,
    });
    const items = lines(model, found);
    return {
      model: model.path,
      known: model.file.known,
      lookedUp: found !== null,
      items,
      next: null,
      flagged: items.filter((i) => i.since.length > 0 || i.grounds.some((g) => MOVED.has(g.state))).length,
      assumed: items.filter((i) => i.grounds.every((g) => g.kind === "assumption")).length,
      follows: tally(model, found),
    };
  },
  render: (out) => ({
    columns: ["line", "of", "says", "rests on", "flags"],
    rows: out.items.map((i) => [
      String(i.line),
      i.maker ?? "",
      i.says,
      i.grounds
        .map((g) =>
          g.kind === "assumption"
            ? `assumed: ${g.words || "not yet said why"}`
            : `“${g.words}” ${[g.publisher, g.published, g.statement?.slice(0, 8)].filter(Boolean).join(", ")}`,
        )
        .join("; "),
      [
        ...i.flags,
        ...i.since.slice(0, 2).map((s) => `since then: ${s.text} [${s.statement.slice(0, 8)}]`),
      ].join("; "),
    ]),
    tail: [
      `${out.items.length} lines${out.known === null ? "" : `, made for the record as known on ${out.known}`}: evidence moved under ${out.flagged}, ${out.assumed} are assumptions`,
      out.follows,
      "Assumptions are the analyst's to confirm: find words for them, or say why they are assumed.",
    ],
  }),
});

const meaning: Readonly<Record<Ground["state"], string | null>> = {
  stands: null,
  "not looked up": null,
  assumed: "assumption",
  moved: "evidence moved: the words stand under another statement",
  unread: "no line of the record rests on these words",
  withdrawn: "evidence moved: the record no longer uses the statement",
  gone: "evidence moved: the words are in no source of the store",
};

function lines(model: Loaded, found: ReadonlyMap<number, Link> | null): CheckLine[] {
  const { file, game } = model;
  const code = (i: number | null): string | null => (i === null ? null : file.makers[i].code);
  const line = (
    kind: CheckLine["kind"],
    maker: number | null,
    says: string,
    entry: Parameters<typeof grounds>[0],
    more: readonly string[] = [],
  ): CheckLine => {
    const rests = grounds(entry, found);
    const since = rests.flatMap((g) => found?.get(g.line)?.since ?? []);
    const flags = rests.flatMap((g) => meaning[g.state] ?? []);
    if (since.length > 0) flags.push(`${since.length} newer on record`);
    return {
      line: entry.line,
      kind,
      maker: code(maker),
      says,
      grounds: rests,
      since,
      flags: [...new Set([...flags, ...more])],
    };
  };
  const idle = (s: FileStatement): string[] => {
    const holds = compileStatement(s.statement);
    const n = game.states.reduce((sum, state) => sum + (holds(state) ? 1 : 0), 0);
    if (n === 0) return ["holds in no feasible state"];
    return n === game.states.length ? ["holds in every feasible state"] : [];
  };
  return [
    ...file.options.map((o) => line("option", o.maker, `${o.id}: ${o.text}`, o)),
    ...file.never.map((n) => line("never", n.seenBy, `never ${n.text}`, n)),
    ...file.lists.flatMap((l) => {
      const name = [
        l.believedBy === null ? "" : `as ${code(l.believedBy)} believes`,
        l.name === null ? "" : `as ${l.name}`,
      ].join("");
      const shown = name === "" ? "" : ` (${name})`;
      return l.order === null
        ? l.statements.map((s, k) => line("preference", l.of, `${k + 1}: ${s.text}${shown}`, s, idle(s)))
        : [line("order", l.of, `order of states${shown}`, l)];
    }),
  ].sort((a, b) => a.line - b.line);
}
