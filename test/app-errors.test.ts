import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { errorTable } from "../src/app/errors.js";

const src = resolve(import.meta.dirname, "../src");

/** Codes that the sources throw: second line of defence behind the types, since the pure core has codes as plain text. */
function thrownCodes(): Set<string> {
  const codes = new Set<string>();
  for (const file of readdirSync(src, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts") || file.endsWith(".test.ts")) continue;
    const text = readFileSync(join(src, file), "utf8");
    for (const m of text.matchAll(/new (?:CoreError|AppError|StoreError)\(\s*"([A-Z_]+)"/g)) codes.add(m[1]);
  }
  return codes;
}

describe("the table of errors", () => {
  const table = new Set<string>(errorTable.map((r) => r.code));

  it("holds every code that is thrown", () => {
    const thrown = thrownCodes();
    expect(thrown.size).toBeGreaterThan(15);
    expect([...thrown].filter((c) => !table.has(c))).toEqual([]);
  });

  it("says what and what now in sentences, once each", () => {
    expect(table.size).toBe(errorTable.length);
    for (const row of errorTable) {
      expect(row.what, row.code).toMatch(/^[A-Z].*\.$/);
      expect(row.now, row.code).toMatch(/[.]$/);
      expect(row.exit, row.code).toBeGreaterThan(0);
    }
  });

  it("agrees with the reference page both ways", () => {
    const page = readFileSync(resolve(import.meta.dirname, "../docs/reference/errors.md"), "utf8");
    const listed = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((m) => m[1]);
    expect(listed.sort()).toEqual([...table].sort());
  });
});
