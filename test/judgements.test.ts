import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAnalyst, movedKinds, whatMoved } from "../src/analysis/index.js";
import { gradeOf, gradesOf } from "../src/app/grades.js";
import { Keeper } from "../src/app/keeper/index.js";
import { standings } from "../src/app/standing.js";
import {
  type Decision,
  type DocumentVersion,
  type Judgement,
  makeJudgement,
  type Statement,
} from "../src/ledger/index.js";
import { createRecorder, type RecordView, rowsOf } from "../src/record/index.js";
import { parseNegotiation } from "../src/record/negotiation.js";
import { loadLexicon } from "../src/resources/index.js";
import { memoryStore } from "../src/store/index.js";
import { actor, type Dispatch, dispatch, type Line, ledger, place, time } from "./samples/dispatch.js";

const lexicon = loadLexicon();
const recorder = createRecorder(lexicon);
const negotiation = parseNegotiation({ id: "nor-chl", parties: ["NOR", "CHL"] });
const both = [actor("NOR"), actor("CHL")];
const url = "https://example.org/talks";

let second = 0;
const judge = (
  decision: Decision,
  when = `2031-05-01T00:00:${String(second++ % 60).padStart(2, "0")}Z`,
): Judgement => makeJudgement({ who: "desk", when, why: "checked", decision });

const met = (day: string, more: object = {}): Line => ({
  text: `Norway and Chile met in Oslo on ${day}.`,
  items: [{ kind: "meeting", parties: both, time: time(day), place: place("Oslo", "NOR"), ...more } as never],
});
const agreed = (what: string, text = `They agreed to ${what}.`): Line => ({
  text,
  items: [{ kind: "agreement", what, parties: both, time: time("2031-03-05") } as never],
});

/** The same text read by a newer reader: what it finds now, beside what stood in the ledger before. */
function reread(
  old: Dispatch,
  lines: readonly Line[],
): { version: DocumentVersion; statements: readonly Statement[] } {
  const { document } = old.version;
  const meta = { publisher: document.publisher, published: document.published, url: document.url };
  const now = dispatch(meta, lines);
  expect(now.version.document.id).toBe(document.id);
  const version = { ...now.version, reader: "test-2", current: now.statements.map((s) => s.id) };
  const both = new Map([...old.statements, ...now.statements].map((s) => [s.id, s]));
  return { version, statements: [...both.values()] };
}

const view = (
  ds: readonly { version: DocumentVersion; statements: readonly Statement[] }[],
  judgements: readonly Judgement[] = [],
  asKnownOn = "2032-01-01",
): RecordView => recorder.view({ ...ledger(ds), judgements }, negotiation, { asKnownOn, about: asKnownOn });

describe("decisions survive a newer reader", () => {
  const first = dispatch({ published: "2031-03-06", url }, [
    met("2031-03-05"),
    agreed("share the cod quota"),
  ]);
  const [meeting, agreement] = ["meeting", "agreement"].map(
    (k) => first.statements.find((s) => s.item.kind === k) as Statement,
  );

  it("pass to what is read at the same word now", () => {
    const again = reread(first, [met("2031-03-05", { level: "minister" }), agreed("share the cod quota")]);
    const correction = judge({
      type: "correct",
      statement: meeting.id,
      field: "place",
      value: place("Bergen", "NOR"),
    });
    expect(view([again]).meetings).toMatchObject([{ place: "Oslo", level: "minister", reviewed: false }]);
    expect(view([again], [correction]).meetings).toMatchObject([
      { place: "Bergen", level: "minister", reviewed: true },
    ]);
    expect(view([again], [judge({ type: "reject", statement: meeting.id })]).meetings).toEqual([]);
  });

  it("stay with the line as it was read where the newer reader finds nothing: never dropped", () => {
    const again = reread(first, [{ ...met("2031-03-05"), items: [] }, agreed("share the cod quota")]);
    expect(view([again]).meetings).toEqual([]);
    expect(view([again], [judge({ type: "accept", statement: meeting.id })]).meetings).toMatchObject([
      { reviewed: true },
    ]);
  });

  it("do not pass to another thing read from the same sentence", () => {
    const text = "They agreed to share the cod quota.";
    const other = { ...agreed("mark the seabed border", text), text };
    const again = reread(first, [met("2031-03-05"), other]);
    const moved = {
      ...again,
      statements: again.statements.map((s) =>
        s.id === agreement.id || s.item.kind !== "agreement"
          ? s
          : { ...s, item: { ...s.item, trigger: { ...s.item.trigger, start: s.item.trigger.start + 5 } } },
      ),
    };
    const rejected = judge({ type: "reject", statement: agreement.id });
    expect(view([moved], [rejected]).agreements.map((a) => a.what)).toEqual(["mark the seabed border"]);
  });

  it("a merge holds through it", () => {
    const second = dispatch({ published: "2031-03-20", publisher: "b" }, [met("2031-03-19")]);
    const merge = judge({ type: "merge", statements: [meeting.id, second.statements[0].id] });
    const again = reread(first, [met("2031-03-05", { level: "minister" }), agreed("share the cod quota")]);
    expect(view([again, second]).meetings).toHaveLength(2);
    expect(view([again, second], [merge]).meetings).toHaveLength(1);
  });
});

