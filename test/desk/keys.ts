import { expect, it } from "vitest";
import { type At, heading, JR, KNOWN, opened, query, settled, until } from "./support.js";

/** Everything with the keyboard alone. */
export function keys(at: At): void {
  it("lead from page to page, and the focus goes along", async () => {
    const page = await opened(at(), `${JR}?${KNOWN}`);
    for (const [key, name] of [
      ["t", "Timeline"],
      ["m", "Meetings"],
      ["o", "Positions"],
      ["f", "Conflict model"],
    ] as const) {
      await page.keyboard.press("g");
      await page.keyboard.press(key);
      await until(() => heading(page)).toBe(name);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("page");
    }
    await page.keyboard.press("g");
    await page.keyboard.press("g");
    await until(() => heading(page)).toBe("Negotiations");
  });

  it("go from line to line and open the words of one", async () => {
    const page = await opened(at(), `${JR}/quotes?${KNOWN}`);
    const here = (): Promise<string | null> =>
      page.evaluate(
        () => document.activeElement?.closest("[data-claim]")?.getAttribute("data-claim") ?? null,
      );
    await page.keyboard.press("j");
    const first = await here();
    await page.keyboard.press("j");
    const second = await here();
    expect(first).not.toBeNull();
    expect(second).not.toBe(first);
    await page.keyboard.press("k");
    expect(await here()).toBe(first);
    await page.keyboard.press("o");
    await until(() => new URL(page.url()).pathname).toMatch(/^\/read\//);
  });

  it("turn the months, find the search, and are explained", async () => {
    const page = await opened(at(), `${JR}?${KNOWN}`);
    await page.keyboard.press("[");
    await until(() => query(page).known).toBe("2019-11-17");
    await page.keyboard.press("]");
    await until(() => query(page).known).toBe("2019-12-17");
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("find");
    await page.keyboard.type("treaty");
    await page.keyboard.press("Enter");
    await until(() => query(page).q).toBe("treaty");
    await settled(page);
    await page.locator("main").focus();
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await until(() => page.getByRole("dialog").count()).toBe(0);
  });

  it("skip the frame with the first stop, and open the menu of a narrow screen", async () => {
    const page = await opened(at(), `${JR}/agreements?${KNOWN}`, { viewport: { width: 360, height: 780 } });
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the page");
    await page.keyboard.press("Enter");
    await until(() => page.evaluate(() => document.activeElement?.id)).toBe("page");
    const menu = page.getByRole("button", { name: "Menu" });
    await menu.focus();
    await page.keyboard.press("Enter");
    await until(() => menu.getAttribute("aria-expanded")).toBe("true");
    await page
      .getByRole("navigation", { name: "Pages" })
      .getByRole("link", { name: "Proposals" })
      .press("Enter");
    await until(() => heading(page)).toBe("Proposals");
    await until(() => menu.getAttribute("aria-expanded")).toBe("false");
  });

  it("stop visibly at everything that can be pressed", async () => {
    const page = await opened(at(), `${JR}?${KNOWN}`);
    const seen = new Set<string>();
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("Tab");
      const [name, outlined] = await page.evaluate(() => {
        const e = document.activeElement as HTMLElement;
        const style = getComputedStyle(e);
        return [
          e.outerHTML.slice(0, 80),
          style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0,
        ];
      });
      expect([name, outlined]).toEqual([name, true]);
      seen.add(name);
    }
    expect(seen.size).toBeGreaterThan(30);
  });
}
