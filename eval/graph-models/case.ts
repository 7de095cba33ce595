import type { CoalitionConcept, Concept, GraphModel } from "../../src/conflict/index.js";

type Ranking = readonly (number | readonly number[])[];

/** One vector: a model, and what is known of it. States are numbered from 1 by ascending decimal. */
export interface Case {
  readonly id: string;
  readonly model: GraphModel;
  readonly statusQuo?: number;
  readonly states: readonly { readonly n: number; readonly decimal: number }[];
  readonly rankings: Readonly<Record<string, Ranking>>;
  readonly moves: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  readonly improvements: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  readonly expected: {
    readonly stableStates: Readonly<Record<Concept, Readonly<Record<string, readonly number[]>>>>;
    readonly equilibria: Readonly<Record<Concept, readonly number[]>>;
    readonly equilibriaSEQorSIM: readonly number[];
    readonly equilibriaIfSanctionMustBeStrict: "same" | Readonly<Record<Concept, readonly number[]>>;
    readonly coalitionAsOneDM?: {
      readonly coalition: readonly string[];
      readonly equilibria: Readonly<Record<CoalitionConcept, readonly number[]>>;
    };
    readonly jointImprovementsByCoalition?: Readonly<
      Record<string, readonly { readonly coalition: readonly string[]; readonly to: readonly number[] }[]>
    >;
    readonly fromStatusQuo?: {
      readonly byImprovements: Readonly<
        Record<string, { readonly path: readonly (readonly [string, number])[] }>
      >;
      readonly byAnyMoves: Readonly<Record<string, number>>;
    };
    readonly blockedJointImprovements?: readonly { readonly to: number; readonly blocker: string }[];
    readonly onePreferenceEdit?: readonly unknown[];
    readonly whatIf_USUndertakingGiven?: {
      readonly statusQuo: string;
      readonly statusQuoNashFor: readonly string[];
      readonly jointImprovements: readonly {
        readonly coalition: readonly string[];
        readonly toYN: readonly string[];
      }[];
      readonly settlement: string;
      readonly settlementIs: Readonly<Record<Concept, boolean>>;
    };
    readonly onePreferenceEditTried?: number;
    readonly rankingFromStatements?: Readonly<Record<string, Ranking>>;
    readonly inverse?: {
      readonly varied: readonly [string];
      readonly profiles: number;
      readonly profilesForWhichStateIsEquilibrium: Readonly<
        Record<string, Readonly<Record<"nash" | "gmr" | "smr" | "seq", number>>>
      >;
    };
  };
}

export const normal = (entries: Ranking): (number | number[])[] =>
  entries.map((e) => (typeof e === "number" ? e : e.length === 1 ? e[0] : [...e].sort((a, b) => a - b)));
