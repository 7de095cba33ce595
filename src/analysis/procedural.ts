import type { Lexicon } from "../language/index.js";

/** Whether what was agreed is only to meet or to go on talking. */
export type Procedural = (what: string) => boolean;

export function createProcedural(lexicon: Lexicon): Procedural {
  const talks = lexicon.list("analysis/talk-words");
  const first = new Map(
    lexicon.table("analysis/procedural").rows.map(([word, needs]) => [word, needs ?? ""]),
  );
  return (what) => {
    const words = what.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const at = words[0] === "to" ? 1 : 0;
    const needs = first.get(words[at] ?? "");
    return needs === "" || (needs === "talks" && words.slice(at + 1).some((w) => talks.has(w)));
  };
}
