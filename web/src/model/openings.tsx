import { useMemo, useState } from "react";
import {
  type Change,
  changes,
  type Links,
  nameState,
  smallest,
} from "../../../src/app/model/telling/index.js";
import type { Concept } from "../../../src/conflict/index.js";
import type { Answer } from "./answer.js";
import { Said } from "./grounds.js";

interface Props {
  readonly of: Answer;
  readonly state: number;
  readonly concept: Concept;
  readonly links: Links;
  apply(change: Change): void;
}

/** Above this many states times lists tried it is left to the command line. */
const WORK = 1_500_000;

/** The smallest changes of preference that would turn the answer for a state; looked for when it is opened. */
export function Openings(props: Props) {
  const { game } = props.of.model;
  const [open, setOpen] = useState(false);
  const statements = game.model.decisionMakers.reduce((n, d) => n + (d.statements?.length ?? 0), 0);
  const { number } = nameState(props.of.model, props.state);
  return (
    <details className="openings" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>
        <h2>What would have to change about state {number}</h2>
      </summary>
      {!open ? null : 2 * statements * statements * game.states.length > WORK ? (
        <p>
          Too many lists to try here: <code>rapporteur model robustness</code> tries them all.
        </p>
      ) : (
        <Found {...props} />
      )}
    </details>
  );
}

function Found({ of, state, concept, links, apply }: Props) {
  const all = useMemo(() => changes(of.model, state, concept, links), [of, state, concept, links]);
  const few = smallest(all, 6);
  return (
    <>
      <p className="muted small">
        {all.now === "holds" ? "What would make it give way" : "What would make it hold"}: {all.tried.one}{" "}
        lists with one change and {all.tried.two} with two were tried, each a swap of neighbours or a
        preference left out.
      </p>
      {few.length === 0 ? <p>Nothing small would.</p> : null}
      {few.map(({ change, others }) => (
        <div key={change.text} className="opening">
          <Said
            of={{
              kind: "together",
              about: [],
              reasons: change.reasons,
              text: `${change.text}${others === 0 ? "" : ` ${others} other small ${others === 1 ? "change does" : "changes do"} the same.`}`,
            }}
          />
          <button type="button" onClick={() => apply(change)}>
            Try it
          </button>
        </div>
      ))}
    </>
  );
}
