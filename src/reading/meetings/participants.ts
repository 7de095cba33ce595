import type { Layers } from "../layers.js";
import type { Actor, Entity } from "../types.js";

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
      const side = sideOf(e, code);
      this.put(side, side === code ? this.state(code, a) : this.own(side, { ...a, code }));
    }
    return this;
  }

  /** Whether somebody stands for one of the parties. */
  has(a: Actor): boolean {
    const e = this.layers.entities[a.entity];
    const code = e?.office?.of ?? a.code ?? e?.code ?? null;
    return code !== null && this.byKey.has(sideOf(e, code));
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

  /** A side that is no state, by its own entity where the text names it. */
  private own(side: string, by: Actor): Actor {
    const e = known(this.layers).sides.get(side);
    if (e === undefined || e.index === by.entity) return by;
    return {
      entity: e.index,
      name: e.name,
      code: e.code,
      party: side,
      words: by.words,
      basis: "represented",
    };
  }

  /** The state of that code, named in the text or not. */
  private state(code: string, by: Actor): Actor {
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
  /** Organisations, movements and lands that are sides of their own, by party. */
  readonly sides: ReadonlyMap<string, Entity>;
}

const cache = new WeakMap<readonly Entity[], Known>();

/** Entities of an article by code, looked up once. */
function known({ entities }: Layers): Known {
  const old = cache.get(entities);
  if (old !== undefined) return old;
  const states = new Map<string, Entity>();
  const places = new Map<string, Entity>();
  const sides = new Map<string, Entity>();
  for (const e of entities) {
    if (e.country !== null && !places.has(e.country)) places.set(e.country, e);
    if (e.code === null) continue;
    if (COUNTRY.has(e.kind) && !states.has(e.code)) states.set(e.code, e);
    if (e.kind === "person" || e.kind === "group" || e.party === null || e.party === e.code) continue;
    if (!sides.has(e.party)) sides.set(e.party, e);
  }
  const made = { states, places, sides };
  cache.set(entities, made);
  return made;
}

/** What somebody is or speaks for, as `Entity.party`; who stands for a country stands for the one of his office. */
const sideOf = (e: Entity, code: string): string => (e.party === null || e.party === e.code ? code : e.party);

const sortKey = (a: Actor): string => `${a.code ?? ""} ${a.name}`;
