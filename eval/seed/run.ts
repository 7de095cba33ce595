import { existsSync } from "node:fs";
import { makeDocument } from "../../src/ledger/index.js";
import { loadReader } from "../../src/resources/index.js";
import { meetings, undertakings } from "./deeds.js";
import { events } from "./events.js";
import { readSeed } from "./gold.js";
import type { Outcome, Read } from "./match.js";
import { people } from "./people.js";
import { stateOfPlay } from "./record.js";
import { caught } from "./traps.js";
import { views } from "./views.js";

export const usage =
  "seed FOLDER: the reading of article.txt against gold.json, section by section, and the state of play derived from it alone";

interface Section {
  found: number;
  wrong: number;
  missed: number;
}

/** Exit code 1 while anything is missed or wrong, or something is caught that must not be extracted. */
export async function run(
  [folder]: readonly string[],
  { json }: { readonly json: boolean },
): Promise<number> {
  if (folder === undefined || !existsSync(folder)) {
    console.error(`usage: npm run eval -- ${usage}`);
    return 2;
  }
  const { text, gold } = readSeed(folder);
  const document = makeDocument(
    { publisher: gold.publication.outlet, title: null, url: null, published: gold.publication.date_assumed },
    text,
  );
  const reading = loadReader().read(document);
  const read: Read = { reading, characters: [...text] };
  const outcomes: Outcome[] = [
    ...people(gold, read),
    ...meetings(gold, read),
    ...undertakings(gold, read),
    ...views(gold, read),
    ...events(gold, read),
    ...stateOfPlay(gold, document, reading),
  ];
  const traps = caught(gold, read);
  const sections: Record<string, Section> = {};
  for (const o of outcomes) {
    sections[o.section] ??= { found: 0, wrong: 0, missed: 0 };
    sections[o.section][o.result]++;
  }
  const total = { found: 0, wrong: 0, missed: 0 };
  for (const s of Object.values(sections))
    for (const k of ["found", "wrong", "missed"] as const) total[k] += s[k];
  const mustNot = { entries: traps.length, caught: traps.filter((t) => t.found.length > 0).length };
  if (json) {
    console.log(JSON.stringify({ evaluation: "seed", ...total, sections, mustNotExtract: mustNot, traps }));
  } else {
    for (const o of outcomes)
      if (o.result !== "found") console.log(`${o.section}: ${o.result}: ${o.entry}\n    ${o.detail}`);
    for (const t of traps)
      if (t.found.length > 0) console.log(`must_not_extract: ${t.wrong}\n    ${t.found.join("\n    ")}`);
    console.table(sections);
    console.log(
      `${total.found} found, ${total.wrong} wrong, ${total.missed} missed; ${mustNot.caught} of ${mustNot.entries} traps caught something`,
    );
  }
  return total.wrong + total.missed + mustNot.caught === 0 ? 0 : 1;
}
