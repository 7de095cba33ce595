import type { Dispatch } from "../intake/index.js";
import type { IsoDate } from "../text/index.js";
import { isIsoDate } from "../text/index.js";
import type { Context } from "./context.js";
import { AppError } from "./errors.js";

/** One article from a file or, for "-", from standard input. */
export async function inputDispatch(file: string, context: Context, encoding?: string): Promise<Dispatch> {
  const { readBytes, readDispatch } = await import("../intake/index.js");
  if (file === "-") return readDispatch(await context.stdin(), "standard input", encoding);
  return readDispatch(readBytes(file), file, encoding);
}

/** Whether a text looks like another language than English by its letters. Short texts are not judged. */
export const isForeign = ({ language }: Dispatch): boolean => language !== null && language !== "en";

/**
 * Publication day: what was given, else what the article itself says, else what a person answers. `required` decides what happens
 * then: null, or the error PUBLISHED_MISSING. A day in the future is refused.
 */
export async function resolvePublished(
  dispatch: Dispatch,
  given: string | undefined,
  context: Context,
  { required }: { required: boolean },
): Promise<IsoDate | null> {
  if (given === "unknown") return null;
  let date = given ?? dispatch.published?.date ?? null;
  if (date === null) {
    date = await context.askPublished(dispatch.name, dispatch.text.trim().slice(0, 80).replace(/\s+/g, " "));
    if (date !== null && !isIsoDate(date))
      throw new AppError("DATE_BAD", `"${date}" is not a calendar day.`, { file: dispatch.name });
  }
  if (date === null) {
    if (!required) return null;
    throw new AppError(
      "PUBLISHED_MISSING",
      "No date was given, and header, address, dateline and file name hold none.",
      { file: dispatch.name },
    );
  }
  if (date > context.today())
    throw new AppError("PUBLISHED_IN_FUTURE", `${date} is after today, ${context.today()}.`, {
      file: dispatch.name,
    });
  return date;
}
