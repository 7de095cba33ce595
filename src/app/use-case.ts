import type { z } from "zod";
import type { Context } from "./context.js";

/** Anything with columns that a face can lay out: a terminal table, a page, a spreadsheet. */
export interface Rendering {
  /** Lines before the table, e.g. a one-line verdict. */
  readonly lead?: readonly string[];
  readonly columns?: readonly string[];
  readonly rows?: readonly (readonly string[])[];
  /** One line below each row: the words it rests on. */
  readonly under?: readonly string[];
  /** Free text instead of, or after, a table (Markdown briefs, marked text). */
  readonly text?: string;
  /** Lines after the table. */
  readonly tail?: readonly string[];
}

/**
 * One thing a person can ask for, as one record: every face (command line, reference pages, tests; later HTTP) loops over the
 * list of these and adds nothing of its own.
 */
export interface UseCase<I extends z.ZodObject = z.ZodObject, O = unknown> {
  /** Command and route name; of two words where commands belong together ("model solve"). */
  readonly name: string;
  readonly summary: string;
  readonly group: "negotiations" | "reading" | "answers" | "record" | "model" | "upkeep";
  readonly input: I;
  /** Inputs given by place on a command line, in order; the last may be a list. */
  readonly positional: readonly (keyof z.infer<I> & string)[];
  readonly output: z.ZodType<O>;
  /** It changes the store or files: over HTTP it is a POST and asks for more than a reader's role. */
  readonly writes?: true;
  /**
   * Inputs that act on this machine (they name its files, or start something): over HTTP they are refused, or, for "example", take
   * the name of a bundled model only.
   */
  readonly local?: Readonly<Record<string, "refused" | "example">>;
  /** Only for a person at this machine: no route at all. */
  readonly terminal?: true;
  /** A command line that works on the example dossiers; run in CI. */
  readonly example: string;
  run(input: z.infer<I>, context: Context): Promise<O>;
  /** The table or text form of the output. */
  render(output: O, input: z.infer<I>): Rendering;
  /** Formats besides `table` and `json`, each printed as it stands. */
  readonly formats?: Readonly<Record<string, (output: O, input: z.infer<I>) => string>>;
}

/** Types a use case from its schemas and forgets the parameters, so that lists of them are possible. */
export function useCase<I extends z.ZodObject, O>(definition: UseCase<I, O>): UseCase {
  return definition as unknown as UseCase;
}
