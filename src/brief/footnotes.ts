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
  const numbers = new Map<string, number>();
  const notes: string[] = [];
  const note = (cited: Cited): string => {
    let n = numbers.get(cited.statement);
    if (n === undefined) {
      n = numbers.size + 1;
      numbers.set(cited.statement, n);
      const source = [
        cited.publisher ?? "unnamed outlet",
        cited.published ?? "undated",
        cited.title === null ? null : `“${cited.title}”`,
      ];
      const words = cited.quote.replace(/\s+/g, " ").trim();
      notes.push(
        `[^${n}]: “${asText(words)}” ${asText(source.filter(Boolean).join(", "))} (${cited.statement.slice(0, 8)})`,
      );
    }
    return `[^${n}]`;
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
      lines.push(`- ${asText(sentence.text)}${sentence.evidence.slice(0, MOST).map(note).join("")}`);
    }
    if (section.sentences.length > 0) lines.push("");
  }
  return `${[...lines, "---", brief.basis, "", ...notes].join("\n")}\n`;
}

/** Markdown's own characters in foreign words, and HTML, shown as themselves. */
function asText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replace(/\s+/g, " ");
}
