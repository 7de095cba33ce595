import { setFlagsFromString } from "node:v8";

/** Percent by which the heap may outgrow what is alive in it before it is cleared up; V8's own choice is over 100. */
const GROWTH = {
  /** Books of a large store are held for long, and what is read beside them is not. */
  holding: 40,
  /** Little lives long, and clearing up more often takes a fifth of the time. */
  adding: 150,
} as const;

/** Sets how near to what is held the memory of this process stays, for all of its threads. */
export function keepMemoryFor(work: keyof typeof GROWTH): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH[work]}`);
}
