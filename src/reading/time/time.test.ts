import { describe, expect, it } from "vitest";
import { loadLanguage } from "../../resources/language.js";
import { loadLexicon } from "../../resources/lexicon.js";
import { isIsoDate } from "../../text/index.js";
import type { TimeExpression } from "../types.js";
import { createTimes } from "./index.js";
import type { TimeRule } from "./rule.js";
import { TIME_RULES } from "./time.rules.js";

const language = loadLanguage();
const times = createTimes(loadLexicon());

function read(text: string, published: string | null): readonly TimeExpression[] {
  const parsed = language.parse({ id: "t", text, publisher: null, title: null, url: null, published });
  return times({ parsed, published }).times;
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly role: string | null;
}

/** Cuts "[words|EDTF|role]" out of an example. */
function parse(example: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  let text = "";
  let at = 0;
  for (const m of example.matchAll(/\[([^\]|]+)\|([^\]|]+)(?:\|([a-z]+))?\]/g)) {
    text += example.slice(at, m.index);
    marks.push({ start: text.length, end: text.length + m[1].length, value: m[2], role: m[3] ?? null });
    text += m[1];
    at = m.index + m[0].length;
  }
  return { text: text + example.slice(at), marks };
}

const show = (x: TimeExpression, text: string): string =>
  `${text.slice(x.start, x.end)}|${x.edtf ?? x.unresolved}|${x.role} by ${x.rule}`;

function faults(rule: TimeRule): string[] {
  const out: string[] = [];
  const visible = rule.inner !== true && rule.means.is !== "nothing";
  for (const hit of rule.hits) {
    const { text, marks } = parse(hit);
    const found = read(text, rule.published ?? "2019-12-13");
    const all = found.map((x) => show(x, text)).join("; ");
    if (marks.length === 0) out.push(`no mark in: ${hit}`);
    if (visible && !found.some((x) => x.rule === rule.id))
      out.push(`did not fire, but ${all || "nothing"}: ${hit}`);
    for (const mark of marks) {
      const right = found.some(
        (x) =>
          x.start >= mark.start &&
          x.end <= mark.end &&
          (x.edtf ?? x.unresolved) === mark.value &&
          (mark.role === null || x.role === mark.role),
      );
      if (!right) out.push(`${all || "nothing"}: ${hit}`);
    }
  }
  if (visible)
    for (const miss of rule.misses)
      if (read(miss, rule.published ?? "2019-12-13").some((x) => x.rule === rule.id))
        out.push(`fired: ${miss}`);
  return out;
}

describe("time rules do what their examples say", () => {
  it.each(TIME_RULES.map((r) => [r.id, r] as const))("%s", (_, rule) => {
    expect(faults(rule)).toEqual([]);
  });

  it("never make a day that is not in the calendar, whatever numbers and words meet", () => {
    const parts =
      "0 9 31 99999 1900 2019 Feb. May the last next early mid - of a two hundred centuries ago later from to and between weeks Monday , after since end quarter third first weekend / 30 every".split(
        " ",
      );
    let seed = 7;
    const pick = (): string => {
      seed = (seed * 48271) % 2147483647;
      return parts[seed % parts.length];
    };
    for (let n = 0; n < 400; n++) {
      const text = `They met in ${Array.from({ length: 12 }, pick).join(" ")}.`;
      for (const x of [...read(text, "2019-12-13"), ...read(text, null)])
        for (const day of [x.earliest, x.latest, x.recalls?.earliest ?? null])
          if (day !== null) expect(isIsoDate(day), `${text}: ${day}`).toBe(true);
    }
  });

  it("have names of their own", () => {
    expect(new Set(TIME_RULES.map((r) => r.id)).size).toBe(TIME_RULES.length);
  });

  it("count what is still to come in a paragraph of its own from publication, and go on with a story in its own", () => {
    const october = (between: string): string | null | undefined =>
      read(
        `Chad and Niger signed an accord in June 2019.${between}The next round of talks, originally planned for October, was put off.`,
        "2024-11-08",
      ).at(-1)?.edtf;
    expect(october("\n\n")).toBe("2024-10");
    expect(october(" ")).toBe("2019-10");
  });

  it("counts a day that opens a paragraph from publication, not from a year told to its end before it", () => {
    const before = "The post was shut for years. A plan of theirs was dropped in March 2011.";
    const day = (text: string): string | null | undefined => read(text, "2019-12-13").at(-1)?.edtf;
    expect(day(`${before}\n\nThe envoy came to Bol on 3 May.`)).toBe("2019-05-03");
    expect(day(`${before} The envoy came to Bol on 3 May.`)).toBe("2011-05-03");
  });
});
