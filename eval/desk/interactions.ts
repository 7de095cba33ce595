import type { Browser, Page } from "playwright-core";

export interface Interactions {
  /**
   * Milliseconds for which an action keeps the page busy until the frame that shows it, by action: the median of a few tries, over ten
   * thousand items. Time of the page's own thread, so that what else the machine does is not in it.
   */
  readonly by: Readonly<Record<string, number>>;
  readonly worst: number;
}

const ITEMS = 10_000;
const TRIES = 5;

interface Lines {
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

/** Ten thousand items over ten years, fifty of them on one day, made of the lines that the example has. */
export function manyOf<T extends Lines>(lines: T): T {
  const day = (n: number): string =>
    new Date(Date.UTC(2010, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
  const items = Array.from({ length: ITEMS }, (_, n) => {
    const d = day(n < 50 ? 1500 : Math.floor((n * 3640) / ITEMS));
    const when = { earliest: d, latest: d, edtf: d, precision: "day" };
    return { ...lines.items[n % lines.items.length], id: `made-${n}`, when };
  });
  return { ...lines, items };
}

/** How long the desk takes to show what a person did, with ten thousand items on the page. */
export async function interactions(browser: Browser, address: string): Promise<Interactions> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const clock = await page.context().newCDPSession(page);
  await clock.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async (): Promise<number> => {
    const { metrics } = await clock.send("Performance.getMetrics");
    return (metrics.find((m) => m.name === "TaskDuration")?.value ?? Number.NaN) * 1000;
  };
  const times: Record<string, number[]> = {};
  const time = async (what: string, act: () => Promise<void>): Promise<void> => {
    const begun = await busy();
    await act();
    times[what] ??= [];
    times[what].push((await busy()) - begun);
  };
  for (const name of ["timeline", "quotes"]) {
    const answer = await fetch(`${address}/api/v1/${name}?negotiation=japan-russia&asKnownOn=2019-12-17`);
    const json = manyOf((await answer.json()) as Lines);
    await page.route(`**/api/v1/${name}*`, (route) => route.fulfill({ json }));
  }
  await page.goto(`${address}/n/japan-russia/timeline?known=2019-12-17`);
  await page.locator("svg.chart .point").first().waitFor();
  for (let i = 0; i < TRIES; i++) {
    await time("timeline: closer", () => click(page, '[aria-label="Closer"]'));
    await time("timeline: later", () => click(page, '[aria-label="Later"]'));
    await time("timeline: choose", () => click(page, "svg.chart .point"));
    await time("timeline: all", () => click(page, '[aria-label="Zoom"] button:last-child'));
    await time("timeline: a kind off or on", () => click(page, '[aria-label="Kinds shown"] button'));
  }
  await page.goto(`${address}/n/japan-russia/quotes?known=2019-12-17`);
  await page.locator(".lines.virtual > li").first().waitFor();
  for (let i = 0; i < TRIES; i++) {
    await time("list: filter", () => click(page, '.choice button[aria-pressed="false"]'));
    await time("list: scroll", () => scroll(page, 0.2 + i * 0.15));
    await time("list: next line", () => key(page, "j"));
  }
  await page.close();
  const by = Object.fromEntries(Object.entries(times).map(([what, all]) => [what, Math.round(middle(all))]));
  return { by, worst: Math.max(...Object.values(by)) };
}

const click = (page: Page, selector: string): Promise<void> =>
  page.evaluate(async (s) => {
    const element = document.querySelector(s);
    if (element === null) throw new Error(`nothing is ${s}`);
    element.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }, selector);

const scroll = (page: Page, share: number): Promise<void> =>
  page.evaluate(async (to) => {
    scrollTo(0, document.documentElement.scrollHeight * to);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }, share);

const key = (page: Page, name: string): Promise<void> =>
  page.evaluate(async (k) => {
    dispatchEvent(new KeyboardEvent("keydown", { key: k }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }, name);

const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1];
