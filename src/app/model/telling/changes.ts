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
} from "../../../conflict/index.js";
import { listed } from "../../../text/index.js";
import { type Links, listOf, type Reason, reason } from "./basis.js";
import { type Loaded, nameState, type StateName, showState } from "./state.js";
import { moreStates, STATES, telling } from "./together.js";

/** One edit, made after those before it: `at` counts from 0 in the list as they left it; a swap exchanges `at` and `at + 1`. */
export interface ChangeEdit {
  readonly kind: Edit["kind"];
  readonly maker: string;
  readonly at: number;
  readonly text: string;
}

/** A small change of preferences that turns the answer, and what it opens. */
export interface Change {
  readonly edits: readonly ChangeEdit[];
  readonly condition: string;
  readonly opens: string;
  /** Both as one sentence. */
  readonly text: string;
  /** Who would then leave the state alone, and what groups could go to together. */
  readonly leavers: readonly string[];
  readonly joint: readonly { readonly members: readonly string[]; readonly to: readonly StateName[] }[];
  /** Of the states a group could go to, those in which all would then stay. */
  readonly lasting: readonly StateName[];
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
  const parts: ChangeEdit[] = [];
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
    parts.push({ kind, maker: code, at, text });
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
  const joint = telling(ways.joint).map((c) => ({
    members: c.members.map((k) => file.makers[k].code),
    to: c.to.map((t) => nameState(model, t)),
  }));
  const condition = `If ${parts.map((p) => p.text).join(", and ")}`;
  const targets = [...new Set(ways.joint.flatMap((c) => c.to))].sort((a, b) => a - b);
  const lasting = targets
    .filter((t) => file.makers.every((_, i) => reasonsToStay(then, i, t, [concept]).stable.get(concept)))
    .map((t) => nameState(model, t));
  const opens = opened(model, ways, joint, lasting);
  return {
    edits: parts,
    condition,
    opens,
    text: `${condition}: ${opens}`,
    leavers: ways.leavers.map((k) => file.makers[k].code),
    joint,
    lasting,
    minimal,
    reasons: [...new Map(reasons.map((r) => [r.line, r])).values()],
  };
}

function opened(
  model: Loaded,
  ways: ReturnType<typeof waysOut>,
  joint: Change["joint"],
  lasting: Change["lasting"],
): string {
  const name = (code: string): string => model.file.makers.find((m) => m.code === code)?.name ?? code;
  const parts = [
    ...ways.leavers.map((k) => `${model.file.makers[k].name} would leave alone`),
    ...joint
      .slice(0, 2)
      .map(
        (j) =>
          `${listed(j.members.map(name))} could go together to ${listed(j.to.slice(0, STATES).map(showState), "or")}${moreStates(j.to)}`,
      ),
    ...(joint.length > 2 ? [`${joint.length - 2} more groups could leave together`] : []),
  ];
  if (parts.length === 0) return "nothing would lead out of it.";
  const stay =
    lasting.length === 0
      ? ""
      : `, where all would stay in ${listed(lasting.slice(0, STATES).map((s) => String(s.number)))}`;
  return `${parts.join("; ")}${joint.length === 0 ? "" : stay || ", where not all would stay"}.`;
}

/** Small changes that are no part of one another, one for each thing they open; fewest edits first, a swap before a drop. */
export function smallest(all: Changes, most: number): { readonly change: Change; readonly others: number }[] {
  const drops = (c: Change): number => c.edits.filter((e) => e.kind === "drop").length;
  const byOpening = new Map<string, Change[]>();
  for (const c of all.items) if (c.minimal) byOpening.set(c.opens, [...(byOpening.get(c.opens) ?? []), c]);
  const order = (a: Change, b: Change): number => a.edits.length - b.edits.length || drops(a) - drops(b);
  return [...byOpening.values()]
    .map((same) => ({ change: same.sort(order)[0], others: same.length - 1 }))
    .sort((a, b) => order(a.change, b.change))
    .slice(0, most);
}
