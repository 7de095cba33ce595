import type { ReactNode } from "react";
import type { Evidence, RecordItem, Words } from "../api/types.js";
import { Cite } from "./cite.js";
import { Handled } from "./handling.js";
import { Mark } from "./mark.js";
import { WordsOf } from "./words.js";

interface Props {
  readonly id: string;
  readonly when?: ReactNode;
  readonly status?: string;
  readonly children: ReactNode;
  /** Small facts in one line; empty ones are left out. */
  readonly meta?: readonly ReactNode[];
  readonly evidence: readonly Evidence[];
  /** Below the words. */
  readonly more?: ReactNode;
}

/** One line of the record: when, status, what, the words it rests on, its permalink and citation. */
export function Claim({ id, when, status, children, meta = [], evidence, more }: Props) {
  const facts = meta.filter((m) => m !== null && m !== undefined && m !== "" && m !== false);
  return (
    <article className="claim" data-claim={id} id={`i-${id}`} tabIndex={-1}>
      <div className="claim-when">{when}</div>
      <div className="claim-body">
        <p className="claim-what">
          {status === undefined ? null : <Mark of={status} />}
          <Handled evidence={evidence} />
          {children}
        </p>
        {facts.length === 0 ? null : (
          <ul className="claim-meta">
            {facts.map((m, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: facts have no identity and no state
              <li key={i}>{m}</li>
            ))}
          </ul>
        )}
        <WordsOf evidence={evidence} />
        {more}
      </div>
      {evidence.length === 0 ? null : <Cite e={evidence[0]} />}
    </article>
  );
}

/** Words of a line's reports, in their order. */
export const wordsOf = (item: RecordItem, words: Words): readonly Evidence[] =>
  item.reports.flatMap((r) => words[r.statement] ?? []);

/** "14 reports, 9 outlets, 3 independent"; nothing where one outlet's one report is all. */
export const supportOf = (item: RecordItem): string =>
  item.reports.length < 2
    ? ""
    : `${item.reports.length} reports, ${item.outlets.length} ${item.outlets.length === 1 ? "outlet" : "outlets"}, ${item.independent} independent`;

export const certaintyOf = (item: RecordItem): string => (item.certainty === "certain" ? "" : item.certainty);
