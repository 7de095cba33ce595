import { chromium } from "playwright-core";
import { chromiumPath } from "../../tools/desk/browser.js";

export interface PageLoad {
  readonly firstPaintMs: number;
  /** Until the page shows where each negotiation stands. */
  readonly shownMs: number;
  /** Script of the first page as it came over the wire. */
  readonly scriptKb: number;
}

/** First paint and script of the first page in a browser that has nothing of it; null where there is none, or the pages are not built. */
export async function pageLoad(address: string): Promise<PageLoad | null> {
  const executablePath = chromiumPath();
  if (executablePath === null) return null;
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await (await browser.newContext()).newPage();
    await page.goto(address);
    await page.locator(".dossier .mark").first().waitFor();
    const shownMs = Math.round(await page.evaluate(() => performance.now()));
    await page.waitForLoadState("networkidle");
    const found = await page.evaluate(async () => ({
      // The entry comes with a frame, which may be later than the words that are asked for.
      paint: await new Promise<number>((done) => {
        new PerformanceObserver((list, own) => {
          const [first] = list.getEntriesByName("first-contentful-paint");
          if (first === undefined) return;
          own.disconnect();
          done(first.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
      script: performance
        .getEntriesByType("resource")
        .filter((r) => r.name.endsWith(".js"))
        .reduce((sum, r) => sum + (r as PerformanceResourceTiming).encodedBodySize, 0),
    }));
    if (found.script === 0) return null;
    return { firstPaintMs: Math.round(found.paint), shownMs, scriptKb: Math.round(found.script / 100) / 10 };
  } finally {
    await browser.close();
  }
}
