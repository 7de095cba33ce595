import { describe, expect, it } from "vitest";
import { makeWorlds } from "../../tools/worlds/index.js";
import { loadLexicon } from "../resources/index.js";
import { createRecorder } from "./recorder.js";
import { rulingsOf } from "./rulings.js";
import { mayHold, packPlaces, placedOf, rowsOf } from "./sheet.js";

const worlds = makeWorlds(60, 5, 6);
const router = createRecorder(loadLexicon()).router(worlds.negotiations);
const articles = [...worlds.articles()];
const sheets = articles.flatMap((a) => router.route(a.version, a.statements, rulingsOf([])));
const statements = new Map(articles.flatMap((a) => a.statements.map((s) => [s.id, s])));

describe("a sheet", () => {
  it("gives back what was packed: words, days, voice and item", () => {
    const entries = sheets.flatMap((s) => placedOf({ ...s, places: null, origin: null }));
    expect(entries.length).toBeGreaterThan(100);
    for (const { entry, place } of entries) {
      const s = statements.get(entry.statement.id);
      expect(place).toBeNull();
      expect(entry.kind).toBe(s?.item.kind);
      expect(entry.statement.quote).toBe(s?.evidence[0].quote);
      expect(entry.statement.publisher).toBe(s?.publisher);
      expect(entry.certainty).toBe(s?.factuality.certainty);
      expect(entry.item.time.earliest).toBe(s?.time.earliest);
    }
  });

  it("keeps places by statement, a later one in the stead of an earlier", () => {
    const sheet = sheets.find((s) => placedOf({ ...s, places: null, origin: null }).length > 2);
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
    const scores = placedOf({ ...sheet, places, origin: null }).map((p) => p.place?.score ?? null);
    expect(scores.slice(0, 3)).toEqual([1, null, 0.5]);
  });

  it("tells without reading an item that a field has not a value, and never takes words for a field", () => {
    for (const { entry } of sheets.flatMap((s) => placedOf({ ...s, places: null, origin: null }))) {
      const { item } = entry;
      expect(mayHold(entry, "kind", item.kind)).toBe(true);
      expect(mayHold(entry, "kind", item.kind === "event" ? "quote" : "event")).toBe(false);
    }
    const [{ version, statements: own }] = articles;
    const said = own.map((s) => ({
      ...s,
      evidence: [{ ...s.evidence[0], quote: 'a text with "class":"REJECT" in it' }] as const,
    }));
    const odd = router
      .route(version, said, rulingsOf([]))
      .flatMap((s) => placedOf({ ...s, places: null, origin: null }));
    expect(odd.length).toBeGreaterThan(0);
    for (const { entry } of odd)
      expect(mayHold(entry, "class", "REJECT")).toBe("class" in entry.item && entry.item.class === "REJECT");
  });
});
