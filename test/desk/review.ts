import { expect, it } from "vitest";
import { type At, answer, JR, KNOWN, opened, until } from "./support.js";

interface Lines {
  readonly items: readonly {
    readonly id: string;
    readonly reviewed: boolean;
    readonly what: string;
    readonly when: { readonly earliest: string | null };
  }[];
}

/** The queue is worked with six keys, and every decision can be taken back. */
export function review(at: At): void {
  it("accepts, rejects, corrects, skips and undoes with keys alone", async () => {
    const page = await opened(at(), `${JR}/review?${KNOWN}`);
    const status = page.locator("#page p[role=status]");
    const line = (): Promise<string | null> => page.locator("[data-claim]").getAttribute("data-claim");
    const record = (): Promise<Lines> =>
      answer<Lines>(at(), `timeline?negotiation=japan-russia&asKnownOn=2019-12-17`);
    const reviewed = async (): Promise<number> => (await record()).items.filter((i) => i.reviewed).length;
    const before = await record();
    const total = Number(/^(\d+)/.exec((await status.textContent()) ?? "")?.[1]);
    expect(total).toBeGreaterThan(20);
    const decided = (open: number, done: number) =>
      until(() => status.textContent()).toBe(`${open} to review, ${done} decided now.`);
    const first = await line();

    await page.keyboard.press("j");
    await until(line).not.toBe(first);
    await page.keyboard.press("k");
    await until(line).toBe(first);

    await page.keyboard.press("a");
    await decided(total - 1, 1);
    expect(await reviewed()).toBe(before.items.filter((i) => i.reviewed).length + 1);

    await page.keyboard.press("r");
    await decided(total - 2, 2);
    await page.keyboard.press("u");
    await decided(total - 1, 1);
    await page.keyboard.press("u");
    await decided(total, 0);
    expect(await line()).toBe(first);
    expect(await record()).toEqual(before);

    await page.keyboard.press("s");
    await until(line).not.toBe(first);
    await page.keyboard.press("u");
    await until(line).toBe(first);
    expect(await record()).toEqual(before);
  });

  it("corrects a field and takes the correction back", async () => {
    const page = await opened(at(), `${JR}/review?${KNOWN}`);
    const status = page.locator("#page p[role=status]");
    const id = (await page.locator("[data-claim]").getAttribute("data-claim")) ?? "";
    const when = async (): Promise<string | null | undefined> =>
      (await answer<Lines>(at(), "timeline?negotiation=japan-russia&asKnownOn=2019-12-17")).items.find(
        (i) => i.id === id,
      )?.when.earliest;
    const was = await when();
    await page.keyboard.press("c");
    const form = page.getByRole("form", { name: "Correct this line" });
    await form.waitFor();
    await page.keyboard.press("Escape");
    await until(() => form.count()).toBe(0);
    await page.keyboard.press("c");
    await form.getByLabel("Field").selectOption("time");
    await form.getByLabel("Right value").fill("2018-08-08");
    await form.getByLabel("Why").fill("to see it");
    await page.keyboard.press("Enter");
    await until(() => status.textContent()).toContain("1 decided now");
    expect(await when()).toBe("2018-08-08");
    await page.locator("body").click({ position: { x: 5, y: 400 } });
    await page.keyboard.press("u");
    await until(() => status.textContent()).toContain("0 decided now");
    expect(await when()).toBe(was);
  });
}
