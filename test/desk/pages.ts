import { expect, it } from "vitest";
import { broken } from "../../eval/desk/axe.js";
import { open } from "../../eval/desk/open.js";
import { walk } from "../../eval/desk/walk.js";
import { pagesOf } from "../../tools/desk/pages.js";
import { type At, answer, heading, JR, KNOWN, opened, query, settled, until } from "./support.js";

/** Every kind of page, and what every page shares: time, words, theme, states. */
export function pages(at: At): void {
  it("each shows its claims with their words, breaks no accessibility rule in light or dark, tells a screen reader landmarks, headings and names, and fits 360 pixels", async () => {
    const { browser, address } = at();
    const all = (await pagesOf(address)).filter((p) => !p.name.endsWith("nile-dam"));
    expect(all.length).toBeGreaterThan(28);
    const { findings, claims, scriptKb } = await walk(browser, address, all);
    expect(findings).toEqual([]);
    expect(claims).toBeGreaterThan(300);
    expect(scriptKb).toBeLessThan(150);
  }, 1_200_000);

  it("are looked at when all of them is drawn, the map too", async () => {
    const { browser, address } = at();
    const page = await browser.newPage();
    const meetings = (await pagesOf(address)).find((p) => /meetings/.test(p.path) && p.path.includes(JR));
    expect(meetings).toBeDefined();
    await open(page, address, meetings as NonNullable<typeof meetings>);
    expect(await page.locator(".map [role=button]").count()).toBeGreaterThan(3);
    await page.close();
  });

  it("would be found to break a rule, in light and in the dark", async () => {
    const page = await opened(at(), "/settings");
    expect(await broken(page)).toEqual([]);
    await page.evaluate(() => {
      const words = document.createElement("p");
      words.textContent = "Words as dark as their ground";
      words.className = "unread";
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("@media (prefers-color-scheme: dark) { .unread { color: #222; background: #111 } }");
      document.adoptedStyleSheets.push(sheet);
      document.querySelector("#page")?.append(words, document.createElement("button"));
    });
    const found = await broken(page);
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/^light: axe button-name: .*\(1\)/);
    expect(found[1]).toMatch(/^dark: axe color-contrast: .*unread.*\(1\)/);
  });

  it("open the sentence behind a claim, lit, one click away, and come back to the same day", async () => {
    const page = await opened(at(), `${JR}/meetings?${KNOWN}`);
    const words = page.locator("[data-claim] [data-evidence]").first();
    const quote = (await words.textContent())?.trim() ?? "";
    await words.click();
    await settled(page);
    const lit = page.locator(".article .lit");
    await until(async () => (await lit.allTextContents()).join("")).toContain(quote.slice(0, 40));
    expect(await lit.first().isVisible()).toBe(true);
    expect(query(page).known).toBe("2019-12-17");
    await page.goBack();
    await until(() => heading(page)).toBe("Meetings");
  });

  it("answer as known on the day in the address, and keep it from page to page", async () => {
    const early = await opened(at(), `${JR}/meetings?known=2017-05-01`);
    const count = (): Promise<number> => early.locator("[data-claim]").count();
    const then = await count();
    expect(then).toBeGreaterThan(0);
    const input = early.getByRole("group", { name: "As known on" }).locator("input");
    await input.fill("2019-12-17");
    await until(() => query(early).known).toBe("2019-12-17");
    await until(count).toBeGreaterThan(then);
    await early.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Agreements" }).click();
    await until(() => heading(early)).toBe("Agreements");
    expect(query(early).known).toBe("2019-12-17");
    await early.goto(`${at().address}${JR}/meetings?known=2017-05-01`);
    await settled(early);
    expect(await count()).toBe(then);
  });

  it("give every line a link of its own that shows the same line, and a citation", async () => {
    const page = await opened(at(), `${JR}/commitments?${KNOWN}`);
    const claim = page.locator("[data-claim]").first();
    const quote = (await claim.locator("q").first().textContent()) ?? "";
    await claim.getByRole("link", { name: /^Details/ }).click();
    await until(() => new URL(page.url()).pathname).toMatch(/^\/e\/[0-9a-f]{24}$/);
    await settled(page);
    await until(() => page.textContent("#page")).toContain(quote.slice(0, 40));
    await page
      .getByRole("button", { name: /citation/i })
      .first()
      .waitFor();
  });

  it("wear the theme that was chosen, from the first look on", async () => {
    const page = await opened(at(), "/settings");
    const ground = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await page.getByLabel(/dark/i).first().check();
    await until(ground).not.toBe(light);
    const dark = await ground();
    await page.reload();
    await settled(page);
    expect(await ground()).toBe(dark);
  });

  it("say in words that there is nothing, that something is unknown, that the server is away", async () => {
    const page = await opened(at(), "/search?q=xyzzyqwv");
    expect(await page.textContent(".empty")).toContain("No article holds these words");
    await page.goto(`${at().address}/nothing/here`);
    await until(() => heading(page)).toBe("No such page");
    await page.goto(`${at().address}/n/no-such-talks/meetings`);
    await page.locator("[role=alert]").first().waitFor();
    expect(await page.textContent("[role=alert]")).toMatch(/NEGOTIATION_UNKNOWN/);
    at().foreseen.add("status of 404");
    await page.goto(at().address);
    await settled(page);
    await page.route("**/api/**", (route) => route.abort());
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Search" }).click();
    await page.getByLabel("Words to search for").fill("treaty");
    await page.keyboard.press("Enter");
    await page.getByText("The server does not answer").first().waitFor();
    at().foreseen.add("net::ERR");
    await page.context().setOffline(true);
    await page.getByText("No network").waitFor();
  });

  it("lead to the sign-in where the server asks who is there", async () => {
    const page = await opened(at(), "/");
    await page.route("**/api/v1/meetings*", (route) =>
      route.fulfill({
        status: 401,
        json: {
          error: { code: "NOT_SIGNED_IN", what: "Nobody is signed in.", detail: "", now: "", where: {} },
        },
      }),
    );
    await page.goto(`${at().address}${JR}/meetings?${KNOWN}`);
    await page.locator("[role=alert]").waitFor();
    expect(await page.getByRole("link", { name: "Sign in" }).getAttribute("href")).toBe("/login");
    at().foreseen.add("status of 401");
  });

  it("show the articles found page by page, and narrow all of them by outlet and year", async () => {
    const page = await opened(at(), "/settings");
    let pages = 0;
    // Pages of ten instead of a hundred: the dossiers hold fewer.
    await page.route("**/api/v1/search*", (route) => {
      const url = new URL(route.request().url());
      if (url.searchParams.get("limit") === "100") {
        url.searchParams.set("limit", "10");
        pages++;
      }
      return route.continue({ url: url.href });
    });
    await page.goto(`${at().address}/search?q=ministers`);
    await settled(page);
    await page.locator(".hit").first().waitFor();
    expect(await page.locator(".hit").count()).toBe(10);
    const total = Number(/(\d+) articles/.exec((await page.textContent("#page p[role=status]")) ?? "")?.[1]);
    expect(total).toBeGreaterThan(20);
    const more = page.getByRole("button", { name: /^\d+ more$/ });
    for (let n = 20; n < total; n += 10) {
      await more.click();
      await until(() => page.locator(".hit").count()).toBe(n);
    }
    await more.click();
    await until(() => page.locator(".hit").count()).toBe(total);
    expect(await more.count()).toBe(0);
    expect(pages).toBe(Math.ceil(total / 10));
    const titles = await page
      .locator(".hit h2 a")
      .evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    expect(new Set(titles).size).toBe(total);
    const year = page.getByRole("group", { name: "Year" }).getByRole("button", { name: /^2018/ });
    const count = Number(/ (\d+)$/.exec((await year.textContent()) ?? "")?.[1]);
    await year.click();
    await until(() => page.textContent("#page p[role=status]")).toContain(`${count} article`);
    expect(query(page).year).toBe("2018");
  });

  it("remember from which negotiation an article was opened", async () => {
    const page = await opened(at(), `${JR}/quotes?${KNOWN}`);
    await page.locator("[data-claim] [data-evidence]").first().click();
    await until(() => new URL(page.url()).pathname).toMatch(/^\/read\//);
    const pages = page.getByRole("navigation", { name: "Pages" });
    await pages.getByRole("link", { name: "Meetings" }).click();
    await until(() => heading(page)).toBe("Meetings");
    expect(new URL(page.url()).pathname).toBe(`${JR}/meetings`);
    const place = page.locator(".map [role=button]").first();
    await place.focus();
    await page.keyboard.press("Enter");
    await until(() => query(page).place).toMatch(/\w/);
    const many = await page.locator("[data-claim]").count();
    expect(many).toBeGreaterThan(0);
    expect(await page.locator(".filters").textContent()).toContain(query(page).place);
  });

  it("show that they wait while an answer is on its way", async () => {
    const page = await opened(at(), "/");
    let go: () => void = () => undefined;
    const held = new Promise<void>((done) => {
      go = done;
    });
    await page.route("**/api/v1/quotes*", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${at().address}${JR}/quotes?${KNOWN}`);
    await page.locator(".loading[role=status]").waitFor();
    go();
    await settled(page);
    expect(await page.locator("[data-claim]").count()).toBeGreaterThan(0);
  });

  it("print without the frame around them", async () => {
    const page = await opened(at(), `${JR}/brief?${KNOWN}`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("header.top").isVisible()).toBe(false);
    expect(await page.locator("nav.side").isVisible()).toBe(false);
    expect(await page.locator("#page h1").isVisible()).toBe(true);
  });

  it("list both dossiers, with where each stands", async () => {
    const page = await opened(at(), `/?${KNOWN}`);
    const { items } = await answer<{ items: readonly { name: string }[] }>(at(), "list");
    for (const { name } of items.filter((i) => /Japan|Nile/.test(i.name)))
      expect(await page.textContent("#page")).toContain(name);
    await until(() => page.locator(".dossier .mark").count()).toBeGreaterThan(1);
  });
}
