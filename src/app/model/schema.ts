import { z } from "zod";
import { type Concept, concepts } from "../../conflict/index.js";
import { day } from "../schema/common.js";

/** Inputs that the commands about a model share. */
export const modelPath = z.string().describe("the model's file");
export const stateInput = z
  .string()
  .default("quo")
  .describe("a state: its number, its Y and N, the options taken (a,b), none, or quo");
export const makerInput = z.string().optional().describe("only this decision maker, by its code");
export const conceptInput = z
  .enum(concepts as [Concept, ...Concept[]])
  .default("SEQ")
  .describe("what counts as a reason to stay");
export const knownInput = day
  .optional()
  .describe("look quotes up in the record as known on this day (default: today)");

export const stateSchema = z.strictObject({
  number: z.number(),
  choices: z.string(),
  taken: z.array(z.string()),
});
export const groundSchema = z.strictObject({
  kind: z.enum(["quote", "assumption"]),
  words: z.string(),
  line: z.number(),
  statement: z.string().nullable(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  state: z.enum(["stands", "moved", "unread", "withdrawn", "gone", "not looked up", "assumed"]),
});
export const reasonSchema = z.strictObject({
  maker: z.string(),
  place: z.number(),
  says: z.string(),
  line: z.number(),
  grounds: z.array(groundSchema),
});

export const sentenceSchema = z.strictObject({
  kind: z.string(),
  about: z.array(z.string()),
  text: z.string(),
  reasons: z.array(reasonSchema),
});
export const changeSchema = z.strictObject({
  edits: z.array(
    z.strictObject({ kind: z.enum(["swap", "drop"]), maker: z.string(), at: z.number(), text: z.string() }),
  ),
  condition: z.string(),
  opens: z.string(),
  text: z.string(),
  leavers: z.array(z.string()),
  joint: z.array(z.strictObject({ members: z.array(z.string()), to: z.array(stateSchema) })),
  lasting: z.array(stateSchema),
  minimal: z.boolean(),
  reasons: z.array(reasonSchema),
});
