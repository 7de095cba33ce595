import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/resources/index.js";
import type { LemmaExample } from "./lemmas.js";

/** Nouns whose plural is none of the regular ones. */
const PLURALS: Readonly<Record<string, string>> = {
  analyses: "analysis",
  axes: "axis",
  bases: "base",
  calves: "calf",
  children: "child",
  crises: "crisis",
  criteria: "criterion",
  diagnoses: "diagnosis",
  elves: "elf",
  emphases: "emphasis",
  feet: "foot",
  geese: "goose",
  halves: "half",
  hypotheses: "hypothesis",
  knives: "knife",
  larvae: "larva",
  leaves: "leaf",
  lives: "life",
  loaves: "loaf",
  memoranda: "memorandum",
  men: "man",
  mice: "mouse",
  oases: "oasis",
  oxen: "ox",
  parentheses: "parenthesis",
  phenomena: "phenomenon",
  referenda: "referendum",
  scarves: "scarf",
  selves: "self",
  shelves: "shelf",
  syntheses: "synthesis",
  teeth: "tooth",
  theses: "thesis",
  thieves: "thief",
  ultimata: "ultimatum",
  wives: "wife",
  wolves: "wolf",
  women: "woman",
};
/** Plurals that are lemmas. */
const ALWAYS_PLURAL =
  "athletics billiards clothes dynamics economics electronics ethics genetics genitals goods grassroots gymnastics headquarters hijinks jeans logistics mathematics means outskirts pants physics politics premises proceedings pyjamas scissors series shenanigans species sunglasses surroundings thanks troops trousers whereabouts".split(
    " ",
  );
/** Verbs that a shorter noun would be taken for: "breath", "past", "cloth". */
/** Verbs that a longer word, which is none, would be taken for: "severe". */
const WITHOUT_E = new Set(["envelop", "sever"]);
/** What is left of "die", "lie", "tie" and the like. */
const TIES = new Set(["d", "l", "t", "v", "unt", "bel", "underl"]);
const WITH_E = new Set(
  "bathe breathe clothe loathe soothe paste range tense sense lapse please curse cease tease ease use unite reunite".split(
    " ",
  ),
);
const VOWEL = /[aeiou]/;
/** One syllable that ends in one vowel and one consonant: its final letter would be doubled, so that without that it ended in "e". */
const SHORT = /^[^aeiou]*[aeiou][bdfgklmnprtvzs]$/;

/**
 * Inflected forms that the language's rules and a list of its words explain: "smoked" is of "smoke", as "smok" is no word, "bombed" of
 * "bomb". `words`: forms in lower case, most frequent first. They teach the suffix rules many more types than treebanks hold; what the
 * treebanks say of a form comes first.
 */
export function* inflections(words: readonly string[], weight: number): Generator<LemmaExample> {
  const rank = new Map(words.map((w, i) => [w, i]));
  const always = new Set(ALWAYS_PLURAL);
  const irregular = irregularVerbs();
  for (const [form, lemma, tag] of irregular) yield { form, tag, lemma, weight };
  for (const [form, lemma] of Object.entries(PLURALS)) yield { form, tag: "NOUN|NNS", lemma, weight };
  for (const form of ALWAYS_PLURAL) yield { form, tag: "NOUN|NNS", lemma: form, weight };
  const taken = new Set(irregular.map(([form]) => form));
  for (const form of words) {
    if (!/^[a-z]{4,}$/.test(form)) continue;
    if (form.endsWith("ed") && !taken.has(form)) {
      const lemma = base(form.slice(0, -2), rank);
      if (lemma !== null) {
        yield { form, tag: "VERB|VBD", lemma, weight };
        yield { form, tag: "VERB|VBN", lemma, weight };
      }
    } else if (form.endsWith("ing")) {
      const lemma = base(form.slice(0, -3), rank);
      if (lemma !== null) yield { form, tag: "VERB|VBG", lemma, weight };
    } else if (form.endsWith("s") && !form.endsWith("ss")) {
      const lemma = singular(form, rank);
      if (lemma === null) continue;
      yield { form, tag: "VERB|VBZ", lemma, weight };
      if (PLURALS[form] === undefined && !always.has(form)) yield { form, tag: "NOUN|NNS", lemma, weight };
    }
  }
}

/** The verb that a stem in front of "ed" or "ing" belongs to, or null where no word would do. */
function base(stem: string, rank: ReadonlyMap<string, number>): string | null {
  if (!VOWEL.test(stem) && !stem.includes("y")) return null;
  if (WITH_E.has(`${stem}e`)) return `${stem}e`;
  if (WITHOUT_E.has(stem)) return stem;
  if (/^.?.e$/.test(stem) && stem !== "fre") return null;
  const last = stem.slice(-1);
  if (/([bdfgklmnprtvz])\1$/.test(stem)) return best([stem, stem.slice(0, -1)], rank);
  if (last === "y" && TIES.has(stem.slice(0, -1))) return `${stem.slice(0, -1)}ie`;
  if (last === "i" && TIES.has(stem.slice(0, -1))) return `${stem}e`;
  if (last === "i") return best([`${stem.slice(0, -1)}y`], rank);
  if (SHORT.test(stem) || /[cuv]$/.test(stem) || /[^s]s$/.test(stem))
    return best([`${stem}e`], rank) ?? best([stem], rank);
  return best([stem, `${stem}e`], rank);
}

function singular(form: string, rank: ReadonlyMap<string, number>): string | null {
  if (form.endsWith("ies")) return best([`${form.slice(0, -3)}y`, form.slice(0, -1)], rank);
  if (/(ss|sh|ch|x|z|o)es$/.test(form)) return best([form.slice(0, -2), form.slice(0, -1)], rank);
  if (/(us|is)$/.test(form)) return null;
  return best([form.slice(0, -1)], rank);
}

/** The most frequent word of a list. */
function best(list: readonly string[], rank: ReadonlyMap<string, number>): string | null {
  let out: string | null = null;
  for (const w of list) {
    const r = rank.get(w);
    if (r !== undefined && w.length > 2 && (out === null || r < (rank.get(out) as number))) out = w;
  }
  return out;
}

/** Form, lemma, tag. */
function irregularVerbs(): [string, string, string][] {
  return readFileSync(join(packageRoot(), "tools/train/irregular-verbs.tsv"), "utf8")
    .split("\n")
    .slice(1)
    .filter((l) => l !== "")
    .flatMap((l): [string, string, string][] => {
      const [lemma, past, participle] = l.split("\t");
      return [
        [past, lemma, "VERB|VBD"],
        [participle, lemma, "VERB|VBN"],
      ];
    });
}