describe("decisions pass to the same words in another version of the article", () => {
  const old = dispatch({ published: "2031-03-06", url }, [met("2031-03-05"), agreed("share the cod quota")]);
  const now = dispatch({ published: "2031-03-08", url }, [
    met("2031-03-05"),
    agreed("share the herring quota"),
  ]);
  const meeting = old.statements.find((s) => s.item.kind === "meeting") as Statement;
  const agreement = old.statements.find((s) => s.item.kind === "agreement") as Statement;

  it("a rejected line does not come back with the next version; what was rewritten is another line", () => {
    expect(view([old, now], [judge({ type: "reject", statement: meeting.id })]).meetings).toEqual([]);
    const left = view([old, now], [judge({ type: "reject", statement: agreement.id })]).agreements;
    expect(left.map((a) => a.what)).toEqual(["share the herring quota"]);
  });

  it("whichever comes into the store first: article, next version or decision", async () => {
    const asOf = { asKnownOn: "2032-01-01", about: "2032-01-01" };
    const decisions = [judge({ type: "reject", statement: meeting.id }, "2031-05-01T00:00:00Z")];
    const parts = [
      (s: ReturnType<typeof memoryStore>) => s.addDocument(old.version, old.statements),
      (s: ReturnType<typeof memoryStore>) => s.addDocument(now.version, now.statements),
      (s: ReturnType<typeof memoryStore>) => s.addJudgement(decisions[0]),
    ];
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    const seen = new Set<string>();
    for (const order of orders) {
      const store = memoryStore();
      const keeper = new Keeper(store, recorder, createAnalyst(lexicon));
      await store.putNegotiation(negotiation, "2031-01-01T00:00:00Z");
      for (const i of order) {
        await parts[i](store);
        await keeper.placeAll();
      }
      const book = await keeper.book(negotiation);
      expect(recorder.read(book, asOf).meetings).toEqual([]);
      expect(recorder.read(book, asOf)).toEqual(view([old, now], decisions));
      seen.add(JSON.stringify(rowsOf(await store.shelf.sheets(negotiation.id))));
    }
    expect(seen.size).toBe(1);
  });
});

