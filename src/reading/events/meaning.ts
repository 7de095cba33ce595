import type { Sentence } from "../../language/index.js";
import { preposition } from "../clauses/index.js";
import type { Layers } from "../layers.js";
import { verbOf } from "../phrases/index.js";
import type { Clause, PloverClass } from "../types.js";
import { meets } from "./needs.js";
import { groupsAt, nounAt } from "./nouns.js";
import type { Shifts } from "./shift.js";
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
}

const DEEPEST = 5;
const CONTENT_PREPS = new Set([
  "to",
  "on",
  "upon",
  "for",
  "in",
  "from",
  "against",
  "with",
  "of",
  "out_of",
  "about",
  "over",
  "into",
  "as",
]);

/** Reads meanings in one sentence. */
export class Reader {
  readonly s: Sentence;
  private readonly clauseOf: Int32Array;

  constructor(
    readonly layers: Layers,
    readonly words: EventWords,
    private readonly shifts: Shifts,
    sentence: number,
    readonly clauses: readonly Clause[],
  ) {
    this.s = layers.parsed.sentences[sentence];
    this.clauseOf = new Int32Array(this.s.size).fill(-1);
    for (const [i, c] of clauses.entries()) {
      this.clauseOf[c.head] = i;
      if (c.support >= 0) this.clauseOf[c.support] = i;
    }
  }

  clauseAt(token: number): Clause | null {
    const i = this.clauseOf[token];
    return i < 0 ? null : this.clauses[i];
  }

  clause(given: Clause, depth = 0): Meaning | null {
    if (depth > DEEPEST) return null;
    const c = this.asState(given);
    if (this.nobodyActs(c)) return null;
    const occurring = this.occurrence(c, depth);
    if (occurring !== null) return occurring;
    const noun = c.support >= 0 ? nounAt(this.words, this.s, c.head) : null;
    for (const entry of this.entries(c)) {
      if (c.support >= 0 && entry.operator === "carry" && noun?.class) break;
      const m = this.entry(c, entry, depth);
      if (m !== null) return m;
    }
    if (c.kind === "nominal" || (c.kind === "copular" && ON.has(preposition(this.s, c.head))))
      return this.noun(c.head, depth);
    return depth === 0 ? this.circumstance(c) : null;
  }

  /** "wept in protest", "strolled through the old town on a visit": the event stands beside the verb. */
  private circumstance(c: Clause): Meaning | null {
    if (c.kind !== "verbal" || c.passive || c.support >= 0 || c.subjects.length === 0) return null;
    for (const o of c.obliques) {
      if ((o.prep !== "in" && o.prep !== "on") || this.isMonth(o.head)) continue;
      const n = nounAt(this.words, this.s, o.head);
      const told = o.prep === "in" ? n?.class === "PROTEST" && n.mode === "demo" : n?.mode === "visit";
      if (n === null || n.class === null || !told) continue;
      return {
        class: n.class,
        mode: n.mode,
        rule: "event/noun",
        trigger: o.head,
        clause: c,
        entry: null,
        noun: n,
        content: null,
        inner: null,
      };
    }
    return null;
  }

