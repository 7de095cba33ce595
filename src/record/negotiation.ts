import { CoreError } from "../text/index.js";
import type { Issue, Names, Negotiation, Party, Rung, Track } from "./negotiation-types.js";

/** One thing wrong with a description, at a path such as `parties[1].code`. */
export interface NegotiationProblem {
  readonly code:
    | "NOT_AN_OBJECT"
    | "FIELD_MISSING"
    | "FIELD_TYPE"
    | "FIELD_UNKNOWN"
    | "ID_BAD"
    | "ID_TWICE"
    | "PARTIES_TOO_FEW"
    | "PARTY_UNKNOWN"
    | "ROLE_UNKNOWN"
    | "RUNGS_UNORDERED";
  readonly path: string;
  readonly message: string;
}

/** What a person writes: everything but id and parties may be left out. Same shape as `Negotiation`, as plain data. */
export type NegotiationInput = unknown;

/** Tracks of a negotiation that names none. Which items belong to them is the reader's own sorting. */
export const defaultTracks: readonly Track[] = [
  { id: "core", name: "Core talks", kind: "core", words: [] },
  { id: "confidence-building", name: "Confidence building", kind: "confidence-building", words: [] },
  { id: "context", name: "Context", kind: "context", words: [] },
];

/**
 * Reads a description, or tells all that is wrong with it.
 * @throws CoreError `NEGOTIATION_INVALID` naming the first problem in `where` and all of them in the message.
 */
export function parseNegotiation(input: NegotiationInput): Negotiation {
  const { negotiation, problems } = validateNegotiation(input);
  if (negotiation === null) {
    const text = problems.map((p) => `${p.path}: ${p.message}`).join(" ");
    throw new CoreError("NEGOTIATION_INVALID", text, { field: problems[0].path, problem: problems[0].code });
  }
  return negotiation;
}

/** Total: never throws. `negotiation` is null exactly where there are problems. */
export function validateNegotiation(input: NegotiationInput): {
  readonly negotiation: Negotiation | null;
  readonly problems: readonly NegotiationProblem[];
} {
  const problems: NegotiationProblem[] = [];
  const read = new FieldReader(problems);
  const root = read.record(input, "");
  if (root === null) return { negotiation: null, problems };
  read.onlyKeys(root, "", ["id", "name", "parties", "tracks", "issues", "names", "aim"]);
  const id = read.id(root.id, "id");
  const name = root.name === undefined ? id : read.text(root.name, "name");
  const parties = read.list(root.parties, "parties", true).map((p, i) => party(read, p, `parties[${i}]`));
  if (Array.isArray(root.parties) && parties.filter((p) => p.role !== "third").length < 2) {
    read.problem(
      "PARTIES_TOO_FEW",
      "parties",
      "A negotiation has at least two parties that are not third parties.",
    );
  }
  const tracks = read.list(root.tracks, "tracks").map((t, i) => track(read, t, `tracks[${i}]`));
  const issues = read.list(root.issues, "issues").map((t, i) => issue(read, t, `issues[${i}]`));
  const codes = new Set(parties.map((p) => p.code));
  const names = read.list(root.names, "names").map((n, i) => nameSet(read, n, `names[${i}]`, codes));
  const aim = read.words(root.aim, "aim");
  read.unique(
    parties.map((p) => p.code),
    "parties",
  );
  read.unique(
    tracks.map((t) => t.id),
    "tracks",
  );
  read.unique(
    issues.map((i) => i.id),
    "issues",
  );
  if (problems.length > 0) return { negotiation: null, problems };
  return {
    negotiation: {
      id,
      name,
      parties,
      tracks: tracks.length > 0 ? tracks : defaultTracks,
      issues,
      names,
      aim,
    },
    problems,
  };
}

function party(read: FieldReader, input: unknown, path: string): Party {
  if (typeof input === "string") return { code: read.code(input, path), name: input, role: "primary" };
  const p = read.record(input, path) ?? {};
  read.onlyKeys(p, path, ["code", "name", "names", "role"]);
  const code = read.code(p.code, `${path}.code`);
  const role = p.role ?? "primary";
  if (role !== "primary" && role !== "secondary" && role !== "third") {
    read.problem("ROLE_UNKNOWN", `${path}.role`, "A role is primary, secondary or third.");
    return { code, name: code, role: "primary" };
  }
  const name = p.name === undefined ? code : read.text(p.name, `${path}.name`);
  return {
    code,
    name,
    ...(p.names === undefined ? {} : { names: read.words(p.names, `${path}.names`) }),
    role,
  };
}

