/** Pictures of the desk over the example dossiers: `node dist/tools/docs/screens.js [FOLDER] [all]`. Without `all`, those of the documents. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { open } from "../../eval/desk/walk.js";
import { chromiumPath, openBrowser } from "../desk/browser.js";
import { pagesOf } from "../desk/pages.js";
import { rootFolder, serveExamples } from "../desk/serve.js";

const documented = new Set(["home", "timeline", "reader"]);

async function main([folder = join(rootFolder(), "docs/img"), all]: readonly string[]): Promise<number> {
  const path = chromiumPath();
  if (path === null) {
    console.log("No picture was made: no Chromium was found. Debian: apt-get install chromium.");
    return 1;
  }
  mkdirSync(folder, { recursive: true });
  const served = await serveExamples();
  const browser = await openBrowser(path);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    for (const one of await pagesOf(served.address)) {
      if (all === undefined && !documented.has(one.name)) continue;
      await open(page, served.address, one);
      await page.screenshot({
        path: join(folder, all === undefined ? `desk-${one.name}.png` : `${one.name}.png`),
      });
      if (all === undefined) continue;
      await page.emulateMedia({ colorScheme: "dark" });
      await page.screenshot({ path: join(folder, `${one.name}.dark.png`) });
      await page.emulateMedia({ colorScheme: "light" });
      await page.setViewportSize({ width: 360, height: 780 });
      await page.screenshot({ path: join(folder, `${one.name}.narrow.png`) });
      await page.setViewportSize({ width: 1280, height: 860 });
    }
  } finally {
    await browser.close();
    await served.close();
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
