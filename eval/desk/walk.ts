import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { type PageAt, pagesOf } from "../../tools/desk/pages.js";

export interface Walked {
  readonly pages: number;
  readonly axeViolations: number;
  readonly consoleErrors: number;
  /** Compressed script of the first page, in kB. */
  readonly scriptKb: number;
  readonly claims: number;
  readonly claimsWithoutEvidence: number;
  /** Pages that scroll sideways on a screen of 360 pixels. */
  readonly overflowing: number;
  /** Pages that show an error, or no heading of their own. */
  readonly broken: number;
  /** One line for each thing found. */
  readonly findings: readonly string[];
}

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Opens every page in light, dark and narrow and counts what is wrong. */
export async function walk(browser: Browser, address: string, only?: readonly PageAt[]): Promise<Walked> {
  const findings: string[] = [];
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  let consoleErrors = 0;
  let at = "";
  const complain = (text: string): void => {
    consoleErrors++;
    findings.push(`${at}: console: ${text}`);
  };
  page.on("console", (m) => {
    // A dossier without a model is answered by 4xx, which the browser logs and the page says in words.
    const known = at.startsWith("model") && /status of 4\d\d/.test(m.text());
    if (m.type() === "error" && !known) complain(m.text());
  });
  page.on("pageerror", (e) => complain(e.message));
  const pages = only ?? (await pagesOf(address));
  const scriptKb = await scriptOf(page, address);
  const sums = { axeViolations: 0, claims: 0, claimsWithoutEvidence: 0, overflowing: 0, broken: 0 };
  for (const one of pages) {
    at = one.name;
    const begun = performance.now();
    await open(page, address, one);
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      const axe = new AxeBuilder({ page });
      // Only colours differ in the dark.
      const { violations } = await (scheme === "light"
        ? axe.withTags(rules)
        : axe.withRules("color-contrast")
      ).analyze();
      sums.axeViolations += violations.length;
      for (const v of violations)
        findings.push(`${at} ${scheme}: axe ${v.id}: ${v.nodes[0]?.target.join(" ")} (${v.nodes.length})`);
    }
    const [claims, bare] = await page.evaluate(() => {
      const all = [...document.querySelectorAll("[data-claim]")];
      return [
        all.length,
        all
          .filter((c) => c.querySelector("[data-evidence]") === null)
          .map((c) => c.id || c.textContent?.slice(0, 60)),
      ];
    });
    sums.claims += claims;
    sums.claimsWithoutEvidence += bare.length;
    for (const b of bare) findings.push(`${at}: no evidence: ${b}`);
    const broken = await page.evaluate(
      () => document.querySelector(".notice.bad") !== null || document.querySelectorAll("h1").length !== 1,
    );
    if (broken) {
      sums.broken++;
      findings.push(`${at}: shows an error, or not one heading`);
    }
    await page.setViewportSize({ width: 360, height: 780 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) {
      sums.overflowing++;
      findings.push(`${at}: ${wide} pixels too wide at 360`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    if (only === undefined)
      process.stderr.write(
        `${at} ${Math.round(performance.now() - begun)} ms, ${findings.length} found so far\n`,
      );
  }
  await context.close();
  return { pages: pages.length, ...sums, consoleErrors, scriptKb, findings };
}

export async function open(page: Page, address: string, { path }: PageAt): Promise<void> {
  await page.goto(address + path, { waitUntil: "networkidle" });
  await page.waitForFunction(
    () => document.querySelector("h1") !== null && document.querySelector(".loading") === null,
  );
  // Drawings are made once their box was measured, a frame later.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
}

async function scriptOf(page: Page, address: string): Promise<number> {
  const bodies: Promise<Buffer>[] = [];
  const listen = (r: import("playwright-core").Response): void => {
    if (r.request().resourceType() === "script") bodies.push(r.body());
  };
  page.on("response", listen);
  await page.goto(address, { waitUntil: "networkidle" });
  page.off("response", listen);
  const sizes = (await Promise.all(bodies)).map((b) => gzipSync(b).length);
  return Math.round(sizes.reduce((a, b) => a + b, 0) / 102.4) / 10;
}
