import { childWith } from "../../language/index.js";
import type { Mention } from "../types.js";
import type { Page } from "./page.js";
import { headOf } from "./scan.js";
import { type UseRule, useRules } from "./use.rules.js";

const RULES: readonly UseRule[] = useRules;

export interface Use {
  readonly use: Mention["use"];
  readonly rule: string;
}

/**
 * Whether the state or capital at [from, to) stands for its government or for a place, and by which rule of `use.rules.ts`.
 * Prepositions decide first, then the verb: "in Moscow" and "visit Moscow" are places, "pressure from Washington" and subjects governments.
 */
export function useOf(p: Page, from: number, to: number, capital: boolean): Use {
  const { s } = p;
  const head = headOf(s, from, to);
  let b = from - 1;
  while (b >= 0 && (s.upos[b] === "DET" || s.upos[b] === "ADJ")) b--;
  for (const rule of RULES) {
    if (rule.capital !== undefined && rule.capital !== capital) continue;
    if (rule.after !== undefined && !p.has(to, rule.after)) continue;
    if (rule.second !== undefined && !p.has(to + 1, rule.second)) continue;
    if (rule.joinsPlace === true && !joinsPlace(p, b, head)) continue;
    if (rule.before !== undefined && !beforeIs(p, b, rule)) continue;
    if (rule.relation !== undefined && s.deprels[head] !== rule.relation) continue;
    if (rule.governor !== undefined && !governed(p, head, rule)) continue;
    if (rule.governorMoves === true && !moves(p, head)) continue;
    if (rule.somebody === true && !somebodyMoved(p, head)) continue;
    return { use: rule.use, rule: rule.id };
  }
  return { use: "actor", rule: capital ? "entities/capital" : "entities/state" };
}

/** Verbs and their nouns are asked for by lemma, prepositions by the word as it stands. */
function beforeIs(p: Page, b: number, rule: UseRule): boolean {
  if (b < 0) return false;
  if (p.has(b, rule.before as never)) return true;
  const { upos, lemmas } = p.s;
  return (upos[b] === "VERB" || upos[b] === "NOUN") && p.r.words.is(rule.before as never, lemmas[b]);
}

function joinsPlace(p: Page, b: number, head: number): boolean {
  return (
    p.last !== null &&
    p.last.to === b &&
    p.last.use === "place" &&
    p.s.deprels[head] === "conj" &&
    (p.s.norms[b] === "," || p.has(b, "coordinator"))
  );
}

function governed(p: Page, head: number, rule: UseRule): boolean {
  const { s } = p;
  const far = rule.relation === undefined && rule.capital === undefined;
  for (let g = s.heads[head], up = 0; g >= 0 && up < (far ? 2 : 1); g = s.heads[g], up++) {
    if (p.r.words.is(rule.governor as never, s.lemmas[g])) return true;
    if (s.upos[g] !== "NOUN") return false;
  }
  return false;
}

/** Whether the verb's object is somebody: "took him to". */
function somebodyMoved(p: Page, head: number): boolean {
  const g = p.s.heads[head];
  const object = g < 0 ? -1 : childWith(p.s, g, "obj");
  return object >= 0 && (p.s.upos[object] === "PRON" || p.s.upos[object] === "PROPN");
}

function moves(p: Page, head: number): boolean {
  const g = p.s.heads[head];
  return g >= 0 && (childWith(p.s, g, "nsubj:pass") >= 0 || childWith(p.s, g, "obj") >= 0);
}
