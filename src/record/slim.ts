import { narrow } from "../text/index.js";

/** What a line is never made from: places in the text, rules, entity numbers. They stay in the ledger. */
const dropped = new Set([
  "id",
  "evidence",
  "trigger",
  "sentences",
  "words",
  "cues",
  "cue",
  "origin",
  "voice",
  "basis",
  "entity",
  "rule",
  "content",
  "refersTo",
  "contexts",
]);

/** Keys kept of an object, in their order, with what is written before each. */
type Shape = readonly (readonly [key: string, before: string])[];

/** Objects by the keys they have, key after key: there are few such sets, and they are met again and again. */
class Keys {
  readonly next = new Map<string, Keys>();
  #shape: Shape | null = null;
  constructor(private readonly path: readonly string[]) {}
  after(key: string): Keys {
    let next = this.next.get(key);
    if (next === undefined) {
      next = new Keys([...this.path, key]);
      this.next.set(key, next);
    }
    return next;
  }
  get shape(): Shape {
    this.#shape ??= this.path
      .filter((key) => !dropped.has(key))
      .sort()
      .map((key, i) => [key, `${i === 0 ? "" : ","}${JSON.stringify(key)}:`] as const);
    return this.#shape;
  }
}
const keys = new Keys([]);

function shapeOf(value: object): Shape {
  let at = keys;
  for (const key in value) at = at.after(key);
  return at.shape;
}

/** Needs no escapes in JSON. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** JSON of what a line is made from, keys in order: the same whatever order they came in, and narrow. */
export function slim(value: unknown): string {
  if (typeof value === "string") return PLAIN.test(value) ? `"${value}"` : narrow(JSON.stringify(value));
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[${value.map(slim).join()}]`;
  let out = "{";
  for (const [key, before] of shapeOf(value)) {
    const own = (value as Record<string, unknown>)[key];
    // A field that is not there: JSON knows only those that are.
    if (own === undefined) return slim(JSON.parse(JSON.stringify(value)));
    out += before + slim(own);
  }
  // An entity's number means nothing outside its reading; that somebody has none says that no name is told.
  if ((value as { entity?: unknown }).entity === null) out += `${out === "{" ? "" : ","}"entity":null`;
  return `${out}}`;
}
