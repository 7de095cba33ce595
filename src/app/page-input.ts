import { z } from "zod";
import { MOST } from "./paging.js";

/** Inputs of every list; both may be left out: then the list comes whole. Apart from `paging`, as schemas take long to load. */
export const pageInput = {
  limit: z.number().int().min(1).max(MOST).optional().describe("most lines of one answer (default: all)"),
  cursor: z.string().max(400).optional().describe("`next` of the answer before"),
};
