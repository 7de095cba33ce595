/** One version of a fact: who gives it, and when they said so. */
export interface Account {
  readonly value: string;
  /** Outlets or speakers it belongs to, sorted. */
  readonly owners: readonly string[];
  /** Origins, copies counted once. */
  readonly origins: readonly string[];
  readonly statements: readonly string[];
  /** Days it was said, first and last. */
  readonly known: string;
  readonly lastKnown: string;
}

export interface Choice {
  /** Value shown in the record, or null where no rule decides. */
  readonly value: string | null;
  readonly rule:
    | "contradiction/correction"
    | "contradiction/more-independent"
    | "contradiction/nearer"
    | "contradiction/open";
  readonly why: string;
}

/**
 * Which of several accounts the record shows: what a source corrected itself to; else what more independent sources say; else what
 * was said nearer to the day it is about. Where none decides, all stand side by side and none is chosen.
 */
export function choose(accounts: readonly Account[], day: string | null, corrected: string | null): Choice {
  if (corrected !== null && accounts.some((a) => a.value === corrected))
    return {
      value: corrected,
      rule: "contradiction/correction",
      why: "the outlet that said otherwise says so later",
    };
  const count = (a: Account): number => a.origins.length;
  const most = Math.max(...accounts.map(count));
  const leading = accounts.filter((a) => count(a) === most);
  if (leading.length === 1)
    return {
      value: leading[0].value,
      rule: "contradiction/more-independent",
      why: `${most} independent source${most === 1 ? "" : "s"} against ${accounts
        .filter((a) => a !== leading[0])
        .map(count)
        .join(" and ")}`,
    };
  if (day !== null) {
    const first = leading
      .filter((a) => a.known >= day)
      .map((a) => a.known)
      .sort()[0];
    const nearest = leading.filter((a) => a.known === first);
    if (first !== undefined && nearest.length === 1)
      return {
        value: nearest[0].value,
        rule: "contradiction/nearer",
        why: `said first after the day, on ${first}`,
      };
  }
  return {
    value: null,
    rule: "contradiction/open",
    why: "as many independent sources on each side, none nearer",
  };
}
