import type { Entity } from "../types.js";
import { fold } from "./trie.js";
import type { ActorWords } from "./words.js";

export type Gender = "male" | "female";

/**
 * Sex of a person by the given name's usual sex, where the table has it; what the text itself says ("Ms.", "spokeswoman", "she")
 * is learned by the registry and comes first.
 */
export function genderByName(words: ActorWords, e: Entity): Gender | null {
  const first = e.name.split(/[\s-]/, 1)[0];
  return e.name.includes(" ") ? (words.givenNames.get(fold(first)) ?? null) : null;
}
