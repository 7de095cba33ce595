import type { Sentence } from "../../language/index.js";
import { verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import type { Reader } from "./meaning.js";
import type { EventWords } from "./words.js";

/** "Nobody expects Norway to leave": who does it, or who says so, is no one. */
export function byNobody(r: Reader, c: Clause): boolean {
  for (let x: Clause | undefined = c, steps = 0; x !== undefined && steps < 3; steps++) {
    if (x.subjects.some((t) => r.words.is("nobody", r.s.norms[t]))) return true;
    const parent: number = COMPLEMENTS.has(x.relation) ? x.parent : -1;
    x = parent < 0 ? undefined : r.clauses.find((y) => y.index === parent);
  }
  return false;
}

/** "Had Turkey opened its bases": a condition that was not met. */
export function inverted(r: Reader, c: Clause): boolean {
  const { s } = r;
  const verb = verbOf(c);
  const subject = c.passive ? c.objects[0] : c.subjects[0];
  if (subject === undefined || subject > verb) return false;
  for (let k = s.firstChild[verb]; k >= 0 && k < subject; k = s.nextSibling[k])
    if (s.deprels[k].startsWith("aux") && r.words.is("inverted", s.norms[k]) && s.norms[s.size - 1] !== "?")
      return true;
  // "Had Japan not surrendered", whose "had" was taken for the main verb.
  const over = s.heads[verb];
  return (
    over >= 0 &&
    over < subject &&
    (over === 0 || s.norms[over - 1] === ",") &&
    s.deprels[verb] === "xcomp" &&
    s.xpos[verb] === "VBN" &&
    r.words.is("inverted", s.norms[over]) &&
    s.norms[s.size - 1] !== "?"
  );
}

const COMPLEMENTS = new Set(["xcomp", "ccomp"]);

/** Whether a sentence reports a game: a word of a sport, or two that sport and politics share, and nothing of politics. */
export function isSport(s: Sentence, words: Pick<EventWords, "kinds">): boolean {
  let told = games.get(s);
  if (told === undefined) {
    told = tellsGame(s, words);
    games.set(s, told);
  }
  return told;
}

/** By sentence: several layers ask. */
const games = new WeakMap<Sentence, boolean>();

function tellsGame(s: Sentence, words: Pick<EventWords, "kinds">): boolean {
  let weight = 0;
  let score = false;
  let contest = false;
  for (let t = 0; t < s.size; t++) {
    const w = s.norms[t];
    const kinds = words.kinds(w);
    const ofLemma = s.lemmas[t] === w ? kinds : words.kinds(s.lemmas[t]);
    if (kinds.size === 0 && ofLemma.size === 0) {
      score ||= isScore(s, t);
      continue;
    }
    if (kinds.has("politics") || ofLemma.has("politics")) return false;
    if (kinds.has("sport")) weight += 2;
    else if (kinds.has("sport-weak")) weight++;
    else if (isScore(s, t)) score = true;
    if (ofLemma.has("sport-verb")) contest = true;
  }
  return weight + (score ? 1 : 0) + (contest ? 1 : 0) > 1;
}

const DIGITS = /^\d{1,3}$/;

/** "2-1", as one token or three. */
function isScore(s: Sentence, t: number): boolean {
  const w = s.norms[t];
  const c = w.charCodeAt(0);
  if (w === "-") return t > 0 && DIGITS.test(s.norms[t - 1]) && DIGITS.test(s.norms[t + 1] ?? "");
  return c >= 48 && c <= 57 && /^\d{1,3}-\d{1,3}$/.test(w);
}
