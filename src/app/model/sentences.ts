import {
  blockedImprovements,
  type Concept,
  coalitionImprovements,
  deciding,
  type MetImprovement,
  movesOf,
  reasonsToStay,
  type Sanction,
} from "../../conflict/index.js";
import { type Links, type Reason, reason, showReason } from "./basis.js";
import { type Loaded, nameState, showState } from "./load.js";

/** One sentence of an explanation with the preferences it rests on. */
export interface Sentence {
  readonly kind: "stays" | "sanctioned" | "leaves" | "together" | "blocked" | "closed";
  /** Codes of those it is about: who stays or leaves, who moves together, who blocks. */
  readonly about: readonly string[];
  readonly text: string;
  readonly reasons: readonly Reason[];
}

const names = (list: readonly string[]): string =>
  list.length < 2 ? (list[0] ?? "") : `${list.slice(0, -1).join(", ")} and ${list[list.length - 1]}`;

/** What each of the others does of its own in a concept, in words. */
const responses: Readonly<Record<Concept, string>> = {
  NASH: "no response counts",
  GMR: "the others would answer even to their own cost",
  SMR: "the others would answer even to their own cost, and it could not then get out of it",
  SEQ: "the others would answer, each move to the mover's own good",
  SIM: "the others would move at the same time",
};

/** Why a state holds or does not for one decision maker, one sentence for each move it would like. */
export function whyStays(model: Loaded, i: number, s: number, concept: Concept, found: Links): Sentence[] {
  const { game, file } = model;
  const { name, code } = file.makers[i];
  const reasons = reasonsToStay(game, i, s, [concept]);
  if (reasons.improvements.length === 0) {
    const moves = movesOf(game, i, s).length;
    const text =
      moves === 0
        ? `${name} stays: it has no move of its own here.`
        : `${name} stays: none of its ${moves} move${moves === 1 ? "" : "s"} leads to anything it likes better.`;
    const best = movesOf(game, i, s).map((t) => reason(model, i, deciding(game, i, s, t), found));
    return [{ kind: "stays", about: [code], text, reasons: unique(best) }];
  }
  return reasons.improvements.map((m) => improvement(model, i, s, m, concept, found));
}

function improvement(
  model: Loaded,
  i: number,
  s: number,
  { to, met }: MetImprovement,
  concept: Concept,
  found: Links,
): Sentence {
  const { game, file } = model;
  const { name, code } = file.makers[i];
  const gain = reason(model, i, deciding(game, i, s, to), found);
  const likes = `${name} would like ${showState(nameState(model, to))} better${gain === null ? "" : ` (${showReason(gain)})`}`;
  const sanction = met.get(concept) ?? null;
  if (sanction === null) {
    const text = `${likes}, and ${concept === "NASH" ? "can go there alone" : `nothing the others do takes that away (${concept}: ${responses[concept]})`}: it leaves.`;
    return { kind: "leaves", about: [code], text, reasons: unique([gain]) };
  }
  const loss = reason(model, i, deciding(game, i, s, sanction.to), found);
  const worse = game.ranks[i][sanction.to] < game.ranks[i][s];
  const end = worse
    ? `which hurts ${name}${loss === null ? "" : ` (${showReason(loss)})`}`
    : `which ${name} likes no better than now`;
  const movers = sanction.path.length > 0 ? sanction.path : sanction.together;
  const theirs = movers.map((step, k) =>
    reason(
      model,
      step.mover,
      deciding(game, step.mover, sanction.path.length === 0 ? s : k === 0 ? to : movers[k - 1].to, step.to),
      found,
    ),
  );
  const text = `${likes}, but ${answer(model, sanction)}, ${end}: it stays (${concept}).`;
  return { kind: "sanctioned", about: [code], text, reasons: unique([gain, worse ? loss : null, ...theirs]) };
}

function answer(model: Loaded, { path, together, to }: Sanction): string {
  const name = (k: number): string => model.file.makers[k].name;
  const there = showState(nameState(model, to));
  if (path.length === 0)
    return `${names(together.map((t) => name(t.mover)))} would move at the same time, to ${there}`;
  const steps = path.map(
    (p, k) => `${k === 0 ? "" : "then "}${name(p.mover)} would go to ${showState(nameState(model, p.to))}`,
  );
  return steps.join(", ");
}

/** What groups could do together, and what all but one would like and who stands in the way. At most `most` sentences of each. */
export function joint(model: Loaded, s: number, found: Links, most = 6): Sentence[] {
  const { game, file } = model;
  const out: Sentence[] = [];
  for (const { members, to } of coalitionImprovements(game, s)) {
    const who = members.map((k) => file.makers[k]);
    const first = to.slice(0, 3).map((t) => showState(nameState(model, t)));
    const more = to.length > 3 ? ` and ${to.length - 3} more` : "";
    out.push({
      kind: "together",
      about: who.map((w) => w.code),
      text: `${names(who.map((w) => w.name))} could go together to ${first.join(" or ")}${more}, which each of them likes better.`,
      reasons: unique(members.map((k) => reason(model, k, deciding(game, k, s, to[0]), found))),
    });
    if (out.length === most) break;
  }
  const blocked = blockedImprovements(game, s);
  for (const { to, blocker } of blocked.slice(0, most)) {
    const others = file.makers.filter((_, k) => k !== blocker).map((m) => m.name);
    const block = reason(model, blocker, deciding(game, blocker, s, to), found);
    const gains = file.makers.map((_, k) =>
      k === blocker ? null : reason(model, k, deciding(game, k, s, to), found),
    );
    out.push({
      kind: "blocked",
      about: [file.makers[blocker].code],
      text: `${names(others)} would like ${showState(nameState(model, to))} better; ${file.makers[blocker].name} blocks it${block === null ? "" : ` (${showReason(block)})`}.`,
      reasons: unique([block, ...gains]),
    });
  }
  if (out.length === 0)
    out.push({
      kind: "closed",
      about: [],
      text: "No group could leave it to the gain of each member, and nothing that all but one like better is in reach.",
      reasons: [],
    });
  return out;
}

function unique(reasons: readonly (Reason | null)[]): Reason[] {
  return [...new Map(reasons.flatMap((r) => (r === null ? [] : [[showReason(r), r] as const]))).values()];
}
