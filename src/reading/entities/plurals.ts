import type { Sentence } from "../../language/index.js";
import type { Entity } from "../types.js";
import type { Draft } from "./page.js";
import { powersOf } from "./powers.js";
import type { Registry } from "./registry.js";
import type { Candidate, Salience } from "./salience.js";
import { headOf, isCapital, only, type Scan } from "./scan.js";
import type { Sides } from "./sides.js";

const PARTIES: ReadonlySet<Entity["kind"]> = new Set([
  "state",
  "territory",
  "armed-group",
  "party",
  "organisation",
  "military",
]);

/** Sectors of unnamed groups that stand against a government: "the opposition", "the rebels". */
const OPPOSED: ReadonlySet<string> = new Set(["OPP", "REB", "SEP"]);

/** Kind of plural that means states which the text need not name. */
const POWERS = "powers";

/** Kind of plural that means leaders, or those they lead. */
const LEADERS = "leader";
/** Kind of plural that means two who lead, else two persons. */
const TWO_LEADERS = "leaders";
/** Kind of plural that means ministers just named. */
export const MINISTERS = "minister";

/** Number of members that stands for "all there are". */
const ALL = 9;

/** The entity of several: members sorted, so that the same people named twice are one plural. */
export function together(r: Registry, members: readonly number[], name: string): number {
  const sorted = [...members].sort((a, b) => a - b);
  const codes = new Set(sorted.map((m) => r.entities[m].code));
  return r.add(`plural/${sorted.join("+")}`, {
    kind: "plural",
    name,
    code: codes.size === 1 ? r.entities[sorted[0]].code : null,
    sector: null,
    office: null,
    members: sorted,
    country: null,
    lexiconKey: null,
  });
}

/** "the two countries", "both sides", "the pair": with members; null where no pair can be found. */
export class Plurals {
  constructor(
    private readonly r: Registry,
    private readonly salience: Salience,
    private readonly sides: Sides,
  ) {}

  read(scan: Scan, t: number): Draft | null {
    const { s, clues } = scan;
    const from = clues[t]?.has("definite") === true ? t + 1 : t;
    if (from >= s.size) return null;
    const m = scan.at[from];
    const e = only(m, "plural");
    if (m === null || e === null) return null;
    const bare = m.to - from === 1;
    // "the two-day meeting"
    if (s.norms[m.to] === "-" && s.upos[m.to - 1] === "NUM") return null;
    if (bare && from === t && e.level !== "alone") return null;
    // "the West Coast"
    if (bare && isCapital(s.forms[from]) && isCapital(s.forms[m.to] ?? "")) return null;
    const end = s.upos[m.to - 1];
    if (!bare && end === "NUM" && /^(ADJ|NOUN|PROPN)$/.test(s.upos[m.to] ?? "")) return null;
    if (bare && (s.upos[from] === "NUM" || s.upos[from] === "DET" || s.upos[from] === "PRON")) {
      const next = s.upos[m.to];
      // "The three last met"
      const adverb = next === "ADJ" && s.upos[m.to + 1] === "VERB";
      if (next === "NOUN" || (next === "ADJ" && !adverb) || next === "NUM" || next === "PROPN") return null;
      const modifies = s.deprels[from] === "nummod" || s.deprels[from].startsWith("det");
      if ((modifies && s.heads[from] === m.to) || s.deprels[from] === "cc:preconj") return null;
      if (clues[m.to]?.has("of-preposition") === true) return null;
    }
    // "Mali and Togo, the neighbours, urged both": a name for those right before it.
    if (
      s.norms[t - 1] === "," &&
      s.norms[m.to] === "," &&
      this.salience.window[0].some((c) => c.to === t - 1)
    )
      return null;
    const powers = e.kind === POWERS || e.kind.includes("+");
    // "the parties", "the delegations": all of the row named, where no pair is what the text is about; "The Parties" of a document are all.
    const formal = bare && isCapital(s.forms[from]) && from > t;
    const all =
      e.count === 2 && bare && !powers && e.kind !== MINISTERS
        ? this.sides.all((x) => this.wanted(e.kind, x), formal)
        : null;
    const members =
      all !== null
        ? [...all]
        : powers
          ? this.named(e.kind, e.sector)
          : this.members(
              e.kind,
              e.count,
              t,
              e.sector === "doers" ? -1 : actedOn(this.r, s, headOf(s, from, m.to)),
              s,
            );
    if (members.length < 2 && powers) return powersOf(this.r, s, t, from, m.to);
    if (members.length < 2) return null;
    if (members.length === 2) this.sides.join(members[0], members[1]);
    const name = s.forms.slice(from, m.to).join(" ");
    return {
      from: t,
      to: m.to,
      entity: together(this.r, members, name),
      form: "nominal",
      use: "actor",
      rule: "entities/plural",
    };
  }

