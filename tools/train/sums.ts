import type { RealWeights } from "../../src/language/model/weights.js";

/** The mean of models, cell by cell. */
export function mean(models: readonly RealWeights[]): RealWeights {
  const values = new Float32Array(models[0].values.length);
  for (const m of models) for (let i = 0; i < values.length; i++) values[i] += m.values[i] / models.length;
  return { ...models[0], values };
}
