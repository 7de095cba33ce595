/** Pictures of the desk over the example dossiers, in light and dark, for README and docs: `node dist/tools/docs/screens.js [FOLDER]`. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { open } from "../../eval/desk/open.js";
import { chromiumPath, openBrowser } from "../desk/browser.js";
import { pagesOf } from "../desk/pages.js";
import { rootFolder, serveExamples } from "../desk/serve.js";

const documented = ["home", "timeline", "reader", "meetings", "model"];

async function main([folder = join(rootFolder(), "docs/img")]: readonly string[]): Promise<number> {
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
    for (const one of (await pagesOf(served.address)).filter((p) => documented.includes(p.name)))
      for (const scheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        await open(page, served.address, one);
        const name = scheme === "light" ? `desk-${one.name}.png` : `desk-${one.name}-dark.png`;
        await page.screenshot({ path: join(folder, name) });
      }
  } finally {
    await browser.close();
    await served.close();
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
