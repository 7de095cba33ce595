import { type PassageOptions, runPassages } from "../score/index.js";

export const usage =
  "meetings [FILE] [--check] [--freeze]: meetings and anniversaries on our own passages; --check adds the third set aside, and shows no sentence of it";

/** Fails where a passage of the whole gold does worse than the frozen result. */
export async function run([file]: readonly string[], options: PassageOptions): Promise<number> {
  return runPassages("meetings", ["meeting", "anniversary"], file, options);
}
