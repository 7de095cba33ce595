import { type PassageOptions, runPassages } from "../score/index.js";

export const usage =
  "stances [FILE] [--check] [--freeze]: positions, measures, conditions, linkages and assessments on our own passages; --check adds the quarter set aside, and shows no sentence of it";

/** Fails where a passage of the whole gold does worse than the frozen result. */
export async function run([file]: readonly string[], options: PassageOptions): Promise<number> {
  return runPassages("stances", ["position", "measure", "condition", "linkage", "assessment"], file, options);
}
