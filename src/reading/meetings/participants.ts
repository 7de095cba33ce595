import type { Layers } from "../layers.js";
import type { Actor, Entity } from "../types.js";

/** Kinds that are parties of their own, not their country's voice: rebels do not meet as the state they fight. */
const OWN = new Set<Entity["kind"]>(["armed-group", "party", "organisation", "territory"]);
/** Sectors whose people do not stand for their country's government. */
const RIVAL = new Set(["REB", "OPP"]);
const COUNTRY = new Set<Entity["kind"]>(["state", "historical-state"]);

/** Who takes part: people, and the parties they and others stand for, each party once. */
export class Participants {
  readonly people: Actor[] = [];
  private readonly byKey = new Map<string, Actor>();

  constructor(private readonly layers: Layers) {}

  /** Sorted by code, then name. */
  get parties(): Actor[] {
    return [...this.byKey.values()].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  }

  get keys(): ReadonlySet<string> {
    return new Set(this.byKey.keys());
  }

  get size(): number {
    return this.byKey.size;
  }

  add(actors: readonly Actor[]): this {
    for (const a of actors) {
      const e = this.layers.entities[a.entity];
      if (e === undefined) continue;
      if (e.kind === "plural") {
        // A state that is no more has no part in what its successor does.
        const living = e.members
          .map((m) => this.layers.entities[m])
          .filter((m) => m.kind !== "historical-state");
        this.add(living.map((m) => this.member(m, a)));
        continue;
      }
      const code = e.office?.of ?? a.code ?? e.code;
      if (code === null) continue;
      if (e.kind === "person" && !this.people.some((p) => p.entity === a.entity)) this.people.push(a);
      if (e.kind === "person" && RIVAL.has(e.sector ?? "")) this.rival(e, { ...a, code });
      else if (OWN.has(e.kind) || RIVAL.has(e.sector ?? "")) this.put(e.lexiconKey ?? e.name, { ...a, code });
      else this.put(code, this.party(code, a));
    }
    return this;
  }

  /** Whether somebody stands for one of the parties. */
  has(a: Actor): boolean {
    const e = this.layers.entities[a.entity];
    const code = e?.office?.of ?? a.code ?? e?.code ?? null;
    return this.byKey.has(e?.lexiconKey ?? "") || [...this.byKey.values()].some((p) => p.code === code);
  }

  /** Parties of another, carried over for the reason given. */
  joinParties(other: Participants, basis: string): this {
    for (const [k, a] of other.byKey) this.put(k, { ...a, words: null, basis });
    return this;
  }

  /** Parties and people of another, where they are not there yet. */
  join(other: Participants): this {
    for (const [k, a] of other.byKey) this.put(k, a);
    for (const p of other.people) if (!this.people.some((x) => x.entity === p.entity)) this.people.push(p);
    return this;
  }

  /** A state as a party by its code: the host of a visit. */
  host(code: string, words: Actor["words"]): this {
    const { states, places } = known(this.layers);
    const state = states.get(code);
    const entity = state?.index ?? places.get(code)?.index;
    if (entity !== undefined)
      this.put(code, { entity, name: state?.name ?? code, code, party: code, words, basis: "host" });
    return this;
  }

  /** Those who came: all but the host. */
  guests(): Participants {
    const out = new Participants(this.layers);
    for (const [k, a] of this.byKey) if (a.basis !== "host") out.put(k, a);
    out.people.push(...this.people);
    return out;
  }

  copy(): Participants {
    return new Participants(this.layers).join(this);
  }

  private put(k: string, actor: Actor): void {
    if (!this.byKey.has(k)) this.byKey.set(k, actor);
  }

  /** Somebody of a movement: the one movement of that country that the text names, else a side of their own. */
  private rival(e: Entity, a: Actor): void {
    const same = known(this.layers).movements.get(`${a.code} ${e.sector}`) ?? [];
    if (same.length !== 1) this.put(`${a.code} ${e.sector}`, { ...a, basis: "represented" });
    else
      this.put(same[0].lexiconKey as string, {
        entity: same[0].index,
        name: same[0].name,
        code: same[0].code,
        party: same[0].party,
        words: a.words,
        basis: "represented",
      });
  }

  /** The state of that code, named in the text or not. */
  private party(code: string, by: Actor): Actor {
    const state = known(this.layers).states.get(code);
    if (state === undefined)
      return { entity: by.entity, name: code, code, party: by.party, words: by.words, basis: "represented" };
    const own = this.layers.entities[by.entity].kind !== "person";
    return {
      entity: state.index,
      name: state.name,
      code,
      party: by.party ?? code,
      words: by.words,
      basis: own ? by.basis : "represented",
    };
  }

  private member(e: Entity, by: Actor): Actor {
    return { entity: e.index, name: e.name, code: e.code, party: e.party, words: by.words, basis: "plural" };
  }
}

interface Known {
  readonly states: ReadonlyMap<string, Entity>;
  /** First entity that lies in a country, by its code. */
  readonly places: ReadonlyMap<string, Entity>;
  /** Movements by country and sector. */
  readonly movements: ReadonlyMap<string, readonly Entity[]>;
}

const cache = new WeakMap<readonly Entity[], Known>();

/** Entities of an article by code, looked up once. */
function known({ entities }: Layers): Known {
  const old = cache.get(entities);
  if (old !== undefined) return old;
  const states = new Map<string, Entity>();
  const places = new Map<string, Entity>();
  const movements = new Map<string, Entity[]>();
  for (const e of entities) {
    if (e.country !== null && !places.has(e.country)) places.set(e.country, e);
    if (e.code === null) continue;
    if (COUNTRY.has(e.kind) && !states.has(e.code)) states.set(e.code, e);
    if (e.kind === "person" || e.lexiconKey === null) continue;
    const key = `${e.code} ${e.sector}`;
    movements.set(key, [...(movements.get(key) ?? []), e]);
  }
  const made = { states, places, movements };
  cache.set(entities, made);
  return made;
}

const sortKey = (a: Actor): string => `${a.code ?? ""} ${a.name}`;
