import { childWith, type Sentence } from "../../language/index.js";
import { type MeaningRule, pronounRules } from "./coreference.rules.js";
import type { Draft } from "./page.js";
import { together } from "./plurals.js";
import type { Registry } from "./registry.js";
import type { Candidate, Salience } from "./salience.js";

const RULES: readonly MeaningRule[] = pronounRules;

/** Score under which nobody is meant rather than somebody far away. */
const LEAST = 0.9;

/** Most arcs from a pronoun up to whoever reports. */
const UP = 8;
/** Bodies whose members "they" may be. */
const MEMBERED: ReadonlySet<string> = new Set(["organisation", "legislature", "party", "ministry"]);
/** Kinds of speakers of whom "it" is said. */
const BODY: ReadonlySet<string> = new Set(["ministry", "organisation", "party", "media"]);

/** "It was agreed to meet", "it was announced that": the subject comes behind. */
function isExpletive(r: Registry, s: Sentence, t: number): boolean {
  const over = s.heads[t];
  // "It was the third time that they met", "It is clear that".
  if (s.deprels[t] === "nsubj" && over > t && (s.upos[over] === "NOUN" || s.upos[over] === "ADJ")) {
    if (childWith(s, over, "cop") < 0) return false;
    if (r.words.is("occasion-noun", s.lemmas[over])) return true;
    for (let c = s.firstChild[over]; c >= 0; c = s.nextSibling[c])
      if (c > over && /^(?:ccomp|csubj)/.test(s.deprels[c])) return true;
    return false;
  }
  if (s.deprels[t] !== "nsubj:pass") return false;
  for (let c = s.firstChild[s.heads[t]]; c >= 0; c = s.nextSibling[c])
    if (c > s.heads[t] && /^(xcomp|ccomp|csubj)/.test(s.deprels[c])) return true;
  return false;
}

/** Resolves one personal or possessive pronoun to an entity by the rules of `coreference.rules.ts`. */
export class Pronouns {
  constructor(
    private readonly r: Registry,
    private readonly salience: Salience,
  ) {}

  read(s: Sentence, t: number, quoted: boolean): Draft | null {
    if (s.upos[t] !== "PRON" || s.deprels[t] === "expl") return null;
    const clues = this.r.words.clues.get(s.norms[t]);
    if (clues === undefined) return null;
    for (const rule of RULES) {
      if (!clues.has(rule.words)) continue;
      // Inside quotation marks "it" is mostly what is spoken of, seldom who.
      if (quoted && rule.things === true && rule.many !== true) return null;
      if (rule.things === true && rule.many !== true && isExpletive(this.r, s, t)) return null;
      const entity = this.joint(rule, s, t) ?? this.reporter(rule, s, t) ?? this.best(rule, s, t);
      if (entity < 0) return null;
      if (rule.gender !== undefined) this.r.tellGender(entity, rule.gender);
      return { from: t, to: t + 1, entity, form: "pronoun", use: "actor", rule: rule.id };
    }
    return null;
  }

  /** "Chad and the rebels said they had agreed", "ended their talks": those who together are the nearest subject above, each known; else null. */
  private joint(rule: MeaningRule, s: Sentence, t: number): number | null {
    if (rule.many !== true) return null;
    let verb = s.heads[t];
    if (s.deprels[t].startsWith("nsubj")) verb = s.heads[verb];
    for (let steps = 0; verb >= 0 && steps < UP; steps++, verb = s.heads[verb]) {
      if (s.upos[verb] !== "VERB" && s.upos[verb] !== "ADJ" && s.upos[verb] !== "AUX") continue;
      const k = ownSubject(s, verb);
      if (k < 0 || k > t) continue;
      const members: number[] = [];
      for (let c = k; c >= 0; c = c === k ? s.firstChild[k] : s.nextSibling[c]) {
        if (c !== k && (s.deprels[c] !== "conj" || c > t)) continue;
        const named = this.salience.window[0].find(
          (x) => x.entity >= 0 && x.use === "actor" && x.from <= c && c < x.to,
        );
        if (named === undefined || this.r.entities[named.entity].kind === "plural") return null;
        if (!members.includes(named.entity)) members.push(named.entity);
      }
      return members.length > 1
        ? together(this.r, members, members.map((m) => this.r.entities[m].name).join(" and "))
        : null;
    }
    return null;
  }