  /** States of a fixed circle, where the text speaks of what the circle deals with; none where it may be another. */
  private named(kind: string, matter: string | null): number[] {
    const known =
      kind !== POWERS && (!matter || matter.split("+").some((code) => this.r.stateCounts.has(code)));
    return known ? kind.split("+").map((code) => this.r.state(code)) : [];
  }

  private wanted(type: string, entity: number): boolean {
    const e = this.r.entities[entity];
    if (type === "person") return e.kind === "person";
    if (type === "state") return e.kind === "state" || e.kind === "territory";
    // "the government and the opposition": a side, though the text gives it no name.
    if (e.kind === "group") return OPPOSED.has(e.sector ?? "") && e.code !== null;
    // A committee or a union is a side where the text has it talk with another.
    return (
      PARTIES.has(e.kind) && ((e.kind !== "organisation" && e.code !== "IGO") || this.sides.deals(entity))
    );
  }

  private members(type: string, count: number, at: number, verb: number, s: Sentence): number[] {
    const others = verb < 0 ? [] : this.doers(verb, s, type);
    if (type === LEADERS || type === MINISTERS) {
      // "the leaders": two who lead, where such were just named; else the parties they lead. "The ministers": two, or nobody known.
      const held = this.ofLevel(type, count, at, others);
      if (held.length === count) return held;
      if (type === MINISTERS) return [];
    }
    if (type === TWO_LEADERS) {
      const held = this.ofLevel(LEADERS, count, at, others);
      return held.length === count ? held : this.members("person", count, at, verb, s);
    }
    const fits = (e: number): boolean => this.wanted(type, e) && !others.includes(e);
    const row =
      count > 2 && count < ALL && type !== "person"
        ? this.sides.row(count, (e) => PARTIES.has(this.r.entities[e].kind) && !others.includes(e))
        : null;
    if (row !== null) return [...row];
    const found = this.foreground(type, count, at, others);
    // Two that only stand near are no pair where the text has joined two before.
    const strangers =
      found.length === 2 &&
      !this.sides.joined(found[0], found[1]) &&
      !(type === "state" && this.actTogether(found));
    if (count === 2 && type !== "person" && strangers) {
      const pair = this.sides.pair(fits) ?? this.within(found, fits);
      if (pair !== null) return [...pair];
    }
    // Whoever mediates is near and yet none of the two, unless nobody else is.
    if (count !== 2 || !found.some((e) => this.sides.mediates(e))) return found;
    return [...(this.sides.pair(fits) ?? found)];
  }

  /** So many who hold an office of a level, of those named in the sentences just before; none where they are fewer or more. */
  private ofLevel(level: string, count: number, at: number, others: readonly number[]): number[] {
    const { salience, r, sides } = this;
    const near: number[] = [];
    for (let back = 0; back < salience.window.length && near.length < count; back++)
      for (const c of salience.window[back]) {
        if (c.entity < 0 || c.use === "place" || (back === 0 && c.to > at)) continue;
        const e = r.entities[c.entity];
        for (const m of e.kind === "plural" ? e.members : [c.entity]) {
          const { kind, office } = r.entities[m];
          if (kind !== "person" || office?.level !== level || office.former) continue;
          if (!near.includes(m) && !others.includes(m) && !sides.mediates(m)) near.push(m);
        }
      }
    return near.length > count ? this.ofForemost(near) : near;
  }

  /** Whoever does what is done to the plural: "Chad and Mali urged both sides" speaks of two others. */
  private doers(verb: number, s: Sentence, type: string): number[] {
    const out: number[] = [];
    for (const c of this.salience.window[0] ?? []) {
      if (c.entity < 0) continue;
      let t = headOf(s, c.from, c.to);
      for (let up = 0; up < 6 && s.deprels[t] === "conj" && s.heads[t] >= 0; up++) t = s.heads[t];
      if (!s.deprels[t].startsWith("nsubj") || s.heads[t] !== verb) continue;
      const e = this.r.entities[c.entity];
      out.push(...(e.kind === "plural" ? e.members : [c.entity]));
      if (type !== "person" && e.kind === "person" && e.country !== null) out.push(this.r.state(e.country));
    }
    return out;
  }

  /** Of several people those of the two states that the text is about: "Moon met Kim and Xi. The two leaders" are Moon and Kim. */
  private ofForemost(near: readonly number[]): number[] {
    const about = this.sides.foremost((e) => this.r.entities[e].kind === "state");
    if (about === null) return [];
    const codes = about.map((e) => this.r.entities[e].code);
    return near.filter((e) => {
      const { kind, country, office } = this.r.entities[e];
      return kind === "person" && office?.former !== true && codes.includes(country);
    });
  }

