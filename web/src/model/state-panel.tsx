import {
  joint,
  type Links,
  nameState,
  ownPicture,
  tellMove,
  verdict,
  whyStays,
} from "../../../src/app/model/telling/index.js";
import { type Concept, concepts, reasonsToStay, solveMisperceptions } from "../../../src/conflict/index.js";
import { type Answer, holdsUnder, staysUnder } from "./answer.js";
import { Said } from "./grounds.js";
import { movesFrom } from "./layout.js";
import { Owner } from "./marks.js";

interface Props {
  readonly of: Answer;
  readonly state: number;
  readonly concept: Concept;
  readonly links: Links;
  choose(state: number): void;
}

/** Why one state holds or does not: for each party, together, and where each could go from it. */
export function StatePanel({ of, state, concept, links, choose }: Props) {
  const { model } = of;
  const { game, file } = model;
  const { number, taken } = nameState(model, state);
  const leavers = file.makers.filter(
    (_, i) => reasonsToStay(game, i, state, [concept]).stable.get(concept) === false,
  );
  const pictures = game.model.decisionMakers.some((d) => d.view !== undefined)
    ? solveMisperceptions(game, [concept])
    : null;
  const holds = holdsUnder(of, state);
  return (
    <section aria-labelledby="state-head" className="state-panel">
      <h2 id="state-head">
        State {number} <small>{state === file.statusQuo ? "the status quo" : ""}</small>
      </h2>
      <ul className="taken">
        {taken.length === 0 ? <li className="muted">No option is taken.</li> : null}
        {file.options.map((o, k) =>
          (state >> k) & 1 ? (
            <li key={o.id}>
              <Owner file={file} maker={o.maker} /> {o.text}
            </li>
          ) : null,
        )}
      </ul>
      <p className="rationale">
        It{" "}
        {verdict(
          model,
          state,
          concept,
          leavers.map((m) => m.name),
        )}
      </p>
      <p className="muted small">
        {holds.length === 0
          ? "Under no concept do all stay."
          : holds.length === of.concepts.length
            ? "All stay under every concept."
            : `All stay under ${holds.join(", ")}.`}
      </p>
      {file.makers.map((m, i) => (
        <div key={m.code}>
          <h3>
            <Owner file={file} maker={i} name />{" "}
            <small>stays under {staysUnder(of, i, state).join(" ") || "no concept"}</small>
          </h3>
          {[
            ...whyStays(model, i, state, concept, links),
            ...ownPicture(model, i, state, concept, pictures),
          ].map((s) => (
            <Said key={s.text} of={s} />
          ))}
        </div>
      ))}
      <h3>Together</h3>
      {joint(model, state, links).map((s) => (
        <Said key={s.text} of={s} />
      ))}
      <Moves of={of} state={state} choose={choose} />
    </section>
  );
}

function Moves({ of: { model }, state, choose }: Pick<Props, "of" | "state" | "choose">) {
  const all = movesFrom(model.game, [state]).sort((a, b) => a.maker - b.maker || b.worth - a.worth);
  return (
    <details className="more">
      <summary>{all.length} moves lead out of it</summary>
      <ul className="moves">
        {all.map((m) => (
          <li key={`${m.maker} ${m.to}`}>
            <Owner file={model.file} maker={m.maker} /> {tellMove(model, state, m.to, "present")}: to{" "}
            <button type="button" className="as-link" onClick={() => choose(m.to)}>
              {nameState(model, m.to).number}
            </button>
            , {m.worth === 1 ? "better for it" : m.worth === -1 ? "worse for it" : "no different for it"}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What a party takes into account before it moves, in the words of the page. */
export const meaning: Readonly<Record<Concept, string>> = {
  NASH: "looks at its own next move only",
  SEQ: "counts on answers that are good for those who give them",
  GMR: "counts on any answer, whatever it costs those who give it",
  SMR: "counts on any answer, and on its own reply to it",
  SIM: "counts on others moving at the same time",
};

export const conceptOf = (text: string): Concept => concepts.find((c) => c === text) ?? "SEQ";