function track(read: FieldReader, input: unknown, path: string): Track {
  const t = read.record(input, path) ?? {};
  read.onlyKeys(t, path, ["id", "name", "kind", "words"]);
  const id = read.id(t.id, `${path}.id`);
  return {
    id,
    name: t.name === undefined ? id : read.text(t.name, `${path}.name`),
    kind: t.kind === undefined ? id : read.text(t.kind, `${path}.kind`),
    words: read.words(t.words, `${path}.words`),
  };
}

function issue(read: FieldReader, input: unknown, path: string): Issue {
  const t = read.record(input, path) ?? {};
  read.onlyKeys(t, path, ["id", "name", "words", "ladder"]);
  const id = read.id(t.id, `${path}.id`);
  const ladder = read.list(t.ladder, `${path}.ladder`).map((r, i) => rung(read, r, `${path}.ladder[${i}]`));
  if (ladder.some((r, i) => i > 0 && r.rung <= ladder[i - 1].rung)) {
    read.problem("RUNGS_UNORDERED", `${path}.ladder`, "Rungs rise from one line to the next.");
  }
  const name = t.name === undefined ? id : read.text(t.name, `${path}.name`);
  return { id, name, words: read.words(t.words, `${path}.words`), ladder };
}

function rung(read: FieldReader, input: unknown, path: string): Rung {
  const r = read.record(input, path) ?? {};
  read.onlyKeys(r, path, ["rung", "meaning", "words"]);
  if (typeof r.rung !== "number" || !Number.isInteger(r.rung))
    read.problem("FIELD_TYPE", `${path}.rung`, "A rung is a whole number.");
  return {
    rung: typeof r.rung === "number" ? r.rung : 0,
    meaning: read.text(r.meaning, `${path}.meaning`),
    words: read.words(r.words, `${path}.words`),
  };
}

function nameSet(read: FieldReader, input: unknown, path: string, codes: ReadonlySet<string>): Names {
  const n = read.record(input, path) ?? {};
  read.onlyKeys(n, path, ["of", "by"]);
  const by: Record<string, readonly string[]> = {};
  for (const [code, words] of Object.entries(read.record(n.by, `${path}.by`) ?? {})) {
    if (!codes.has(code))
      read.problem("PARTY_UNKNOWN", `${path}.by.${code}`, "Names belong to a party of the negotiation.");
    by[code] = read.words(words, `${path}.by.${code}`);
  }
  return { of: read.text(n.of, `${path}.of`), by };
}

/** Reads plain data field by field and notes what does not fit, so that a person sees all of it at once. */
class FieldReader {
  constructor(private readonly problems: NegotiationProblem[]) {}

  problem(code: NegotiationProblem["code"], path: string, message: string): void {
    this.problems.push({ code, path: path === "" ? "(whole)" : path, message });
  }

  record(value: unknown, path: string): Record<string, unknown> | null {
    if (value !== null && typeof value === "object" && !Array.isArray(value))
      return value as Record<string, unknown>;
    this.problem("NOT_AN_OBJECT", path, "Named fields are expected here.");
    return null;
  }

  onlyKeys(value: Record<string, unknown>, path: string, keys: readonly string[]): void {
    for (const key of Object.keys(value)) {
      if (!keys.includes(key))
        this.problem(
          "FIELD_UNKNOWN",
          path === "" ? key : `${path}.${key}`,
          `Known fields: ${keys.join(", ")}.`,
        );
    }
  }

  list(value: unknown, path: string, required = false): readonly unknown[] {
    if (Array.isArray(value)) return value;
    if (value !== undefined) this.problem("FIELD_TYPE", path, "A list is expected here.");
    else if (required) this.problem("FIELD_MISSING", path, "This field is needed.");
    return [];
  }

  text(value: unknown, path: string): string {
    if (typeof value === "string" && value.trim() !== "") return value;
    if (value === undefined) this.problem("FIELD_MISSING", path, "This field is needed.");
    else this.problem("FIELD_TYPE", path, "Words are expected here.");
    return "";
  }

  words(value: unknown, path: string): readonly string[] {
    if (typeof value === "string") return [value];
    return this.list(value, path).map((w, i) => this.text(w, `${path}[${i}]`));
  }

  id(value: unknown, path: string): string {
    const text = this.text(value, path);
    if (text !== "" && !/^[a-z0-9][a-z0-9-]*$/.test(text))
      this.problem("ID_BAD", path, "Lower-case letters, digits and hyphens.");
    return text;
  }

  code(value: unknown, path: string): string {
    const text = this.text(value, path);
    if (text !== "" && !/^[A-Z][A-Z0-9_-]{1,15}$/.test(text))
      this.problem("ID_BAD", path, "Capital letters: a country's three-letter code, or an organisation's.");
    return text;
  }

  unique(values: readonly string[], path: string): void {
    const seen = new Set<string>();
    for (const value of values) {
      if (value !== "" && seen.has(value)) this.problem("ID_TWICE", path, `"${value}" stands twice.`);
      seen.add(value);
    }
  }
}
