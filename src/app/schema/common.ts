import { z } from "zod";
import { isIsoDate } from "../../text/index.js";

/** A calendar day given by a person. */
export const day = z.string().refine(isIsoDate, { message: "This date is not a calendar day YYYY-MM-DD." });

/** The two times of every answer. */
export const times = {
  asKnownOn: day.optional().describe("only what was published by this day counts (default: today)"),
  about: day
    .optional()
    .describe("the day in the world that is asked about (default: the day of --as-known-on)"),
};

/** The negotiation asked about; may be left out where the store holds one only. */
export const negotiation = z
  .string()
  .optional()
  .describe("id of the negotiation (may be left out if there is only one)");

/** Words at a place in a stored text, as every line carries them. */
export const evidenceSchema = z.strictObject({
  statement: z.string().describe("id for `rapporteur evidence`"),
  quote: z.string().describe("the exact words"),
  document: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  title: z.string().nullable(),
});
