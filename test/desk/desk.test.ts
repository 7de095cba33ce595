import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { chromiumOrInstalled, NO_CHROMIUM, openBrowser } from "../../tools/desk/browser.js";
import { type Served, serveExamples } from "../../tools/desk/serve.js";
import { adding } from "./adding.js";
import { hostile } from "./hostile.js";
import { keys } from "./keys.js";
import { model } from "./model.js";
import { pages } from "./pages.js";
import { review } from "./review.js";
import { spoken } from "./spoken.js";
import { complained, type Desk } from "./support.js";
import { team } from "./team.js";
import { timeline } from "./timeline.js";

const path = chromiumOrInstalled();
if (path === null) console.log(`Skipped: ${NO_CHROMIUM}`);

describe.skipIf(path === null)("the desk in a browser", () => {
  let desk: Desk;
  let served: Served;
  beforeAll(async () => {
    served = await serveExamples();
    const browser = await openBrowser(path ?? "");
    desk = { address: served.address, browser, pages: [], complaints: [], foreseen: new Set() };
  });
  afterAll(async () => {
    await desk?.browser.close();
    await served?.close();
  });
  afterEach(async () => {
    await Promise.all(desk.pages.splice(0).map((p) => p.context().close()));
    expect(complained(desk)).toEqual([]);
  });
  const at = (): Desk => desk;

  describe("pages", () => pages(at));
  describe("keys", () => keys(at));
  describe("timeline", () => timeline(at));
  describe("conflict model", () => model(at));
  describe("review", () => review(at));
  describe("adding", () => adding(at));
  describe("team", () => team(at));
  describe("screen reader", () => spoken(at));
  describe("hostile articles", () => hostile(at));
});

it("says whether the pages were opened in a browser", () => {
  expect(path === null ? NO_CHROMIUM : path).toMatch(/Chromium was found|chrom/i);
});
