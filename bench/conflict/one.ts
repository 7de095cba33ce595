/** Solves one drawn conflict in a process of its own, so that its peak memory is its own: prints one JSON line. */
import { createGame, equilibria, solve } from "../../src/conflict/index.js";
import { cpuSeconds, megabytes, seconds, spread } from "../support/measure.js";
import { drawnModel } from "./model.js";

/** Most states for which SIM is timed: its cost grows with the combinations of moves as well. */
const SIM_STATES = 1_048_576;

const states = Number(process.argv[2]);
const before = megabytes(process.memoryUsage().rss);
const model = drawnModel(states);
const rounds = states <= 4096 ? 30 : states <= 65_536 ? 5 : states <= 1_048_576 ? 3 : 1;
const four: number[] = [];
const cpu: number[] = [];
let stable = 0;
for (let r = 0; r < rounds; r++) {
  const t = seconds();
  const c = cpuSeconds();
  const solution = solve(createGame(model), ["NASH", "GMR", "SMR", "SEQ"]);
  four.push(seconds() - t);
  cpu.push(cpuSeconds() - c);
  if (solution.game.states.length !== states)
    throw new Error(`${solution.game.states.length} states, not ${states}`);
  stable = equilibria(solution, "SEQ").length;
}
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
let sim: number | null = null;
let capped = 0;
if (states <= SIM_STATES) {
  const game = createGame(model);
  const t = seconds();
  capped = solve(game, ["SIM"]).capped.length;
  sim = seconds() - t;
}
console.log(
  JSON.stringify({
    states,
    first: four[0],
    seconds: spread(four).median,
    cpu: spread(cpu).median,
    sim,
    capped,
    stable,
    peakMb,
    ownMb: Math.max(0, peakMb - before),
  }),
);
