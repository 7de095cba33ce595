#!/usr/bin/env node
import { run } from "./run.js";

// Whoever reads (`| head`) may stop reading: that is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

process.exitCode = await run(process.argv.slice(2));
