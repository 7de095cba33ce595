import { z } from "zod";
import { answer } from "../answer.js";
import { negotiation, times } from "../schema/common.js";
import { useCase } from "../use-case.js";
import { draftText } from "./draft.js";
import { draftFromRecord } from "./from-record.js";
import { readModel } from "./load.js";
import { writeNew } from "./write.js";

interface Output {
  readonly negotiation: string;
  readonly asKnownOn: string;
  /** The model's file. */
  readonly text: string;
  /** Where it was written; null where it was only shown. */
  readonly written: string | null;
  readonly makers: number;
  readonly options: number;
  readonly preferences: { readonly quoted: number; readonly assumed: number };
  readonly states: number;
  /** What the record does not say. */
  readonly asks: readonly string[];
}

/** Drafts a model from the record of a negotiation. */
export const suggestModel = useCase({
  name: "model suggest",
  summary:
    "Draft a model from the record: options and preferences with their words, and what the record does not say",
  group: "model",
  input: z.object({
    negotiation,
    ...times,
    out: z.string().optional().describe("write the draft to this file instead of showing it"),
  }),
  local: { out: "refused" },
  positional: ["negotiation"],
  output: z.strictObject({
    negotiation: z.string(),
    asKnownOn: z.string(),
    text: z.string(),
    written: z.string().nullable(),
    makers: z.number(),
    options: z.number(),
    preferences: z.strictObject({ quoted: z.number(), assumed: z.number() }),
    states: z.number(),
    asks: z.array(z.string()),
  }) as unknown as z.ZodType<Output>,
  example: "rapporteur model suggest japan-russia --as-known-on 2019-12-31",
  async run(input, context) {
    const got = await answer(input, context);
    const draft = draftFromRecord(got);
    const text = draftText(draft);
    const states =
      draft.options.length === 0 ? 0 : readModel(input.out ?? "the draft", text).game.states.length;
    if (input.out !== undefined) await writeNew(input.out, text);
    const quoted = draft.preferences.filter((p) => p.basis.some((b) => b.kind === "quote")).length;
    return {
      negotiation: got.negotiation.id,
      asKnownOn: got.asOf.asKnownOn,
      text,
      written: input.out ?? null,
      makers: draft.makers.length,
      options: draft.options.length,
      preferences: { quoted, assumed: draft.preferences.length - quoted },
      states,
      asks: draft.asks,
    };
  },
  render: (out) => ({
    ...(out.written === null
      ? { text: out.text }
      : { lead: [`${out.written} is written.`, ...out.asks.map((a) => `to say: ${a}`)] }),
    tail: [
      `${out.makers} decision makers, ${out.options} options, ${out.states} states; ${out.preferences.quoted} preferences quoted, ${out.preferences.assumed} assumed`,
      out.options === 0
        ? "The record holds nothing yet to make options of."
        : "A draft is read, changed and owned by a person before it says anything.",
    ],
  }),
  formats: { model: (out) => out.text },
});
