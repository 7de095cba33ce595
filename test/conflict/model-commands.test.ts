import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Context, catalogue } from "../../src/app/index.js";
import { cliContext } from "../../src/cli/context.js";
import { equilibria, gameOf, type ModelFile, parseModel, solve } from "../../src/conflict/index.js";

const root = resolve(import.meta.dirname, "../..");
const bundled = join(root, "examples/japan-russia/model.conflict");
const folder = mkdtempSync(join(tmpdir(), "rapporteur-model-"));
const context: Context & { close(): Promise<void> } = cliContext(join(folder, "store.sqlite"));

async function ask<T>(name: string, input: Record<string, unknown>): Promise<T> {
  const found = await catalogue.find((u) => u.name === name)?.load();
  if (found === undefined) throw new Error(name);
  const output = await found.run(found.input.parse(input), context);
  found.output.parse(JSON.parse(JSON.stringify(output)));
  expect(found.render(output, input)).toBeDefined();
  return output as T;
}
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

beforeAll(async () => {
  await ask("demo", {});
}, 120_000);
afterAll(async () => {
  await context.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Position {
  readonly holder: string;
  readonly issues: readonly string[];
  readonly known: string;
  readonly reports: readonly { readonly statement: string }[];
}
interface Checked {
  readonly flagged: number;
  readonly assumed: number;
  readonly items: readonly {
    readonly line: number;
    readonly flags: readonly string[];
    readonly since: readonly { readonly text: string }[];
    readonly grounds: readonly { readonly state: string; readonly statement: string | null }[];
  }[];
}

/** A model of two options that quotes words of a statement. */
const quoting = (id: string, words: string, known: string): string => `model A quote under test
negotiation japan-russia
known ${known}
maker JPN Japan
option talk
  quote ${id} "${words.replace(/\s+/g, " ")}"
maker RUS Russia
option answer
prefer JPN
- talk
  assume For the test.
prefer RUS
- answer
`;

describe("a model and its record", () => {
  const asKnownOn = "2019-12-31";
  let first: Position;
  let words = "";
  const check = async (
    id: string,
    w: string,
    known: string,
    on = asKnownOn,
  ): Promise<Checked["items"][number]> => {
    const path = file("quoting.conflict", quoting(id, w, known));
    const { items } = await ask<Checked>("model check", { model: path, asKnownOn: on });
    return items.find((i) => i.line === 5) as Checked["items"][number];
  };

  beforeAll(async () => {
    const { items } = await ask<{ items: readonly Position[] }>("positions", {
      negotiation: "japan-russia",
      asKnownOn,
    });
    const later = (p: Position): boolean =>
      items.some(
        (q) => q.holder === p.holder && q.known > p.known && q.issues.some((i) => p.issues.includes(i)),
      );
    first = items.find(later) as Position;
    expect(first).toBeDefined();
    const store = await context.store();
    const statement = (await store.statements()).find((s) => s.id === first.reports[0].statement);
    words = statement?.evidence[0].quote ?? "";
    expect(words.length).toBeGreaterThan(10);
  });

  it("stands while the words lie where the model says", async () => {
    const line = await check(first.reports[0].statement.slice(0, 12), words, asKnownOn);
    expect(line.grounds[0].state).toBe("stands");
    expect(line.flags).toEqual([]);
    expect((await check("-", words, asKnownOn)).grounds[0].state).toBe("stands");
  });

  it("flags words that stand under another statement, that are gone, or that the record does not use", async () => {
    expect((await check("ffffffffffff", words, asKnownOn)).grounds[0].state).toBe("moved");
    const gone = await check("-", "nobody ever wrote these words", asKnownOn);
    expect(gone.grounds[0].state).toBe("gone");
    expect(gone.flags[0]).toMatch(/evidence moved/);
    const early = await check(first.reports[0].statement.slice(0, 12), words, "2015-01-01", "2015-01-01");
    expect(early.grounds[0].state).toBe("withdrawn");
  });

  it("shows what the same party said since on the same issue", async () => {
    expect((await check("-", words, first.known)).since.length).toBeGreaterThan(0);
    expect((await check("-", words, asKnownOn)).since).toEqual([]);
  });

  it("counts assumptions, and what nobody has owned yet", async () => {
    const path = file("quoting.conflict", quoting("-", words, asKnownOn));
    const { assumed, flagged } = await ask<Checked>("model check", { model: path, asKnownOn });
    expect({ assumed, flagged }).toEqual({ assumed: 3, flagged: 0 });
  });
});

describe("a draft from the record", () => {
  it.each(["japan-russia", "nile-dam"])(
    "of %s quotes exact words, marks the rest as assumed, and asks",
    async (id) => {
      const draft = await ask<{ text: string; asks: readonly string[]; options: number; states: number }>(
        "model suggest",
        { negotiation: id, asKnownOn: "2021-12-31" },
      );
      const model: ModelFile = parseModel(draft.text);
      expect(gameOf(model).states.length).toBe(draft.states);
      expect(model.options.length).toBe(draft.options);
      expect(model.makers.length).toBeGreaterThan(1);
      const statements = new Map(
        (await (await context.store()).statements()).map((s) => [s.id.slice(0, 12), s]),
      );
      const entries = [...model.options, ...model.lists.flatMap((l) => l.statements)];
      const bases = entries.flatMap((e) => e.basis);
      expect(entries.every((e) => e.basis.length > 0)).toBe(true);
      expect(model.options.every((o) => o.basis.some((b) => b.kind === "quote"))).toBe(true);
      for (const b of bases) {
        if (b.kind === "assumption") expect(b.text.length).toBeGreaterThan(10);
        else
          expect(statements.get(b.id)?.evidence.map((e) => e.quote.replace(/\s+/g, " ").trim())).toContain(
            b.words,
          );
      }
      const assumed = model.lists
        .flatMap((l) => l.statements)
        .filter((s) => s.basis.every((b) => b.kind === "assumption"));
      for (const s of assumed)
        expect(
          draft.asks.some((a) => a.includes(s.text)),
          s.text,
        ).toBe(true);
    },
  );

  it("is written where asked, and never over a file", async () => {
    const out = join(folder, "draft.conflict");
    await ask("model suggest", { negotiation: "japan-russia", asKnownOn: "2019-12-31", out });
    expect(existsSync(out)).toBe(true);
    await expect(
      ask("model suggest", { negotiation: "japan-russia", asKnownOn: "2019-12-31", out }),
    ).rejects.toMatchObject({ code: "MODEL_EXISTS" });
  });
});

interface Explained {
  readonly holds: boolean;
  readonly verdict: string;
  readonly makers: readonly {
    readonly code: string;
    readonly stays: readonly string[];
    readonly sentences: readonly Told[];
  }[];
  readonly joint: readonly Told[];
}
interface Told {
  readonly kind: string;
  readonly text: string;
  readonly reasons: readonly {
    readonly line: number;
    readonly grounds: readonly { readonly words: string }[];
  }[];
}

describe("explanations", () => {
  it("agree with the solution for every state, and rest on lines of the file", async () => {
    // Without a negotiation the record is not looked up anew for each state.
    const text = readFileSync(bundled, "utf8").replace(/^negotiation .*$/m, "#");
    const path = file("explained.conflict", text);
    const model = parseModel(text);
    const game = gameOf(model);
    const held = new Set(equilibria(solve(game), "SEQ"));
    const lines = new Set(model.lists.flatMap((l) => l.statements).map((s) => s.line));
    const kinds = new Set<string>();
    for (const [n, s] of game.states.entries()) {
      const told = await ask<Explained>("model explain", { model: path, state: String(n + 1) });
      expect(told.makers.every((m) => m.stays.includes("SEQ"))).toBe(held.has(s));
      if (told.holds) expect(held.has(s)).toBe(true);
      for (const m of told.makers) {
        const leaves = m.sentences.some((x) => x.kind === "leaves");
        expect(leaves).toBe(!m.stays.includes("SEQ"));
      }
      for (const x of [...told.makers.flatMap((m) => m.sentences), ...told.joint]) {
        kinds.add(x.kind);
        expect(x.text).toMatch(/\.$/);
        expect(x.text).not.toMatch(/undefined|null|NaN| {2}/);
        for (const r of x.reasons) {
          expect(lines.has(r.line)).toBe(true);
          expect(r.grounds.every((g) => g.words.length > 0)).toBe(true);
        }
      }
    }
    expect([...kinds].sort()).toEqual(["blocked", "closed", "leaves", "sanctioned", "stays", "together"]);
  }, 30_000);
});

describe("changing a model", () => {
  it("counts the version up, keeps the one before, and changes nothing when the change is bad", async () => {
    const path = file("edited.conflict", readFileSync(bundled, "utf8"));
    const before = readFileSync(path, "utf8");
    const edited = await ask<{ version: number; kept: string }>("model edit", {
      model: path,
      move: ["USA:3:1"],
      because: "assume Heard at a reception.",
      add: ["USA:1: undertake if two-islands"],
    });
    expect(edited.version).toBe(2);
    expect(readFileSync(edited.kept, "utf8")).toBe(before);
    const after = parseModel(readFileSync(path, "utf8"));
    const usa = after.lists.find((l) => l.of === 2 && l.name === null);
    expect(usa?.statements.map((s) => s.text)).toEqual([
      "undertake if two-islands",
      "not insist",
      "not undertake",
      "not assure",
    ]);
    expect(usa?.statements[0].basis[0]).toMatchObject({ text: "Heard at a reception." });
    expect(after.notes).toEqual(parseModel(before).notes);
    const now = readFileSync(path, "utf8");
    for (const [bad, code] of [
      [{ add: ["USA:1: undertake if islands"] }, "MODEL_UNKNOWN_OPTION"],
      [{ drop: ["USA:9"] }, "MODEL_EDIT_BAD"],
      [{ swap: ["FRA:1"] }, "MODEL_UNKNOWN_MAKER"],
      [{ quo: "hand-over insist" }, "MODEL_STATE_UNKNOWN"],
    ] as const)
      await expect(ask("model edit", { model: path, ...bad })).rejects.toMatchObject({ code });
    expect(readFileSync(path, "utf8")).toBe(now);
  });

  it("is refused with code, file and line where the file is bad", async () => {
    const bad = file(
      "bad.conflict",
      readFileSync(bundled, "utf8").replace("never hand-over and insist", "never hand-over and insits"),
    );
    await expect(ask("model solve", { model: bad })).rejects.toMatchObject({
      code: "MODEL_UNKNOWN_OPTION",
      where: {
        file: bad,
        line: readFileSync(bad, "utf8").split("\n").indexOf("never hand-over and insits") + 1,
      },
    });
  });
});