  /**
   * "The army said it had accepted": in what somebody says, a pronoun means the nearest subject of the clauses above it that it fits, at last
   * whoever speaks; -1 where that is somebody the reader does not know, null where nothing above tells.
   */
  private reporter(rule: MeaningRule, s: Sentence, t: number): number | null {
    const named = this.salience.window[0];
    let reported = false;
    let verb = s.heads[t];
    const own = s.deprels[t] === "nmod:poss" ? -1 : verb;
    for (let steps = 0; verb >= 0 && steps < UP; steps++, verb = s.heads[verb]) {
      if (s.upos[verb] !== "VERB" && s.upos[verb] !== "ADJ") continue;
      const k = verb === own ? -1 : subjectOf(s, verb);
      if (k >= 0 && k < t) {
        const c = named.find((x) => x.from <= k && k < x.to);
        const fit = c === undefined || c.entity < 0 ? 0 : this.fits(rule, c, false);
        if (fit >= 0.8 && (reported || isReported(s, verb))) return c?.entity ?? null;
        if (reported && (c === undefined || c.entity < 0)) {
          if (this.isSpeaker(rule, s, k)) return -1;
          const patron = rule.things === true ? this.patron(rule, s, k) : null;
          if (patron !== null) return patron;
        }
      }
      reported = s.deprels[verb] === "ccomp";
    }
    return null;
  }

  /** Whether a noun that is nobody known is one who speaks, and of whom the pronoun can be said. */
  private isSpeaker(rule: MeaningRule, s: Sentence, k: number): boolean {
    const kind = this.r.words.speakers.get(s.lemmas[k]);
    if (kind === undefined) return false;
    const many = s.xpos[k] === "NNS" || s.xpos[k] === "NNPS";
    if (many || rule.many === true) return many && rule.many === true;
    return BODY.has(kind) === (rule.things === true);
  }

  /** "A spokeswoman for the miners said they": those for whom somebody speaks, -1 where they are nobody known; null where it is not said or does not fit. */
  private patron(rule: MeaningRule, s: Sentence, k: number): number | null {
    if (!this.r.words.speakers.has(s.lemmas[k])) return null;
    for (let c = s.firstChild[k]; c >= 0; c = s.nextSibling[c]) {
      if (c < k || s.deprels[c] !== "nmod") continue;
      const named = this.salience.window[0].find((x) => x.from <= c && c < x.to && x.entity >= 0);
      if (named !== undefined) return this.fits(rule, named, false) >= 0.8 ? named.entity : null;
      return (s.xpos[c] === "NNS") === (rule.many === true) ? -1 : null;
    }
    return null;
  }

  private best(rule: MeaningRule, s: Sentence, t: number): number {
    const { salience } = this;
    let best: Candidate | null = null;
    let most = LEAST;
    const possessive = s.deprels[t] === "nmod:poss";
    const own = possessive ? -1 : s.heads[t];
    const object = isObject(s, t);
    const over = object ? above(s, own) : -1;
    const headed = relativeOf(s, t);
    for (let back = 0; back < salience.window.length; back++) {
      for (const c of salience.window[back]) {
        if (back === 0 && c.to === headed) continue;
        if (back === 0 && (c.to > t || (!possessive && c.governor === own))) continue;
        // "cut ties with Rabat, accusing it": whoever does the one does the other, and not to himself.
        if (back === 0 && over >= 0 && c.role === "subject" && c.governor === over) continue;
        const fit = this.fits(rule, c, object);
        if (fit <= 0) continue;
        const score = salience.score(c, s, t, back) + fit - 1;
        if (score > most) {
          most = score;
          best = c;
        }
      }
    }
    if (rule.many === true) {
      const pair = this.pair(t, most);
      if (pair >= 0) return pair;
    }
    if (best === null) return -1;
    return best.entity;
  }

