import type { Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import type { Office } from "../types.js";
import { faced } from "./apposed.js";
import { definiteRules, type MeaningRule, orderRules } from "./coreference.rules.js";
import { type Draft, titleCase, words } from "./page.js";
import type { Registry } from "./registry.js";
import type { Candidate, Salience } from "./salience.js";
import { headOf } from "./scan.js";
import { fitsTitle, holder } from "./titles.js";

const ORDER: readonly MeaningRule[] = orderRules;
const RULES: readonly MeaningRule[] = definiteRules;

/** Whom "the minister", "the country", "the rebels" mean: the heaviest of those of whom it can be said. */
export class Definites {
  constructor(
    private readonly r: Registry,
    private readonly salience: Salience,
  ) {}

  /** Fills in the entity of a draft that has none yet; -1 where nobody is meant. */
  resolve(d: Draft, s: Sentence, before: readonly Draft[], next?: Draft): number {
    const { r } = this;
    if (d.post !== undefined) return this.holder(d, s, d.post, before);
    if (d.ofOwner !== undefined) {
      const owner = before.findLast((x) => x.to === d.from && x.form === "pronoun");
      const code = owner === undefined ? null : r.entities[owner.entity].code;
      return code === null ? (d.fallback?.() ?? -1) : d.ofOwner(code);
    }
    const rule = RULES.find((x) => x.id === d.rule);
    if (rule === undefined) return d.fallback?.() ?? -1;
    const found =
      faced(r, rule, d, s, next) ??
      this.atHome(rule, before) ??
      this.ownState(rule, d, before, s) ??
      this.nearest(rule, d, s);
    if (found >= 0) return found;
    // "the group", "the organisation" may be a movement as well as a body of states.
    const other = this.also(rule, s, d.to - 1);
    if (other !== undefined) {
      const movement = this.nearest(other, d, s);
      if (movement >= 0) {
        d.rule = other.id;
        return movement;
      }
    }
    d.rule = "entities/group";
    return d.fallback?.() ?? -1;
  }

  /** Another rule of whose class the noun is as well. */
  private also(rule: MeaningRule, s: Sentence, noun: number): MeaningRule | undefined {
    const clues = this.r.words.clues.get(s.norms[noun]);
    return RULES.find(
      (x) =>
        x !== rule &&
        rule.words === "organisation-word" &&
        x.words === "movement-word" &&
        clues?.has(x.words) === true,
    );
  }

  /** "the group", "the insurgent movement" where no table lists the noun with its adjective: whoever of that kind was named before. */
  bare(s: Sentence, t: number): Draft | null {
    const { clues } = this.r.words;
    if (s.upos[t] !== "NOUN" || s.xpos[t] === "NNS" || s.upos[t + 1] === "NOUN" || s.upos[t + 1] === "PROPN")
      return null;
    const own = clues.get(s.norms[t]);
    if (own?.has("movement-word") !== true || own.has("line-word")) return null;
    if (clues.get(s.norms[t + 1])?.has("of-preposition") === true || s.norms[t + 1] === "-") return null;
    let from = t;
    while (
      from > 0 &&
      (s.upos[from - 1] === "ADJ" || clues.get(s.norms[from - 1])?.has("movement-word") === true)
    )
      from--;
    if (from === 0 || clues.get(s.norms[from - 1])?.has("definite") !== true || t - from > 2) return null;
    const d: Draft = { from, to: t + 1, entity: -1, form: "nominal", use: "actor", rule: "" };
    // A movement before a body of states: "the group" of a text that has both is the movement.
    for (const rule of RULES.toReversed()) {
      if (clues.get(s.norms[t])?.has(rule.words) !== true) continue;
      // "the armed group" is no body of states.
      if (rule.words === "organisation-word" && from < t) continue;
      const entity = this.nearest(rule, d, s);
      if (entity >= 0) return extend(d, { entity, rule: rule.id });
    }
    return null;
  }

  /** "the former", "the latter": the first or the last of the two of a kind that were named last. */
  ordered(s: Sentence, t: number): Draft | null {
    if (t === 0) return null;
    const { clues } = this.r.words;
    const rule = ORDER.find((x) => clues.get(s.norms[t])?.has(x.words) === true);
    if (rule === undefined || clues.get(s.norms[t - 1])?.has("definite") !== true) return null;
    const next = s.upos[t + 1];
    if (next === "NOUN" || next === "ADJ" || next === "PROPN" || next === "NUM") return null;
    for (const list of this.salience.window.slice(0, 2)) {
      const named: Candidate[] = [];
      for (const c of list)
        if (
          c.entity >= 0 &&
          !c.pronoun &&
          c.use === "actor" &&
          rule.kinds.includes(this.r.entities[c.entity].kind)
        )
          if (named.every((x) => x.entity !== c.entity)) named.push(c);
      if (named.length < 2) continue;
      const [first, last] = named.slice(-2);
      const entity = (rule.words === "last-named" ? last : first).entity;
      return { from: t, to: t + 1, entity, form: "nominal", use: "actor", rule: rule.id };
    }
    return null;
  }

  private holder(d: Draft, s: Sentence, post: string, before: readonly Draft[]): number {
    const { r, salience } = this;
    if (s.xpos[d.to - 1] === "NNS") return -1;
    const owner = this.owner(d, s, before);
    if (d.person !== undefined && d.office !== undefined) {
      const e = r.entities[d.person];
      // "the group's spokesman, Ana Lind": whose the group is was read with the post.
      const told = owner || d.office.of;
      const of = e.lexiconKey === null ? told || e.code : (e.code ?? told);
      r.setOffice(d.person, { ...d.office, of });
      return d.person;
    }
    if (owner !== null) return owner === "" ? -1 : this.heldBy(d, s, post, owner);
    // "the new president": what stands between says nothing about whose.
    let front = d.from - 1;
    while (front > 0 && s.upos[front] === "ADJ") front--;
    const det = front >= 0 ? r.words.clues.get(s.norms[front]) : undefined;
    if (d.from > 0 && det?.has("definite") !== true && s.upos[d.from - 1] !== "PUNCT") return -1;
    let best = -1;
    let weight = 0;
    for (const i of salience.active) {
      const e = r.entities[i];
      if (e.kind !== "person" || e.office === null || !fitsTitle(r.words, e.office, post)) continue;
      const w = salience.weight(i) - (e.office.former ? 1 : 0);
      if (w > weight) {
        weight = w;
        best = i;
      }
    }
    const only = r.words.postOf.get(post.toLowerCase());
    return best < 0 && only !== undefined ? this.heldBy(d, s, post, only) : best;
  }

  /** Country of the possessor right before a post ("its minister", "the country's minister"); "" where unknown, null without possessor. */
  private owner(d: Draft, s: Sentence, before: readonly Draft[]): string | null {
    const { r } = this;
    const t = d.from - 1;
    const own = s.xpos[d.from] === "PRP$" ? d.from : s.xpos[t] === "PRP$" ? t : -1;
    const mark = t > 0 && r.words.clues.get(s.norms[t])?.has("possessive-mark") === true;
    if (own < 0 && !mark) return null;
    const end = own >= 0 ? own + 1 : t;
    const last = before.findLast((x) => x.to === end);
    if (last === undefined || (own >= 0 && this.receives(s, d, last.entity, before))) return "";
    return r.entities[last.entity].country ?? "";
  }

  /** "China hosted its minister": nobody receives his own. */
  private receives(s: Sentence, d: Draft, owner: number, before: readonly Draft[]): boolean {
    const head = headOf(s, d.from, d.to);
    const verb = s.heads[head];
    if (
      verb < 0 ||
      s.deprels[head] !== "obj" ||
      this.r.words.clues.get(s.lemmas[verb])?.has("receives") !== true
    )
      return false;
    let first = verb;
    while (s.deprels[first] === "conj" && s.heads[first] >= 0) first = s.heads[first];
    return before.some((x) => {
      const h = headOf(s, x.from, x.to);
      return (
        x.entity === owner &&
        s.deprels[h].startsWith("nsubj") &&
        (s.heads[h] === verb || s.heads[h] === first)
      );
    });
  }

  private heldBy(d: Draft, s: Sentence, post: string, code: string): number {
    const { r } = this;
    const office: Office = {
      title: titleCase(post),
      of: code,
      level: "official",
      former: false,
      from: null,
      to: null,
      basis: "implied",
    };
    const held = holder(r, code, office);
    if (held >= 0) return held;
    return r.add(`post/${code}/${office.title}`, {
      kind: "person",
      name: words(s, d.from, d.to),
      code,
      sector: "GOV",
      office,
      members: [],
      country: r.words.stateNames.has(code) ? code : null,
      lexiconKey: null,
    });
  }

  /** "In Lima, the foreign minister, Ana Lind, said that the government": the sentence plays at home, whoever was named before. */
  private atHome(rule: MeaningRule, before: readonly Draft[]): number | null {
    if (!rule.kinds.includes("state")) return null;
    const host = before.find((x) => x.rule === "entities/fronted-capital");
    const country = host === undefined ? null : this.r.entities[host.entity].country;
    return country === null ? null : this.r.state(country);
  }

  /** "Opposition parties in Chad demanded that the government": those who act within a state face their own. */
  private ownState(rule: MeaningRule, d: Draft, before: readonly Draft[], s: Sentence): number | null {
    if (!rule.kinds.includes("state")) return null;
    const { entities, words } = this.r;
    for (const x of before) {
      const e = entities[x.entity];
      if (x.to > d.from || x.use !== "actor" || x.form === "pronoun" || !CITIZENS.has(e.kind)) continue;
      const head = headOf(s, x.from, x.to);
      if (!s.deprels[head].startsWith("nsubj") || e.country === null || !HOME.has(e.sector ?? "")) continue;
      if (words.stateNames.has(e.country)) return this.r.state(e.country);
    }
    return null;
  }

  private nearest(rule: MeaningRule, d: Draft, s: Sentence): number {
    const { salience, r } = this;
    const called = rule.words === "ministry-word" ? s.norms.slice(d.from, d.to) : null;
    let best: Candidate | null = null;
    let most = 0;
    for (let back = 0; back < salience.window.length; back++) {
      for (const c of salience.window[back]) {
        if (c.entity < 0 || (back === 0 && c.to > d.from)) continue;
        const e = r.entities[c.entity];
        if (!rule.kinds.includes(e.kind)) continue;
        // "signed in the Netherlands ... the government": where others meet is nobody's.
        if (c.use === "place" && e.code !== null && r.mainState !== null && !r.stateCounts.has(e.code))
          continue;
        if (called !== null && !isCalled(r.entities[c.entity].name, called)) continue;
        const score = 3 - back + 0.3 * salience.weight(c.entity) + (c.role === "subject" ? 0.5 : 0);
        if (score > most) {
          most = score;
          best = c;
        }
      }
    }
    // "The government" of a dispatch is the dateline's, unless another state stands nearer or acts.
    const { home } = salience;
    if (most < AT_HOME && home >= 0 && salience.count(home) > 0 && rule.kinds.includes(r.entities[home].kind))
      return home;
    if (best === null && rule.words === "movement-word") return this.onlyMovement();
    // "the government" of a text that names its rebels and no state but where they meet.
    if (best === null && rule.words === "country-word" && r.stateCounts.size === 0 && r.mainState !== null)
      return r.state(r.mainState);
    return best === null ? -1 : best.entity;
  }

  /** The one armed movement that the text has named, however far back. */
  private onlyMovement(): number {
    const { entities, movements } = this.r;
    const named = movements.filter((i) => / |^[A-Z]/.test(entities[i].name));
    return named.length === 1 ? named[0] : -1;
  }
}

/** "the defence ministry" is no embassy and no ministry of another thing: each of its words begins one of the name, whatever its spelling. */
function isCalled(name: string, called: readonly string[]): boolean {
  const own = name.toLowerCase().split(/[^\p{L}]+/u);
  return called.every((w) => own.some((x) => x.slice(0, STEM) === w.slice(0, STEM)));
}
const STEM = 5;

/** Who acts within a state, and for whom. */
const CITIZENS: ReadonlySet<string> = new Set(["group", "party", "legislature"]);
const HOME: ReadonlySet<string> = new Set(["OPP", "LEG", "CVL", "LAB", "BUS", "EDU", "AGR"]);

/** More than a state that was named in passing two sentences ago, less than one that acted there. */
const AT_HOME = 1.6;
