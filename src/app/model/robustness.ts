import { z } from "zod";
import { useCase } from "../use-case.js";
import { links } from "./links.js";
import { findState, loadModel } from "./load.js";
import { changeSchema, conceptInput, knownInput, modelPath, stateInput, stateSchema } from "./schema.js";
import {
  type Change,
  changes,
  groundLines,
  nameState,
  type Reason,
  type StateName,
  showReason,
  tally,
} from "./telling/index.js";

interface Output {
  readonly model: string;
  readonly state: StateName;
  readonly toward: StateName | null;
  readonly concept: string;
  readonly question: string;
  readonly now: string;
  readonly tried: { readonly one: number; readonly two: number };
  readonly items: readonly Change[];
  readonly next: null;
  readonly follows: string;
}

/** How firmly the answer stands: every small change of the preference lists that turns it. */
export const robustnessModel = useCase({
  name: "model robustness",
  summary:
    "Try every change of one or two preferences and show which turn the answer, or open a way to a state",
  group: "model",
  input: z.object({
    model: modelPath,
    state: stateInput,
    toward: z.string().optional().describe("ask instead what would open a way to this state"),
    concept: conceptInput,
    every: z.boolean().optional().describe("also changes of which a part would do"),
    asKnownOn: knownInput,
  }),
  local: { model: "example" },
  positional: ["model", "state"],
  output: z.strictObject({
    model: z.string(),
    state: stateSchema,
    toward: stateSchema.nullable(),
    concept: z.string(),
    question: z.string(),
    now: z.string(),
    tried: z.strictObject({ one: z.number(), two: z.number() }),
    items: z.array(changeSchema),
    next: z.null(),
    follows: z.string(),
  }) as unknown as z.ZodType<Output>,
  example:
    "rapporteur model robustness examples/japan-russia/model.conflict quo --toward two-islands,assure,hand-over,undertake",
  async run(input, context) {
    const model = await loadModel(input.model);
    const s = findState(model, input.state);
    const toward = input.toward === undefined ? undefined : findState(model, input.toward);
    const found = await links(model.file, context, { required: false, asKnownOn: input.asKnownOn });
    const all = changes(model, s, input.concept, found, { toward });
    return {
      model: model.path,
      state: nameState(model, s),
      toward: toward === undefined ? null : nameState(model, toward),
      concept: input.concept,
      question: all.question,
      now: all.now,
      tried: all.tried,
      items: all.items.filter((c) => c.minimal || input.every === true),
      next: null,
      follows: tally(model, found),
    };
  },
  render: (out) => {
    const cited = new Map<string, Reason>();
    for (const c of out.items) for (const r of c.reasons) cited.set(showReason(r), r);
    const rests = [...cited.values()].sort((a, b) => a.line - b.line);
    return {
      lead: [out.question, `now: ${answers[out.now] ?? out.now}`],
      columns: ["edits", "change", "what it opens"],
      rows: out.items.map((c) => [String(c.edits.length), c.condition, c.opens]),
      ...(rests.length === 0
        ? {}
        : {
            text: [
              "What these preferences rest on:",
              ...rests.flatMap((r) => [`  ${showReason(r)}`, ...groundLines(r, "      ")]),
            ].join("\n"),
          }),
      tail: [
        `${out.items.length} changes turn the answer; tried: ${out.tried.one} lists with one edit (two neighbours swapped, or one dropped), ${out.tried.two} with two`,
        out.follows,
      ],
    };
  },
});

const answers: Readonly<Record<string, string>> = {
  holds: `yes`,
  leaves: `no`,
  open: `yes`,
  closed: `no`,
};
