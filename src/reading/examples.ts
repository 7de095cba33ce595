import { contentHash, type Document } from "../text/index.js";
import type { Layers } from "./layers.js";
import type { Rule } from "./rule.js";
import type { Item, Reading } from "./types.js";

/** A stretch of an example's text with the role it is marked with. */
export interface Mark {
  readonly role: string;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

export interface Example {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** An example that does not do what its rule says. */
export interface ExampleFailure {
  readonly example: string;
  /** "did not fire, but: ..." or "fired", or "role holder: ..." */
  readonly why: string;
}

/** What the tester needs of a reader. */
export interface ExampleReader {
  explain(document: Document): { readonly layers: Layers; readonly reading: Reading };
}

/** Splits "[role words] and more" into its text and its marks. */
export function parseExample(example: string): Example {
  const marks: Mark[] = [];
  let text = "";
  let at = 0;
  for (const m of example.matchAll(/\[(\S+) ([^\]]+)\]/g)) {
    text += example.slice(at, m.index);
    marks.push({ role: m[1], words: m[2], start: text.length, end: text.length + m[2].length });
    text += m[2];
    at = m.index + m[0].length;
  }
  return { text: text + example.slice(at), marks };
}

/**
 * Runs every example of a rule through the reader: each hit must fire the rule, with each marked role that is a field of the item read
 * from the marked words; no miss may fire it. Empty when all is well. A rule has fired where any item, a party or the place of an event,
 * or any clause's factuality or voice, names it.
 */
export function exampleFailures(reader: ExampleReader, rule: Rule): ExampleFailure[] {
  const failures: ExampleFailure[] = [];
  for (const example of rule.hits) {
    const { text, marks } = parseExample(example);
    const { fired, items } = run(reader, rule, text);
    if (!fired.has(rule.id)) {
      const same = [...fired].filter((id) => id.split("/")[0] === rule.id.split("/")[0]);
      failures.push({ example: text, why: `did not fire, but: ${same.join(", ") || "nothing of its kind"}` });
    } else if (items.length > 0) {
      for (const mark of marks)
        if (!items.some((i) => holds(i, mark)))
          failures.push({ example: text, why: `role ${mark.role} is not "${mark.words}"` });
    }
  }
  for (const example of rule.misses) {
    const { text } = parseExample(example);
    if (run(reader, rule, text).fired.has(rule.id)) failures.push({ example: text, why: "fired" });
  }
  return failures;
}

/** Gives each rule's failures to `check`, which asserts that there are none: `check(id, () => failures)`. */
export function checkExamples(
  reader: ExampleReader,
  rules: readonly Rule[],
  check: (id: string, failures: () => ExampleFailure[]) => void,
): void {
  for (const rule of rules) check(rule.id, () => exampleFailures(reader, rule));
}

function run(
  reader: ExampleReader,
  rule: Rule,
  text: string,
): { readonly fired: ReadonlySet<string>; readonly items: readonly Item[] } {
  const published = rule.published ?? "2019-12-13";
  const { layers, reading } = reader.explain({
    id: contentHash(text),
    text,
    publisher: null,
    title: null,
    url: null,
    published,
  });
  const fired = new Set<string>();
  for (const i of reading.items)
    for (const id of [i.origin.rule, i.factuality.rule, i.voice.rule, ...bases(i)]) fired.add(id);
  for (const c of layers.clauses) {
    fired.add(layers.facts.factuality(c.index).rule);
    fired.add(layers.facts.voice(c.index).rule);
  }
  return { fired, items: reading.items.filter((i) => i.origin.rule === rule.id) };
}

/** Rules by which an event has its parties and its place, where it is not told outright who and where they are. */
const bases = (i: Item): string[] =>
  i.kind === "event" ? [i.place, ...i.actors, ...i.recipients].flatMap((x) => x?.basis ?? []) : [];

/** Whether the item's field of that name was read from the marked words. A role that is no field of the item is a remark only. */
function holds(item: Item, mark: Mark): boolean {
  const value = (item as unknown as Record<string, unknown>)[mark.role];
  if (value === undefined) return true;
  return (Array.isArray(value) ? value : [value]).some((v) => means(v, mark));
}

function means(value: unknown, mark: Mark): boolean {
  if (typeof value === "string") return shares(value, mark.words);
  if (typeof value !== "object" || value === null) return false;
  const { words, name } = value as {
    readonly words?: { readonly start: number; readonly end: number } | null;
    readonly name?: string;
  };
  if (words !== undefined && words !== null) return words.start < mark.end && words.end > mark.start;
  return name === undefined || shares(name, mark.words);
}

/** Whether one text holds the other, articles and case aside: fields leave out what says nothing. */
function shares(a: string, b: string): boolean {
  const of = (x: string): string[] => x.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const [one, other] = [of(a), of(b)];
  const inside = (x: string[], y: string[]): boolean => x.every((w) => y.includes(w));
  return (
    inside(one, other) || inside(other, one) || one.filter((w) => other.includes(w)).length * 2 >= one.length
  );
}
