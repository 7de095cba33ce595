import { describe, expect, it } from "vitest";
import { loadLanguage } from "../../resources/language.js";
import { loadLexicon } from "../../resources/lexicon.js";
import type { WithEntities } from "../layers.js";
import type { Rule } from "../rule.js";
import { definiteRules, orderRules, pronounRules, speakerRules } from "./coreference.rules.js";
import { createEntities } from "./index.js";
import { useRules } from "./use.rules.js";

const language = loadLanguage();
const entities = createEntities(loadLexicon());

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly spec: readonly string[];
}

/**
 * "[RUS:actor the words]": codes (joined by "+" for plurals), a use, or an entity's name with "_" for spaces; "-" alone means that
 * nobody may be meant by these words.
 */
function marked(example: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let text = "";
  let at = 0;
  for (const m of example.matchAll(/\[(\S+) ([^\]]+)\]/g)) {
    text += example.slice(at, m.index);
    marks.push({ start: text.length, end: text.length + m[2].length, words: m[2], spec: m[1].split(":") });
    text += m[2];
    at = (m.index as number) + m[0].length;
  }
  return { text: text + example.slice(at), marks };
}

function read(text: string, published: string): WithEntities {
  const document = { id: "e", text, publisher: null, title: null, url: null, published };
  const parsed = language.parse(document);
  return entities({
    parsed,
    published,
    times: [],
    entryBySentence: [],
    timesBySentence: parsed.sentences.map(() => []),
  });
}

/** What was found for a mark, in the mark's own terms, so that a failure shows both. */
function found(r: WithEntities, mark: Mark): { spec: readonly string[]; rule: string | null } {
  const m = r.mentions.find((x) => x.end === mark.end && x.start >= mark.start && x.start < mark.start + 5);
  if (m === undefined) return { spec: ["-"], rule: null };
  const e = r.entities[m.entity];
  const spec = mark.spec.map((want) => {
    if (want === "-") return e.name;
    if (/^(actor|place|modifier)$/.test(want)) return m.use;
    if (/^[A-Z+]+$/.test(want))
      return e.kind === "plural"
        ? e.members
            .map((i) => r.entities[i].code)
            .sort()
            .join("+")
        : (e.code ?? "none");
    if (e.kind === "plural" && want.includes("+"))
      return e.members
        .map((i) => r.entities[i].name.replaceAll(" ", "_"))
        .sort()
        .join("+");
    return e.name.replaceAll(" ", "_");
  });
  return { spec, rule: m.rule };
}

describe.each<[string, readonly Rule[]]>([
  ["use", useRules],
  ["pronoun", pronounRules],
  ["definite", definiteRules],
  ["order", orderRules],
  ["speaker", speakerRules],
])("%s rules", (_, rules) => {
  it.each(rules.map((r) => [r.id, r] as const))("%s", (id, rule) => {
    for (const hit of rule.hits) {
      const { text, marks } = marked(hit);
      const r = read(text, rule.published ?? "2019-12-13");
      for (const m of marks) expect({ ...found(r, m), of: text }).toMatchObject({ spec: m.spec });
      expect(
        r.mentions.map((m) => m.rule),
        text,
      ).toContain(id);
    }
    for (const miss of rule.misses) {
      const { text, marks } = marked(miss);
      const r = read(text, rule.published ?? "2019-12-13");
      for (const m of marks) expect({ ...found(r, m), of: text }).toMatchObject({ spec: m.spec });
      expect(
        r.mentions.map((m) => m.rule),
        text,
      ).not.toContain(id);
    }
  });
});
