import { setFlagsFromString } from "node:v8";

/** Percent by which the heap may outgrow what is alive in it before it is cleared up; V8's own choice is over 100. */
const GROWTH = 40;

/** Keeps memory near what is held: books of a large store are held for long, and what is read beside them is not. */
export function holdMemory(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