  private entry(c: Clause, entry: Entry, depth: number): Meaning | null {
    if (TOLD_ELSEWHERE.has(entry.operator ?? "") || !this.fits(c, entry)) return null;
    if (entry.operator === "carry" && this.innerOf(c)?.relation === "ccomp") return null;
    if (entry.operator === "refuse" && this.keepsSilent(c)) return null;
    const base = { trigger: verbOf(c), clause: c, entry, noun: null };
    const [content, inner] = entry.operator === null ? [null, this.innerOf(c)] : this.content(c, depth);
    if (entry.operator === null)
      return {
        ...base,
        class: entry.class as PloverClass,
        mode: entry.mode,
        rule: "event/word",
        content,
        inner,
      };
    // "ended two years of talks": they had run their time.
    if (content !== null && ENDING.has(entry.operator ?? "") && FRIENDLY.has(content.class))
      if (c.objects.some((o) => o !== content.trigger && groupsAt(this.words, this.s, o).has("spell")))
        return null;
    // "has prepared measures in case talks fail": what only may come is not what is planned.
    const told = content?.clause ?? null;
    if (entry.operator === "plan" && told !== null && told.index >= 0 && told !== c)
      if (this.layers.facts.factuality(told.index).status === "conditional") return null;
    const negated = content?.clause?.negated === true && content.clause !== c;
    const shift = this.shifts.find(entry.operator, content?.class ?? null, negated);
    if (shift === null) return null;
    const mode = shift.class === null ? (content?.mode ?? null) : (shift.mode ?? entry.mode);
    const cls = shift.class ?? content?.class;
    return cls === undefined ? null : { ...base, class: cls, mode, rule: shift.id, content, inner };
  }

  private keepsSilent(c: Clause): boolean {
    const inner = this.innerOf(c);
    const { silence } = this.words;
    return inner === null ? c.objects.some((o) => silence.noun(this.s, o)) : silence.clause(this.s, inner);
  }

  /** "Iraq is prepared to": a state read as a passive; who is prepared acts in it. */
  private asState(c: Clause): Clause {
    return c.passive &&
      c.subjects.length === 0 &&
      this.words.adjectives.has(this.s.norms[verbOf(c)]) &&
      (this.innerOf(c) !== null || c.obliques.some((o) => o.prep === "to" || o.prep === "for"))
      ? { ...c, subjects: c.objects, objects: [] }
      : c;
  }

  /** Whether all that acts in a clause is a force of nature, an accident, a price or a contestant in a game. */
  private nobodyActs(c: Clause): boolean {
    const blind = (t: number): boolean => groupsAt(this.words, this.s, t).has("no-agent");
    if (c.subjects.length > 0) return c.subjects.every(blind);
    return c.obliques.some((o) => CAUSES.has(o.prep) && blind(o.head));
  }

  /** What happens is told by the subject: "talks opened", "a strike crippled the ports", "negotiations broke down". */
  private occurrence(c: Clause, depth: number): Meaning | null {
    if (c.passive || c.kind !== "verbal" || c.support >= 0 || c.subjects.length === 0) return null;
    for (const e of this.entries(c)) {
      if (e.operator !== "occur" && e.operator !== "collapse") continue;
      if (e.particle !== "" && !this.hasParticle(c, e.particle)) continue;
      for (const t of c.subjects) {
        const content = this.noun(t, depth + 1);
        const rule = content === null ? null : this.shifts.find(e.operator, content.class, false);
        if (content === null || rule === null) continue;
        return {
          ...content,
          class: rule.class ?? content.class,
          mode: rule.class === null ? content.mode : (rule.mode ?? null),
          rule: rule.id,
        };
      }
    }
    return null;
  }

  /** Word entries that may tell what this clause is, those with most conditions first. */
  entries(c: Clause): readonly Entry[] {
    const at = verbOf(c);
    const { s, words } = this;
    if (s.upos[at] === "VERB" || s.upos[at] === "AUX" || (c.kind === "verbal" && c.support < 0)) {
      const state =
        (c.passive && this.innerOf(c) !== null) || (c.relation === "xcomp" && c.subjects.length === 0)
          ? words.adjectives.get(s.norms[at])
          : undefined;
      if (state !== undefined) return state;
      const lemma = s.lemmas[at].toLowerCase();
      if (s.norms[at - 1] === "-" && at > 1) {
        const joined = words.verbs.get(`${s.norms[at - 2]}-${words.forms.get(s.norms[at]) ?? lemma}`);
        if (joined !== undefined) return joined;
      }
      return words.verbs.get(lemma) ?? words.verbs.get(words.forms.get(s.norms[at]) ?? "") ?? NONE;
    }
    return words.adjectives.get(s.lemmas[at].toLowerCase()) ?? words.adjectives.get(s.norms[at]) ?? NONE;
  }

