import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import Order from "./test/support/order.js";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "web/src/**/*.test.ts", "test/**/*.test.ts", "eval/**/*.test.ts"],
    pool: "threads",
    isolate: false,
    // The walk in the browser waits for another process most of the time: of two cores one would be idle with vitest's own choice.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: Order },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ["default", "./test/support/summary.ts"],
  },
});
