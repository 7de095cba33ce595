import { isPlural } from "./collectives.js";
import { ownMinistry } from "./ministries.js";
import type { Page } from "./page.js";
import { only } from "./scan.js";
import type { Entry } from "./trie.js";

/** Envoys and troops are often abroad: where they are tells nothing of whose they are. */
export function homeOf(p: Page, from: number, to: number, head: Entry): string | null {
  const ministry = head.kind === "ministry" ? ownMinistry(p, from, to) : null;
  if (ministry !== null) return ministry;
  const abroad = (head.sector === "GOV" || head.sector === "MIL") && isPlural(p, to - 1);
  if (!abroad) return whereabouts(p, from);
  if (p.s.norms[from] !== p.s.norms[to - 1] && only(p.scan.at[from], "collective")?.kind === "state") {
    // "Government negotiators met the rebels": of the country whose movement they face.
    const faced = movementFaced(p);
    if (faced !== null) return faced;
  }
  return p.r.stateCounts.size === 1 ? p.r.mainState : null;
}

/** Country of the only movement of a sentence, or null. */
function movementFaced(p: Page): string | null {
  const codes = new Set<string>();
  for (const m of p.scan.at)
    for (const e of m?.entries ?? [])
      if (e.type === "group" && e.code !== null && p.r.words.stateNames.has(e.code)) codes.add(e.code);
  return codes.size === 1 ? [...codes][0] : null;
}

/** A town whose state the text never names, where others meet: "the rebels and the government of Chad signed in Oslo". */
export function isVenue(p: Page, e: Entry): boolean {
  const { stateCounts, movementCounts } = p.r;
  // Where only a movement is named, its country is at home.
  const told = stateCounts.size > 0 ? stateCounts : movementCounts;
  if (e.code === null || told.size === 0 || told.has(e.code)) return false;
  for (let t = 0; t < p.s.size; t++) if (p.has(t, "gathering")) return true;
  return false;
}

/** Country of a group that names none: where its sentence plays, else the only state of the text. */
export function whereabouts(p: Page, from: number): string | null {
  const { s, r } = p;
  // "prisoners exchanged under a deal struck in Oslo": where people deal with each other is nobody's home.
  for (let t = 0; t < s.size; t++) if (p.has(t, "gathering") && r.stateCounts.size > 1) return null;
  let place: string | null = null;
  for (let t = 0; t < s.size; t++) {
    const m = p.scan.at[t];
    const e = only(m, "place") ?? only(m, "capital") ?? only(m, "state");
    if (e === null || e.code === null || !r.words.stateNames.has(e.code) || isVenue(p, e)) continue;
    if (
      t > 0 &&
      (p.has(t - 1, "place-preposition") ||
        (s.upos[t - 1] === "ADJ" && t > 1 && p.has(t - 2, "place-preposition")) ||
        (p.has(t - 1, "definite") && t > 1 && p.has(t - 2, "place-preposition")))
    )
      return e.code;
    if (place === null && e.type === "place" && t > from) place = e.code;
  }
  return place ?? (r.stateCounts.size === 1 ? r.mainState : null);
}

/** Whose a ministry is that the text has not named: of the capital that opens the sentence, else of the one of two that the sentence does not act on. */
export function ministryHost(p: Page, from: number, to: number): string | null {
  const seat = p.has(0, "place-preposition") ? only(p.scan.at[1] ?? null, "capital") : null;
  if (seat !== null && seat.code !== null && !isVenue(p, seat)) return seat.code;
  return ownMinistry(p, from, to);
}
