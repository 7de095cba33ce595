import type { Sentence } from "../../language/index.js";
import type { Draft } from "./page.js";
import type { Registry } from "./registry.js";
import { headOf } from "./scan.js";

/** Pairs kept in mind. */
const KEPT = 8;
/** Times a pair is joined before a text is about it. */
const OFTEN = 3;
/** Sentences back in which a pair that was joined is meant before one that the text joined more often. */
const NEAR = 1;

interface Pair {
  readonly of: readonly [number, number];
  readonly times: number;
  readonly at: number;
}

/**
 * Who stands against whom, and who stands between: a mediator is near in the text and yet none of "the two sides". Mediators are
 * whoever mediates, by the tree; pairs are those whom the text has joined ("Chad and Niger", "between A and B").
 */
export class Sides {
  /** Joined pairs of parties, newest first, each by ascending entity, with how often they were joined, and the sentence that did so last. */
  private pairs: Pair[] = [];
  private now = -1;
  /** Three and more named in a row, newest first. */
  private rows: readonly (readonly number[])[] = [];
  /** All parties of a sentence with three and more, newest first: meant where no row is. */
  private casts: readonly (readonly number[])[] = [];
  private readonly between = new Set<number>();
  /** Organisations that the text joined with somebody where it tells of talks or a deal. */
  private readonly dealing = new Set<number>();

  constructor(private readonly r: Registry) {}

  mediates(entity: number): boolean {
    return this.between.has(entity);
  }

  /** Whether an organisation is a side of its own here: it was named together with another at talks. */
  deals(entity: number): boolean {
    return this.dealing.has(entity);
  }

  /** The joined pair of which both may be meant and neither mediates: one joined just now, else the one joined most often, the newest of several; null where there is none. */
  pair(wanted: (entity: number) => boolean): readonly [number, number] | null {
    let best: Pair | null = null;
    for (const p of this.pairs) {
      if (!this.fits(p.of, wanted)) continue;
      if (this.now - p.at <= NEAR) return p.of;
      if (best === null || p.times > best.times) best = p;
    }
    return best?.of ?? null;
  }

  /** Whether these two were joined before. */
  joined(a: number, b: number): boolean {
    return this.pairs.some((p) => (p.of[0] === a && p.of[1] === b) || (p.of[0] === b && p.of[1] === a));
  }

  /** The newest row of so many of whom all may be meant, or null. */
  row(count: number, wanted: (entity: number) => boolean): readonly number[] | null {
    const fits = (x: readonly number[]): boolean => x.length === count && x.every(wanted);
    return this.rows.find(fits) ?? this.casts.find(fits) ?? null;
  }

  /** The newest row of three and more of whom all may be meant, or all of one sentence; null where the text is about a pair. */
  all(wanted: (entity: number) => boolean, ofSentence: boolean): readonly number[] | null {
    const fits = (x: readonly number[]): boolean => x.every((e) => wanted(e) && !this.mediates(e));
    const row = this.rows.find(fits) ?? (ofSentence ? this.casts.find(fits) : null) ?? null;
    return row === null || this.foremost(wanted) !== null ? null : row;
  }

  /** The pair that the text is about: joined so often that others beside it do not count; null where there is none. */
  foremost(wanted: (entity: number) => boolean): readonly [number, number] | null {
    const [first, second] = this.pairs
      .filter((p) => this.fits(p.of, wanted))
      .sort((a, b) => b.times - a.times);
    return first !== undefined && first.times >= OFTEN && first.times >= 2 * (second?.times ?? 0)
      ? first.of
      : null;
  }

  private fits(pair: readonly [number, number], wanted: (entity: number) => boolean): boolean {
    return pair.every((e) => wanted(e) && !this.between.has(e));
  }

