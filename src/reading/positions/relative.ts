import type { Sentence } from "../../language/index.js";
import type { Clause } from "../types.js";

/** What a relative pronoun stands for, or the object itself where it is a noun; parsers join a loose relative clause to the main verb. */
export function meant(s: Sentence, clause: Clause, object: number): number {
  if (s.upos[object] === "NOUN") return object;
  // "What Chile will not accept is a toll"
  const said = s.heads[object];
  if (s.xpos[object] === "WP" && said > clause.head && s.upos[said] === "NOUN") return said;
  if (s.xpos[object] !== "WDT") return -1;
  const over = s.heads[clause.head];
  if (over >= 0 && s.upos[over] === "NOUN") return over;
  let t = object - 1;
  while (t >= 0 && s.upos[t] !== "NOUN") t--;
  while (t >= 0 && s.heads[t] !== over && s.heads[t] >= 0 && s.heads[t] < object) t = s.heads[t];
  return t >= 0 && s.upos[t] === "NOUN" ? t : -1;
}
