import fc from "fast-check";
import type { GraphModel, PreferenceStatement } from "../../src/conflict/index.js";

/** Random conflicts with `options` options among `owners` decision makers: directions, infeasible patterns, misperceived ones. */
export const randomModel = (options: number, owners: number): fc.Arbitrary<GraphModel> => {
  const pattern = fc
    .array(fc.constantFrom("Y", "N", "-", "-"), { minLength: options, maxLength: options })
    .map((c) => c.join(""));
  const statement: fc.Arbitrary<PreferenceStatement> = fc.oneof(
    { weight: 4, arbitrary: pattern },
    { weight: 1, arbitrary: fc.array(pattern, { minLength: 1, maxLength: 3 }).map((any) => ({ any })) },
    { weight: 1, arbitrary: fc.tuple(pattern, pattern).map((pair) => ({ if: pair })) },
    { weight: 1, arbitrary: fc.tuple(pattern, pattern).map((pair) => ({ iff: pair })) },
  );
  return fc
    .record({
      directions: fc.array(fc.constantFrom("both", "both", "both", "fwd", "back"), {
        minLength: options,
        maxLength: options,
      }),
      owner: fc.array(fc.nat({ max: owners - 1 }), { minLength: options, maxLength: options }),
      statements: fc.array(fc.array(statement, { minLength: 1, maxLength: 6 }), {
        minLength: owners,
        maxLength: owners,
      }),
      infeasible: fc.array(
        pattern.filter((p) => (p.match(/-/g) ?? []).length <= options - 2),
        { maxLength: 2 },
      ),
      blind: fc.array(fc.option(pattern.filter((p) => p.includes("Y"))), {
        minLength: owners,
        maxLength: owners,
      }),
    })
    .map(({ directions, owner, statements, infeasible, blind }) => ({
      options: directions.map((direction, k) => ({
        name: `option ${k}`,
        direction: direction as "both" | "fwd" | "back",
      })),
      decisionMakers: statements.map((list, d) => ({
        name: `side ${d}`,
        options: owner.flatMap((o, k) => (o === d ? [k] : [])),
        statements: list,
        ranking: null,
        ...(blind[d] === null ? {} : { misperceived: [blind[d]] }),
      })),
      infeasible,
    }));
};
