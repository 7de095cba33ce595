import { extend, type IsoDate } from "../../text/index.js";
import type { Entity, Mention, Office } from "../types.js";
import { type Gender, genderByName } from "./gender.js";
import { type Entry, fold } from "./trie.js";
import { type ActorWords, holds, type KnownPerson, type Tenure } from "./words.js";

type Writable<T> = { -readonly [K in keyof T]: T[K] };
export type OpenEntity = Writable<Entity>;

/** Reading of a city's name in `actors/ambiguous`: the body whose seat it is. */
const SEAT = "seat-of:";

/** Entities of one document while they are found. Persons are known by full name and by every short name the text uses. */
export class Registry {
  readonly entities: OpenEntity[] = [];
  /** Armed movements of a known country, in order of appearance. */
  readonly movements: number[] = [];
  readonly mentions: Mention[] = [];
  private readonly byKey = new Map<string, number>();
  private readonly persons = new Map<string, number>();
  private readonly byCountry = new Map<string, number[]>();
  private readonly named = new Set<number>();
  private readonly genders = new Map<number, Gender>();
  /** State codes by how often the text names them; filled before the sentences are read. */
  readonly stateCounts = new Map<string, number>();
  /** As `stateCounts`, by the countries of movements: where no state is named, the government they face is theirs. */
  readonly movementCounts = new Map<string, number>();
  /** States in which others meet, and those that the text names otherwise than as a place. */
  readonly venues = new Set<string>();
  readonly acting = new Set<string>();
  mainState: string | null = null;
  /** State in which the dateline lies, if the text speaks of it: "TOKYO -". */
  datelineState: string | null = null;
  /** State that the last sentence told of, with its paragraph: whose an official without a country is. */
  subject: { readonly code: string; readonly paragraph: number } | null = null;
  /** Whose a ministry of a name the tables lack is, with its paragraph: "the Secretary" there is its own. */
  ministry: { readonly code: string; readonly paragraph: number } | null = null;
  /** Who is said to mediate: whose a mediator without a country is; null where nobody is. */
  mediating: string | null = null;
  /** For which organisation a person named in the text was said to hold a post: all have one code. */
  readonly bodyOf = new Map<number, string>();
  /** Who was called by a noun with an owner ("Sudan's army", "the Chadian junta"), by noun: "the army" is that one. */
  readonly called = new Map<
    string,
    { readonly entity: number; readonly at: number; readonly several: boolean }
  >();

  constructor(
    readonly words: ActorWords,
    readonly day: IsoDate | null,
  ) {}

  add(key: string, e: Omit<Entity, "index" | "party">): number {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const index = this.entities.length;
    this.entities.push(extend(e, { party: e.code, index }));
    this.byKey.set(key, index);
    if (e.kind === "armed-group" && e.code !== null) this.movements.push(index);
    return index;
  }

  find(key: string): number {
    return this.byKey.get(key) ?? -1;
  }

  state(code: string): number {
    return this.add(`state/${code}`, {
      kind: (this.words.stateKinds.get(code) ?? "state") as Entity["kind"],
      name: this.words.stateNames.get(code) ?? code,
      code,
      sector: "GOV",
      office: null,
      members: [],
      country: code,
      lexiconKey: this.words.stateNames.has(code) ? `state/${code}` : null,
    });
  }

  /** Entity of a lexicon entry that is not a person. `asPlace`: the city of a capital instead of the government. */
  entry(e: Entry, asPlace = false): number {
    if (e.type === "capital") {
      if (!asPlace) {
        const seat = this.seatOf(e);
        return seat === null ? this.state(e.code as string) : this.entry(seat);
      }
      return this.add(`place/${e.code}/${e.name}`, {
        kind: "place",
        name: e.name,
        code: e.code,
        sector: null,
        office: null,
        members: [],
        country: e.code,
        lexiconKey: null,
      });
    }
    if ((e.type === "state" || e.type === "demonym") && e.key.startsWith("state/"))
      return this.state(e.code as string);
    const states = e.code !== null && this.words.stateNames.has(e.code);
    return this.add(e.key, {
      kind: e.kind as Entity["kind"],
      name: e.name,
      code: e.code,
      sector: e.sector,
      office: null,
      members: [],
      country: states ? e.code : null,
      lexiconKey: e.key,
    });
  }

  /** The body that a city stands for ("Brussels") unless the text speaks of the city's own state; null for other cities. */
  seatOf(e: Entry): Entry | null {
    if (e.type !== "capital") return null;
    for (const reading of this.words.readings.get(fold(e.name)) ?? [])
      if (reading.startsWith(SEAT) && !this.stateCounts.has(e.code as string))
        return this.words.bodies.get(reading.slice(SEAT.length)) ?? null;
    return null;
  }

  /** Whether a body sits in a city that is also a state's capital. */
  isSeat(e: Entry): boolean {
    return (
      e.type === "capital" &&
      [...(this.words.readings.get(fold(e.name)) ?? [])].some((reading) => reading.startsWith(SEAT))
    );
  }

  /** Somebody named in the text before, by full or short name; -1 where nobody was. */
  personByName(name: string): number {
    return this.persons.get(name) ?? -1;
  }

  /** A short name of anybody or any body, for later look-up. */
  alias(folded: readonly string[], index: number): void {
    this.persons.set(folded.join(" "), index);
  }

