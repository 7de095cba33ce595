import {
  blockedImprovements,
  type CoalitionImprovement,
  type Concept,
  coalitionImprovements,
  deciding,
  type MetImprovement,
  movesOf,
  reasonsToStay,
} from "../../conflict/index.js";
import { type Links, type Reason, reason, showReason } from "./basis.js";
import { type Loaded, nameState, showState } from "./load.js";
import { names, tellMove, tellWay } from "./moves.js";

/** One sentence of an explanation with the preferences it rests on. */
export interface Sentence {
  readonly kind: "stays" | "sanctioned" | "leaves" | "together" | "blocked" | "closed";
  /** Codes of those it is about: who stays or leaves, who moves together, who blocks. */
  readonly about: readonly string[];
  readonly text: string;
  readonly reasons: readonly Reason[];
}

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
    sanction.path.length === 0 ? `${names(told)} at the same time` : `then ${told.join(", then ")}`;
  const text = `${likes}; but ${answer}, ${end}, in ${showState(nameState(model, sanction.to))}: ${leaves ? "not that way" : "it stays"} (${concept}).`;
  return {
    kind: "sanctioned",
    about: [code],
    text,
    reasons: unique([gain, worse ? loss : null, ...theirs.map((t) => t.why)]),
  };
}

/** Groups that could leave to the gain of each, without those that only add idle members to a smaller group. */
export function telling(all: readonly CoalitionImprovement[]): CoalitionImprovement[] {
  return all.filter(
    ({ members, to }) =>
      !all.some(
        (c) =>
          c.members.length < members.length &&
          c.members.every((k) => members.includes(k)) &&
          to.every((t) => c.to.includes(t)),
      ),
  );
}

/** What groups could do together, and what all but one would like and who stands in the way. At most `most` groups. */
export function joint(model: Loaded, s: number, found: Links, most = 6): Sentence[] {
  const { game, file } = model;
  const out: Sentence[] = [];
  const groups = telling(coalitionImprovements(game, s));
  for (const { members, to } of groups.slice(0, most)) {
    const who = members.map((k) => file.makers[k]);
    const first = to.slice(0, STATES).map((t) => showState(nameState(model, t)));
    const more = moreStates(to);
    const way = tellWay(model, members, s, to[0]);
    out.push({
      kind: "together",
      about: who.map((w) => w.code),
      text: `${names(who.map((w) => w.name))} could go together to ${names(first, "or")}${more}, which each of them likes better${way === null ? "" : `; to the first: ${way}`}.`,
      reasons: unique(members.map((k) => reason(model, k, deciding(game, k, s, to[0]), found))),
    });
  }
  if (groups.length > most)
    out.push({
      kind: "together",
      about: [],
      text: `${groups.length - most} more groups could leave it together.`,
      reasons: [],
    });
  out.push(...blocked(model, s, found));
  if (out.length === 0)
    out.push({
      kind: "closed",
      about: [],
      text: "No group could leave it to the gain of each member, and nothing that all but one like better is in reach.",
      reasons: [],
    });
  return out;
}

/** Most states named in one sentence. */
export const STATES = 3;

export const moreStates = ({ length }: readonly unknown[]): string =>
  length <= STATES ? "" : ` (and ${length - STATES} more)`;

/** What all but one would like, one sentence for each that stands in the way and each preference by which it does. */
function blocked(model: Loaded, s: number, found: Links): Sentence[] {
  const { game, file } = model;
  const groups = new Map<string, { blocker: number; why: Reason | null; to: number[] }>();
  const together = coalitionImprovements(game, s);
  for (const { to, blocker } of blockedImprovements(game, s)) {
    // Where the others get there without it, it loses but blocks nothing.
    if (together.some((c) => !c.members.includes(blocker) && c.to.includes(to))) continue;
    const why = reason(model, blocker, deciding(game, blocker, s, to), found);
    const key = `${blocker} ${why === null ? "" : showReason(why)}`;
    const group = groups.get(key) ?? { blocker, why, to: [] };
    group.to.push(to);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ blocker, why, to }) => {
    const others = file.makers.filter((_, k) => k !== blocker);
    const shown = to.slice(0, STATES).map((t) => showState(nameState(model, t)));
    const more = moreStates(to);
    const gains = file.makers.map((_, k) =>
      k === blocker ? null : reason(model, k, deciding(game, k, s, to[0]), found),
    );
    return {
      kind: "blocked",
      about: [file.makers[blocker].code],
      text: `${names(others.map((m) => m.name))} would like ${names(shown, "or")}${more} better; ${file.makers[blocker].name} blocks ${to.length === 1 ? "it" : "them"}${why === null ? "" : ` (${showReason(why)})`}.`,
      reasons: unique([why, ...gains]),
    };
  });
}

function unique(reasons: readonly (Reason | null)[]): Reason[] {
  return [...new Map(reasons.flatMap((r) => (r === null ? [] : [[showReason(r), r] as const]))).values()];
}
