import type { Cluster, Match, Member } from "./cluster.js";
import { byKnown, compare, type Entry } from "./entry.js";

/** Where an entry was put: the statement that founded its cluster, and why. */
export interface Place extends Match {
  readonly statement: string;
  readonly document: string;
  readonly known: string;
  readonly cluster: string;
}

/** An entry with the place it was given before: the statement that founded its cluster, and why; null where it has none. */
export interface Placed {
  readonly entry: Entry;
  cluster: string | null;
  readonly match: Match | null;
}

/** In the order in which they became known. They come by days, and only those of one day stand in another order. */
export function inOrder(placed: readonly Placed[]): Placed[] {
  const out: Placed[] = [];
  const by = (a: Placed, b: Placed): number => byKnown(a.entry, b.entry);
  const byId = (a: Placed, b: Placed): number => compare(a.entry.statement.id, b.entry.statement.id);
  for (let i = 0; i < placed.length; ) {
    const { known } = placed[i].entry.statement;
    let j = i + 1;
    while (j < placed.length && placed[j].entry.statement.known === known) j++;
    if (i > 0 && placed[i - 1].entry.statement.known > known) return [...placed].sort(by);
    if (j === i + 1) out.push(placed[i]);
    else for (const p of placed.slice(i, j).sort(byId)) out.push(p);
    i = j;
  }
  return out;
}

/** Clusters as they were; nothing is matched. */
export function restored(placed: readonly Placed[]): Cluster[] {
  const homes = new Map<string, Cluster>();
  for (const p of placed) {
    const { entry } = p;
    // One that has its place is a member as it stands: nothing more is made for it in a large book.
    const member = p.match === null ? { entry, match: FIRST } : (p as Member);
    const home = homes.get(p.cluster ?? entry.statement.id);
    if (home === undefined) {
      homes.set(p.cluster ?? entry.statement.id, { members: [member], from: entry.from, to: entry.to });
      continue;
    }
    home.members.push(member);
    // The founder's own text: another with the same letters would be kept beside it.
    p.cluster = home.members[0].entry.statement.id;
  }
  return [...homes.values()];
}

const FIRST: Match = { score: 1, reason: "first report" };
