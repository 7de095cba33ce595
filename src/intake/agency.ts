/** Lines of the head in which a dateline is looked for: a headline, a line under it and a byline may stand above. */
const HEAD = 12;
const CAPITALS = "\\p{Lu}{2}[\\p{Lu} .'’-]*";
const TOWN = `(?:${CAPITALS}|\\p{Lu}[\\p{L}.'’-]+(?:\\s\\p{Lu}[\\p{L}.'’-]+){0,2})`;
const DAY = "(?:\\p{Lu}[\\p{Ll}]{2,8}\\.?\\s\\d{1,2}|\\d{1,2}\\s\\p{Lu}[\\p{Ll}]{2,8}\\.?)(?:,?\\s\\d{4})?";
const NAME = "\\p{Lu}[\\p{L}\\d.&’' ]{1,30}";
const FORMS = [
  // "MUNICH (Agency) - ", "OSLO, Norway, July 28 (Agency/Other) — "
  `^${CAPITALS}(?:,\\s[^\\n(]{2,40}?)?\\s?,?\\s?\\((${NAME})(?:/[^()]{1,30})?\\)\\s*(?:--|[-–—:])`,
  // "Oslo, Aug 7 (Agency) The", where the day tells that it is one
  `^${TOWN},\\s(?:[^\\n(,]{2,30},\\s)?${DAY},?\\s\\((${NAME})(?:/[^()]{1,30})?\\)\\s+(?:[-–—:]+\\s)?\\p{Lu}`,
  // "OSLO, November 6. /Agency/. "
  `^${TOWN},\\s${DAY}\\.?\\s/(${NAME})/\\.?\\s`,
].map((form) => new RegExp(form, "u"));

/** The agency that a dateline credits: whose report an article is that names no publisher of its own. */
export function datelineAgency(text: string): string | null {
  const lines = text
    .slice(0, 4000)
    .split(/[\r\n]+/)
    .filter((l) => l.trim() !== "");
  for (const line of lines.slice(0, HEAD))
    for (const form of FORMS) {
      const found = form.exec(line.trimStart().slice(0, 160));
      if (found !== null) return found[1].trim();
    }
  return null;
}
