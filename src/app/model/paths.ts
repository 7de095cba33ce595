import { z } from "zod";
import { evolution, isStable, solve } from "../../conflict/index.js";
import { useCase } from "../use-case.js";
import { findState, loadModel } from "./load.js";
import { conceptInput, modelPath, stateInput, stateSchema } from "./schema.js";
import { nameState, type StateName, showState, tellMove } from "./telling/index.js";

interface PathLine {
  readonly to: StateName;
  readonly moves: number;
  /** Shortest path: who moves, and where to. */
  readonly path: readonly { readonly mover: string; readonly move: string; readonly to: StateName }[];
  /** Whether it holds for all under the concept. */
  readonly holds: boolean;
}

interface Output {
  readonly model: string;
  readonly from: StateName;
  readonly improving: boolean;
  readonly concept: string;
  readonly states: number;
  readonly reached: number;
  readonly items: readonly PathLine[];
  readonly next: null;
}

/** Most states listed; all are counted. */
const LISTED = 4096;

/** Where the conflict could go from a state, and by which moves. */
export const pathsModel = useCase({
  name: "model paths",
  summary:
    "Show where the conflict could go from a state, by any moves or by improvements only, with shortest paths",
  group: "model",
  input: z.object({
    model: modelPath,
    state: stateInput,
    to: z.string().optional().describe("only the way to this state"),
    improving: z.boolean().optional().describe("only moves that better their mover"),
    concept: conceptInput,
  }),
  local: { model: "example" },
  positional: ["model", "state"],
  output: z.strictObject({
    model: z.string(),
    from: stateSchema,
    improving: z.boolean(),
    concept: z.string(),
    states: z.number(),
    reached: z.number(),
    items: z.array(
      z.strictObject({
        to: stateSchema,
        moves: z.number(),
        path: z.array(z.strictObject({ mover: z.string(), move: z.string(), to: stateSchema })),
        holds: z.boolean(),
      }),
    ),
    next: z.null(),
  }) as unknown as z.ZodType<Output>,
  example:
    "rapporteur model paths examples/japan-russia/model.conflict quo --to two-islands,assure,hand-over,undertake",
  async run(input) {
    const model = await loadModel(input.model);
    const { game, file } = model;
    const from = findState(model, input.state);
    const found = evolution(game, from, input.improving === true);
    const wanted = input.to === undefined ? found.reached.slice(0, LISTED) : [findState(model, input.to)];
    const solution = solve(game, [input.concept]);
    const items = wanted.flatMap((to): PathLine[] => {
      const path = found.path(to);
      if (path === null) return [];
      return [
        {
          to: nameState(model, to),
          moves: path.length,
          path: path.map((p, k) => ({
            mover: file.makers[p.mover].code,
            move: tellMove(model, k === 0 ? from : path[k - 1].to, p.to, "present"),
            to: nameState(model, p.to),
          })),
          holds: file.makers.every((_, i) => isStable(solution, i, to, input.concept)),
        },
      ];
    });
    return {
      model: model.path,
      from: nameState(model, from),
      improving: input.improving === true,
      concept: input.concept,
      states: game.states.length,
      reached: found.reached.length,
      items,
      next: null,
    };
  },
  render: (out) => ({
    lead: [
      `from ${showState(out.from)} by ${out.improving ? "moves that better their mover" : "any moves"}: ${out.reached} of ${out.states - 1} other states can be reached`,
    ],
    columns: ["state", "options taken", "moves", "shortest path", `holds (${out.concept})`],
    rows: out.items.map((l) => [
      String(l.to.number),
      l.to.taken.join(", ") || "nothing",
      String(l.moves),
      l.path.map((p) => `${p.mover} ${p.move} (${p.to.number})`).join(", then "),
      l.holds ? "yes" : "",
    ]),
    tail: [
      ...(out.items.length === 0
        ? [out.improving ? "No move betters its mover: nobody leaves by that way." : "No move leads there."]
        : []),
      ...(out.reached > out.items.length && out.items.length > 1 ? [`${out.items.length} listed`] : []),
      "Nobody moves twice in succession. A state in brackets is where the move leads.",
    ],
  }),
});
