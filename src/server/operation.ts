import type { z } from "zod";
import type { Access, Context, DeskFile, Grant, Role } from "../app/index.js";
import type { Jobs } from "./jobs.js";
import type { SearchIndex } from "./search-index.js";

/** What an operation works with. */
export interface Desk {
  readonly context: Context;
  readonly search: SearchIndex;
  readonly jobs: Jobs;
  readonly file: DeskFile;
  /** Who may use it; null where nobody is asked. */
  readonly access?: Access | null;
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
  /** Somebody who holds the role in some negotiations alone may ask too, and gets what concerns those. */
  readonly scoped: boolean;
  /** Its answer is made from the store's lists and the day alone: the same until something comes in. A function says whether now. */
  readonly derived?: boolean | ((desk: Desk) => Promise<boolean>);
  /** Path parameters, and query or body; strict. */
  readonly input: z.ZodObject;
  readonly output: z.ZodType;
  /** HTTP status of a good answer; default 200. */
  readonly status?: number;
  /** Inputs that name files of the server: refused. */
  readonly refused?: readonly string[];
  run(input: Record<string, unknown>, desk: Desk, caller: Caller): Promise<unknown>;
}
