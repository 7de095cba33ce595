import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Rules of accessibility that a page breaks, one line each: scheme, rule, first place, number of places. */
export async function broken(page: Page): Promise<string[]> {
  const out: string[] = [];
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    // Only colours differ in the dark.
    const runOnly =
      scheme === "light"
        ? { type: "tag" as const, values: rules }
        : { type: "rule" as const, values: ["color-contrast"] };
    // The desk has no frames: asked in one piece, axe need not tell every element that keeps the rules, which takes longer than to judge
    // them all.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .options({ runOnly, resultTypes: ["violations"] })
      .analyze();
    for (const { id, nodes } of violations)
      out.push(`${scheme}: axe ${id}: ${nodes[0]?.target.join(" ")} (${nodes.length})`);
  }
  return out;
}
