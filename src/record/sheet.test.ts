import { describe, expect, it } from "vitest";
import { makeWorlds } from "../../tools/worlds/index.js";
import { loadLexicon } from "../resources/index.js";
import { createRecorder } from "./recorder.js";
import { rulingsOf } from "./rulings.js";
import { isNamed } from "./select.js";
import { rowsOf } from "./sheet.js";
import { forget, placedOf } from "./sheet-entries.js";
import { packPlaces } from "./sheet-places.js";

const worlds = makeWorlds(60, 5, 6);
const router = createRecorder(loadLexicon()).router(worlds.negotiations);
const articles = [...worlds.articles()];
const sheets = articles.flatMap((a) => router.route(a.version, a.statements, rulingsOf([])));
const statements = new Map(articles.flatMap((a) => a.statements.map((s) => [s.id, s])));

describe("a sheet", () => {
  it("gives back what was packed: words, days, voice and item", () => {
    const entries = placedOf(sheets.map((s) => ({ ...s, places: null, origin: null })));
    expect(entries.length).toBeGreaterThan(100);
    for (const { entry, match } of entries) {
      const s = statements.get(entry.statement.id);
      expect(match).toBeNull();
      expect(entry.kind).toBe(s?.item.kind);
      expect(entry.statement.quote).toBe(s?.evidence[0].quote);
      expect(entry.statement.publisher).toBe(s?.publisher);
      expect(entry.certainty).toBe(s?.factuality.certainty);
      expect(entry.item.time.earliest).toBe(s?.time.earliest);
    }
  });

  it("says of a speaker that no name is told", () => {
    const article = articles.find((a) => a.statements.some((s) => s.item.kind === "quote" && s.item.speaker));
    if (article === undefined) throw new Error("no article with a quote");
    const told = article.statements.map((s) =>
      s.item.kind === "quote" && s.item.speaker !== null
        ? { ...s, item: { ...s.item, speaker: { ...s.item.speaker, entity: null } } }
        : s,
    ) as typeof article.statements;
    const speakers = (list: typeof article.statements): unknown[] =>
      placedOf(
        router.route(article.version, list, rulingsOf([])).map((s) => ({ ...s, places: null, origin: null })),
      ).flatMap(({ entry: { item } }) => (item.kind === "quote" ? [isNamed(item.speaker)] : []));
    expect(speakers(article.statements)).toContain(true);
    expect(speakers(told)).toContain(false);
    expect(speakers(told)).not.toContain(true);
  });

  it("keeps places by statement, a later one in the stead of an earlier", () => {
    const sheet = sheets.find((s) => placedOf([{ ...s, places: null, origin: null }]).length > 2);
    if (sheet === undefined) throw new Error("no sheet with three entries");
    const ids = rowsOf([{ ...sheet, places: null, origin: null }]).map((r) => r.statement);
    const place = (statement: string, score: number) => ({
      statement,
      document: sheet.document,
      known: sheet.known,
      cluster: "c",
      score,
      reason: "r",
    });
    const first = packPlaces(null, [place(ids[2], 1), place(ids[0], 1)]);
    const places = packPlaces(first, [place(ids[2], 0.5)]);
    const scores = placedOf([{ ...sheet, places, origin: null }]).map((p) => p.match?.score ?? null);
    expect(scores.slice(0, 3)).toEqual([1, null, 0.5]);
  });

  it("tells class and status without reading an item", () => {
    const entries = placedOf(sheets.map((s) => ({ ...s, places: null, origin: null })));
    const marked = entries.filter(({ entry }) => entry.mark !== "");
    expect(marked.length).toBeGreaterThan(20);
    for (const { entry } of entries) {
      const { item } = entry;
      const mark =
        item.kind === "event"
          ? `${item.class}/${item.mode ?? ""}/${item.factuality.status}`
          : item.kind === "meeting"
            ? `${item.status}/${item.mode}/${item.count}/${item.level}`
            : null;
      if (mark !== null) expect(entry.mark).toBe(mark);
    }
  });

  it("reads the body again only for what the head does not say, and once", () => {
    const [sheet] = sheets;
    let read = 0;
    const again = (): string => {
      read++;
      return sheet.body;
    };
    const body = sheet.body.slice(0, sheet.body.indexOf("\n"));
    const entries = placedOf([{ ...sheet, body, again, places: null, origin: null }]).map((p) => p.entry);
    for (const e of entries) expect([e.kind, e.from, e.mark, e.statement.id]).not.toContain(undefined);
    expect(read).toBe(0);
    const whole = placedOf([{ ...sheet, places: null, origin: null }]).map((p) => p.entry);
    expect(entries.map((e) => [e.item, e.statement.quote])).toEqual(
      whole.map((e) => [e.item, e.statement.quote]),
    );
    expect(read).toBe(1);
    for (const e of entries) forget(e, true);
    expect(entries[0].item).toEqual(whole[0].item);
    expect(read).toBe(2);
  });
});