  callPerson(index: number, folded: readonly string[]): void {
    const full = folded.join(" ");
    const last = folded[folded.length - 1];
    this.named.add(index);
    this.ofCountry(this.entities[index].code, index);
    if (!this.persons.has(full)) this.persons.set(full, index);
    if (last.length > 1) this.persons.set(last, index);
    if (folded.length > 2 && folded[folded.length - 2].length < 4)
      this.persons.set(folded.slice(-2).join(" "), index);
    if (folded.length > 1 && folded[0].length > 2 && !this.persons.has(folded[0]))
      this.persons.set(folded[0], index);
    // "Kim Jong Un": where the family's name stands first, the last one so called is meant.
    if (folded.length > 2 && this.words.familyFirst.has(this.entities[index].code ?? ""))
      this.persons.set(folded[0], index);
    // "Von der Leyen", "Lacalle Pou": family names of several words.
    for (let i = 1; i + 1 < folded.length; i++) {
      const tail = folded.slice(i).join(" ");
      if (!this.persons.has(tail)) this.persons.set(tail, index);
    }
  }

  /** State that most of the text is about: named at least twice as often as any other; null where two share it. */
  foremostState(): string | null {
    let second = 0;
    for (const [code, n] of this.stateCounts) if (code !== this.mainState && n > second) second = n;
    return this.mainState !== null && (this.stateCounts.get(this.mainState) ?? 0) >= 2 * second
      ? this.mainState
      : null;
  }

  /** The two states that a text is about: each named at least twice as often as any third; null where that is not so. */
  twoForemost(): readonly [string, string] | null {
    const [a, b, c] = [...this.stateCounts].sort((x, y) => y[1] - x[1]);
    return b !== undefined && b[1] >= 2 * (c?.[1] ?? 0) ? [a[0], b[0]] : null;
  }

  /** State that the sentence before told of, in the same paragraph; null where it told of none. */
  subjectAt(paragraph: number): string | null {
    return this.subject?.paragraph === paragraph ? this.subject.code : null;
  }

  /** Persons of a country met in the text, newest last; the last sixteen are enough. */
  personsOf(code: string): readonly number[] {
    return this.byCountry.get(code) ?? [];
  }

  private ofCountry(code: string | null, index: number): void {
    if (code === null) return;
    const list = this.byCountry.get(code);
    if (list === undefined) this.byCountry.set(code, [index]);
    else if (!list.includes(index)) {
      if (list.length >= 16) list.shift();
      list.push(index);
    }
  }

  /** Whether a person is known by name and not only by a post. */
  isNamed(index: number): boolean {
    return this.named.has(index);
  }

  /** Sex as the text tells it, else by the given name; null where neither does. */
  gender(index: number): Gender | null {
    const told = this.genders.get(index);
    if (told !== undefined) return told;
    const byName = genderByName(this.words, this.entities[index]);
    if (byName !== null) this.genders.set(index, byName);
    return byName;
  }

  tellGender(index: number, gender: Gender): void {
    if (!this.genders.has(index)) this.genders.set(index, gender);
  }

  known(p: KnownPerson): number {
    const t = this.tenure(p);
    const former = this.day !== null && t.to !== null && t.to < this.day;
    // Whoever only later came to the post the table knows is known for his country alone.
    const ahead = this.day !== null && t.from !== null && t.from > this.day;
    return this.add(p.entry.key, {
      kind: "person",
      name: p.name,
      code: t.of,
      sector: t.sector,
      members: [],
      country: this.words.stateNames.has(t.of) ? t.of : null,
      lexiconKey: p.entry.key,
      office: ahead
        ? null
        : { title: t.title, of: t.of, level: t.level, former, from: t.from, to: t.to, basis: "table" },
    });
  }

  /** The post held on the day of publication, else the last one before it, else the first. */
  private tenure(p: KnownPerson): Tenure {
    for (const t of p.tenures) if (holds(t, this.day)) return t;
    let best = p.tenures[0];
    for (const t of p.tenures)
      if ((t.to ?? "9999") > (best.to ?? "9999") && (this.day === null || (t.from ?? "") <= this.day))
        best = t;
    return best;
  }

  learnPerson(name: string, code: string | null, office: Office | null, sector: string | null): number {
    return this.add(`person/learned/${fold(name)}`, {
      kind: "person",
      name,
      code,
      sector: sector ?? (office === null ? null : "GOV"),
      office,
      members: [],
      country: code !== null && this.words.stateNames.has(code) ? code : null,
      lexiconKey: null,
    });
  }

  /** What the text says about somebody's post: stated words win over the table's, dates are kept where they agree. */
  setOffice(index: number, office: Office): void {
    const e = this.entities[index];
    const old = e.office;
    if (old !== null && old.basis === "stated" && office.basis !== "stated") return;
    const same = old !== null && old.level === office.level && (office.of === null || office.of === old.of);
    e.office =
      same && old !== null ? { ...office, of: office.of ?? old.of, from: old.from, to: old.to } : office;
    this.ofCountry(office.of, index);
    if (office.of !== null && (e.code === null || (office.basis === "stated" && !office.former))) {
      e.code = office.of;
      e.country = this.words.stateNames.has(office.of) ? office.of : e.country;
    }
  }
}
