import { type PassageOptions, runPassages } from "../score/index.js";

export const usage =
  "deals [FILE] [--check] [--freeze]: agreements, proposals and commitments on our own passages; --check adds those set aside, and shows no sentence of it";

/** Fails where a passage of the whole gold does worse than the frozen result. */
export async function run([file]: readonly string[], options: PassageOptions): Promise<number> {
  return runPassages("deals", ["agreement", "proposal", "commitment"], file, options);
}