describe("two versions of one address", () => {
  const people = [actor("NOR", "Kari Berg"), actor("CHL", "Ana Soto")];
  const plan = (town: string, day: string): Line => ({
    text: `Kari Berg and Ana Soto are to meet in ${town} on ${day}.`,
    items: [
      {
        kind: "meeting",
        parties: both,
        representatives: people,
        status: "scheduled",
        time: time(day, "future"),
        place: place(town, "CHE"),
      } as never,
    ],
  });
  const before = dispatch({ published: "2031-03-06", url }, [
    plan("Basel", "2031-03-20"),
    agreed("share the cod quota"),
  ]);
  const after = dispatch({ published: "2031-03-08", url }, [plan("Geneva", "2031-03-21")]);
  const asOf = { asKnownOn: "2031-03-10", about: "2031-03-10" };

  it("are one meeting put right, and the choice says so", () => {
    const book = recorder.bookOf(ledger([before, after]), negotiation, asOf);
    const { meetings, agreements } = recorder.read(book, asOf);
    expect(meetings).toMatchObject([
      {
        place: "Geneva",
        when: { earliest: "2031-03-21" },
        quote: expect.stringContaining("Geneva"),
        independent: 1,
        withdrawn: null,
      },
    ]);
    expect(meetings[0].reports.map((r) => r.orphaned)).toEqual(["2031-03-08", null]);
    expect(agreements).toMatchObject([{ withdrawn: "2031-03-08" }]);
    const chosen = recorder
      .contradictions(recorder.read(book, asOf), book)
      .map((c) => [c.kind, c.chosen.value, c.chosen.rule]);
    expect(chosen).toEqual([
      ["dates", "2031-03-21", "contradiction/correction"],
      ["places", "Geneva", "contradiction/correction"],
    ]);
  });

  it("say what moved: the day changed, the place corrected, the agreement withdrawn", () => {
    const ds = [before, after];
    const lines = whatMoved(view(ds, [], "2031-03-07"), view(ds, [], "2031-03-10")).map((m) => [
      m.change,
      m.kind,
      m.field,
    ]);
    expect(lines).toEqual([
      ["changed", "meeting", "when"],
      ["corrected", "meeting", "place"],
      ["withdrawn", "agreement", null],
    ]);
    // The same from one book, whose lines that may differ are told from heads.
    const book = recorder.bookOf(ledger(ds), negotiation, { asKnownOn: "2031-03-10", about: "2031-03-10" });
    const at = (day: string) => recorder.read(book, { asKnownOn: day, about: day });
    const [old, now] = recorder.differing(at("2031-03-07"), at("2031-03-10"), movedKinds);
    expect(
      whatMoved({ negotiation, items: old }, { negotiation, items: now }).map((m) => [
        m.change,
        m.kind,
        m.field,
      ]),
    ).toEqual(lines);
  });

  it("give one record whichever comes into the store first", async () => {
    const seen = new Set<string>();
    for (const order of [
      [before, after],
      [after, before],
    ]) {
      const store = memoryStore();
      const keeper = new Keeper(store, recorder, createAnalyst(lexicon));
      await store.putNegotiation(negotiation, "2031-01-01T00:00:00Z");
      for (const d of order) {
        await store.addDocument(d.version, d.statements);
        await keeper.placeAll();
      }
      const book = await keeper.book(negotiation);
      expect(recorder.read(book, asOf)).toEqual(recorder.view(ledger([before, after]), negotiation, asOf));
      seen.add(JSON.stringify(rowsOf(await store.shelf.sheets(negotiation.id))));
    }
    expect(seen.size).toBe(1);
  });

  it("two meetings of one article stay two where a version adds the second", () => {
    const more = dispatch({ published: "2031-03-08", url }, [
      plan("Basel", "2031-03-20"),
      plan("Geneva", "2031-03-21"),
    ]);
    expect(view([before, more]).meetings).toHaveLength(2);
  });
});

describe("where decisions stand after texts were read again", () => {
  it("handed on, orphaned, missing or standing: all are listed, none dropped", async () => {
    const first = dispatch({ published: "2031-03-06", url }, [
      met("2031-03-05"),
      agreed("share the cod quota"),
    ]);
    const meeting = first.statements.find((s) => s.item.kind === "meeting") as Statement;
    const agreement = first.statements.find((s) => s.item.kind === "agreement") as Statement;
    const again = reread(first, [
      met("2031-03-05", { level: "minister" }),
      { ...agreed("share the cod quota"), items: [] },
    ]);
    const heir = again.statements.find((s) => s.item.kind === "meeting" && s.id !== meeting.id) as Statement;
    const store = memoryStore();
    await store.addDocument(first.version, first.statements);
    await store.addDocument(
      again.version,
      again.statements.filter((s) => again.version.current?.includes(s.id)),
    );
    const standing = standings(store);
    const of = (decision: Decision) => standing(judge(decision));
    expect(await of({ type: "accept", statement: meeting.id })).toEqual({
      footing: "handed-on",
      heirs: [heir.id],
    });
    expect(await of({ type: "annotate", target: agreement.id, note: "x" })).toEqual({
      footing: "orphaned",
      heirs: [],
    });
    expect(await of({ type: "merge", statements: [meeting.id, agreement.id] })).toEqual({
      footing: "orphaned",
      heirs: [heir.id],
    });
    expect(await of({ type: "accept", statement: heir.id })).toEqual({ footing: "stands", heirs: [] });
    expect(await of({ type: "accept", statement: "f".repeat(24) })).toMatchObject({ footing: "missing" });
    expect(await of({ type: "same", left: "a", right: "b", answer: "same" })).toMatchObject({
      footing: "stands",
    });
  });
});

