import type { z } from "zod";
import type { Context, Grant, Role } from "../app/index.js";
import type { Jobs } from "./jobs.js";
import type { SearchIndex } from "./search-index.js";

/** What an operation works with. */
export interface Desk {
  readonly context: Context;
  readonly search: SearchIndex;
  readonly jobs: Jobs;
}

/** Who asks: null on this machine, where no login is asked for. */
export type Caller = Grant | null;

/** One route of the API: route, reference page, OpenAPI and tests are made from the list of these. */
export interface Operation {
  /** Unique; hyphens for spaces. */
  readonly id: string;
  readonly method: "GET" | "POST" | "DELETE";
  /** With parameters in braces, as OpenAPI writes them. */
  readonly path: string;
  readonly summary: string;
  readonly group: string;
  /** The least role that may ask. */
  readonly role: Role;
  /** Path parameters, and query or body; strict. */
  readonly input: z.ZodObject;
  readonly output: z.ZodType;
  /** HTTP status of a good answer; default 200. */
  readonly status?: number;
  /** Inputs that name files of the server: refused. */
  readonly refused?: readonly string[];
  run(input: Record<string, unknown>, desk: Desk, caller: Caller): Promise<unknown>;
}
