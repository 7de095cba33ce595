import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";

/** The one server and the one browser that all tests of the desk share. */
export interface Desk {
  readonly address: string;
  readonly browser: Browser;
  readonly pages: Page[];
  readonly complaints: string[];
  /** What the browser may complain of in this test: statuses and network errors by their name. */
  readonly foreseen: Set<string>;
}

export type At = () => Desk;

/** A page of its own at an address of the desk, once it shows what it has. What the console complains of is kept. */
export async function opened(
  desk: Desk,
  path: string,
  options: BrowserContextOptions = {},
  isPage = true,
): Promise<Page> {
  const context = await desk.browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on("console", (m) => m.type() === "error" && desk.complaints.push(`${page.url()}: ${m.text()}`));
  page.on("pageerror", (e) => desk.complaints.push(`${page.url()}: ${e.message}`));
  desk.pages.push(page);
  await page.goto(desk.address + path);
  if (isPage) await settled(page);
  return page;
}

/** What was complained of in a test, without what it foresaw; the next test foresees nothing. The console speaks
 * late: what was foreseen is left out when the test is over, not when it was said. */
export function complained(desk: Desk): readonly string[] {
  const foreseen = [...desk.foreseen];
  desk.foreseen.clear();
  return desk.complaints
    .splice(0)
    .filter((c) => !(c.includes("Failed to load resource") && foreseen.some((f) => c.includes(f))));
}

/** Waits until the page has a heading and waits for nothing. */
export const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () => document.querySelector("#page h1") !== null && document.querySelector(".loading") === null,
  );

export const heading = (page: Page): Promise<string | null> => page.textContent("#page h1");

export const query = (page: Page): Record<string, string> =>
  Object.fromEntries(new URL(page.url()).searchParams);

/** What `until` can wait for. */
export interface Becomes {
  readonly not: Becomes;
  toBe(value: unknown): Promise<void>;
  toContain(value: string): Promise<void>;
  toMatch(value: RegExp): Promise<void>;
  toBeGreaterThan(value: number): Promise<void>;
  toBeLessThan(value: number): Promise<void>;
}

/** Waits for something to become so; the failure shows what it was last. */
export const until = <T>(now: () => T | Promise<T>): Becomes =>
  expect.poll(now, { timeout: 30_000, interval: 50 }) as unknown as Becomes;

export async function answer<T>(desk: Desk, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${desk.address}/api/v1/${path}`, {
    ...(body === undefined
      ? {}
      : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  const value: unknown = await response.json();
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
  return value as T;
}

export const JR = "/n/japan-russia";
export const KNOWN = "known=2019-12-17";
