import { z } from "zod";
import { type Concept, coalitionConcepts, concepts, SIM_CAP } from "../../conflict/index.js";
import { useCase } from "../use-case.js";
import { links } from "./links.js";
import { findMaker, loadModel } from "./load.js";
import { knownInput, modelPath, stateSchema } from "./schema.js";
import { type Solved, type StateLine, solved } from "./solved.js";
import { showState, tally } from "./telling/index.js";

/** Which states hold, for whom, and under what idea of foresight. */
export const solveModel = useCase({
  name: "model solve",
  summary: "Solve a model: which states hold, for whom, under which idea of foresight",
  group: "model",
  input: z.object({
    model: modelPath,
    asOne: z.array(z.string()).optional().describe("also solve with these decision makers acting as one"),
    all: z.boolean().optional().describe("list every state, not only equilibria and the status quo"),
    asKnownOn: knownInput,
  }),
  local: { model: "example" },
  positional: ["model"],
  output: z.strictObject({
    model: z.string(),
    title: z.string(),
    concepts: z.array(z.enum(concepts as [Concept, ...Concept[]])),
    states: z.number(),
    combinations: z.number(),
    statusQuo: stateSchema.nullable(),
    deadlock: z.boolean().nullable(),
    items: z.array(
      z.strictObject({
        ...stateSchema.shape,
        statusQuo: z.boolean(),
        equilibrium: z.array(z.enum(concepts as [Concept, ...Concept[]])),
        stays: z.record(z.string(), z.array(z.string())),
        stableIn: z.record(z.string(), z.number()).nullable(),
        believed: z.array(z.string()).nullable(),
        asOne: z.array(z.string()).nullable(),
      }),
    ),
    next: z.null(),
    equilibria: z.number(),
    elsewhere: z.number(),
    capped: z.number(),
    follows: z.string(),
    notes: z.array(z.string()),
  }) as unknown as z.ZodType<Solved>,
  example: "rapporteur model solve examples/japan-russia/model.conflict",
  async run(input, context) {
    const model = await loadModel(input.model);
    const found = await links(model.file, context, { required: false, asKnownOn: input.asKnownOn });
    const group = (input.asOne ?? []).map((code) => findMaker(model, code));
    return { ...solved(model, input.all === true, group), follows: tally(model, found) };
  },
  render: (out, input) => {
    const lists = out.combinations > 1;
    const beliefs = out.items.some((l) => l.believed !== null);
    const makers = Object.keys(out.items[0]?.stays ?? {});
    return {
      lead: [
        out.title,
        `${out.states} feasible states${lists ? `, ${out.combinations} combinations of preference lists` : ""}`,
        ...(out.statusQuo === null
          ? []
          : [
              `status quo: ${showState(out.statusQuo)}${out.deadlock ? ": a structural deadlock. Each side stays (SEQ), and no group can leave it to the gain of each member." : ""}`,
            ]),
      ],
      columns: [
        "state",
        "options taken",
        "holds for all",
        ...makers.map((m) => `${m} stays`),
        ...(lists ? ["under so many lists"] : []),
        ...(beliefs ? ["holds as each sees it"] : []),
        ...(input.asOne === undefined ? [] : [`holds with ${input.asOne.join(" and ")} as one`]),
      ],
      rows: out.items.map((l) => [
        `${l.number}${l.statusQuo ? " *" : ""}`,
        l.taken.join(", ") || "nothing",
        brief(l.equilibrium, out.concepts),
        ...makers.map((m) => brief(l.stays[m], out.concepts)),
        ...(lists ? [shares(l.stableIn ?? {}, out)] : []),
        ...(beliefs ? [brief(l.believed ?? [], out.concepts)] : []),
        ...(l.asOne === null ? [] : [brief(l.asOne, coalitionConcepts)]),
      ]),
      tail: [
        ...(out.elsewhere > 0
          ? [
              `${out.elsewhere} more states hold only under other preference lists, as some see it, or for a group as one: --all shows them.`,
            ]
          : []),
        ...(out.equilibria > out.items.length
          ? [`${out.equilibria} states hold under some concept; the first ${out.items.length} are listed.`]
          : []),
        ...(out.concepts.length < concepts.length
          ? ["SIM is left out: the states are too many for it."]
          : []),
        ...(out.capped > 0
          ? [
              `SIM: in ${out.capped} states the search for a simultaneous response was given up after ${SIM_CAP} steps; SIM says unstable there.`,
            ]
          : []),
        out.follows,
        ...out.notes.map((n) => `Limit: ${n}`),
        "* status quo. A side stays (NASH) where no move of its own betters it; or where each that would is met by the others: by moves good for their movers (SEQ), by any moves (GMR), by any moves out of which it finds no way (SMR), by moves at the same time (SIM).",
        `Next: rapporteur model explain ${out.model} STATE`,
      ],
    };
  },
});

/** Concepts in short: "all", "-", or their names. */
const brief = (held: readonly Concept[], asked: readonly Concept[]): string =>
  held.length === asked.length ? "all" : held.join(" ") || "-";

/** "2 of 4", where that differs by concept "NASH 0, GMR SMR 4 of 4". */
function shares(
  counts: StateLine["stableIn"] & object,
  { concepts: asked, combinations: of }: Solved,
): string {
  const by = new Map<number, Concept[]>();
  for (const c of asked) by.set(counts[c] ?? 0, [...(by.get(counts[c] ?? 0) ?? []), c]);
  const parts = [...by].sort((a, b) => a[0] - b[0]);
  return `${parts.length === 1 ? parts[0][0] : parts.map(([n, cs]) => `${cs.join(" ")} ${n}`).join(", ")} of ${of}`;
}
