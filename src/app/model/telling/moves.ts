import { shortestTo } from "../../../conflict/index.js";
import { listed } from "../../../text/index.js";
import type { Loaded } from "./state.js";

/** Forms of the verbs with which moves are told. */
const FORMS = {
  infinitive: { take: "take", drop: "drop" },
  gerund: { take: "taking", drop: "dropping" },
  present: { take: "takes", drop: "drops" },
} as const;

/** What changes from one state to another, by option: "take hand-over and drop insist". */
export function tellMove(
  { file }: Pick<Loaded, "file">,
  from: number,
  to: number,
  form: keyof typeof FORMS = "infinitive",
): string {
  const ids = (bits: number): string[] => file.options.filter((_, k) => (bits >> k) & 1).map((o) => o.id);
  const verbs = FORMS[form];
  const parts = [[verbs.take, ids(to & ~from)] as const, [verbs.drop, ids(from & ~to)] as const].flatMap(
    ([verb, list]) => (list.length === 0 ? [] : [`${verb} ${listed(list)}`]),
  );
  return parts.join(" and ");
}

/** How some get from one state to another by their own moves, in words: "Japan takes assure, Russia takes hand-over"; null where they do not. */
export function tellWay(model: Loaded, members: readonly number[], from: number, to: number): string | null {
  const path = shortestTo(model.game, members, from, false, (t) => t === to);
  if (path === null) return null;
  let at = from;
  const steps = path.map(({ mover, to: next }) => {
    const told = `${model.file.makers[mover].name} ${tellMove(model, at, next, "present")}`;
    at = next;
    return told;
  });
  return steps.join(", ");
}
