import { z } from "zod";
import { AppError } from "../errors.js";
import { day } from "../schema/common.js";
import { useCase } from "../use-case.js";
import { type Draft, draftText } from "./draft.js";
import { readModel } from "./load.js";
import { writeNew } from "./write.js";

interface Output {
  readonly model: string;
  readonly makers: readonly string[];
  readonly options: readonly string[];
}

/** Begins a model's file from decision makers and options. */
export const newModel = useCase({
  name: "model new",
  summary: "Begin a model's file from its decision makers and options",
  group: "model",
  writes: true,
  input: z.object({
    model: z.string().describe("the file to make"),
    makers: z.array(z.string()).describe("codes or CODE=Name, e.g. JPN=Japan RUS=Russia"),
    options: z.array(z.string()).describe('CODE:option or "CODE:option=What it means"'),
    title: z.string().optional().describe("what the model is about"),
    negotiation: z.string().optional().describe("id of the negotiation whose record it quotes"),
    known: day.optional().describe("the day up to which the record is read for it"),
  }),
  local: { model: "refused" },
  positional: ["model"],
  output: z.strictObject({
    model: z.string(),
    makers: z.array(z.string()),
    options: z.array(z.string()),
  }) as unknown as z.ZodType<Output>,
  example:
    'rapporteur model new bridge.conflict --makers NOR="North Town" SOU="South Town" --options NOR:pay SOU:build',
  async run(input) {
    const makers = input.makers.map((m) => {
      const [code, name] = m.split("=", 2);
      return { code, name: name ?? code };
    });
    const options = input.options.map((o) => {
      const [, code, id, text] = /^([\w-]+):([\w-]+)(?:=(.*))?$/.exec(o) ?? [];
      if (code === undefined || !makers.some((m) => m.code === code))
        throw new AppError(
          "MODEL_UNKNOWN_MAKER",
          `"${o}" is not CODE:option of one of the decision makers.`,
          {
            option: o,
          },
        );
      return { maker: code, id, text: text ?? id, basis: [] };
    });
    const draft: Draft = {
      title: input.title ?? "Untitled",
      negotiation: input.negotiation ?? null,
      known: input.known ?? null,
      notes: [],
      makers,
      options,
      quo: null,
      never: [],
      preferences: [],
      asks: [
        'Say what each prefers, most important first: one "- " line a preference, with its quote or assumption.',
      ],
    };
    const text = draftText(draft);
    readModel(input.model, text);
    await writeNew(input.model, text);
    return { model: input.model, makers: makers.map((m) => m.code), options: options.map((o) => o.id) };
  },
  render: (out) => ({
    lead: [`${out.model}: ${out.makers.length} decision makers, ${out.options.length} options`],
    tail: [`Next: say in the file what each prefers, then rapporteur model solve ${out.model}`],
  }),
});
