import type { Lexicon } from "../../language/index.js";
import { formRules } from "./form.rules.js";
import { predicateRules } from "./predicate.rules.js";
import type { FormRule, PredicateRule } from "./rule.js";

/** Words of factuality, made once. */
export interface FactualityWords {
  /** Rule of a governing word of that part of speech in a frame ("inf", "obj", "that", "ger", "noun"), or undefined. */
  predicate(word: string, frame: string, upos: string): PredicateRule | undefined;
  /** Whether a word governs at all, in any frame. */
  readonly governing: ReadonlySet<string>;
  readonly modals: ReadonlyMap<string, FormRule>;
  readonly modifiers: ReadonlyMap<string, PredicateRule>;
  /** Rules by the form they look for. */
  form(name: (typeof formRules)[number]["form"]): FormRule;
  /** Words of one class of `factuality/forms`. */
  readonly conditional: ReadonlySet<string>;
  readonly question: ReadonlySet<string>;
  readonly instead: ReadonlySet<string>;
  readonly purpose: ReadonlySet<string>;
  /** "the aim is to": "aim", "goal". */
  readonly aimNoun: ReadonlySet<string>;
  readonly until: ReadonlySet<string>;
  readonly nominalConditional: ReadonlySet<string>;
  readonly nominalInstead: ReadonlySet<string>;
  readonly nominalScheduled: ReadonlySet<string>;
  readonly yet: ReadonlySet<string>;
  readonly inversion: ReadonlySet<string>;
  readonly definite: ReadonlySet<string>;
  readonly presupposing: ReadonlySet<string>;
  readonly place: ReadonlySet<string>;
  readonly occurrence: ReadonlySet<string>;
  readonly denyingPhrases: ReadonlySet<string>;
  readonly ceased: ReadonlySet<string>;
  readonly absence: ReadonlySet<string>;
  readonly container: ReadonlySet<string>;
  readonly temporal: ReadonlySet<string>;
  readonly contentPrepositions: ReadonlySet<string>;
  /** Brings who is called on, appealed to or pleaded with. */
  readonly address: ReadonlySet<string>;
  readonly copula: ReadonlySet<string>;
  readonly standing: ReadonlySet<string>;
  /** Determiners and pronouns, and adverbs, that deny. */
  readonly negative: ReadonlySet<string>;
  readonly not: ReadonlySet<string>;
}

export function loadFactualityWords(lexicon: Lexicon): FactualityWords {
  const byClass = new Map<string, PredicateRule>(predicateRules.map((r) => [r.class, r]));
  const byForm = new Map<string, FormRule>(formRules.map((r) => [r.form, r]));
  const frames = new Map<string, PredicateRule>();
  const governing = new Set<string>();
  for (const [word, name, list, upos] of lexicon.table("factuality/embedding").rows) {
    const rule = byClass.get(name);
    if (rule === undefined) continue;
    governing.add(word);
    for (const frame of list.split("|"))
      for (const tag of upos.split("|")) frames.set(`${word}/${frame}/${tag}`, rule);
  }
  const forms = lexicon.table("factuality/forms").rows;
  const of = (form: string): ReadonlySet<string> =>
    new Set(forms.filter((r) => r[1] === form).map((r) => r[0]));
  const small = lexicon.table("clauses/function-words").rows;
  const denials = (kind: string): ReadonlySet<string> =>
    new Set(small.filter((r) => r[1] === kind).map((r) => r[0]));
  const pairs = <T>(name: string, rules: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map(
      lexicon.table(name).rows.flatMap(([w, c]) => (rules.has(c) ? [[w, rules.get(c) as T] as const] : [])),
    );
  return {
    // Most words govern nothing: no key is made for them.
    predicate: (word, frame, upos) =>
      governing.has(word)
        ? (frames.get(`${word}/${frame}/${upos}`) ??
          frames.get(`${word}/${frame}/`) ??
          frames.get(`${word}//${upos}`) ??
          frames.get(`${word}//`))
        : undefined,
    governing,
    modals: pairs("factuality/modals", byForm),
    modifiers: pairs("factuality/modifiers", byClass),
    form: (name) => byForm.get(name) as FormRule,
    conditional: of("conditional"),
    question: of("question"),
    instead: of("instead"),
    purpose: of("purpose"),
    aimNoun: of("aim-noun"),
    until: of("until"),
    nominalConditional: of("nominal-conditional"),
    nominalInstead: of("nominal-instead"),
    nominalScheduled: of("nominal-scheduled"),
    yet: of("yet"),
    inversion: of("inversion-aux"),
    definite: of("definite"),
    presupposing: of("presupposing"),
    place: of("place"),
    occurrence: of("occurrence"),
    denyingPhrases: of("denying-phrase"),
    ceased: of("ceased"),
    absence: of("absence"),
    container: of("container"),
    temporal: of("temporal"),
    contentPrepositions: of("content-preposition"),
    address: of("address"),
    copula: of("copula"),
    standing: lexicon.list("factuality/standing-nouns"),
    negative: denials("negative-determiner"),
    not: denials("negation"),
  };
}
