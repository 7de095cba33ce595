import { z } from "zod";
import { parseModel } from "../../conflict/index.js";
import { useCase } from "../use-case.js";
import { type Edits, editText, nextVersion } from "./edit-text.js";
import { loadModel, readModel } from "./load.js";
import { modelPath } from "./schema.js";
import { solved } from "./solved.js";
import { replaceFile, writeNew } from "./write.js";

/** The changes of preferences that `edit` keeps and `what-if` tries. */
export const editInputs = {
  drop: z.array(z.string()).optional().describe("take a preference out: CODE:PLACE"),
  swap: z.array(z.string()).optional().describe("exchange a preference with the next: CODE:PLACE"),
  move: z.array(z.string()).optional().describe("move a preference: CODE:PLACE:NEW-PLACE"),
  add: z.array(z.string()).optional().describe('put in a preference: "CODE:PLACE: not a if b"'),
  because: z
    .string()
    .optional()
    .describe('what an added preference rests on: "assume WHY", or "quote ID \\"WORDS\\""'),
  quo: z.string().optional().describe("options taken at the status quo, or none"),
};

interface Output {
  readonly model: string;
  readonly version: number;
  /** Where the version before was kept; null where nothing was changed. */
  readonly kept: string | null;
  readonly states: number;
  readonly deadlock: boolean | null;
}

/** Changes a model's file by lines, keeping the version before beside it. */
export const editModel = useCase({
  name: "model edit",
  summary: "Change a model's preferences or status quo; the version before is kept beside it",
  group: "model",
  writes: true,
  input: z.object({ model: modelPath, ...editInputs }),
  local: { model: "refused" },
  positional: ["model"],
  output: z.strictObject({
    model: z.string(),
    version: z.number(),
    kept: z.string().nullable(),
    states: z.number(),
    deadlock: z.boolean().nullable(),
  }) as unknown as z.ZodType<Output>,
  example:
    'rapporteur model edit bridge.conflict --add "NOR:1: build" "NOR:2: not pay if not build" --because "assume Said in private."',
  async run(input) {
    const before = await loadModel(input.model);
    const changed = editText(before.text, input as Edits, parseModel);
    if (changed === before.text) {
      const { states, deadlock } = solved(before, false);
      return { model: input.model, version: before.file.version, kept: null, states, deadlock };
    }
    const text = nextVersion(changed, before.file.version);
    const after = readModel(input.model, text);
    const kept = input.model.replace(/(\.[^./]*)?$/, `.v${before.file.version}$1`);
    await writeNew(kept, before.text);
    await replaceFile(input.model, text);
    const { states, deadlock } = solved(after, false);
    return { model: input.model, version: after.file.version, kept, states, deadlock };
  },
  render: (out) => ({
    lead: [
      out.kept === null
        ? `${out.model} stays as it is, version ${out.version}.`
        : `${out.model} is now version ${out.version}; the one before is ${out.kept}.`,
      `${out.states} feasible states${out.deadlock === null ? "" : out.deadlock ? "; the status quo is a structural deadlock" : "; the status quo is no structural deadlock"}`,
    ],
    tail: [`Next: rapporteur model solve ${out.model}`],
  }),
});
