import { z } from "zod";
import { type Concept, concepts, equilibria, parseModel, solve, waysOut } from "../../conflict/index.js";
import { useCase } from "../use-case.js";
import { editInputs } from "./edit.js";
import { type Edits, editText } from "./edit-text.js";
import { findState, loadModel, readModel } from "./load.js";
import { conceptInput, modelPath, stateInput, stateSchema } from "./schema.js";
import { type Loaded, nameState, type StateName, showState, telling } from "./telling/index.js";

interface Side {
  readonly state: StateName;
  readonly leavers: readonly string[];
  readonly joint: readonly { readonly members: readonly string[]; readonly to: readonly StateName[] }[];
  readonly equilibria: readonly StateName[];
}

interface Output {
  readonly model: string;
  readonly concept: string;
  readonly before: Side;
  readonly after: Side;
  readonly gained: readonly StateName[];
  readonly lost: readonly StateName[];
}

const side = z.strictObject({
  state: stateSchema,
  leavers: z.array(z.string()),
  joint: z.array(z.strictObject({ members: z.array(z.string()), to: z.array(stateSchema) })),
  equilibria: z.array(stateSchema),
});

/** The answer before and after a change of preferences or status quo, without keeping it. */
export const whatIfModel = useCase({
  name: "model what-if",
  summary: "Show what would hold if preferences or the status quo were others, without keeping the change",
  group: "model",
  input: z.object({ model: modelPath, state: stateInput, ...editInputs, concept: conceptInput }),
  local: { model: "example" },
  positional: ["model", "state"],
  output: z.strictObject({
    model: z.string(),
    concept: z.enum(concepts as [Concept, ...Concept[]]),
    before: side,
    after: side,
    gained: z.array(stateSchema),
    lost: z.array(stateSchema),
  }) as unknown as z.ZodType<Output>,
  example:
    'rapporteur model what-if examples/japan-russia/model.conflict quo --add "USA:1: undertake if two-islands"',
  async run(input) {
    const model = await loadModel(input.model);
    const changed = readModel(input.model, editText(model.text, input as Edits, parseModel));
    const before = sideOf(model, input.state, input.concept);
    const after = sideOf(changed, input.state, input.concept);
    const has = (list: readonly StateName[], s: StateName): boolean =>
      list.some((x) => x.number === s.number);
    return {
      model: model.path,
      concept: input.concept,
      before,
      after,
      gained: after.equilibria.filter((s) => !has(before.equilibria, s)),
      lost: before.equilibria.filter((s) => !has(after.equilibria, s)),
    };
  },
  render: (out) => ({
    columns: ["", "before", "after"],
    rows: [
      ["state", showState(out.before.state), showState(out.after.state)],
      [
        `leaves alone (${out.concept})`,
        out.before.leavers.join(" ") || "nobody",
        out.after.leavers.join(" ") || "nobody",
      ],
      ["could leave together", showJoint(out.before), showJoint(out.after)],
      ["states that hold", numbers(out.before.equilibria), numbers(out.after.equilibria)],
    ],
    tail: [
      ...out.gained.map((s) => `holds now: ${showState(s)}`),
      ...out.lost.map((s) => `holds no more: ${showState(s)}`),
      "Nothing was kept: `rapporteur model edit` with the same changes would.",
    ],
  }),
});

function sideOf(model: Loaded, asked: string, concept: Concept): Side {
  const { game, file } = model;
  const s = findState(model, asked);
  const ways = waysOut(game, s, concept);
  return {
    state: nameState(model, s),
    leavers: ways.leavers.map((k) => file.makers[k].code),
    joint: telling(ways.joint).map((j) => ({
      members: j.members.map((k) => file.makers[k].code),
      to: j.to.map((t) => nameState(model, t)),
    })),
    equilibria: equilibria(solve(game, [concept]), concept).map((t) => nameState(model, t)),
  };
}

const numbers = (list: readonly StateName[]): string => list.map((s) => s.number).join(" ") || "none";

const showJoint = ({ joint }: Side): string =>
  joint.map((j) => `${j.members.join(" + ")} → ${j.to.map(showState).join(" or ")}`).join("; ") || "no group";
