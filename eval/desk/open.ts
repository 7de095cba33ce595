import type { Page, Request } from "playwright-core";
import type { PageAt } from "../../tools/desk/pages.js";

/** Opens a page and waits until it has all that it asked for and has drawn it. */
export async function open(page: Page, address: string, { path }: PageAt): Promise<void> {
  const under = new Set<Request>();
  const begun = (r: Request): unknown => under.add(r);
  const ended = (r: Request): unknown => under.delete(r);
  page.on("request", begun).on("requestfinished", ended).on("requestfailed", ended);
  try {
    await page.goto(address + path);
    // What an answer leads to is asked for by the time that it is drawn.
    do {
      await page.waitForFunction(
        () =>
          document.querySelector("h1") !== null &&
          document.querySelector(".loading, [aria-busy=true]") === null,
      );
      await drawn(page);
    } while (under.size > 0);
  } finally {
    page.off("request", begun).off("requestfinished", ended).off("requestfailed", ended);
  }
}

/** Drawings are made once their box was measured, a frame later. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20)))),
  );
