import type { Sentence } from "../../language/index.js";
import { preposition } from "../clauses/index.js";
import type { Layers } from "../layers.js";
import { mentionAt, verbOf } from "../phrases/index.js";
import type { Clause, PloverClass } from "../types.js";
import {
  contentOf,
  contentUnder,
  harmPlanned,
  innerOf,
  isMonth,
  nounContent,
  tellingObject,
} from "./content.js";
import { entriesOf, fits } from "./entries.js";
import { BY, MOMENT, READY, STATES, UNDER } from "./function-words.js";
import { ENDING, LASTING, PLANNING, TOLD_ELSEWHERE } from "./groups.js";
import { complement, groupsAt, nounAt } from "./nouns.js";
import { circumstance, nobodyActs, occurrence } from "./occurrence.js";
import type { Shifts } from "./shift.js";
import { nounActors } from "./slots.js";
import type { Entry, EventWords, Noun } from "./words.js";

/** What a clause or a noun comes to as an event, before time and negation of the sentence around it are looked at. */
export interface Meaning {
  readonly class: PloverClass;
  readonly mode: string | null;
  readonly rule: string;
  readonly trigger: number;
  readonly clause: Clause | null;
  /** The entry that decided, for its slots; null for a noun of action. */
  readonly entry: Entry | null;
  readonly noun: Noun | null;
  readonly content: Meaning | null;
  /** Clause of the content, whether or not it tells an event. */
  readonly inner: Clause | null;
  /** Told by the subject of a verb of taking place: whoever reports that takes no part. */
  readonly happens?: true;
}

const DEEPEST = 5;

/** Reads meanings in one sentence. */
export class Reader {
  readonly s: Sentence;
  private readonly clauseOf: Int32Array;
  private said: ReadonlySet<string> | null = null;
  constructor(
    readonly layers: Layers,
    readonly words: EventWords,
    readonly shifts: Shifts,
    sentence: number,
    readonly clauses: readonly Clause[],
  ) {
    this.s = layers.parsed.sentences[sentence];
    this.clauseOf = new Int32Array(this.s.size).fill(-1);
    for (let i = 0; i < clauses.length; i++) {
      const c = clauses[i];
      this.clauseOf[c.head] = i;
      if (c.support >= 0) this.clauseOf[c.support] = i;
    }
  }

  clauseAt(token: number): Clause | null {
    const i = this.clauseOf[token];
    return i < 0 ? null : this.clauses[i];
  }

  /** Whether a word stands anywhere in the sentence. */
  says(word: string): boolean {
    this.said ??= new Set(this.s.norms);
    return this.said.has(word);
  }

  clause(given: Clause, depth = 0): Meaning | null {
    if (depth > DEEPEST) return null;
    const c = asState(this, given);
    // "the premier (left)", of a picture
    if (this.s.norms[verbOf(c) - 1] === "(" && this.s.norms[verbOf(c) + 1] === ")") return null;
    // "the storm was a disaster": nothing is done there.
    if (c.kind !== "copular" && c.kind !== "adjectival" && nobodyActs(this, c)) return null;
    const occurring = occurrence(this, c, depth);
    if (occurring !== null) return occurring;
    const noun = c.support >= 0 ? nounAt(this.words, this.s, c.head) : null;
    for (const entry of entriesOf(this, c)) {
      // "took note of it", "go to the polls": a set phrase in which the verb tells no deed.
      if (entry.operator === "idle" && fits(this, c, entry)) return null;
      if (
        c.support >= 0 &&
        entry.operator === "carry" &&
        noun !== null &&
        tells(noun) &&
        fits(this, c, entry)
      )
        break;
      const m = this.entry(c, entry, depth);
      if (m !== null) return m;
    }
    if (c.kind === "nominal") return this.noun(c.head, depth);
    if (c.kind === "copular" && STATES.has(preposition(this.s, c.head))) {
      const m = this.noun(c.head, depth);
      // "has been under a blockade": whoever is under it has it done to them.
      return m?.clause != null && preposition(this.s, c.head) === UNDER
        ? { ...m, clause: undergone(this, m.clause) }
        : m;
    }
    return depth === 0 ? circumstance(this, c) : null;
  }

