import { z } from "zod";
import { type Concept, concepts, equilibriumRankings, inverse, reasonsToStay } from "../../conflict/index.js";
import { CoreError } from "../../text/index.js";
import { useCase } from "../use-case.js";
import { findMaker, findState, loadModel } from "./load.js";
import { makerInput, modelPath, stateInput, stateSchema } from "./schema.js";
import { type Loaded, nameState, type StateName, showState } from "./telling/index.js";

/** Exact numbers of rankings; too large for JSON numbers. */
interface Count {
  readonly stable: string;
  readonly of: string;
  /** Share in percent, to one decimal place. */
  readonly percent: number;
}

interface InverseLine {
  readonly maker: string;
  readonly concept: Concept;
  /** Whether it stays with the preferences that the model gives it. */
  readonly staysNow: boolean;
  /**
   * What its order must satisfy: every entry, by one of its alternatives; an alternative holds where the state is at least as good as
   * each of these. Empty: every order will do.
   */
  readonly conditions: readonly (readonly (readonly StateName[])[])[];
  readonly text: string;
  readonly strict: Count | null;
  readonly withTies: Count | null;
  /** Strict orders that make the state hold for all, the others' preferences given; null in larger models. */
  readonly equilibrium: Count | null;
}

interface Output {
  readonly model: string;
  readonly state: StateName;
  readonly states: number;
  readonly items: readonly InverseLine[];
  readonly next: null;
}

/** Most states for which conditions are worked out: they are compared pair by pair. */
const STATES = 4096;

const count = z.strictObject({ stable: z.string(), of: z.string(), percent: z.number() }).nullable();

/** Which orders of preference would make a decision maker stay in a state. */
export const inverseModel = useCase({
  name: "model inverse",
  summary:
    "Say which orders of preference would make each side stay in a state, and how many of all orders do",
  group: "model",
  input: z.object({
    model: modelPath,
    state: stateInput,
    maker: makerInput,
    concept: z
      .enum(concepts as [Concept, ...Concept[]])
      .optional()
      .describe("only this idea of a reason to stay (default: all five)"),
  }),
  local: { model: "example" },
  positional: ["model", "state"],
  output: z.strictObject({
    model: z.string(),
    state: stateSchema,
    states: z.number(),
    items: z.array(
      z.strictObject({
        maker: z.string(),
        concept: z.enum(concepts as [Concept, ...Concept[]]),
        staysNow: z.boolean(),
        conditions: z.array(z.array(z.array(stateSchema))),
        text: z.string(),
        strict: count,
        withTies: count,
        equilibrium: count,
      }),
    ),
    next: z.null(),
  }) as unknown as z.ZodType<Output>,
  example:
    "rapporteur model inverse examples/japan-russia/model.conflict two-islands,assure,hand-over,undertake --maker USA",
  async run(input) {
    const model = await loadModel(input.model);
    const { file, game } = model;
    if (game.states.length > STATES)
      throw new CoreError("MODEL_TOO_LARGE", `${game.states.length} states; ${STATES} is the most here.`, {
        file: input.model,
      });
    const s = findState(model, input.state);
    const makers = input.maker === undefined ? file.makers.keys() : [findMaker(model, input.maker)];
    const wanted = input.concept === undefined ? concepts : [input.concept];
    return {
      model: model.path,
      state: nameState(model, s),
      states: game.states.length,
      items: [...makers].flatMap((i) => wanted.map((concept) => line(model, i, s, concept))),
      next: null,
    };
  },
  render: (out) => ({
    lead: [
      `Which orders of preference make a side stay in ${showState(out.state)}, the others' as they are?`,
    ],
    columns: ["side", "concept", "stays now", "stays where", "strict orders", "with ties", "all then stay"],
    rows: out.items.map((l) => [
      l.maker,
      l.concept,
      l.staysNow ? "yes" : "no",
      l.text,
      show(l.strict),
      show(l.withTies),
      show(l.equilibrium),
    ]),
    tail: [
      `Of all orders of the ${out.states} states. Exact numbers: --format json. “-”: too many states to count.`,
      "“all then stay”: strict orders with which the state holds for every side, whose own reasons may hang on that order.",
    ],
  }),
});

function line(model: Loaded, i: number, s: number, concept: Concept): InverseLine {
  const { file, game } = model;
  const found = inverse(game, i, s, concept);
  const all = equilibriumRankings(game, i, s, concept);
  return {
    maker: file.makers[i].code,
    concept,
    staysNow: reasonsToStay(game, i, s, [concept]).stable.get(concept) === true,
    conditions: found.clauses.map((c) => c.map((a) => a.map((t) => nameState(model, t)))),
    text: inWords(model, s, found.clauses),
    strict: counted(found.strict),
    withTies: counted(found.withTies),
    equilibrium: counted(all),
  };
}

/** Most conditions and alternatives that are told; all are in JSON. */
const TOLD = 4;

function inWords(model: Loaded, s: number, clauses: readonly (readonly (readonly number[])[])[]): string {
  if (clauses.length === 0) return "any order will do";
  const some = (list: readonly string[], last: string): string =>
    list.length > TOLD
      ? `${list.slice(0, TOLD).join(last)}${last}${list.length - TOLD} more`
      : list.join(last);
  const number = (t: number): string => String(nameState(model, t).number);
  const told = clauses.map((c) =>
    c.length === 0
      ? "no order will do"
      : some(
          c.map((a) => (a.length === 1 ? number(a[0]) : `all of ${a.map(number).join(" ")}`)),
          " or ",
        ),
  );
  const joined = some(
    told.map((t) => (told.length > 1 && t.includes(" ") ? `(${t})` : t)),
    " and ",
  );
  return told.includes("no order will do")
    ? "no order will do"
    : `${number(s)} is at least as good as ${joined}`;
}

function counted(found: { readonly stable: bigint; readonly of: bigint } | null): Count | null {
  if (found === null) return null;
  const percent = Number((found.stable * 100_000n) / found.of) / 1000;
  return { stable: String(found.stable), of: String(found.of), percent: Math.round(percent * 10) / 10 };
}

const show = (c: Count | null): string =>
  c === null ? "-" : c.of.length <= 6 ? `${c.stable} of ${c.of}` : `${c.percent} %`;
