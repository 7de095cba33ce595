import { type Look, type Match, matchAt } from "./match.js";

/** Parts of dates that can share the year of another of their kind. */
const KINDS = ["month", "season", "quarter"] as const;

/** The date that lends its year to one before it: "the summer and autumn of 2014". Null where there is none. */
export function sharedYear(look: Look, m: Match): Match | null {
  const { s } = look;
  if (m.rule.means.is !== "calendar" || m.values.year !== undefined || m.dates.year !== undefined)
    return null;
  const kind = KINDS.find((k) => m.values[k] !== undefined);
  if (kind === undefined) return null;
  let t = m.to;
  if (t < s.size && s.forms[t] === ",") t++;
  if (t >= s.size || s.upos[t] !== "CCONJ") return null;
  t++;
  if (t < s.size && look.at[t]?.word.article !== undefined) t++;
  const next = t < s.size ? matchAt(look, t) : null;
  return next !== null && next.values.year !== undefined && next.values[kind] !== undefined ? next : null;
}
