import { compand, type RealWeights } from "../../src/language/model/weights.js";
import { FOLDS, type Material } from "./material.js";
import { trainParser } from "./parser.js";
import { Random } from "./random.js";
import { corrected, type Guess, guessed, TagLexicon, trainPass } from "./tagger.js";

const JACKKNIFE_EPOCHS = 3;
export const TAGGER_EPOCHS = 6;
export const PARSER_EPOCHS = 8;

/** What a worker can be asked for: each depends on its fields and the material alone. */
export type Job =
  /** First or, with guesses, second pass over the sentences of a fold, trained on the other folds. */
  | { readonly kind: "fold"; readonly fold: number; readonly guesses: readonly Guess[] | null }
  | { readonly kind: "tagger"; readonly seed: number; readonly guesses: readonly Guess[] | null }
  | { readonly kind: "parser"; readonly seed: number; readonly tags: readonly Int32Array[] };

export interface ParserWeights {
  readonly actions: RealWeights;
  readonly arcs: RealWeights;
  readonly allowed: readonly Int32Array[];
}

export interface JobResults {
  readonly fold: readonly (Guess | Int32Array)[];
  readonly tagger: RealWeights;
  readonly parser: ParserWeights;
}

export function work(job: Job, m: Material, say: (line: string) => void): JobResults[Job["kind"]] {
  const { data, words, tagLabels } = m;
  if (job.kind === "fold") return fold(job.fold, job.guesses, m, say);
  if (job.kind === "tagger") {
    const lexicon = new TagLexicon(data, tagLabels, words);
    return trainPass(lexicon, data, job.guesses, TAGGER_EPOCHS, new Random(job.seed), say);
  }
  return trainParser(
    data.map((_, i) => m.example(i, job.tags[i])),
    m.arcLabels,
    words,
    PARSER_EPOCHS,
    new Random(job.seed),
    say,
  );
}

function fold(
  fold: number,
  guesses: readonly Guess[] | null,
  { data, words, tagLabels }: Material,
  say: (line: string) => void,
): (Guess | Int32Array)[] {
  const rest = [...data.keys()].filter((i) => i % FOLDS !== fold);
  const others = rest.map((i) => data[i]);
  const lexicon = new TagLexicon(others, tagLabels, words);
  const hints = guesses === null ? null : rest.map((i) => guesses[i]);
  const pass = compand(trainPass(lexicon, others, hints, JACKKNIFE_EPOCHS, new Random(fold), say));
  const mine = [...data.keys()].filter((i) => i % FOLDS === fold);
  return mine.map((i) =>
    guesses === null ? guessed(lexicon, pass, data[i]) : corrected(lexicon, pass, data[i], guesses[i]),
  );
}
