import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Game, type GraphModel, gameOf, parseModel } from "../../src/conflict/index.js";
import { packageRoot } from "../../src/resources/index.js";

const MAKERS = 4;
/** Preference statements of each decision maker: about as many as a person writes for so many options. */
const STATEMENTS = 12;

/** Options, and patterns that leave the number of states asked for. */
const SIZES: Readonly<Record<number, { readonly options: number; readonly infeasible: readonly string[] }>> =
  {
    23: { options: 5, infeasible: ["YY---", "NYYYY"] },
    256: { options: 8, infeasible: [] },
    2048: { options: 11, infeasible: [] },
    65536: { options: 16, infeasible: [] },
    1048576: { options: 20, infeasible: [] },
    16777216: { options: 24, infeasible: [] },
  };

export const sizes = Object.keys(SIZES).map(Number);

/** A conflict of four decision makers with preferences drawn by a fixed seed. */
export function drawnModel(states: number): GraphModel {
  const { options, infeasible } = SIZES[states];
  let seed = 1956;
  const draw = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const pattern = (): string => {
    const chars = new Array<string>(options).fill("-");
    for (let k = 0; k < 2; k++) chars[draw(options)] = draw(2) === 0 ? "Y" : "N";
    return chars.join("");
  };
  return {
    options: Array.from({ length: options }, (_, k) => ({ name: `option ${k}`, direction: "both" })),
    decisionMakers: Array.from({ length: MAKERS }, (_, d) => ({
      name: `side ${d}`,
      options: Array.from({ length: options }, (_, k) => k).filter((k) => k % MAKERS === d),
      statements: Array.from({ length: STATEMENTS }, (_, k) =>
        k % 3 === 2 ? { if: [pattern(), pattern()] } : pattern(),
      ),
      ranking: null,
    })),
    infeasible,
  };
}

/** The largest model of the examples. */
export function bundledGame(): Game {
  const file = join(packageRoot(), "examples", "japan-russia", "model.conflict");
  return gameOf(parseModel(readFileSync(file, "utf8")));
}
