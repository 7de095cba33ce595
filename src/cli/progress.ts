import { Presets, SingleBar } from "cli-progress";
import type { Progress } from "../app/index.js";

/** A bar on stderr once something has run for a second; nothing where stderr is not a terminal. */
export function terminalProgress(): Progress {
  let bar: SingleBar | null = null;
  let started = 0;
  return {
    step(done, total, what) {
      if (!process.stderr.isTTY) return;
      started ||= Date.now();
      if (bar === null) {
        if (Date.now() - started < 1000) return;
        bar = new SingleBar(
          { stream: process.stderr, format: "{bar} {value}/{total} {what}", hideCursor: true },
          Presets.shades_grey,
        );
        bar.start(total, done, { what });
      }
      bar.update(done, { what });
    },
    end() {
      bar?.stop();
      bar = null;
      started = 0;
    },
  };
}
