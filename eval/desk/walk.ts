import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { type PageAt, pagesOf } from "../../tools/desk/pages.js";
import { broken } from "./axe.js";
import { open } from "./open.js";
import { amiss, tree } from "./spoken.js";

export interface Walked {
  readonly pages: number;
  readonly axeViolations: number;
  /** Landmarks, headings and names that a screen reader misses. */
  readonly unheard: number;
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

/** Fewer lines than this in the accessibility tree are no page of the desk. */
const LEAST_SAID = 20;

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
  const sums = {
    axeViolations: 0,
    unheard: 0,
    claims: 0,
    claimsWithoutEvidence: 0,
    overflowing: 0,
    broken: 0,
  };
  for (const one of pages) {
    at = one.name;
    const begun = performance.now();
    await open(page, address, one);
    const rules = await broken(page);
    sums.axeViolations += rules.length;
    for (const rule of rules) findings.push(`${at} ${rule}`);
    const said = await tree(page);
    const wrong = said.length > LEAST_SAID ? amiss(said) : [`only ${said.length} lines for who hears it`];
    sums.unheard += wrong.length;
    for (const w of wrong) findings.push(`${at}: ${w}`);
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
    const failed = await page.evaluate(
      () => document.querySelector(".notice.bad") !== null || document.querySelectorAll("h1").length !== 1,
    );
    if (failed) {
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
