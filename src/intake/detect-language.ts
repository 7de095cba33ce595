import { detectAll } from "tinyld/light";

/** Language of a text as ISO 639-1, from its first 2,000 characters; null where it is too short or unclear. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, 2000);
  if (sample.trim().length < 40) return null;
  const [best] = detectAll(sample);
  return best !== undefined && best.accuracy >= 0.3 ? best.lang : null;
}