  /** 0 where a candidate cannot be meant, 1 where it can, less where something speaks against it. */
  private fits(rule: MeaningRule, c: Candidate, object: boolean): number {
    if (c.use === "place") return 0;
    if (c.entity < 0) {
      if (rule.things !== true || c.many !== (rule.many === true)) return 0;
      return object ? 1.6 : 0.8;
    }
    const e = this.r.entities[c.entity];
    // "the members of the Council ... they"
    if (rule.many === true && c.many && MEMBERED.has(e.kind)) return 1;
    if (!rule.kinds.includes(e.kind)) return 0;
    if (rule.gender !== undefined) {
      const known = this.r.gender(c.entity);
      return known === rule.gender ? 1.2 : known === null ? 0.9 : 0;
    }
    if (rule.many === true) return c.many || e.kind === "armed-group" ? 1 : 0.5;
    // "The army said it": one as well as many.
    return c.many && e.kind !== "military" && e.kind !== "police" ? 0.3 : 1;
  }

  /** Two persons or two states of one sentence, where nothing better than `most` is there: "Abe met Putin ... they". */
  private pair(t: number, most: number): number {
    const { salience, r } = this;
    for (let back = 0; back < Math.min(2, salience.window.length); back++) {
      for (const kind of ["person", "state"] as const) {
        const members: number[] = [];
        let subject = false;
        for (const c of salience.window[back]) {
          if (c.entity < 0 || c.use !== "actor" || (back === 0 && c.to > t)) continue;
          if (r.entities[c.entity].kind !== kind || members.includes(c.entity)) continue;
          members.push(c.entity);
          subject ||= c.role === "subject";
        }
        const score = (back === 0 ? 3 : 2.4) + (subject ? (back === 0 ? 2.4 : 1.4) : 0);
        if (members.length === 2 && score > most)
          return together(r, members, members.map((m) => r.entities[m].name).join(" and "));
      }
    }
    return -1;
  }
}

/** "Ann, with whom she dined": where the one ends of whom the relative clause says what "she" does; -1 outside such a clause. */
function relativeOf(s: Sentence, t: number): number {
  if (!/^W(?:P|DT)/.test(s.xpos[t - 1] ?? "")) return -1;
  const start = s.upos[t - 2] === "ADP" ? t - 2 : t - 1;
  return s.norms[start - 1] === "," ? start - 1 : start;
}

/** Subject of a verb; of the one it is joined to where it has none. */
function subjectOf(s: Sentence, verb: number): number {
  for (let v = verb; v >= 0; v = s.deprels[v] === "conj" ? s.heads[v] : -1) {
    const own = ownSubject(s, v);
    if (own >= 0) return own;
    // "The Bank, which is to pay, said it": trees give the aside's verb the subject.
    for (let c = s.firstChild[v]; c >= 0 && c < v; c = s.nextSibling[c])
      for (let k = s.firstChild[c]; k >= 0 && k < c; k = s.nextSibling[k])
        if (k > 1 && s.xpos[k][0] === "W" && s.norms[k - 1] === "," && s.deprels[k] === "nsubj") return k - 2;
  }
  return -1;
}

function ownSubject(s: Sentence, verb: number): number {
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c])
    if (s.deprels[c] === "nsubj" || s.deprels[c] === "nsubj:pass") return c;
  return -1;
}

/** Whether a clause, or one above it, is what somebody says. */
function isReported(s: Sentence, verb: number): boolean {
  for (let v = verb, steps = 0; v >= 0 && steps < UP; v = s.heads[v], steps++)
    if (s.deprels[v] === "ccomp") return true;
  return false;
}

const isObject = (s: Sentence, t: number): boolean => s.deprels[t] === "obj" || s.deprels[t] === "iobj";

/** Verb whose subject a verb without one of its own takes over; -1 where it has its own. */
function above(s: Sentence, verb: number): number {
  if (verb < 0 || !/^(advcl|xcomp|conj)/.test(s.deprels[verb])) return -1;
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c])
    if (s.deprels[c].startsWith("nsubj")) return -1;
  return s.heads[verb];
}
