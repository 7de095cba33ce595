import { expect, it } from "vitest";
import { type At, answer, opened, query, settled, until } from "./support.js";

/** Written for this test: a newspaper's look back and ahead, as long as the article the product was asked for. */
const ARTICLE = `NGURU BAY - Foreign Minister Amara Ceesay of Gambia will travel to Senegal from June 3 and is scheduled to meet with his Senegalese counterpart, Awa Diallo, in Dakar on June 5, the Foreign Ministry said Friday.

The two governments have talked since 2021 about the border along the Casamance, where markers were lost and farmers on both sides plough the same fields. In February, Gambia and Senegal agreed in Banjul to set up a joint commission that would survey the line. The commission has not met.

Senegal proposed in March that both sides sign a border treaty by the end of the year without any preconditions. Gambia has not replied. "We cannot sign what we have not measured," Ceesay told reporters in Banjul on Thursday.

Diallo said last week that Senegal would pay for the first survey if Gambia opened the ferry crossing to its trucks. Gambian officials rejected that, saying the ferry had nothing to do with the border.

The two presidents met in Dakar on April 12 and agreed to speed up the negotiations. An official of the Senegalese ministry, who asked not to be named, said there were no signs of progress since then.`;

/** From pasted text to a verdict. */
export function adding(at: At): void {
  it("a pasted article leads to the verdict in under five seconds, and its date is asked for", async () => {
    await answer(at(), "new", {
      id: "casamance",
      name: "Casamance border talks",
      parties: ["GMB=Gambia", "SEN=Senegal"],
    });
    const page = await opened(at(), "/add");
    // The server has read something before: what is timed is an article, not the loading of the language.
    await answer(at(), "read", { text: "The ministers met.", published: "2024-05-31" });
    const reading = performance.now();
    await answer(at(), "read", { text: ARTICLE, published: "2024-05-31" });
    // Where other work keeps the machine busy, reading alone takes longer too.
    const slowness = Math.max(1, (performance.now() - reading) / 300);
    await page.getByRole("textbox", { name: "Text", exact: true }).fill(ARTICLE);
    const begun = performance.now();
    await page.getByRole("button", { name: "Read it" }).click();
    await page.locator(".article").waitFor();
    expect(await page.locator(".read-item").count()).toBeGreaterThan(5);
    const keep = page.getByRole("button", { name: "Keep it in the record" });
    expect(await keep.isDisabled()).toBe(true);
    expect(await page.textContent("#undated")).toContain("When was it published?");
    await page.getByLabel("Published on").fill("2024-05-31");
    await keep.click();
    await page.getByRole("link", { name: "See where the talks stand" }).click();
    const dossier = page.locator(".dossier", { hasText: "Casamance border talks" });
    await dossier.locator(".mark").first().waitFor();
    const seconds = (performance.now() - begun) / 1000;
    await dossier.getByRole("link", { name: "Casamance border talks" }).click();
    await settled(page);
    await until(() => page.locator(".verdict").count()).toBeGreaterThan(0);
    expect(await page.locator("[data-evidence]").count()).toBeGreaterThan(0);
    expect(seconds).toBeLessThan(5 * slowness);
  });

  it("reads and keeps many files by a job, tells how far it is, and opens what lacks its day", async () => {
    const page = await opened(at(), "/add");
    const file = (name: string, text: string, mimeType = "text/plain") => ({
      name,
      mimeType,
      buffer: Buffer.from(text, "latin1"),
    });
    const story = (town: string) =>
      `The foreign ministers of Gambia and Senegal met in ${town} on Monday, officials of both governments said. They agreed to open the river crossing and will talk again in the autumn.`;
    await page.getByLabel("Or files").setInputFiles([
      file("dated.txt", `published: 2024-06-04\npublisher: River Post\n\n${story("Banjul")}`),
      file(
        "page.html",
        // Its bytes are no UTF-8: its own declaration tells the encoding.
        `<!doctype html><html><head><meta charset="windows-1252"><meta property="article:published_time" content="2024-06-05"><title>Th\xe8s</title></head><body><article><p>${story("Th\xe8s")}</p></article></body></html>`,
        "text/html",
      ),
      file("undated.txt", story("Dakar")),
      file("scan.pdf", "%PDF-1.7\n1 0 obj", "application/pdf"),
    ]);
    expect(await page.locator(".file-list li").count()).toBe(4);
    await page.getByRole("button", { name: "Look at page.html" }).click();
    await until(() => page.locator(".article").textContent()).toContain("Th\xe8s");
    expect(await page.getByLabel("Published on", { exact: true }).inputValue()).toBe("2024-06-05");
    await page.getByRole("button", { name: "Read and keep all 4" }).click();
    await page.getByRole("heading", { name: /^Done/ }).waitFor();
    expect(query(page).job).toMatch(/^[0-9a-f-]{36}$/);
    expect(await page.locator(".job .notice").textContent()).toContain("2 added, 2 refused");
    const rows = page.locator(".job tbody tr");
    expect(await rows.filter({ hasText: "scan.pdf" }).textContent()).toContain("DOCUMENT_PDF");
    const undated = rows.filter({ hasText: "undated.txt" });
    expect(await undated.textContent()).toContain("PUBLISHED_MISSING");
    await undated.getByRole("button", { name: "Open it here" }).click();
    await until(() => page.locator(".article").textContent()).toContain("Dakar");
    expect(await page.textContent("#undated")).toContain("When was it published?");
    // The address names the job: what became of it is there after a reload.
    await page.reload();
    await page.getByRole("heading", { name: /^Done/ }).waitFor();
  });

  it("stops a job after the article it is at, and keeps what was done", async () => {
    const page = await opened(at(), "/add");
    const long =
      "The foreign ministers of Gambia and Senegal met in Banjul on 3 June 2024 and agreed. ".repeat(400);
    await page.getByLabel("Or files").setInputFiles(
      Array.from({ length: 60 }, (_, i) => ({
        name: `long-${i}.txt`,
        mimeType: "text/plain",
        buffer: Buffer.from(`published: 2024-06-04\n\nReport ${i}. ${long}`),
      })),
    );
    await page.getByRole("button", { name: "Read and keep all 60" }).click();
    const bar = page.getByRole("progressbar");
    await until(async () => Number(await bar.getAttribute("value"))).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Stop after this article" }).click();
    await page.getByRole("heading", { name: /^Stopped/ }).waitFor();
    const told = /(\d+) of 60/.exec((await page.textContent(".job h2")) ?? "");
    expect(Number(told?.[1])).toBeGreaterThan(0);
    expect(Number(told?.[1])).toBeLessThan(60);
  });

  it("reads a file that is dropped", async () => {
    const page = await opened(at(), "/add");
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(
        new File(["The foreign ministers of Gambia and Senegal met in Dakar on 5 June 2024."], "note.txt"),
      );
      document
        .querySelector(".add")
        ?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
    });
    await page.locator(".read-item").first().waitFor();
    expect(await page.locator(".article").textContent()).toContain("met in Dakar");
  });

  it("says of a dropped PDF that it is not read, and what to do", async () => {
    const page = await opened(at(), "/add");
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(["%PDF-1.4\n1 0 obj"], "scan.pdf", { type: "application/pdf" }));
      document
        .querySelector(".add")
        ?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
    });
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toMatch(/DOCUMENT_PDF.*pdftotext/s);
    at().foreseen.add("status of 415");
  });
}
