import {
  type Links,
  nameState,
  reason,
  showReason,
  showState,
  tellMove,
} from "../../../src/app/model/telling/index.js";
import { type Concept, deciding, type Evolution, type Step } from "../../../src/conflict/index.js";
import type { Answer } from "./answer.js";
import { Grounds } from "./grounds.js";
import { Owner } from "./marks.js";

interface Props {
  readonly of: Answer;
  readonly concept: Concept;
  readonly links: Links;
  readonly to: number;
  readonly any: boolean;
  readonly gains: Evolution;
  readonly all: Evolution;
  setAny(any: boolean): void;
  choose(state: number): void;
}

/** The way from the status quo to the state chosen, told in words; and which lasting states are in reach. */
export function Ways({ of, concept, links, to, any, gains, all, setAny, choose }: Props) {
  const { model } = of;
  const quo = gains.from;
  const path = (any ? all : gains).path(to);
  const lasting = (of.holding.get(concept) ?? []).filter((s) => s !== quo);
  const near = lasting.filter((s) => gains.path(s) !== null);
  const far = lasting.filter((s) => gains.path(s) === null && all.path(s) !== null);
  const never = lasting.filter((s) => all.path(s) === null);
  const list = (states: readonly number[]) =>
    states.map((s, i) => (
      <span key={s}>
        {i === 0 ? "" : ", "}
        <button type="button" className="as-link" onClick={() => choose(s)}>
          {showState(nameState(model, s))}
        </button>
      </span>
    ));
  return (
    <section aria-labelledby="ways-head">
      <h2 id="ways-head">From the status quo</h2>
      <div className="choice" role="group" aria-label="Moves of the way">
        <button type="button" aria-pressed={!any} onClick={() => setAny(false)}>
          by moves that better their mover
        </button>
        <button type="button" aria-pressed={any} onClick={() => setAny(true)}>
          by any moves
        </button>
      </div>
      <ul className="plain">
        {near.length > 0 ? <li>In reach by moves that better their mover: {list(near)}.</li> : null}
        {far.length > 0 ? (
          <li>Only through a move that makes its mover no better off: {list(far)}.</li>
        ) : null}
        {never.length > 0 ? <li>Not in reach by any moves: {list(never)}.</li> : null}
        {lasting.length === 0 ? <li>No other state holds for all under {concept}.</li> : null}
      </ul>
      <h3>The way to {to === quo ? "another state" : `state ${nameState(model, to).number}`}</h3>
      {to === quo ? (
        <p>Choose a state in the graph or above: the shortest way to it is drawn and told here.</p>
      ) : path === null ? (
        <p>
          {any
            ? "No moves lead there from the status quo: some choice on the way cannot be taken back."
            : all.path(to) === null
              ? "No moves lead there from the status quo."
              : "No moves that each better their mover lead there. By any moves there is a way."}
        </p>
      ) : (
        <ol className="way-steps">
          {path.map((step, k) => (
            <Told key={step.to} of={of} step={step} from={k === 0 ? quo : path[k - 1].to} links={links} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Told({
  of: { model },
  step,
  from,
  links,
}: {
  readonly of: Answer;
  readonly step: Step;
  readonly from: number;
  readonly links: Links;
}) {
  const { game, file } = model;
  const d = game.ranks[step.mover][step.to] - game.ranks[step.mover][from];
  const why = reason(model, step.mover, deciding(game, step.mover, from, step.to), links);
  return (
    <li>
      <p>
        <Owner file={file} maker={step.mover} name /> {tellMove(model, from, step.to, "present")}: to{" "}
        {showState(nameState(model, step.to))}.{" "}
        {d === 0
          ? "For it that is no different."
          : `For it that is ${d > 0 ? "better" : "worse"}${why === null ? "" : `, by ${showReason(why)}`}.`}
      </p>
      {why === null ? null : <Grounds of={why.grounds} />}
    </li>
  );
}
