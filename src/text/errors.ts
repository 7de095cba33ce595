/**
 * A failure of the pure core with a stable code. The table of all codes, with exit code, HTTP status and
 * advice, is `src/app/errors.ts`; a test compares the two.
 */
export class CoreError extends Error {
  override readonly name = "CoreError";
  constructor(
    /** Stable code, e.g. `SPAN_OUTSIDE`. Never reused. */
    readonly code: string,
    message: string,
    /** Where it happened: offsets, ids, names. Plain data. */
    readonly where: Readonly<Record<string, string | number | null>> = {},
  ) {
    super(message);
  }
}
