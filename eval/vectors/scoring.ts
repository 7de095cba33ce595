import { bocpdPoisson, createToneScores, decayed, optimalPartition } from "../../src/analysis/index.js";
import { loadLexicon } from "../../src/resources/index.js";
import { daysBetween } from "../../src/text/index.js";
import type { VectorCase } from "./run.js";

interface File {
  readonly decay: {
    readonly events: readonly [string, number, number][];
    readonly expected: readonly {
      readonly asOf: string;
      readonly halfLife: number;
      readonly value: number;
    }[];
  };
  readonly optimalPartition: {
    readonly series: readonly number[];
    readonly expected: readonly {
      readonly beta: number;
      readonly changeAt: readonly number[];
      readonly objective: number;
    }[];
  };
  readonly bocpdPoisson: {
    readonly counts: readonly number[];
    readonly hazard: number;
    readonly prior: { readonly shape: number; readonly rate: number };
    readonly mapRunLength: readonly number[];
  };
  readonly seedPooledVersusTracks: {
    readonly events: readonly [string, string, string, number, string][];
    readonly halfLifeDays: number;
    readonly decayed: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly plainSum2019: Readonly<Record<string, number>>;
  };
}

const round = (x: number, places: number): number => Number(x.toFixed(places)) + 0;

export function scoringCases(file: File): VectorCase[] {
  const out: VectorCase[] = [];
  for (const e of file.decay.expected) {
    const events = file.decay.events.map(([date, score, weight]) => ({
      age: daysBetween(date, e.asOf),
      score,
      weight,
    }));
    out.push({
      name: `decay ${e.asOf} half life ${e.halfLife}`,
      expected: e.value,
      actual: round(decayed(events, e.halfLife), 6),
    });
  }
  for (const e of file.optimalPartition.expected) {
    const { changeAt, objective } = optimalPartition(file.optimalPartition.series, e.beta);
    out.push({
      name: `partition beta ${e.beta}`,
      expected: [e.changeAt, e.objective],
      actual: [changeAt, round(objective, 6)],
    });
  }
  const { counts, hazard, prior, mapRunLength } = file.bocpdPoisson;
  out.push({
    name: "run lengths",
    expected: mapRunLength,
    actual: bocpdPoisson(counts, hazard, prior).mapRunLength,
  });
  const scores = createToneScores(loadLexicon());
  const seed = file.seedPooledVersusTracks;
  for (const [, , label, score, text] of seed.events) {
    const [eventClass, mode] = label.split(": ");
    out.push({
      name: `score of ${label}: ${text}`,
      expected: score,
      actual: scores.score(eventClass, mode ?? null),
    });
  }
  const on = (track: string): typeof seed.events =>
    seed.events.filter((e) => track === "pooled" || e[1] === track);
  for (const [day, values] of Object.entries(seed.decayed)) {
    for (const [track, value] of Object.entries(values)) {
      const events = on(track).map(([date, , , score]) => ({
        age: daysBetween(date, day),
        score,
        weight: 1,
      }));
      out.push({
        name: `${track} on ${day}`,
        expected: value,
        actual: round(decayed(events, seed.halfLifeDays), 2),
      });
    }
  }
  for (const [track, value] of Object.entries(seed.plainSum2019)) {
    const sum = on(track)
      .filter((e) => e[0].startsWith("2019"))
      .reduce((s, e) => s + e[3], 0);
    out.push({ name: `${track}, plain sum of 2019`, expected: value, actual: sum });
  }
  return out;
}
