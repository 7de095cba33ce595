import type { Sentence } from "../../language/index.js";
import { sortShort } from "../../text/index.js";
import { apposedName } from "./apposed.js";
import { Definites } from "./definites.js";
import type { Draft } from "./page.js";
import { Plurals } from "./plurals.js";
import { unnamedPowers } from "./powers.js";
import { Pronouns } from "./pronouns.js";
import type { Registry } from "./registry.js";
import { Salience } from "./salience.js";
import type { Scan } from "./scan.js";
import { isCapital } from "./scan.js";
import { Sides } from "./sides.js";
import { Speakers } from "./speakers.js";

/** Kinds of bodies that have members. */
const BODIES: ReadonlySet<string> = new Set(["organisation", "legislature", "party", "ministry"]);

/** Outer first. */
const leftToRight = (a: Draft, b: Draft): number => a.from - b.from || b.to - a.to;

/** What pronouns, plurals and definite phrases of a document mean, sentence by sentence, left to right. */
export class Coreference {
  private readonly salience: Salience;
  private readonly pronouns: Pronouns;
  private readonly plurals: Plurals;
  private readonly definites: Definites;
  private readonly speakers: Speakers;
  private readonly sides: Sides;

  constructor(private readonly r: Registry) {
    this.salience = new Salience(r);
    this.pronouns = new Pronouns(r, this.salience);
    this.sides = new Sides(r);
    this.plurals = new Plurals(r, this.salience, this.sides);
    this.definites = new Definites(r, this.salience);
    this.speakers = new Speakers(r);
  }

  /** "the members of the Council": the body whose members they are, so that "they" is it; -1 for any other noun. */
  private bodyOf(s: Sentence, t: number, drafts: readonly Draft[]): number {
    if (!this.r.words.is("member-noun", s.lemmas[t]) || s.xpos[t] !== "NNS") return -1;
    for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) {
      if (c < t || s.deprels[c] !== "nmod") continue;
      const d = drafts.find((x) => x.from <= c && c < x.to && x.entity >= 0 && x.use === "actor");
      if (d !== undefined && BODIES.has(this.r.entities[d.entity].kind)) return d.entity;
    }
    return -1;
  }

  /** Adds pronouns and plurals to the drafts of a sentence, resolves definite phrases; returns all, left to right, outer first. `turn`: who speaks outside quotation marks. */
  run(scan: Scan, drafts: readonly Draft[], turn: number): Draft[] {
    const { s } = scan;
    this.salience.next();
    const sorted = sortShort([...drafts], leftToRight);
    this.sides.see(s, sorted);
    const out: Draft[] = [];
    let next = 0;
    let covered = 0;
    let quoted = false;
    let inside: Uint8Array | null = null;
    let pluralEnd = 0;
    for (let t = 0; t < s.size; t++) {
      const f = s.norms[t];
      if (f === '"' || f === "``" || f === "''") quoted = !quoted;
      if (quoted) {
        inside ??= new Uint8Array(s.size);
        inside[t] = 1;
      }
      while (next < sorted.length && sorted[next].from === t) {
        const d = sorted[next++];
        if (t < pluralEnd && d.use !== "modifier") continue;
        if (d.several !== undefined)
          d.entity = this.plurals.read(scan, d.several)?.entity ?? d.fallback?.() ?? -1;
        else {
          const named = apposedName(this.r, d, s, sorted[next]);
          if (named >= 0) d.entity = named;
        }
        if (d.entity < 0 && d.several === undefined)
          d.entity = this.definites.resolve(d, s, out, sorted[next]);
        covered = Math.max(covered, d.to);
        if (d.entity < 0) continue;
        out.push(d);
        // A dateline tells where, and nobody in it is one of "the two sides".
        if (s.kind === "dateline") this.salience.from(d.entity);
        else this.salience.see(s, d);
      }
      const pronoun = s.upos[t] === "PRON";
      // "Vice Premier Liu He": a word of a name is no pronoun.
      if (t < covered && (!pronoun || (t > 0 && s.norms[t] !== "i" && isCapital(s.forms[t])))) continue;
      const several = t >= covered ? this.plurals.read(scan, t) : null;
      if (several !== null) pluralEnd = several.to;
      const d =
        several ??
        this.pronouns.read(s, t, quoted) ??
        this.definites.ordered(s, t) ??
        (t >= covered ? this.definites.bare(s, t) : null) ??
        (t >= covered ? unnamedPowers(this.r, scan, t) : null);
      if (d !== null) {
        out.push(d);
        covered = Math.max(covered, d.to);
        this.salience.see(s, d);
      } else if (!pronoun && s.upos[t] === "NOUN")
        this.salience.thing(s, t, t + 1, this.bodyOf(s, t, sorted));
    }
    this.sides.seeWords(s, out);
    for (const d of this.speakers.read(s, inside, out, turn)) out.push(d);
    return sortShort(out, leftToRight);
  }
}
