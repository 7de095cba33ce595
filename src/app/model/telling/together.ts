import {
  blockedImprovements,
  type CoalitionImprovement,
  coalitionImprovements,
  deciding,
} from "../../../conflict/index.js";
import { listed } from "../../../text/index.js";
import { type Links, type Reason, reason, showReason } from "./basis.js";
import { tellWay } from "./moves.js";
import { type Sentence, unique } from "./sentence.js";
import { type Loaded, nameState, showState } from "./state.js";

/** Groups that could leave to the gain of each, without those that only add idle members to a smaller group. */
export function telling(all: readonly CoalitionImprovement[]): CoalitionImprovement[] {
  const reach = new Map(all.map((c) => [c, new Set(c.to)]));
  return all.filter(
    ({ members, to }) =>
      !all.some(
        (c) =>
          c.members.length < members.length &&
          c.members.every((k) => members.includes(k)) &&
          to.every((t) => reach.get(c)?.has(t)),
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
      text: `${listed(who.map((w) => w.name))} could go together to ${listed(first, "or")}${more}, which each of them likes better${way === null ? "" : `; to the first: ${way}`}.`,
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
  const together = coalitionImprovements(game, s).map((c) => ({ members: c.members, to: new Set(c.to) }));
  for (const { to, blocker } of blockedImprovements(game, s)) {
    // Where the others get there without it, it loses but blocks nothing.
    if (together.some((c) => !c.members.includes(blocker) && c.to.has(to))) continue;
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
      text: `${listed(others.map((m) => m.name))} would like ${listed(shown, "or")}${more} better; ${file.makers[blocker].name} blocks ${to.length === 1 ? "it" : "them"}${why === null ? "" : ` (${showReason(why)})`}.`,
      reasons: unique([why, ...gains]),
    };
  });
}
