import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { solve } from "../../src/conflict/index.js";
import { machine, seconds, spread } from "../support/measure.js";
import { bundledGame, sizes } from "./model.js";

export const usage =
  "conflict: time and peak memory to solve graph models of 23 to 16,777,216 states; --most N leaves larger ones out";

interface One {
  readonly states: number;
  /** Building the states and ranks, and solving for Nash, GMR, SMR and SEQ: first run, and median of all. */
  readonly first: number;
  readonly seconds: number;
  /** Processor time of the same: what a busy neighbour distorts least. */
  readonly cpu: number;
  /** Solving for SIM; null where it is not timed. */
  readonly sim: number | null;
  readonly capped: number;
  readonly stable: number;
  readonly peakMb: number;
  readonly ownMb: number;
}

const FOUR = ["NASH", "GMR", "SMR", "SEQ"] as const;

export async function run(options: {
  readonly json: boolean;
  readonly values: ReadonlyMap<string, string>;
}): Promise<void> {
  console.log(`machine: ${machine()}; one core each, a process for each size`);
  const most = Number(options.values.get("most") ?? Number.POSITIVE_INFINITY);
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const script = fileURLToPath(new URL(`one.${extension}`, import.meta.url));
  const found: One[] = [];
  for (const states of sizes.filter((s) => s <= most)) {
    const out = execFileSync(process.execPath, [...process.execArgv, script, String(states)], {
      encoding: "utf8",
    });
    const one = JSON.parse(out) as One;
    found.push(one);
    console.log(
      `${one.states.toLocaleString("en-US").padStart(10)} states: four concepts ${show(one.seconds)} (processor ${show(one.cpu)}, first run ${show(one.first)}), SIM ${one.sim === null ? "not timed" : show(one.sim)}${one.capped > 0 ? ` (given up in ${one.capped})` : ""}; peak ${one.peakMb} MB, ${one.ownMb} MB above an idle process; ${one.stable} SEQ equilibria`,
    );
  }
  const growth = found.slice(1).map((one, k) => ({
    from: found[k].states,
    to: one.states,
    states: one.states / found[k].states,
    seconds: one.seconds / found[k].seconds,
  }));
  for (const g of growth)
    console.log(
      `${g.from} to ${g.to}: ${g.states.toFixed(1)}x the states, ${g.seconds.toFixed(1)}x the time`,
    );
  const game = bundledGame();
  const samples = Array.from({ length: 200 }, () => {
    const t = seconds();
    solve(game, FOUR);
    return seconds() - t;
  });
  const bundled = spread(samples).median;
  console.log(
    `largest bundled model, ${game.states.length} states: ${show(bundled)} (first run ${show(samples[0])})`,
  );
  if (options.json) {
    const by = <T>(pick: (one: One) => T): Record<string, T> =>
      Object.fromEntries(found.map((one) => [one.states, pick(one)]));
    console.log(
      JSON.stringify({
        seconds: by((one) => one.seconds),
        cpuSeconds: by((one) => one.cpu),
        firstSeconds: by((one) => one.first),
        simSeconds: by((one) => one.sim),
        peakMb: by((one) => one.peakMb),
        ownMb: by((one) => one.ownMb),
        growth,
        bundled: { states: game.states.length, seconds: bundled, firstSeconds: samples[0] },
      }),
    );
  }
}

const show = (s: number): string => (s < 0.1 ? `${(s * 1000).toFixed(2)} ms` : `${s.toFixed(2)} s`);
