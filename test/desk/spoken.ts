import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { amiss, type Said } from "../../eval/desk/spoken.js";
import { type At, JR, KNOWN, opened, settled, until } from "./support.js";

/** What a screen reader is given; that every page has its landmarks and names is seen on the walk, see `pages.ts`. */
export function spoken(at: At): void {
  it("would notice a page without them", () => {
    const bare: Said[] = [
      { depth: 0, role: "main", name: "", rest: ":" },
      { depth: 1, role: "heading", name: "A", rest: " [level=1]" },
      { depth: 1, role: "heading", name: "B", rest: " [level=3]" },
      { depth: 1, role: "button", name: "", rest: "" },
    ];
    expect(amiss(bare)).toEqual([
      "0 landmarks banner",
      "no navigation",
      "button without a name",
      "after level 1 comes level 3: B",
    ]);
  });

  it("tells what has changed: a page that loads, words that were copied, lines left to review, articles found", async () => {
    const live = (page: Page): Promise<string> =>
      page.evaluate(() =>
        [...document.querySelectorAll("[role=status], [role=alert]")].map((e) => e.textContent).join(" "),
      );
    const page = await opened(at(), `${JR}/review?${KNOWN}`);
    expect(await live(page)).toMatch(/\d+ to review/);
    await page.keyboard.press("s");
    await until(() => live(page)).toMatch(/\d+ to review, 0 decided/);
    await page.goto(`${at().address}/search?q=treaty`);
    await settled(page);
    await until(() => live(page)).toMatch(/\d+ articles/);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy a link to this page as it is" }).click();
    await until(() => live(page)).toContain("Copied");
  });

  it("says where the focus has gone when a page was chosen", async () => {
    const page = await opened(at(), `${JR}?${KNOWN}`);
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Quotes" }).click();
    await settled(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("page");
    expect(await page.title()).toMatch(/^Quotes/);
  });
}
