import { Link } from "wouter";
import type { Evidence } from "../api/types.js";
import { showDay } from "../shell/dates.js";
import { useTo } from "../shell/times.js";

/** Address of the Reader with these words highlighted. */
export const readPath = (e: Evidence): readonly [string, Readonly<Record<string, string>>] => [
  `/read/${e.document}`,
  { s: e.statement, at: `${e.start}-${e.end}` },
];

const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Words of a source for the middle of a sentence: signs in them that turn the direction of writing end with them. */
export const apart = (words: string): string => (TURNS.test(words) ? `\u2068${words}\u2069` : words);

export const sourceOf = (e: Evidence): string =>
  [apart(e.publisher ?? "unnamed outlet"), day(e.published)].join(", ");

/** A day on one line. */
const day = (published: string | null): string =>
  published === null ? "undated" : showDay(published).replaceAll(" ", "\u00a0");

/** The exact words; a click opens their sentence in the article. */
export function Quoted({ e }: { readonly e: Evidence }) {
  const to = useTo();
  return (
    <p className="words">
      <Link href={to(...readPath(e))} data-evidence={e.statement} title={e.title ?? undefined}>
        <q>{e.quote}</q>
      </Link>{" "}
      <cite>{sourceOf(e)}</cite>
    </p>
  );
}

/** Words of one claim: the first open, the others folded. */
export function WordsOf({
  evidence,
  open = 1,
}: {
  readonly evidence: readonly Evidence[];
  readonly open?: number;
}) {
  const rest = evidence.slice(open);
  return (
    <>
      {evidence.slice(0, open).map((e) => (
        <Quoted key={e.statement} e={e} />
      ))}
      {rest.length === 0 ? null : (
        <details className="more">
          <summary>
            {rest.length} more {rest.length === 1 ? "report" : "reports"}
          </summary>
          {rest.map((e) => (
            <Quoted key={e.statement} e={e} />
          ))}
        </details>
      )}
    </>
  );
}