describe("grades on the Admiralty code", () => {
  it("are the last in force, of outlet and report together", () => {
    const first = judge({ type: "grade", target: "outlet/Test Wire", grade: "C" }, "2031-05-01T00:00:01Z");
    const second = judge({ type: "grade", target: "outlet/Test Wire", grade: "B" }, "2031-05-01T00:00:02Z");
    const report = judge({ type: "grade", target: "s1", grade: "2" }, "2031-05-01T00:00:03Z");
    const undone = judge({ type: "undo", judgement: second.id }, "2031-05-01T00:00:04Z");
    const grades = gradesOf([first, second, report]);
    expect(gradeOf(grades, "TEST WIRE", "s1")).toBe("B2");
    expect(gradeOf(grades, "Other", "s1")).toBe("?2");
    expect(gradeOf(grades, "Other", "s9")).toBeNull();
    expect(gradeOf(gradesOf([first, second, report, undone]), "Test Wire", "s9")).toBe("C");
  });
});

describe("what moved since a day", () => {
  const plan = dispatch({ published: "2031-03-01", publisher: "a" }, [
    met("2031-03-20", { status: "scheduled" }),
  ]);
  const gone = dispatch({ published: "2031-03-02", publisher: "a" }, [agreed("share the cod quota")]);
  const held = dispatch({ published: "2031-03-21", publisher: "b" }, [met("2031-03-20")]);
  const wrong = dispatch({ published: "2031-03-03", publisher: "c" }, [
    {
      text: "They sign on Lima's quay.",
      items: [
        { kind: "meeting", parties: both, time: time("2031-02-20"), place: place("Lima", "PER") } as never,
      ],
    },
  ]);
  const fresh = dispatch({ published: "2031-04-02", publisher: "d" }, [agreed("mark the seabed border")]);

  it("lists new, changed, corrected and withdrawn, each with its statements", () => {
    const all = [plan, gone, held, wrong, fresh];
    const decisions = [
      judge({ type: "reject", statement: gone.statements[0].id }),
      judge({
        type: "correct",
        statement: wrong.statements[0].id,
        field: "place",
        value: place("Callao", "PER"),
      }),
    ];
    // Decisions are no part of what the world knew: the earlier view is the one before they were made.
    const before = view(all, [], "2031-03-10");
    const after = view(all, decisions, "2031-04-10");
    const lines = whatMoved(before, after).map((m) => [m.change, m.kind, m.field, m.before, m.after]);
    expect(lines).toContainEqual(["new", "agreement", null, null, null]);
    expect(lines).toContainEqual(["changed", "meeting", "status", "scheduled", "held"]);
    expect(lines).toContainEqual(["corrected", "meeting", "place", "Lima", "Callao"]);
    expect(lines).toContainEqual(["withdrawn", "agreement", null, null, null]);
    for (const m of whatMoved(before, after)) expect(m.statements.length).toBeGreaterThan(0);
  });
});

