import type { Sentence } from "../../language/index.js";
import type { Entity, Mention } from "../types.js";
import type { Draft } from "./page.js";
import type { Registry } from "./registry.js";

/** A mention, or a plain noun (`entity` -1), as what a later pronoun may mean. */
export interface Candidate {
  readonly entity: number;
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly role: "subject" | "object" | "other";
  readonly use: Mention["use"];
  readonly pronoun: boolean;
  /** Token the candidate hangs on, for "not the subject of the same verb". */
  readonly governor: number;
  readonly many: boolean;
}

/** Sentences back that pronouns look, and what a mention there weighs. */
const RECENCY = [3, 2.4, 1.2, 0.6];
/** Entities kept in mind for plurals and definite phrases. */
const ACTIVE = 48;

/**
 * Who stands in the foreground. Candidates of the last sentences for pronouns; for definite phrases weights that halve with each
 * sentence, subjects weighing most (after Lappin and Leass 1994, simplified). Work a sentence is bounded, whatever the document's length.
 */
export class Salience {
  /** Candidates by sentence, newest list first. */
  readonly window: Candidate[][] = [];
  private readonly weights = new Map<number, { w: number; at: number }>();
  private readonly counts = new Map<number, number>();
  /** Entities by last mention, newest first. */
  readonly active: number[] = [];
  /** Entities that were named as doing or meaning something, and the states of such persons and bodies: one of "the two sides" is one of these. */
  readonly acting = new Set<number>();
  /** State whose town stands in the dateline, -1 where none does. */
  home = -1;
  private clock = 0;

  constructor(private readonly r: Registry) {}

  next(): void {
    this.clock++;
    this.window.unshift([]);
    if (this.window.length > RECENCY.length) this.window.pop();
  }

  weight(entity: number): number {
    const x = this.weights.get(entity);
    return x === undefined ? 0 : x.w * 0.5 ** (this.clock - x.at);
  }

  count(entity: number): number {
    return this.counts.get(entity) ?? 0;
  }

  /** A dateline names where the story is told: whose "the government" there is. */
  from(entity: number): void {
    const { country } = this.r.entities[entity];
    if (this.home < 0 && country !== null && this.r.words.stateNames.has(country))
      this.home = this.r.state(country);
  }

  private add(entity: number, w: number): void {
    this.weights.set(entity, { w: this.weight(entity) + w, at: this.clock });
    const known = this.active.indexOf(entity);
    if (known === 0) return;
    if (known > 0) this.active.splice(known, 1);
    else if (this.active.length >= ACTIVE) this.active.pop();
    this.active.unshift(entity);
  }

  see(s: Sentence, d: Draft): void {
    const e = this.r.entities[d.entity];
    if (e.kind === "document" || e.kind === "occasion") {
      this.thing(s, d.from, d.to);
      return;
    }
    const use = this.ofKin(s, d) ? "place" : d.use;
    const c = candidate(s, d.from, d.to, d.entity, use, d.form === "pronoun", isMany(e));
    this.window[0].push(c);
    this.counts.set(d.entity, this.count(d.entity) + 1);
    const subject = c.role === "subject";
    this.add(d.entity, d.use === "place" ? 0.3 : d.use === "modifier" ? 0.8 : subject ? 3 : 2);
    if (d.use === "actor") {
      this.acting.add(d.entity);
      // A people stands for its state, some officials in its capital do not.
      const known = e.lexiconKey !== null || e.kind !== "group";
      if (known && e.kind !== "media" && e.country !== null && this.r.words.stateNames.has(e.country))
        this.acting.add(this.r.state(e.country));
    }
    if (e.kind === "plural") for (const m of e.members) this.add(m, 1);
    else if (
      e.kind !== "state" &&
      e.country !== null &&
      d.use !== "place" &&
      this.r.words.stateNames.has(e.country)
    )
      this.add(this.r.state(e.country), 1);
  }

  /** "the Houthis' main backer": whoever is named only to say who another is. */
  private ofKin(s: Sentence, d: Draft): boolean {
    const over = s.norms[d.to] === "'s" || s.xpos[d.to] === "POS" ? s.heads[d.to - 1] : -1;
    return over > d.to && this.r.words.is("kin", s.lemmas[over]);
  }

  /** A plain noun phrase: nobody, but what "it" or "they" may mean. */
  thing(s: Sentence, from: number, to: number, body = -1): void {
    const d = s.deprels[to - 1];
    if (d.startsWith("nsubj") || d === "obj")
      this.window[0].push(candidate(s, from, to, body, "actor", false, s.xpos[to - 1] === "NNS"));
  }

  /** How near and how much in the foreground a candidate is for a word of sentence `s` at `t`. */
  score(c: Candidate, s: Sentence, t: number, back: number): number {
    const subject = s.deprels[t].startsWith("nsubj");
    let score = RECENCY[back];
    const object = s.deprels[t] === "obj" || s.deprels[t] === "iobj";
    if (c.role === "subject") score += object ? 1.2 : subject && back < 2 ? 2.2 : 1.6;
    else if (c.role === "object") score += object ? 1 : 0.4;
    // "Kinshasa says it has proof": the subject of the verb above is meant before any other.
    if (back === 0 && subject && c.role === "subject" && c.governor === above(s, t)) score += 1.5;
    if (c.use === "modifier") score -= 1.2;
    if (back === 0 && c.role === "subject" && s.deprels[t] === "nmod:poss") score += 1.2;
    return score + Math.min(1, 0.25 * this.count(c.entity)) + c.from * 0.01;
  }
}

/** Verb above the verb a token is subject of, over auxiliaries' absence: head of the clause that holds this one; -1 where none. */
function above(s: Sentence, t: number): number {
  const verb = s.heads[t];
  return verb < 0 ? -1 : s.heads[verb];
}

const isMany = (e: Entity): boolean =>
  e.kind === "plural" ||
  e.kind === "group" ||
  e.kind === "military" ||
  e.kind === "police" ||
  (e.kind === "armed-group" && e.lexiconKey === null);

function candidate(
  s: Sentence,
  from: number,
  to: number,
  entity: number,
  use: Mention["use"],
  pronoun: boolean,
  many: boolean,
): Candidate {
  let role: Candidate["role"] = "other";
  let governor = -1;
  for (let t = from; t < to; t++) {
    const h = s.heads[t];
    if (h >= from && h < to) continue;
    const d = s.deprels[t];
    if (d.startsWith("nsubj")) {
      role = "subject";
      governor = h;
      break;
    }
    if (d === "obj" || d === "iobj") role = "object";
    governor = h;
  }
  return { entity, sentence: s.index, from, to, role, use, pronoun, governor, many };
}
