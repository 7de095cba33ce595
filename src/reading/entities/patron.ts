import { nameAt } from "./names.js";
import type { Page } from "./page.js";
import { OWNERS, only, typed } from "./scan.js";

/** Whose an envoy or aide of somebody is: "the personal envoy of Secretary-General Antonio Guterres"; null where nobody known is named. */
export function patronBehind(p: Page, to: number): string | null {
  if (!p.has(to, "of-preposition") && !p.has(to, "owner-preposition") && !p.has(to, "to-word")) return null;
  let t = to + 1;
  if (p.has(t, "article")) t++;
  const owner = typed(p.scan.at[t] ?? null, OWNERS);
  if (owner !== null) t = p.scan.at[t]!.to;
  let titled: string | null = null;
  for (let m = p.scan.at[t] ?? null; m !== null && only(m, "post") !== null; m = p.scan.at[t] ?? null) {
    titled ??= owner?.code ?? only(m, "post")!.code ?? "";
    t = m.to;
  }
  while (p.has(t, "honorific")) t++;
  const end = nameAt(p, t);
  if (end === null) return titled === "" ? null : titled;
  return (titled === "" ? null : titled) ?? codeOfName(p, t, end);
}

function codeOfName(p: Page, from: number, to: number): string | null {
  const { r, scan } = p;
  const seen = r.personByName(
    scan.folded
      .slice(from, to)
      .filter((w) => w !== "")
      .join(" "),
  );
  if (seen >= 0) return r.entities[seen].code;
  const known = only(scan.at[from], "person");
  return known === null ? null : known.code;
}

/** "Ana Lind, President Roca's adviser": the person named before the possessor, and the possessor's code; null where it is none. */
export function namedBeforePatron(
  p: Page,
  from: number,
): { readonly entity: number; readonly code: string } | null {
  if (!p.has(from - 1, "possessive-mark")) return null;
  const outer = p.drafts.filter((d) => d.use !== "modifier");
  const [before, patron] = outer.slice(-2);
  if (patron === undefined || patron.to !== from - 1 || before.to !== patron.from - 1) return null;
  if (p.s.norms[before.to] !== "," || before.entity < 0 || patron.entity < 0) return null;
  const [a, b] = [p.r.entities[before.entity], p.r.entities[patron.entity]];
  return a.kind === "person" && b.kind === "person" && b.code !== null
    ? { entity: before.entity, code: b.code }
    : null;
}
