import { expect, it } from "vitest";
import { type At, JR, KNOWN, opened, query, settled, until } from "./support.js";

/** The conflict model: graph, preferences, ways. */
export function model(at: At): void {
  const path = `${JR}/model?${KNOWN}`;

  it("goes through the graph with arrow keys, and tells each state in sentences", async () => {
    const page = await opened(at(), path);
    const states = page.locator("[data-state]");
    expect(await states.count()).toBe(30);
    const chosen = page.locator("[data-state][aria-pressed=true]");
    expect(await chosen.getAttribute("aria-label")).toMatch(
      /^State 8: two-islands, insist; the status quo; holds/,
    );
    await chosen.focus();
    await page.keyboard.press("ArrowRight");
    await until(() => query(page).state).toMatch(/^\d+$/);
    const { state } = query(page);
    expect(await page.textContent("#state-head")).toContain(`State ${state}`);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-pressed"))).toBe("true");
    await page.keyboard.press("Home");
    await until(() => query(page).state).toBe(undefined);
    expect(await page.locator(".state-panel").textContent()).toMatch(
      /Japan stays: none of its \d+ moves leads/,
    );
    expect(await page.locator(".options-table [data-evidence]").count()).toBeGreaterThan(3);
  });

  it("solves again at every change of an order, in the browser alone, and keeps it in the address", async () => {
    const page = await opened(at(), path);
    const verdict = page.locator(".verdict-now [role=status]");
    const first = await verdict.textContent();
    expect(first).toMatch(/^The status quo \(8\) is a structural deadlock/);
    const asked: string[] = [];
    page.on("request", (r) => r.url().includes("/api/") && asked.push(r.url()));
    await page.getByLabel("List of United States").selectOption({ label: "as helpful" });
    await until(() => verdict.textContent()).toMatch(
      /does not hold: United States would leave it.*No longer: /s,
    );
    expect(await page.locator("[data-state].holds").count()).toBeGreaterThan(0);
    const slider = page.getByLabel("Place of JPN's “not recognise”");
    await slider.focus();
    await page.keyboard.press("End");
    await until(() => query(page).order).toMatch(/JPN\.0\.2-3-4-5-6-1/);
    expect(asked).toEqual([]);
    const moved = await verdict.textContent();
    await page.reload();
    await settled(page);
    expect(await verdict.textContent()).toBe(moved);
    await page.getByRole("button", { name: "As in the file" }).click();
    await until(() => verdict.textContent()).toBe(first);
    expect(query(page).order).toBe(undefined);
  });

  it("draws and tells the way from the status quo, and tries the smallest change that would open one", async () => {
    const page = await opened(at(), `${path}&state=21`);
    expect(await page.textContent(".model")).toContain("No moves that each better their mover lead there");
    expect(await page.locator(".graph-box .way").count()).toBe(0);
    await page.getByRole("button", { name: "by any moves" }).click();
    await until(() => page.locator(".graph-box .way").count()).toBeGreaterThan(1);
    const steps = page.locator(".way-steps > li");
    expect(await steps.count()).toBe(await page.locator(".graph-box .way").count());
    expect(await steps.last().textContent()).toContain("to 21");
    await page.goto(`${at().address}${path}`);
    await settled(page);
    await page.locator(".openings summary").first().click();
    await page.getByRole("button", { name: "Try it" }).first().click();
    await until(() => query(page).order).toMatch(/\S/);
    await until(() => page.textContent(".verdict-now [role=status]")).not.toMatch(/deadlock/);
  });

  it("says where a negotiation has no model", async () => {
    const page = await opened(at(), "/n/nile-dam/model?known=2020-08-05");
    expect(await page.textContent(".empty")).toContain("rapporteur model suggest nile-dam");
    at().foreseen.add("status of 403");
  });
}
