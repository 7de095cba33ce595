import type { Page } from "playwright-core";

/** One line of what Chromium hands to a screen reader: depth, role, name. */
export interface Said {
  readonly depth: number;
  readonly role: string;
  readonly name: string;
  readonly rest: string;
}

/** What a screen reader is given: Chromium's accessibility tree. */
export const tree = async (page: Page): Promise<Said[]> =>
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
export function amiss(said: readonly Said[]): string[] {
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
