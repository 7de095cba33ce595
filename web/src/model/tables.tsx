import { grounds, type Links, nameState } from "../../../src/app/model/telling/index.js";
import type { Concept } from "../../../src/conflict/index.js";
import { type Answer, holdsUnder, staysUnder } from "./answer.js";
import { Grounds } from "./grounds.js";
import { Owner } from "./marks.js";

/** What each party can choose. */
export function Options({
  of,
  links,
  chosen,
}: {
  readonly of: Answer;
  readonly links: Links;
  readonly chosen: number;
}) {
  const { file, game } = of.model;
  const quo = file.statusQuo;
  const ways = {
    both: "both ways",
    fwd: "one way: may only be taken",
    back: "one way: may only be given up",
  };
  return (
    <section aria-labelledby="options-head">
      <h2 id="options-head">What each can choose</h2>
      <div className="scroll" role="region" aria-label="Options" tabIndex={0}>
        <table aria-label="Options" className="options-table">
          <thead>
            <tr>
              <th scope="col">Owner</th>
              <th scope="col">Option, and the words it rests on</th>
              <th scope="col">Goes</th>
              {quo === null ? null : <th scope="col">Status quo</th>}
              <th scope="col">State {nameState(of.model, chosen).number}</th>
            </tr>
          </thead>
          <tbody>
            {file.options.map((o, k) => (
              <tr key={o.id}>
                <td>
                  <Owner file={file} maker={o.maker} name />
                </td>
                <th scope="row">
                  {o.text} <code>{o.id}</code>
                  <Grounds of={grounds(o, links)} />
                </th>
                <td className={o.direction === "both" ? "muted" : undefined}>
                  {o.direction === "both" ? "⇄" : o.direction === "fwd" ? "→" : "←"} {ways[o.direction]}
                </td>
                {quo === null ? null : (
                  <td>{(quo >> k) & 1 ? "taken" : <span className="muted">not</span>}</td>
                )}
                <td>{(chosen >> k) & 1 ? "taken" : <span className="muted">not</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {file.never.length === 0 ? null : (
        <>
          <h3>What cannot be</h3>
          {file.never.map((n) => (
            <div key={n.line} className="reason">
              <p>
                <code>{n.text}</code>
                {n.seenBy === null ? "" : ` as ${file.makers[n.seenBy].name} sees it`}
              </p>
              <Grounds of={grounds(n, links)} />
            </div>
          ))}
          <p className="muted small">That leaves {game.states.length} states.</p>
        </>
      )}
    </section>
  );
}

/** Most states in the table; the others hold for nobody's asking. */
const LISTED = 200;

/** Stability of every state for every party under every concept. */
export function States({
  of,
  concept,
  chosen,
  choose,
}: {
  readonly of: Answer;
  readonly concept: Concept;
  readonly chosen: number;
  choose(state: number): void;
}) {
  const { file, game } = of.model;
  const quo = file.statusQuo;
  const all = [...game.states];
  const few =
    all.length <= LISTED
      ? all
      : all.filter((s) => s === quo || holdsUnder(of, s).length > 0).slice(0, LISTED);
  return (
    <section aria-labelledby="states-head">
      <h2 id="states-head">States, and who stays in them</h2>
      <p className="muted small">
        ■ stays, · would leave. In the order {of.concepts.join(", ")}. A row in bold holds for all under{" "}
        {concept}.
        {few.length < all.length ? ` ${few.length} of ${all.length} states are listed: those that hold.` : ""}
      </p>
      <div className="scroll tall" role="region" aria-label="Stability of the states" tabIndex={0}>
        <table aria-label="Stability of the states" className="states-table">
          <thead>
            <tr>
              <th scope="col" className="number">
                State
              </th>
              <th scope="col">Options taken</th>
              {file.makers.map((m) => (
                <th scope="col" key={m.code}>
                  {m.code}
                </th>
              ))}
              <th scope="col">For all</th>
            </tr>
          </thead>
          <tbody>
            {few.map((s) => {
              const { number, taken } = nameState(of.model, s);
              const holds = holdsUnder(of, s);
              return (
                <tr
                  key={s}
                  className={[
                    s === quo ? "status-quo" : "",
                    holds.includes(concept) ? "holds" : "",
                    s === chosen ? "chosen" : "",
                  ].join(" ")}
                >
                  <th scope="row" className="number">
                    <button
                      type="button"
                      className="as-link"
                      aria-pressed={s === chosen}
                      onClick={() => choose(s)}
                    >
                      {number}
                    </button>
                  </th>
                  <td>
                    {taken.join(", ") || "nothing"}
                    {s === quo ? <small> status quo</small> : null}
                  </td>
                  {file.makers.map((m, i) => (
                    <td key={m.code}>
                      <Cells concepts={of.concepts} held={staysUnder(of, i, s)} />
                    </td>
                  ))}
                  <td>
                    <Cells concepts={of.concepts} held={holds} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** One sign a concept, and their names for who hears the page. */
function Cells({
  concepts,
  held,
}: {
  readonly concepts: readonly Concept[];
  readonly held: readonly Concept[];
}) {
  return (
    <span className="cells" title={held.join(" ") || "none"}>
      <span aria-hidden="true">{concepts.map((c) => (held.includes(c) ? "■" : "·")).join("")}</span>
      <span className="unseen">{held.length === concepts.length ? "all" : held.join(" ") || "none"}</span>
    </span>
  );
}
