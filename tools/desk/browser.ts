import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Path of the system's Chromium; RAPPORTEUR_CHROMIUM names another. Null where there is none. */
export const chromiumPath = (): string | null =>
  [process.env.RAPPORTEUR_CHROMIUM ?? "", ...places].find((p) => p !== "" && existsSync(p)) ?? null;

export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
