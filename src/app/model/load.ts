import { gameOf, parseModel } from "../../conflict/index.js";
import { CoreError } from "../../text/index.js";
import { AppError } from "../errors.js";
import type { Loaded } from "./telling/index.js";

/** Reads a model. Errors: FILE_UNREADABLE, ENCODING_UNKNOWN, and those of the model, with file and line. */
export async function loadModel(path: string): Promise<Loaded> {
  const { decode, readBytes } = await import("../../intake/index.js");
  return readModel(path, decode(readBytes(path), path).text);
}

/** The same from a text that is at hand; `path` is for messages. */
export function readModel(path: string, text: string): Loaded {
  try {
    const file = parseModel(text);
    return { path, text, file, game: gameOf(file) };
  } catch (error) {
    if (error instanceof CoreError)
      throw new CoreError(error.code, error.message, { file: path, ...error.where });
    throw error;
  }
}

/** Index of a decision maker by its code. Errors: MODEL_UNKNOWN_MAKER */
export function findMaker({ file, path }: Loaded, code: string): number {
  const at = file.makers.findIndex((m) => m.code === code);
  if (at < 0)
    throw new AppError("MODEL_UNKNOWN_MAKER", `No decision maker is called "${code}".`, { file: path, code });
  return at;
}

/**
 * Finds the state a person means: its number, its Y and N, the options taken ("two-islands,insist"), "none", or "quo".
 * Errors: MODEL_STATE_UNKNOWN
 */
export function findState(model: Loaded, asked: string): number {
  const { file, game } = model;
  const n = file.options.length;
  let state: number | undefined;
  if (asked === "quo") state = file.statusQuo ?? undefined;
  else if (/^\d+$/.test(asked)) state = game.states[Number(asked) - 1];
  else if (asked.length === n && /^[YN]+$/.test(asked))
    state = [...asked].reduce((bits, c, k) => bits + (c === "Y" ? 2 ** k : 0), 0);
  else {
    const taken = asked.split(/[\s,+]+/).filter((w) => w !== "" && w !== "none");
    const at = taken.map((id) => file.options.findIndex((o) => o.id === id));
    if (!at.includes(-1)) state = at.reduce((bits, k) => bits | (1 << k), 0);
  }
  if (state === undefined || game.feasible[state] !== 1) {
    const why = asked === "quo" && file.statusQuo === null ? 'The file names no status quo ("quo").' : null;
    throw new AppError("MODEL_STATE_UNKNOWN", why ?? `No feasible state is "${asked}".`, {
      file: model.path,
      state: asked,
    });
  }
  return state;
}
