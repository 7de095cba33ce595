import { cpus, totalmem } from "node:os";

/** Minimum, median and maximum of a figure over repeated runs. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { min: sorted[0], median: quantile(sorted, 0.5), max: sorted[sorted.length - 1] };
}

/** Quantile of sorted values by linear interpolation, q in 0..1. */
export function quantile(sorted: readonly number[], q: number): number {
  const at = (sorted.length - 1) * q;
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}

export const seconds = (): number => Number(process.hrtime.bigint()) / 1e9;

/** CPU time of this process so far, in seconds: what a busy neighbour does not distort much. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

export function machine(): string {
  const cores = cpus();
  return `${cores.length} x ${cores[0]?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
}

export const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

export const rate = (n: number): string => Math.round(n).toLocaleString("en-US");

export const ranged = (s: Spread, show: (n: number) => string = rate): string =>
  `${show(s.median)} (${show(s.min)}-${show(s.max)})`;
