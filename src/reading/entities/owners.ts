import type { Owner, Page } from "./page.js";
import { OWNERS, only, typed } from "./scan.js";

/** "Saudi-backed", "UN-brokered": token behind a name that only tells whose help or lead something has, else `t`. */
export function asideEnd(p: Page, t: number): number {
  const m = p.scan.at[t] ?? null;
  if (m === null || (p.s.forms[m.to] !== "-" && p.s.forms[m.to] !== "‑") || !p.has(m.to + 1, "aligned"))
    return t;
  return typed(m, OWNERS) === null ? t : m.to + 2;
}

/** Owners in front of a noun: "Japanese", "Iran's", "Japan-U.S.", "French and Egyptian". Returns them and the token after. */
export function owners(p: Page, at: number): { list: Owner[]; next: number } | null {
  // Asked of every token; few begin an owner.
  if (typed(p.scan.at[at] ?? null, OWNERS) === null) return null;
  const list: Owner[] = [];
  let t = at;
  for (;;) {
    const m = p.scan.at[t] ?? null;
    const e = typed(m, OWNERS) ?? (list.length > 0 ? only(m, "place") : null);
    if (m === null || e === null) break;
    list.push({ entry: e, from: t, to: m.to });
    t = m.to;
    const f = p.s.norms[t];
    const joint = f === "-" || f === "/" || ((f === "," || p.has(t, "coordinator")) && e.type === "demonym");
    const after = p.scan.at[t + 1] ?? null;
    const next = joint ? typed(after, OWNERS) : null;
    if (
      next !== null &&
      (f === "-" || f === "/" || (next.type === "demonym" && endsInNoun(p, (after as { to: number }).to)))
    )
      t++;
    else break;
  }
  if (p.has(t, "possessive-mark")) t++;
  return { list, next: t };
}

export function endsInNoun(p: Page, t: number): boolean {
  return (
    t < p.s.size &&
    (p.s.upos[t] === "NOUN" ||
      p.s.upos[t] === "ADJ" ||
      p.s.upos[t] === "PROPN" ||
      p.scan.at[t] !== null ||
      p.has(t, "coordinator"))
  );
}
