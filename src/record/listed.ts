import { narrowest } from "./base.js";
import { compare } from "./entry.js";
import { standing } from "./meetings.js";
import type { Source } from "./pages.js";
import { datedByOccurrences, daysOf, idOf, type Kind, knownOf, type Shelf } from "./shelf.js";
import { trackOfMost } from "./tracks.js";
import type { AsOf, Listed, RecordItem } from "./types.js";

/** Lines of these kinds in the order of a view's `items`, told from heads: none is made but where its words alone give its day. */
export function listedOf(source: Source, asOf: AsOf, kinds: readonly Kind[]): Listed[] {
  const all: FromHeads[] = [];
  for (const kind of kinds)
    for (const shelf of source.book.shelves(kind)) {
      const n = knownOf(shelf, asOf.asKnownOn);
      const found = n === 0 ? null : listed(source, shelf, n, asOf);
      if (found !== null) all.push(found);
    }
  return all.sort((a, b) => compare(a.time, b.time) || compare(a.id, b.id));
}

/** Null where the line does not belong to the record about that day. */
function listed(source: Source, shelf: Shelf, n: number, { asKnownOn, about }: AsOf): FromHeads | null {
  const { kind } = shelf;
  const { members } = shelf.cluster;
  const known = members[0].entry.statement.known;
  const when = datedByOccurrences(shelf, n) ? source.lineOf(shelf)?.when : daysOf(shelf, n);
  if (when === undefined) return null;
  const { earliest, latest } = when;
  const heads = (): FromHeads => new FromHeads(source, shelf, n, { earliest, latest }, known);
  if (kind === "meeting") {
    const stands = standing(
      members.slice(0, n).map((m) => m.entry),
      when,
      { asKnownOn, about },
    );
    if (stands === null) return null;
    const found = heads();
    found.status = stands.status;
    return found;
  }
  const begun = kind === "commitment" ? earliest === null || earliest <= about : (earliest ?? known) <= about;
  if (begun) return heads();
  if (kind !== "event") return null;
  const found = heads();
  return found.mark.endsWith("/scheduled") ? found : null;
}

/** A line that is there as its list tells it. */
export const listedLine = <T extends RecordItem>(line: T): Listed<T> => ({
  id: line.id,
  kind: line.kind,
  when: line.when,
  track: line.track,
  status: line.kind === "meeting" ? line.status : null,
  class: line.kind === "event" ? line.class : null,
  line: () => line,
});

class FromHeads implements Listed {
  readonly id: string;
  readonly time: string;
  status: Listed["status"] = null;

  constructor(
    private readonly source: Source,
    private readonly shelf: Shelf,
    private readonly count: number,
    readonly when: Listed["when"],
    known: string,
  ) {
    this.id = idOf(shelf);
    this.time = when.earliest ?? when.latest ?? known;
  }
  get kind(): Kind {
    return this.shelf.kind;
  }
  get track(): string {
    return trackOfMost(this.#entries(), this.source.book.negotiation).track;
  }
  get mark(): string {
    return narrowest(this.#entries()).mark;
  }
  get class(): Listed["class"] {
    return this.kind === "event" ? (this.mark.split("/", 1)[0] as Listed["class"]) : null;
  }
  line(): RecordItem {
    return this.source.lineOf(this.shelf) as RecordItem;
  }
  #entries() {
    return this.shelf.cluster.members.slice(0, this.count).map((m) => m.entry);
  }
}
