/** Solves one drawn conflict in a process of its own, so that its peak memory is its own: prints one JSON line. */
import { createGame, equilibria, solve } from "../../src/conflict/index.js";
import { megabytes, seconds, spread } from "../support/measure.js";
import { drawnModel } from "./model.js";

const states = Number(process.argv[2]);
const before = megabytes(process.memoryUsage().rss);
const model = drawnModel(states);
const rounds = states <= 4096 ? 30 : states <= 65_536 ? 5 : states <= 1_048_576 ? 3 : 1;
const four: number[] = [];
let stable = 0;
for (let r = 0; r < rounds; r++) {
  const t = seconds();
  const solution = solve(createGame(model), ["NASH", "GMR", "SMR", "SEQ"]);
  four.push(seconds() - t);
  stable = equilibria(solution, "SEQ").length;
}
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
const game = createGame(model);
const t = seconds();
const { capped } = solve(game, ["SIM"]);
const sim = seconds() - t;
console.log(
  JSON.stringify({
    states: game.states.length,
    first: four[0],
    seconds: spread(four).median,
    sim,
    capped: capped.length,
    stable,
    peakMb,
    ownMb: Math.max(0, peakMb - before),
  }),
);
