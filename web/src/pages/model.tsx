import { Link } from "wouter";
import { useAsk } from "../api/use-answer.js";
import { PageOf } from "../parts/page.js";
import { Answered, Empty } from "../parts/states.js";
import { showDay } from "../shell/dates.js";
import { useNegotiation } from "../shell/place.js";
import { useTimes, useTo } from "../shell/times.js";
import type { Explanation, Ground, Sentence, Solved } from "./model-types.js";

/** The conflict model that stands beside the negotiation's file: what holds, for whom, and why. */
export function Page() {
  const id = useNegotiation();
  const { known } = useTimes();
  const fields = { model: `examples/${id}/model.conflict`, asKnownOn: known };
  const solved = useAsk<Solved>("model solve", fields);
  const explained = useAsk<Explanation>(
    "model explain",
    fields,
    solved.data !== undefined && !solved.isPlaceholderData,
  );
  return (
    <PageOf
      title="Conflict model"
      lede="What could break a deadlock: a small model of the conflict after the graph model, whose preferences open the words behind them."
      wide
    >
      {solved.error !== null &&
      solved.error.status !== 0 &&
      /MODEL|FILE|UNKNOWN|MISSING|USAGE/.test(solved.error.code) ? (
        <Empty>
          No model was made for this negotiation. <code>rapporteur model suggest {id}</code> drafts one from
          the record.
        </Empty>
      ) : (
        <>
          <Answered of={solved}>{(s) => <States of={s} />}</Answered>
          {solved.data === undefined ? null : <Answered of={explained}>{(e) => <Why of={e} />}</Answered>}
        </>
      )}
    </PageOf>
  );
}

function States({ of: s }: { readonly of: Solved }) {
  const makers = Object.keys(s.items[0]?.stays ?? {});
  return (
    <>
      <h2>{s.title}</h2>
      <p>
        {s.states} feasible states, {s.equilibria} of them hold under some idea of foresight.{" "}
        {s.deadlock
          ? "The status quo is a structural deadlock: each side stays, and no group can leave it to the gain of each member."
          : ""}
      </p>
      <p>{s.follows}</p>
      {s.notes.map((n) => (
        <p key={n} className="muted">
          {n}
        </p>
      ))}
      <div className="scroll" role="region" aria-label="States that hold" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="number">
                State
              </th>
              <th scope="col">Options taken</th>
              <th scope="col">Holds for all under</th>
              {makers.map((m) => (
                <th scope="col" key={m}>
                  {m} stays under
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {s.items.map((l) => (
              <tr key={l.number} className={l.statusQuo ? "status-quo" : undefined}>
                <th scope="row" className="number">
                  {l.number}
                </th>
                <td>
                  {l.taken.join(", ") || "nothing"}
                  {l.statusQuo ? <small> status quo</small> : null}
                </td>
                <td>{l.equilibrium.join(" ") || "none"}</td>
                {makers.map((m) => (
                  <td key={m}>{l.stays[m].join(" ") || "none"}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Why({ of: e }: { readonly of: Explanation }) {
  return (
    <>
      <h2>Why the status quo {e.holds ? "holds" : "does not hold"}</h2>
      <p className="rationale">{e.verdict}</p>
      <h3>What it is made of</h3>
      {e.options.map((o) => (
        <div key={o.id} className="reason">
          <p>
            <strong>{o.maker}</strong> {o.text}
          </p>
          <Grounds of={o.grounds} />
        </div>
      ))}
      {e.makers.map((m) => (
        <section key={m.code}>
          <h3>{m.name}</h3>
          {m.sentences.map((s) => (
            <Said key={s.text} of={s} />
          ))}
        </section>
      ))}
      {e.joint.length === 0 ? null : <h3>Together</h3>}
      {e.joint.map((s) => (
        <Said key={s.text} of={s} />
      ))}
    </>
  );
}

function Said({ of: s }: { readonly of: Sentence }) {
  return (
    <div className="reason">
      <p>{s.text}</p>
      {s.reasons.length === 0 ? null : (
        <details className="more">
          <summary>
            {s.reasons.length} {s.reasons.length === 1 ? "preference" : "preferences"} and what they rest on
          </summary>
          {s.reasons.map((r) => (
            <div key={r.maker + r.place + r.says}>
              <p>
                <strong>{r.maker}</strong> {r.place}: <code>{r.says}</code>
              </p>
              <Grounds of={r.grounds} />
            </div>
          ))}
        </details>
      )}
    </div>
  );
}

function Grounds({ of }: { readonly of: readonly Ground[] }) {
  const to = useTo();
  return of.map((g) => (
    <p key={g.words + g.line} className="words">
      {g.statement === null ? (
        <span>
          <em>{g.state}</em>: {g.words}
        </span>
      ) : (
        <>
          <Link href={to(`/e/${g.statement}`)} data-evidence={g.statement}>
            <q>{g.words}</q>
          </Link>{" "}
          <cite>
            {g.publisher}, {showDay(g.published)}
          </cite>
        </>
      )}
    </p>
  ));
}