  private entry(c: Clause, entry: Entry, depth: number): Meaning | null {
    if (TOLD_ELSEWHERE.has(entry.operator ?? "") || !fits(this, c, entry)) return null;
    if (entry.operator === "carry" && innerOf(this, c)?.relation === "ccomp" && tellingObject(this, c) < 0)
      return null;
    if (entry.operator === "refuse" && keepsSilent(this, c)) return null;
    if (entry.operator === null)
      return {
        class: entry.class as PloverClass,
        mode: entry.mode,
        rule: "event/word",
        trigger: verbOf(c),
        clause: c,
        entry,
        noun: null,
        content: null,
        inner: innerOf(this, c),
      };
    if (entry.operator === "allow" && isMeans(this, c)) return null;
    const [content, inner] = contentOf(this, c, depth);
    // "which it considers a breach": held to be it, not planned.
    if (PLANNING.has(entry.operator ?? "") && c.relation.startsWith("acl") && c.objects.length > 1)
      if (c.objects[0] < verbOf(c) !== c.objects[c.objects.length - 1] < verbOf(c)) return null;
    // "ended two years of talks": they had run their time.
    if (content !== null && ENDING.has(entry.operator ?? "") && LASTING.has(content.class))
      if (c.objects.some((o) => groupsAt(this.words, this.s, o).has("spell"))) return null;
    // "is considering a request": others ask.
    if (PLANNING.has(entry.operator ?? "") && content?.noun != null && content.class === "REQUEST")
      return null;
    // "has prepared measures in case talks fail": what only may come is not what is planned.
    const told = content?.clause ?? null;
    if (PLANNING.has(entry.operator ?? "") && told !== null && told.index >= 0 && told !== c)
      if (this.layers.facts.factuality(told.index).status === "conditional") return null;
    const negated = content?.clause?.negated === true && content.clause !== c;
    const shift = this.shifts.find(entry.operator, content?.class ?? null, negated);
    if (shift === null) return null;
    const mode = shift.class === null ? (content?.mode ?? null) : (shift.mode ?? entry.mode);
    const cls = shift.class ?? content?.class;
    return cls === undefined
      ? null
      : {
          class: cls,
          mode,
          rule: shift.id,
          trigger: verbOf(c),
          clause: c,
          entry,
          noun: null,
          content,
          inner,
        };
  }

  noun(token: number, depth = 0): Meaning | null {
    if (depth > DEEPEST || this.s.upos[token] === "PRON" || isMonth(this, token)) return null;
    const noun = nounAt(this.words, this.s, token);
    if (noun === null || foretells(this, noun, token) || isMoment(this, noun, token)) return null;
    const clause = this.clauseAt(token);
    const told = (
      cls: PloverClass,
      mode: string | null,
      rule: string,
      content: Meaning | null,
      inner: Clause | null,
    ): Meaning => ({ class: cls, mode, rule, trigger: token, clause, entry: null, noun, content, inner });
    // "a blockade by farmers": what a state would call by the same name is no protest.
    if (noun.class === "COERCE" && noun.mode === "restrict" && byCrowd(this, token))
      return told("PROTEST", "obstruct", "event/noun", null, null);
    if (noun.class !== null)
      return harmPlanned(this, noun, token, depth) ?? told(noun.class, noun.mode, "event/noun", null, null);
    if (noun.operator === null || noun.operator === "say") return null;
    const [content, inner] =
      clause === null ? nounContent(this, token, depth) : contentUnder(this, clause, token, depth);
    const shift = this.shifts.find(noun.operator, content?.class ?? null, false);
    const cls = shift === null ? undefined : (shift.class ?? content?.class);
    if (cls === undefined || shift === null) return null;
    const mode = shift.class === null ? (content?.mode ?? null) : (shift.mode ?? noun.mode);
    return told(cls, mode, shift.id, content, inner);
  }
}

/** "the rival tracks allow generals to shop around", "a scheme that lets citizens travel": what makes it possible concedes nothing. */
const isMeans = (r: Reader, c: Clause): boolean =>
  c.subjects.length > 0 &&
  c.subjects.every(
    (t) =>
      r.s.upos[t] === "NOUN" &&
      mentionAt(r.layers, r.s.index, t) === null &&
      r.words.is("means", r.s.lemmas[t]),
  );

function keepsSilent(r: Reader, c: Clause): boolean {
  const inner = innerOf(r, c);
  const { silence } = r.words;
  return inner === null ? c.objects.some((o) => silence.noun(r.s, o)) : silence.clause(r.s, inner);
}

/** "Iraq is prepared to", "was appalled by": a state read as a passive; who is in it acts in it. */
function asState(r: Reader, c: Clause): Clause {
  if (!c.passive || !r.words.adjectives.has(r.s.norms[verbOf(c)])) return c;
  const ready =
    c.subjects.length === 0 && (innerOf(r, c) !== null || c.obliques.some((o) => READY.has(o.prep)));
  // Where no verb of the lists says what was done to them, it is how they feel.
  if (!ready && r.words.verbs.has(r.s.lemmas[verbOf(c)])) return c;
  const felt = c.subjects.map((head) => ({ prep: BY, head }));
  return { ...c, passive: ready, subjects: c.objects, objects: [], obliques: [...c.obliques, ...felt] };
}

/** "warnings of starvation": of what nobody does, nobody makes a threat. */
function foretells(r: Reader, noun: Noun, token: number): boolean {
  if (noun.class !== "THREATEN") return false;
  const of = complement(r.s, token);
  if (of < 0) return false;
  const groups = groupsAt(r.words, r.s, of);
  return groups.has("no-agent") || groups.has("hardship");
}

/** "said at the end of the talks": when, and nothing that was ended. */
const isMoment = (r: Reader, noun: Noun, token: number): boolean =>
  ENDING.has(noun.operator ?? "") && MOMENT.has(preposition(r.s, token)) && complement(r.s, token) >= 0;

const undergone = (r: Reader, c: Clause): Clause => ({
  ...c,
  passive: true,
  objects: c.subjects,
  subjects: nounActors(r, c.head),
});

const byCrowd = (r: Reader, token: number): boolean =>
  nounActors(r, token).some((t) => groupsAt(r.words, r.s, t).has("crowd-member"));

/** Whether a noun says by itself what happens. */
const tells = (n: Noun): boolean => n.class !== null || (n.operator !== null && n.operator !== "say");
