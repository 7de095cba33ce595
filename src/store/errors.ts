export type StoreErrorCode =
  | "STORE_MISSING"
  | "STORE_BUSY"
  | "STORE_FULL"
  | "STORE_DAMAGED"
  | "STORE_TOO_NEW"
  | "STORE_READONLY"
  | "STORE_CLOSED"
  | "DOCUMENT_UNKNOWN";

/** A failure of a store with a code of the errors table; `where` names file, table or id. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  constructor(
    readonly code: StoreErrorCode,
    message: string,
    readonly where: Readonly<Record<string, string | number | null>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
