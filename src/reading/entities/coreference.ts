import type { Sentence } from "../../language/index.js";
import type { Entity } from "../types.js";
import type { Draft } from "./page.js";
import type { Registry } from "./registry.js";
import { only, type Scan } from "./scan.js";

const PARTY: ReadonlySet<Entity["kind"]> = new Set([
  "state",
  "historical-state",
  "territory",
  "armed-group",
  "party",
  "organisation",
]);

/**
 * What pronouns and definite phrases mean: entities weigh by how recently and in which role they stood. Weights halve with each
 * sentence; subjects weigh most (after Lappin and Leass 1994, without their syntax filters).
 */
export class Coreference {
  private readonly weight = new Map<number, number>();
  private recent: { entity: number; subject: boolean; to: number; use: Draft["use"]; form: Draft["form"] }[] =
    [];
  private before: { entity: number; subject: boolean; to: number; use: Draft["use"]; form: Draft["form"] }[] =
    [];

  constructor(private readonly r: Registry) {}

  /** Adds pronouns and plurals to the drafts of a sentence, resolves definite posts; returns all, left to right, outer first. */
  run(scan: Scan, drafts: readonly Draft[]): Draft[] {
    const { s } = scan;
    for (const [e, w] of this.weight) this.weight.set(e, w * 0.5);
    this.before = this.recent;
    this.recent = [];
    const sorted = [...drafts].sort((a, b) => a.from - b.from || b.to - a.to);
    const out: Draft[] = [];
    let next = 0;
    let covered = 0;
    let quoted = false;
    for (let t = 0; t < s.size; t++) {
      const f = s.norms[t];
      if (f === '"' || f === "``" || f === "''") quoted = !quoted;
      while (next < sorted.length && sorted[next].from === t) {
        const d = sorted[next++];
        if (d.entity < 0) d.entity = this.definitePost(d, s);
        if (d.entity < 0) continue;
        out.push(d);
        covered = Math.max(covered, d.to);
        this.see(s, d);
      }
      if (t < covered && s.upos[t] !== "PRON") continue;
      const d =
        t >= covered ? (this.plural(scan, t) ?? this.pronoun(s, t, quoted)) : this.pronoun(s, t, quoted);
      if (d !== null && (t >= covered || d.to - d.from === 1)) {
        if (out.some((o) => o.from < d.to && d.from < o.to && !(o.from <= d.from && o.to >= d.to))) continue;
        out.push(d);
        covered = Math.max(covered, d.to);
        this.see(s, d);
      }
    }
    return out.sort((a, b) => a.from - b.from || b.to - a.to);
  }

  private see(s: Sentence, d: Draft): void {
    const e = this.r.entities[d.entity];
    if (e.kind === "document" || e.kind === "occasion") return;
    let subject = false;
    for (let t = d.from; t < d.to && !subject; t++)
      subject = s.deprels[t].startsWith("nsubj") && (s.heads[t] < d.from || s.heads[t] >= d.to);
    this.recent.push({ entity: d.entity, subject, to: d.to, use: d.use, form: d.form });
    const add = d.use === "place" ? 0.3 : d.use === "modifier" ? 0.8 : subject ? 3 : 2;
    this.weight.set(d.entity, (this.weight.get(d.entity) ?? 0) + add);
    if (e.kind === "plural") for (const m of e.members) this.weight.set(m, (this.weight.get(m) ?? 0) + 1);
    else if (
      e.kind !== "state" &&
      e.country !== null &&
      d.use !== "place" &&
      this.r.words.stateNames.has(e.country)
    ) {
      const own = this.r.state(e.country);
      this.weight.set(own, (this.weight.get(own) ?? 0) + 1);
    }
  }

  private definitePost(d: Draft, s: Sentence): number {
    const wanted = (d.post ?? "").toLowerCase();
    let best = -1;
    let weight = 0;
    for (const e of this.r.entities) {
      if (e.kind !== "person" || e.office === null) continue;
      const title = e.office.title.toLowerCase();
      if (
        title !== wanted &&
        !title.endsWith(` ${wanted}`) &&
        !(wanted === "leader" && e.office.level === "leader")
      )
        continue;
      const w = this.weight.get(e.index) ?? 0;
      if (w > weight) {
        weight = w;
        best = e.index;
      }
    }
    const det = d.from > 0 ? s.norms[d.from - 1] : "";
    if (best >= 0 && (det === "the" || d.from === 0 || det === "")) return best;
    if (s.xpos[d.to - 1] === "NNS") return -1;
    return -1;
  }

  /** "the two countries", "both sides", "the pair": with members; null where no pair can be found. */
  private plural(scan: Scan, t: number): Draft | null {
    const { s } = scan;
    let from = t;
    if (s.norms[t] === "the" || s.norms[t] === "these" || s.norms[t] === "those") from = t + 1;
    if (from >= s.size) return null;
    const m = scan.at[from];
    const e = only(m, "plural");
    if (m === null || e === null) return null;
    const bare = m.to - from === 1;
    if (bare && from === t && s.norms[t] !== "both" && e.name !== "counterparts") return null;
    if (
      bare &&
      (e.name === "two" || e.name === "both") &&
      (s.upos[m.to] === "NOUN" ||
        s.upos[m.to] === "ADJ" ||
        s.upos[m.to] === "NUM" ||
        s.upos[m.to] === "PROPN" ||
        s.heads[from] === m.to ||
        s.deprels[from] === "cc:preconj" ||
        s.norms[m.to] === "of")
    )
      return null;
    const members =
      e.kind === "korea" ? [this.r.state("PRK"), this.r.state("KOR")] : this.members(e.kind, e.count, t);
    if (members.length < 2) return null;
    return {
      from: t,
      to: m.to,
      entity: this.together(members, s.forms.slice(from, m.to).join(" ")),
      form: "nominal",
      use: "actor",
      rule: "entities/plural",
    };
  }

