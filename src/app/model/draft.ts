/** What a drafted line rests on. */
export type DraftBasis =
  | { readonly kind: "quote"; readonly statement: string; readonly words: string }
  | { readonly kind: "assumption"; readonly text: string };

/** A model before it is a file. */
export interface Draft {
  readonly title: string;
  readonly negotiation: string | null;
  readonly known: string | null;
  readonly notes: readonly string[];
  readonly makers: readonly { readonly code: string; readonly name: string }[];
  readonly options: readonly {
    readonly maker: string;
    readonly id: string;
    readonly text: string;
    readonly basis: readonly DraftBasis[];
  }[];
  /** Ids of the options taken at the status quo; null where the record does not tell. */
  readonly quo: readonly string[] | null;
  readonly never: readonly { readonly text: string; readonly basis: readonly DraftBasis[] }[];
  readonly preferences: readonly {
    readonly maker: string;
    readonly text: string;
    readonly basis: readonly DraftBasis[];
  }[];
  /** What the analyst is asked, as comments on top. */
  readonly asks: readonly string[];
}

/** A draft as the text of a model's file. */
export function draftText(d: Draft): string {
  const basis = (list: readonly DraftBasis[]): string[] =>
    list.map((b) =>
      b.kind === "quote"
        ? `  quote ${b.statement.slice(0, 12)} "${line(b.words)}"`
        : `  assume ${line(b.text)}`,
    );
  return [
    "# The form of this file: docs/model-file.md.",
    ...d.asks.map((a) => `# TO SAY: ${line(a)}`),
    `model ${line(d.title)}`,
    ...(d.negotiation === null ? [] : [`negotiation ${d.negotiation}`]),
    ...(d.known === null ? [] : [`known ${d.known}`]),
    "version 1",
    ...d.notes.map((n) => `note ${line(n)}`),
    "",
    ...d.makers.flatMap((m) => [
      `maker ${m.code} ${line(m.name)}`,
      ...d.options
        .filter((o) => o.maker === m.code)
        .flatMap((o) => [`option ${o.id} "${line(o.text).replace(/"/g, "'")}"`, ...basis(o.basis)]),
      "",
    ]),
    ...(d.quo === null ? [] : [`quo ${d.quo.join(" ") || "none"}`, ""]),
    ...d.never.flatMap((n) => [`never ${n.text}`, ...basis(n.basis), ""]),
    ...d.makers.flatMap((m) => [
      `prefer ${m.code}`,
      ...d.preferences.filter((p) => p.maker === m.code).flatMap((p) => [`- ${p.text}`, ...basis(p.basis)]),
      "",
    ]),
  ].join("\n");
}

const line = (text: string): string => text.replace(/\s+/g, " ").trim();
