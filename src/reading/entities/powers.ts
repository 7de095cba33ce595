import type { Sentence } from "../../language/index.js";
import type { Draft } from "./page.js";
import type { Registry } from "./registry.js";
import { only, type Scan } from "./scan.js";

/** Most tokens in front of a noun for states. */
const LONGEST = 5;

/** "some sixty states demand", "small islands want": states that a number or a trait tells from the rest, where they do something; else null. */
export function unnamedPowers(r: Registry, scan: Scan, t: number): Draft | null {
  const { s, clues } = scan;
  let told = false;
  for (let k = t; k < s.size && k <= t + LONGEST; k++) {
    const u = s.upos[k];
    if (u === "NOUN" && s.xpos[k] === "NNS" && r.words.clues.get(s.lemmas[k])?.has("powers-noun") === true) {
      const acts = s.deprels[k].startsWith("nsubj") && s.upos[s.heads[k]] !== "NOUN";
      if (!told || !acts) return null;
      const from = clues[t]?.has("definite") === true ? t + 1 : t;
      return powersOf(r, s, t, from, k + 1);
    }
    if (k > t && scan.at[k] !== null && only(scan.at[k], "place") === null) return null;
    if (u === "NUM" || u === "ADJ" || u === "PROPN" || u === "NOUN") told = true;
    else if (u !== "DET" && s.norms[k] !== "-") return null;
  }
  return null;
}

/** "four regional powers": several that act, and nobody says who they are. */
export function powersOf(r: Registry, s: Sentence, t: number, from: number, to: number): Draft {
  const name = s.forms.slice(from, to).join(" ");
  const entity = r.add(`powers/${name.toLowerCase()}`, {
    kind: "group",
    name,
    code: null,
    sector: "GOV",
    office: null,
    members: [],
    country: null,
    lexiconKey: `powers/${name.toLowerCase().replaceAll(" ", "-")}`,
  });
  return { from: t, to, entity, form: "nominal", use: "actor", rule: "entities/powers" };
}