  /** Takes in a sentence's names, left to right. */
  see(s: Sentence, all: readonly Draft[]): void {
    const drafts = all.filter((d) => d.entity >= 0);
    this.now = s.index;
    const heads: number[] = [];
    for (const d of drafts) {
      const head = headOf(s, d.from, d.to);
      heads.push(head);
      if (this.isBetween(s, d, head) || this.mediatesBehind(s, d, drafts)) {
        this.between.add(d.entity);
        const state = this.state(d.entity);
        if (state >= 0) this.between.add(state);
      }
    }
    this.seeRows(s, drafts, heads);
    for (let i = 0; i < drafts.length; i++) {
      const d = drafts[i];
      const members = this.r.entities[d.entity].members;
      if (members.length === 2) {
        this.join(members[0], members[1]);
        this.deal(s, members[0], members[1]);
      }
      if (s.deprels[heads[i]] !== "conj") continue;
      const first = s.heads[heads[i]];
      const j = drafts.findIndex((x, k) => k < i && first === heads[k] && x.entity !== d.entity);
      // Three of them are no pair.
      const others = heads.filter((h, k) => k !== i && s.deprels[h] === "conj" && s.heads[h] === first);
      // "Oslo: Chad and its rebels": a label is joined with nobody.
      if (j < 0 || others.length > 0 || s.norms.indexOf(":", drafts[j].to) + 1 === d.from) continue;
      this.join(drafts[j].entity, d.entity);
      this.deal(s, drafts[j].entity, d.entity);
    }
    this.seeWords(s, drafts);
  }

  /** As `see`, by the words alone, where trees hang the second name elsewhere: "A and the B". Asked again once the definite nouns are known. */
  seeWords(s: Sentence, all: readonly Draft[]): void {
    const drafts = all.filter((d) => d.entity >= 0 && d.use === "actor");
    for (let i = 1; i < drafts.length; i++) {
      const [a, b] = [drafts[i - 1], drafts[i]];
      let k = s.norms[a.to] === "(" && s.norms[a.to + 2] === ")" ? a.to + 3 : a.to;
      if (s.norms[k] !== "and") continue;
      if (s.xpos[++k] === "DT") k++;
      if (k !== b.from || this.joinedNow(a.entity, b.entity)) continue;
      // Three of them are no pair.
      const listed = s.norms[a.from - (s.xpos[a.from - 1] === "DT" ? 2 : 1)] === ",";
      if (listed && drafts.some((x) => x.to < a.from && x.to >= a.from - 3)) continue;
      this.join(a.entity, b.entity);
      this.deal(s, a.entity, b.entity);
    }
  }

  private joinedNow(a: number, b: number): boolean {
    return this.pairs.some((p) => p.at === this.now && p.of.includes(a) && p.of.includes(b));
  }

  private deal(s: Sentence, ...pair: readonly number[]): void {
    if (!s.norms.some((n) => this.r.words.is("gathering", n))) return;
    for (const e of pair) if (this.isBody(e) && !this.between.has(e)) this.dealing.add(e);
  }

  private isBody(entity: number): boolean {
    return this.r.entities[entity].code === "IGO";
  }

  private seeRows(s: Sentence, drafts: readonly Draft[], heads: readonly number[]): void {
    for (let i = 0; i < drafts.length; i++) {
      if (s.deprels[heads[i]] === "conj") continue;
      const row: number[] = [];
      for (let k = i; k < drafts.length; k++) {
        if (k !== i && (s.deprels[heads[k]] !== "conj" || s.heads[heads[k]] !== heads[i])) continue;
        const e = this.r.entities[drafts[k].entity];
        const party = e.kind === "person" && e.country !== null ? this.r.state(e.country) : drafts[k].entity;
        if (e.kind !== "plural" && !row.includes(party)) row.push(party);
      }
      if (row.length > 2) this.rows = [row, ...this.rows.slice(0, KEPT - 1)];
    }
    const all = new Set<number>();
    for (const d of drafts) {
      const e = this.r.entities[d.entity];
      if (d.use !== "actor" || e.kind === "plural" || e.code === null || e.office?.former === true) continue;
      const own = e.country !== null && e.kind !== "armed-group" && e.kind !== "party";
      all.add(own ? this.r.state(e.country as string) : d.entity);
    }
    if (all.size > 2) this.casts = [[...all], ...this.casts.slice(0, KEPT - 1)];
  }

