import { z } from "zod";
import { coalitionImprovements, concepts, reasonsToStay, solveMisperceptions } from "../../conflict/index.js";
import { useCase } from "../use-case.js";
import { links } from "./links.js";
import { findState, loadModel } from "./load.js";
import {
  changeSchema,
  conceptInput,
  groundSchema,
  knownInput,
  modelPath,
  sentenceSchema,
  stateInput,
  stateSchema,
} from "./schema.js";
import {
  type Change,
  changes,
  type Ground,
  groundLines,
  grounds,
  joint,
  nameState,
  ownPicture,
  type Reason,
  type Sentence,
  type StateName,
  showReason,
  showState,
  smallest,
  tally,
  verdict,
  whyStays,
} from "./telling/index.js";

export interface Explanation {
  readonly model: string;
  readonly state: StateName;
  readonly concept: string;
  readonly verdict: string;
  /** Whether each side stays and no group can leave it to the gain of each member. */
  readonly holds: boolean;
  /** What the state is made of: the options taken, with what each rests on. */
  readonly options: readonly {
    readonly id: string;
    readonly text: string;
    readonly maker: string;
    readonly grounds: readonly Ground[];
  }[];
  readonly makers: readonly {
    readonly code: string;
    readonly name: string;
    readonly stays: readonly string[];
    readonly sentences: readonly Sentence[];
  }[];
  readonly joint: readonly Sentence[];
  /** Smallest changes of preference that would open a way, one for each way; null where trying them all would take too long. */
  readonly openings: readonly (Change & { readonly others: number })[] | null;
  readonly tried: { readonly one: number; readonly two: number } | null;
  readonly follows: string;
}

/** Above this many states x tried lists the small changes are left to `model robustness`. */
const WORK = 3_000_000;

/** Why a state holds or does not, in sentences, each with the preferences and the words it rests on. */
export const explainModel = useCase({
  name: "model explain",
  summary:
    "Say why a state holds: for each party, who would answer what, who blocks, and what would open a way",
  group: "model",
  input: z.object({ model: modelPath, state: stateInput, concept: conceptInput, asKnownOn: knownInput }),
  local: { model: "example" },
  positional: ["model", "state"],
  output: z.strictObject({
    model: z.string(),
    state: stateSchema,
    concept: z.string(),
    verdict: z.string(),
    holds: z.boolean(),
    options: z.array(
      z.strictObject({ id: z.string(), text: z.string(), maker: z.string(), grounds: z.array(groundSchema) }),
    ),
    makers: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        stays: z.array(z.string()),
        sentences: z.array(sentenceSchema),
      }),
    ),
    joint: z.array(sentenceSchema),
    openings: z.array(changeSchema.extend({ others: z.number() })).nullable(),
    tried: z.strictObject({ one: z.number(), two: z.number() }).nullable(),
    follows: z.string(),
  }) as unknown as z.ZodType<Explanation>,
  example: "rapporteur model explain examples/japan-russia/model.conflict quo",
  async run(input, context) {
    const model = await loadModel(input.model);
    const { game, file } = model;
    const s = findState(model, input.state);
    const found = await links(file, context, { required: false, asKnownOn: input.asKnownOn });
    const reasons = file.makers.map((_, i) => reasonsToStay(game, i, s, concepts));
    const leavers = file.makers.filter((_, i) => reasons[i].stable.get(input.concept) === false);
    const seen = game.model.decisionMakers.some((d) => d.view !== undefined);
    const pictures = seen && game.states.length <= WORK ? solveMisperceptions(game, [input.concept]) : null;
    const statements = game.model.decisionMakers.reduce((n, d) => n + (d.statements?.length ?? 0), 0);
    const all =
      2 * statements * statements * game.states.length <= WORK
        ? changes(model, s, input.concept, found)
        : null;
    return {
      model: model.path,
      state: nameState(model, s),
      concept: input.concept,
      verdict: verdict(
        model,
        s,
        input.concept,
        leavers.map((m) => m.name),
      ),
      holds: leavers.length === 0 && coalitionImprovements(game, s).length === 0,
      options: file.options.flatMap((o, k) =>
        (s >> k) & 1
          ? [{ id: o.id, text: o.text, maker: file.makers[o.maker].code, grounds: grounds(o, found) }]
          : [],
      ),
      makers: file.makers.map(({ code, name }, i) => ({
        code,
        name,
        stays: concepts.filter((c) => reasons[i].stable.get(c)),
        sentences: [
          ...whyStays(model, i, s, input.concept, found),
          ...ownPicture(model, i, s, input.concept, pictures),
        ],
      })),
      joint: joint(model, s, found),
      openings: all && smallest(all, 6).map(({ change, others }) => ({ ...change, others })),
      tried: all?.tried ?? null,
      follows: tally(model, found),
    };
  },
  render: (out) => {
    const lines: string[] = [];
    const cited = new Map<string, Reason>();
    const say = (s: { text: string; reasons: readonly Reason[] }): void => {
      lines.push(`  - ${s.text}`);
      for (const r of s.reasons) cited.set(showReason(r), r);
    };
    for (const m of out.makers) {
      lines.push(`${m.name.toUpperCase()} (stays under: ${m.stays.join(" ") || "none"})`);
      m.sentences.forEach(say);
    }
    lines.push("", "TOGETHER");
    out.joint.forEach(say);
    lines.push("", out.holds ? "WHAT WOULD HAVE TO CHANGE" : "WHAT WOULD MAKE IT HOLD");
    if (out.openings === null)
      lines.push("  - Too many lists to try here: rapporteur model robustness tries them all.");
    else if (out.openings.length === 0)
      lines.push(
        `  - Nothing small: no swap of neighbours and no drop, of one or two preferences, turns it (${out.tried?.one} and ${out.tried?.two} lists tried).`,
      );
    else
      for (const o of out.openings) {
        const more =
          o.others === 0
            ? ""
            : ` ${o.others} other small change${o.others === 1 ? " does" : "s do"} the same.`;
        say({ ...o, text: `${o.text}${more}` });
      }
    lines.push("", "WHAT THIS RESTS ON");
    for (const r of [...cited.values()].sort((a, b) => a.line - b.line))
      lines.push(`  ${showReason(r)}`, ...groundLines(r, "      "));
    return {
      lead: [
        `State ${showState(out.state)}: ${out.verdict}`,
        ...out.options.map((o) => `  ${o.maker} ${o.id}: ${o.text}`),
      ],
      text: lines.join("\n"),
      tail: [out.follows],
    };
  },
});