  private fits(c: Clause, e: Entry): boolean {
    if (e.particle !== "" && !this.hasParticle(c, e.particle)) return false;
    return e.needs.length === 0 || e.needs.some((n) => meets(this, c, n, e.particle));
  }

  /** "lash_out_at": the words in a row behind the verb, or each as particle or preposition of its own. */
  private hasParticle(c: Clause, particle: string): boolean {
    const verb = verbOf(c);
    const { s } = this;
    const parts = partsOf(particle);
    let t = verb + 1;
    for (const p of parts) {
      if (t < s.size && s.norms[t] !== p && s.upos[t] === "ADV") t++;
      if (t >= s.size || s.norms[t] !== p) break;
      t++;
      if (p === parts[parts.length - 1]) return true;
    }
    if (c.lemma.endsWith(`_${particle}`)) return true;
    if (c.obliques.some((o) => o.prep === particle)) return true;
    return parts.every((p) => this.hasPart(c, verb, p));
  }

  private hasPart(c: Clause, verb: number, part: string): boolean {
    const { s } = this;
    for (const o of c.obliques) if (o.prep === part) return true;
    for (let k = s.firstChild[verb]; k >= 0; k = s.nextSibling[k])
      if (k > verb && s.norms[k] === part && s.upos[k] !== "PUNCT") return true;
    return false;
  }

  /** What an operator governs: a clause, else an object, else what a preposition brings. */
  private content(c: Clause, depth: number): [Meaning | null, Clause | null] {
    const inner = this.innerOf(c);
    if (inner !== null) {
      const m = this.clause(inner, depth + 1);
      if (m !== null) return [this.through(c, inner, m), inner];
    }
    for (const o of c.support >= 0 ? [c.head] : c.objects) {
      const m = this.noun(o, depth + 1) ?? this.ended(c, o, depth);
      if (m !== null) return [m, inner];
    }
    for (const o of c.obliques) {
      if (!CONTENT_PREPS.has(o.prep)) continue;
      const m = this.noun(o.head, depth + 1);
      if (m !== null) return [m, inner];
    }
    return [null, inner];
  }

  /** "announced plans to attack", "an end to attacks" read as "to attack": the noun between tells what becomes of it. */
  private through(c: Clause, inner: Clause, m: Meaning): Meaning {
    for (const o of c.support < 0 ? c.objects : []) {
      if (o > inner.head) continue;
      const noun = nounAt(this.words, this.s, o);
      if (noun === null || (noun.operator !== "lift" && noun.operator !== "suspend")) continue;
      const rule = this.shifts.find(noun.operator, m.class, false);
      if (rule !== null)
        return { ...m, class: rule.class ?? m.class, mode: rule.mode ?? null, rule: rule.id };
    }
    return m;
  }

  /** "announced an end to rocket attacks": what the noun ends stands behind it, though the tree hangs it on the verb. */
  private ended(c: Clause, token: number, depth: number): Meaning | null {
    const noun = nounAt(this.words, this.s, token);
    if (noun === null || noun.operator === null || noun.operator === "say") return null;
    for (const o of c.obliques) {
      if (o.head < token || !CONTENT_PREPS.has(o.prep)) continue;
      const content = this.noun(o.head, depth + 1);
      const rule = content === null ? null : this.shifts.find(noun.operator, content.class, false);
      if (content === null || rule === null) continue;
      return {
        ...content,
        class: rule.class ?? content.class,
        mode: rule.class === null ? content.mode : (rule.mode ?? null),
        rule: rule.id,
      };
    }
    return null;
  }

