import { setFlagsFromString } from "node:v8";

/**
 * What V8 is told, by work. `heap-growing-percent`: by how much the heap may outgrow what is alive in it before it is cleared up;
 * V8's own choice is over 100.
 */
const FLAGS = {
  /** Books of a large store are held for long, and what is read beside them is not. */
  holding: ["--heap-growing-percent=40", "--parallel-scavenge", "--allocation-site-pretenuring"],
  /**
   * Little lives long, and clearing up less often saves a tenth; the collector's helpers would take the core of the thread that
   * writes. The first documents wait for their transaction: V8 took from them that their like lives long ("pretenuring"), and moved
   * a quarter of all texts twice.
   */
  adding: ["--heap-growing-percent=150", "--no-parallel-scavenge", "--no-allocation-site-pretenuring"],
} as const;

/** Sets how near to what is held the memory of this process stays, for all of its threads. */
export function keepMemoryFor(work: keyof typeof FLAGS): void {
  for (const flag of FLAGS[work]) setFlagsFromString(flag);
}
