import type { Draft, Page } from "./page.js";
import { headOf } from "./scan.js";
import type { Entry } from "./trie.js";

/** "the Roca government", "Prime Minister Roca's coalition government": whoever is named right before a government leads it; null where nobody is. */
export function ledBy(p: Page, from: number): Draft | null {
  const { last, r } = p;
  const at = p.has(from - 1, "possessive-mark") ? from - 1 : from;
  if (last === null || last.to !== at || last.entity < 0 || last.use !== "actor") return null;
  const e = r.entities[last.entity];
  return e.kind === "person" && e.country !== null && r.words.stateNames.has(e.country) ? last : null;
}

/** "the Chadian government and opposition": the state of the one joined with, told once before both; null where none is. */
export function sharedOwner(p: Page, from: number): string | null {
  const { last, r } = p;
  if (last === null || last.to !== from - 1 || p.s.norms[from - 1] !== "and" || last.entity < 0) return null;
  if (last.rule !== "entities/government" && last.rule !== "entities/owned") return null;
  const { code } = r.entities[last.entity];
  return code !== null && r.words.stateNames.has(code) ? code : null;
}

/** "Chad sent envoys": officials without a country of their own are of whoever the sentence began with. */
export function senderOf(p: Page, from: number, to: number, head: Entry): string | null {
  const { last, s } = p;
  if (
    (head.sector !== "GOV" && head.sector !== "OPP") ||
    last === null ||
    last.entity < 0 ||
    last.use !== "actor"
  )
    return null;
  const { code } = p.r.entities[last.entity];
  // "The UN met representatives of the regime", "UN-hosted talks brought officials": an organisation sends its own where it does the sending.
  if (code === "IGO") {
    const verb = s.heads[headOf(s, from, to)];
    const doer = headOf(s, last.from, last.to);
    if (
      verb < 0 ||
      s.heads[doer] !== verb ||
      !s.deprels[doer].startsWith("nsubj") ||
      p.has(to, "of-preposition")
    )
      return null;
  }
  return code;
}
