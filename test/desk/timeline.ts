import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { manyOf } from "../../eval/desk/interactions.js";
import { type At, answer, type Desk, JR, KNOWN, opened, query, settled, until } from "./support.js";

/** Ten thousand items instead of those on record. */
async function crowded(desk: Desk, page: Page): Promise<void> {
  type Lines = Parameters<typeof manyOf>[0];
  const json = manyOf(await answer<Lines>(desk, "timeline?negotiation=japan-russia&asKnownOn=2019-12-17"));
  await page.route("**/api/v1/timeline*", (route) => route.fulfill({ json }));
}

export function timeline(at: At): void {
  it("is walked with arrow keys, opened with Enter, zoomed with + - 0", async () => {
    const page = await opened(at(), `${JR}/timeline?${KNOWN}`);
    const points = page.locator("svg.chart [role=button]");
    await points.first().waitFor();
    const whole = await points.count();
    expect(whole).toBeGreaterThan(20);
    await page.locator("svg.chart [tabindex='0']").first().focus();
    const here = (): Promise<string | null> =>
      page.evaluate(() => document.activeElement?.getAttribute("data-id") ?? null);
    const first = await here();
    await page.keyboard.press("ArrowRight");
    await until(here).not.toBe(first);
    const chosen = await here();
    await page.keyboard.press("Enter");
    await until(() => query(page).item).toBe(chosen);
    await page.locator(".picked [data-evidence]").first().waitFor();
    await page.keyboard.press("+");
    await page.keyboard.press("+");
    await until(() => points.count()).toBeLessThan(whole);
    await page.keyboard.press("0");
    await until(() => points.count()).toBe(whole);
  });

  it("is brushed with the mouse", async () => {
    const page = await opened(at(), `${JR}/timeline?${KNOWN}`);
    const points = page.locator("svg.chart [role=button]");
    await points.first().waitFor();
    const whole = await points.count();
    const box = await page.locator("svg.brush").boundingBox();
    if (box === null) throw new Error("no brush");
    await page.mouse.move(box.x + box.width * 0.94, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.97, box.y + 10, { steps: 4 });
    await page.mouse.up();
    const some = async (): Promise<boolean> => {
      const n = await points.count();
      return n > 0 && n < whole;
    };
    await until(some).toBe(true);
  });

  it("survives fifty items on one day among ten thousand: none covers another, few are drawn, all can be reached", async () => {
    const page = await opened(at(), "/settings");
    await crowded(at(), page);
    await page.goto(`${at().address}${JR}/timeline?${KNOWN}`);
    await settled(page);
    await page.locator(".crowd").first().waitFor();
    expect(await page.evaluate(() => document.querySelectorAll("#page *").length)).toBeLessThan(20_000);
    expect(await page.locator(".lines > li").count()).toBeLessThan(80);
    // Closer to the day: 1500 days after the first of January 2010.
    const covered = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll("svg.chart .point .hit-area")].map((e) =>
        e.getBoundingClientRect(),
      );
      const rows = new Map<number, DOMRect[]>();
      for (const b of boxes) rows.set(Math.round(b.y), [...(rows.get(Math.round(b.y)) ?? []), b]);
      let n = 0;
      for (const row of rows.values()) {
        row.sort((a, b) => a.x - b.x);
        for (let i = 1; i < row.length; i++) if (row[i].x < row[i - 1].right - 2.5) n++;
      }
      return n;
    });
    expect(covered).toBe(0);
    const crowd = page.locator(".crowd").first();
    const said = Number(/\d+/.exec((await crowd.getAttribute("aria-label")) ?? "")?.[0]);
    await crowd.focus();
    await page.keyboard.press("Enter");
    await until(() => page.locator("h2 small").first().textContent()).toBe(String(said));
  });
}
