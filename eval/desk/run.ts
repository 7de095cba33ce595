import { chromiumPath, NO_CHROMIUM, openBrowser } from "../../tools/desk/browser.js";
import { serveExamples } from "../../tools/desk/serve.js";
import { interactions } from "./interactions.js";
import { walk } from "./walk.js";

export const usage = "desk: opens every page of the desk in Chromium over the example dossiers";

const LEAST_PAGES = 24;
const MOST_SCRIPT = 150;
/** Milliseconds from an action to the frame that shows it. */
const MOST_WAIT = 100;

/** Fails where a page breaks, an accessibility rule is broken, a claim has no words, or the first page grows too heavy. */
export async function run(_: readonly string[], options: { readonly json: boolean }): Promise<number> {
  const path = chromiumPath();
  if (path === null) {
    console.log(`Skipped: ${NO_CHROMIUM}`);
    if (options.json) console.log(JSON.stringify({ skipped: "no Chromium" }));
    return 0;
  }
  const served = await serveExamples();
  const browser = await openBrowser(path);
  try {
    const { by, worst } = await interactions(browser, served.address);
    const { findings, ...walked } = await walk(browser, served.address);
    const sums = { ...walked, interactionMs: worst };
    for (const [what, ms] of Object.entries(by))
      process.stderr.write(`${what}: ${ms} ms with 10,000 items\n`);
    for (const line of findings) console.log(line);
    if (!options.json) console.table(sums);
    else console.log(JSON.stringify(sums));
    const wrong =
      sums.axeViolations +
      sums.unheard +
      sums.consoleErrors +
      sums.claimsWithoutEvidence +
      sums.overflowing +
      sums.broken;
    return sums.pages >= LEAST_PAGES && sums.scriptKb < MOST_SCRIPT && worst < MOST_WAIT && wrong === 0
      ? 0
      : 1;
  } finally {
    await browser.close();
    await served.close();
  }
}