describe("two times, with versions, contradictions and decisions", () => {
  const day = fc.integer({ min: 1, max: 9 }).map((d) => `2031-03-${String(d).padStart(2, "0")}`);
  const piece = fc.record({
    day,
    published: day,
    held: fc.boolean(),
    town: fc.constantFrom("Oslo", "Bergen", null),
    article: fc.constantFrom(null, 1),
    outlet: fc.integer({ min: 0, max: 4 }),
  });
  const act = fc.record({
    type: fc.constantFrom("accept", "reject", "correct", "merge", "split", "undo" as const),
    a: fc.nat(30),
    b: fc.nat(30),
  });
  const world = fc.record({
    pieces: fc.array(piece, { minLength: 1, maxLength: 9 }),
    acts: fc.array(act, { maxLength: 5 }),
    cut: day,
  });
  type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

  function build({ pieces, acts }: World): { ds: Dispatch[]; decisions: Judgement[] } {
    const ds = pieces.map((p) =>
      dispatch(
        {
          published: p.published,
          publisher: `o${p.outlet}`,
          url: p.article === null ? null : `${url}/${p.article}`,
        },
        [
          met(p.day, {
            status: p.held ? "held" : "scheduled",
            place: p.town === null ? null : place(p.town, "NOR"),
            level: "minister",
          }),
        ],
      ),
    );
    const ids = ds.flatMap((d) => d.statements.map((s) => s.id));
    const decisions: Judgement[] = [];
    for (const [i, x] of acts.entries()) {
      const [a, b] = [ids[x.a % ids.length], ids[x.b % ids.length]];
      const when = `2031-05-01T00:00:${String(i).padStart(2, "0")}Z`;
      const target = decisions[x.a % Math.max(1, decisions.length)];
      if (x.type === "accept" || x.type === "reject")
        decisions.push(judge({ type: x.type, statement: a }, when));
      else if (x.type === "correct")
        decisions.push(
          judge({ type: "correct", statement: a, field: "place", value: place("Lima", "PER") }, when),
        );
      else if (x.type === "undo") {
        if (target !== undefined) decisions.push(judge({ type: "undo", judgement: target.id }, when));
      } else if (a !== b) decisions.push(judge({ type: x.type, statements: [a, b] }, when));
    }
    return { ds, decisions };
  }
  const look = (ds: readonly Dispatch[], decisions: readonly Judgement[], asKnownOn: string) => {
    const asOf = { asKnownOn, about: asKnownOn };
    const book = recorder.bookOf({ ...ledger(ds), judgements: decisions }, negotiation, asOf);
    const v = recorder.read(book, asOf);
    return { items: v.items, contradictions: recorder.contradictions(v, book) };
  };

  it("what becomes known later changes neither lines nor contradictions as they were known", () => {
    fc.assert(
      fc.property(world, (w) => {
        const { ds, decisions } = build(w);
        const then = ds.filter((_, i) => w.pieces[i].published <= w.cut);
        expect(look(ds, decisions, w.cut)).toEqual(look(then, decisions, w.cut));
      }),
      { numRuns: 400 },
    );
  });

  it("undoing every decision gives back the record without them, and the order of the lists does not matter", () => {
    fc.assert(
      fc.property(world, (w) => {
        const { ds, decisions } = build(w);
        const plain = look(ds, [], "2032-01-01");
        const active = decisions.filter((d) => d.decision.type !== "undo");
        const undone = active.map((d, i) =>
          judge({ type: "undo", judgement: d.id }, `2031-06-01T00:00:${String(i).padStart(2, "0")}Z`),
        );
        expect(look(ds, [...active, ...undone], "2032-01-01")).toEqual(plain);
        expect(look([...ds].reverse(), [...decisions].reverse(), "2032-01-01")).toEqual(
          look(ds, decisions, "2032-01-01"),
        );
      }),
      { numRuns: 100 },
    );
  });

  it("a line shows what the rule of its contradiction chose", () => {
    fc.assert(
      fc.property(world, (w) => {
        const { ds } = build(w);
        const { items, contradictions } = look(ds, [], "2032-01-01");
        for (const c of contradictions) {
          if (c.items.length !== 1 || c.chosen.value === null) continue;
          const line = items.find((i) => i.id === c.items[0]);
          if (c.kind === "dates") expect(line?.when.earliest).toBe(c.chosen.value);
          if (c.kind === "places" && line?.kind === "meeting") expect(line.place).toBe(c.chosen.value);
        }
      }),
      { numRuns: 100 },
    );
  });
});
