import { Link } from "wouter";
import type { Brief, Evidence } from "../api/types.js";
import { useAnswer } from "../api/use-answer.js";
import { Copy } from "../parts/cite.js";
import { PageOf } from "../parts/page.js";
import { prose } from "../parts/prose.js";
import { Answered } from "../parts/states.js";
import { readPath, sourceOf } from "../parts/words.js";
import { showDay } from "../shell/dates.js";
import { useTo } from "../shell/times.js";

/** Most footnotes behind one sentence; the line's own page has all. */
const NOTES = 3;

export function Page() {
  const brief = useAnswer<{ brief: Brief; markdown: string }>("brief");
  return (
    <PageOf
      title="Brief"
      lede="What is scheduled comes first; every sentence is footnoted."
      tools={
        brief.data === undefined ? null : (
          <>
            <Copy text={() => brief.data?.markdown ?? ""} name="Copy Markdown" />
            <button type="button" className="quiet small" onClick={() => print()}>
              Print
            </button>
          </>
        )
      }
    >
      <Answered of={brief}>{({ brief: b }) => <Paper of={b} />}</Answered>
    </PageOf>
  );
}

/** The first few statements of a sentence, each once. */
const distinct = (evidence: readonly Evidence[]): Evidence[] =>
  [...new Map(evidence.map((e) => [e.statement, e])).values()].slice(0, NOTES);

function Paper({ of }: { readonly of: Brief }) {
  const to = useTo();
  const notes: Evidence[] = [];
  const number = (e: Evidence): number => {
    const at = notes.findIndex((n) => n.statement === e.statement);
    return at >= 0 ? at + 1 : notes.push(e);
  };
  const body = of.sections.map((s) => (
    <section key={s.title}>
      <h3>{prose(s.title)}</h3>
      {s.sentences.length === 0 ? <p className="muted">{s.empty}</p> : null}
      <ul>
        {s.sentences.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same of different evidence
          <li key={i} data-claim={line.evidence[0]?.statement ?? line.text} tabIndex={-1}>
            {prose(line.text)}
            {distinct(line.evidence).map((e) => {
              const n = number(e);
              return (
                <sup key={e.statement}>
                  <Link
                    href={to(...readPath(e))}
                    data-evidence={e.statement}
                    aria-label={`Source ${n}: ${sourceOf(e)}`}
                  >
                    {n}
                  </Link>
                </sup>
              );
            })}
          </li>
        ))}
      </ul>
    </section>
  ));
  return (
    <article className="paper">
      <h2>{of.title}</h2>
      <p className="muted">As known on {showDay(of.asKnownOn)}</p>
      {body}
      <section className="footnotes">
        <h3>Sources</h3>
        <ol>
          {notes.map((e) => (
            <li key={e.statement}>
              <q>{e.quote}</q> <cite>{sourceOf(e)}</cite>
            </li>
          ))}
        </ol>
      </section>
      <p className="muted">{of.basis}</p>
    </article>
  );
}
