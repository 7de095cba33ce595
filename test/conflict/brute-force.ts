import type { GraphModel, PreferenceStatement } from "../../src/conflict/index.js";

/**
 * A solver written from the definitions alone, for small models: states are strings of Y and N, everything is looked for by trying, and
 * nothing of the module under test is used but its types.
 */
export interface BruteForce {
  /** Feasible states by ascending decimal. */
  readonly states: readonly string[];
  /** Positive where decision maker i prefers a to b. */
  compare(i: number, a: string, b: string): number;
  /** States that a group reaches by legal sequences of moves; `improving`: each betters its mover. */
  together(group: readonly number[], s: string, improving: boolean): ReadonlySet<string>;
  stable(i: number, s: string): Readonly<Record<"NASH" | "GMR" | "SMR" | "SEQ" | "SIM", boolean>>;
}

const matches = (state: string, pattern: string): boolean =>
  [...pattern].every((c, k) => c === "-" || c === state[k]);

function satisfies(state: string, s: PreferenceStatement): boolean {
  if (typeof s === "string") return matches(state, s);
  if ("any" in s) return s.any.some((part) => satisfies(state, part));
  if ("if" in s) return satisfies(state, s.if[0]) || !satisfies(state, s.if[1]);
  return satisfies(state, s.iff[0]) === satisfies(state, s.iff[1]);
}

/** Remembers what a function of a decision maker and a state gave. */
function once<T>(f: (i: number, s: string) => T): (i: number, s: string) => T {
  const kept = new Map<string, T>();
  return (i, s) => {
    const key = `${i} ${s}`;
    const value = kept.get(key) ?? f(i, s);
    kept.set(key, value);
    return value;
  };
}

export function bruteForce(model: GraphModel): BruteForce {
  const { options, decisionMakers, infeasible } = model;
  const everyone = decisionMakers.map((_, k) => k);
  const all = Array.from({ length: 2 ** options.length }, (_, n) =>
    options.map((_, k) => (Math.floor(n / 2 ** k) % 2 === 1 ? "Y" : "N")).join(""),
  );
  const states = all.filter((s) => !infeasible.some((p) => matches(s, p)));

  const compare = (i: number, a: string, b: string): number => {
    const { statements, ranking } = decisionMakers[i];
    if (ranking !== null) {
      const place = (s: string): number => {
        const n = states.indexOf(s) + 1;
        return ranking.findIndex((e) => (typeof e === "number" ? e === n : e.includes(n)));
      };
      return place(b) - place(a);
    }
    for (const statement of statements ?? []) {
      const by = Number(satisfies(a, statement)) - Number(satisfies(b, statement));
      if (by !== 0) return by;
    }
    return 0;
  };

  const sees = (i: number, s: string): boolean =>
    !(decisionMakers[i].misperceived ?? []).some((p) => matches(s, p));
  /** One option at a time: whose it is, and whether it may change that way. */
  const legal = (i: number, from: string, to: string): boolean =>
    from !== to &&
    sees(i, from) &&
    sees(i, to) &&
    options.every((o, k) => {
      if (from[k] === to[k]) return true;
      if (!decisionMakers[i].options.includes(k)) return false;
      return o.direction === "both" || (o.direction === "fwd") === (to[k] === "Y");
    });
  const reach = once((i: number, s: string): string[] => states.filter((t) => legal(i, s, t)));
  const improve = once((i: number, s: string): string[] => reach(i, s).filter((t) => compare(i, t, s) > 0));

  /** States reached from s by a group, no one moving twice in succession: all pairs (state, last mover) until no new one is found. */
  const together = (group: readonly number[], s: string, improving: boolean): Set<string> => {
    const step = improving ? improve : reach;
    const pairs = new Map<string, readonly [string, number]>();
    const add = (t: string, k: number): void => void pairs.set(`${t} ${k}`, [t, k]);
    for (const k of group) for (const t of step(k, s)) add(t, k);
    for (let before = -1; before !== pairs.size; ) {
      before = pairs.size;
      for (const [t, last] of [...pairs.values()])
        for (const k of group) if (k !== last) for (const u of step(k, t)) add(u, k);
    }
    return new Set([...pairs.values()].map(([t]) => t));
  };

  /** Every choice of improvements by at least one of the others, laid over t; only feasible outcomes. */
  const atOnce = (i: number, s: string, t: string): string[] => {
    let outcomes: { state: string; moved: boolean }[] = [{ state: t, moved: false }];
    for (const k of everyone.filter((k) => k !== i))
      outcomes = outcomes.flatMap((o) => [
        o,
        ...improve(k, s).map((u) => ({
          state: [...o.state].map((c, at) => (decisionMakers[k].options.includes(at) ? u[at] : c)).join(""),
          moved: true,
        })),
      ]);
    return outcomes.filter((o) => o.moved && states.includes(o.state)).map((o) => o.state);
  };

  return {
    states,
    compare,
    together,
    stable(i, s) {
      const others = everyone.filter((k) => k !== i);
      const bad = (u: string): boolean => compare(i, u, s) <= 0;
      const better = improve(i, s);
      const met = (answers: (t: string) => Iterable<string>, hurts: (u: string) => boolean): boolean =>
        better.every((t) => [...answers(t)].some(hurts));
      return {
        NASH: better.length === 0,
        GMR: met((t) => together(others, t, false), bad),
        SMR: met(
          (t) => together(others, t, false),
          (u) => bad(u) && reach(i, u).every(bad),
        ),
        SEQ: met((t) => together(others, t, true), bad),
        SIM: met((t) => atOnce(i, s, t), bad),
      };
    },
  };
}
