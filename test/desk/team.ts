import { afterAll, beforeAll, expect, it } from "vitest";
import { type Person, type Served, serveExamples } from "../../tools/desk/serve.js";
import { type At, type Desk, heading, JR, KNOWN, opened, settled, until } from "./support.js";

const people = [
  { name: "Rita Reader", role: "reader", clearance: "public", password: "read the record" },
  { name: "Edda Editor", role: "editor", clearance: "restricted", password: "edit the record" },
] as const satisfies readonly Person[];
type Name = (typeof people)[number]["name"];

/** A server that asks who is there: signing in and out, what a role may do, and marks. */
export function team(at: At): void {
  let served: Served;
  beforeAll(async () => {
    served = await serveExamples(people);
  }, 60_000);
  afterAll(() => served?.close());
  const desk = (): Desk => ({ ...at(), address: served.address });

  /** Somebody's browser, at an address that led through the sign-in. */
  async function signedIn(name: Name, path: string) {
    const page = await opened(desk(), "/healthz", {}, false);
    await page.goto(served.address + path);
    await page.waitForURL(/\/login\?to=/);
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Password").fill(people.find((p) => p.name === name)?.password ?? "");
    await page.getByRole("button", { name: "Sign in" }).first().click();
    await settled(page);
    at().foreseen.add("status of 401"); // It led here.
    return page;
  }

  it("leads to the sign-in and back to the address that was asked for, says who is there, and lets them out", async () => {
    const page = await signedIn("Rita Reader", `${JR}/meetings?${KNOWN}`);
    expect(await heading(page)).toBe("Meetings");
    expect(new URL(page.url()).searchParams.get("known")).toBe("2019-12-17");
    await page.locator(".account-menu > summary").click();
    expect(await page.textContent(".account-menu")).toMatch(/Rita Reader.*reader.*public/s);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL(/\/login$/);
    await page.goto(`${served.address}${JR}`);
    await page.waitForURL(/\/login\?to=/);
  });

  it("shows who may only read no way to add, to decide or to mark", async () => {
    const page = await signedIn("Rita Reader", `${JR}/review?${KNOWN}`);
    expect(await page.getByRole("link", { name: /^Add/ }).count()).toBe(0);
    expect(await page.getByRole("button", { name: "a accept" }).isDisabled()).toBe(true);
    await page.goto(`${served.address}/add`);
    await settled(page);
    expect(await page.getByRole("textbox", { name: "Text", exact: true }).count()).toBe(0);
  });

  it("marks an article restricted on its page; then it is stamped for the cleared and gone for the others", async () => {
    const editor = await signedIn("Edda Editor", `${JR}/quotes?${KNOWN}`);
    const quotes = await editor.locator("[data-claim]").count();
    await editor.locator("[data-claim] [data-evidence]").first().click();
    await settled(editor);
    const article = new URL(editor.url()).pathname;
    await editor.locator(".handling > summary").click();
    await editor.getByRole("radio", { name: /^restricted/ }).check();
    await editor.getByLabel("Why").fill("given in confidence");
    await editor.getByRole("button", { name: "Mark it" }).click();
    await editor.locator(".handling .stamp.restricted").waitFor();
    await editor.goto(`${served.address}${JR}/quotes?${KNOWN}`);
    await settled(editor);
    await until(() => editor.locator(".claim .stamp.restricted").count()).toBeGreaterThan(0);
    const reader = await signedIn("Rita Reader", `${JR}/quotes?${KNOWN}`);
    await until(() => reader.locator("[data-claim]").count()).toBeLessThan(quotes);
    expect(await reader.locator(".stamp").count()).toBe(0);
    await reader.goto(served.address + article);
    await reader.getByRole("alert").waitFor();
    expect(await reader.getByRole("alert").textContent()).toContain("DOCUMENT_UNKNOWN");
    at().foreseen.add("status of 404");
    await editor.goto(served.address + article);
    await settled(editor);
    await editor.locator(".handling > summary").click();
    await editor.getByRole("radio", { name: /^public/ }).check();
    await editor.getByRole("button", { name: "Mark it" }).click();
    await until(() => editor.locator(".stamp").count()).toBe(0);
  });

  it("marks one line with all its reports, from its own page", async () => {
    const page = await signedIn("Edda Editor", `${JR}/agreements?${KNOWN}`);
    const claim = page.locator("[data-claim]").first();
    const id = await claim.getAttribute("data-claim");
    await claim.getByRole("link", { name: /^Details/ }).click();
    await settled(page);
    await page.locator(".handling > summary").click();
    await page.getByRole("radio", { name: /^limited/ }).check();
    await page.getByRole("button", { name: "Mark it" }).click();
    await page.locator(".handling .stamp.limited").waitFor();
    await page.goto(`${served.address}${JR}/agreements?${KNOWN}`);
    await settled(page);
    await page.locator(`[data-claim="${id}"] .stamp.limited`).waitFor();
  });
}
