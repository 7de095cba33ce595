import { expect, it } from "vitest";
import { type At, answer, opened, settled, until } from "./support.js";

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
    expect(seconds).toBeLessThan(5);
  });

  it("takes files one after the other", async () => {
    const page = await opened(at(), "/add");
    const file = (name: string, text: string) => ({
      name,
      mimeType: "text/plain",
      buffer: Buffer.from(text),
    });
    await page
      .getByLabel("Or text files")
      .setInputFiles([
        file("a.txt", "The foreign ministers of Gambia and Senegal met in Banjul on 3 June 2024."),
        file("b.txt", "The foreign ministers of Gambia and Senegal met in Thies on 4 June 2024."),
      ]);
    await until(() => page.locator(".article").textContent()).toContain("Banjul");
    await page.getByRole("button", { name: "the next file (1 left)" }).click();
    await until(() => page.locator(".article").textContent()).toContain("Thies");
    expect(await page.getByRole("button", { name: /next file/ }).count()).toBe(0);
  });

  it("reads a file that is dropped", async () => {
    const page = await opened(at(), "/add");
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(
        new File(["The foreign ministers of Gambia and Senegal met in Dakar on 5 June 2024."], "note.txt"),
      );
      document
        .querySelector("form.add")
        ?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
    });
    await page.locator(".read-item").first().waitFor();
    expect(await page.locator(".article").textContent()).toContain("met in Dakar");
  });
}
