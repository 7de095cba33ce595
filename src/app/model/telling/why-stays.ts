import {
  type Concept,
  deciding,
  isStable,
  type MetImprovement,
  type Misperception,
  movesOf,
  reasonsToStay,
} from "../../../conflict/index.js";
import { listed } from "../../../text/index.js";
import { type Links, type Reason, reason, showReason } from "./basis.js";
import { tellMove } from "./moves.js";
import { type Sentence, unique } from "./sentence.js";
import { type Loaded, nameState, showState } from "./state.js";

/** Why an improvement stands, in the terms of each concept. */
const unanswered: Readonly<Record<Concept, string>> = {
  NASH: "can do so alone",
  GMR: "no answer of the others takes that away, whatever it would cost them",
  SMR: "no answer of the others takes that away for good, whatever it would cost them",
  SEQ: "no answer that is good for those who give it takes that away",
  SIM: "no moves of the others at the same time take that away",
};

/** Why a state holds or does not for one decision maker, one sentence for each move it would like. */
export function whyStays(model: Loaded, i: number, s: number, concept: Concept, found: Links): Sentence[] {
  const reasons = reasonsToStay(model.game, i, s, [concept]);
  if (reasons.improvements.length === 0) return [contented(model, i, s, found)];
  const leaves = reasons.stable.get(concept) !== true;
  return reasons.improvements.map((m) => improvement(model, i, s, m, { concept, leaves, found }));
}

/** No move betters it: what speaks against each, by preference. */
function contented(model: Loaded, i: number, s: number, found: Links): Sentence {
  const { game, file } = model;
  const { name, code } = file.makers[i];
  const size = (t: number): number => file.options.filter((_, k) => ((s ^ t) >> k) & 1).length;
  const moves = movesOf(game, i, s).sort((a, b) => size(a) - size(b));
  if (moves.length === 0)
    return {
      kind: "stays",
      about: [code],
      text: `${name} stays: it has no move of its own here.`,
      reasons: [],
    };
  const against = new Map<string, { reason: Reason | null; moves: string[] }>();
  for (const t of moves) {
    const why = reason(model, i, deciding(game, i, s, t), found);
    const key = why === null ? "" : showReason(why);
    const entry = against.get(key) ?? { reason: why, moves: [] };
    entry.moves.push(tellMove(model, s, t, "gerund"));
    against.set(key, entry);
  }
  const listed = [...against.values()]
    .sort((a, b) => (a.reason?.place ?? 99) - (b.reason?.place ?? 99))
    .map(({ reason: why, moves: told }) => {
      const more = told.length > MOVES ? [`${told.length - MOVES} more`] : [];
      const list = [...told.slice(0, MOVES), ...more].join(more.length > 0 ? ", " : ", or ");
      return why === null
        ? `${list} would change nothing for it`
        : `${showReason(why)} speaks against ${list}`;
    });
  const few = moves.length === 1 ? "its one move does not lead" : `none of its ${moves.length} moves leads`;
  return {
    kind: "stays",
    about: [code],
    text: `${name} stays: ${few} to anything it likes better. ${listed.join("; ")}.`,
    reasons: unique([...against.values()].map((x) => x.reason)),
  };
}

/** Most moves told for one preference. */
const MOVES = 3;

function improvement(
  model: Loaded,
  i: number,
  s: number,
  { to, met }: MetImprovement,
  { concept, leaves, found }: { concept: Concept; leaves: boolean; found: Links },
): Sentence {
  const { game, file } = model;
  const { name, code } = file.makers[i];
  const gain = reason(model, i, deciding(game, i, s, to), found);
  const likes = `${name} would gain by ${tellMove(model, s, to, "gerund")}${gain === null ? "" : ` (${showReason(gain)})`}`;
  const sanction = met.get(concept) ?? null;
  if (sanction === null) {
    const text = `${likes}, and ${unanswered[concept]} (${concept}): it leaves for ${showState(nameState(model, to))}.`;
    return { kind: "leaves", about: [code], text, reasons: unique([gain]) };
  }
  const loss = reason(model, i, deciding(game, i, s, sanction.to), found);
  const worse = game.ranks[i][sanction.to] < game.ranks[i][s];
  const end = worse
    ? `leaving ${name} worse off than now${loss === null ? "" : ` (${showReason(loss)})`}`
    : `leaving ${name} no better off than now`;
  const movers = sanction.path.length > 0 ? sanction.path : sanction.together;
  const theirs = movers.map((step, k) => {
    const from = sanction.path.length === 0 ? s : k === 0 ? to : movers[k - 1].to;
    const gains = game.ranks[step.mover][step.to] > game.ranks[step.mover][from];
    return {
      ...step,
      from,
      gains,
      why: reason(model, step.mover, deciding(game, step.mover, from, step.to), found),
    };
  });
  const told = theirs.map(({ mover, from, to: next, gains, why }) => {
    const cost =
      why === null || game.ranks[mover][next] === game.ranks[mover][from]
        ? "at no cost to itself"
        : gains
          ? `for its own good, ${showReason(why)}`
          : `to its own cost, ${showReason(why)}`;
    return `${file.makers[mover].name} would ${tellMove(model, from, next)} (${cost})`;
  });
  const answer =
    sanction.path.length === 0 ? `${listed(told)} at the same time` : `then ${told.join(", then ")}`;
  const text = `${likes}; but ${answer}, ${end}, in ${showState(nameState(model, sanction.to))}: ${leaves ? "not that way" : "it stays"} (${concept}).`;
  return {
    kind: "sanctioned",
    about: [code],
    text,
    reasons: unique([gain, worse ? loss : null, ...theirs.map((t) => t.why)]),
  };
}

/** What a decision maker that sees the conflict otherwise would do by its own picture of it. */
export function ownPicture(
  { file }: Loaded,
  i: number,
  s: number,
  concept: Concept,
  pictures: Misperception | null,
): Sentence[] {
  const { name, code } = file.makers[i];
  const own = pictures?.own[i];
  if (own === undefined || own === pictures?.truth) return [];
  const about = file.lists.filter((l) => l.believedBy === i).map((l) => file.makers[l.of].name);
  const unseen = file.never.filter((n) => n.seenBy === i).map((n) => `“${n.text}”`);
  const otherwise = [
    ...(about.length === 0 ? [] : [`ascribes other preferences to ${listed(about)}`]),
    ...(unseen.length === 0 ? [] : [`takes ${listed(unseen)} for impossible`]),
  ];
  const does =
    own.game.feasible[s] !== 1
      ? "does not know this state, nor how to leave it"
      : isStable(own, i, s, concept)
        ? `stays (${concept})`
        : `leaves (${concept})`;
  const text = `${name} ${listed(otherwise)}: in its own picture it ${does}.`;
  return [{ kind: "believes", about: [code], text, reasons: [] }];
}