  /** Two named together, or meant by a plural. */
  join(a: number, b: number): void {
    // Those who held an office once stand for nobody.
    if ([a, b].some((e) => this.r.entities[e].office?.former === true)) return;
    const [x, y] = [this.state(a), this.state(b)];
    if (x >= 0 && y >= 0 && (x !== a || y !== b)) this.keep(x, y);
    else if (x >= 0 && x !== a && (this.isBody(b) || this.isMovement(b))) this.keep(x, b);
    else if (y >= 0 && y !== b && (this.isBody(a) || this.isMovement(a))) this.keep(a, y);
    // The newest are those named: a movement before the state that it fights or lives in.
    this.keep(a, b);
  }

  /** Armed or not, it stands against its own state and never for it. */
  private isMovement(entity: number): boolean {
    const { kind } = this.r.entities[entity];
    return kind === "armed-group" || kind === "party";
  }

  private keep(a: number, b: number): void {
    if (a === b) return;
    const of = a < b ? ([a, b] as const) : ([b, a] as const);
    const known = this.pairs.find((p) => p.of[0] === of[0] && p.of[1] === of[1]);
    const rest = this.pairs.filter((p) => p !== known);
    this.pairs = [{ of, times: (known?.times ?? 0) + 1, at: this.now }, ...rest.slice(0, KEPT - 1)];
  }

  private state(entity: number): number {
    const e = this.r.entities[entity];
    if (e.kind === "state") return entity;
    if (this.isMovement(entity)) return -1;
    return e.country !== null && this.r.words.stateNames.has(e.country) ? this.r.state(e.country) : -1;
  }

  /** "Qatar and Egypt, which have been mediating": told by the clause behind, of whoever stands right before it and those joined with it. */
  private mediatesBehind(s: Sentence, d: Draft, drafts: readonly Draft[]): boolean {
    let end = d.to;
    for (const x of drafts)
      if (
        s.deprels[headOf(s, x.from, x.to)] === "conj" &&
        s.heads[headOf(s, x.from, x.to)] === headOf(s, d.from, d.to)
      )
        end = Math.max(end, x.to);
    const t = s.norms[end] === "," ? end + 1 : end;
    if (s.xpos[t] !== "WDT" && s.xpos[t] !== "WP") return false;
    const verb = s.heads[t];
    return (
      verb > t && s.deprels[t] === "nsubj" && this.r.words.clues.get(s.lemmas[verb])?.has("mediate") === true
    );
  }

  private isBetween(s: Sentence, d: Draft, head: number): boolean {
    const clues = (t: number) => this.r.words.clues.get(s.lemmas[t] ?? "");
    // "Qatar-mediated talks": the participle behind a hyphen.
    if (s.norms[d.to] === "-" && this.r.words.clues.get(s.norms[d.to + 1] ?? "")?.has("mediated") === true)
      return true;
    for (let t = d.from; t < d.to; t++) if (clues(t)?.has("mediator") === true) return true;
    const over = s.heads[head];
    if (over < 0) return false;
    const c = clues(over);
    const rel = s.deprels[head];
    if (c?.has("mediator") === true) return rel !== "conj" && rel !== "nsubj";
    if (c?.has("mediate") !== true) return false;
    if (s.upos[over] !== "VERB") return rel !== "conj" && !hasCase(s, head, this.r, "between-word");
    return rel === "nsubj" || (rel.startsWith("obl") && hasCase(s, head, this.r, "agent-preposition"));
  }
}

function hasCase(
  s: Sentence,
  head: number,
  r: Registry,
  clue: "between-word" | "agent-preposition",
): boolean {
  for (let t = head - 1; t >= 0 && t > head - 8; t--)
    if (s.heads[t] === head && s.deprels[t] === "case") return r.words.is(clue, s.norms[t]);
  return false;
}
