import type { Candidate } from "./candidate.js";
import type { Participants } from "./participants.js";

export const isPutOff = (c: Candidate): boolean => c.status === "postponed" || c.status === "cancelled";

/**
 * The other parties, where only one is named or none: those of the meetings that the article tells of. Where it tells of several groups, a
 * round of talks is of those who meet most, any other meeting of those named last; it must have a day of its own. Null where nobody fits.
 */
export function completed(groups: Groups, c: Candidate): Participants | null {
  const loose = c.time.words === null && c.place === null && c.count === 1;
  if (c.mode === "visit" || c.mode === "multilateral" || c.open === "within" || loose) return null;
  const group = groups.of(c);
  return group === null ? null : c.participants.copy().joinParties(group, "context");
}

interface Group {
  readonly who: Participants;
  readonly keys: ReadonlySet<string>;
  /** Sentences that tell of them. */
  readonly sentences: Set<number>;
  times: number;
}

/** Who met so far in the article, and how often. */
export class Groups {
  private readonly all: Group[] = [];
  private last: Group | null = null;

  /** Those of whom a sentence tells. */
  toldIn(sentence: number): Groups {
    const some = new Groups();
    for (const g of this.all)
      if (g.sentences.has(sentence)) {
        some.all.push(g);
        if (g.times > 0) some.last = g;
      }
    return some;
  }

  get isOne(): boolean {
    return this.all.length === 1;
  }

  get size(): number {
    return this.all.length;
  }

  of(c: Candidate): Participants | null {
    const fits = this.all.filter((g) => [...c.participants.keys].every((k) => g.keys.has(k)));
    if (fits.length === 0) return null;
    // A visit alone tells nobody who "the three" are that met.
    if (this.all.length === 1) return c.open === "meeting" && fits[0].times === 0 ? null : fits[0].who;
    if (c.open === null || c.open === "placed" || (c.time.words === null && c.count === 1 && !isPutOff(c)))
      return null;
    if (c.open === "meeting" && c.participants.size === 0) return this.last?.who ?? null;
    // Those who meet most; where that is even, those among whom all the others are.
    const most = fits.reduce((a, b) => (b.times > a.times || (b.times === a.times && holds(b, a)) ? b : a));
    // Where no talks tell who negotiates, those with whom the article began.
    if (most.times < 2) return fits[0].who;
    return fits.every((g) => g === most || g.times < most.times || holds(most, g)) ? most.who : null;
  }

  /** A sentence tells of those who met once more. */
  note(p: Participants, sentence: number): void {
    this.all.find((g) => sameKeys(g.keys, p.keys))?.sentences.add(sentence);
  }

  /** Rounds of talks say more than meetings about who negotiates, visits and calls nothing. */
  add(p: Participants, c: Candidate): void {
    if (p.size < 2) return;
    let group = this.all.find((g) => sameKeys(g.keys, p.keys));
    if (group === undefined) {
      // A copy: what is merged later does not change who met first.
      group = { who: p.copy(), keys: p.keys, sentences: new Set(), times: 0 };
      this.all.push(group);
    }
    group.sentences.add(c.sentence);
    const apart = c.mode === "visit" || c.mode === "phone";
    group.times += apart ? 0 : c.open === "series" ? 2 : 1;
    // After a visit nobody knows whether "a summit" is of those who met before it or of visitor and host.
    this.last = apart ? null : group;
  }
}

const holds = (a: Group, b: Group): boolean => [...b.keys].every((k) => a.keys.has(k));

const sameKeys = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((k) => b.has(k));
