/** Words a sentence rests on, as a footnote cites them. */
export interface Cited {
  readonly statement: string;
  readonly quote: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly title: string | null;
}

export interface BriefSentence {
  readonly text: string;
  readonly evidence: readonly Cited[];
}

export interface BriefSection {
  readonly title: string;
  readonly sentences: readonly BriefSentence[];
  /** Said where there are no sentences: silence is told, not hidden. */
  readonly empty: string;
}

export interface Brief {
  readonly title: string;
  readonly asKnownOn: string;
  readonly about: string;
  readonly sections: readonly BriefSection[];
  /** Last line: what it was made from. */
  readonly basis: string;
}

/** Most footnotes of one sentence; the others stand in the record. */
const MOST = 2;

/**
 * A brief as Markdown with footnotes, each the exact words, outlet and day. Words of sources are escaped, so that they are never
 * markup. Sentences without evidence are refused: there is no sentence that cannot be checked.
 * @throws Error when a sentence has no evidence
 */
export function briefMarkdown(brief: Brief): string {
  const notes = new Map<
    string,
    { readonly number: number; readonly words: string; readonly ids: Set<string> }
  >();
  // What was read from one sentence in one source has one note.
  const note = (cited: Cited): string => {
    const source = [
      cited.publisher ?? "unnamed outlet",
      cited.published ?? "undated",
      cited.title === null ? null : `“${cited.title}”`,
    ];
    const words = `“${asText(cited.quote.trim())}” ${asText(source.filter(Boolean).join(", "))}`;
    const known = notes.get(words) ?? { number: notes.size + 1, words, ids: new Set() };
    notes.set(words, known);
    known.ids.add(cited.statement.slice(0, 8));
    return `[^${known.number}]`;
  };
  const lines = [
    `# ${asText(brief.title)}`,
    "",
    `As known on ${brief.asKnownOn}${brief.about === brief.asKnownOn ? "" : `, about ${brief.about}`}.`,
    "",
  ];
  for (const section of brief.sections) {
    lines.push(`## ${section.title}`, "");
    if (section.sentences.length === 0) lines.push(section.empty, "");
    for (const sentence of section.sentences) {
      if (sentence.evidence.length === 0)
        throw new Error(`A sentence of the brief has no evidence: ${sentence.text}`);
      lines.push(
        `- ${asText(sentence.text)}${[...new Set(sentence.evidence.slice(0, MOST).map(note))].join("")}`,
      );
    }
    if (section.sentences.length > 0) lines.push("");
  }
  const told = [...notes.values()].map(
    ({ number, words, ids }) => `[^${number}]: ${words} (${[...ids].join(", ")})`,
  );
  return `${[...lines, "---", brief.basis, "", ...told].join("\n")}\n`;
}

/** Markdown's own characters in foreign words, and HTML, shown as themselves. */
function asText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replace(/\s+/g, " ");
}
