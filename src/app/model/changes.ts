import {
  applyEdit,
  type Concept,
  coalitionImprovements,
  type Edit,
  type Game,
  reasonsToStay,
  robustness,
  waysOut,
  withPreferences,
} from "../../conflict/index.js";
import { type Links, listOf, type Reason, reason } from "./basis.js";
import { type Loaded, nameState, type StateName, showState } from "./load.js";

/** A small change of preferences that turns the answer, and what it opens. */
export interface Change {
  readonly edits: readonly { readonly kind: Edit["kind"]; readonly maker: string; readonly text: string }[];
  readonly condition: string;
  readonly opens: string;
  /** Both as one sentence. */
  readonly text: string;
  /** Who would then leave the state alone, and what groups could go to together. */
  readonly leavers: readonly string[];
  readonly joint: readonly { readonly members: readonly string[]; readonly to: readonly StateName[] }[];
  /** Whether no part of it would do. */
  readonly minimal: boolean;
  readonly reasons: readonly Reason[];
}

export interface Changes {
  /** What was asked: whether the state holds, or whether a state is in reach. */
  readonly question: string;
  readonly now: string;
  readonly tried: { readonly one: number; readonly two: number };
  readonly items: readonly Change[];
}

/**
 * Every change of one or two edits of the statement lists that turns the answer. Without `toward` the question is whether the state
 * holds: stable for all under the concept, and no group can leave it to the gain of each. With it: whether all who must move would.
 */
export function changes(
  model: Loaded,
  s: number,
  concept: Concept,
  found: Links,
  options: { readonly toward?: number } = {},
): Changes {
  const { game } = model;
  const { toward } = options;
  const holds = (g: Game): string => {
    if (toward !== undefined)
      return coalitionImprovements(g, s).some((c) => c.to.includes(toward)) || alone(g, s, toward, concept)
        ? "open"
        : "closed";
    const leaves = g.model.decisionMakers.some(
      (_, i) => !reasonsToStay(g, i, s, [concept]).stable.get(concept),
    );
    return leaves || coalitionImprovements(g, s).length > 0 ? "leaves" : "holds";
  };
  const result = robustness(game, holds);
  const from = showState(nameState(model, s));
  return {
    question:
      toward === undefined
        ? `Does ${from} hold: stable for all (${concept}), and no group can leave it to the gain of each member?`
        : `Would one of them, or a group to the gain of each member, go from ${from} to ${showState(nameState(model, toward))}?`,
    now: result.verdict,
    tried: result.tried,
    items: result.changes.map(({ edits, minimal }) => described(model, s, concept, found, edits, minimal)),
  };
}

/** Whether a decision maker would go to a state alone, the concept's answers counted. */
const alone = (g: Game, s: number, to: number, concept: Concept): boolean =>
  g.model.decisionMakers.some((_, i) =>
    reasonsToStay(g, i, s, [concept]).improvements.some((m) => m.to === to && m.met.get(concept) == null),
  );

function described(
  model: Loaded,
  s: number,
  concept: Concept,
  found: Links,
  edits: readonly Edit[],
  minimal: boolean,
): Change {
  const { file, game } = model;
  let lists = game.model.decisionMakers.map((d) => (d.ranking === null ? d.statements : null)) as Parameters<
    typeof applyEdit
  >[0];
  /** Places in the file's list, changed along with the lists. */
  let places = file.makers.map((_, i) => listOf(model, i).statements.map((_, k) => k));
  const parts: { kind: Edit["kind"]; maker: string; text: string }[] = [];
  const reasons: Reason[] = [];
  for (const edit of edits) {
    const { kind, decisionMaker: i, at } = edit;
    const { name, code } = file.makers[i];
    const first = reason(model, i, places[i][at], found) as Reason;
    const second = kind === "swap" ? (reason(model, i, places[i][at + 1], found) as Reason) : null;
    const text =
      second === null
        ? `${name} did not mind about “${first.says}”`
        : `${name} put “${second.says}” before “${first.says}”`;
    parts.push({ kind, maker: code, text });
    reasons.push(first, ...(second === null ? [] : [second]));
    lists = applyEdit(lists, edit);
    places = places.map((list, k) =>
      k !== i
        ? list
        : kind === "drop"
          ? list.filter((_, p) => p !== at)
          : list.map((p, q) => (q === at ? list[at + 1] : q === at + 1 ? list[at] : p)),
    );
  }
  const then = withPreferences(
    game,
    game.model.decisionMakers.map((d, k) => (lists[k] === null ? d : { ...d, statements: lists[k] })),
  );
  const ways = waysOut(then, s, concept);
  const joint = ways.joint.map((c) => ({
    members: c.members.map((k) => file.makers[k].code),
    to: c.to.map((t) => nameState(model, t)),
  }));
  const condition = `If ${parts.map((p) => p.text).join(", and ")}`;
  const opens = opened(model, ways, joint);
  return {
    edits: parts,
    condition,
    opens,
    text: `${condition}: ${opens}`,
    leavers: ways.leavers.map((k) => file.makers[k].code),
    joint,
    minimal,
    reasons: [...new Map(reasons.map((r) => [r.line, r])).values()],
  };
}

function opened(model: Loaded, ways: ReturnType<typeof waysOut>, joint: Change["joint"]): string {
  const name = (code: string): string => model.file.makers.find((m) => m.code === code)?.name ?? code;
  const parts = [
    ...ways.leavers.map((k) => `${model.file.makers[k].name} would leave alone`),
    ...joint
      .slice(0, 2)
      .map(
        (j) =>
          `${j.members.map(name).join(", ")} could go together to ${j.to.slice(0, 2).map(showState).join(" or ")}${j.to.length > 2 ? ` and ${j.to.length - 2} more` : ""}`,
      ),
    ...(joint.length > 2 ? [`${joint.length - 2} more groups could leave together`] : []),
  ];
  return parts.length === 0 ? "nothing would lead out of it." : `${parts.join("; ")}.`;
}

/** Small changes that are no part of one another, fewest edits first; at most `most`. */
export const smallest = (all: Changes, most: number): Change[] =>
  all.items
    .filter((c) => c.minimal)
    .sort((a, b) => a.edits.length - b.edits.length)
    .slice(0, most);
