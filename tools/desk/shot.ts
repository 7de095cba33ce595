/** Pictures of any pages, for looking at while working: `node dist/tools/desk/shot.js FOLDER NAME...`; NAME is a page's, or an address. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { open } from "../../eval/desk/open.js";
import { chromiumPath, openBrowser } from "./browser.js";
import { pagesOf } from "./pages.js";
import { serveExamples } from "./serve.js";

/** Long pages are cut, so that words can be read in the pictures. */
const MOST_SLICES = 3;
/** A phone, a laptop, a 4k screen; in the dark the second alone. */
const widths = (process.env.WIDTHS ?? "360,1440,3840").split(",").map(Number);
const heightOf = (width: number): number => (width < 600 ? 780 : width < 2000 ? 900 : (width * 9) / 16);

async function main([folder = ".", ...names]: readonly string[]): Promise<number> {
  const path = chromiumPath();
  if (path === null) return 1;
  mkdirSync(folder, { recursive: true });
  const served = await serveExamples();
  const browser = await openBrowser(path);
  try {
    const page = await browser.newPage();
    page.on("console", (m) => m.type() === "error" && console.log(m.text()));
    page.on("pageerror", (e) => console.log(e.message));
    const pages = await pagesOf(served.address);
    const wanted = names.flatMap((n) =>
      n.startsWith("/")
        ? [{ name: n.replaceAll(/\W+/g, "-").slice(1, 60), path: n }]
        : pages.filter((p) => p.name === n),
    );
    for (const one of names.length === 0 ? pages : wanted)
      for (const scheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        for (const width of widths) {
          if (scheme === "dark" && width !== (widths[1] ?? widths[0])) continue;
          await page.setViewportSize({ width, height: heightOf(width) });
          await open(page, served.address, one);
          const height = await page.evaluate(() => document.documentElement.scrollHeight);
          const slice = width < 600 ? 1500 : Math.max(1000, heightOf(width));
          for (let y = 0, k = 1; y < height && k <= MOST_SLICES; y += slice, k++)
            await page.screenshot({
              path: join(folder, `${one.name}-${width}-${scheme}-${k}.png`),
              fullPage: true,
              clip: { x: 0, y, width, height: Math.min(slice, height - y) },
            });
        }
      }
  } finally {
    await browser.close();
    await served.close();
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
