import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Path of the system's Chromium, else of one that Playwright installed; RAPPORTEUR_CHROMIUM names another. Null where there is none. */
export const chromiumPath = (): string | null =>
  [process.env.RAPPORTEUR_CHROMIUM ?? "", ...places, chromium.executablePath()].find(
    (p) => p !== "" && existsSync(p),
  ) ?? null;

/** The same; where none is there and the machine is one to install on (CI, root, Debian's tools), it is installed. */
export function chromiumOrInstalled(): string | null {
  const found = chromiumPath();
  const may = Boolean(process.env.CI) && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (found !== null || !may) return found;
  try {
    const options = { stdio: "ignore", timeout: 240_000 } as const;
    execFileSync("apt-get", ["update", "-q"], options);
    execFileSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], options);
  } catch {
    // No network or no such package: the caller says what was skipped.
  }
  return chromiumPath();
}

export const NO_CHROMIUM =
  "no Chromium was found, so no page was opened. Debian: apt-get install chromium; or name one in RAPPORTEUR_CHROMIUM.";

export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