  /** Clause that completes `c`: its infinitive, gerund or that-clause. */
  innerOf(c: Clause): Clause | null {
    let best: Clause | null = null;
    for (const d of this.clauses) {
      if (d.parent !== c.index || d === c || (d.kind === "nominal" && d.support < 0)) continue;
      if (d.relation === "xcomp" || d.relation === "ccomp") return d;
      const complement = d.mood === "infinitive" || d.mood === "gerund";
      if (
        best === null &&
        d.head > c.head &&
        complement &&
        !this.isAside(d) &&
        (d.relation === "advcl" || d.relation === "acl" || d.relation === "obl")
      )
        best = d;
    }
    return best;
  }

  /** "signed a pact, ending two years of talks", "rejected the plea, saying": told besides, no part of what the verb says. */
  private isAside(c: Clause): boolean {
    return c.relation === "advcl" && c.mood === "gerund" && this.s.norms[verbOf(c) - 1] === ",";
  }

  noun(token: number, depth = 0): Meaning | null {
    if (depth > DEEPEST || this.s.upos[token] === "PRON" || this.isMonth(token)) return null;
    const noun = nounAt(this.words, this.s, token);
    if (noun === null) return null;
    const clause = this.clauseAt(token);
    const base = { trigger: token, clause, entry: null, noun, content: null, inner: null };
    if (noun.class !== null) return { ...base, class: noun.class, mode: noun.mode, rule: "event/noun" };
    if (noun.operator === null || noun.operator === "say") return null;
    const [content, inner] =
      clause === null ? this.nounContent(token, depth) : this.content2(clause, token, depth);
    const shift = this.shifts.find(noun.operator, content?.class ?? null, false);
    const cls = shift === null ? undefined : (shift.class ?? content?.class);
    return cls === undefined || shift === null
      ? null
      : {
          ...base,
          class: cls,
          mode: shift.class === null ? (content?.mode ?? null) : (shift.mode ?? noun.mode),
          rule: shift.id,
          content,
          inner,
        };
  }

  /** "in March": a name inside a date is no deed. */
  private isMonth(token: number): boolean {
    if (this.s.upos[token] !== "PROPN") return false;
    const { times, timesBySentence } = this.layers;
    return (timesBySentence[this.s.index] ?? []).some((i) => times[i].from <= token && token < times[i].to);
  }

  private content2(c: Clause, token: number, depth: number): [Meaning | null, Clause | null] {
    const inner = this.innerOf(c);
    const m = inner === null ? null : this.clause(inner, depth + 1);
    return m !== null ? [m, inner] : this.nounContent(token, depth);
  }

  /** "the lifting of sanctions", "an end to the blockade", "plans to attack". */
  private nounContent(token: number, depth: number): [Meaning | null, Clause | null] {
    const s = this.s;
    for (let c = s.firstChild[token]; c >= 0; c = s.nextSibling[c]) {
      const r = s.deprels[c];
      if (c < token && r !== "compound") continue;
      if (r === "acl" || r === "xcomp" || r === "ccomp") {
        const inner = this.clauseAt(c);
        const m = inner === null ? null : this.clause(inner, depth + 1);
        if (m !== null) return [m, inner];
      } else if (r.startsWith("nmod") || r === "compound") {
        const m = this.noun(c, depth + 1);
        if (m !== null) return [m, null];
      }
    }
    return [null, null];
  }
}

const NONE: readonly Entry[] = [];
const ENDING = new Set(["lift", "suspend"]);
const FRIENDLY = new Set<PloverClass>(["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"]);
/** "killed by a flood", "died in an earthquake". */
const CAUSES = new Set(["by", "in", "after", "from", "because_of", "during"]);
/** Operators that this layer reads on its own: speech, and events told by the subject. */
const TOLD_ELSEWHERE = new Set(["say", "occur", "collapse"]);
/** "on strike", "in talks", "at war". */
const ON = new Set(["on", "in", "at", "under"]);

const PARTS = new Map<string, readonly string[]>();

/** The words of a particle; there are some hundred particles, asked for again and again. */
function partsOf(particle: string): readonly string[] {
  let parts = PARTS.get(particle);
  if (parts === undefined) {
    parts = particle.split("_");
    PARTS.set(particle, parts);
  }
  return parts;
}