  /** A movement and the state that it stands against, where one movement only is near: whoever hosts or helps them is none of the two. */
  private within(near: readonly number[], wanted: (entity: number) => boolean): readonly number[] | null {
    const { entities, words } = this.r;
    const movements = near.filter(
      (e) =>
        (entities[e].kind === "armed-group" ||
          entities[e].kind === "party" ||
          OPPOSED.has(entities[e].sector ?? "")) &&
        entities[e].country !== null &&
        words.stateNames.has(entities[e].country as string),
    );
    if (movements.length !== 1) return null;
    const state = this.r.state(entities[movements[0]].country as string);
    return wanted(state) && this.salience.count(state) > 0 ? [state, movements[0]] : null;
  }

  /** Whether all act in one of the last two sentences. */
  private actTogether(list: readonly number[]): boolean {
    return this.salience.window
      .slice(0, 2)
      .some((w) => list.every((e) => w.some((c) => c.entity === e && c.use === "actor")));
  }

  /** "Sudan's army": the owner inside the name of one of them is not another. */
  private ownsOne(c: Candidate, back: number, type: string): boolean {
    return this.salience.window[back].some(
      (x) => x !== c && x.entity >= 0 && x.from <= c.from && c.to <= x.to && this.wanted(type, x.entity),
    );
  }

  private foreground(type: string, count: number, at: number, others: readonly number[]): number[] {
    const { salience, r, sides } = this;
    const apart = (list: readonly number[]): number[] =>
      list.length > count ? list.filter((e) => !sides.mediates(e)) : [...list];
    const near: number[] = [];
    for (let back = 0; back < Math.min(2, salience.window.length); back++) {
      for (const c of salience.window[back]) {
        if (c.entity < 0 || c.use === "place" || (back === 0 && c.to > at)) continue;
        const e = r.entities[c.entity];
        if (c.use === "modifier" && this.ownsOne(c, back, type)) continue;
        for (const m of e.kind === "plural" ? e.members : [c.entity])
          if (this.wanted(type, m) && !near.includes(m) && !others.includes(m)) near.push(m);
      }
      if (near.length === count) return near;
      if (near.length > count) break;
    }
    if (apart(near).length === count) return apart(near);
    if (type !== "person" && near.length < 2) {
      for (let back = 0; back < Math.min(2, salience.window.length); back++)
        for (const c of salience.window[back]) {
          const e = c.entity < 0 ? null : r.entities[c.entity];
          if (e === null || e.kind !== "person" || e.country === null || e.office?.former === true) continue;
          const own = r.state(e.country);
          if (!near.includes(own) && !others.includes(own)) near.push(own);
        }
      if (apart(near).length === count) return apart(near);
    }
    if (count === 2 && near.length > count) {
      const leading = this.ofForemost(near);
      if (leading.length === 2) return leading;
      const joined = sides.pair((e) => near.includes(e)) ?? this.within(near, (e) => near.includes(e));
      if (joined !== null) return [...joined];
    }
    if (count === 2) {
      const about = sides.foremost((e) => this.wanted(type, e) && !others.includes(e));
      if (about !== null) return [...about];
    }
    const ranked = salience.active
      .filter(
        (e) =>
          this.wanted(type, e) &&
          salience.weight(e) > 0 &&
          salience.acting.has(e) &&
          !others.includes(e) &&
          !sides.mediates(e),
      )
      .sort((a, b) => salience.weight(b) - salience.weight(a) || a - b);
    // A state and its own army are one side.
    const armies = new Set(
      ranked.filter((e) => r.entities[e].kind === "military").map((e) => r.entities[e].country),
    );
    for (let i = ranked.length - 1; i >= 0; i--)
      if (r.entities[ranked[i]].kind === "state" && armies.has(r.entities[ranked[i]].country))
        ranked.splice(i, 1);
    if (count === ALL) return ranked.slice(0, 4);
    if (ranked.length >= count) return ranked.slice(0, count);
    return ranked.length >= 2 && count > 2 ? ranked : [];
  }
}

/**
 * Verb that a phrase is the object of, or stands at with a preposition; "proposed that both sides meet": the verb of wanting that governs
 * its clause. -1 where it is neither.
 */
function actedOn(r: Registry, s: Sentence, head: number): number {
  const d = s.deprels[head];
  if (d.startsWith("nsubj")) {
    const own = s.heads[head];
    const over = own < 0 ? -1 : s.heads[own];
    const wanted = over >= 0 && (s.deprels[own] === "ccomp" || s.deprels[own] === "xcomp");
    return wanted && r.words.is("wants-of-others", s.lemmas[over]) ? over : -1;
  }
  return d === "obj" || d === "iobj" || d.startsWith("obl") ? s.heads[head] : -1;
}
