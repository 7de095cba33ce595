import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { open } from "../../eval/desk/walk.js";
import { pagesOf } from "../../tools/desk/pages.js";
import { type At, JR, KNOWN, opened, settled, until } from "./support.js";

/** One line of what Chromium hands to a screen reader: depth, role, name. */
interface Said {
  readonly depth: number;
  readonly role: string;
  readonly name: string;
  readonly rest: string;
}

const tree = async (page: Page): Promise<Said[]> =>
  (await page.locator("body").ariaSnapshot()).split("\n").flatMap((line) => {
    const found = /^(\s*)- '?(\w+)(?: "((?:[^"\\]|\\.)*)")?(.*)$/.exec(line);
    return found === null
      ? []
      : [{ depth: found[1].length / 2, role: found[2], name: found[3] ?? "", rest: found[4] }];
  });

const named = new Set([
  "link",
  "button",
  "textbox",
  "searchbox",
  "combobox",
  "radio",
  "checkbox",
  "slider",
  "region",
  "table",
  "navigation",
  "progressbar",
]);

/** What is wrong with a page for who hears it. */
function amiss(said: readonly Said[]): string[] {
  const out: string[] = [];
  const landmarks = (role: string) => said.filter((s) => s.role === role);
  for (const role of ["banner", "main"])
    if (landmarks(role).length !== 1) out.push(`${landmarks(role).length} landmarks ${role}`);
  if (landmarks("navigation").length < 1) out.push("no navigation");
  // Two landmarks of one kind must be told apart by their names.
  for (const role of ["navigation", "search", "region"]) {
    const names = landmarks(role).map((s) => s.name);
    for (const n of new Set(names))
      if (names.filter((m) => m === n).length > 1) out.push(`two ${role} "${n}"`);
  }
  for (const s of said)
    if (named.has(s.role) && s.name.trim() === "") out.push(`${s.role} without a name${s.rest}`);
  const main = said.findIndex((s) => s.role === "main");
  let level = 0;
  for (const s of said.slice(main).filter((h) => h.role === "heading")) {
    const here = Number(/level=(\d)/.exec(s.rest)?.[1]);
    if (level === 0 && here !== 1) out.push(`the page begins with a heading of level ${here}`);
    if (here > level + 1 && level > 0) out.push(`after level ${level} comes level ${here}: ${s.name}`);
    level = here;
  }
  return out;
}

/** What a screen reader is given: Chromium's accessibility tree. */
export function spoken(at: At): void {
  it("finds landmarks, headings in their order and a name for everything that can be used, on every page", async () => {
    const page = await opened(at(), "/");
    const wrong: string[] = [];
    const pages = (await pagesOf(at().address)).filter((p) => !p.name.endsWith("nile-dam"));
    for (const one of pages) {
      await open(page, at().address, one);
      const said = await tree(page);
      expect(said.length, one.name).toBeGreaterThan(20);
      wrong.push(...amiss(said).map((w) => `${one.name}: ${w}`));
    }
    expect(wrong).toEqual([]);
  }, 600_000);

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
