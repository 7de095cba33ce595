import type { UseCase } from "../use-case.js";
import { checkModelFile } from "./check.js";
import { editModel } from "./edit.js";
import { explainModel } from "./explain.js";
import { inverseModel } from "./inverse.js";
import { newModel } from "./new.js";
import { pathsModel } from "./paths.js";
import { robustnessModel } from "./robustness.js";
import { solveModel } from "./solve.js";
import { suggestModel } from "./suggest.js";
import { whatIfModel } from "./what-if.js";

/** What a person can ask of a model of the conflict, in the order in which help lists it. */
export const modelUseCases: readonly UseCase[] = [
  solveModel,
  explainModel,
  pathsModel,
  whatIfModel,
  robustnessModel,
  inverseModel,
  checkModelFile,
  suggestModel,
  newModel,
  editModel,
];
