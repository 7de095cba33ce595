import { expect, test } from "vitest";
import { makeWorlds } from "../../tools/worlds/index.js";
import { createAnalyst, movedKinds, whatMoved } from "../analysis/index.js";
import { loadLexicon } from "../resources/index.js";
import { createRecorder } from "./recorder.js";

const lexicon = loadLexicon();
const recorder = createRecorder(lexicon);
const worlds = makeWorlds(240, 11, 8);
const articles = [...worlds.articles()];
const [negotiation] = worlds.negotiations;
const book = recorder.bookOf(
  {
    versions: articles.map((a) => a.version),
    statements: articles.flatMap((a) => a.statements),
    judgements: [],
  } as unknown as Parameters<typeof recorder.bookOf>[0],
  negotiation,
  { asKnownOn: "2030-01-01", about: "2030-01-01" },
);
const days = articles.map((a) => a.version.document.published as string).sort();
const read = (asKnownOn: string, about = asKnownOn) => recorder.read(book, { asKnownOn, about });
/** Days of knowledge all over the world's time, the last with all of it. */
const asked = [0.05, 0.3, 0.5, 0.7, 0.9, 1].map((q) => days[Math.floor(q * (days.length - 1))]);

test("the last lines are the end of all lines", () => {
  let seen = 0;
  for (const day of asked) {
    for (const about of [day, asked[1]]) {
      const { items } = read(day, about);
      for (const count of [1, 7, 100]) {
        expect(recorder.latest(read(day, about), { count })).toEqual(items.slice(-count));
        const party = negotiation.parties[0].code;
        const own = items.filter((i) => i.parties.includes(party));
        expect(recorder.latest(read(day, about), { count, party })).toEqual(own.slice(-count));
        const told = items.filter((i) => i.kind === "measure" || i.kind === "meeting");
        expect(recorder.latest(read(day, about), { count, kinds: ["measure", "meeting"] })).toEqual(
          told.slice(-count),
        );
        const { id } = negotiation.issues[0];
        const cell = items.filter((i) => i.kind === "position" && i.issues.includes(id));
        expect(recorder.latest(read(day, about), { count, kinds: ["position"], issue: id })).toEqual(
          cell.slice(-count),
        );
        seen += own.length + told.length + cell.length;
      }
    }
  }
  expect(seen).toBeGreaterThan(1000);
});

test("lists are told from heads as their lines have it", () => {
  const kinds = [...new Set(read(days[days.length - 1]).items.map((i) => i.kind))];
  expect(kinds.length).toBeGreaterThan(8);
  for (const day of asked) {
    for (const about of [day, asked[1], "2030-01-01"]) {
      const view = read(day, about);
      const { items } = view;
      for (const only of [...kinds.map((k) => [k]), ["meeting", "measure", "commitment"] as const, kinds]) {
        const own = items.filter((i) => (only as readonly string[]).includes(i.kind));
        const list = recorder.listed(view, only);
        expect(list.map((l) => l.line())).toEqual(own);
        expect(list.map((l) => [l.id, l.kind, l.track, l.when.earliest, l.when.latest])).toEqual(
          own.map((i) => [i.id, i.kind, i.track, i.when.earliest, i.when.latest]),
        );
        expect(list.map((l) => l.status)).toEqual(own.map((i) => (i.kind === "meeting" ? i.status : null)));
        expect(list.map((l) => l.class)).toEqual(own.map((i) => (i.kind === "event" ? i.class : null)));
      }
    }
  }
});

test("who met last is told from heads as from the lines of all meetings", () => {
  let named = 0;
  for (const day of asked) {
    const view = read(day);
    for (const met of view.lastMet) {
      const own = view.meetings.filter(
        (m) =>
          m.status === "held" &&
          m.mode !== "phone" &&
          met.who.every((p) => m.parties.includes(p)) &&
          (met.level === "any" || m.level === met.level),
      );
      const dated = own.filter((m) => m.when.latest !== null && m.count === 1);
      const days = dated.map((m) => m.when.latest as string).sort();
      const line = view.meetings.find((m) => m.id === met.meeting);
      expect(line?.when.latest).toBe(days.at(-1));
      expect([met.on, met.place]).toEqual([line?.when ?? null, line?.place ?? null]);
      expect(met.undated).toBe(own.length - dated.length);
      expect(met.statements).toEqual(
        (line === undefined ? own : [line]).flatMap((m) => m.reports.map((r) => r.statement)),
      );
      if (line !== undefined) named++;
    }
  }
  expect(named).toBeGreaterThan(10);
});

test("what moved is told from the lines that may differ", () => {
  let moved = 0;
  let left = 0;
  for (const after of asked) {
    for (const before of asked) {
      const [a, b] = [read(before), read(after)];
      const all = whatMoved(a, b);
      const [old, now] = recorder.differing(a, b, movedKinds);
      expect(whatMoved({ negotiation, items: old }, { negotiation, items: now })).toEqual(all);
      moved += all.length;
      left += b.items.length - now.length;
    }
  }
  expect(moved).toBeGreaterThan(100);
  expect(left).toBeGreaterThan(100);
});

test("lines without events and what is told of these give the same analysis, and a line is found by its id", () => {
  const analyst = createAnalyst(lexicon);
  let events = 0;
  for (const day of asked) {
    const view = read(day, asked[4]);
    const told = recorder.told(view);
    expect(new Set(told.items.map((i) => i.id))).toEqual(
      new Set(view.items.flatMap((i) => (i.kind === "event" ? [] : [i.id]))),
    );
    const all = analyst.analyse(view);
    const sorted = ({ signalItems, ...rest }: typeof all): unknown => [
      rest,
      signalItems.map((s) => JSON.stringify(s)).sort(),
    ];
    expect(sorted(analyst.analyse(view, { told }))).toEqual(sorted(all));
    for (const i of view.items.slice(-30))
      expect(recorder.statements(view, i.id)).toEqual(i.reports.map((r) => r.statement));
    events += all.tracks.reduce((n, t) => n + t.tone.events, 0);
    for (const i of view.items.slice(-30)) expect(recorder.item(view, i.id)).toEqual(i);
    expect(recorder.item(view, "none")).toBeNull();
  }
  expect(events).toBeGreaterThan(50);
});

test("views of different books are compared whole", () => {
  const other = recorder.bookOf({ versions: [], statements: [], judgements: [] }, negotiation, {
    asKnownOn: asked[3],
    about: asked[3],
  });
  const [a, b] = [recorder.read(other, { asKnownOn: asked[3], about: asked[3] }), read(asked[3])];
  expect(recorder.differing(a, b, new Set(["quote"]))[1]).toEqual(b.items.filter((i) => i.kind === "quote"));
  const party = negotiation.parties[0].code;
  const wanted = { count: 20, party, kinds: ["quote"] } as const;
  expect(createRecorder(lexicon).latest(b, wanted)).toEqual(recorder.latest(b, wanted));
});
