import { activeJudgements, type Judgement } from "../ledger/index.js";
import type { IsoDate } from "../text/index.js";
import { compare } from "./entry.js";

export type SameAnswer = "same" | "different" | "unsure";

/** What people decided about two names, and whether it was said or follows. */
export interface Answered {
  readonly answer: SameAnswer | null;
  readonly decided: "by a person" | "follows" | null;
}

/** Names that people decided mean one thing; the first is shown. Days where one of them is a post, held by others before and after. */
export interface Identity {
  readonly name: string;
  readonly names: readonly string[];
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** A post that means one person for some days. */
export interface Held {
  readonly post: string;
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A description in the place of a person's name ("Egypt water minister"): its last word is written small. */
export const isPost = (name: string): boolean => /(^|[\s.-])\p{Ll}[\p{L}\p{M}'’]*$/u.test(name);

/** What people decided about names, with what follows: same is transitive, and what differs from one differs from all that are it. */
export function decisionsOf(judgements: readonly Judgement[]) {
  const direct = new Map<string, SameAnswer>();
  const held = new Map<string, Held>();
  for (const { decision: d } of activeJudgements(judgements)) {
    if (d.type !== "same") continue;
    const [left, right] = [d.left, d.right].sort(compare);
    const pair = `${left}\n${right}`;
    if (d.from !== undefined && d.to !== undefined) {
      const post = isPost(left) ? left : right;
      if (d.answer === "same")
        held.set(pair, { post, name: post === left ? right : left, from: d.from, to: d.to });
      else held.delete(pair);
    } else direct.set(pair, d.answer);
  }
  const parent = new Map<string, string>();
  const root = (name: string): string => {
    let at = name;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    return at;
  };
  for (const [pair, answer] of [...direct].sort((a, b) => compare(a[0], b[0]))) {
    if (answer !== "same") continue;
    const [a, b] = pair.split("\n").map(root);
    if (a !== b) parent.set(a < b ? b : a, a < b ? a : b);
  }
  const apart = new Set<string>();
  for (const [pair, answer] of direct)
    if (answer === "different") apart.add(pair.split("\n").map(root).sort(compare).join("\n"));
  return {
    root,
    answer(left: string, right: string): Answered {
      const pair = [left, right].sort(compare).join("\n");
      const own = direct.get(pair) ?? (held.has(pair) ? "same" : undefined);
      if (own !== undefined) return { answer: own, decided: "by a person" };
      const [a, b] = [root(left), root(right)];
      if (a === b && left !== right) return { answer: "same", decided: "follows" };
      if (apart.has([a, b].sort(compare).join("\n"))) return { answer: "different", decided: "follows" };
      return { answer: null, decided: null };
    },
    /** Posts that mean one person for some days, by first day. */
    held: (): Held[] =>
      [...held.values()]
        .map((h) => ({ ...h, name: root(h.name) }))
        .sort((a, b) => compare(a.post, b.post) || compare(a.from, b.from)),
    /** Decided identities of more than one name. */
    identities(): Identity[] {
      const groups = new Map<string, Set<string>>();
      for (const [pair, answer] of direct) {
        if (answer !== "same") continue;
        for (const name of pair.split("\n"))
          groups.set(root(name), (groups.get(root(name)) ?? new Set()).add(name));
      }
      const always = [...groups].map(
        ([name, names]): Identity => ({ name, names: [...names].sort(compare), from: null, to: null }),
      );
      const some = [...held.values()].map(
        ({ post, name, from, to }): Identity => ({
          name: root(name),
          names: [post, root(name)].sort(compare),
          from,
          to,
        }),
      );
      return [...always, ...some].sort(
        (a, b) => compare(a.name, b.name) || compare(a.from ?? "", b.from ?? ""),
      );
    },
  };
}
