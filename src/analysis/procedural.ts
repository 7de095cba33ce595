import type { Lexicon } from "../language/index.js";

/** Whether what was agreed is only to meet or to go on talking. */
export type Procedural = (what: string) => boolean;

/** Whether a stance names what the sides agreed, or their talks: to give that up is no softening. */
export type Common = (stance: string) => boolean;

export function createCommon(lexicon: Lexicon): Common {
  const talks = lexicon.list("analysis/talk-words");
  const agreed = lexicon.list("analysis/agreement-words");
  const after = lexicon.list("analysis/after-head");
  return (stance) => {
    const words = stance.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const end = words.findIndex((w, i) => i > 0 && after.has(w));
    const head = words[(end < 0 ? words.length : end) - 1] ?? "";
    return agreed.has(head) || talks.has(head);
  };
}

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