  private together(members: readonly number[], name: string): number {
    const sorted = [...members].sort((a, b) => a - b);
    const codes = new Set(sorted.map((m) => this.r.entities[m].code));
    return this.r.add(`plural/${sorted.join("+")}`, {
      kind: "plural",
      name,
      code: codes.size === 1 ? this.r.entities[sorted[0]].code : null,
      sector: null,
      office: null,
      members: sorted,
      country: null,
      lexiconKey: null,
    });
  }

  private members(type: string, count: number, at: number): number[] {
    const want = (i: number): boolean => {
      const e = this.r.entities[i];
      return type === "person"
        ? e.kind === "person"
        : type === "state"
          ? e.kind === "state" || e.kind === "historical-state" || e.kind === "territory"
          : PARTY.has(e.kind) && e.code !== "IGO";
    };
    const ok = (x: { entity: number; use: Draft["use"] }): boolean => want(x.entity) && x.use !== "place";
    const near: number[] = [];
    for (const list of [this.recent.filter((x) => x.to <= at), this.before]) {
      for (const x of list) {
        for (const y of this.r.entities[x.entity].kind === "plural"
          ? this.r.entities[x.entity].members
          : [x.entity])
          if (ok({ ...x, entity: y }) && !near.includes(y)) near.push(y);
      }
      if (near.length === count) return near;
      if (near.length > count) break;
    }
    if (type !== "person" && near.length < 2) {
      for (const x of [...this.recent, ...this.before]) {
        const e = this.r.entities[x.entity];
        if (e.kind !== "person" || e.country === null || e.office?.former === true) continue;
        const own = this.r.state(e.country);
        if (!near.includes(own)) near.push(own);
      }
      if (near.length === count) return near;
    }
    const ranked = [...this.weight]
      .filter(([e]) => want(e))
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([e]) => e);
    return count === 9
      ? ranked.slice(0, 4)
      : ranked.length >= count
        ? ranked.slice(0, count)
        : ranked.length >= 2 && count > 2
          ? ranked
          : [];
  }

  private pronoun(s: Sentence, t: number, quoted: boolean): Draft | null {
    if (s.upos[t] !== "PRON") return null;
    const { words } = this.r;
    const f = s.norms[t];
    const make = (entity: number, rule: string): Draft | null =>
      entity < 0 ? null : { from: t, to: t + 1, entity, form: "pronoun", use: "actor", rule };
    if (quoted && (f === "it" || f === "its")) return null;
    if (words.is("male", f) || words.is("female", f))
      return make(
        this.single(t, (e) => e.kind === "person", f === "he" || f === "she"),
        "entities/he-she",
      );
    if (words.is("state-pronoun", f)) {
      if (s.deprels[t] === "expl") return null;
      return make(
        this.single(
          t,
          (e) => e.kind !== "person" && e.kind !== "place" && e.kind !== "plural" && e.kind !== "group",
          f === "it",
        ),
        "entities/it",
      );
    }
    if (words.is("plural-pronoun", f)) {
      const last = this.lastGroup(t);
      return make(last, "entities/they");
    }
    return null;
  }

  private single(at: number, want: (e: Entity) => boolean, subject: boolean): number {
    let best = -1;
    for (let i = this.recent.length - 1; i >= 0; i--) {
      const x = this.recent[i];
      if (x.to > at || x.use === "place" || x.use === "modifier" || !want(this.r.entities[x.entity]))
        continue;
      if (x.subject) return x.entity;
      if (best < 0) best = x.entity;
    }
    if (best >= 0 && !subject) return best;
    const earlier = this.before.filter((x) => x.use === "actor" && want(this.r.entities[x.entity]));
    const subjects = earlier.filter((x) => x.subject);
    if (subjects.length > 0) return subjects[0].entity;
    if (best >= 0) return best;
    if (earlier.length > 0) return earlier[0].entity;
    let weight = 0.4;
    for (const [e, w] of this.weight) {
      if (w > weight && want(this.r.entities[e])) {
        weight = w;
        best = e;
      }
    }
    return best;
  }

  /** Last plural named, or the last two persons or states that stand together. */
  private lastGroup(at: number): number {
    for (const list of [this.recent.filter((x) => x.to <= at), this.before]) {
      for (let i = list.length - 1; i >= 0; i--) {
        const e = this.r.entities[list[i].entity];
        if (e.kind === "plural") return list[i].entity;
        if (
          (e.kind === "group" || e.kind === "armed-group" || e.kind === "military" || e.kind === "police") &&
          list[i].subject
        )
          return list[i].entity;
      }
      for (const kind of ["person", "state"] as const) {
        const pair: number[] = [];
        for (const x of list)
          if (
            x.use === "actor" &&
            this.r.entities[x.entity].kind === kind &&
            x.form !== "pronoun" &&
            !pair.includes(x.entity)
          )
            pair.push(x.entity);
        if (pair.length === 2)
          return this.together(pair, pair.map((p) => this.r.entities[p].name).join(" and "));
      }
      for (let i = list.length - 1; i >= 0; i--)
        if (this.r.entities[list[i].entity].kind === "group") return list[i].entity;
    }
    return -1;
  }
}
