import { Link } from "wouter";
import type { Ground, Sentence } from "../../../src/app/model/telling/index.js";
import { showDay } from "../shell/dates.js";
import { useTo } from "../shell/times.js";

/** What a line of the model rests on: words that open, or an assumption that says it is one. */
export function Grounds({ of }: { readonly of: readonly Ground[] }) {
  const to = useTo();
  return of.map((g) => (
    <p key={`${g.line} ${g.words}`} className="words">
      {g.kind === "assumption" ? (
        <span className="assumed">
          <em>Assumed.</em> {g.words || "Nobody has said why yet."}
        </span>
      ) : (
        <>
          {g.statement === null ? (
            <q>{g.words}</q>
          ) : (
            <Link href={to(`/e/${g.statement}`)} data-evidence={g.statement}>
              <q>{g.words}</q>
            </Link>
          )}{" "}
          <cite>
            {[g.publisher, showDay(g.published)].filter(Boolean).join(", ")}
            {g.state === "stands" ? "" : ` · ${states[g.state]}`}
          </cite>
        </>
      )}
    </p>
  ));
}

const states: Readonly<Record<Ground["state"], string>> = {
  stands: "",
  assumed: "",
  moved: "the words now stand under another statement",
  unread: "no line of the record rests on these words",
  withdrawn: "the record no longer uses this statement",
  gone: "these words are in no source known on this day",
  "not looked up": "not looked up",
};

/** One sentence, with the preferences it rests on below it. */
export function Said({ of: s }: { readonly of: Sentence }) {
  return (
    <div className="reason">
      <p>{s.text}</p>
      {s.reasons.length === 0 ? null : (
        <details className="more">
          <summary>
            {s.reasons.length === 1 ? "The preference" : `${s.reasons.length} preferences`} this rests on
          </summary>
          {s.reasons.map((r) => (
            <div key={`${r.maker} ${r.place} ${r.says}`}>
              <p className="small">
                <strong>{r.maker}</strong> {r.place === 0 ? "" : r.place} “{r.says}”
              </p>
              <Grounds of={r.grounds} />
            </div>
          ))}
        </details>
      )}
    </div>
  );
}
